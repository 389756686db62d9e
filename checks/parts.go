package checks

import (
	"slices"
	"strings"

	"recoupe/checks/claim"
	"recoupe/checks/text"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// parts judges how many of its parts a country or a body is said to have: "la
// Suisse et ses 27 cantons", "the 16-member Security Council". The figure meant
// is the one that the language calls by the noun and the owner's name.
func (h *hearing) parts() Judged {
	c := h.claim
	if c.Voice&(claim.Denied|claim.Distanced|claim.Supposed|claim.Planned) != 0 || !exact(c.Quantity) || c.Quantity.Ordinal {
		return unknown(whyVoice)
	}
	figures := h.figuresOf(h.countedNouns(), c.Subject.Entities)
	if c.Set["owner"] == "part" {
		figures = h.partFigures()
	}
	if len(figures) == 0 {
		return unknown(whyNothing)
	}
	return h.figured(figures)
}

// bareParts judges a number of parts whose owner has to be found in the story:
// "in all fifty-two states". Of the countries that the story names one alone may
// have parts of that name. Only more than there are, or a number that was right
// once, is surely meant for the whole.
func (h *hearing) bareParts() Judged {
	c := h.claim
	if !exact(c.Quantity) || c.Quantity.Ordinal {
		return unknown(whyVoice)
	}
	var figures []*rules.Entity
	owners := 0
	nouns := h.countedNouns()
	for i := range c.Subject.Entities {
		if found := h.figuresOf(nouns, c.Subject.Entities[i:i+1]); len(found) > 0 {
			owners++
			figures = found
		}
	}
	if owners != 1 || len(figures) != 1 {
		return unknown(whyReadings)
	}
	whole, before := 0.0, false
	at, dated := h.told()
	for _, f := range h.Book.Of(figures[0], rules.Counts) {
		if dated && f.During.Overlaps(at) {
			whole = f.Value.Number
		}
		before = before || f.Value.Number == c.Quantity.Low
	}
	if n := c.Quantity.Low; c.Set["whole"] != "" && n != whole && max(n-whole, whole-n) <= max(2, whole/8) {
		return h.figured(figures)
	}
	if c.Quantity.Low > whole && (before || c.Quantity.Low < whole*1.25) && c.Set["all"] != "" || before || c.Quantity.Low == whole {
		return h.figured(figures)
	}
	return unknown(whyPart)
}

// A noun is what a number counts, as the keys of one word or two.
type noun []uint64

// figuresOf are the figures that a counted noun and an owner's name make:
// "cantons suisses", "members of the Security Council".
func (h *hearing) figuresOf(nouns []noun, owners []*rules.Entity) (out []*rules.Entity) {
	phrases := h.Language.Phrases()
	for _, n := range nouns {
		begins, _, goesOn := n.walk(phrases, 0)
		for _, e := range owners {
			for _, adjective := range e.Adjectives[h.Lang] {
				if goesOn {
					_, called, _ := phrases.Walk(begins, adjective)
					out = addFigures(out, called)
				}
				if after, _, ok := phrases.Walk(0, adjective); ok {
					_, called, _ := n.walk(phrases, after)
					out = addFigures(out, called)
				}
			}
			if !goesOn {
				continue
			}
			for _, name := range slices.Concat(e.Names[h.Lang], e.Acronyms[h.Lang]) {
				for _, of := range h.Language.Class["figure_of"] {
					if strings.HasSuffix(of, "'") { // one word with the name
						_, called, _ := phrases.Walk(begins, of+name)
						out = addFigures(out, called)
					} else if after, _, ok := phrases.Walk(begins, of); ok {
						_, called, _ := phrases.Walk(after, name)
						out = addFigures(out, called)
					}
				}
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// walk goes on from a prefix over the noun.
func (n noun) walk(phrases *rules.Phrases, prefix uint64) (next uint64, ends *rules.Phrase, longer bool) {
	next, longer = prefix, true
	for _, key := range n {
		if !longer {
			return 0, nil, false
		}
		next, ends, longer = phrases.Step(next, key)
	}
	return next, ends, longer
}

// countedNouns are the words that the claim's number counts, the longest first,
// and a singular's plural: "27-member".
func (h *hearing) countedNouns() []noun {
	i := h.claim.Quantity.Last
	for i < len(h.Tokens) && h.Tokens[i].Kind == text.Mark && i < h.claim.Quantity.Last+2 {
		i++
	}
	if i >= len(h.Tokens) || h.Tokens[i].Kind != text.Word {
		return nil
	}
	var out []noun
	if i+1 < len(h.Tokens) && h.Tokens[i+1].Kind == text.Word {
		out = append(out, noun{h.Tokens[i].Key, h.Tokens[i+1].Key})
	}
	out = append(out, noun{h.Tokens[i].Key})
	one := h.folded(i)
	for _, plural := range h.Language.Quantity.Plural {
		out = append(out, noun{text.Key(one + plural)})
	}
	return out
}

// addFigures adds the figures that go by a phrase, which may be nil.
func addFigures(out []*rules.Entity, called *rules.Phrase) []*rules.Entity {
	if called == nil {
		return out
	}
	for i := range called.Labels {
		if e := called.Labels[i].Entity; e != nil && e.Kind == rules.Figure && !slices.Contains(out, e) {
			out = append(out, e)
		}
	}
	return out
}

// rank judges which of its members a country is said to be: "the 27th member of
// the European Union". Those who joined on one day share their ranks.
func (h *hearing) rank() Judged {
	c := h.claim
	if c.Voice&(claim.Denied|claim.Distanced|claim.Supposed|claim.Planned|claim.Elect) != 0 || c.Quantity == nil || !c.Quantity.Ordinal || c.Value == nil {
		return unknown(whyVoice)
	}
	n := int(c.Quantity.Low)
	var known *rules.Fact
	var right int
	for _, org := range c.Subject.Entities {
		for _, f := range h.Book.Of(org, rules.Member) {
			if !c.Value.Names(f.Value.Entity) || f.During.From.IsZero() {
				continue
			}
			low, high := 1, 0
			for _, o := range h.Book.Of(org, rules.Member) {
				ended := !o.During.To.IsZero() && o.During.Last() < f.During.First()
				switch {
				case o.During.From.IsZero() || o.During.First() < f.During.First():
					if !ended {
						low++
						high++
					}
				case o.During.First() == f.During.First():
					high++
				}
			}
			if low <= n && n <= high {
				return confirmed(f)
			}
			if low != high || !h.Book.Ask(org, rules.Member, calendar.At(f.During.From)).Closed {
				return unknown(whyOpenTable)
			}
			known, right = f, low
		}
	}
	if known == nil || n > right+2 || n < right-2 {
		return unknown(whyNoFact)
	}
	return h.miscounted(float64(right), known.Subject, []*rules.Fact{known})
}
