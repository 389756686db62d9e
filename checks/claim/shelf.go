package claim

import (
	"math/bits"

	"recoupe/checks/pattern"
	"recoupe/checks/text"
	"recoupe/rules"
)

// A shelf holds the patterns of one language, each filed under one element that
// every match contains: of those the rarest.
type shelf struct {
	forms  []form
	common map[uint64]bool // words that stand in most sentences, and the classes and lemmas that have them
	byKind []int32         // patterns whose only anchors are chunks

	filter [64]uint64 // a bit for the top of each key: most words miss it
	slots  []slot     // by key, open addressing
	ids    [][]int32

	says map[saying]int // numbers what claims say
}

// A saying is what tells the claims of two patterns apart, beside whom and what
// they speak of.
type saying struct {
	rule                 *rules.Rule
	relation, what, time string
}

// said is the number of what a form's claims say.
func (s *shelf) said(f *form) int {
	is := saying{f.rule, f.source.Set["relation"], f.source.Set["what"], f.source.Set["time"]}
	if is.relation == "" {
		is.relation = f.rule.Relation
	}
	n, ok := s.says[is]
	if !ok {
		n = len(s.says)
		s.says[is] = n
	}
	return n
}

type slot struct {
	key uint64
	ids int32 // index into ids plus one; 0: free
}

// newShelf is the empty shelf of a language, which may be nil.
func newShelf(lang *rules.Language) *shelf {
	s := &shelf{common: map[uint64]bool{}, slots: make([]slot, 64), says: map[saying]int{}}
	if lang != nil {
		for _, w := range lang.Function {
			s.common[text.Key(w)] = true
		}
		s.learn(lang.Class, rules.ClassKey)
		s.learn(lang.Lemma, rules.LemmaKey)
	}
	return s
}

// learn marks as common what has a common word.
func (s *shelf) learn(sets map[string][]string, key func(string) uint64) {
	for name, words := range sets {
		for _, w := range words {
			if s.common[text.Key(w)] {
				s.common[key(name)] = true
				break
			}
		}
	}
}

// file puts a form under its rarest anchor: a word, a lemma, a class, a word that
// stands everywhere, or else its chunks. Where one of several words has to stand,
// it is filed under each.
func (s *shelf) file(f form) {
	f.slot = s.said(&f)
	id := int32(len(s.forms))
	s.forms = append(s.forms, f)
	var best []pattern.Anchor
	least := unfiled
	for _, set := range f.pattern.Needs.Words {
		if cost := s.cost(set); cost < least {
			best, least = set, cost
		}
	}
	if best == nil {
		s.byKind = append(s.byKind, id)
	}
	for _, a := range best {
		s.add(a.Key, id)
	}
}

// unfiled is the cost above which the chunks of a form are the rarer anchor.
const unfiled = 1000

// cost is how often one of some anchors stands, by a rough guess.
func (s *shelf) cost(set []pattern.Anchor) (cost int) {
	for _, a := range set {
		switch {
		case s.common[a.Key]:
			cost = max(cost, 200)
		case a.Class:
			cost = max(cost, 100)
		}
	}
	return cost + len(set)
}

// add files a form under a key.
func (s *shelf) add(key uint64, id int32) {
	at := s.slot(key)
	if at.ids == 0 {
		s.ids = append(s.ids, nil)
		*at = slot{key, int32(len(s.ids))}
		s.filter[key>>58] |= 1 << (key >> 52 & 63)
	}
	s.ids[at.ids-1] = append(s.ids[at.ids-1], id)
	if 2*len(s.ids) > len(s.slots) {
		s.grow()
	}
}

// of are the forms filed under the classes and lemmas that a phrase stands for.
func (s *shelf) of(p *rules.Phrase) (ids []int32) {
	for _, key := range p.Keys {
		if s.may(key) {
			ids = append(ids, s.at(key)...)
		}
	}
	return ids
}

// may reports whether forms may be filed under a key. It errs only by saying yes.
func (s *shelf) may(key uint64) bool { return s.filter[key>>58]>>(key>>52&63)&1 != 0 }

// at are the forms filed under the key of a word, a lemma or a class.
func (s *shelf) at(key uint64) []int32 {
	if at := s.slot(key); at.ids != 0 {
		return s.ids[at.ids-1]
	}
	return nil
}

// slot is where a key stands, or would.
func (s *shelf) slot(key uint64) *slot {
	mask := uint64(len(s.slots) - 1)
	i := key & mask
	for s.slots[i].ids != 0 && s.slots[i].key != key {
		i = (i + 1) & mask
	}
	return &s.slots[i]
}

func (s *shelf) grow() {
	old := s.slots
	s.slots = make([]slot, 1<<bits.Len(uint(len(old))))
	for _, o := range old {
		if o.ids != 0 {
			*s.slot(o.key) = o
		}
	}
}
