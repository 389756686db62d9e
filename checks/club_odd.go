package checks

import (
	"slices"
	"strings"

	"recoupe/checks/likeness"
	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
)

// outOfPlace reports the odd one of a list, and who stands in its place where one
// alone may, or one alone is called nearly the same.
func (h *hearing) outOfPlace(org *rules.Entity, odd *mark.Mention, list []*mark.Mention, others []*rules.Fact) Judged {
	at, _ := h.told()
	f := Finding{
		Span: odd.Span, About: h.claim.Subject.Span,
		Vars: map[string]Said{"subject": {Entity: org}, "said": {Words: h.Words(odd.Span)}, "when": {Period: at}},
	}
	right := h.instead(odd, others)
	own := h.factOf(org, odd, func(*rules.Fact) bool { return true })
	switch {
	case right != nil:
		f.Because = []Evidence{{Fact: right}}
		f.Vars["known"] = Said{Entity: right.Value.Entity}
		f.Span, f.Suggestions = h.named(odd, right.Value.Entity)
		f.Phrase = h.around(odd, list)
	case own != nil:
		if len(list) == 1 {
			f.Span = h.claim.Span
		}
		f.Because = []Evidence{{Fact: own}}
		f.Vars["inside"] = Said{Period: own.During}
	default:
		f.Vars["absent"] = Said{Entity: odd.Entities[0]}
		for _, e := range h.Book.Of(org, rules.Existed) {
			f.Because = append(f.Because, Evidence{Fact: e})
		}
	}
	if old := h.claim.Set["for"]; old != "" && right == nil {
		last := h.TokenAt(h.claim.End-1) + 1
		const rest = 4 // words of the body's name
		for k := last; k < len(h.Tokens) && k <= last+rest; k++ {
			if h.Tokens[k].Char == ',' {
				last = k + 1
				break
			}
		}
		words := h.Words(h.Over(h.TokenAt(h.claim.Start), last))
		f.Span, f.Suggestions = h.Over(h.TokenAt(h.claim.Start), last), []string{strings.Replace(words, old, h.claim.Set["instead"], 1)}
	}
	if len(f.Because) == 0 {
		return unknown(whyNoFact)
	}
	f.Down = h.steps(true, f.Because[0].Fact)
	return h.contradicted(f)
}

// instead is the one of several that may be meant for the odd one.
func (h *hearing) instead(odd *mark.Mention, others []*rules.Fact) *rules.Fact {
	if len(others) == 1 {
		return others[0]
	}
	const slips = 2
	var like *rules.Fact
	word := text.Fold(h.Words(odd.Span))
	for _, f := range others {
		if d := likeness.Distance(word, text.Fold(f.Value.Entity.Label(h.Lang)), slips); d <= slips && len(word) > 5 {
			if like != nil {
				return nil
			}
			like = f
		}
	}
	return like
}

// named is what to replace a country's name with: another's, each with its article.
func (h *hearing) named(odd *mark.Mention, right *rules.Entity) (text.Span, []string) {
	label := right.Label(h.Lang)
	first := odd.First
	if first == 0 || !h.In(first-1, rules.ClassArticle) || h.Is(first-1, "complement") {
		return odd.Span, []string{label}
	}
	first--
	for _, said := range h.Language.Class["said_with_article"] {
		if strings.HasSuffix(said, label) && len(said) > len(label) && strings.ContainsAny(said[len(said)-len(label)-1:len(said)-len(label)], " '") {
			return h.Over(first, odd.Last), []string{sameCase(h.Words(h.Over(first, odd.Last)), said)}
		}
	}
	if !h.Language.Quantity.HeadLast {
		return h.Over(first, odd.Last), []string{label}
	}
	return odd.Span, []string{label}
}

// around is as much of a list as shows its odd one in its place: all of a short
// one, else what stands beside it.
func (h *hearing) around(odd *mark.Mention, list []*mark.Mention) text.Span {
	const short = 4
	i := slices.Index(list, odd)
	if i < 0 {
		return text.Span{}
	}
	from, to := list[max(0, i-1)], list[min(len(list)-1, i+1)]
	if len(list) <= short {
		from, to = list[0], list[len(list)-1]
	}
	first := from.First
	if from != odd && first > 0 && h.In(first-1, rules.ClassArticle) {
		first--
	}
	return h.Over(first, to.Last)
}
