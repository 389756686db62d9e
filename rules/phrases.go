package rules

import (
	"math/bits"
	"strings"

	"recoupe/checks/text"
)

// A Way is how a phrase points at what it labels.
type Way uint8

// Ways of naming.
const (
	ByName      Way = iota
	ByAcronym       // matched only in capitals
	ByAdjective     // français
	ByFamily        // a family name alone
	ByVerb          // a form of a verb that tells an act
	ByNoun          // a noun that tells an act
	ByWord          // a word of a class or a form of a lemma
)

// A Label is what a phrase may stand for: an entity, a word class (%art) or a
// lemma (@nommer). Exactly one of the three is set.
type Label struct {
	Entity *Entity
	Class  string
	Lemma  string
	Way    Way
}

// Phrases finds the phrases of a language in one pass over tokens, whatever
// their number: a phrase is filed under the mixed keys of its tokens, and each
// prefix of it says that a longer one exists.
type Phrases struct {
	slots  []phraseSlot
	labels [][]Label
	used   int
}

type phraseSlot struct {
	key    uint64
	labels int32 // index into labels plus one; 0: only a prefix
	longer bool
}

// SlotKey is the token key of the place slot in a slotted title: "ministre {of}
// des Affaires étrangères".
var SlotKey = text.Key("{of}")

// Add files a phrase, given as the keys of its tokens, under a label.
func (p *Phrases) Add(keys []uint64, l Label) {
	var h uint64
	for i, k := range keys {
		h = text.Mix(h, k)
		s := p.insert(h)
		if i < len(keys)-1 {
			s.longer = true
			continue
		}
		if s.labels == 0 {
			p.labels = append(p.labels, nil)
			s.labels = int32(len(p.labels))
		}
		for _, have := range p.labels[s.labels-1] {
			if have == l {
				return
			}
		}
		p.labels[s.labels-1] = append(p.labels[s.labels-1], l)
	}
}

// AddWords files a phrase given in words.
func (p *Phrases) AddWords(phrase string, l Label) {
	p.Add(Keys(phrase), l)
}

// phraseKey is the key that a phrase is filed under.
func phraseKey(phrase string) (h uint64) {
	for _, k := range Keys(phrase) {
		h = text.Mix(h, k)
	}
	return h
}

// Keys are the keys of a phrase's tokens. A phrase that ends with an elided
// word ("de l'") is read as it stands before another word.
func Keys(phrase string) []uint64 {
	elided := strings.HasSuffix(phrase, "'") || strings.HasSuffix(phrase, "’")
	if elided {
		phrase += "x"
	}
	toks := text.Tokens(nil, phrase, text.Span{End: len(phrase)})
	if elided {
		toks = toks[:len(toks)-1]
	}
	keys := make([]uint64, len(toks))
	for i, t := range toks {
		keys[i] = t.Key
	}
	return keys
}

// Step walks one token on from a prefix (0 at the start): the new prefix, the
// labels of the phrase that ends here, and whether longer ones exist.
func (p *Phrases) Step(prefix, token uint64) (next uint64, labels []Label, longer bool) {
	next = text.Mix(prefix, token)
	if len(p.slots) == 0 {
		return next, nil, false
	}
	mask := uint64(len(p.slots) - 1)
	for i := next & mask; p.slots[i].key != 0; i = (i + 1) & mask {
		if s := &p.slots[i]; s.key == next {
			if s.labels > 0 {
				labels = p.labels[s.labels-1]
			}
			return next, labels, s.longer
		}
	}
	return next, nil, false
}

// insert returns the slot of a key, made if missing.
func (p *Phrases) insert(key uint64) *phraseSlot {
	if 2*(p.used+1) > len(p.slots) {
		p.grow()
	}
	mask := uint64(len(p.slots) - 1)
	i := key & mask
	for ; p.slots[i].key != 0; i = (i + 1) & mask {
		if p.slots[i].key == key {
			return &p.slots[i]
		}
	}
	p.used++
	p.slots[i].key = key
	return &p.slots[i]
}

func (p *Phrases) grow() {
	old := p.slots
	p.slots = make([]phraseSlot, max(1024, 1<<bits.Len(uint(len(old)))))
	mask := uint64(len(p.slots) - 1)
	for _, s := range old {
		if s.key == 0 {
			continue
		}
		i := s.key & mask
		for p.slots[i].key != 0 {
			i = (i + 1) & mask
		}
		p.slots[i] = s
	}
}
