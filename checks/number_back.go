package checks

import (
	"recoupe/checks/mark"
	"recoupe/checks/text"
)

// kinds are the classes of nouns that stand for one another where a story takes
// up what it counted: "treize huskies", "les quinze bêtes".
var kinds = []string{
	"kind_beasts", "kind_subjects", "kind_pupils", "kind_walkers", "kind_staff", "kind_killed", "kind_crowd", "kind_homes", "kind_boats", "kind_cars",
	"kind_posts", "kind_council", "kind_seats", "kind_letters", "kind_pictures", "kind_marchers", "kind_runners", "kind_travellers", "kind_captives", "kind_books", "kind_trees", "kind_bottles",
}

// kindsMax is how many numbers a story may have that are held against what they
// point back at.
const kindsMax = 64

// numbersBack reports numbers that point back, with "the", "these", "all", at
// the one count of their kind that the story opened with and that has another
// value.
func (p *Pass) numbersBack(figures []figure, told map[text.Span]bool) {
	for j := 1; j < min(len(figures), kindsMax); j++ {
		b := &figures[j]
		if b.head || told[b.Span] || b.Unit != "" || !plainCount(b.Quantity) || b.Low < 2 || yearlike(b.Quantity) || !p.pointsAt(b) {
			continue
		}
		if a := p.antecedent(figures[:j], b); a != nil && !told[a.Span] && p.mayStandFor(a, b) {
			told[a.Span], told[b.Span] = true, true
			p.reportNumbers(a, b)
		}
	}
}

// pointsAt reports words before a number that make it a count told before: "les
// quinze bêtes", "all nine students", "the crowd of 4,612".
func (p *Pass) pointsAt(b *figure) bool {
	if b.First == 0 || p.isLeft(b.Quantity) {
		return false
	}
	if b.Head < 0 {
		return p.sumNoun(b.Quantity) >= 0
	}
	return p.Is(b.First-1, "the_same") && !p.Is(b.First-1, "preposition") || p.endsAt("all_of", b.First, 3) || p.Is(b.First-1, "this_one")
}

// nounOf is the token of what a number counts: its head, or the noun that it is
// the size of.
func (p *Pass) nounOf(c *figure) int {
	if c.Head >= 0 {
		return c.Head
	}
	return p.sumNoun(c.Quantity)
}

// kindsOf are the kinds of a noun, a bit each.
func (p *Pass) kindsOf(noun int) (of uint32) {
	if noun < 0 {
		return 0
	}
	for k, class := range kinds {
		if p.Is(noun, class) {
			of |= 1 << k
		}
	}
	return of
}

// antecedent is the first of the earlier counts of a number's kind when all are
// of one value, near its own.
func (p *Pass) antecedent(before []figure, b *figure) *figure {
	noun := p.nounOf(b)
	kind := p.kindsOf(noun)
	var found *figure
	for i := range before {
		a := &before[i]
		if a.Low == b.Low || agrees(a.Quantity, b.Quantity) {
			return nil
		}
		n := p.nounOf(a)
		if a.Unit != "" || n < 0 || !plainCount(a.Quantity) || yearlike(a.Quantity) {
			continue
		}
		same := p.Tokens[n].Key == p.Tokens[noun].Key
		long := len(digitsOf(a.Quantity)) >= 4 && transposed(a.Quantity, b.Quantity)
		if !same && !long && kind&p.kindsOf(n) == 0 {
			continue
		}
		if found != nil && found.Low != a.Low {
			return nil
		}
		if found == nil {
			found = a
		}
	}
	return found
}

// mayStandFor judges two counts of a kind: the earlier at the top of the story,
// the later no part of it and not of another time.
func (p *Pass) mayStandFor(a, b *figure) bool {
	swapped := transposed(a.Quantity, b.Quantity)
	if a.sentence == b.sentence || !a.head && !p.inTop(a) && !(swapped && a.Low >= 1000) || !(closeBy(a, b) || swapped) {
		return false
	}
	p.readTraits(a)
	p.readTraits(b)
	if p.endsAt("whole_of", b.First, 3) {
		b.traits &^= partly // of which a part is told
	}
	if b.traits&(partly|further|each|dated|spoken|updated) != 0 || a.traits&(each|updated|supposed) != 0 {
		return false
	}
	if p.partsOf(a, b) || p.partsOf(b, a) {
		return false
	}
	return p.noComplement(b)
}

// inTop reports a number of the first two paragraphs of the body.
func (p *Pass) inTop(c *figure) bool {
	return p.inLead(c) || c.paragraph > 0 && (p.isHead(c.paragraph-1) || c.paragraph == 1 || p.isHead(c.paragraph-2))
}

// noComplement reports that nothing narrows what a number counts: not "the
// fifteen passengers of the bus".
func (p *Pass) noComplement(b *figure) bool {
	end := max(b.Last, b.Head+1)
	if end >= len(p.Tokens) {
		return true
	}
	return !p.Is(end, "complement") && !p.Is(end, "preposition") && !p.Is(end, "of") && !p.Is(end, "subordinator")
}

// sumReach is how many words may stand between a sum and the noun that it is the
// size of: "l'enveloppe hors taxes de 4,2 millions".
const sumReach = 6

// sumNoun is the token of the noun that a number is the size of, made definite by
// its article: "the crowd of 4,612"; -1 for none.
func (p *Pass) sumNoun(q *mark.Quantity) int {
	if q.First < 2 || !p.Is(q.First-1, "complement") {
		return -1
	}
	for i := q.First - 2; i >= max(1, q.First-sumReach); i-- {
		if p.Tokens[i].Kind == text.Mark {
			return -1
		}
		if p.Is(i, "sum_noun") {
			if p.Is(i-1, "definite") || p.Is(i-1, "this_one") {
				return i
			}
			return -1
		}
	}
	return -1
}

// numberOfChildren reports a mother of six who was said to have five children.
func (p *Pass) numberOfChildren(figures []figure, told map[text.Span]bool) {
	var first *figure
	for i := range figures {
		c := &figures[i]
		if c.Head < 0 || c.Unit != "" || !p.Is(c.Head, "offspring") || !plainCount(c.Quantity) {
			continue
		}
		parent := p.endsAt("parent_of", c.First, 4)
		if !parent && !(c.First > 0 && p.Is(c.First-1, "possessive")) {
			continue
		}
		switch {
		case first == nil:
			first = c
		case c.Low != first.Low && parent && p.endsAt("this_parent_of", c.First, 5) && c.sentence != first.sentence:
			if !told[c.Span] {
				told[first.Span], told[c.Span] = true, true
				p.reportNumbers(first, c)
			}
			return
		}
	}
}
