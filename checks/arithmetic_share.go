package checks

import (
	"recoupe/checks/mark"
	"recoupe/checks/text"
)

// reckonShares works out parts from wholes: shares and the rest, votes and
// voters, what each gets.
func (p *Pass) reckonShares() {
	p.sums(func(sentence int, in []*mark.Quantity) {
		p.reckonRest(in)
		p.reckonSexes(in)
	})
	p.reckonEach()
}

// reckonRest holds the shares of a whole against a hundred where the last is
// called the rest.
func (p *Pass) reckonRest(in []*mark.Quantity) {
	for i, x := range in {
		if x.Unit != "percent" || i < 1 || !p.isRest(x) {
			continue
		}
		sum := band{}
		var parts []*mark.Quantity
		for _, q := range in[:i] {
			if q.Unit != "percent" || p.hasDirection(q) {
				continue
			}
			b := bandOf(q)
			sum.low, sum.high = sum.low+b.low, sum.high+b.high
			parts = append(parts, q)
		}
		rest := band{100 - sum.high, 100 - sum.low}
		if len(parts) > 0 && rest.low < 100 && !bandOf(x).widen(0.5*float64(len(parts))).holds(rest) {
			p.miscount(x, max(rest.middle(), 0), parts...)
		}
	}
}

// isRest reports a share that is called the rest: "the remaining 30 percent",
// "les 30 % restants".
func (p *Pass) isRest(x *mark.Quantity) bool {
	for i := max(0, x.First-3); i < x.First; i++ {
		if end := p.ClassAt(i, "rest"); end > 0 && end >= x.First-1 {
			return true
		}
	}
	return p.ClassAt(x.Last, "rest") > 0
}

// hasDirection reports a percentage that tells a rise or a fall, no share.
func (p *Pass) hasDirection(q *mark.Quantity) bool {
	up, down := p.direction(q)
	return up || down
}

// headed is a number with the noun that it counts.
func (p *Pass) headed(q *mark.Quantity) text.Span {
	if q.Head < 0 {
		return q.Span
	}
	return q.Span.Join(p.Tokens[q.Head].Span)
}

// reckonSexes holds men and women, boys and girls, against the whole that they
// are told to make up.
func (p *Pass) reckonSexes(in []*mark.Quantity) {
	for i := 2; i < len(in); i++ {
		whole, a, b := in[i-2], in[i-1], in[i]
		if whole.Head < 0 || a.Head < 0 || b.Head < 0 || whole.Approximate || whole.Over || whole.Under || a.Approximate || b.Approximate || a.Ordinal || b.Ordinal || whole.Ordinal {
			continue
		}
		female := p.Is(a.Head, "female") && p.Is(b.Head, "male") || p.Is(a.Head, "male") && p.Is(b.Head, "female")
		if !female || p.Is(whole.Head, "male") || p.Is(whole.Head, "female") || !p.classIn("part_of", whole.Last, a.First) || b.First-a.Last > 5 {
			continue
		}
		if sum := a.Low + b.Low; sum > whole.High {
			p.miscount(whole, sum, a, b)
		}
	}
}

// reckonEach holds what each gets against what is shared out: "£2.4m between
// them … each receive £800,000".
func (p *Pass) reckonEach() {
	var whole, heads *mark.Quantity
	for i := range p.Quantities {
		q := &p.Quantities[i]
		if s := p.SentenceAt(q.Start); s >= 0 && p.isHead(p.Sentences[s].Paragraph) {
			continue
		}
		switch {
		case q.Unit == "" && q.Head >= 0 && !q.Ordinal && !q.Part && q.Low >= 2 && q.Low <= 1000 && p.opensClause(q):
			heads = q
		case heads != nil && q.Unit != "" && p.classIn("shared", q.Last, q.Last+4) && q.First-heads.Last < 40:
			whole = q
		case whole != nil && q.Unit == whole.Unit && q.First-whole.Last < 60 && (p.classIn("each", q.First-4, q.First) || p.classIn("each", q.Last, q.Last+2)):
			if share := spread(bandOf(whole), bandOf(heads), func(a, b float64) float64 { return a / max(b, 1) }); !bandOf(q).widen(0.02 * q.High).holds(share) {
				p.miscount(q, whole.Low/heads.Low, whole, heads)
			}
			whole = nil
		}
	}
}

// opensClause reports a number near the head of its sentence, as a subject stands.
func (p *Pass) opensClause(q *mark.Quantity) bool {
	s := p.SentenceAt(q.Start)
	return s >= 0 && q.First-p.Sentences[s].First <= 3
}
