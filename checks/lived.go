package checks

import (
	"strconv"

	"recoupe/checks/claim"
	"recoupe/checks/mark"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// lived judges the years in brackets after a name, "(1918-2013)": where one of
// them is that of the birth or of the death, the other has to be so too. Years
// of which neither is may be those of an office.
func (h *hearing) lived() Judged {
	c := h.claim
	t, ok := h.time()
	if !c.Voice.Own() || !ok || t.Relative || len(c.Subject.Entities) != 1 || h.ofAnother() || h.partOfThing(c.Subject) {
		return unknown(whyNoDate)
	}
	person := c.Subject.Entities[0]
	born, died := h.Book.Of(person, rules.Born), h.Book.Of(person, rules.Died)
	parts := t.Parts()
	if len(parts) != 2 || len(born) != 1 || len(died) != 1 || h.servedFrom(person, parts[0]) {
		return unknown(whyNoFact)
	}
	in, out := born[0].Value.Period.Overlaps(parts[0].Period), died[0].Value.Period.Overlaps(parts[1].Period)
	switch {
	case in && out:
		return confirmed(born[0])
	case out:
		return h.mislived(&parts[0], born[0])
	case in:
		return h.mislived(&parts[1], died[0])
	}
	return unknown(whyReadings)
}

// servedFrom reports whether a person took an office in the time of a part.
func (h *hearing) servedFrom(person *rules.Entity, p mark.Part) bool {
	for _, f := range h.Book.With(person, rules.Holds) {
		if !f.During.From.IsZero() && calendar.At(f.During.From).Overlaps(p.Period) {
			return true
		}
	}
	return false
}

// mislived reports the wrong end of a life.
func (h *hearing) mislived(p *mark.Part, known *rules.Fact) Judged {
	if p.Last <= p.First || p.Period.IsZero() {
		return unknown(whyNoDate)
	}
	f := Finding{
		Span: h.Over(p.First, p.Last), About: h.claim.Subject.Span,
		Vars:    map[string]Said{"subject": {Entity: known.Subject}, "said": {Words: h.Words(h.Over(p.First, p.Last))}, "known": {Fact: known}},
		Because: []Evidence{{Fact: known}},
		Down:    h.steps(false, known),
	}
	if w := h.claim.When; w != nil && w.Margin < claim.Sure {
		f.Down-- // brackets leave no doubt
	}
	if p.Written == mark.YearField {
		f.Suggestions = []string{strconv.Itoa(known.Value.Period.From.Year)}
	}
	return h.contradicted(f)
}
