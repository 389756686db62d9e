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
	out := append([]Time(nil), m.Times...)
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
	from, to := rel.from, rel.to
	if rel.two && from.fields == WeekdayField && to.fields == WeekdayField && !from.relative && a.known {
		t.anchorWeekdays(a)
		return
	}
	first, ok := t.resolve(&from, a)
	if !ok {
		return
	}
	rel.from.found = first
	t.Grain, t.Guessed, t.Period = first.unit, first.guessed, first.Period
	if !rel.two {
		t.Value, t.EDTF = calendar.Timex(t.Grain, t.Period), calendar.EDTF(t.Grain, t.Period)
		if from.part > 0 && t.Grain == calendar.OneDay {
			t.Value += "T" + rel.table.parts[from.part-1]
		}
		return
	}
	if to.fields&YearField == 0 && !to.relative {
		to = after(to, from, first)
	}
	second, ok := t.resolve(&to, a)
	if !ok {
		t.Period = calendar.Period{}
		return
	}
	t.Guessed |= second.guessed
	rel.to.found = second
	t.Period = calendar.Period{From: first.From, To: second.To}
	if second.Last() < first.First() {
		t.Backward = true
		t.Period = calendar.Period{From: second.From, To: first.To}
	}
	t.Value = calendar.Timex(first.unit, first.Period) + "/" + calendar.Timex(second.unit, second.Period)
	t.EDTF = t.Period.String()
}

// share fills the fields that only one end of a range writes: "du 24 au 28
// février 2022", "from 24 February to 3 March 2022".
func share(from, to *part) {
	if from.fields&DayField != 0 && from.fields&MonthField == 0 && to.fields&MonthField != 0 {
		from.date.Month = to.date.Month
		from.fields |= MonthField
		if from.date.Day > to.date.Day && to.fields&DayField != 0 {
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

// anchorWeekdays places "de jeudi à vendredi" so that the end follows the start.
func (t *Time) anchorWeekdays(a *anchoring) {
	from, to := t.rel.from, t.rel.to
	if t.forward(&from) {
		first := calendar.NextOn(a.today-1, from.weekday)
		t.Period = calendar.Between(first, calendar.NextOn(first, to.weekday))
	} else {
		last := calendar.LastOn(a.today, to.weekday)
		t.Period = calendar.Between(calendar.LastOn(last-1, from.weekday), last)
	}
	t.Grain, t.Guessed = calendar.OneDay, DayField
	t.Value, t.EDTF = t.Period.String(), t.Period.String()
}

// anchorWindow places "ces trois dernières années".
func (t *Time) anchorWindow(a *anchoring) {
	t.Value = t.lasting()
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
	t.EDTF = t.Period.String()
}

// resolved is one end, worked out.
type resolved struct {
	calendar.Period
	unit    calendar.Unit
	guessed Fields
}

// resolve works out one end of a time.
func (t *Time) resolve(p *part, a *anchoring) (resolved, bool) {
	if p.feast > 0 {
		return t.resolveFeast(p, a)
	}
	if p.unit.Days() == 7 && p.nth == 0 {
		return t.resolveHeld(p, a)
	}
	if p.relative {
		return t.resolveRelative(p, a)
	}
	if p.fields&YearField != 0 {
		return t.resolveYear(p, t.century(p, a))
	}
	if !a.known {
		return t.resolveCoarse(p, a)
	}
	switch {
	case p.fields&MonthField != 0 && p.fields&DayField != 0, p.fields&MonthField != 0, p.unit != calendar.NoUnit && p.nth > 0 && p.unit < calendar.Year:
		year := t.nearestYear(p, a)
		r, ok := t.resolveYear(p, year)
		if p.dir == 0 {
			r.guessed = YearField
		}
		return r, ok
	case p.fields&DayField != 0:
		return t.resolveDay(p, a)
	case p.fields&WeekdayField != 0:
		day := calendar.LastOn(a.today, p.weekday)
		if p.dir < 0 && day == a.today {
			day -= 7
		}
		r := resolved{calendar.Between(day, day), calendar.OneDay, DayField}
		if t.forward(p) {
			day = calendar.NextOn(a.today, p.weekday)
			r.Period = calendar.Between(day, day)
		}
		if p.dir != 0 {
			r.guessed = 0
		}
		return r, true
	case p.unit == calendar.Century && p.nth != 0:
		return t.resolveYear(p, 0)
	}
	return resolved{}, false
}

// resolveCoarse does without a publication day where none is needed.
func (t *Time) resolveCoarse(p *part, a *anchoring) (resolved, bool) {
	if p.unit == calendar.Century && p.nth != 0 {
		return t.resolveYear(p, 0)
	}
	return resolved{}, false
}

// forward reports whether a time without its year lies ahead.
func (t *Time) forward(p *part) bool { return p.dir > 0 || p.dir == 0 && t.rel.tense > 0 }

// century fills the first digits of a year of two.
func (t *Time) century(p *part, a *anchoring) int {
	if !p.short {
		return p.date.Year
	}
	now := 2030
	if !a.publication.To.IsZero() {
		now = a.publication.Last().Date().Year + 1
	}
	year := now/100*100 + p.date.Year
	if year > now || p.unit == calendar.Decade && year+10 > now {
		year -= 100
	}
	return year
}

// resolveYear works out what lies in a year that is known.
func (t *Time) resolveYear(p *part, year int) (resolved, bool) {
	d := calendar.Date{Year: year, Month: p.date.Month, Day: p.date.Day}
	switch {
	case p.julian && d.Valid() && d.Day > 0:
		n := calendar.Julian(d)
		return resolved{calendar.Between(n, n), calendar.OneDay, 0}, true
	case p.unit == calendar.Season:
		return resolved{calendar.NthSeason(year, p.nth), p.unit, 0}, p.nth >= 1 && p.nth <= 4
	case p.unit == calendar.Quarter:
		return resolved{calendar.NthQuarter(year, p.nth), p.unit, 0}, p.nth >= 1 && p.nth <= 4
	case p.unit == calendar.Half:
		return resolved{calendar.NthHalf(year, p.nth), p.unit, 0}, p.nth >= 1 && p.nth <= 2
	case p.unit == calendar.Week:
		return resolved{calendar.NthWeek(year, p.nth), p.unit, 0}, p.nth >= 1 && p.nth <= 53
	case p.unit == calendar.Decade:
		return resolved{calendar.Decade.Of(calendar.Date{Year: year}.First()), p.unit, 0}, true
	case p.unit == calendar.Century:
		n := p.nth
		if p.bc {
			n = -n
		}
		return resolved{calendar.NthCentury(n), p.unit, 0}, p.nth > 0
	case !d.Valid():
		return resolved{}, false
	}
	return resolved{calendar.At(d), grainOf(calendar.At(d)), 0}, true
}

// resolveDay places a day of the month whose month was not said: in the
// nearest month that has the day, and the weekday where one was said.
func (t *Time) resolveDay(p *part, a *anchoring) (resolved, bool) {
	best, found := calendar.Day(0), false
	month := calendar.Date{Year: a.today.Date().Year, Month: a.today.Date().Month}
	for n := -1; n <= 1; n++ {
		d := month.AddMonths(n)
		d.Day = p.date.Day
		if !d.Valid() {
			continue
		}
		day := d.First()
		if p.fields&WeekdayField != 0 && day.Weekday() != p.weekday {
			continue
		}
		if t.forward(p) && day < a.today || t.rel.tense < 0 && day > a.today {
			continue
		}
		if !found || gap(day, a.today) < gap(best, a.today) {
			best, found = day, true
		}
	}
	return resolved{calendar.Between(best, best), calendar.OneDay, MonthField | YearField}, found
}

func gap(a, b calendar.Day) calendar.Day { return max(a-b, b-a) }

// nearestYear is the year of a date without one: the latest that is past, or
// the first to come where the words around say so; where they say nothing, what
// lies ahead must lie nearer than what lies behind.
func (t *Time) nearestYear(p *part, a *anchoring) int {
	year := a.today.Date().Year
	best, bestCost := year, calendar.Day(1<<30)
	for y := year - 1; y <= year+1; y++ {
		r, ok := t.resolveYear(p, y)
		if !ok {
			continue
		}
		cost := calendar.Day(0)
		switch {
		case r.First() > a.today:
			cost = 2 * (r.First() - a.today)
			if t.forward(p) {
				cost /= 4
			} else if p.dir < 0 || t.rel.tense < 0 {
				cost *= 20
			}
		case r.Last() < a.today:
			cost = a.today - r.Last()
			if t.forward(p) {
				cost *= 20
			}
		case p.dir != 0:
			cost = 400 // "mars dernier" in March is not this month
		}
		if cost < bestCost {
			best, bestCost = y, cost
		}
	}
	return best
}

// resolveHeld places the week or the weekend that holds a date, or the weekend
// at hand: the one that runs, else the last, or the next where the words say so
// or where it is as near.
func (t *Time) resolveHeld(p *part, a *anchoring) (resolved, bool) {
	unit := p.unit
	if p.fields&DayField != 0 {
		day := *p
		day.unit = calendar.NoUnit
		r, ok := t.resolve(&day, a)
		return resolved{unit.Of(r.First()), unit, r.guessed}, ok
	}
	if !a.known {
		return resolved{}, false
	}
	ahead := unit.Of(a.today)
	days := ahead.First() - a.today
	if days <= 0 || t.forward(p) || t.rel.tense == 0 && days <= 2 {
		return resolved{ahead, unit, 0}, true
	}
	return resolved{unit.After(a.today, -1), unit, DayField}, true
}

// resolveFeast places a day that has a name.
func (t *Time) resolveFeast(p *part, a *anchoring) (resolved, bool) {
	f := t.rel.table.feasts[p.feast-1]
	at := func(year int) resolved {
		n := f.In(year)
		return resolved{calendar.Between(n, n), calendar.OneDay, 0}
	}
	switch {
	case f.Once():
		return at(0), true
	case p.fields&YearField != 0:
		return at(t.century(p, a)), true
	case !a.known:
		return resolved{}, false
	case p.relative && p.counted == calendar.Year:
		return at(a.today.Date().Year + p.count), true
	}
	year := a.today.Date().Year
	r := at(year)
	r.guessed = YearField
	past, next := a.today-at(year-1).First(), at(year+1).First()-a.today
	switch ahead := r.First() - a.today; {
	case ahead > 0 && !t.forward(p) && (p.dir < 0 || t.rel.tense < 0 && past*3 < ahead*20 || past < 2*ahead):
		return resolved{at(year - 1).Period, calendar.OneDay, r.guessed}, true
	case ahead < 0 && t.forward(p) && next < -20*ahead:
		return resolved{at(year + 1).Period, calendar.OneDay, r.guessed}, true
	}
	return r, true
}

// resolveRelative works out what is counted from the publication date or from
// an earlier time of the story.
func (t *Time) resolveRelative(p *part, a *anchoring) (resolved, bool) {
	base, ok := a.base(p)
	if !ok {
		return resolved{}, false
	}
	unit := p.counted
	if unit == calendar.NoUnit || unit < calendar.OneDay || p.vague {
		return resolved{}, false
	}
	count := p.count
	if p.byNumber && unit >= calendar.Decade {
		// "a decade ago" is that year, not its decade
		count, unit = count*unit.Months()/12, calendar.Year
	}
	period := unit.After(base, count)
	switch {
	case unit == calendar.Year && (p.fields != 0 || p.unit != calendar.NoUnit):
		return t.resolveYear(p, period.From.Year)
	case unit == calendar.Month && p.fields&DayField != 0:
		d := period.From
		d.Day = p.date.Day
		return resolved{calendar.At(d), calendar.OneDay, 0}, d.Valid()
	case unit.Days() == 7 && p.fields&WeekdayField != 0:
		day := calendar.NextOn(period.First()-1, p.weekday)
		return resolved{calendar.Between(day, day), calendar.OneDay, 0}, true
	}
	if unit == calendar.Fortnight {
		unit = calendar.Week
	}
	return resolved{period, unit, 0}, true
}

// base is the day that a relative time is counted from; the publication must be
// known as precisely as the unit is fine.
func (a *anchoring) base(p *part) (calendar.Day, bool) {
	if p.story && !a.last.IsZero() && (a.lastGrain == calendar.OneDay || p.counted >= a.lastGrain) {
		if p.count > 0 {
			return a.last.Last(), true
		}
		return a.last.First(), true
	}
	if a.known {
		return a.today, true
	}
	grain := grainOf(a.publication)
	return a.publication.First(), grain != calendar.NoUnit && p.counted >= grain
}
