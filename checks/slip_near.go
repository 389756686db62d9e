package checks

import (
	"slices"

	"recoupe/checks/mark"
	"recoupe/rules"
)

// maybeMeant adds the events that a time may mean: those of its day in any year, of
// its month, and of the same day in other months; of a year those that the words
// around lead to.
func (p *Pass) maybeMeant(out []*rules.Entity, t *mark.Time, w *surroundings) []*rules.Entity {
	said := t.Period.From
	close := func(year int) bool {
		years := apart(said.Year, year)
		return years <= yearsOff || years == 100
	}
	same := func(year int) bool { return apart(said.Year, year) <= 1 } // or the year before, for what goes on
	switch {
	case said.Month == 0:
		return p.ledTo(w)
	case said.Day == 0 || t.Type == mark.Range:
		for day := range 32 {
			out = p.Book.On(out, int(said.Month), day, close)
		}
	default:
		out = p.Book.On(out, int(said.Month), 0, same)
		for month := range 12 {
			if month+1 == int(said.Month) {
				out = p.Book.On(out, month+1, said.Day, close)
			} else {
				out = p.Book.On(out, month+1, said.Day, same)
			}
		}
		for day := max(1, said.Day-3); day <= said.Day+3; day++ {
			if day != said.Day {
				out = p.Book.On(out, int(said.Month), day, same)
			}
		}
	}
	return out
}

// closeTo is how a time comes close to the date of an event, if it does.
func closeTo(t *mark.Time, e *rules.Entity) (c closeness, ok bool) {
	said, known := t.Period.From, e.Exists.From
	years := apart(said.Year, known.Year)
	switch {
	case years > yearsOff && (years != 100 || said.Day == 0):
		return c, false
	case t.Type == mark.Range:
		to := t.Period.To
		return rangeOtherYear, said.Month != to.Month && said.Month == known.Month && to.Month == e.Exists.To.Month &&
			(said.Day == 0 || known.Day == 0 || said.Day == known.Day)
	case said.Month == 0:
		return otherYearAlone, years > 0
	case said.Day == 0:
		return monthOtherYear, said.Month == known.Month && years > 0
	case said.Month == known.Month && said.Day == known.Day:
		return otherYear, true
	}
	if said.Month == known.Month && years == 0 {
		return otherDay, known.Day > 0 && apart(said.Day, known.Day) <= 3 && slices.Contains(byTheDay, e.Sub)
	}
	return otherMonth, years == 0 && said.Day == known.Day
}
