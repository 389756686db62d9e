package checks

import (
	"slices"

	"recoupe/checks/claim"
	"recoupe/checks/text"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// titles judges how many titles a country or a champion is said to have: "their
// fourth world title". Of past ones any ordinal is right.
func (h *hearing) titles() Judged {
	c := h.claim
	if c.Voice&(claim.Denied|claim.Distanced|claim.Supposed|claim.Planned|claim.Fiction) != 0 || c.Quantity == nil || !exact(c.Quantity) || h.anywhere("other_sport") {
		return unknown(whyVoice)
	}
	at, dated := h.told()
	const lately = 10 // days: the title was won at the end of the week
	if now, _ := h.asOf(); !dated || at.Last() < now.First()-lately || at.First() > now.Last() {
		return unknown(whyNoDate)
	}
	var wrong *rules.Fact
	owners := h.champions(h.Sentences[c.Sentence])
	if len(owners) == 0 && c.Sentence > 0 {
		owners = h.champions(h.Sentences[c.Sentence-1])
	}
	for _, figure := range owners {
		if figure.Of != nil && figure.Of.Kind == rules.Country && !h.anywhere("football") {
			return unknown(whyReadings)
		}
		f := h.countAt(figure, at)
		if f == nil {
			return unknown(whyNoFact)
		}
		n, known := c.Quantity.Low, f.Value.Number
		if known == n || c.Quantity.Ordinal && n < known {
			return confirmed(f)
		}
		over := n > known && n <= known+2 && (!c.Quantity.Ordinal || n > known+1 || h.won())
		if !over && (c.Quantity.Ordinal || n != known-1) {
			return unknown(whyReadings) // the title that is played for
		}
		if wrong == nil {
			wrong = f
		}
	}
	if wrong == nil {
		return unknown(whyNothing)
	}
	return h.miscountedIn(h.countPhrase(c.Quantity).Join(c.Span), wrong.Value.Number, wrong.Subject, []*rules.Fact{wrong})
}

// champions are the figures that the counted titles and each country or person of
// a sentence make, in the order of the sentence.
func (h *hearing) champions(s text.Sentence) []*rules.Entity {
	nouns := h.titleNouns()
	var out []*rules.Entity
	for i := h.MentionFrom(s.First); i < len(h.Mentions) && h.Mentions[i].First < s.Last; i++ {
		if n := &h.Mentions[i]; n.Kind == rules.Country || n.Kind == rules.Person {
			for _, e := range h.figuresOf(nouns, n.Entities) {
				if !slices.Contains(out, e) {
					out = append(out, e)
				}
			}
		}
	}
	return out
}

// countAt is the number of a figure at a time; nil where the book has none.
func (h *hearing) countAt(figure *rules.Entity, at calendar.Period) *rules.Fact {
	for _, f := range h.Book.Of(figure, rules.Counts) {
		if at.Within(f.During) {
			return f
		}
	}
	return nil
}

// titleNouns are the words that the claim's number counts, the longest first:
// "World Cup title".
func (h *hearing) titleNouns() []noun {
	const longest = 4 // words
	i := h.afterNumber()
	var keys noun
	var out []noun
	for k := i; k < len(h.Tokens) && k < i+longest; k++ {
		keys = append(keys, h.Tokens[k].Key)
		out = slices.Insert(out, 0, slices.Clone(keys))
	}
	return out
}

// won reports words of a title that was won just now.
func (h *hearing) won() bool {
	s := h.Sentences[h.claim.Sentence]
	for i := s.First; i < s.Last; i++ {
		if h.ClassAt(i, "title_won") > 0 {
			return true
		}
	}
	return false
}
