package rules

import (
	"math/bits"
	"slices"

	"recoupe/checks/text"
	"recoupe/rules/compiled"
)

// A filing gathers the phrases of a language while a book is read from tables.
type filing struct {
	slots  []filingSlot
	labels [][]Label
	used   int
	second map[uint64]bool // the second words of phrases
}

type filingSlot struct {
	key    uint64
	labels int32 // index into labels plus one; 0: only a prefix
	longer bool
	deeper bool // of two tokens and more
	slot   bool // of one token, which begins a title with a slot
}

// add files a phrase, given as the keys of its tokens, under a label.
func (p *filing) add(keys []uint64, l Label) {
	if len(keys) > 1 {
		if p.second == nil {
			p.second = map[uint64]bool{}
		}
		p.second[keys[1]] = true
	}
	var h uint64
	for i, k := range keys {
		h = text.Mix(h, k)
		s := p.insert(h)
		s.deeper = s.deeper || i > 0
		s.slot = s.slot || i == 0 && slices.Contains(keys, SlotKey)
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

// addWords files a phrase given in words.
func (p *filing) addWords(phrase string, l Label) {
	if p != nil {
		p.add(Keys(phrase), l)
	}
}

// insert returns the slot of a key, made if missing.
func (p *filing) insert(key uint64) *filingSlot {
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

func (p *filing) grow() {
	old := p.slots
	p.slots = make([]filingSlot, max(1024, 1<<bits.Len(uint(len(old)))))
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

// prefixes are the keys that are one of some kind.
func (p *filing) prefixes(is func(*filingSlot) bool) (keys []uint64) {
	for i := range p.slots {
		if s := &p.slots[i]; is(s) {
			keys = append(keys, s.key)
		}
	}
	return keys
}

// entries are what the filing holds, for the compiled table.
func (p *filing) entries() []compiled.Entry {
	out := make([]compiled.Entry, 0, p.used)
	for _, s := range p.slots {
		if s.key != 0 {
			out = append(out, compiled.Entry{Key: s.key, Value: uint32(s.labels), Longer: s.longer})
		}
	}
	return out
}
