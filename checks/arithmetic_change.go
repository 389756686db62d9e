package checks

import (
	"math"
	"strings"

	"recoupe/checks/mark"
	"recoupe/checks/text"
)

// reckonChanges works out rises, falls, shares and differences from the two
// numbers that they are told with: "de 120 à 150, soit 25 %".
func (p *Pass) reckonChanges() {
	p.sums(func(_ int, in []*mark.Quantity) {
		for i, x := range in {
			if i == 0 || x.Ordinal || x.Part || x.Low == 0 || x.To >= 0 {
				continue
			}
			pr, ok := p.pairFor(in, i)
			switch {
			case !ok || agrees(pr.old, pr.now) && pr.old.Low == pr.now.Low:
			case x.Unit == "percent" && pr.now.Unit != "percent":
				p.reckonPercent(x, pr)
			case sameUnit(x, pr.now) && pr.told && x.Unit != "percent" && (p.classIn("difference", x.Last, x.Last+4) || x.First-in[i-1].Last < 8 && p.differs(x)):
				p.reckonDifference(x, pr)
			}
		}
	})
}

// differs reports a number that a word of rise or fall right before it makes a
// difference: "a reduction of 30".
func (p *Pass) differs(x *mark.Quantity) bool {
	for i := x.First - 4; i < x.First; i++ {
		if end := p.ClassAt(max(i, 0), "amounts"); end == x.First && (p.classIn("rise", i, x.First) || p.classIn("fall", i, x.First)) {
			return true
		}
	}
	return false
}

// A pair is two numbers of one thing, the old one and the new one.
type pair struct {
	old, now *mark.Quantity
	told     bool // the text says which is which: "de … à …", "contre"
	of       bool // the first is some of the second: "30 of the 120"
}

// pairFor finds the two numbers that the number at i sums up: they stand
// together before it, or right after it as "de … à …".
func (p *Pass) pairFor(in []*mark.Quantity, i int) (pair, bool) {
	x := in[i]
	if i >= 2 && p.linked(in[i-1], x) {
		if pr, ok := p.pairOf(in[i-2], in[i-1]); ok && (i < 3 || in[i-3].Unit != "percent" && (pr.told || pr.of || !p.alike(in[i-3], in[i-1]))) {
			return pr, true
		}
	}
	if i+2 < len(in) && in[i+1].First-x.Last < 8 && in[i+1].To >= 0 && (p.classIn("rise", x.First-4, x.First) || p.classIn("fall", x.First-4, x.First)) {
		return p.pairOf(in[i+1], in[i+2])
	}
	return pair{}, false
}

// linked reports the words by which a number sums up what stands before it:
// "soit", ", an increase of". Between may stand what the last number counts and
// its time.
func (p *Pass) linked(last, x *mark.Quantity) bool {
	at := last.Last
	for telling := 0; at < x.First; at++ {
		if end := p.ClassAt(at, "amounts"); end > 0 && end <= x.First && x.First-end <= 5 {
			return p.Tokens[end-1].Char == 0 || end == x.First
		}
		switch c := p.Tokens[at].Char; {
		case c == ';' || c == ':':
			return false
		case c == 0 && p.tells(at):
			if telling++; telling > 4 {
				return false
			}
		}
	}
	return false
}

// pairOf reads two numbers as one that became the other.
func (p *Pass) pairOf(a, b *mark.Quantity) (pair, bool) {
	if a.Ordinal || b.Ordinal || a.Part || b.Part || a.Low <= 0 || b.Low <= 0 || b.First-a.Last > 16 {
		return pair{}, false
	}
	if p.someOf(a, b) {
		return pair{old: a, now: b, of: true}, true
	}
	if !p.alike(a, b) {
		return pair{}, false
	}
	if a.To >= 0 && &p.Quantities[a.To] == b {
		return pair{old: a, now: b, told: true}, true
	}
	if p.classIn("out_of", b.First-2, b.First) && a.Low < b.Low && b.First-a.Last <= 3 {
		return pair{old: b, now: a, of: true}, true
	}
	for i := a.Last; i < b.First; i++ {
		if end := p.ClassAt(i, "against"); end > 0 && b.First-end <= 3 {
			return pair{old: b, now: a}, true
		}
	}
	return pair{old: a, now: b}, true
}

// someOf reads "Sur 1 200 inscrits, 900 ont voté" at the head of a sentence.
func (p *Pass) someOf(a, b *mark.Quantity) bool {
	s := p.SentenceAt(a.Start)
	return s >= 0 && a.Unit == "" && b.Unit == "" && a.Low > b.Low && a.First-p.Sentences[s].First <= 8 && !yearlike(a) && !yearlike(b) &&
		p.classIn("out_of", a.First-2, a.First) && p.listed(p.tail(a), b)
}

// alike reports two numbers that may measure one thing: the same unit, or the
// same noun, or one of them bare.
func (p *Pass) alike(a, b *mark.Quantity) bool {
	if yearlike(a) || yearlike(b) || (a.Unit == "percent") != (b.Unit == "percent") {
		return false
	}
	if a.Unit != b.Unit && a.Unit != "" && b.Unit != "" {
		// "1 500 francs CFA, contre 1 000 francs"
		return strings.HasSuffix(a.Unit, "-"+b.Unit) || strings.HasSuffix(b.Unit, "-"+a.Unit)
	}
	ka, kb := p.countedKey(a), p.countedKey(b)
	if a.Unit == "" && b.Unit == "" {
		return ka == kb || ka == 0 || kb == 0
	}
	return a.Unit == b.Unit || a.Unit == "" && ka == 0 || b.Unit == "" && kb == 0
}

// yearlike reports a bare number that may be a year.
func yearlike(q *mark.Quantity) bool {
	return q.Unit == "" && q.Head < 0 && q.Low >= 1000 && q.Low < 2100 && q.Step == 1 && q.Last == q.First+1 && !q.Worded
}

func sameUnit(a, b *mark.Quantity) bool {
	return a.Unit == b.Unit || a.Unit == "point" && b.Unit == "percent"
}

// reckonPercent holds a percentage against its two numbers.
func (p *Pass) reckonPercent(x *mark.Quantity, pr pair) {
	old, now := bandOf(pr.old), bandOf(pr.now)
	said := bandOf(x).widen(0.6)
	if x.Low >= 100 {
		said = said.widen(0.08 * x.Low) // "a rise of 200 %" is a way of saying threefold
	}
	if pr.of {
		part := spread(now, old, func(a, b float64) float64 { return 100 * a / b })
		if !said.holds(part) {
			p.miscount(x, 100*pr.now.Low/pr.old.Low, pr.now, pr.old)
		}
		return
	}
	up, down := p.direction(x)
	change := spread(old, now, func(a, b float64) float64 { return 100 * (b - a) / a })
	back := spread(now, old, func(a, b float64) float64 { return 100 * (b - a) / a })
	first := change
	if !pr.told {
		// Which came first is not told: the direction says it.
		if up == down {
			return
		}
		if up && pr.now.Low < pr.old.Low || down && pr.now.Low > pr.old.Low {
			change, back = back, change
		}
	}
	nominal := 100 * (pr.now.Low - pr.old.Low) / pr.old.Low
	if change != first {
		nominal = 100 * (pr.old.Low - pr.now.Low) / pr.now.Low
	}
	fits := func(b band) bool { return said.holds(b) || said.holds(band{-b.high, -b.low}) }
	switch {
	case up == down: // no word of direction: any base and any ratio will do
		ratio := spread(old, now, func(a, b float64) float64 { return 100 * b / a })
		inverse := spread(old, now, func(a, b float64) float64 { return 100 * a / b })
		if !pr.told || fits(change) || fits(back) || fits(ratio) || fits(inverse) {
			return
		}
		p.miscount(x, math.Abs(nominal), pr.old, pr.now)
	case up && change.high < 0 || down && change.low > 0:
		p.wrongWay(x, nominal, pr)
	case !fits(change):
		p.miscount(x, math.Abs(nominal), pr.old, pr.now)
	}
}

// direction reads the word of rise or fall beside a percentage.
func (p *Pass) direction(x *mark.Quantity) (up, down bool) {
	from := max(0, x.First-5)
	for i := x.First - 1; i >= from; i-- {
		if c := p.Tokens[i].Char; c == '+' || c == '-' || c == '−' || c == '–' {
			return c == '+', c != '+'
		}
		if p.Tokens[i].Kind == text.Mark {
			from = i + 1
		}
	}
	up = p.classIn("rise", from, x.First) || p.classIn("rise", x.Last, x.Last+3)
	down = p.classIn("fall", from, x.First) || p.classIn("fall", x.Last, x.Last+3)
	return up, down
}

// wrongWay reports a rise that is told as a fall, or a fall as a rise.
func (p *Pass) wrongWay(x *mark.Quantity, change float64, pr pair) {
	first := x.First
	for i := x.First - 1; i >= max(0, x.First-5) && p.Tokens[i].Kind != text.Mark; i-- {
		if p.ClassAt(i, "rise") > 0 || p.ClassAt(i, "fall") > 0 {
			first = i
		}
	}
	sign := "+"
	if change < 0 {
		sign = "-"
	}
	p.Report(Finding{
		Span:        p.Over(first, x.Last),
		Vars:        map[string]Said{"said": {Words: p.Words(p.Over(first, x.Last))}, "known": {Words: sign + p.sayLike(x, math.Abs(change))}},
		Because:     []Evidence{{Span: pr.old.Span, Note: "from"}, {Span: pr.now.Span, Note: "from"}},
		Suggestions: p.otherWay(p.Over(first, x.Last), first, x, math.Abs(change)),
	})
}

// reckonDifference holds a difference against its two numbers.
func (p *Pass) reckonDifference(x *mark.Quantity, pr pair) {
	diff := spread(bandOf(pr.old), bandOf(pr.now), func(a, b float64) float64 { return math.Abs(b - a) })
	if diff.low > diff.high || bandOf(x).holds(diff) {
		return
	}
	p.miscount(x, math.Abs(pr.now.Low-pr.old.Low), pr.old, pr.now)
}
