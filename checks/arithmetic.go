package checks

import (
	"math"

	"recoupe/checks/mark"
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
	(*Pass).reckonVotes,
	(*Pass).reckonHours,
	(*Pass).reckonTotals,
	(*Pass).reckonParts,
	(*Pass).reckonTimes,
	(*Pass).reckonGaps,
	(*Pass).reckonFractions,
	(*Pass).reckonListed,
	(*Pass).reckonLeft,
	(*Pass).reckonUnitPrices,
	(*Pass).reckonLater,
	(*Pass).reckonConversions,
	(*Pass).reckonRates,
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
	words := p.sayLike(q, value)
	f := Finding{
		Span:        q.Span,
		Phrase:      p.fullPhrase(q),
		Vars:        map[string]Said{"said": {Words: p.Words(q.Span)}, "known": {Words: words}},
		Suggestions: []string{words},
	}
	for _, o := range others {
		f.Because = append(f.Because, Evidence{Span: o.Span, Note: "from"})
	}
	p.Report(f)
}

// A sum is the numbers of a sentence that has two or more, in order, but for those
// that may be articles.
type sum struct {
	sentence int
	in       []*mark.Quantity
}

// sums calls f with the numbers of each sentence that has two or more. They are
// gathered once for all reckonings.
func (p *Pass) sums(f func(sentence int, in []*mark.Quantity)) {
	if !p.summed {
		p.summed, p.summands = true, p.gatherSums()
	}
	for _, s := range p.summands {
		f(s.sentence, s.in)
	}
}

func (p *Pass) gatherSums() (out []sum) {
	if len(p.Quantities) < 2 {
		return nil
	}
	all := make([]*mark.Quantity, 0, len(p.Quantities))
	s, from := 0, 0
	flush := func() {
		if n := len(all); n-from > 1 {
			out = append(out, sum{s, all[from:n:n]})
		}
		from = len(all)
	}
	for i := range p.Quantities {
		q := &p.Quantities[i]
		for s < len(p.Sentences) && p.Sentences[s].Last <= q.First {
			flush()
			s++
		}
		if s == len(p.Sentences) {
			return out
		}
		if !q.Weak && !p.isRate(q, all[from:]) {
			all = append(all, q)
		}
	}
	flush()
	return out
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
