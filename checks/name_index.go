package checks

import (
	"math/bits"
	"sync"
)

// A nameIndex collects the words of names; its lists serve story after story.
type nameIndex struct {
	words  []nameWord
	slots  []nameSlot // by the key of the spelling, open addressing
	folded []byte     // the spellings, one after another
	ends   []int      // of each in folded
	givens []int      // room for a first name before each
}

// A nameSlot is one spelling; word is its index plus one, 0 for none.
type nameSlot struct {
	key  uint64
	word int32
}

var nameIndexes = sync.Pool{New: func() any { return &nameIndex{} }}

// clear makes room for so many names.
func (x *nameIndex) clear(names int) {
	clear(x.words)
	x.words, x.folded, x.ends, x.givens = x.words[:0], x.folded[:0], x.ends[:0], x.givens[:0]
	size := 1 << bits.Len(uint(4*names+8))
	if cap(x.slots) < size {
		x.slots = make([]nameSlot, size)
	}
	x.slots = x.slots[:size]
	clear(x.slots)
	if cap(x.givens) < 2*names {
		x.givens = make([]int, 0, 2*names)
	}
}

// at is the index of a spelling, told by its key; fresh says that it is new.
func (x *nameIndex) at(key uint64) (word int, fresh bool) {
	if 2*len(x.words) >= len(x.slots) {
		x.grow()
	}
	s := x.slot(key)
	if s.word == 0 {
		x.words = append(x.words, nameWord{onlyStart: true})
		*s = nameSlot{key, int32(len(x.words))}
		return len(x.words) - 1, true
	}
	return int(s.word) - 1, false
}

// slot is where a key stands, or would.
func (x *nameIndex) slot(key uint64) *nameSlot {
	mask := uint64(len(x.slots) - 1)
	i := key & mask
	for x.slots[i].word != 0 && x.slots[i].key != key {
		i = (i + 1) & mask
	}
	return &x.slots[i]
}

func (x *nameIndex) grow() {
	old := x.slots
	x.slots = make([]nameSlot, 2*len(old))
	for _, s := range old {
		if s.word != 0 {
			*x.slot(s.key) = s
		}
	}
}

// follows notes the first name before a word.
func (x *nameIndex) follows(w *nameWord, given int) {
	switch n := len(w.given); {
	case n > 0 && w.given[n-1] == given:
	case n == 0 && len(x.givens) < cap(x.givens):
		x.givens = append(x.givens, given)
		n = len(x.givens)
		w.given = x.givens[n-1 : n : n]
	default:
		w.given = append(w.given, given)
	}
}

// spell writes the spellings out, all in one string.
func (x *nameIndex) spell() {
	all, from := string(x.folded), 0
	for k, end := range x.ends {
		x.words[k].word = all[from:end]
		from = end
	}
}
