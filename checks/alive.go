package checks

import (
	"strings"

	"recoupe/checks/claim"
	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// mourning is the time in days after a death in which copy may still quote.
const mourning = 7

// alive judges what only the living do at the time of the story: the dead do not
// speak on Monday. Anything told of a time when they lived passes.
func (h *hearing) alive() Judged {
	c := h.claim
	if !c.Voice.Own() || c.Voice&(claim.Then|claim.Quoted) != 0 {
		return unknown(whyVoice)
	}
	now, dated := h.asOf()
	if h.ofAnother() {
		return unknown(whyNothing)
	}
	if !dated || now.From.IsZero() || c.Relation() == "alive" && !h.datedNow(now) || h.goesOnAfter(c.Subject) || h.partOfThing(c.Subject) || h.classInSentence("relic") {
		return unknown(whyNothing)
	}
	var right []*rules.Fact
	for _, person := range c.Subject.Entities {
		died := h.Book.Of(person, rules.Died)
		if len(died) == 0 {
			return unknown(whyNothing) // no death in the book proves no life
		}
		for _, f := range died {
			if f.Value.Period.Last()+mourning >= now.First() || h.datedWithin(f.Value.Period.Last()) || h.saidWithin(f.Value.Period.Last()) {
				return unknown(whyReadings)
			}
			right = append(right, f)
		}
	}
	if len(right) == 0 {
		return unknown(whyNoFact)
	}
	f := Finding{
		Span: c.Subject.Span, About: c.Span, RestsOnDate: true,
		Vars:    map[string]Said{"subject": {Entity: right[0].Subject}, "said": {Words: h.deed()}, "known": {Fact: right[0]}, "when": {Period: now}},
		Because: []Evidence{{Fact: right[0]}},
		Down:    h.steps(true, right...),
	}
	return h.contradicted(f)
}

// deed are the claim's words without its subject: what the dead are said to do.
func (h *hearing) deed() string {
	c := h.claim
	s := c.Span
	if c.Subject.Start <= s.Start {
		s.Start = c.Subject.End
	} else if c.Subject.End >= s.End {
		s.End = c.Subject.Start
	}
	if words := strings.Trim(h.Words(s), " ,\u00a0\u202f"); words != "" {
		return words
	}
	return h.Words(c.Span)
}

// datedWithin reports whether the words of the claim hold a date on or before a day.
func (h *hearing) datedWithin(day calendar.Day) bool {
	for i := h.TimeFrom(h.TokenAt(h.claim.Span.Start)); i < len(h.When) && h.When[i].Start < h.claim.End; i++ {
		if t := &h.When[i]; h.claim.Span.Contains(t.Span) && !t.Period.IsZero() && t.Period.First() <= day {
			return true
		}
	}
	return false
}

// saidWithin reports whether the words right after the claim, up to a comma, give
// it a date on or before a day: "disait déjà X en 1974, a-t-on rappelé mardi".
func (h *hearing) saidWithin(day calendar.Day) bool {
	const reach = 8
	last := h.Sentences[h.claim.Sentence].Last
	for i := h.TokenAt(h.claim.End-1) + 1; i < min(last, h.TokenAt(h.claim.End-1)+reach) && !mark.Border(h.Tokens[i].Char); i++ {
		if k := h.TimeAt(i); k >= 0 && !h.When[k].Period.IsZero() && h.When[k].Period.First() <= day {
			return true
		}
	}
	return false
}

// partOfThing reports whether a name stands in that of a thing called after the
// person: "la Fondation Nelson Mandela", "le lycée Simone-Veil".
func (h *hearing) partOfThing(n *mark.Mention) bool {
	if h.Is(n.First-1, "street") {
		return true
	}
	for i := n.First + 1; i < n.Last; i++ {
		if h.Tokens[i].Is(text.Hyphen) && i == n.Last-1 && n.Last-n.First == 2 {
			return true
		}
	}
	return false
}

// classInSentence reports whether the claim's sentence holds a phrase of a class.
func (h *hearing) classInSentence(class string) bool {
	s := h.Sentences[h.claim.Sentence]
	for i := s.First; i < s.Last; i++ {
		if h.ClassAt(i, class) > 0 {
			return true
		}
	}
	return false
}
