package checks

import (
	"math"
	"strings"

	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
)

// reckonTimes works out how many times one number makes another: doubled from
// 40 to 80, twice as many as the 600, down by a third.
func (p *Pass) reckonTimes() {
	p.sums(func(s int, in []*mark.Quantity) {
		for i := 0; i+1 < len(in); i++ {
			a, b := in[i], in[i+1]
			if p.comparable(a, b) && a.To >= 0 && &p.Quantities[a.To] == b {
				p.reckonMultiple(s, a, b)
			}
			if matched(a, b) {
				p.reckonAsMany(a, b)
			}
			if i+2 < len(in) && matched(a, in[i+2]) {
				p.reckonTimesAs(a, b, in[i+2])
			}
		}
		p.reckonCutBy(in)
		p.reckonOfAll(in)
	})
}

// comparable reports two numbers of one kind of which one may be so many times
// the other.
func (p *Pass) comparable(a, b *mark.Quantity) bool {
	return !a.Ordinal && !b.Ordinal && !a.Part && !b.Part && a.Low > 0 && b.Low > 0 && p.alike(a, b) && a.Unit != "percent" && b.Unit != "percent" &&
		rules.MeasureOf(a.Unit).Dimension != "duration"
}

// matched reports two numbers that words set against each other: of one unit,
// whatever they count.
func matched(a, b *mark.Quantity) bool {
	return a.Unit == b.Unit && !a.Ordinal && !b.Ordinal && !a.Part && !b.Part && a.Low > 0 && b.Low > 0 && a.Unit != "percent" && !yearlike(a) && !yearlike(b)
}

// multiples are the classes of words that say how many times, and how much that is.
var multiples = []struct {
	verb, as string
	factor   float64
}{{"twofold", "twice_as", 2}, {"threefold", "thrice_as", 3}, {"fourfold", "", 4}, {"halved", "half_as", 0.5}}

// multipleReach is how far before or after two numbers the verb may stand.
const multipleReach = 12

// reckonMultiple holds a word like "doubled" against "from … to …".
func (p *Pass) reckonMultiple(s int, a, b *mark.Quantity) {
	from, to := p.clause(a.First, b.Last, s)
	from, to = max(from, a.First-multipleReach), min(to, b.Last+multipleReach)
	ratio := spread(bandOf(a), bandOf(b), func(x, y float64) float64 { return y / x })
	if n := p.multiplier(from, a.First); n != nil {
		if !p.roundMultiple(n.First, n.Low).widen(0.2).holds(ratio) {
			p.miscount(n, math.Round(ratio.middle()), a, b)
		}
		return
	}
	for i := from; i < to; i++ {
		for _, m := range multiples {
			if end := p.ClassAt(i, m.verb); end > 0 && (end <= a.First || i >= b.Last) && !p.otherMatter(end, a.First) && !p.otherMatter(b.Last, i) {
				if !p.roundMultiple(i, m.factor).holds(ratio) {
					p.reportMultiple(p.Over(i, end), ratio.middle(), a, b)
				}
				return
			}
		}
	}
}

// multiplier is the number in "multiplied by three", some words back at most.
func (p *Pass) multiplier(from, to int) *mark.Quantity {
	for i := from; i < to; i++ {
		if end := p.ClassAt(i, "multiplied_by"); end > 0 && end < to {
			if n := p.quantityFrom(end); n != nil && n.First == end && n.Unit == "" && !n.Ordinal && n.Low >= 2 {
				return n
			}
		}
	}
	return nil
}

// otherMatter reports a word between two places that begins another clause.
func (p *Pass) otherMatter(from, to int) bool {
	for i := from; i < to; i++ {
		if p.Is(i, "and") || p.Is(i, "subordinator") {
			return true
		}
	}
	return false
}

// unbound is the room of a number before which "more than" or "as many as" does
// not blur but compare.
func unbound(q *mark.Quantity) band {
	plain := *q
	plain.Over, plain.Under = false, false
	return bandOf(&plain)
}

// roundMultiple is what "doubled" may stand for, given the words before it:
// "almost", "more than".
func (p *Pass) roundMultiple(at int, factor float64) band {
	low, high := 0.9*factor, 1.2*factor
	for i := max(0, at-3); i <= at; i++ {
		switch {
		case p.ClassAt(i, "about") == at:
			low, high = 0.75*factor, 1.25*factor
		case p.ClassAt(i, "over") == at || p.ClassAt(i, "over_before") == at:
			low, high = 0.98*factor, 1.6*factor
		}
	}
	if factor < 1 {
		low, high = 0.8*factor, 1.18*factor
	}
	return band{low, high}
}

// reportMultiple reports words that say how many times; ratio is what the
// numbers give.
func (p *Pass) reportMultiple(span text.Span, ratio float64, from ...*mark.Quantity) {
	known := p.sayUnit("times", figuresLike(ratio, 0.1))
	f := Finding{
		Span: span,
		Vars: map[string]Said{"said": {Words: p.Words(span)}, "known": {Words: known}},
	}
	for _, q := range from {
		f.Because = append(f.Because, Evidence{Span: q.Span, Note: "from"})
	}
	p.Report(f)
}

// reckonAsMany holds "900, twice as many as the 600 of last year".
func (p *Pass) reckonAsMany(a, b *mark.Quantity) {
	if b.First-a.Last > 12 {
		return
	}
	for i := a.Last; i < b.First; i++ {
		for _, m := range multiples {
			if end := p.ClassAt(i, m.as); m.as != "" && end > 0 && end <= b.First && b.First-end <= 1 {
				ratio := spread(unbound(b), bandOf(a), func(x, y float64) float64 { return y / x })
				if !p.roundMultiple(i, m.factor).holds(ratio) {
					p.reportMultiple(p.Over(i, end), ratio.middle(), a, b)
				}
				return
			}
		}
	}
}

// reckonTimesAs holds "1 200 voix, trois fois plus que les 300 du maire".
func (p *Pass) reckonTimesAs(a, n, b *mark.Quantity) {
	if n.Ordinal || n.Part || n.Unit != "" || n.Low < 2 || n.Low > 100 || b.First-a.Last > 14 {
		return
	}
	at := n.Last
	if n.Head >= at {
		at = n.Head
	}
	if end := max(p.ClassAt(at, "times_as"), p.ClassAt(n.Last, "times_as")); end == 0 || end > b.First || b.First-end > 1 {
		return
	}
	ratio := spread(unbound(b), bandOf(a), func(x, y float64) float64 { return y / x })
	if p.roundMultiple(n.First, n.Low).widen(0.3).holds(ratio) {
		return
	}
	p.miscount(n, math.Round(ratio.middle()), a, b)
}

// reckonCutBy holds a rise or a fall by a fraction against its two numbers:
// "a chuté d'un tiers, de 900 à 450".
func (p *Pass) reckonCutBy(in []*mark.Quantity) {
	for i, x := range in {
		if !x.Part || x.Low >= 1 || x.Low <= 0 {
			continue
		}
		pr, ok := p.pairFor(in, i)
		if !ok || !pr.told && !p.against(in[max(0, i-2)], in[max(0, i-1)]) || pr.of || !p.comparable(pr.old, pr.now) {
			continue
		}
		up, down := p.direction(x)
		if up == down {
			continue
		}
		if x.Last < len(p.Tokens) && p.Is(x.Last, "complement") && !p.Is(x.First-1, "by") {
			continue // "a fall of a third of the price" is told of something else
		}
		change := spread(bandOf(pr.old), bandOf(pr.now), func(a, b float64) float64 { return math.Abs(b-a) / a })
		room := band{0.82 * x.Low, 1.18 * x.Low}
		if x.Approximate || x.Over || x.Under {
			room = band{0.7 * x.Low, 1.4 * x.Low}
		}
		if room.holds(change) || up && pr.now.Low < pr.old.Low || down && pr.now.Low > pr.old.Low {
			continue
		}
		p.reportFraction(x, change.middle(), pr.old, pr.now)
	}
}

// reportFraction reports a fraction; share is what the numbers give.
func (p *Pass) reportFraction(x *mark.Quantity, share float64, from ...*mark.Quantity) {
	words := p.sayUnit("percent", figuresLike(100*share, 1))
	f := Finding{
		Span:        x.Span,
		Vars:        map[string]Said{"said": {Words: p.Words(x.Span)}, "known": {Words: words}},
		Suggestions: []string{words},
	}
	for _, q := range from {
		f.Because = append(f.Because, Evidence{Span: q.Span, Note: "from"})
	}
	p.Report(f)
}

// sayUnit says a value as the language does in running text: "50 %", "1.5 times".
func (p *Pass) sayUnit(id string, value float64) string {
	return strings.ReplaceAll(p.Language.UI[id], "{n}", p.Language.SayNumber(value))
}
