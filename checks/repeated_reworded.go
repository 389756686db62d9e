package checks

import (
	"recoupe/checks/likeness"
	"recoupe/checks/mark"
	"recoupe/checks/text"
)

// Words that two blocks must have for one to be the other reworded, and how
// much of the shorter the longer may add.
const (
	rewordedWords   = 8
	rewordedTelling = 5
	rewordedLong    = 22
)

// isReworded tells a passage of the body that stands there twice, the second
// time in other words here and there, from two that run parallel: nothing that
// it is about differs, neither number nor name nor a noun in the place of
// another. What the lead says is said again on purpose.
func (p *Pass) isReworded(a, b block, l likeness.Likeness) bool {
	short, long := min(len(a.words), len(b.words)), max(len(a.words), len(b.words))
	if short < rewordedWords || short*5 < long*4 || min(a.telling, b.telling) < rewordedTelling || !p.belowLead(a.paragraph) || !p.belowLead(b.paragraph) {
		return false
	}
	least := 0.74
	if short >= rewordedLong {
		least = 0.7
	}
	if l.Share < least || l.Order < 0.38 || p.isSaid(a) || p.isSaid(b) || !p.ends(a) || !p.ends(b) {
		return false
	}
	na, ca := p.particulars(a, l.Earliers)
	nb, cb := p.particulars(b, l.Laters)
	return na+ca+nb+cb == 0 && p.newCounts(a, b, l.Earliers)+p.newCounts(b, a, l.Laters) == 0 && p.denials(a, l.Earliers) == p.denials(b, l.Laters) && !p.swapsThings(a, b, l)
}

// belowLead reports a paragraph of the body after its first.
func (p *Pass) belowLead(paragraph int) bool {
	return !p.isHead(paragraph) && paragraph > 0 && !p.isHead(paragraph-1)
}

// isSaid reports a block with quoted words in it.
func (p *Pass) isSaid(b block) bool {
	for _, i := range b.at {
		if p.QuoteAt(i) >= 0 {
			return true
		}
	}
	return false
}

// ends reports a block that ends as a sentence does, and asks nothing.
func (p *Pass) ends(b block) bool {
	switch p.Tokens[b.last-1].Char {
	case '.', '!', '…':
		return true
	}
	return false
}

// denials counts the words among some of a block that deny.
func (p *Pass) denials(b block, words []int) (n int) {
	for _, w := range words {
		if p.Is(b.at[w], "negation") {
			n++
		}
	}
	return n
}

// swapsThings reports that all telling words in which two blocks differ are
// things or what is said of them, as after an article: "les garçons ont couru …",
// "les filles ont couru …".
func (p *Pass) swapsThings(a, b block, l likeness.Likeness) bool {
	things := func(b block, words []int) (things, others int) {
		for _, w := range words {
			if b.words[w].Plain {
				continue
			}
			if i := b.at[w]; w > 0 && (p.Is(i-1, "article") || p.Tokens[i-1].Kind == text.Number) {
				things++
			} else {
				others++
			}
		}
		return things, others
	}
	ta, oa := things(a, l.Earliers)
	tb, ob := things(b, l.Laters)
	return ta > 0 && tb > 0 && oa == 0 && ob == 0 || ta == 1 && tb == 1 && oa+ob <= 1
}

// contrasts reports that the words in which two blocks differ are men here and
// women there, the first and the second, a rise and a fall.
func (p *Pass) contrasts(a, b block, l likeness.Likeness) bool {
	for _, w := range l.Earliers {
		for _, v := range l.Laters {
			i, j := a.at[w], b.at[v]
			if p.Is(i, "male") && p.Is(j, "female") || p.Is(i, "female") && p.Is(j, "male") || p.Is(i, "minor") && p.Is(j, "grown") || p.Is(i, "grown") && p.Is(j, "minor") {
				return true
			}
			x, y := p.Language.Quantity.Numeral(p.Tokens[i].Key), p.Language.Quantity.Numeral(p.Tokens[j].Key)
			if x.Ordinal > 0 && y.Ordinal > 0 || p.Is(i, "facing") && p.Is(j, "facing") {
				return true
			}
		}
	}
	return false
}

// otherCounts reports that each block has a number in words or a day that the
// other has not.
func (p *Pass) otherCounts(a, b block, l likeness.Likeness) bool {
	return p.newCounts(a, b, l.Earliers) > 0 && p.newCounts(b, a, l.Laters) > 0
}

// newCounts counts, among words of a block, those of numbers that the other
// block has not, and weekdays and months.
func (p *Pass) newCounts(a, b block, words []int) (n int) {
	for _, w := range words {
		i := a.at[w]
		if p.Is(i, "weekday") || p.Is(i, "month") {
			n++
			continue
		}
		if q := p.QuantityAt(i); q >= 0 && !p.Quantities[q].Weak && !p.hasLike(&p.Quantities[q], b) {
			n++
		}
	}
	return n
}

// hasLike reports that a block has a number that may be the same.
func (p *Pass) hasLike(q *mark.Quantity, b block) bool {
	for i := p.QuantityFrom(b.first); i < len(p.Quantities) && p.Quantities[i].First < b.last; i++ {
		if r := &p.Quantities[i]; r.Low == q.Low || agrees(q, r) {
			return true
		}
	}
	return false
}
