package checks

import (
	"recoupe/checks/claim"
	"recoupe/checks/mark"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// club judges what is said of a country and a club that the words may leave to
// the story: "Il y était entré en 1979", "the alliance". Set: what = "joined",
// "founded", "in", "out" or "of" (a roll that is called).
func (h *hearing) club() Judged {
	c := h.claim
	if c.Voice&(claim.Distanced|claim.Supposed|claim.Planned|claim.Fiction|claim.Elect) != 0 {
		return unknown(whyVoice)
	}
	if c.Value == nil && !h.countryMeant() {
		return unknown(whyNothing)
	}
	if c = h.claim; c.Set["what"] == "of" {
		if j := h.calledRoll(); j.Why != whyNothing {
			return j
		}
	}
	clubs := h.clubsMeant()
	for i := range clubs {
		one := *c
		one.Subject = &clubs[i]
		h.claim = &one
		if j := h.clubbed(clubs[i].Entities[0]); j.Why != whyNothing {
			return j
		}
	}
	return unknown(whyNothing)
}

// clubbed judges what is said of a country and a known club.
func (h *hearing) clubbed(org *rules.Entity) Judged {
	c := h.claim
	switch c.Set["what"] {
	case "joined":
		if h.joinedAnother() {
			return unknown(whyReadings)
		}
		return h.joined()
	case "founded":
		return h.founded(org)
	case "ever":
		if _, written := h.time(); written && h.dayWritten() {
			return h.joined()
		}
		return h.everMember()
	case "left":
		return h.leftNever(org)
	case "of":
		if len(h.company(c.Value)) < 3 {
			return unknown(whyNothing)
		}
	}
	at, dated := h.told()
	if !dated {
		return unknown(whyNoDate)
	}
	out := (c.Set["what"] == "out") != (c.Voice&claim.Denied != 0)
	return h.inOrOut(org, at, out)
}

// dayWritten reports a time that says a day or a year, not only a weekday.
func (h *hearing) dayWritten() bool {
	t, _ := h.time()
	return t.Written&mark.YearField != 0 && !t.Relative
}

// leftNever judges who is said to have left a body: a country that never was in.
func (h *hearing) leftNever(org *rules.Entity) Judged {
	c := h.claim
	at, dated := h.asOf()
	if c.Voice&claim.Denied != 0 || !dated || h.partOfAny(org, c.Value) {
		return unknown(whyVoice)
	}
	if f := h.joinedBy(org, c.Value, calendar.Period{}); f != nil {
		return unknown(whyReadings)
	}
	first := calendar.Earliest
	begun := h.Book.Of(org, rules.Existed)
	for _, f := range begun {
		first = f.During.First()
		if first == calendar.Earliest {
			first = f.Value.Period.First()
		}
	}
	if len(begun) == 0 || org.Since.IsZero() || org.Since.First() > first || !h.Book.Ask(org, rules.Member, at).Closed {
		return unknown(whyOpenTable)
	}
	return h.contradicted(Finding{
		Span: c.Subject.Span, About: c.Value.Span,
		Vars:    map[string]Said{"subject": {Entity: org}, "said": {Words: h.Words(c.Span)}, "absent": {Entity: c.Value.Entities[0]}, "when": {Period: at}},
		Because: []Evidence{{Fact: begun[0]}}, Down: h.steps(true, begun[0]),
	})
}

// founded judges who is said to have founded a body: its members of the first day.
func (h *hearing) founded(org *rules.Entity) Judged {
	first := calendar.Date{}
	for _, f := range h.Book.Of(org, rules.Member) {
		if d := f.During.From; !d.IsZero() && (first.IsZero() || d.First() < first.First()) {
			first = d
		}
	}
	if first.IsZero() || org.Since.IsZero() || !h.completeFrom(org, first) {
		return unknown(whyOpenTable)
	}
	if h.claim.Voice&claim.Denied != 0 {
		return unknown(whyVoice)
	}
	founder := func(f *rules.Fact) bool { return !f.During.From.IsZero() && f.During.First() == first.First() }
	return h.oddOf(org, h.company(h.claim.Value), founder)
}

// completeFrom reports whether a body's list holds its first members: several
// joined on its first day.
func (h *hearing) completeFrom(org *rules.Entity, first calendar.Date) bool {
	begun := false
	for _, f := range h.Book.Of(org, rules.Existed) {
		begun = begun || f.Value.Period.From.Year == first.Year || f.During.From.Year == first.Year
	}
	return begun
}

// inOrOut judges the members and outsiders of a list.
func (h *hearing) inOrOut(org *rules.Entity, at calendar.Period, out bool) Judged {
	if !h.Book.Ask(org, rules.Member, at).Closed {
		return unknown(whyOpenTable)
	}
	list := h.company(h.claim.Value)
	if h.claim.Set["list"] == "one" {
		list = []*mark.Mention{h.claim.Value}
	}
	in := func(f *rules.Fact) bool { return f.During.Widen(f.Slack()).Overlaps(at) }
	if !out {
		return h.oddOf(org, list, in)
	}
	return h.oddOut(org, list, at)
}
