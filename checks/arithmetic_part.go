package checks

import (
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
			}
		}
		p.reckonDiscount(in)
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
	if heads.First-sum.Last > 3 || !p.classIn("at_price", sum.Last, heads.First) && !p.classIn("for", sum.Last, heads.First) || !p.classIn("each", x.Last, x.Last+3) && !p.classIn("each", x.First-2, x.First) {
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
