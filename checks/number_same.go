package checks

import (
	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
)

// sameNoun reports two numbers of one noun that the story takes up again, with
// nothing that tells the one apart from the other.
func (p *Pass) sameNoun(a, b *figure, group []*figure) bool {
	if a.Unit != "" || distinct(group) != 2 || !a.head && !b.same && !p.inLead(a) {
		return false
	}
	if apartIn(group) {
		return false
	}
	return p.noNewModifier(a, b) && (b.same || p.noNewPlace(a, b) && !p.otherDay(a, b))
}

// apartIn reports a sentence that gives two values of a group: the story knows
// them for different things.
func apartIn(group []*figure) bool {
	for i := 1; i < len(group); i++ {
		if group[i].sentence == group[i-1].sentence && !agrees(group[i].Quantity, group[i-1].Quantity) {
			return true
		}
	}
	return false
}

// inLead reports a number of the first paragraph of the body.
func (p *Pass) inLead(c *figure) bool {
	return !c.head && (c.paragraph == 0 || p.isHead(c.paragraph-1))
}

// takenUp reports a measure that comes back with "the" before it, where the
// story gives no third one.
func (p *Pass) takenUp(a, b *figure, group []*figure) bool {
	return a.Unit != "" && a.Unit != "year" && b.same && !p.compound(b) && distinct(group) == 2 && !apartIn(group)
}

// compound reports a measure used as an adjective: "the eight-minute film".
func (p *Pass) compound(c *figure) bool {
	t := p.Tokens[c.Last-1]
	return t.Is(text.Hyphen) || c.Last-2 > c.First && p.Tokens[c.Last-2].Char == '-'
}

// distinct counts the values of a group.
func distinct(group []*figure) int {
	n := 0
	for i, c := range group {
		fresh := true
		for _, d := range group[:i] {
			fresh = fresh && !agrees(c.Quantity, d.Quantity)
		}
		if fresh {
			n++
		}
	}
	return n
}

// noNewModifier reports that the noun counted later has no adjective or
// complement that the earlier one lacks: "28 signataires socialistes" are some
// of the 56.
func (p *Pass) noNewModifier(a, b *figure) bool {
	had := map[uint64]bool{}
	s := p.Sentences[a.sentence]
	for i := s.First; i < s.Last; i++ {
		had[p.Language.Quantity.SameAs(p.Tokens[i].Key)] = true
	}
	for i := b.Last; i < len(p.Tokens) && p.Tokens[i].End <= b.Of.End; i++ {
		key := p.Language.Quantity.SameAs(p.Tokens[i].Key)
		if i != b.Head && p.tells(i) && !had[key] && !(b.same && p.Is(i, "concerned")) {
			return false
		}
	}
	return true
}

// noNewPlace reports that the sentence of the later number names nothing that
// the earlier one's does not.
func (p *Pass) noNewPlace(a, b *figure) bool {
	had := map[uint64]bool{}
	for i := p.Sentences[a.sentence].First; i < p.Sentences[a.sentence].Last; i++ {
		had[p.Tokens[i].Key] = true
	}
	s := p.Sentences[b.sentence]
	for _, n := range p.Names[p.NameFrom(s.First):] {
		if n.First < s.First || n.Starts {
			continue
		}
		if n.First >= s.Last {
			break
		}
		if !had[p.Tokens[n.First].Key] {
			return false
		}
	}
	return true
}

// swapped reports two numbers of running text of which one has two digits of
// the other swapped.
func (p *Pass) swapped(a, b *figure) bool {
	if (a.Worded || b.Worded) && (a.key == 0 || a.key != b.key || !b.same) {
		return false // words do not swap, but copyists do
	}
	if a.Unit == "percent" && !b.same {
		return false
	}
	return swappable(a) && p.inProse(a) && p.inProse(b) && transposed(a.Quantity, b.Quantity)
}

// swappable reports a number whose digits a slip may swap and nothing else
// explains: ages and hours come in any order.
func swappable(c *figure) bool { return rules.MeasureOf(c.Unit).Dimension != "duration" }

// otherDay reports numbers whose sentences each give a day, and not the same.
func (p *Pass) otherDay(a, b *figure) bool {
	x, y := p.dayOf(a), p.dayOf(b)
	return x != 0 && y != 0 && x != y
}

// dayOf is the first time of a number's sentence, as the key of its first word.
func (p *Pass) dayOf(c *figure) uint64 {
	s := p.Sentences[c.sentence]
	for i := p.TimeFrom(s.First); i < len(p.Times) && p.Times[i].First < s.Last; i++ {
		if t := p.Times[i]; t.Type == mark.DateTime || t.Type == mark.Range {
			return p.Tokens[t.First].Key
		}
	}
	return 0
}

// transposed reports two numbers whose digits are the same but for two
// neighbours that changed places.
func transposed(a, b *mark.Quantity) bool {
	x, y := digitsOf(a), digitsOf(b)
	if len(x) < 2 || len(x) != len(y) || a.Step != b.Step || a.Unit == "percent" && (len(x) < 2 || x[0] == 0) {
		return false
	}
	for i := range x {
		if x[i] != y[i] {
			return i+1 < len(x) && x[i] == y[i+1] && x[i+1] == y[i] && string(x[i+2:]) == string(y[i+2:])
		}
	}
	return false
}

// digitsOf are the digits of a number, down to the last one written.
func digitsOf(q *mark.Quantity) []byte {
	v := q.Low / q.Step
	var out []byte
	for u := int64(v + 0.5); u > 0; u /= 10 {
		out = append([]byte{byte(u % 10)}, out...)
	}
	return out
}

// inProse reports a number of a sentence that is no row of a table.
func (p *Pass) inProse(c *figure) bool {
	words, numbers := 0, 0
	for i := p.Sentences[c.sentence].First; i < p.Sentences[c.sentence].Last; i++ {
		switch p.Tokens[i].Kind {
		case text.Word:
			words++
		case text.Number:
			numbers++
		}
	}
	return c.head || words >= 6 && words >= 4*numbers
}

// sameDeed reports two measures whose numbers hang on the same word in two
// forms: "closed for seven hours", "a closure of nine hours".
func (p *Pass) sameDeed(a, b *figure) bool {
	if a.Unit == "" || a.Unit == "year" || a.Unit == "percent" || !a.head && !p.inLead(a) {
		return false
	}
	x, y := p.governor(a), p.governor(b)
	if x < 0 || y < 0 || p.Tokens[x].Key == p.Tokens[y].Key {
		return false
	}
	var s stems
	s.add(p.folded(x))
	return s.has(p.folded(y))
}

// governor is the telling word before a number, a few words back at most.
func (p *Pass) governor(c *figure) int {
	for i := c.First - 1; i >= max(p.Sentences[c.sentence].First, c.First-4); i-- {
		if p.Tokens[i].Kind == text.Mark {
			return -1
		}
		if p.tells(i) && !p.Is(i, "preposition") && !p.Is(i, "about") {
			return i
		}
	}
	return -1
}

// haltedAs reports two durations of a stop that the story tells of, the earlier
// at its top, where it gives no third: "held up for 25 minutes", "an
// interruption of 45 minutes".
func (p *Pass) haltedAs(a, b *figure, group []*figure) bool {
	if rules.MeasureOf(a.Unit).Dimension != "duration" || a.Unit == "year" || distinct(group) != 2 || apartIn(group) || !a.head && !p.inLead(a) {
		return false
	}
	if a.Low > 4*b.Low || b.Low > 4*a.Low || agrees(a.Quantity, b.Quantity) || (a.traits|b.traits)&(partly|further|each|spoken|dated|updated) != 0 {
		return false
	}
	return !p.classIn("another", b.First-5, b.First) && p.classIn("halting", a.First-6, a.First) && p.classIn("halting", b.First-6, b.First)
}
