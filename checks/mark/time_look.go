package mark

import (
	"strings"

	"recoupe/checks/text"
)

// look reads the slots that tell one kind of word from another.
func (r *timeReader) look(s slot, i int) (op, int) {
	t := r.m.Tokens[i]
	switch s {
	case slotSure:
		if r.is(i, nameWord) {
			return op{}, 0
		}
		return r.word(opMonth, monthWord, i, true)
	case slotAdult:
		n, end := r.number(i)
		if end == 0 || n < 12 || n > 120 {
			return op{}, 0
		}
		return op{code: opNumber, a: int32(n)}, end
	case slotTight:
		if (t.Char == '-' || t.Char == '–') && t.Is(text.Glued) && i+1 < r.limit && r.m.Tokens[i+1].Is(text.Glued) {
			return op{code: opLook}, i + 1
		}
	case slotNoun:
		if t.Kind == text.Word && !t.Is(text.Capital) && !r.is(i, verbWord) {
			return op{}, i + 1
		}
	case slotHyphen:
		if t.Is(text.Hyphen) {
			return op{}, i + 1
		}
	case slotPoss:
		if (t.Char == '\'' || t.Char == '’') && t.Is(text.Glued) && i+1 < r.limit && r.m.Tokens[i+1].Is(text.Glued) && r.m.Tokens[i+1].End-r.m.Tokens[i+1].Start == 1 {
			return op{}, i + 1
		}
	case slotPlural:
		return r.plural(i)
	case slotName:
		if t.Is(text.Capital) {
			return op{}, i + 1
		}
	case slotUpto:
		if i+1 < r.limit && r.m.Tokens[i+1].Kind == text.Number && r.is(i, linkTo) {
			return op{}, i + 1
		}
	}
	return op{}, 0
}

// plural tells a counted noun by its ending.
func (r *timeReader) plural(i int) (op, int) {
	t := r.m.Tokens[i]
	if t.Kind != text.Word || t.Is(text.Capital) || t.End-t.Start < 4 || r.is(i, singularWord) {
		return op{}, 0
	}
	for _, ending := range r.g.table.Plural {
		if strings.HasSuffix(r.m.Words(t.Span), ending) {
			return op{}, i + 1
		}
	}
	return op{}, 0
}
