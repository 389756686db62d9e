// Package calendar holds dates and periods as precisely as they were said:
// a year, a month or a day, and stretches between two of them. It knows the
// Gregorian calendar and the notation of EDTF (ISO 8601-2), and must not know
// languages, texts, facts or what day it is today.
package calendar

import (
	"strconv"
	"time"
)

// A Date is a year, a month or a day of the proleptic Gregorian calendar.
// Parts that were not said are zero. Years before 1 AD follow ISO 8601:
// year 0 is 1 BC, so the zero Date stands for "no date" and 1 BC cannot be said.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// A Day counts days from 1 January 1970.
type Day int

// YMD is the date of one day.
func YMD(year int, month time.Month, day int) Date { return Date{year, month, day} }

// IsZero reports whether nothing was said.
func (d Date) IsZero() bool { return d == Date{} }

// Valid reports whether the date exists: no 13th month, no 30 February,
// no day without its month.
func (d Date) Valid() bool {
	switch {
	case d.IsZero() || d.Month < 0 || d.Month > 12 || d.Day < 0:
		return false
	case d.Month == 0:
		return d.Day == 0
	}
	return d.Day <= DaysIn(d.Year, d.Month)
}

// Grain says how precise the date is.
func (d Date) Grain() Grain {
	switch {
	case d.IsZero():
		return NoGrain
	case d.Month == 0:
		return YearGrain
	case d.Day == 0:
		return MonthGrain
	}
	return DayGrain
}

// A Grain is the unit in which something was dated.
type Grain uint8

// Grains, coarsest first.
const (
	NoGrain Grain = iota
	YearGrain
	MonthGrain
	DayGrain
)

// First is the first day of the date.
func (d Date) First() Day {
	return dayOf(d.Year, max(d.Month, 1), max(d.Day, 1))
}

// Last is the last day of the date.
func (d Date) Last() Day {
	switch d.Grain() {
	case DayGrain:
		return d.First()
	case MonthGrain:
		return dayOf(d.Year, d.Month, DaysIn(d.Year, d.Month))
	}
	return dayOf(d.Year, 12, 31)
}

// Date is the day as a date.
func (n Day) Date() Date {
	y, m, d := time.Unix(int64(n)*86400, 0).UTC().Date()
	return Date{y, m, d}
}

// Weekday is the day of the week.
func (n Day) Weekday() time.Weekday { return time.Weekday(((int(n)+4)%7 + 7) % 7) }

// AddMonths moves a date by whole months and keeps its grain; the day is
// capped at the end of the month it lands in.
func (d Date) AddMonths(n int) Date {
	if d.Month == 0 {
		return Date{Year: d.Year + floorDiv(n, 12)}
	}
	m := d.Year*12 + int(d.Month) - 1 + n
	out := Date{Year: floorDiv(m, 12), Month: time.Month(m-floorDiv(m, 12)*12) + 1, Day: d.Day}
	if out.Day > 0 {
		out.Day = min(out.Day, DaysIn(out.Year, out.Month))
	}
	return out
}

// DaysIn is the number of days of a month.
func DaysIn(year int, month time.Month) int {
	switch month {
	case time.April, time.June, time.September, time.November:
		return 30
	case time.February:
		if Leap(year) {
			return 29
		}
		return 28
	}
	return 31
}

// Leap reports whether a year has 366 days.
func Leap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

// String is the date in EDTF: 2022, 2022-02 or 2022-02-24.
func (d Date) String() string {
	grain := d.Grain()
	if grain == NoGrain {
		return ""
	}
	b := make([]byte, 0, 12)
	year := d.Year
	if year < 0 {
		b, year = append(b, '-'), -year
	}
	b = appendPadded(b, year, 4)
	if grain >= MonthGrain {
		b = appendPadded(append(b, '-'), int(d.Month), 2)
	}
	if grain == DayGrain {
		b = appendPadded(append(b, '-'), d.Day, 2)
	}
	return string(b)
}

// appendPadded appends a number with zeros before it up to a width.
func appendPadded(b []byte, n, width int) []byte {
	for limit := 10; width > 1; width-- {
		if n < limit {
			b = append(b, '0')
		}
		limit *= 10
	}
	return strconv.AppendInt(b, int64(n), 10)
}

// dayOf counts days with the civil-from-days method of Howard Hinnant
// ("chrono-Compatible Low-Level Date Algorithms").
func dayOf(y int, m time.Month, d int) Day {
	if m <= 2 {
		y--
	}
	era := floorDiv(y, 400)
	yoe := y - era*400
	mp := (int(m) + 9) % 12
	doy := (153*mp+2)/5 + d - 1
	doe := yoe*365 + yoe/4 - yoe/100 + doy
	return Day(era*146097 + doe - 719468)
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}
