package checks

import (
	"recoupe/checks/claim"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// lead is the time in days by which an election or a nomination may come before
// the first day in office.
const lead = 200

// appointed judges the date at which somebody is said to have come to an office:
// elected, named, sworn in, at its head since.
func (h *hearing) appointed() Judged {
	c := h.claim
	t, ok := h.time()
	if !c.Voice.Own() || !ok || c.Value == nil || t.NeedsStory || c.Voice&claim.Quoted != 0 || shortRelative(t) {
		return unknown(whyNoDate)
	}
	tenures := h.tenures()
	if len(tenures) == 0 {
		return unknown(whyNoFact)
	}
	for _, f := range tenures {
		if f.During.From.IsZero() {
			return unknown(whyNoFact)
		}
		came := calendar.Between(f.During.From.First()-lead, f.During.From.Last()+calendar.Day(f.Slack()))
		if came.Overlaps(t.Period) || c.Voice&claim.Then != 0 {
			return confirmed(f)
		}
		if !h.Book.Ask(f.Subject, rules.Holds, t.Period).Closed {
			return unknown(whyOpenTable)
		}
	}
	known := tenures[0]
	f := Finding{
		Span: t.Span, About: c.Subject.Span,
		Vars:    map[string]Said{"subject": {Words: h.Words(c.Subject.Span)}, "said": {Words: h.Words(t.Span)}, "known": {Period: known.During}},
		Because: []Evidence{{Fact: known}},
		Down:    h.steps(t.Relative, tenures...),
	}
	for _, other := range tenures[1:] {
		f.Because = append(f.Because, Evidence{Fact: other})
	}
	if len(tenures) == 1 {
		if s := h.redate(t, calendar.At(known.During.From)); s != "" {
			f.Suggestions = []string{s}
		}
	}
	return h.contradicted(f)
}

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
		return unknown(whyNoFact)
	}
	f := Finding{
		Span: c.Value.Span, About: c.Subject.Span, RestsOnDate: true,
		Vars:        map[string]Said{"subject": {Words: h.Words(c.Subject.Span)}, "said": {Words: h.Words(c.Value.Span)}, "known": {Entity: right[0].Value.Entity}, "when": {Period: now}},
		Because:     []Evidence{{Fact: right[0]}, {Fact: stale[0]}},
		Suggestions: []string{right[0].Value.Entity.Label(h.Lang)},
		Down:        h.steps(true, right[0], stale[0]),
	}
	return h.contradicted(f)
}
