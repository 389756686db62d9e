package checks

import (
	"recoupe/checks/mark"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// fits reports whether a time agrees with the date of an event: they overlap, or,
// where the year is a guess, the written month and day do in some year.
func (h *hearing) fits(t *mark.Time, f *rules.Fact) bool {
	known := f.Value.Period
	if h.claim.Subject.Way == rules.ByVerb {
		known = beginning(known)
	}
	said := t.Period
	if fits, ok := h.agoFits(t, known); ok {
		return fits
	}
	if t.Relative {
		said = said.Widen(slackOf(said))
	}
	if start, ok := h.started(f); ok && t.Guessed == 0 {
		return said.From.Year <= start.From.Year && start.From.Year <= said.To.Year || apart(said.From.Year, start.From.Year) > 3
	}
	if t.Sense == mark.Around {
		said = said.Widen(int(said.Last()-said.First()) + 1)
	}
	if t.Guessed&mark.YearField != 0 {
		return sameDay(t.Period.From, known)
	}
	return said.Overlaps(known)
}

// started is the first day of a war that the words between it and its date say
// broke out; ok is false where they say no such thing, where it began on no one
// day for all, or where it was short.
func (h *hearing) started(f *rules.Fact) (start calendar.Period, ok bool) {
	known := f.Value.Period
	if f.Subject == nil || f.Subject.Sub != "war" || h.claim.When == nil || known.From.Grain() != calendar.DayGrain || beginning(known) == known {
		return start, false
	}
	t, s := &h.When[h.claim.When.Time], h.claim.Subject
	for i := min(t.Last, s.Last); i < max(t.First, s.First); i++ {
		if end := h.ClassAt(i, "breaks_out"); end > i {
			return beginning(known), true
		}
	}
	if h.ClassAt(s.Last, "breaks_out") > 0 {
		return beginning(known), true
	}
	return start, false
}

// beginning is what a verb tells of something that lasted: its first day. Of a
// few days in which it was done, or which sources name, any will do.
func beginning(known calendar.Period) calendar.Period {
	const done = 21
	if known.To.IsZero() || known.Last()-known.First() > done {
		return calendar.At(known.From)
	}
	return known
}

// slackOf is half the unit in which a relative time is counted: "il y a deux
// ans" may be said after twenty months.
func slackOf(p calendar.Period) int { return int(p.Last()-p.First()+1) / 2 }

// sameDay reports whether the month and day of a date fall into a period in the
// year in which the period begins or ends.
func sameDay(d calendar.Date, known calendar.Period) bool {
	for _, year := range []int{known.From.Year, known.To.Year} {
		if d.Year = year; year != 0 && d.Valid() && calendar.At(d).Overlaps(known) {
			return true
		}
	}
	return known.From.IsZero() || known.To.IsZero()
}
