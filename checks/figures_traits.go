package checks

import (
	"recoupe/checks/mark"
	"recoupe/rules"
)

// Traits of a number's surroundings that make it another number than its like.
type traits uint16

// Traits, as bits.
const (
	partly   traits = 1 << iota // a part: "dont", "parmi", "including"
	further                     // "autres", "de plus", "another"
	updated                     // told as changing: "passé de", "revu", "previously"
	each                        // "chacun", "par jour", "a head"
	supposed                    // would-be
	planned                     // to come, asked for
	dated                       // of another time
	sourced                     // by somebody's figure
	spoken                      // inside a quotation
)

// traitClasses are the word classes whose words near a number give it a trait,
// and how many words before and after it they reach.
var traitClasses = []struct {
	class         uint64
	trait         traits
	before, after int
}{
	{rules.ClassKey("part_of"), partly, 5, 0}, {rules.ClassKey("of_which"), partly, 2, 4}, {rules.ClassKey("another"), further, 2, 1}, {rules.ClassKey("update"), updated, 8, 6}, {rules.ClassKey("each"), each, 3, 5},
	{rules.ClassKey("hypothesis"), supposed, 6, 2}, {rules.ClassKey("plan"), planned, 8, 2}, {rules.ClassKey("source"), sourced, 12, 8}, {rules.ClassKey("count_by"), sourced, 8, 6},
}

// traitReach is the farthest that a word gives a trait.
const traitReach = 12

// readTraits reads the words around a number that make it another one.
func (p *Pass) readTraits(c *figure) {
	first, last := p.clause(c.First, c.Last, c.sentence)
	end := c.Last
	if c.Head >= end {
		end = c.Head + 1
	}
	for i := max(first, c.First-traitReach); i < min(last, end+traitReach); i++ {
		hits := p.HitsAt(i)
		for k := range hits {
			for _, key := range hits[k].Keys {
				for _, t := range traitClasses {
					if key == t.class && i >= c.First-t.before && i < end+t.after && !(t.trait == partly && i > end && p.Is(i-1, "mostly")) {
						c.traits |= t.trait
					}
				}
			}
		}
	}
	s := p.Sentences[c.sentence]
	for i := p.TimeFrom(s.First); i < len(p.Times) && p.Times[i].First < s.Last; i++ {
		if t := p.Times[i]; t.Type != mark.Duration && t.Type != mark.Clock && t.Written&mark.YearField != 0 {
			c.traits |= dated
		}
	}
	if p.QuoteAt(c.First) >= 0 {
		c.traits |= spoken
	}
}

// clause is the stretch of a sentence around some tokens between strong marks.
func (p *Pass) clause(from, to, sentence int) (first, last int) {
	s := p.Sentences[sentence]
	strong := func(i int) bool {
		switch p.Tokens[i].Char {
		case ';', ':', '(', ')', '—', '–':
			return true
		}
		return false
	}
	for first = from; first > s.First && !strong(first-1); first-- {
	}
	for last = to; last < s.Last && !strong(last); last++ {
	}
	return first, last
}
