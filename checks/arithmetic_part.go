package checks

import (
	"math"

	"recoupe/checks/mark"
	"recoupe/rules"
)

// reckonParts works out what a part of a number comes to: half of sixty, sixty
// shared by twelve, a price less thirty percent.
func (p *Pass) reckonParts() {
	p.sums(func(_ int, in []*mark.Quantity) {
		for i := range in {
			if i+2 < len(in) {
				p.reckonFraction(in[i], in[i+1], in[i+2])
				p.reckonPerHead(in[i], in[i+1], in[i+2])
				p.reckonRate(in[i], in[i+1], in[i+2])
			}
		}
		p.reckonDiscount(in)
		p.reckonMore(in)
	})
}

// reckonFraction holds a number against the part of another that it sums up:
// "la moitié des 60 salariés, soit 30 personnes".
func (p *Pass) reckonFraction(part, whole, x *mark.Quantity) {
	if !part.Part || whole.First-part.Last > 3 || !p.Is(part.Last, "complement") || x.Unit != whole.Unit || x.Ordinal || whole.Ordinal || x.Part || whole.Part {
		return
	}
	if x.First-p.tail(whole) > 5 || !p.sumsUp(p.tail(whole), x) {
		return
	}
	want := spread(bandOf(part), bandOf(whole), func(a, b float64) float64 { return a * b })
	if bandOf(x).widen(0.02 * want.high).widen(0.5).holds(want) {
		return
	}
	p.miscount(x, part.Low*whole.Low, part, whole)
}

// sumsUp reports that a comma and "soit" or "or" stand before a number.
func (p *Pass) sumsUp(at int, x *mark.Quantity) bool {
	for i := at; i < x.First; i++ {
		if p.ClassAt(i, "amounts") > 0 || p.ClassAt(i, "restating") > 0 {
			return true
		}
	}
	return false
}

// reckonPerHead holds what one pays against a sum and those who share it: "480
// euros pour douze convives, soit 40 euros par personne".
func (p *Pass) reckonPerHead(sum, heads, x *mark.Quantity) {
	if sum.Unit == "" || sum.Unit != x.Unit || heads.Unit != "" || heads.Head < 0 || heads.Low < 2 || heads.Ordinal || heads.Part || heads.To >= 0 || sum.To >= 0 {
		return
	}
	near := heads.First-sum.Last <= 3 && (p.classIn("at_price", sum.Last, heads.First) || p.classIn("for", sum.Last, heads.First))
	shared := heads.First-sum.Last <= 14 && p.classIn("shared", sum.Last, heads.First)
	mean := p.classIn("average", x.First-5, x.First) || p.classIn("average", x.Last, x.Last+2)
	if !near && !shared && !(mean && heads.First-sum.Last <= 8) || !mean && !p.classIn("each", x.Last, x.Last+3) && !p.classIn("each", x.First-5, x.First) {
		return
	}
	if rules.MeasureOf(sum.Unit).Dimension == "duration" || sum.Unit == "percent" {
		return
	}
	want := spread(bandOf(sum), bandOf(heads), func(a, b float64) float64 { return a / b })
	if bandOf(x).widen(0.02 * want.high).holds(want) {
		return
	}
	p.miscount(x, sum.Low/heads.Low, sum, heads)
}

// reckonRate holds so much a day against the whole and the days that it took:
// "240 miles in eight days, an average of 30 miles a day".
func (p *Pass) reckonRate(whole, span, x *mark.Quantity) {
	if whole.Unit == "" && whole.Head < 0 || whole.Unit != x.Unit || rules.MeasureOf(span.Unit).Dimension != "duration" || rules.MeasureOf(whole.Unit).Dimension == "duration" || span.Low < 2 || span.Ordinal || whole.Part || x.Part {
		return
	}
	if span.First-p.tail(whole) > 4 || !p.Is(span.First-1, "lasting") || !p.classIn("average", x.First-6, x.First) {
		return
	}
	if unit, end := p.rateUnit(x.Last); unit != span.Unit || end == 0 {
		return
	}
	want := spread(bandOf(whole), exactly(span), func(a, b float64) float64 { return a / b })
	if bandOf(x).widen(0.02 * want.high).holds(want) {
		return
	}
	p.miscount(x, whole.Low/span.Low, whole, span)
}

// reckonUnitPrices holds each price for one unit against the one before it.
func (p *Pass) reckonUnitPrices() {
	p.eachNumbers(func(_ int, in []mark.Quantity) {
		for i := 0; i+2 < len(in); i++ {
			p.reckonUnitPrice(&in[i], &in[i+1], &in[i+2])
		}
	})
}

// reckonUnitPrice holds a price for one unit against the price of so many: "3
// euros les 500 grammes, soit 6 euros le kilo".
func (p *Pass) reckonUnitPrice(sum, of, x *mark.Quantity) {
	unit, end := p.UnitAt(min(x.Last+1, len(p.Tokens)-1))
	if sum.Unit == "" || sum.Unit != x.Unit || end == 0 || !p.Is(x.Last, "article") && !p.Is(x.Last, "per") || of.First-sum.Last > 2 || !p.sumsUp(of.Last, x) {
		return
	}
	a, b := rules.MeasureOf(of.Unit), rules.MeasureOf(unit)
	if a.Dimension == "" || a.Dimension != b.Dimension || a.Size == 0 || b.Size == 0 || rules.MeasureOf(sum.Unit).Dimension != "" || of.Low <= 0 {
		return
	}
	want := spread(bandOf(sum), exactly(of), func(x, y float64) float64 { return x / (y * a.Size / b.Size) })
	if bandOf(x).widen(0.02 * want.high).holds(want) {
		return
	}
	p.miscount(x, want.middle(), sum, of)
}

// rateUnit reads "a day", "par jour".
func (p *Pass) rateUnit(at int) (unit string, end int) {
	if at >= len(p.Tokens) || !p.Is(at, "per") {
		return "", 0
	}
	return p.UnitAt(at + 1)
}

// reckonMore holds "20 de plus que l'an dernier" against the two numbers of its
// sentence that it tells the difference of.
func (p *Pass) reckonMore(in []*mark.Quantity) {
	if len(in) != 3 {
		return
	}
	for i, x := range in {
		if x.Unit != "" || x.Ordinal || x.Part || x.Approximate || !p.classIn("difference", x.Last, x.Last+2) {
			continue
		}
		a, b := in[(i+1)%3], in[(i+2)%3]
		if a.Unit != "" || b.Unit != "" || a.Ordinal || b.Ordinal || a.Part || b.Part || a.Approximate || b.Approximate || a.Over || b.Over || a.Under || b.Under || yearlike(a) || yearlike(b) || !p.alike(a, b) {
			return
		}
		if diff := math.Abs(a.Low - b.Low); diff != x.Low && diff > 0 && diff < 3*x.Low && x.Low < 3*diff {
			p.miscount(x, diff, a, b)
		}
		return
	}
}

// reckonDiscount holds a price against the one before it and the percentage
// taken off: "with 30 percent off, the $500 bicycle costs $350".
func (p *Pass) reckonDiscount(in []*mark.Quantity) {
	if len(in) != 3 {
		return
	}
	var off, old, now *mark.Quantity
	for _, q := range in {
		switch {
		case q.Unit == "percent" && off == nil:
			off = q
		case q.Unit != "" && q.Unit != "percent" && rules.MeasureOf(q.Unit).Dimension == "" && old == nil:
			old = q
		case old != nil && q.Unit == old.Unit:
			now = q
		}
	}
	if off == nil || now == nil || off.Low >= 100 || !p.classIn("discount", off.First-6, off.Last+3) {
		return
	}
	if now.Low > old.Low {
		old, now = now, old
	}
	want := spread(bandOf(old), bandOf(off), func(a, b float64) float64 { return a * (100 - b) / 100 })
	// The second price may be what is saved.
	saved := spread(bandOf(old), bandOf(off), func(a, b float64) float64 { return a * b / 100 })
	said := bandOf(now).widen(0.01 * old.High)
	if said.holds(want) || said.holds(saved) {
		return
	}
	p.miscount(now, old.Low*(100-off.Low)/100, old, off)
}
