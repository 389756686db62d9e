package mark

import "recoupe/rules/calendar"

// anchoring is what unanchored times are worked out from.
type anchoring struct {
	publication calendar.Period
	today       calendar.Day
	known       bool            // today is a single day
	last        calendar.Period // of the last explicit time of the story
	lastGrain   calendar.Unit
}

// grainOf is the unit in which a period was published or said.
func grainOf(p calendar.Period) calendar.Unit {
	if !p.Single() {
		return calendar.NoUnit
	}
	return [...]calendar.Unit{calendar.NoUnit, calendar.Year, calendar.Month, calendar.OneDay}[p.From.Grain()]
}

// Anchor works out the unanchored times from the publication date; those that
// count from an earlier time of the story from that. It returns a copy; the
// marks stay unanchored.
func (m *Marks) Anchor(publication calendar.Period) []Time {
	return m.AnchorOver(nil, publication)
}

// AnchorOver is Anchor, with the times of an earlier call to write over.
func (m *Marks) AnchorOver(out []Time, publication calendar.Period) []Time {
	if len(m.Times) == 0 {
		return nil
	}
	out = append(out[:0], m.Times...)
	a := &anchoring{publication: publication}
	if grain := grainOf(publication); grain == calendar.OneDay {
		a.today, a.known = publication.First(), true
	}
	for i := range out {
		out[i].anchor(a)
		out[i].remember(a)
	}
	return out
}

// remember makes the time the one that later ones count from.
func (t *Time) remember(a *anchoring) {
	if t.Period.IsZero() || t.Type != DateTime && t.Type != Range || t.Period.From.IsZero() {
		return
	}
	if t.Grain == calendar.OneDay || t.Type == DateTime && t.Grain != calendar.OneDay && (a.lastGrain != calendar.OneDay || !a.last.Within(t.Period)) {
		a.last, a.lastGrain = t.Period, t.Grain
	}
}

// anchor sets the period and all that follows from it, where it can.
func (t *Time) anchor(a *anchoring) {
	rel := &t.rel
	if t.Type == Clock || t.Type == Set {
		return
	}
	if rel.window != 0 {
		t.anchorWindow(a)
		return
	}
	if t.Type == Duration {
		return
	}
	from := &rel.from
	if to := rel.to; rel.two && from.fields == WeekdayField && to.fields == WeekdayField && !from.relative && a.known {
		t.anchorWeekdays(a)
		return
	}
	first, ok := t.resolve(from, a)
	if !ok {
		return
	}
	rel.from.found = first
	t.Grain, t.Guessed, t.Period = first.unit, first.guessed, first.Period
	if !rel.two {
		return
	}
	to := *rel.to
	if to.fields&YearField == 0 && !to.relative {
		to = after(to, *from, first)
	}
	second, ok := t.resolve(&to, a)
	if !ok {
		t.Period = calendar.Period{}
		return
	}
	t.Guessed |= second.guessed
	rel.foundTo(second)
	t.Period = calendar.Period{From: first.From, To: second.To}
	if second.Last() < first.First() {
		t.Backward = true
		t.Period = calendar.Period{From: second.From, To: first.To}
	}
}

// share fills the fields that only one end of a range writes: "du 24 au 28
// février 2022", "from 24 February to 3 March 2022".
func share(from, to *part) {
	if from.fields&DayField != 0 && from.fields&MonthField == 0 && to.fields&MonthField != 0 {
		from.date.Month = to.date.Month
		from.fields |= MonthField
		if from.date.Day >= to.date.Day+15 && to.fields&DayField != 0 {
			from.date.Month--
			if from.date.Month == 0 {
				from.date.Month = 12
			}
		}
	}
	if to.fields&DayField != 0 && to.fields&MonthField == 0 && from.fields&MonthField != 0 {
		to.date.Month, to.fields = from.date.Month, to.fields|MonthField
	}
	if from.fields&YearField == 0 && !from.relative && from.fields&MonthField != 0 && to.fields&YearField != 0 {
		from.date.Year, from.short, from.fields = to.date.Year, to.short, from.fields|YearField
		if from.date.Month > to.date.Month && to.date.Month > 0 {
			from.date.Year--
		}
	}
	if from.unit != calendar.NoUnit && from.fields&YearField == 0 && to.fields&YearField != 0 {
		from.date.Year, from.fields = to.date.Year, from.fields|YearField
	}
	if from.date.Year == 0 && from.relative == false && to.relative {
		from.relative, from.count, from.counted, from.story = true, to.count, to.counted, to.story
	}
}

// after gives the second end the year in which it follows the first.
func after(to, from part, first resolved) part {
	if to.fields&MonthField == 0 {
		return to
	}
	year := first.First().Date().Year
	if to.date.Month < from.date.Month {
		year++
	}
	to.date.Year, to.fields = year, to.fields|YearField
	return to
}

// foundTo sets what the second end was worked out to be.
func (rel *relative) foundTo(r resolved) {
	if rel.to.found != r {
		to := *rel.to
		to.found = r
		rel.to = &to
	}
}

// anchorWeekdays places "de jeudi à vendredi" so that the end follows the start.
func (t *Time) anchorWeekdays(a *anchoring) {
	from, to := &t.rel.from, t.rel.to
	if t.forward(from) {
		first := calendar.NextOn(a.today-1, from.weekday)
		t.Period = calendar.Between(first, calendar.NextOn(first, to.weekday))
	} else {
		last := calendar.LastOn(a.today, to.weekday)
		t.Period = calendar.Between(calendar.LastOn(last-1, from.weekday), last)
	}
	t.Grain, t.Guessed = calendar.OneDay, DayField
	t.rel.from.found = resolved{}
	t.rel.foundTo(resolved{})
}

// anchorWindow places "ces trois dernières années".
func (t *Time) anchorWindow(a *anchoring) {
	if !a.known || t.rel.number == 0 {
		return
	}
	n, unit := int(t.rel.window)*t.rel.number, t.rel.units
	var other calendar.Day
	switch {
	case unit.Days() > 0:
		other = a.today + calendar.Day(n*unit.Days())
	case unit.Months() > 0:
		other = a.today.Date().AddMonths(n * unit.Months()).First()
	default:
		return
	}
	t.Period = calendar.Between(min(a.today, other), max(a.today, other))
	t.Grain = calendar.OneDay
}
