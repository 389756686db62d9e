package checks

import (
	"slices"
	"strings"

	"recoupe/checks/claim"
	"recoupe/checks/text"
	"recoupe/rules"
)

// sides are the four sides of a country: the letter, the word class that names
// it, and the side opposite. Words of two classes that stand at the same place of
// opposite lists are each other's opposites.
var sides = []struct{ letter, class, opposite, other string }{
	{"N", "side_n", "S", "side_s"}, {"S", "side_s", "N", "side_n"}, {"E", "side_e", "W", "side_w"}, {"W", "side_w", "E", "side_e"},
}

// side judges on which side of its country a city is said to lie: wrong where it
// lies in the outer third of the opposite one.
func (h *hearing) side() Judged {
	c := h.claim
	if c.Voice&(claim.Denied|claim.Distanced|claim.Fiction|claim.Supposed) != 0 {
		return unknown(whyVoice)
	}
	at, end := h.sideSaid()
	if end == 0 {
		return unknown(whyNothing)
	}
	said := h.Over(at, end)
	words := h.Words(said)
	var wrong *rules.Fact
	for _, city := range c.Subject.Entities {
		if c.Value != nil && !slices.ContainsFunc(h.enclosing(city), func(f *rules.Fact) bool { return c.Value.Names(f.Value.Entity) }) {
			continue // a namesake elsewhere
		}
		facts := h.Book.Of(city, rules.Side)
		if len(facts) == 0 {
			return unknown(whyNoFact)
		}
		lies := facts[0].Value.Words
		against := false
		for _, s := range sides {
			switch {
			case !h.names(at, end, s.class):
			case slices.Contains(lies, s.opposite):
				against = true
				words = h.turned(words, s.class, s.other)
			case slices.Contains(lies, s.letter) && !against && !h.twoSided(at, end):
				return confirmed(facts[0])
			}
		}
		if !against {
			return unknown(whyReadings)
		}
		wrong = facts[0]
	}
	if wrong == nil {
		return unknown(whyNoFact)
	}
	return h.contradicted(Finding{
		Span: said, Phrase: h.groupAfter(c.Subject.Last, h.TokenAt(c.End-1)+1, said), About: c.Subject.Span,
		Vars:        map[string]Said{"subject": {Words: h.Words(c.Subject.Span)}, "said": {Words: h.Words(said)}, "known": {Words: words}},
		Because:     []Evidence{{Fact: wrong}},
		Suggestions: []string{words},
		Down:        h.steps(false, wrong),
	})
}

// sideSaid are the tokens of a claim's words that name a side, the second excluded.
func (h *hearing) sideSaid() (at, end int) {
	last := h.TokenAt(h.claim.End-1) + 1
	for i := h.TokenAt(h.claim.Start); i < last; i++ {
		if i >= h.claim.Subject.First && i < h.claim.Subject.Last {
			continue
		}
		if end := h.ClassAt(i, "side_word"); end > 0 && end <= last {
			at = i
			return at, end
		}
	}
	return 0, 0
}

// names reports whether tokens are a phrase of a class.
func (h *hearing) names(at, end int, class string) bool { return h.ClassAt(at, class) == end }

// twoSided reports whether tokens name two sides at once: "nord-est".
func (h *hearing) twoSided(at, end int) bool {
	n := 0
	for _, s := range sides {
		if h.names(at, end, s.class) {
			n++
		}
	}
	return n > 1
}

// turned is a phrase of one class as that of the opposite, written alike.
func (h *hearing) turned(words, class, other string) string {
	flat := strings.NewReplacer("-", " ", "‑", " ").Replace(text.Fold(words))
	i := slices.Index(h.Language.Class[class], flat)
	if i < 0 || i >= len(h.Language.Class[other]) {
		return words
	}
	out := h.Language.Class[other][i]
	if strings.ContainsAny(words, "-‑") {
		out = strings.ReplaceAll(out, " ", "-")
	}
	return sameCase(words, out)
}

// groupAfter is the group behind a name that holds what is said of it, without the
// comma between; the said words alone where the name stands behind.
func (h *hearing) groupAfter(from, to int, said text.Span) text.Span {
	if g := h.groupOf(from, to); g.Contains(said) {
		return g
	}
	return said
}
