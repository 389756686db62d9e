package checks

import (
	"math"

	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
)

// A figure is a quantity with what a judge needs to hold it against another.
type figure struct {
	*mark.Quantity
	index     int // into the marks' quantities
	sentence  int
	paragraph int
	head      bool // stands above the body
	same      bool // points back at what was counted before: "les quarante-sept rescapés"
	key       uint64
	traits    traits
}

// figures returns the story's numbers that stand for themselves: no ordinals, no
// fractions, nothing that may be an article.
func (p *Pass) figures() []figure {
	var out []figure
	s := 0
	currency := p.soleCurrency()
	for i := range p.Quantities {
		q := &p.Quantities[i]
		for s < len(p.Sentences) && p.Sentences[s].Last <= q.First {
			s++
		}
		if q.Ordinal || q.Part || q.Weak || q.To >= 0 || s == len(p.Sentences) || p.ofSeveralUnits(i) {
			continue
		}
		para := p.Sentences[s].Paragraph
		q = p.inCurrency(q, currency)
		c := figure{Quantity: q, index: i, sentence: s, paragraph: para, head: p.isHead(para)}
		c.key = p.countedKey(q)
		c.same = q.First > 0 && p.Is(q.First-1, "the_same") || p.pointsBack(q, p.Sentences[s].First) || p.sumNoun(q) >= 0 || p.endsAt("genitive", q.First, 3)
		out = append(out, c)
	}
	return out
}

// ofSeveralUnits reports a part of a measure told in units one after the other:
// "1 h 59 min 40 s", "six feet four inches".
func (p *Pass) ofSeveralUnits(i int) bool {
	goes := func(a, b *mark.Quantity) bool {
		return a.Last == b.First && a.Unit != "" && a.Unit != b.Unit && (b.Unit == "" || rules.MeasureOf(a.Unit).Dimension == rules.MeasureOf(b.Unit).Dimension)
	}
	return i > 0 && goes(&p.Quantities[i-1], &p.Quantities[i]) || i+1 < len(p.Quantities) && goes(&p.Quantities[i], &p.Quantities[i+1])
}

// soleCurrency is the one currency that the story counts in; "" for none or several.
func (p *Pass) soleCurrency() string {
	found := ""
	for i := range p.Quantities {
		u := p.Quantities[i].Unit
		if u == "" || u == "percent" || u == "point" || u == found || rules.MeasureOf(u).Dimension != "" {
			continue
		}
		if found != "" {
			return ""
		}
		found = u
	}
	return found
}

// inCurrency gives an amount that goes without its currency, "4,2 millions", the
// one of the story.
func (p *Pass) inCurrency(q *mark.Quantity, currency string) *mark.Quantity {
	if currency == "" || q.Unit != "" || q.Head >= 0 || q.Low < 1e6 || p.sumNoun(q) < 0 {
		return q
	}
	money := *q
	money.Unit = currency
	return &money
}

// pointsBack reports "cet emprunt de 3,7 millions", "this rise of 6 percent".
func (p *Pass) pointsBack(q *mark.Quantity, first int) bool {
	for i := q.First - 1; i >= max(first, q.First-4); i-- {
		if p.Is(i, "this_one") {
			return i < q.First-1 && p.Is(q.First-1, "complement") || i == q.First-1
		}
	}
	return false
}

// countedKey is what a number figures, the same for singular and plural and for
// words that the language calls the same in a toll; 0 for nothing or too little.
func (p *Pass) countedKey(q *mark.Quantity) uint64 {
	if q.Head < 0 {
		// "Crash kills four": the verb before says what they are.
		if q.Unit == "" && q.First > 0 {
			if key := p.Tokens[q.First-1].Key; p.Language.Quantity.InSame(key) {
				return p.Language.Quantity.SameAs(key)
			}
		}
		return 0
	}
	key := p.Language.Quantity.SameAs(p.Tokens[q.Head].Key)
	if !p.Is(q.Head, "generic") {
		return key
	}
	// "arrested 44 people": the verb before says it too.
	if q.First > 0 {
		if before := p.Tokens[q.First-1].Key; p.Language.Quantity.InSame(before) {
			return p.Language.Quantity.SameAs(before)
		}
	}
	if p.loseLife(q.Head + 1) {
		return p.Language.Quantity.SameAs(text.Hash(text.Fold(p.Language.Class["dead_noun"][0])))
	}
	// "douze personnes ont été tuées": the verb says what they are.
	end := p.Sentences[p.SentenceAt(q.Start)].Last
	for i := q.Head + 1; i < min(end, q.Head+7); i++ {
		if p.Tokens[i].Kind == text.Mark {
			break
		}
		if key := p.Tokens[i].Key; p.Language.Quantity.InSame(key) {
			return p.Language.Quantity.SameAs(key)
		}
	}
	return 0
}

// lifeReach is how many words may part people from the words that they died.
const lifeReach = 18

// loseLife reports that the words after some people, past what a pair of commas
// encloses, tell that they lost their lives.
func (p *Pass) loseLife(at int) bool {
	inside := false
	for i := at; i < min(len(p.Tokens), at+lifeReach); i++ {
		switch p.Tokens[i].Char {
		case ',':
			inside = !inside && i == at
			continue
		case '.', ';', ':':
			return false
		}
		if end := p.ClassAt(i, "lost_life"); end > 0 && !inside {
			return true
		}
		if !inside && i-at > 5 && p.Tokens[i].Char == 0 && p.Is(i, "speech") {
			return false
		}
	}
	return false
}

// agrees reports whether two numbers may be one, by the digits written: bounds,
// ranges and round numbers leave room.
func agrees(a, b *mark.Quantity) bool {
	lowA, highA := room(a)
	lowB, highB := room(b)
	// 34 % in the headline, 34.4 % in the text.
	if a.Step > b.Step {
		lowA, highA = lowA-a.Step, highA+a.Step
	} else if b.Step > a.Step {
		lowB, highB = lowB-b.Step, highB+b.Step
	}
	return lowA <= highB*(1+1e-9) && lowB <= highA*(1+1e-9)
}

// room is how low and how high the true value of a number may be.
func room(q *mark.Quantity) (low, high float64) {
	low, high = q.Low, q.High
	blur := 0.0
	switch {
	case q.Approximate:
		blur = max(0.12*q.High, q.Step)
	case roundness(q.High) >= 10:
		blur = min(0.05*q.High, roundness(q.High)) // 300 000 may be 298 500
	}
	low, high = low-blur, high+blur
	if q.Over {
		high = max(high, q.High*1.5)
	}
	if q.Under {
		low = min(low, q.Low*0.6)
	}
	return low, high
}

// roundness is the size of the last digit of a whole number that is not zero:
// 300 000: 100 000.
func roundness(v float64) float64 {
	if v < 1000 || v != math.Trunc(v) {
		return 1
	}
	r := 1.0
	for math.Mod(v, r*10) == 0 {
		r *= 10
	}
	return r
}
