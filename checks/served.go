package checks

import (
	"recoupe/checks/claim"
	"recoupe/checks/mark"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// served judges from when to when somebody is said to have held an office or led
// a country: "chancelier de 1995 à 2005". One end that is right tells which time
// in office is meant; then the other has to be right too.
func (h *hearing) served() Judged {
	c := h.claim
	if !c.Voice.Own() || c.Value == nil || c.When == nil {
		return unknown(whyVoice)
	}
	t := &h.When[c.When.Time]
	parts := t.Parts()
	if t.Type != mark.Range || t.Relative || len(parts) != 2 || parts[0].Period.IsZero() || parts[1].Period.IsZero() || parts[0].Last <= parts[0].First || parts[1].Last <= parts[1].First {
		return unknown(whyNoDate)
	}
	var began, ended []*rules.Fact
	for _, f := range h.tenures() {
		if f.During.From.IsZero() || f.Acting {
			return unknown(whyNoFact)
		}
		in := calendar.At(f.During.From).Widen(f.Slack()).Overlaps(parts[0].Period)
		out := !f.During.To.IsZero() && calendar.At(f.During.To).Widen(f.Slack()).Overlaps(parts[1].Period)
		if in {
			began = append(began, f)
		}
		if out {
			ended = append(ended, f)
		}
	}
	switch {
	case len(began) > 0 && len(ended) > 0:
		return confirmed(began[0])
	case len(began) == 1 && !began[0].During.To.IsZero() && h.alone(began[0]):
		return h.misserved(t, &parts[1], began[0], began[0].During.To)
	case len(ended) == 1 && h.alone(ended[0]):
		return h.misserved(t, &parts[0], ended[0], ended[0].During.From)
	}
	return unknown(whyReadings)
}

// alone reports whether a tenure is the only one of its office and person, so that
// no other may have lasted as is told.
func (h *hearing) alone(f *rules.Fact) bool {
	for _, other := range h.Book.Of(f.Subject, rules.Holds) {
		if other != f && other.Value.Entity == f.Value.Entity {
			return false
		}
	}
	return true
}

// misserved reports the wrong end of a time in office.
func (h *hearing) misserved(t *mark.Time, p *mark.Part, known *rules.Fact, right calendar.Date) Judged {
	c := h.claim
	span := h.Over(p.First, p.Last)
	f := Finding{
		Span: span, About: c.Value.Span,
		Vars:    map[string]Said{"subject": {Entity: known.Subject}, "said": {Words: h.Words(t.Span)}, "known": {Period: known.During}},
		Because: []Evidence{{Fact: known}},
		Down:    h.steps(false, known),
	}
	if c.Voice&claim.Quoted != 0 {
		f.Quoted = true
	}
	if p.Written&(mark.MonthField|mark.DayField) == 0 {
		right.Month, right.Day = 0, 0
	} else if p.Written&mark.DayField == 0 {
		right.Day = 0
	}
	if words := h.Language.SayDate(right); p.Written&mark.WeekdayField == 0 && words != "" {
		f.Suggestions = []string{words}
	}
	return h.contradicted(f)
}
