package checks

import (
	"math"

	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
)

// arithmetic finds numbers that do not follow from the others they are told with.
var arithmetic = Check{
	Name: "arithmetic",
	Doc:  "a number that does not follow from the others",
	Vars: []string{"said", "known"},
	New: func(*rules.Rule) (Judge, error) {
		return func(p *Pass) {
			for _, work := range reckonings {
				work(p)
			}
		}, nil
	},
}

// reckonings are the ways of working a number out from others of its story.
var reckonings = []func(*Pass){
	(*Pass).reckonChanges,
	(*Pass).reckonShares,
	(*Pass).reckonTotals,
	(*Pass).reckonParts,
	(*Pass).reckonConversions,
	(*Pass).reckonSpeeds,
	(*Pass).reckonSpells,
	(*Pass).reckonAges,
}

// A band is where the true value of a number may lie.
type band struct{ low, high float64 }

// bandOf reads a number with the room that its digits leave: half of the last
// one written, a hundredth of a round number, more when it is told as rough.
func bandOf(q *mark.Quantity) band {
	low, high := q.Low, q.High
	half := q.Step / 2
	if r := roundness(high); r > 1 && q.Step == 1 {
		half = min(r/2, 0.01*high)
	}
	if q.Approximate {
		half = max(half, 0.08*high)
	}
	b := band{low - half, high + half}
	if q.Over {
		b.high *= 1.15
	}
	if q.Under {
		b.low *= 0.85
	}
	return b
}

func (b band) holds(v band) bool { return b.low <= v.high && v.low <= b.high }

func (b band) widen(by float64) band { return band{b.low - by, b.high + by} }

func (b band) middle() float64 { return (b.low + b.high) / 2 }

// spread applies a function that rises or falls in each argument to two bands.
func spread(a, b band, f func(x, y float64) float64) band {
	out := band{math.Inf(1), math.Inf(-1)}
	for _, x := range []float64{a.low, a.high} {
		for _, y := range []float64{b.low, b.high} {
			v := f(x, y)
			out.low, out.high = min(out.low, v), max(out.high, v)
		}
	}
	return out
}

// miscount reports a number that others contradict; value is what they give.
func (p *Pass) miscount(q *mark.Quantity, value float64, others ...*mark.Quantity) {
	f := Finding{
		Span: q.Span,
		Vars: map[string]Said{"said": {Words: p.Words(q.Span)}, "known": {Words: p.sayLike(q, value)}},
	}
	for _, o := range others {
		f.Because = append(f.Because, Evidence{Span: o.Span, Note: "from"})
	}
	if words := p.sayLike(q, value); !q.Worded {
		f.Suggestions = []string{words}
	}
	p.Report(f)
}

// sayLike says a value the way a number of the story is written: with its unit
// and its scale.
func (p *Pass) sayLike(q *mark.Quantity, value float64) string {
	words := p.Words(q.Span)
	first, last := -1, -1
	for i := q.First; i < q.Last; i++ {
		if p.Tokens[i].Kind == text.Number {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	scale := 1.0
	if last >= 0 {
		for i := last + 1; i < q.Last; i++ {
			if n := p.Language.Quantity.Numeral(p.Tokens[i].Key); n.Scale > 0 {
				scale *= n.Scale
			} else if f := p.Language.Quantity.Suffix[p.Words(p.Tokens[i].Span)]; f > 0 && i == last+1 {
				scale *= f
			}
		}
	}
	said := p.Language.SayNumber(figuresLike(value/scale, q.Step/scale))
	if first < 0 {
		for i := q.First; i < q.Last; i++ {
			if unit, end := p.UnitAt(i); unit == q.Unit && unit != "" {
				return said + " " + p.Words(p.Over(i, end))
			}
		}
		return said
	}
	from, to := p.Tokens[first].Start-q.Start, p.Tokens[last].End-q.Start
	return words[:from] + said + words[to:]
}

// figuresLike rounds a value to the last digit that the story writes, or to two
// digits where that leaves nothing.
func figuresLike(v, step float64) float64 {
	if v == 0 || math.IsInf(v, 0) || math.IsNaN(v) {
		return 0
	}
	if step <= 0 || math.Abs(v) < 2*step {
		step = math.Pow(10, math.Floor(math.Log10(math.Abs(v)))-1)
	}
	digits := math.Round(1 / step) // steps below one are tenths, hundredths …
	if step < 1 && digits > 0 {
		return math.Round(v*digits) / digits
	}
	return math.Round(v/step) * step
}

// sums calls f with the numbers of each sentence that has two or more, in
// order, but for those that may be articles.
func (p *Pass) sums(f func(sentence int, in []*mark.Quantity)) {
	s := 0
	var in []*mark.Quantity
	flush := func() {
		if len(in) > 1 {
			f(s, in)
		}
		in = in[:0]
	}
	for i := range p.Quantities {
		q := &p.Quantities[i]
		for s < len(p.Sentences) && p.Sentences[s].Last <= q.First {
			flush()
			s++
		}
		if s == len(p.Sentences) {
			return
		}
		if !q.Weak && !p.isRate(q, in) {
			in = append(in, q)
		}
	}
	flush()
}

// isRate reports a measure that a price is of: "400 euros les mille litres".
func (p *Pass) isRate(q *mark.Quantity, in []*mark.Quantity) bool {
	if len(in) == 0 || q.Unit == "" {
		return false
	}
	price := in[len(in)-1]
	return price.Unit != "" && rules.MeasureOf(price.Unit).Dimension == "" && rules.MeasureOf(q.Unit).Dimension != "" && price.Unit != "percent" &&
		q.First-price.Last == 1 && p.Is(price.Last, "article")
}

// classIn reports whether a word or phrase of a class begins between two tokens.
func (p *Pass) classIn(class string, from, to int) bool {
	for i := max(from, 0); i < to; i++ {
		if p.ClassAt(i, class) > 0 {
			return true
		}
	}
	return false
}
