package checks

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// impossibleDate finds days and hours that do not exist.
var impossibleDate = Check{
	Name: "impossible-date",
	Doc:  "a day that its month does not have, an hour that no clock shows",
	Vars: []string{"said", "last"},
	New:  func(*rules.Rule) (Judge, error) { return judgeImpossible, nil },
}

func judgeImpossible(p *Pass) {
	late := 0 // hours past 24: some bars and broadcasters count on, and then more than once
	for i := range p.When {
		if t := &p.When[i]; t.Type == mark.Clock && impossibleClock(t) {
			late++
		}
	}
	for i := range p.When {
		t := &p.When[i]
		if t.Type == mark.Clock {
			if late == 1 && impossibleClock(t) {
				p.judgeClock(t)
			}
			continue
		}
		if !t.Writes(mark.DayField | mark.MonthField) {
			continue
		}
		for _, part := range t.Parts() {
			if part.Written&mark.DayField != 0 && part.Written&mark.MonthField != 0 {
				p.judgeDay(t, part)
			}
		}
	}
}

// judgeDay holds a day up to the length of its month.
func (p *Pass) judgeDay(t *mark.Time, part mark.Part) {
	d, down := part.Date, 0
	if d.Year == 0 {
		d.Year, down = p.leapYear(t, part)
	}
	if d.Valid() || p.knownFalse(t) {
		return
	}
	span := t.Span
	if part.Last > 0 {
		span = p.partSpan(part)
	}
	f := Finding{Span: span, Down: down, Because: []Evidence{{Span: span, Note: "month"}}, Vars: map[string]Said{"said": {Words: p.Words(span)}}}
	if d.Month <= 12 && d.Month > 0 {
		last := calendar.DaysIn(d.Year, d.Month)
		f.Vars["last"] = Said{Number: float64(last)}
		if part.DayAt[1] > 0 {
			f.Suggestions = []string{p.replace(span, p.Over(part.DayAt[0], part.DayAt[1]), p.dayWords(part, last))}
		}
	}
	p.Report(f)
}

// leapYear is the year that a date without one is held up to: a leap year,
// which gives February a 29th, unless the nearest years are none.
func (p *Pass) leapYear(t *mark.Time, part mark.Part) (year, down int) {
	pub := p.Publication.Period
	if part.Date.Month != time.February || part.Date.Day != 29 || pub.From.Year == 0 {
		return 2024, 0
	}
	if t.Relative && !part.Period.IsZero() {
		return part.Period.From.Year, 0
	}
	for y := pub.From.Year - 1; y <= pub.From.Year+1; y++ {
		if calendar.Leap(y) {
			return y, 0
		}
	}
	return pub.From.Year, 1
}

func impossibleClock(t *mark.Time) bool {
	h, m := t.Clock()
	return m > 59 || h > 24 || h == 24 && m > 0
}

// judgeClock holds a time of day up to the clock.
func (p *Pass) judgeClock(t *mark.Time) {
	h, m := t.Clock()
	if p.knownFalse(t) || p.isPrice(t) {
		return
	}
	f := Finding{Span: t.Span, Because: []Evidence{{Span: t.Span, Note: "clock"}}, Vars: map[string]Said{"said": {Words: p.Words(t.Span)}}}
	if at := t.HourAt(); m < 60 && at >= 0 {
		words := p.Words(p.Tokens[at].Span)
		hour := strconv.Itoa(h % 24)
		if len(words) > 2 {
			hour = fmt.Sprintf("%02d%s", h%24, words[len(words)-3:])
		}
		f.Suggestions = []string{p.replace(t.Span, p.Tokens[at].Span, hour)}
	}
	p.Report(f)
}

// knownFalse reports that the sentence itself calls the date one that never was,
// or that the story tells of calendars, which had other days once.
func (p *Pass) knownFalse(t *mark.Time) bool {
	if p.anywhere("other_calendar") {
		return true
	}
	s := p.SentenceAt(t.Start)
	if s < 0 {
		return false
	}
	for i := p.Sentences[s].First; i < p.Sentences[s].Last; i++ {
		if p.ClassAt(i, "unreal") > 0 {
			return true
		}
	}
	return false
}

// isPrice reports that an hour written with a point, "at 24.50", may be any
// other number: the story writes more numbers so.
func (p *Pass) isPrice(t *mark.Time) bool {
	at := t.HourAt()
	if at < 0 || !strings.Contains(p.Words(p.Tokens[at].Span), ".") {
		return false
	}
	for i, tok := range p.Tokens {
		if i != at && tok.Kind == text.Number && strings.Contains(p.Words(tok.Span), ".") {
			return true
		}
	}
	return false
}
