package checks

import (
	"slices"

	"recoupe/checks/claim"
	"recoupe/checks/mark"
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
	figures := h.figuresOf(c.Subject)
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
	for _, e := range c.Subject.Entities {
		one := *c.Subject
		one.Entities = []*rules.Entity{e}
		if found := h.figuresOf(&one); len(found) > 0 {
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
	if c.Quantity.Low > whole && (before || c.Quantity.Low < whole*1.25) && c.Set["all"] != "" || before || c.Quantity.Low == whole {
		return h.figured(figures)
	}
	return unknown(whyPart)
}

// figuresOf are the figures that the counted noun and the owner's name make:
// "cantons suisses", "members of the Security Council".
func (h *hearing) figuresOf(owner *mark.Mention) []*rules.Entity {
	var out []*rules.Entity
	for _, noun := range h.countedNouns() {
		for _, e := range owner.Entities {
			for _, adjective := range e.Adjectives[h.Lang] {
				out = h.figuresCalled(out, noun+" "+adjective)
				out = h.figuresCalled(out, adjective+" "+noun)
			}
			for _, name := range slices.Concat(e.Names[h.Lang], e.Acronyms[h.Lang]) {
				for _, of := range h.Language.Class["figure_of"] {
					out = h.figuresCalled(out, noun+" "+of+" "+name)
				}
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// countedNouns are the words that the claim's number counts, the longest first,
// and a singular's plural: "27-member".
func (h *hearing) countedNouns() []string {
	i := h.claim.Quantity.Last
	for i < len(h.Tokens) && h.Tokens[i].Kind == text.Mark && i < h.claim.Quantity.Last+2 {
		i++
	}
	if i >= len(h.Tokens) || h.Tokens[i].Kind != text.Word {
		return nil
	}
	one := text.Fold(h.Words(h.Tokens[i].Span))
	var out []string
	if i+1 < len(h.Tokens) && h.Tokens[i+1].Kind == text.Word {
		out = append(out, one+" "+text.Fold(h.Words(h.Tokens[i+1].Span)))
	}
	out = append(out, one)
	for _, plural := range h.Language.Quantity.Plural {
		out = append(out, one+plural)
	}
	return out
}

// figuresCalled adds the figures that go by a phrase.
func (h *hearing) figuresCalled(out []*rules.Entity, phrase string) []*rules.Entity {
	phrases := h.Language.Phrases()
	keys := rules.Keys(phrase)
	var prefix uint64
	for i, k := range keys {
		next, ends, longer := phrases.Step(prefix, k)
		if i == len(keys)-1 && ends == nil {
			return out
		}
		if i == len(keys)-1 {
			for _, l := range ends.Labels {
				if l.Entity != nil && l.Entity.Kind == rules.Figure && !slices.Contains(out, l.Entity) {
					out = append(out, l.Entity)
				}
			}
			return out
		}
		if !longer {
			return out
		}
		prefix = next
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
