package calendar

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Easter is Easter Sunday of a year in the Gregorian calendar (the method of
// Meeus, Jones and Butcher).
func Easter(year int) Day {
	a, b, c := year%19, year/100, year%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return dayOf(year, time.Month(n/31), n%31+1)
}

// Julian is the day of a date of the Julian calendar.
func Julian(d Date) Day {
	y, m := d.Year, int(max(d.Month, 1))
	a := (14 - m) / 12
	y, m = y+4800-a, m+12*a-3
	jdn := max(d.Day, 1) + (153*m+2)/5 + 365*y + floorDiv(y, 4) - 32083
	return Day(jdn - 2440588)
}

// A Feast is a day that has a name: fixed to a month and day, moving with
// Easter, the nth weekday of a month, or one day of history.
type Feast struct {
	date    Date // month and day; with a year when it happened once
	easter  bool
	offset  int // days after Easter, or after the weekday
	nth     int // nth weekday of the month; -1 the last
	weekday time.Weekday
}

// ParseFeast reads the notation of data files: "12-25", "easter+49",
// "11-4thu" (fourth Thursday of November), "11-4thu+1" (the day after),
// "05-lastmon", "2001-09-11" (once).
func ParseFeast(s string) (Feast, error) {
	bad := fmt.Errorf("%q names no day; want MM-DD, easter+N, MM-4thu, MM-lastmon or YYYY-MM-DD", s)
	if rest, ok := strings.CutPrefix(s, "easter"); ok {
		if rest == "" {
			return Feast{easter: true}, nil
		}
		n, err := strconv.Atoi(rest)
		if err != nil {
			return Feast{}, bad
		}
		return Feast{easter: true, offset: n}, nil
	}
	if d, err := ParseDate(s); err == nil && d.Grain() == DayGrain {
		return Feast{date: d}, nil
	}
	month, day, ok := strings.Cut(s, "-")
	m, err := strconv.Atoi(month)
	if !ok || err != nil || m < 1 || m > 12 {
		return Feast{}, bad
	}
	f := Feast{date: Date{Month: time.Month(m)}}
	if d, err := strconv.Atoi(day); err == nil {
		f.date.Day = d
		if d < 1 || d > DaysIn(2024, f.date.Month) {
			return Feast{}, bad
		}
		return f, nil
	}
	if head, tail, ok := strings.Cut(day, "+"); ok {
		if f.offset, err = strconv.Atoi(tail); err != nil {
			return Feast{}, bad
		}
		day = head
	}
	return f, f.parseNth(day, bad)
}

func (f *Feast) parseNth(s string, bad error) error {
	var ok bool
	if s, ok = strings.CutPrefix(s, "last"); ok {
		f.nth = -1
	} else if len(s) > 1 && s[0] >= '1' && s[0] <= '5' {
		f.nth, s = int(s[0]-'0'), s[1:]
	} else {
		return bad
	}
	for w := time.Sunday; w <= time.Saturday; w++ {
		if strings.EqualFold(w.String()[:3], s) {
			f.weekday = w
			return nil
		}
	}
	return bad
}

// Once reports whether the feast is one day of history.
func (f Feast) Once() bool { return f.date.Year != 0 }

// In is the day of the feast in a year; the day of history whatever the year.
func (f Feast) In(year int) Day {
	switch {
	case f.Once():
		return f.date.First()
	case f.easter:
		return Easter(year) + Day(f.offset)
	case f.nth > 0:
		first := dayOf(year, f.date.Month, 1)
		return NextOn(first-1, f.weekday) + Day(7*(f.nth-1)+f.offset)
	case f.nth < 0:
		return LastOn(dayOf(year, f.date.Month, DaysIn(year, f.date.Month)), f.weekday) + Day(f.offset)
	}
	return dayOf(year, f.date.Month, min(f.date.Day, DaysIn(year, f.date.Month)))
}
