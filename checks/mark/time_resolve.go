package mark

import "recoupe/rules/calendar"

// resolved is one end, worked out.
type resolved struct {
	calendar.Period
	unit    calendar.Unit
	guessed Fields
}

// resolve works out one end of a time.
func (t *Time) resolve(p *part, a *anchoring) (resolved, bool) {
	if p.unit.Days() == 7 && p.nth == 0 {
		return t.resolveHeld(p, a)
	}
	if p.feast > 0 {
		return t.resolveFeast(p, a)
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
			day = calendar.NextOn(a.today-1, p.weekday)
			if p.dir > 0 && day == a.today {
				day += 7
			}
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
				cost /= 2
			} else if p.dir < 0 {
				cost *= 20
			} else if t.rel.tense < 0 {
				cost *= 8
			}
		case r.Last() < a.today:
			cost = a.today - r.Last()
			if p.dir > 0 {
				cost *= 20
			} else if t.forward(p) {
				cost *= 8 // what lies a year ahead is seldom told without its year
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
	if p.fields&DayField != 0 || p.feast > 0 {
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
