package checks

import (
	"recoupe/checks/mark"
	"recoupe/rules"
)

// knownEvents reports relative dates shorter than a year ("plus tôt cette
// semaine", "yesterday") that an event of the book rules out.
func (p *Pass) knownEvents() {
	for i := range p.Claims {
		c := &p.Claims[i]
		if c.Relation() != rules.TookPlace || c.When == nil || !c.Voice.Own() || c.Subject == nil {
			continue
		}
		t := &p.When[c.When.Time]
		if !shortRelative(t) || t.Period.IsZero() || p.Publication.Origin == Window || p.Publication.Origin == None {
			continue
		}
		h := &hearing{Pass: p, claim: c}
		var wrong []*rules.Fact
		fits := false
		for _, e := range c.Subject.Entities {
			for _, f := range p.Book.Of(e, rules.TookPlace) {
				fits = fits || f.Value.Period.Overlaps(t.Period) || !f.Value.Period.Single()
				wrong = append(wrong, f)
			}
		}
		if fits || len(wrong) == 0 {
			continue
		}
		known := likeliest(t, wrong)
		f := Finding{
			Span: t.Span, About: c.Subject.Span, RestsOnDate: true,
			Vars:    map[string]Said{"said": {Words: p.Words(t.Span)}, "known": {Period: known.Value.Period}, "subject": {Entity: known.Subject}, "when": {Period: p.Publication.Period}},
			Because: []Evidence{{Fact: known}},
			Down:    h.steps(true, known),
		}
		p.Report(f)
	}
}

// shortRelative reports whether a time is counted from the publication date in
// days, weeks or months.
func shortRelative(t *mark.Time) bool {
	return t.Relative && !t.NeedsStory && t.Period.Last()-t.Period.First() < 300
}
