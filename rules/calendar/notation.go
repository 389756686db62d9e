package calendar

import "fmt"

// Timex is a period of one unit in the notation of TIMEX3: 2022-02-24,
// 2022-W08, 2022-W08-WE, 2022-02, 2022-Q1, 2021-H2, 2019-SP, 2022, 199X, 19XX.
func Timex(u Unit, p Period) string {
	d := p.First().Date()
	switch u {
	case Weekend:
		y, w := ISOWeek(p.First())
		return fmt.Sprintf("%04d-W%02d-WE", y, w)
	case Week, Fortnight:
		y, w := ISOWeek(p.First())
		return fmt.Sprintf("%04d-W%02d", y, w)
	case Season:
		year, n := seasonOf(d)
		return fmt.Sprintf("%s-%s", Date{Year: year}, [...]string{"SP", "SU", "FA", "WI"}[n-1])
	case Quarter:
		return fmt.Sprintf("%s-Q%d", Date{Year: d.Year}, (int(d.Month)+2)/3)
	case Half:
		return fmt.Sprintf("%s-H%d", Date{Year: d.Year}, (int(d.Month)+5)/6)
	case Decade:
		return Date{Year: d.Year}.String()[:3] + "X"
	case Century:
		if d.Year < 0 {
			return fmt.Sprintf("-%02dXX", -d.Year/100)
		}
		return fmt.Sprintf("%02dXX", floorDiv(d.Year-1, 100))
	case Millennium:
		return fmt.Sprintf("%dXXX", floorDiv(d.Year-1, 1000))
	case Month:
		return Date{Year: d.Year, Month: d.Month}.String()
	case Year:
		return Date{Year: d.Year}.String()
	}
	return p.String()
}

// EDTF is a period of one unit in EDTF: seasons are the months 21 to 24,
// quarters 33 to 36, halves 40 and 41, decades 199X, centuries 19XX; what EDTF
// has no form for is an interval.
func EDTF(u Unit, p Period) string {
	d := p.First().Date()
	if d.Year < 0 {
		return p.String()
	}
	switch u {
	case Season:
		year, n := seasonOf(d)
		return fmt.Sprintf("%04d-%d", year, 20+n)
	case Quarter:
		return fmt.Sprintf("%04d-%d", d.Year, 32+(int(d.Month)+2)/3)
	case Half:
		return fmt.Sprintf("%04d-%d", d.Year, 39+(int(d.Month)+5)/6)
	case Decade, Century:
		return Timex(u, p)
	case Month, Year:
		return Timex(u, p)
	}
	return p.String()
}
