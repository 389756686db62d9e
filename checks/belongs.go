package checks

import (
	"recoupe/checks/claim"
	"recoupe/checks/text"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// told is the period that a claim without an office speaks of: its own date, or
// the publication date.
func (h *hearing) told() (calendar.Period, bool) {
	if t, ok := h.time(); ok && h.claim.When.Margin >= claim.Sure {
		return t.Period, true
	}
	return h.asOf()
}

// member judges who is said to belong to an organisation, when they joined, or
// that they stand outside. Set: what = "in" (the default), "out" or "joined".
func (h *hearing) member() Judged {
	c := h.claim
	if !c.Voice.Own() && c.Voice&^claim.Denied != 0 || c.Value == nil || c.Voice&(claim.Planned|claim.Supposed|claim.Elect) != 0 {
		return unknown(whyVoice)
	}
	switch c.Set["what"] {
	case "joined":
		return h.joined()
	case "ever":
		return h.everMember()
	}
	at, dated := h.told()
	if !dated {
		return unknown(whyNoDate)
	}
	if h.partOfMember() {
		return unknown(whyReadings)
	}
	out := (c.Set["what"] == "out") != (c.Voice&claim.Denied != 0)
	for _, org := range c.Subject.Entities {
		for _, country := range c.Value.Entities {
			v := h.belongs(org, country, at, out)
			if v.Verdict != Contradicted {
				return v
			}
		}
	}
	return h.notMember(at)
}

// everMember judges that somebody joined, at whatever time before the story.
func (h *hearing) everMember() Judged {
	c := h.claim
	at, dated := h.asOf()
	if !dated {
		return unknown(whyNoDate)
	}
	if h.partOfMember() {
		return unknown(whyReadings)
	}
	list := h.company(c.Value)
	for _, org := range c.Subject.Entities {
		until := calendar.Period{From: org.Since, To: at.To}
		if c.Voice&claim.Denied != 0 || !h.Book.Ask(org, rules.Member, until).Closed || !h.Book.Ask(org, rules.Member, at).Closed {
			return unknown(whyOpenTable)
		}
		if f := h.joinedBy(org, c.Value, at); f != nil && len(list) == 1 {
			return confirmed(f)
		}
		if len(list) > 1 {
			return h.oddOf(org, list, func(f *rules.Fact) bool { return f.During.First() <= at.Last()+calendar.Day(f.Slack()) })
		}
	}
	return h.notMember(at)
}

// belongs holds one reading up to the book.
func (h *hearing) belongs(org, who *rules.Entity, at calendar.Period, out bool) Judged {
	former := h.claim.Voice&(claim.Former|claim.Then) != 0
	for _, f := range h.Book.Of(org, rules.Member) {
		if f.Value.Entity != who {
			continue
		}
		if in := f.During.Widen(f.Slack()).Overlaps(at); in && !out || former {
			return confirmed(f)
		} else if in && out {
			if !f.During.Within(at) && (at.First() < f.During.First() || at.Last() > f.During.Last()) {
				return unknown(whyReadings)
			}
			return Judged{Verdict: Contradicted, Fact: f}
		}
	}
	if !h.Book.Ask(org, rules.Member, at).Closed || former {
		return unknown(whyOpenTable)
	}
	if out {
		return Judged{Verdict: Confirmed}
	}
	return Judged{Verdict: Contradicted}
}

func (h *hearing) notMember(at calendar.Period) Judged {
	c := h.claim
	org, who := c.Subject.Entities[0], c.Value.Entities[0]
	f := Finding{
		Span: c.At, About: c.Subject.Span,
		Vars: map[string]Said{"subject": {Entity: org}, "said": {Words: h.Words(c.Span)}, "when": {Period: at}},
	}
	if c.Set["what"] == "ever" && c.Subject.First > c.Value.Last+6 {
		f.Span, f.About = text.Span{Start: h.Tokens[c.Value.Last+1].Start, End: c.Subject.End}, c.Value.Span // words stand between
	}
	f.Vars["absent"] = Said{Entity: who}
	var facts []*rules.Fact
	for _, m := range h.Book.Of(org, rules.Member) {
		if m.Value.Entity != who {
			continue
		}
		if facts = append(facts, m); m.During.Overlaps(at) {
			f.Vars["inside"] = Said{Period: m.During}
			delete(f.Vars, "absent")
		}
	}
	if len(facts) == 0 {
		facts = h.Book.Of(org, rules.Existed)
	}
	if len(facts) == 0 {
		return unknown(whyNoFact)
	}
	for _, m := range facts {
		f.Because = append(f.Because, Evidence{Fact: m})
	}
	f.Down = h.steps(true, facts...)
	return h.contradicted(f)
}
