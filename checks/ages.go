package checks

import (
	"recoupe/checks/mark"
	"recoupe/checks/text"
)

// ageBeside is the age that stands beside a name: "Nour, 11 ans", "Ray Pocock,
// 68,", "(38 ans)", "the 52-year-old Lyle Jensen".
func (p *Pass) ageBeside(n mark.Name, s text.Sentence) *mark.Quantity {
	q := p.quantityFrom(n.Last + 1)
	if q != nil && q.First == n.Last+1 && q.Last <= s.Last && (p.Tokens[n.Last].Char == ',' || p.Tokens[n.Last].Char == '(') && isAge(q) {
		bare := q.Unit == "" && q.Head < 0
		closed := q.Last == s.Last || p.Tokens[q.Last].Kind == text.Mark
		if closed && (q.Unit == "year" || bare && p.Is(s.First, "plain") || bare) {
			return q
		}
	}
	return nil
}

// isAge reports a number that a person's age may be.
func isAge(q *mark.Quantity) bool {
	return !q.Ordinal && !q.Approximate && !q.Over && !q.Under && q.Low == q.High && q.Low >= 3 && q.Low <= 112 && q.Low == float64(int(q.Low))
}

// quantityFrom is the first number that begins at a token or after it.
func (p *Pass) quantityFrom(token int) *mark.Quantity {
	lo, hi := 0, len(p.Quantities)
	for lo < hi {
		mid := (lo + hi) / 2
		if p.Quantities[mid].First < token {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == len(p.Quantities) {
		return nil
	}
	return &p.Quantities[lo]
}
