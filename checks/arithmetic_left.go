package checks

import (
	"math"

	"recoupe/checks/mark"
	"recoupe/rules"
)

// reckonLeft holds what is left of a whole against what was taken from it: "sur
// les 60 passagers, 42 ont été hospitalisés et les 28 autres …".
func (p *Pass) reckonLeft() {
	var before []mark.Quantity
	paragraph := -1
	p.eachNumbers(func(s int, in []mark.Quantity) {
		rest := -1
		for i := range in {
			if q := &in[i]; q.Unit == "" && plainCount(q) && q.Low >= 2 && !yearlike(q) && p.isLeft(q) {
				rest = i
				break
			}
		}
		switch {
		case rest < 0:
		case rest > 0:
			p.reckonRemainder(in[:rest], &in[rest])
		case paragraph == p.Sentences[s].Paragraph:
			p.reckonRemainder(before, &in[0])
		}
		before, paragraph = in, p.Sentences[s].Paragraph
	})
}

// eachNumbers calls f with the numbers of each sentence that has any.
func (p *Pass) eachNumbers(f func(sentence int, in []mark.Quantity)) {
	for s, from := 0, 0; s < len(p.Sentences) && from < len(p.Quantities); s++ {
		to := from
		for to < len(p.Quantities) && p.Quantities[to].First < p.Sentences[s].Last {
			to++
		}
		if to > from {
			f(s, p.Quantities[from:to])
		}
		from = to
	}
}

// isLeft reports a number that is called what is left: "the other 28", "les 13
// restants", "leaving seven".
func (p *Pass) isLeft(q *mark.Quantity) bool {
	for i := max(0, q.First-4); i < q.First; i++ {
		if end := p.ClassAt(i, "left_before"); end == q.First {
			return true
		}
	}
	if q.First == 0 || !p.Is(q.First-1, "the_same") && p.Sentences[p.SentenceAt(q.Start)].First != q.First {
		return false
	}
	return p.ClassAt(q.Last, "left_after") > 0 || q.Head >= q.Last && p.ClassAt(q.Head+1, "left_after") > 0
}

// reckonRemainder works out what is left of the one whole among numbers when
// all others are parts of it.
func (p *Pass) reckonRemainder(in []mark.Quantity, rest *mark.Quantity) {
	var whole *mark.Quantity
	var parts []*mark.Quantity
	for i := range in {
		q := &in[i]
		switch {
		case q.Ordinal || q.Weak || yearlike(q) || rules.MeasureOf(q.Unit).Dimension == "duration":
			continue
		case q.Unit != "" || !plainCount(q):
			return
		case whole == nil && p.isWhole(q, in, i):
			whole = q
		default:
			parts = append(parts, q)
		}
	}
	if whole == nil || len(parts) == 0 || len(parts) > 3 {
		return
	}
	left := whole.Low
	for _, q := range parts {
		if q.Low >= whole.Low {
			return
		}
		left -= q.Low
	}
	if left == rest.Low || left < 1 || rest.Low >= whole.Low || math.Abs(left-rest.Low) > max(2, 0.6*left) {
		return
	}
	p.miscount(rest, left, append([]*mark.Quantity{whole}, parts...)...)
}

// isWhole reports a number that others are taken of: "sur les 60", "of the 60",
// at the head of its sentence or right after the first of them.
func (p *Pass) isWhole(q *mark.Quantity, in []mark.Quantity, i int) bool {
	if q.Head < 0 {
		return false
	}
	for k := max(0, q.First-3); k < q.First; k++ {
		if end := p.ClassAt(k, "out_of"); end == q.First || end == q.First-1 && p.Is(end, "the_same") {
			return i == 0 || i == 1 && q.First-in[0].Last <= 3
		}
	}
	return false
}
