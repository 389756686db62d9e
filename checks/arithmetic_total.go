package checks

import (
	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
)

// reckonTotals works out sums, products and what each one of several makes.
func (p *Pass) reckonTotals() {
	p.sums(func(_ int, in []*mark.Quantity) {
		for i := 2; i < len(in); i++ {
			p.reckonSum(in[:i], in[i])
			p.reckonProduct(in[i-2], in[i-1], in[i])
			p.reckonLengths(in[i-2], in[i-1], in[i])
		}
	})
	p.reckonEachOf()
}

// reckonSum holds a total against the parts that stand right before it, joined
// by commas and "and": "12 hommes et 9 femmes, soit 21 personnes".
func (p *Pass) reckonSum(before []*mark.Quantity, x *mark.Quantity) {
	last := before[len(before)-1]
	if x.Ordinal || x.Part || x.Unit == "percent" || !p.totals(p.tail(last), x) {
		return
	}
	var added summed
	added.add(last)
	parts := []*mark.Quantity{last}
	for k := len(before) - 2; k >= 0; k-- {
		q := before[k]
		if q.Unit != last.Unit || q.Ordinal || q.Part || !p.listed(p.tail(q), before[k+1]) {
			break
		}
		added.add(q)
		parts = append([]*mark.Quantity{q}, parts...)
	}
	sum := added.band()
	if len(parts) < 2 || x.Unit != last.Unit || bandOf(x).holds(sum) {
		return
	}
	// Far off it is another number, not a slip.
	if x.Low > 1.5*sum.high || x.High < sum.low/1.5 {
		return
	}
	p.miscount(x, sum.middle(), parts...)
}

// tail is the token after a number and what it counts.
func (p *Pass) tail(q *mark.Quantity) int {
	if q.Head >= q.Last {
		return q.Head + 1
	}
	return q.Last
}

// totals reports words that make the next number a total.
func (p *Pass) totals(at int, x *mark.Quantity) bool {
	for i := at; i < x.First && i < at+6; i++ {
		if end := p.ClassAt(i, "totalling"); end > 0 && x.First-end <= 2 {
			return true
		}
	}
	return false
}

// listed reports that a comma or "and", and at most a few words, part two numbers.
func (p *Pass) listed(at int, next *mark.Quantity) bool {
	joined := false
	for i := at; i < next.First; i++ {
		switch {
		case p.Tokens[i].Char == ',' || p.Is(i, "and"):
			joined = true
		case p.Tokens[i].Kind == text.Mark:
			return false
		}
	}
	return joined && next.First-at <= 4
}

// reckonProduct holds an amount against a number of things and the price of
// each: "200 billets à 15 euros, soit 3 000 euros".
func (p *Pass) reckonProduct(n, price, x *mark.Quantity) {
	if n.Unit != "" || n.Head < 0 || n.Ordinal || n.Part || price.Unit == "" || price.Unit != x.Unit || rules.MeasureOf(price.Unit).Dimension == "duration" || price.Unit == "percent" {
		return
	}
	if price.First-p.tail(n) > 6 || !p.Is(price.First-1, "at_price") || !p.totals(price.Last, x) {
		return
	}
	want := spread(exactly(n), exactly(price), func(a, b float64) float64 { return a * b })
	if bandOf(x).widen(0.01*want.high).holds(want) || x.Low > 12*want.high || x.High < want.low/12 {
		return
	}
	p.miscount(x, n.Low*price.Low, n, price)
}

// reckonLengths holds a distance or a weight against a number of things and the
// measure of each: "2,100 lengths of the pool, which is 50 metres long, so that
// they have covered 105 kilometres".
func (p *Pass) reckonLengths(n, each, x *mark.Quantity) {
	a, b := rules.MeasureOf(each.Unit), rules.MeasureOf(x.Unit)
	if n.Unit != "" || n.Head < 0 || !plainCount(n) || n.Low < 2 || each.Unit == x.Unit || a.Dimension == "" || a.Dimension != b.Dimension || a.Dimension == "duration" || a.Dimension == "temperature" || a.Size == 0 || b.Size == 0 {
		return
	}
	if each.First-n.Last > 9 || x.First-each.Last > 12 || !p.classIn("so_that", each.Last, x.First) || each.Ordinal || each.Part || x.Ordinal || x.Part {
		return
	}
	want := spread(exactly(n), bandOf(each), func(n, m float64) float64 { return n * m * a.Size / b.Size })
	if bandOf(x).widen(0.05*want.high).holds(want) || x.Low > 12*want.high || x.High < want.low/12 {
		return
	}
	p.miscount(x, want.middle(), n, each)
}

// exactly is the room of a number that is not rounded unless it is told as rough.
func exactly(q *mark.Quantity) band {
	if q.Approximate || q.Over || q.Under {
		return bandOf(q)
	}
	return band{q.Low, q.High}
}

// eachMax is how many sentences that tell what each makes are reckoned.
const eachMax = 8

// reckonEachOf holds a total against what each of the things makes that the
// story counted: "each wheel weighs 38 pounds, so that he took over a ton".
func (p *Pass) reckonEachOf() {
	asked := 0
	p.sums(func(sentence int, in []*mark.Quantity) {
		s := p.Sentences[sentence]
		if end := p.ClassAt(s.First, "each"); end == 0 || end >= s.Last || in[0].First-end > 4 {
			return
		}
		one, total := in[0], in[1]
		a, b := massOf(one), massOf(total)
		if a.low == 0 || b.low == 0 || rules.MeasureOf(one.Unit).Dimension != rules.MeasureOf(total.Unit).Dimension && one.Unit != "pound-or-weight" {
			return
		}
		if asked++; asked > eachMax {
			return
		}
		n := p.numberOf(p.Tokens[p.ClassAt(s.First, "each")].Key)
		if n == nil {
			return
		}
		want := band{a.low * n.Low, a.high * n.High}
		if b.widen(0.05 * b.high).holds(want) {
			return
		}
		p.miscount(total, total.Low*want.middle()/b.middle(), n, one)
	})
}

// massOf is a measure in the base unit of its dimension; tons differ by country.
func massOf(q *mark.Quantity) band {
	b := bandOf(q)
	switch m := rules.MeasureOf(q.Unit); {
	case q.Unit == "ton":
		return band{b.low * 907, b.high * 1016.1}
	case q.Unit == "pound-or-weight":
		size := rules.MeasureOf("pound-weight").Size
		return band{b.low * size, b.high * size}
	default:
		return band{b.low * m.Size, b.high * m.Size}
	}
}

// numberOf is the one number of the story that counts a noun, given as the key
// of its singular; nil when there are several.
func (p *Pass) numberOf(noun uint64) *mark.Quantity {
	var found *mark.Quantity
	for i := range p.Quantities {
		q := &p.Quantities[i]
		if q.Head < 0 || q.Unit != "" || q.Ordinal || q.Part || q.Weak {
			continue
		}
		word := p.folded(q.Head)
		if p.Tokens[q.Head].Key != noun && (len(word) < 3 || text.Hash(word[:len(word)-1]) != noun) {
			continue
		}
		if found != nil && found.Low != q.Low {
			return nil
		}
		found = q
	}
	return found
}
