package checks

import (
	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// weekdayDate finds weekdays that do not fit their dates.
var weekdayDate = Check{
	Name: "weekday-date",
	Doc:  "a weekday that the calendar does not give its date, the year written or that nearest to the publication",
	Vars: []string{"date", "said", "right"},
	New:  func(*rules.Rule) (Judge, error) { return judgeWeekdays, nil },
}

// near is how many days from the publication a date without its year can only
// mean the nearest one.
const near = 14

func judgeWeekdays(p *Pass) {
	for i := range p.When {
		t := &p.When[i]
		if t.Type == mark.Set || !t.Writes(mark.DayField|mark.MonthField) {
			continue
		}
		for _, part := range t.Parts() {
			if part.WeekdayAt >= 0 && part.Written&mark.DayField != 0 && part.Written&mark.MonthField != 0 {
				p.judgeWeekday(i, part)
			}
		}
	}
}

// judgeWeekday holds one weekday up to its date.
func (p *Pass) judgeWeekday(at int, part mark.Part) {
	d, down, ok := p.dayMeant(at, part)
	if !ok || !d.Valid() || d.First().Weekday() == part.Weekday {
		return
	}
	note := "calendar"
	if part.Written&mark.YearField == 0 {
		note = "implied"
	}
	p.Report(Finding{
		Span: p.partSpan(part),
		Down: down,
		Vars: map[string]Said{
			"date":  {Period: calendar.At(d)},
			"said":  {Words: p.weekdayName(part.Weekday)},
			"right": {Words: p.weekdayName(d.First().Weekday())},
		},
		Because:     []Evidence{{Span: p.dateSpan(part), Note: note}},
		Suggestions: p.repairs(part, d),
	})
}

// partSpan is the words of a date.
func (p *Pass) partSpan(part mark.Part) text.Span { return p.closed(part.First, part.Last) }

// dateSpan is the date without its weekday.
func (p *Pass) dateSpan(part mark.Part) text.Span {
	if part.Numeric {
		return p.Over(part.YearAt, part.Last)
	}
	s := p.Over(part.DayAt[0], part.DayAt[1])
	for _, i := range []int{part.MonthAt, part.YearAt} {
		if i >= 0 {
			s = s.Join(p.Tokens[i].Span)
		}
	}
	return s
}

// dayMeant is the day that a date means. Without its year it is the nearest to
// the publication, unless another year that fits is as likely: one that the
// story speaks of or, for a distant date, one on the side that its tense tells.
func (p *Pass) dayMeant(at int, part mark.Part) (d calendar.Date, down int, ok bool) {
	d = part.Date
	t := &p.When[at]
	switch {
	case part.Written&mark.YearField != 0:
		return d, 0, true
	case t.Relative && part.Guessed == 0 && !part.Period.IsZero():
		return part.Period.From, 0, part.Period.From.Grain() == calendar.DayGrain
	case !p.Publication.Period.Single() || p.Publication.Period.From.Grain() != calendar.DayGrain:
		return d, 0, false
	}
	today := p.Publication.Period.First()
	year := today.Date().Year
	best, gap, least := d, calendar.Day(0), calendar.Day(1<<30)
	for y := year - 1; y <= year+1; y++ {
		if d.Year = y; !d.Valid() {
			continue
		}
		away := d.First() - today
		cost := apart(away, 0)
		if cost > near && int(away)*t.Looks() < 0 {
			cost *= 4
		}
		if cost < least {
			best, gap, least = d, apart(away, 0), cost
		}
	}
	if best.Year == 0 {
		return d, 0, false
	}
	for y := year - 1; y <= year+1; y++ {
		if d.Year = y; d.Valid() && d.First().Weekday() == part.Weekday && apart(d.First(), today) <= gap {
			return d, 0, true
		}
	}
	for _, y := range p.yearsAround(at) {
		if gap <= days && p.pointedAt(part.First) {
			break // "ce jeudi 7 décembre", in the paper of the 8th
		}
		if d.Year = y; y != best.Year && d.Valid() && d.First().Weekday() == part.Weekday {
			return d, 0, false
		}
	}
	if gap <= near {
		return best, 0, true
	}
	if p.companionFits(at, best) {
		return best, 0, true
	}
	for y := year - 1; y <= year+1; y++ {
		d.Year = y
		if d.Valid() && d.First().Weekday() == part.Weekday && !(t.Looks() < 0 && d.First() > today) && !(t.Looks() > 0 && d.First() < today) {
			return d, 0, false
		}
	}
	if _, slipped := p.otherMonth(part); slipped {
		return best, 0, true
	}
	return best, 1, true
}

// companionFits reports that another date of the sentence, with its weekday and
// without its year, is right in the year of a day that lies near: "mardi 25
// octobre, puis vendredi 3 novembre" are of one year.
func (p *Pass) companionFits(at int, d calendar.Date) bool {
	const reach = 45 // days
	here := p.SentenceAt(p.When[at].Start)
	for _, k := range []int{at - 1, at + 1} {
		if k < 0 || k >= len(p.When) || p.SentenceAt(p.When[k].Start) != here || !p.When[k].Writes(mark.DayField|mark.MonthField) {
			continue
		}
		for _, o := range p.When[k].Parts() {
			other := o.Date
			if o.WeekdayAt < 0 || o.Written&mark.YearField != 0 {
				continue
			}
			other.Year = d.Year
			if other.Valid() && other.First().Weekday() == o.Weekday && apart(other.First(), d.First()) <= reach {
				return true
			}
		}
	}
	return false
}

// days is how many days from the publication a date that is pointed at can only be
// that of the news.
const days = 3

// pointedAt reports whether the word before a token points at what follows: this.
func (p *Pass) pointedAt(token int) bool {
	return token > 0 && p.Is(token-1, "this_one")
}

// otherMonth is the day of the same number and weekday in a month next to the
// publication: copy of early January that says December.
func (p *Pass) otherMonth(part mark.Part) (calendar.Date, bool) {
	pub := p.Publication.Period
	if part.Written&mark.YearField != 0 || !pub.Single() || pub.From.Grain() != calendar.DayGrain {
		return calendar.Date{}, false
	}
	for n := -1; n <= 1; n++ {
		d := calendar.Date{Year: pub.From.Year, Month: pub.From.Month}.AddMonths(n)
		d.Day = part.Date.Day
		if d.Month != part.Date.Month && d.Valid() && d.First().Weekday() == part.Weekday && apart(d.First(), pub.First()) <= near {
			return d, true
		}
	}
	return calendar.Date{}, false
}

func apart[N calendar.Day | int](a, b N) N { return max(a-b, b-a) }

// recallsIn reports that a paragraph keeps an anniversary.
func (p *Pass) recallsIn(paragraph int) bool {
	for _, s := range p.Sentences {
		if s.Paragraph == paragraph && p.hasClass(p.SentenceAt(s.Start), "anniversary") {
			return true
		}
	}
	return false
}

// yearsAround are the years that the story speaks of near a time: in its
// paragraph, and the last one named before; all of them in a paragraph that
// keeps an anniversary.
func (p *Pass) yearsAround(at int) []int {
	here := p.ParagraphOf(p.When[at].Start)
	var years []int
	last := 0
	recalls := p.recallsIn(here)
	from, to := p.timesAround(p.When[at].First)
	for i := from; i < to; i++ {
		t := &p.When[i]
		once := t.Written == 0 && !t.Relative && t.Guessed == 0 // a day that has a name: the 11-Septembre
		if i == at || t.Period.From.IsZero() || t.Guessed&mark.YearField != 0 || t.Written&mark.YearField == 0 && !t.Relative && !once {
			continue
		}
		if i < at && t.Written&mark.YearField != 0 {
			last = t.Period.From.Year
		}
		if recalls || p.ParagraphOf(t.Start) == here {
			years = append(years, t.Period.From.Year)
		}
	}
	if last != 0 {
		years = append(years, last)
	}
	return years
}
