package checks

import (
	"math"

	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
)

// reckonGaps holds a difference against the two numbers that it lies between:
// "312 votes to 295, a majority of 27"; "18 millions, soit 4 de plus que les 12
// prévus".
func (p *Pass) reckonGaps() {
	p.sums(func(_ int, in []*mark.Quantity) {
		for i := 2; i < len(in); i++ {
			p.reckonGap(in[i-2], in[i-1], in[i])
			p.reckonMoreThan(in[i-2], in[i-1], in[i])
		}
	})
}

func (p *Pass) reckonGap(a, b, x *mark.Quantity) {
	if x.First-b.Last > 10 || b.First-a.Last > 14 || !gapped(a, b, x) || !p.alike(a, b) || !p.endsAt("gap_of", x.First, 5) {
		return
	}
	p.holdGap(a, b, x)
}

// gapped reports three numbers of one kind, of which one may be the difference
// of the two others.
func gapped(a, b, x *mark.Quantity) bool {
	if a.Unit != b.Unit && a.Unit != "" && b.Unit != "" || x.Unit != a.Unit && x.Unit != b.Unit {
		return false
	}
	for _, q := range []*mark.Quantity{a, b, x} {
		if q.Ordinal || q.Part || yearlike(q) || q.Low <= 0 {
			return false
		}
	}
	return a.Unit != "percent"
}

// endsAt reports a phrase of a class that ends at a token, begun a few before.
func (p *Pass) endsAt(class string, at, reach int) bool {
	for i := max(0, at-reach); i < at; i++ {
		if p.ClassAt(i, class) == at {
			return true
		}
	}
	return false
}

func (p *Pass) holdGap(a, b, x *mark.Quantity) {
	gap := spread(bandOf(a), unbound(b), func(x, y float64) float64 { return math.Abs(y - x) })
	if bandOf(x).widen(0.04*gap.high).holds(gap) || gap.high <= 0 || x.Low > 6*gap.high || 6*x.High < gap.low {
		return
	}
	p.miscount(x, math.Abs(b.Low-a.Low), a, b)
}

// reckonMoreThan holds "18, 4 more than the 12 planned".
func (p *Pass) reckonMoreThan(a, x, b *mark.Quantity) {
	if x.First-a.Last > 6 || b.First-x.Last > 5 || !gapped(a, b, x) || !p.Is(b.First-1, "the_same") {
		return
	}
	if end := p.ClassAt(x.Last, "difference_to"); end == 0 || b.First-end > 1 {
		if x.Head < x.Last || p.ClassAt(x.Head+1, "difference_to") == 0 {
			return
		}
	}
	p.holdGap(a, b, x)
}

// reckonFractions holds a fraction against the percentage that restates it: "un
// habitant sur quatre, soit 35 %".
func (p *Pass) reckonFractions() {
	p.eachNumbers(func(_ int, in []mark.Quantity) {
		for i := 0; i+1 < len(in); i++ {
			x := &in[i+1]
			share, first := p.shareIn(in, i)
			if share == 0 || x.Unit != "percent" || !plainCount(x) || x.First-p.tail(&in[i]) > 5 || !p.sumsUp(in[i].Last, x) || p.hasDirection(x) && !in[i].Part {
				continue
			}
			if said := bandOf(x); said.widen(0.1*share+2).holds(band{share, share}) || in[i].Over || in[i].Under {
				continue
			}
			from := []*mark.Quantity{&in[i]}
			if first != i {
				from = []*mark.Quantity{&in[first], &in[i]}
			}
			p.miscount(x, share, from...)
		}
	})
}

// shareIn reads a fraction that ends with the number at i, in percent: "two
// thirds", "one in four", "trois élèves sur dix".
func (p *Pass) shareIn(in []mark.Quantity, i int) (share float64, first int) {
	q := &in[i]
	if q.Part && q.Low < 1 && q.Low > 0 && q.Unit == "" {
		return 100 * q.Low, i
	}
	if q.Unit != "" || !plainCount(q) || q.Low < 2 || q.Low > 20 || !p.endsAt("one_in", q.First, 3) {
		return 0, i
	}
	for k := q.First - 2; k >= max(0, q.First-5); k-- {
		if p.saysOne(k) {
			return 100 / q.Low, i
		}
	}
	if i > 0 && q.First-in[i-1].Last <= 4 && in[i-1].Low < q.Low && in[i-1].Low >= 1 && in[i-1].Unit == "" && plainCount(&in[i-1]) {
		return 100 * in[i-1].Low / q.Low, i - 1
	}
	return 0, i
}

// saysOne reports the word for one, which may be an article.
func (p *Pass) saysOne(i int) bool {
	return p.Tokens[i].Kind == text.Word && p.Language.Quantity.Numeral(p.Tokens[i].Key).Cardinal == 1
}

// reckonOfAll holds "60 of its 240 posts go, a third of the workforce" against
// the two numbers before, whatever they are called.
func (p *Pass) reckonOfAll(in []*mark.Quantity) {
	for i := 2; i < len(in); i++ {
		x := in[i]
		if x.First-in[i-1].Last > 14 || !p.sumsUp(in[i-1].Last, x) || p.ClassAt(x.Last, "of_all") == 0 || x.Ordinal || x.Over || x.Under {
			continue
		}
		a, b := in[i-2], in[i-1]
		if !matched(a, b) || a.Low == b.Low || len(in) != 3 || rules.MeasureOf(a.Unit).Dimension == "duration" {
			continue
		}
		share := 100 * min(a.Low, b.Low) / max(a.Low, b.Low)
		switch {
		case x.Unit == "percent":
			if !bandOf(x).widen(0.6 + 0.03*share).holds(band{share, share}) {
				p.miscount(x, share, a, b)
			}
		case x.Part && x.Low < 1:
			if room := 100 * x.Low; share < 0.85*room || share > 1.15*room {
				p.reportFraction(x, share/100, a, b)
			}
		}
	}
}
