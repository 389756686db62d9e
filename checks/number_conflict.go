package checks

import (
	"recoupe/checks/text"
	"recoupe/rules"
)

// numberConflict finds one quantity that a story gives two values.
var numberConflict = Check{
	Name: "number-conflict",
	Doc:  "one quantity with two values",
	Vars: []string{"said", "known"},
	New: func(*rules.Rule) (Judge, error) {
		return func(p *Pass) {
			figures := p.figures()
			told := map[text.Span]bool{}
			p.headlineNumbers(figures, told)
			p.headlineAges(told)
			p.headlineScores()
			p.numbersBack(figures, told)
			p.numberOfChildren(figures, told)
			p.eachKind(figures, func(group []*figure) {
				if a, b := p.conflictIn(group); a != nil && !told[b.Span] {
					told[a.Span], told[b.Span] = true, true
					if timesIn(group, b) > timesIn(group, a) {
						a, b = b, a
					}
					p.reportNumbers(a, b)
				}
			})
		}, nil
	},
}

// reportNumbers reports the second of two numbers.
func (p *Pass) reportNumbers(a, b *figure) {
	p.Report(Finding{
		Span:        p.counted(b),
		Phrase:      p.fullPhrase(b.Quantity),
		Suggestions: []string{p.replace(p.counted(b), b.Span, p.sayOther(b.Quantity, a.Quantity))},
		Vars:        map[string]Said{"said": {Words: p.Words(p.counted(b))}, "known": {Words: p.Words(p.counted(a))}},
		Because:     []Evidence{{Span: p.counted(a), Note: "first"}},
	})
}

// groupMax is how many numbers of one kind are held against each other. Where a
// story gives more, it tells several things apart by them.
const groupMax = 8

// timesIn counts the numbers of a group that are of one value.
func timesIn(group []*figure, c *figure) int {
	n := 0
	for _, d := range group {
		if d.Low == c.Low {
			n++
		}
	}
	return n
}

// eachKind calls f with the numbers of each noun and of each unit, in reading order.
func (p *Pass) eachKind(figures []figure, f func([]*figure)) {
	type kind struct {
		key  uint64
		unit string
	}
	groups := map[kind]int{}
	var lists [][]*figure
	file := func(k kind, c *figure) {
		i, ok := groups[k]
		if !ok {
			i = len(lists)
			groups[k] = i
			lists = append(lists, nil)
		}
		lists[i] = append(lists[i], c)
	}
	for i := range figures {
		c := &figures[i]
		if c.Unit != "" {
			file(kind{0, c.Unit}, c)
		} else if c.key != 0 {
			file(kind{c.key, ""}, c)
		}
	}
	for _, l := range lists {
		if len(l) > 1 && len(l) <= groupMax {
			f(l)
		}
	}
}

// conflictIn returns the first two numbers of a group that are one and differ.
func (p *Pass) conflictIn(group []*figure) (a, b *figure) {
	for n, b := range group {
		for _, a := range group[:n] {
			if a.sentence != b.sentence && a.Low != b.Low && p.oneThing(a, b, group) {
				return a, b
			}
		}
	}
	return nil, nil
}

// oneThing judges whether two numbers of one kind tell the same thing.
func (p *Pass) oneThing(a, b *figure, group []*figure) bool {
	p.readTraits(a)
	p.readTraits(b)
	if b.same && p.swapped(a, b) && (a.traits|b.traits)&(partly|each|spoken) == 0 && a.traits&b.traits&dated == 0 {
		return true
	}
	if p.haltedAs(a, b, group) {
		return true
	}
	bar := partly | further | each | dated | spoken
	if !b.same {
		bar |= supposed | planned | updated // "the 330 jobs" are those of before, whatever is to come of them
	}
	if (a.traits|b.traits)&bar != 0 || a.traits&b.traits&sourced != 0 && !(b.same && p.Is(b.First-1, "this_one")) {
		return false
	}
	if p.partsOf(a, b) || p.partsOf(b, a) {
		return false
	}
	return p.swapped(a, b) || ((a.traits|b.traits)&updated == 0 || b.same && b.Unit == "percent") && !agrees(a.Quantity, b.Quantity) && closeBy(a, b) && (p.sameNoun(a, b, group) || p.sameDeed(a, b) || p.takenUp(a, b, group))
}

// nearness is how far a slip takes a number: other things that a story counts
// lie farther off.
const nearness = 1.36

// nearnessMeasured is the same for a volume, an area or a weight that the story
// takes up again, of which it gives few.
const nearnessMeasured = 1.6

// closeBy reports two numbers of which one may be a slip for the other.
func closeBy(a, b *figure) bool {
	low, high := min(a.Low, b.Low), max(a.High, b.High)
	near := nearness
	if m := rules.MeasureOf(a.Unit).Dimension; b.same && (m == "volume" || m == "area" || m == "mass") {
		near = nearnessMeasured
	}
	return low > 0 && high <= near*low && !roundedTo(a, b)
}

// roundedTo reports that the headline rounds what the text gives.
func roundedTo(a, b *figure) bool {
	low, high := min(a.Low, b.Low), max(a.High, b.High)
	return a.head != b.head && (high-low)*16 < high && (int64(a.Low)%10 == 0 || int64(b.Low)%10 == 0)
}

// partsOf reports that the numbers of a sentence, from one on, add up to another.
func (p *Pass) partsOf(whole, first *figure) bool {
	sum := 0.0
	for i := first.index; i < len(p.Quantities) && p.Quantities[i].First < p.Sentences[first.sentence].Last; i++ {
		sum += p.Quantities[i].Low
		if i > first.index && sum == whole.Low {
			return true
		}
	}
	return false
}

// counted is a number with the noun that it counts.
func (p *Pass) counted(c *figure) text.Span {
	if c.Head < 0 {
		return c.Span
	}
	return c.Span.Join(p.Tokens[c.Head].Span)
}
