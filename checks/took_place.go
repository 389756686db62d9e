package checks

import (
	"recoupe/checks/claim"
	"recoupe/checks/mark"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// tookPlace judges the date given to an event. No overlap of what is said with
// what is known is a contradiction, whatever the precision of either.
func (h *hearing) tookPlace() Judged {
	if !h.claim.Voice.Own() {
		return unknown(whyVoice)
	}
	t, ok := h.time()
	if !ok || t.NeedsStory {
		return unknown(whyNoDate)
	}
	if t.Sense == mark.Before || t.Sense == mark.After || t.Sense == mark.Until {
		return unknown(whyNoDate)
	}
	if t.Guessed&mark.YearField != 0 && t.Written&mark.DayField == 0 || t.Written == mark.WeekdayField {
		return unknown(whyGuess)
	}
	if shortRelative(t) {
		return h.bornOut(t) // timeline speaks of those
	}
	return h.againstEvents(t)
}

// nearDate judges a full date at which something happened in a story that names
// an event and nowhere gives its date: one that is off in a single field, by a
// month or by a day or two, is told as a slip.
func (h *hearing) nearDate() Judged {
	c := h.claim
	t, ok := h.time()
	if !c.Voice.Own() || !ok || c.Voice&claim.Quoted != 0 || t.Type != mark.DateTime || t.Guessed != 0 || t.Relative || !t.Period.Single() || t.Period.From.Grain() != calendar.DayGrain {
		return unknown(whyNoDate)
	}
	var slip *rules.Fact
	for _, e := range c.Subject.Entities {
		for _, f := range h.Book.Of(e, rules.TookPlace) {
			if !f.Value.Period.Single() || f.Value.Period.From.Grain() != calendar.DayGrain {
				continue
			}
			if h.givesDate(f.Value.Period) {
				return unknown(whyReadings)
			}
			if offByOne(t.Period.From, f.Value.Period.From) {
				slip = f
			}
		}
	}
	if slip == nil {
		return unknown(whyNoFact)
	}
	f := Finding{
		Span: t.Span, About: c.Subject.Span, Down: 1 + h.steps(false, slip),
		Vars:    map[string]Said{"subject": {Entity: slip.Subject}, "said": {Words: h.Words(t.Span)}, "known": {Period: slip.Value.Period}},
		Because: []Evidence{{Fact: slip}, {Span: c.Subject.Span}},
	}
	if s := h.redate(t, slip.Value.Period); s != "" {
		f.Suggestions = []string{s}
	}
	return h.contradicted(f)
}

// givesDate reports whether the story gives a date that falls on a day.
func (h *hearing) givesDate(day calendar.Period) bool {
	from, to := h.timesAround(h.claim.Subject.First)
	for i := from; i < to; i++ {
		if t := &h.When[i]; t.Written&mark.DayField != 0 && t.Period.Overlaps(day) {
			return true
		}
	}
	return false
}

// offByOne reports whether two dates of one year differ by a month, or by a day
// or two.
func offByOne(said, known calendar.Date) bool {
	if said.Year != known.Year {
		return false
	}
	month, day := int(said.Month-known.Month), said.Day-known.Day
	return day == 0 && (month == 1 || month == -1) || month == 0 && day != 0 && day >= -2 && day <= 2
}

// bornOut confirms a time that an event fits.
func (h *hearing) bornOut(t *mark.Time) Judged {
	for _, e := range h.claim.Subject.Entities {
		for _, f := range h.Book.Of(e, rules.TookPlace) {
			if h.fits(t, f) {
				return confirmed(f)
			}
		}
	}
	return unknown(whyGuess)
}

// againstEvents holds a time up to every event that may be meant: one that fits
// confirms, and only if all contradict is the date wrong.
func (h *hearing) againstEvents(t *mark.Time) Judged {
	var wrong []*rules.Fact
	for _, e := range h.claim.Subject.Entities {
		facts := h.Book.Of(e, rules.TookPlace)
		if len(facts) == 0 {
			return unknown(whyNoFact)
		}
		for _, f := range facts {
			if h.fits(t, f) {
				return confirmed(f)
			}
			if !f.AsOf.IsZero() && t.Period.Last() > f.AsOf.Last() {
				return unknown(whyNoFact) // it may have happened again since
			}
			wrong = append(wrong, f)
		}
	}
	if len(wrong) == 0 {
		return unknown(whyNoFact)
	}
	if pub := h.Publication.Period; !pub.IsZero() && h.Publication.Origin != Window && wrong[0].Value.Period.First() > pub.Last() {
		return unknown(whyNoFact) // it was still to come, and may have been due then
	}
	if orderHolds(h.claim.When.Order, t.Period, wrong[0].Value.Period) {
		return unknown(whyMargin) // "revu avant l'invasion de l'Ukraine en 2017" may date the revision
	}
	known := likeliest(t, wrong)
	f := Finding{
		Span:        t.Span,
		About:       h.claim.Subject.Span,
		Vars:        map[string]Said{"subject": {Entity: known.Subject}, "said": {Words: h.Words(t.Span)}, "known": {Period: known.Value.Period}},
		Because:     []Evidence{{Fact: known}},
		Down:        h.steps(t.Relative, known),
		RestsOnDate: t.Relative,
	}
	if t.Guessed != 0 {
		f.Down++
	}
	for _, other := range wrong {
		if other != known {
			f.Because = append(f.Because, Evidence{Fact: other})
		}
	}
	if s := h.redate(t, known.Value.Period); s != "" {
		f.Suggestions = []string{s}
	} else if s := h.countLike(t, known.Value.Period); t.Relative && !t.NeedsStory && s != "" {
		f.Suggestions = []string{s}
	}
	return h.contradicted(f)
}

// orderHolds reports whether a time lies on the side of an event on which the
// text puts what it may date instead of the event.
func orderHolds(order int, said, known calendar.Period) bool {
	return order < 0 && said.Last() < known.First() || order > 0 && said.First() > known.Last()
}

// likeliest is the fact that was probably meant: the one that shares the most
// written fields with what was said, and among equals the first, which the book
// lists as the best known; of a series, such as elections, the nearest.
func likeliest(t *mark.Time, facts []*rules.Fact) *rules.Fact {
	const series = 5
	best, most := facts[0], -1
	away := func(f *rules.Fact) int {
		d := int(f.Value.Period.First() - t.Period.First())
		return max(d, -d)
	}
	for _, f := range facts {
		known, said, same := f.Value.Period.From, t.Period.From, 0
		if t.Written&mark.YearField != 0 && known.Year == said.Year {
			same++
		}
		if t.Written&mark.MonthField != 0 && known.Month == said.Month {
			same++
		}
		if t.Written&mark.DayField != 0 && known.Day == said.Day {
			same++
		}
		if same > most || same == most && len(facts) >= series && away(f) < away(best) {
			best, most = f, same
		}
	}
	return best
}

// redate says the known date with the fields that the story wrote, in the
// story's language; empty when the text is no plain date.
func (h *hearing) redate(t *mark.Time, known calendar.Period) string {
	if words := h.redated(t, known); words != "" {
		return words
	}
	d := known.From
	if d.IsZero() || h.Language == nil || t.Relative || t.Type != mark.DateTime || t.Mod != "" {
		return ""
	}
	if t.Written&mark.MonthField == 0 {
		d.Month = 0
	}
	if t.Written&mark.DayField == 0 || d.Month == 0 {
		d.Day = 0
	}
	if t.Written&mark.YearField == 0 {
		d.Year = 0
	}
	if t.Written&mark.WeekdayField != 0 && d.Day != 0 && known.Single() {
		return h.Language.SayDay(d, known.First().Weekday())
	}
	return h.Language.SayDate(d)
}
