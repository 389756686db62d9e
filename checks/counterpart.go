package checks

import (
	"recoupe/checks/claim"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// counterpart judges who is said to be somebody's like in another country or town:
// "son homologue allemand, Olaf Scholz". Whatever they hold there passes; wrong
// is who left long ago, or serves another country.
func (h *hearing) counterpart() Judged {
	c := h.claim
	now, dated := h.asOf()
	if !c.Voice.Own() || c.Voice&(claim.Former|claim.Then) != 0 || c.Value == nil || c.Value.Weak || len(c.Value.Entities) != 1 || !dated {
		return unknown(whyVoice)
	}
	var left, abroad *rules.Fact
	for _, f := range h.Book.With(c.Value.Entities[0], rules.Holds) {
		here := f.Subject.Of != nil && c.Subject.Names(f.Subject.Of)
		switch current := f.During.Widen(f.Slack()).Overlaps(now); {
		case here && (current || h.narrated(f.During) || f.During.First() > now.Last() && f.During.First()-now.Last() <= inaugural):
			return confirmed(f)
		case here && f.During.Last() < now.First() && (left == nil || left.During.Last() < f.During.Last()):
			left = f
		case current && f.Subject.Of != nil && f.Subject.Of.Kind == rules.Country:
			abroad = f
		}
	}
	switch {
	case left != nil && (int(now.First()-left.During.Last()) <= h.settings.Recent || c.Set["what"] != "leader" && h.datedNow(now)):
		return h.successorOf(left, now)
	case left == nil && abroad != nil && c.Subject.Kind == rules.Country:
		return h.servesElsewhere(abroad, now)
	}
	return unknown(whyNoFact)
}

// successorOf reports who holds now what the person held.
func (h *hearing) successorOf(left *rules.Fact, now calendar.Period) Judged {
	a := h.Book.Ask(left.Subject, rules.Holds, now)
	if !a.Closed || len(a.Facts) != 1 || left.Subject.Several || a.Facts[0].Acting {
		return unknown(whyOpenTable)
	}
	c, right := h.claim, a.Facts[0]
	return h.contradicted(Finding{
		Span: c.Value.Span, About: c.Subject.Span, RestsOnDate: true,
		Vars:        map[string]Said{"subject": {Entity: left.Subject}, "said": {Words: h.Words(c.Value.Span)}, "known": {Entity: right.Value.Entity}, "when": {Period: now}},
		Because:     []Evidence{{Fact: right}, {Fact: left}},
		Suggestions: []string{h.inItsLetters(right.Value.Entity)},
		Down:        h.steps(true, right, left),
	})
}

// servesElsewhere reports the country that the person serves.
func (h *hearing) servesElsewhere(f *rules.Fact, now calendar.Period) Judged {
	c := h.claim
	out := Finding{
		Span: c.Subject.Span, About: c.Value.Span, RestsOnDate: true,
		Vars:    map[string]Said{"subject": {Words: h.Words(c.Value.Span)}, "said": {Words: h.Words(c.Subject.Span)}, "known": {Entity: f.Subject.Of}, "when": {Period: now}},
		Because: []Evidence{{Fact: f}},
		Down:    h.steps(true, f),
	}
	if c.Subject.Way == rules.ByAdjective {
		out.Suggestions = []string{agree(h.Words(c.Subject.Span), f.Subject.Of.Adjectives[h.Lang], f.Value.Entity.Sex)}
	}
	return h.contradicted(out)
}
