package mark

import (
	"strconv"
	"strings"

	"recoupe/rules/calendar"
)

// Value is the time in TIMEX3: 2022-02-24, 2022-W08, 199X, P3Y. It is empty for
// a date that is not anchored.
func (t *Time) Value() string {
	from, to := &t.rel.from, t.rel.to
	switch {
	case t.Type == Clock:
		return clockValue(t.rel.number)
	case t.Type == Set:
		return t.repeated()
	case t.Type == Duration || t.rel.window != 0:
		return t.lasting()
	case t.Period.IsZero():
		return ""
	case t.rel.two && from.found.IsZero():
		return t.Period.String() // from weekday to weekday
	case t.rel.two:
		return calendar.Timex(from.found.unit, from.found.Period) + "/" + calendar.Timex(to.found.unit, to.found.Period)
	case from.part > 0 && t.Grain == calendar.OneDay:
		return calendar.Timex(t.Grain, t.Period) + "T" + t.rel.table.parts[from.part-1]
	}
	return calendar.Timex(t.Grain, t.Period)
}

// EDTF is the period of the time in EDTF, empty while it has none.
func (t *Time) EDTF() string {
	switch {
	case t.Period.IsZero():
		return ""
	case t.rel.two || t.rel.window != 0:
		return t.Period.String()
	}
	return calendar.EDTF(t.Grain, t.Period)
}

// lasting is a duration in TIMEX3: P3Y, PT90M.
func (t *Time) lasting() string {
	var b strings.Builder
	number := t.rel.number
	unit := t.rel.units
	if t.rel.half > 0 {
		number, unit = halves(number, unit)
	}
	if unit == calendar.Half {
		number, unit = 6*number, calendar.Month
	}
	letter := unitLetters[unit]
	if unit == calendar.Fortnight {
		number *= 2
	}
	b.WriteByte('P')
	if unit < calendar.OneDay {
		b.WriteByte('T')
	}
	if number == 0 && t.rel.half == 0 {
		b.WriteByte('X')
	} else {
		b.WriteString(strconv.Itoa(number))
	}
	if t.rel.half > 0 && unit == t.rel.units {
		b.WriteString(".5") // no smaller unit that divides it
	}
	b.WriteString(letter)
	return b.String()
}

// unitLetters are the units as TIMEX3 has them.
var unitLetters = map[calendar.Unit]string{
	calendar.Second: "S", calendar.Minute: "M", calendar.Hour: "H", calendar.OneDay: "D", calendar.Weekend: "WE", calendar.Week: "W",
	calendar.Fortnight: "W", calendar.Month: "M", calendar.Season: "SU", calendar.Quarter: "Q", calendar.Year: "Y",
	calendar.Decade: "DE", calendar.Century: "CE", calendar.Millennium: "ML",
}

// halves counts a number and a half in the unit below that divides it; in the
// unit itself where none does.
func halves(n int, u calendar.Unit) (int, calendar.Unit) {
	switch u {
	case calendar.Hour:
		return 60*n + 30, calendar.Minute
	case calendar.OneDay:
		return 24*n + 12, calendar.Hour
	case calendar.Year:
		return 12*n + 6, calendar.Month
	case calendar.Decade:
		return 10*n + 5, calendar.Year
	case calendar.Century:
		return 100*n + 50, calendar.Year
	case calendar.Month:
		return 30*n + 15, calendar.OneDay
	}
	return n, u
}

// repeated is a set in TIMEX3: every Monday is XXXX-WXX-1, every year P1Y.
func (t *Time) repeated() string {
	p := t.rel.from
	switch {
	case p.fields&WeekdayField != 0:
		return "XXXX-WXX-" + string(rune('0'+(int(p.weekday)+6)%7+1))
	case p.unit == calendar.Season:
		return "XXXX-" + [...]string{"SP", "SU", "FA", "WI"}[(p.nth+3)%4]
	case p.fields&MonthField != 0:
		return "XXXX-" + calendar.Date{Year: 1, Month: p.date.Month, Day: p.date.Day}.String()[5:]
	}
	often := *t
	often.rel.number = max(t.rel.number, 1)
	return often.lasting()
}

// clockValue is a time of day in TIMEX3.
func clockValue(n int) string {
	h, m := n/100, n%100
	return "T" + string([]byte{byte('0' + h/10), byte('0' + h%10), ':', byte('0' + m/10%10), byte('0' + m%10)})
}
