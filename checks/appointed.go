package checks

import (
	"recoupe/checks/claim"
	"recoupe/checks/mark"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// lead is the time in days by which an election or a nomination may come before
// the first day in office, where the table of the office does not say.
const lead = 200

// appointed judges the date at which somebody is said to have come to an office:
// elected, named, sworn in, at its head since, or for so many years.
func (h *hearing) appointed() Judged {
	c := h.claim
	if !c.Voice.Own() || c.Value == nil || c.When == nil || c.Voice&claim.Quoted != 0 {
		return unknown(whyNoDate)
	}
	t := &h.When[c.When.Time]
	if t.Type == mark.Duration {
		return h.lasting(t)
	}
	if t.Period.IsZero() || t.NeedsStory || shortRelative(t) || t.Guessed&mark.YearField != 0 || !t.Relative && t.Type == mark.DateTime && t.Written&(mark.YearField|mark.MonthField) == 0 {
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
		if h.cameIn(f).Overlaps(t.Period) || c.Voice&claim.Then != 0 {
			return confirmed(f)
		}
	}
	if c.Subject.Kind != rules.Office && c.Subject.Kind != rules.Organisation {
		if tenures = h.vouched(tenures, t.Period); len(tenures) != 1 {
			return unknown(whyNoFact)
		}
	}
	for _, f := range tenures {
		if !h.Book.Ask(f.Subject, rules.Holds, t.Period).Closed {
			return unknown(whyOpenTable)
		}
	}
	known := tenures[0]
	if len(tenures) == 1 {
		return h.misdated(t, known, h.redate(t, calendar.At(h.voted(known))))
	}
	return h.misdated(t, known, "", tenures[1:]...)
}

// vouched are the tenures of these days that words without an office may mean,
// "élu en 2016", "in power since 2003": of an office whose table tells how long
// before it the vote is, begun not long before or after what is told. Strong men
// are in power long before they take a title.
func (h *hearing) vouched(tenures []*rules.Fact, told calendar.Period) []*rules.Fact {
	const years = 4
	now, dated := h.asOf()
	title := h.claim.Set["title"]
	var out []*rules.Fact
	for _, f := range tenures {
		if dated && f.During.Overlaps(now) && f.Subject.Lead > 0 && apart(f.During.From.Year, told.From.Year) <= years && (title == "" || f.Subject.Title.ID == title) {
			out = append(out, f)
		}
	}
	return out
}

// voted is about the day on which somebody was chosen for an office where the
// words tell of that and the vote comes long before, else the first day in it.
func (h *hearing) voted(f *rules.Fact) calendar.Date {
	const long = 60
	if h.claim.Set["lead"] == "none" || f.Subject.Lead < long || f.During.From.Day == 0 {
		return f.During.From
	}
	return (f.During.From.First() - calendar.Day(f.Subject.Lead)).Date()
}

// cameIn is the time at which somebody may be said to have come to an office: its
// first day, and the vote before it unless the words tell of the taking of it.
func (h *hearing) cameIn(f *rules.Fact) calendar.Period {
	days := lead
	switch {
	case h.claim.Set["lead"] == "none":
		days = f.Slack()
	case f.Subject.Lead > 0:
		days = max(f.Subject.Lead, f.Slack())
	}
	first := f.During.From.First()
	if f.Certain() && f.During.From.Day != 0 && h.claim.Set["lead"] == "none" {
		days = 0 // who took office on New Year's Day did not take it the year before
	}
	return calendar.Between(first-calendar.Day(days), f.During.From.Last()+calendar.Day(f.Slack()))
}

// lasting judges how long somebody is said to be in an office: "chancelière depuis
// onze ans". What any tenure bears out passes.
func (h *hearing) lasting(t *mark.Time) Judged {
	now, dated := h.asOf()
	n, unit, ok := t.Length()
	if !ok || !dated || !now.Single() || n <= 0 || t.Half() || h.rounded(t) || unit != calendar.Year && unit != calendar.Month {
		return unknown(whyNoDate)
	}
	var current []*rules.Fact
	for _, f := range h.tenures() {
		from := f.During.From
		if from.IsZero() || !f.During.Widen(f.Slack()).Overlaps(now) {
			continue
		}
		if from.Grain() < calendar.MonthGrain {
			return unknown(whyNoFact)
		}
		if elapsed(calendar.At(from), n, unit).Widen(daysOf(unit) * n / 10).Overlaps(now) {
			return confirmed(f)
		}
		current = append(current, f)
	}
	if len(current) != 1 {
		return unknown(whyNoFact)
	}
	from := current[0].During.From
	if n = years(from.First(), now.First()); n > 0 && unit == calendar.Year {
		return h.misdated(t, current[0], h.lengthWords(t, n, unit))
	}
	return h.misdated(t, current[0], h.elapsedWords(t, from, now.From, unit))
}

// misdated reports the wrong time of a tenure, with the words for the right one
// where there are any.
func (h *hearing) misdated(t *mark.Time, known *rules.Fact, right string, others ...*rules.Fact) Judged {
	c := h.claim
	f := Finding{
		Span: t.Span, About: c.Subject.Span,
		Vars:        map[string]Said{"subject": {Words: h.Words(c.Subject.Span)}, "said": {Words: h.Words(t.Span)}, "known": {Period: known.During}},
		Because:     []Evidence{{Fact: known}},
		RestsOnDate: t.Relative || t.Type == mark.Duration,
	}
	f.Down = h.steps(f.RestsOnDate, append(others, known)...)
	for _, other := range others {
		f.Because = append(f.Because, Evidence{Fact: other})
	}
	if right != "" {
		f.Suggestions = []string{right}
	}
	return h.contradicted(f)
}
