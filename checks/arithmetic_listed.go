package checks

import (
	"math"

	"recoupe/checks/mark"
	"recoupe/checks/text"
)

// listedMost is how many parts of a whole are added up.
const listedMost = 8

// reckonListed holds a whole against the parts that its sentence lists after a
// colon or a word like "including": "40 bourses : 18 pour …, 15 pour … et neuf
// pour …".
func (p *Pass) reckonListed() {
	p.eachNumbers(func(s int, in []mark.Quantity) {
		for i := 0; i+2 < len(in); i++ {
			whole := &in[i]
			if whole.Low < 3 || !plainCount(whole) || whole.Unit == "percent" || yearlike(whole) || whole.Weak {
				continue
			}
			if all, ok := p.opensParts(whole, &in[i+1]); ok {
				p.reckonParted(s, whole, in[i+1:], all)
				return
			}
		}
	})
}

// plainCount reports one number, told as such: no rank, no fraction, no bound.
func plainCount(q *mark.Quantity) bool {
	return !q.Ordinal && !q.Part && !q.Approximate && !q.Over && !q.Under && q.Low == q.High && q.To < 0
}

// opensParts reports what stands between a whole and the first of its parts;
// all says that it makes them all there is.
func (p *Pass) opensParts(whole, part *mark.Quantity) (all, ok bool) {
	for i := whole.Last; i < part.First; i++ {
		switch end := p.ClassAt(i, "of_which"); {
		case end > 0 && end <= part.First:
			return false, part.First-end <= 1
		case p.Tokens[i].Char == ':':
			return true, part.First-i <= 3
		case p.ClassAt(i, "made_of") > 0 && p.ClassAt(i, "made_of") <= part.First:
			return true, part.First-p.ClassAt(i, "made_of") <= 1
		case p.Tokens[i].Char == ';' || i-whole.Last > 12:
			return false, false
		}
	}
	return false, false
}

// reckonParted adds up the parts that follow one another and holds their sum
// against the whole. Parts that are some of it may be less; of people, one may
// be in two of them.
func (p *Pass) reckonParted(s int, whole *mark.Quantity, in []mark.Quantity, all bool) {
	var sum summed
	var parts []*mark.Quantity
	closed := false
	for i := range in {
		q := &in[i]
		if i > 0 {
			joined, last := p.nextPart(&in[i-1], q)
			if !joined {
				if q.Weak {
					continue
				}
				break
			}
			closed = closed || last
		}
		if !plainCount(q) || !partOf(q, whole) || len(parts) == listedMost {
			return
		}
		sum.add(q)
		parts = append(parts, q)
	}
	if one := p.oneMore(parts, s); one && len(parts) > 0 && !closed {
		sum.value, closed = sum.value+1, true
	}
	if len(parts) < 2 || !closed || p.goesOn(parts[len(parts)-1], in, s) {
		return
	}
	said, total := counting(whole), sum.band()
	switch {
	case said.holds(total) || total.low > 1.6*whole.High || total.high < 0.6*whole.Low:
	case all, total.low > said.high && p.shutOut(whole, parts):
		p.miscount(whole, sum.value, parts...)
	}
}

// counting is the room of a number of things, which has none where they were
// counted one by one.
func counting(q *mark.Quantity) band {
	if q.Step == 1 && roundness(q.High) == 1 && !q.Approximate && !q.Over && !q.Under {
		return band{q.Low, q.High}
	}
	return bandOf(q)
}

// A summed is the sum of some numbers, with the room that rounding leaves:
// what is lost on one is made up for by another.
type summed struct{ value, squares float64 }

func (s *summed) add(q *mark.Quantity) {
	b := counting(q)
	s.value += b.middle()
	s.squares += (b.high - b.low) * (b.high - b.low) / 4
}

func (s *summed) band() band {
	room := math.Sqrt(s.squares)
	return band{s.value - room, s.value + room}
}

// oneMore reports "and one in Dorset" after the parts: one, like an article, is no
// number by itself, but goes on as they do.
func (p *Pass) oneMore(parts []*mark.Quantity, s int) bool {
	if len(parts) == 0 || parts[0].Unit != "" {
		return false
	}
	last, next := parts[len(parts)-1], p.Tokens[parts[0].Last].Key
	for i := last.Last; i+2 < p.Sentences[s].Last && i < last.Last+10; i++ {
		if p.Is(i, "and") && p.saysOne(i+1) && p.Tokens[i+2].Key == next {
			return true
		}
	}
	return false
}

// partOf reports a number that may be part of another by its unit.
func partOf(q, whole *mark.Quantity) bool {
	if q.Unit == whole.Unit {
		return true
	}
	return q.Unit == "" && q.Head < 0 && whole.Unit != "" // "2,1 millions pour la toiture"
}

// nextPart reports that a comma or "and" stands between two parts, and little
// else; last says that it was "and".
func (p *Pass) nextPart(a, b *mark.Quantity) (joined, last bool) {
	for i := a.Last; i < b.First; i++ {
		switch {
		case p.Is(i, "and") && b.First-i <= 2:
			return b.First-a.Last <= 12, true
		case p.Tokens[i].Char == ',' || p.Tokens[i].Char == ';':
			joined = b.First-i <= 2
		case p.Tokens[i].Kind == text.Mark && p.Tokens[i].Char != '-' && p.Tokens[i].Char != '\'' && p.Tokens[i].Char != '’':
			return false, false
		}
	}
	return joined && b.First-a.Last <= 12, false
}

// goesOn reports numbers after the last part, which may be more of them.
func (p *Pass) goesOn(last *mark.Quantity, in []mark.Quantity, s int) bool {
	for i := range in {
		if q := &in[i]; q.First > last.First && !q.Weak && q.Unit == last.Unit && !q.Ordinal {
			return true
		}
	}
	for i := last.Last; i < p.Sentences[s].Last; i++ {
		if p.ClassAt(i, "another") > 0 && !p.Is(i, "plain") {
			return true
		}
	}
	return false
}

// shutOut reports parts that have nothing in common: things of several kinds,
// bare numbers, men and women, children and adults, the dead and the injured.
func (p *Pass) shutOut(whole *mark.Quantity, parts []*mark.Quantity) bool {
	people := whole.Head >= 0 && p.Is(whole.Head, "generic")
	for i, a := range parts {
		for _, b := range parts[:i] {
			ka, kb := p.countedKey(a), p.countedKey(b)
			switch {
			case a.Unit != "" || a.Head < 0 && b.Head < 0:
			case a.Head < 0 || b.Head < 0:
				return false
			case p.Is(a.Head, "male") && p.Is(b.Head, "female") || p.Is(a.Head, "female") && p.Is(b.Head, "male"):
			case p.Is(a.Head, "minor") != p.Is(b.Head, "minor") && (p.Is(a.Head, "grown") || p.Is(b.Head, "grown")):
			case ka != 0 && kb != 0 && ka != kb && p.Language.Quantity.InSame(p.Tokens[a.Head].Key) && p.Language.Quantity.InSame(p.Tokens[b.Head].Key):
			case people || p.Tokens[a.Head].Key == p.Tokens[b.Head].Key:
				return false
			}
		}
	}
	return true
}
