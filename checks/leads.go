package checks

import (
	"recoupe/checks/claim"
	"recoupe/checks/text"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// leads judges who is said to lead an organisation, whatever the title: wrong
// when the person led it at another time, and not at this one.
func (h *hearing) leads() Judged {
	c := h.claim
	now, dated := h.told()
	if !c.Voice.Own() || c.Value == nil || !dated || c.Voice&(claim.Former|claim.Then) != 0 {
		return unknown(whyVoice)
	}
	var stale, right []*rules.Fact
	for _, person := range c.Value.Entities {
		for _, f := range h.Book.With(person, rules.Holds) {
			if f.Subject.Of == nil || !c.Subject.Names(f.Subject.Of) {
				continue
			}
			if f.During.Widen(f.Slack()).Overlaps(now) || h.narrated(f.During) {
				return confirmed(f)
			}
			a := h.Book.Ask(f.Subject, rules.Holds, now)
			if !a.Closed || len(a.Facts) != 1 {
				return unknown(whyOpenTable)
			}
			stale, right = append(stale, f), append(right, a.Facts[0])
		}
	}
	if len(stale) == 0 {
		return h.leadsOther(now)
	}
	f := Finding{
		Span: c.Value.Span, About: c.Subject.Span, RestsOnDate: true,
		Vars:        map[string]Said{"subject": {Words: h.Words(c.Subject.Span)}, "said": {Words: h.Words(c.Value.Span)}, "known": {Entity: right[0].Value.Entity}, "when": {Period: now}},
		Because:     []Evidence{{Fact: right[0]}, {Fact: stale[0]}},
		Suggestions: []string{h.inItsLetters(right[0].Value.Entity)},
		Down:        h.steps(true, right[0], stale[0]),
	}
	return h.contradicted(f)
}

// leadsOther judges that somebody leads a body which they never led: wrong when
// the book knows who does, and the body that the person leads.
func (h *hearing) leadsOther(now calendar.Period) Judged {
	c := h.claim
	if c.Value.Weak || len(c.Value.Entities) != 1 || len(c.Subject.Entities) != 1 || h.Tokens[c.Subject.Last-1].Is(text.Hyphen) || h.goesOnAfter(c.Subject) {
		return unknown(whyNoFact)
	}
	person, body := c.Value.Entities[0], c.Subject.Entities[0]
	var right *rules.Fact
	for _, f := range h.Book.With(person, rules.Holds) {
		if f.Subject.Of == nil || f.Subject.Of.Kind != rules.Organisation || !f.During.Widen(f.Slack()).Overlaps(now) {
			continue
		}
		if right != nil {
			return unknown(whyReadings)
		}
		right = f
	}
	offices := h.Book.Offices(body)
	if right == nil || len(offices) != 1 || right.Subject.Of == body {
		return unknown(whyNoFact)
	}
	a := h.Book.Ask(offices[0], rules.Holds, now)
	if !a.Closed || len(a.Facts) == 0 {
		return unknown(whyOpenTable)
	}
	f := Finding{
		Span: c.Subject.Span, About: c.Value.Span, RestsOnDate: true,
		Vars:        map[string]Said{"subject": {Words: h.Words(c.Value.Span)}, "said": {Words: h.Words(c.Subject.Span)}, "known": {Entity: right.Subject.Of}, "when": {Period: now}},
		Because:     []Evidence{{Fact: right}, {Fact: a.Facts[0]}},
		Suggestions: []string{right.Subject.Of.Label(h.Lang)},
		Down:        h.steps(true, right, a.Facts[0]),
	}
	return h.contradicted(f)
}
