package checks

import (
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// A register is who belongs to a body and when, in days, so that its size can be
// asked for any time.
type register struct {
	facts  []*rules.Fact
	during []stay
	sizes  [][2]int // the least and the greatest at each accession, once asked for
}

// A stay is the first and the last day of a membership, and the days on which it
// is said to begin and to end; no day where the table says none.
type stay struct {
	first, last, joined, left calendar.Day
}

// register is that of a body, read once a story.
func (h *hearing) register(org *rules.Entity) *register {
	if r := h.registers[org]; r != nil {
		return r
	}
	r := &register{facts: h.Book.Of(org, rules.Member)}
	for _, f := range r.facts {
		s := stay{first: f.During.First(), last: f.During.Last(), joined: calendar.Earliest, left: calendar.Earliest}
		if !f.During.From.IsZero() {
			s.joined = f.During.From.First()
		}
		if !f.During.To.IsZero() {
			s.left = f.During.To.First()
		}
		r.during = append(r.during, s)
	}
	if h.registers == nil {
		h.registers = map[*rules.Entity]*register{}
	}
	h.registers[org] = r
	return r
}

// size is the least and greatest number of members over a period and a day's
// slack, and the latest accession or departure before its end.
func (r *register) size(at calendar.Period) (low, high int, last *rules.Fact) {
	from, to := at.First(), at.Last()
	if !at.From.IsZero() {
		from--
	}
	if !at.To.IsZero() {
		to++
	}
	latest := calendar.Earliest
	for i := range r.during {
		s := &r.during[i]
		if s.first <= from && to <= s.last {
			low++
		}
		if s.first <= to && from <= s.last {
			high++
		}
		for _, day := range [2]calendar.Day{s.joined, s.left} {
			if day <= to && day > latest {
				latest, last = day, r.facts[i]
			}
		}
	}
	return low, high, last
}

// sizes is how many members a body has over a period: the least and the greatest,
// and the latest accession or departure before its end.
func (h *hearing) sizes(org *rules.Entity, at calendar.Period) (low, high int, last *rules.Fact) {
	return h.register(org).size(at)
}

// sizedBefore reports whether the body once had that many members.
func (h *hearing) sizedBefore(org *rules.Entity, n int) bool {
	r := h.register(org)
	if r.sizes == nil {
		for _, f := range r.facts {
			low, high, _ := r.size(calendar.At(f.During.From))
			r.sizes = append(r.sizes, [2]int{low, high})
		}
	}
	for _, s := range r.sizes {
		if s[0] <= n && n <= s[1] {
			return true
		}
	}
	return false
}
