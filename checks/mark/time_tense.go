package mark

import (
	"strings"

	"recoupe/checks/text"
	"recoupe/rules"
)

// sense looks at the preposition before a token, over articles.
func (r *timeReader) sense(first int) Sense {
	i := first
	for range 3 {
		for _, s := range r.g.senses {
			if at := i - len(s.keys); at >= r.first && r.spells(s.keys, at) {
				return s.sense
			}
		}
		if i <= r.first || !r.is(i-1, skipWord) {
			break
		}
		i--
	}
	return At
}

var senseNames = map[string]Sense{"at": At, "since": Since, "until": Until, "before": Before, "after": After, "around": Around}

// tense looks for the nearest words around a time that tell the future from
// the past; a word beyond a mark counts as farther, and what announces weighs
// more than what looks back: "will be held".
func (r *timeReader) tense(t *Time) int8 {
	if r.told(t.First - 1) {
		return -1
	}
	const far = 30
	future, past := far, far
	// What is farther than this changes nothing.
	reach := func() int {
		if future < far {
			return future
		}
		return min(far, past+lead+1)
	}
	look := func(i, distance int) {
		switch r.tenseAt(i) {
		case 1:
			future = min(future, distance)
		case -1:
			past = min(past, distance)
		}
	}
	for i, distance := t.First-1, 0; i >= r.first && distance < reach(); i-- {
		distance += r.step(i)
		look(i, distance)
	}
	for i, distance := t.Last, 0; i < r.limit && distance < reach(); i++ {
		distance += r.step(i)
		look(i, distance)
	}
	switch {
	case future == far && past == far:
		return 0
	case future <= past+lead:
		return 1
	}
	return -1
}

// lead is by how much farther what announces may stand than what looks back.
const lead = 3

// untold stands for what a word tells of tense before anybody asked.
const untold = 2

// tenseAt is tenseOf, worked out once a word.
func (r *timeReader) tenseAt(i int) int8 {
	if r.tenses[i] == untold {
		r.tenses[i] = r.tenseOf(i)
	}
	return r.tenses[i]
}

func (r *timeReader) step(i int) int {
	switch r.m.Tokens[i].Char {
	case 0:
		return 1
	case ',', '«', '»', '"', '“', '”', '’', '.':
		return 6
	case '-', '–':
		if r.m.Tokens[i].Is(text.Glued) {
			return 1
		}
	}
	return 30
}

// tenseOf is what one word says: 1 to come, -1 past, 0 nothing.
func (r *timeReader) tenseOf(i int) int8 {
	t := &r.m.Tokens[i]
	if t.Kind != text.Word {
		return 0
	}
	for _, e := range r.lex(i).entries {
		if !r.written(i, e.exact) {
			continue
		}
		switch e.class {
		case futureWord:
			return 1
		case pastWord:
			return -1
		case exceptWord:
			return 0
		}
	}
	if t.Is(text.Capital) && i > r.first {
		return 0
	}
	if r.m.in(i, rules.ClassSpeech) {
		return -1
	}
	var buf [48]byte
	word := text.AppendFold(buf[:0], r.m.Words(t.Span))
	for _, ending := range r.g.table.Tense.Endings {
		if n := len(word) - len(ending); n >= 1 && string(word[n:]) == ending {
			return 1
		}
	}
	for _, ending := range r.g.table.Tense.PastEndings {
		if n := len(word) - len(ending); n >= 2 && string(word[n:]) == ending {
			return -1
		}
	}
	return 0
}

// told reports a participle right before a time, with nothing that announces
// before it in its clause: "ouvert lundi".
func (r *timeReader) told(i int) bool {
	if i < r.first || !r.participle(i) {
		return false
	}
	for i--; i >= r.first && r.m.Tokens[i].Kind != text.Mark; i-- {
		if r.tenseAt(i) > 0 {
			return false
		}
	}
	return true
}

// participle tells one by its ending, accents and all.
func (r *timeReader) participle(i int) bool {
	t := r.m.Tokens[i]
	if t.Kind != text.Word || t.Is(text.Capital) || r.is(i, exceptWord) || r.tenseAt(i) > 0 {
		return false
	}
	for _, ending := range r.g.table.Tense.Participles {
		if strings.HasSuffix(r.m.Words(t.Span), ending) && t.End-t.Start > len(ending)+2 {
			return true
		}
	}
	return false
}
