package pattern

import "slices"

// A Need lists what every match requires: kinds of chunks, words, lemmas and
// classes. Each is necessary.
type Need struct {
	Kinds uint32     // bits of chunk kinds
	Any   uint32     // bits of chunk kinds of which one has to be there; 0: none has
	Words [][]Anchor // of each set one has to stand there

	marks []uint64    // keys of marks
	must  Signature   // bits that all have to be there
	some  []Signature // of each, one bit has to be there
}

// An Anchor is a lexical element: a literal word, a form of a lemma or a word of
// a class.
type Anchor struct {
	Key   uint64 // of the word, the lemma or the class
	Class bool   // one of many words may stand there
}

// Empty reports whether nothing is required: such a pattern has no anchor.
func (n *Need) Empty() bool { return n.Kinds == 0 && n.Any == 0 && len(n.Words) == 0 }

// Met reports whether what stands in a sentence may hold what is needed. It errs
// only by saying yes.
func (n *Need) Met(s Signature) bool {
	if n.must&^s != 0 {
		return false
	}
	for _, some := range n.some {
		if some&s == 0 {
			return false
		}
	}
	return true
}

// word needs one word, lemma or class.
func word(a Anchor) Need { return Need{Words: [][]Anchor{{a}}} }

// and adds what another element of the same sequence needs.
func (n *Need) and(other Need) {
	n.Kinds |= other.Kinds
	if n.Any == 0 {
		n.Any = other.Any
	}
	n.Words = append(n.Words, other.Words...)
	n.marks = append(n.marks, other.marks...)
}

// alternatives is the number of words of which one may be asked for.
const alternatives = 32

// or is what both of two alternatives need.
func or(a, b Need) Need {
	n := Need{Kinds: a.Kinds & b.Kinds}
	if x, y := a.Kinds|a.Any, b.Kinds|b.Any; n.Kinds == 0 && x != 0 && y != 0 {
		n.Any = x | y
	}
	for _, m := range a.marks {
		if slices.Contains(b.marks, m) {
			n.marks = append(n.marks, m)
		}
	}
	var ownA, ownB [][]Anchor
	for _, set := range a.Words {
		if hasSet(b.Words, set) {
			n.Words = append(n.Words, set)
		} else {
			ownA = append(ownA, set)
		}
	}
	for _, set := range b.Words {
		if !hasSet(a.Words, set) {
			ownB = append(ownB, set)
		}
	}
	if len(ownA) == 0 || len(ownB) == 0 {
		return n
	}
	either := slices.Clone(rarest(ownA))
	for _, w := range rarest(ownB) {
		if !slices.Contains(either, w) {
			either = append(either, w)
		}
	}
	if len(either) <= alternatives {
		n.Words = append(n.Words, either)
	}
	return n
}

func hasSet(sets [][]Anchor, set []Anchor) bool {
	return slices.ContainsFunc(sets, func(s []Anchor) bool { return slices.Equal(s, set) })
}

// rarest is the set of fewest words.
func rarest(sets [][]Anchor) []Anchor {
	return slices.MinFunc(sets, func(a, b []Anchor) int { return breadth(a) - breadth(b) })
}

func breadth(set []Anchor) int {
	n := 0
	for _, w := range set {
		if n++; w.Class {
			n += 3
		}
	}
	return n
}

// sum works out the bits by which a sentence is tried.
func (n *Need) sum() {
	n.must = Signature(n.Kinds)
	for _, key := range n.marks {
		n.must |= wordBit(key)
	}
	if n.Any != 0 {
		n.some = append(n.some, Signature(n.Any))
	}
	for _, set := range n.Words {
		var bits Signature
		for _, w := range set {
			bits |= wordBit(w.Key)
		}
		if len(set) == 1 {
			n.must |= bits
		} else {
			n.some = append(n.some, bits)
		}
	}
}
