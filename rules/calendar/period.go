package calendar

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// A Period runs from the first day of From to the last day of To.
// A zero end is open.
type Period struct{ From, To Date }

// At is the period that a date spans.
func At(d Date) Period { return Period{d, d} }

// Between is the period from the first to the last of two days.
func Between(first, last Day) Period { return Period{first.Date(), last.Date()} }

// Bounds of the days that an open end stands for.
const (
	Earliest Day = -1 << 31
	Latest   Day = 1<<31 - 1
)

// First is the first day of the period, Earliest when open.
func (p Period) First() Day {
	if p.From.IsZero() {
		return Earliest
	}
	return p.From.First()
}

// Last is the last day of the period, Latest when open.
func (p Period) Last() Day {
	if p.To.IsZero() {
		return Latest
	}
	return p.To.Last()
}

// IsZero reports whether both ends are open.
func (p Period) IsZero() bool { return p.From.IsZero() && p.To.IsZero() }

// Overlaps reports whether p and q share a day.
func (p Period) Overlaps(q Period) bool { return p.First() <= q.Last() && q.First() <= p.Last() }

// Within reports whether every day of p is a day of q.
func (p Period) Within(q Period) bool { return q.First() <= p.First() && p.Last() <= q.Last() }

// Intersect is what p and q share; ok is false when they share no day.
func (p Period) Intersect(q Period) (both Period, ok bool) {
	both = p
	if q.First() > p.First() {
		both.From = q.From
	}
	if q.Last() < p.Last() {
		both.To = q.To
	}
	return both, p.Overlaps(q)
}

// Widen moves both ends outward by a number of days; open ends stay open.
func (p Period) Widen(days int) Period {
	if !p.From.IsZero() {
		p.From = (p.First() - Day(days)).Date()
	}
	if !p.To.IsZero() {
		p.To = (p.Last() + Day(days)).Date()
	}
	return p
}

// Single reports whether the period is one date, said as such.
func (p Period) Single() bool { return !p.From.IsZero() && p.From == p.To }

// String is the period in EDTF: a date, or two with ".." for an open end.
func (p Period) String() string {
	if p.Single() {
		return p.From.String()
	}
	end := func(d Date) string {
		if d.IsZero() {
			return ".."
		}
		return d.String()
	}
	return end(p.From) + "/" + end(p.To)
}

// ParseDate reads a date of EDTF level 0: 2022, 2022-02, 2022-02-24, -0043-03-15.
// The error says what was found and what was wanted.
func ParseDate(s string) (Date, error) {
	bad := fmt.Errorf("%q is no date; want YYYY, YYYY-MM or YYYY-MM-DD", s)
	body, sign := s, 1
	if strings.HasPrefix(s, "-") {
		body, sign = s[1:], -1
	}
	parts := strings.Split(body, "-")
	if len(parts) > 3 || len(parts[0]) != 4 {
		return Date{}, bad
	}
	var n [3]int
	for i, part := range parts {
		v, err := strconv.Atoi(part)
		if err != nil || v < 0 || part[0] == '+' || i > 0 && (len(part) != 2 || v == 0) {
			return Date{}, bad
		}
		n[i] = v
	}
	d := Date{sign * n[0], time.Month(n[1]), n[2]}
	if !d.Valid() {
		return Date{}, fmt.Errorf("%q does not exist in the calendar", s)
	}
	return d, nil
}

// ParsePeriod reads a date or an EDTF interval, "2014-10-01/2024-10-01",
// with ".." for an open end. The error says what was found and what was wanted.
func ParsePeriod(s string) (Period, error) {
	from, to, isInterval := strings.Cut(s, "/")
	if !isInterval {
		d, err := ParseDate(s)
		return At(d), err
	}
	var p Period
	var err error
	if from != ".." {
		if p.From, err = ParseDate(from); err != nil {
			return Period{}, err
		}
	}
	if to != ".." {
		if p.To, err = ParseDate(to); err != nil {
			return Period{}, err
		}
	}
	if p.First() > p.Last() {
		return Period{}, fmt.Errorf("%q ends before it begins", s)
	}
	return p, nil
}
