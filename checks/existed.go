package checks

import (
	"recoupe/checks/claim"
	"recoupe/checks/mark"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// Grace around the life of a body, in days: names and money outlive their end,
// and founders speak before the founding day.
const (
	afterlife  = 400
	beforehand = 60
)

// existed judges that something takes part in what is told at a time: a party
// that has members, money that is paid, a state that sends a team. Before it
// began only a date that the story writes counts.
func (h *hearing) existed() Judged {
	c := h.claim
	if !c.Voice.Own() || c.Voice&(claim.Former|claim.Then|claim.Elect|claim.Quoted) != 0 {
		return unknown(whyVoice)
	}
	at, written, dated := h.existsAt()
	if !dated || h.joinsHeir(c.Subject) {
		return unknown(whyNoDate)
	}
	var wrong []*rules.Fact
	for _, e := range c.Subject.Entities {
		facts := h.Book.Of(e, rules.Existed)
		if len(facts) == 0 {
			return unknown(whyNoFact)
		}
		for _, f := range facts {
			life := f.During.Widen(beforehand)
			if !f.During.To.IsZero() {
				life.To = (f.During.Last() + afterlife).Date()
			}
			if at.First() < life.First() && !written {
				return unknown(whyNoDate)
			}
			if life.Overlaps(at) || at.First() > life.Last() && h.narrated(f.During) {
				return confirmed(f)
			}
			wrong = append(wrong, f)
		}
	}
	if len(wrong) == 0 {
		return unknown(whyNoFact)
	}
	f := Finding{
		Span: c.Subject.Span, RestsOnDate: !written,
		Vars: map[string]Said{"subject": {Entity: wrong[0].Subject}, "said": {Words: h.Words(c.Subject.Span)}, "known": {Period: wrong[0].During}, "when": {Period: at}},
		Down: h.steps(!written, wrong...),
	}
	if c.When != nil {
		f.About = h.Times[c.When.Time].Span
	}
	if other := h.calledThen(wrong[0].Subject, c.Subject.Way, at); other != "" {
		f.Suggestions = []string{other}
	}
	for _, w := range wrong {
		f.Because = append(f.Because, Evidence{Fact: w})
	}
	return h.contradicted(f)
}

// existsAt is the time at which the subject is said to be there, and whether the
// story writes it: the claim's own, the one that opens its sentence, or these days.
func (h *hearing) existsAt() (at calendar.Period, written, ok bool) {
	at, ok = h.told()
	written = sure(h.claim.When)
	var t *mark.Time
	switch way := h.claim.Set["time"]; {
	case way == "now":
		at, ok = h.asOf()
		return at, false, ok && h.datedNow(at)
	case written:
		if way != "heading" {
			return at, written, ok
		}
		t = h.headingTime()
	case way == "heading", way == "attached":
		t = h.headingTime()
	case way == "sentence":
		t = h.onlyTime()
	}
	switch way := h.claim.Set["time"]; {
	case t != nil:
		return t.Period, true, true
	case way == "heading", way == "sentence", way == "written":
		return at, false, false
	}
	return at, written, ok
}

// onlyTime is the one time of the claim's sentence, where its year is written;
// nil otherwise.
func (h *hearing) onlyTime() *mark.Time {
	s := h.Sentences[h.claim.Sentence]
	i := h.TimeFrom(s.First)
	if i >= len(h.When) || h.When[i].First >= s.Last || h.When[i].Written&mark.YearField == 0 || h.When[i].Period.IsZero() {
		return nil
	}
	if i+1 < len(h.When) && h.When[i+1].First < s.Last {
		return nil
	}
	return &h.When[i]
}

// headingTime is the one time of the claim's sentence, where it opens the sentence
// and dates what follows: "En 2004, les passagers racontaient …".
func (h *hearing) headingTime() *mark.Time {
	const reach = 3 // tokens of what may stand before it
	t := h.onlyTime()
	if t == nil || t.Sense == mark.Since || t.Sense == mark.Until || t.First > h.Sentences[h.claim.Sentence].First+reach || t.Last > h.claim.Subject.First {
		return nil
	}
	return t
}

// sure reports whether a time belongs to a claim with full weight.
func sure(a *claim.Attached) bool { return a != nil && a.Margin >= claim.Sure }
