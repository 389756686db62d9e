package calendar

import "time"

// A Unit is a stretch that calendars and copy count in.
type Unit uint8

// Units, shortest first. A week begins on Monday, a weekend is Saturday and
// Sunday, spring begins in March and winter in December of its first year.
const (
	NoUnit Unit = iota
	Second
	Minute
	Hour
	OneDay
	Weekend
	Fortnight
	Week
	Month
	Season
	Quarter
	Half
	Year
	Decade
	Century
	Millennium
)

// Units names each unit as data files do.
var Units = map[string]Unit{
	"second": Second, "minute": Minute, "hour": Hour, "day": OneDay, "weekend": Weekend, "fortnight": Fortnight,
	"week": Week, "month": Month, "season": Season, "quarter": Quarter, "half": Half, "year": Year,
	"decade": Decade, "century": Century, "millennium": Millennium,
}

// Months is the number of months in a unit that is made of whole ones, else 0.
func (u Unit) Months() int {
	switch u {
	case Month:
		return 1
	case Season, Quarter:
		return 3
	case Half:
		return 6
	case Year:
		return 12
	case Decade:
		return 120
	case Century:
		return 1200
	case Millennium:
		return 12000
	}
	return 0
}

// Days is the number of days in a unit that is made of whole ones, else 0.
func (u Unit) Days() int {
	switch u {
	case OneDay:
		return 1
	case Weekend, Week:
		return 7
	case Fortnight:
		return 14
	}
	return 0
}

// Of is the unit that holds a day: its week, its quarter, its decade.
// A weekend is that of the day's week.
func (u Unit) Of(n Day) Period {
	d := n.Date()
	switch u {
	case Weekend:
		sat := monday(n) + 5
		return Between(sat, sat+1)
	case Week, Fortnight:
		return Between(monday(n), monday(n)+6)
	case Month:
		return At(Date{Year: d.Year, Month: d.Month})
	case Season:
		return NthSeason(seasonOf(d))
	case Quarter:
		return NthQuarter(d.Year, (int(d.Month)+2)/3)
	case Half:
		return NthHalf(d.Year, (int(d.Month)+5)/6)
	case Year:
		return At(Date{Year: d.Year})
	case Decade:
		return years(floorDiv(d.Year, 10)*10, 10)
	case Century:
		return years(floorDiv(d.Year-1, 100)*100+1, 100)
	case Millennium:
		return years(floorDiv(d.Year-1, 1000)*1000+1, 1000)
	}
	return At(d)
}

// After is the unit that lies a number of units after the one that holds a day;
// before it when the number is negative.
func (u Unit) After(n Day, count int) Period {
	if days := u.Days(); days > 0 {
		return u.Of(n + Day(days*count))
	}
	if months := u.Months(); months > 0 {
		d := n.Date()
		d.Day = 1
		if u == Season {
			year, nth := seasonOf(n.Date())
			return NthSeason(year+floorDiv(nth-1+count, 4), nth+count-floorDiv(nth-1+count, 4)*4)
		}
		return u.Of(d.AddMonths(months * count).First())
	}
	return At(n.Date())
}

// NthQuarter is a quarter of a year, from 1.
func NthQuarter(year, n int) Period { return months(year, 3*n-2, 3) }

// NthHalf is a half of a year, from 1.
func NthHalf(year, n int) Period { return months(year, 6*n-5, 6) }

// NthSeason is a season of a year: 1 spring, 2 summer, 3 autumn, 4 winter,
// which ends in the year after.
func NthSeason(year, n int) Period { return months(year, 3*n, 3) }

// NthWeek is a week of a year by ISO 8601: the first holds the first Thursday.
func NthWeek(year, n int) Period {
	first := monday(dayOf(year, 1, 4)) + Day(7*(n-1))
	return Between(first, first+6)
}

// ISOWeek is the number of the week that holds a day, and the year that counts it.
func ISOWeek(n Day) (year, week int) {
	thursday := monday(n) + 3
	year = thursday.Date().Year
	return year, int(thursday-dayOf(year, 1, 1))/7 + 1
}

// NthCentury is a century, from 1; the first begins with the year 1. Centuries
// before our era are counted back from -1.
func NthCentury(n int) Period {
	if n < 0 {
		return years(100*n+1, 100)
	}
	return years(100*n-99, 100)
}

func seasonOf(d Date) (year, n int) {
	if d.Month < 3 {
		return d.Year - 1, 4
	}
	return d.Year, int(d.Month) / 3
}

func monday(n Day) Day { return n - Day((int(n.Weekday())+6)%7) }

// months is a run of whole months; the first may lie beyond the year.
func months(year, first, count int) Period {
	from := Date{Year: year, Month: 1}.AddMonths(first - 1)
	return Period{from, from.AddMonths(count - 1)}
}

func years(first, count int) Period {
	return Period{Date{Year: first}, Date{Year: first + count - 1}}
}

// Nearest is the day of a weekday that lies nearest to n, the earlier one of two.
func Nearest(n Day, w time.Weekday) Day {
	back := Day((int(n.Weekday()) - int(w) + 7) % 7)
	if back > 3 {
		return n + 7 - back
	}
	return n - back
}

// LastOn is the latest day of a weekday up to n, n included.
func LastOn(n Day, w time.Weekday) Day { return n - Day((int(n.Weekday())-int(w)+7)%7) }

// NextOn is the first day of a weekday after n, n excluded.
func NextOn(n Day, w time.Weekday) Day { return LastOn(n+7, w) }
