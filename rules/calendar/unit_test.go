package calendar

import (
	"testing"
	"time"
)

func day(t *testing.T, s string) Day {
	t.Helper()
	d, err := ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d.First()
}

func TestUnits(t *testing.T) {
	for _, c := range []struct {
		unit  Unit
		on    string
		count int
		first string
		last  string
		timex string
		edtf  string
	}{
		{OneDay, "2024-02-28", 1, "2024-02-29", "2024-02-29", "2024-02-29", "2024-02-29"},
		{Week, "2023-03-05", 0, "2023-02-27", "2023-03-05", "2023-W09", "2023-02-27/2023-03-05"},
		{Week, "2021-01-03", 0, "2020-12-28", "2021-01-03", "2020-W53", "2020-12-28/2021-01-03"},
		{Weekend, "2023-03-08", -1, "2023-03-04", "2023-03-05", "2023-W09-WE", "2023-03-04/2023-03-05"},
		{Month, "2023-01-31", 1, "2023-02-01", "2023-02-28", "2023-02", "2023-02"},
		{Quarter, "2023-01-31", -1, "2022-10-01", "2022-12-31", "2022-Q4", "2022-36"},
		{Half, "2023-01-31", -1, "2022-07-01", "2022-12-31", "2022-H2", "2022-41"},
		{Season, "2023-01-31", 0, "2022-12-01", "2023-02-28", "2022-WI", "2022-24"},
		{Season, "2023-01-31", -2, "2022-06-01", "2022-08-31", "2022-SU", "2022-22"},
		{Season, "2023-07-14", -1, "2023-03-01", "2023-05-31", "2023-SP", "2023-21"},
		{Year, "2023-07-14", -30, "1993-01-01", "1993-12-31", "1993", "1993"},
		{Decade, "2023-07-14", -1, "2010-01-01", "2019-12-31", "201X", "201X"},
		{Century, "2000-07-14", 0, "1901-01-01", "2000-12-31", "19XX", "19XX"},
	} {
		p := c.unit.After(day(t, c.on), c.count)
		if p.First().Date().String() != c.first || p.Last().Date().String() != c.last {
			t.Errorf("unit %d, %s %+d: %s to %s, want %s to %s", c.unit, c.on, c.count, p.First().Date(), p.Last().Date(), c.first, c.last)
		}
		if got := Timex(c.unit, p); got != c.timex {
			t.Errorf("timex %s, want %s", got, c.timex)
		}
		if got := EDTF(c.unit, p); got != c.edtf {
			t.Errorf("edtf %s, want %s", got, c.edtf)
		}
	}
}

func TestFeasts(t *testing.T) {
	for _, c := range []struct {
		rule string
		year int
		want string
	}{
		{"easter", 2024, "2024-03-31"}, {"easter", 1954, "1954-04-18"}, {"easter+1", 2019, "2019-04-22"},
		{"easter-2", 2025, "2025-04-18"}, {"easter+49", 2011, "2011-06-12"}, {"12-25", 2020, "2020-12-25"},
		{"11-4thu", 2023, "2023-11-23"}, {"11-4thu+1", 2023, "2023-11-24"}, {"05-lastmon", 2021, "2021-05-31"},
		{"2001-09-11", 1999, "2001-09-11"},
	} {
		f, err := ParseFeast(c.rule)
		if err != nil {
			t.Error(err)
			continue
		}
		if got := f.In(c.year).Date().String(); got != c.want {
			t.Errorf("%s in %d: %s, want %s", c.rule, c.year, got, c.want)
		}
	}
	for _, bad := range []string{"", "13-01", "02-30", "eastern", "11-6thu", "11-4xyz", "11"} {
		if _, err := ParseFeast(bad); err == nil {
			t.Errorf("%q was taken for a feast", bad)
		}
	}
}

func TestJulian(t *testing.T) {
	for from, want := range map[Date]string{
		{1917, 10, 25}: "1917-11-07", {1582, 10, 5}: "1582-10-15", {1492, 10, 12}: "1492-10-21",
	} {
		if got := Julian(from).Date().String(); got != want {
			t.Errorf("Julian %s is %s, want %s", from, got, want)
		}
	}
}

func TestWeekdays(t *testing.T) {
	n := day(t, "2023-03-08") // a Wednesday
	if got := LastOn(n, time.Wednesday); got != n {
		t.Errorf("last Wednesday up to a Wednesday is %s", got.Date())
	}
	if got := NextOn(n, time.Wednesday).Date().String(); got != "2023-03-15" {
		t.Errorf("next Wednesday: %s", got)
	}
	if got := Nearest(n, time.Saturday).Date().String(); got != "2023-03-11" {
		t.Errorf("nearest Saturday: %s", got)
	}
	if got := Nearest(n, time.Sunday).Date().String(); got != "2023-03-05" {
		t.Errorf("nearest Sunday: %s", got)
	}
}

// What is parsed lies the right way round, and its notation reads back as it.
func FuzzParsePeriod(f *testing.F) {
	for _, s := range []string{"2022", "2022-02", "2022-02-24", "2022-02-24/2023", "../2020", "2020/..", "2020/2019", "-44", "2022-02-30", "/", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := ParsePeriod(s)
		if err != nil {
			return
		}
		again, err := ParsePeriod(p.String())
		if err != nil || again != p {
			t.Errorf("%q is %v, which reads as %v (%v)", s, p, again, err)
		}
	})
}
