package likeness

import (
	"math/bits"
	"sync"
)

// A sketch is the few features by which one sequence is filed: the smallest
// hashes of its pairs of neighbouring words, plain words passed over. Edits
// change some pairs and leave the rest, wherever a clause is moved.
type sketch struct {
	features [sketchSize]uint64
	n        int
	found    []int
}

// tellingLeast is how many telling words a sequence must have to be filed by
// them alone.
const tellingLeast = 6

func (s *sketch) read(words []Word) {
	s.n = 0
	telling := 0
	for _, w := range words {
		if !w.Plain {
			telling++
		}
	}
	var last uint64
	seen := 0
	for _, w := range words {
		if w.Plain && telling >= tellingLeast {
			continue
		}
		if seen > 0 {
			s.keep(mix(last, w.Key))
		}
		last = w.Key
		seen++
	}
}

// keep puts a hash in its place among the smallest ones.
func (s *sketch) keep(h uint64) {
	if s.n == sketchSize && h >= s.features[s.n-1] {
		return
	}
	at := s.n
	for at > 0 && s.features[at-1] >= h {
		at--
	}
	if at < s.n && s.features[at] == h {
		return
	}
	if s.n < sketchSize {
		s.n++
	}
	copy(s.features[at+1:s.n], s.features[at:s.n-1])
	s.features[at] = h
}

// candidateMax bounds the sequences compared word by word with a new one.
const candidateMax = 2

// candidates returns the filed sequences that share most features.
func (s *sketch) candidates(t *table) []int {
	var ids [2 * sketchSize]int32
	var votes [2 * sketchSize]int
	n := 0
	vote := func(id int32) {
		for i := 0; i < n; i++ {
			if ids[i] == id {
				votes[i]++
				return
			}
		}
		ids[n], votes[n] = id, 1
		n++
	}
	for _, f := range s.features[:s.n] {
		if slot := t.find(f); slot.count > 0 {
			vote(slot.first)
			if slot.last != slot.first {
				vote(slot.last)
			}
		}
	}
	s.found = s.found[:0]
	need := min(2, s.n)
	for len(s.found) < candidateMax {
		best := -1
		for i := 0; i < n; i++ {
			if votes[i] >= need && (best < 0 || votes[i] > votes[best] || votes[i] == votes[best] && ids[i] < ids[best]) {
				best = i
			}
		}
		if best < 0 {
			break
		}
		s.found = append(s.found, int(ids[best]))
		votes[best] = 0
	}
	return s.found
}

// A table files sequences under features: the first and the last that had one.
type table struct{ slots []slot }

type slot struct {
	feature     uint64
	first, last int32
	count       int32
}

// tables are used again for story after story.
var tables = sync.Pool{New: func() any { return &table{} }}

// openTable is an empty table for a number of features.
func openTable(features int) *table {
	t := tables.Get().(*table)
	n := 1 << bits.Len(uint(2*features+1))
	if cap(t.slots) < n {
		t.slots = make([]slot, n)
		return t
	}
	t.slots = t.slots[:n]
	clear(t.slots)
	return t
}

// find returns the slot of a feature, or the free one where it belongs.
func (t *table) find(feature uint64) *slot {
	mask := uint64(len(t.slots) - 1)
	i := feature & mask
	for t.slots[i].count > 0 && t.slots[i].feature != feature {
		i = (i + 1) & mask
	}
	return &t.slots[i]
}

func (t *table) file(feature uint64, id int32) {
	s := t.find(feature)
	if s.count == 0 {
		s.feature, s.first = feature, id
	}
	s.last = id
	s.count++
}
