package compiled

import (
	"encoding/binary"
	"math/bits"
)

// A Table finds the number kept under a 64-bit key, and whether longer keys
// begin with it: the table of all prefixes of all phrases. It is asked for every
// word of every text. A slot has the upper half of a key and its value; a key
// that is not there is taken for another once in some thousand millions.
type Table struct {
	slots string
	mask  uint64
}

// An Entry of a table. Value is below 1<<31; 0 stands for none.
type Entry struct {
	Key    uint64
	Value  uint32
	Longer bool // longer keys begin with it
}

const slotSize = 8

// PackTable lays entries out in a section. Keys must differ; no key is zero.
func PackTable(entries []Entry) []byte {
	for size := 1 << bits.Len(uint(3*len(entries)/2)); ; size *= 2 {
		if out, ok := pack(entries, size); ok {
			return out
		}
	}
}

// pack fills a table of some size; ok is false when two keys can't be told apart
// in it.
func pack(entries []Entry, size int) (out []byte, ok bool) {
	out = make([]byte, size*slotSize)
	mask := uint64(size - 1)
	for _, e := range entries {
		at := e.Key & mask
		for ; ; at = (at + 1) & mask {
			have := binary.LittleEndian.Uint32(out[at*slotSize:])
			if have == tag(e.Key) {
				return nil, false
			}
			if have == 0 {
				break
			}
		}
		value := e.Value << 1
		if e.Longer {
			value |= 1
		}
		binary.LittleEndian.PutUint32(out[at*slotSize:], tag(e.Key))
		binary.LittleEndian.PutUint32(out[at*slotSize+4:], value)
	}
	return out, true
}

// TableOf reads the section that PackTable made.
func TableOf(section string) Table {
	return Table{section, uint64(len(section)/slotSize) - 1}
}

// tag is what is kept of a key; never zero, which marks free slots.
func tag(key uint64) uint32 { return uint32(key>>32) | 1 }

// Find returns what is kept under a key: zero and false for a key that is not there.
func (t Table) Find(key uint64) (value uint32, longer bool) {
	if t.slots == "" {
		return 0, false
	}
	want := tag(key)
	for at := key & t.mask; ; at = (at + 1) & t.mask {
		switch slot := uint64At(t.slots, int(at)*slotSize); uint32(slot) {
		case 0:
			return 0, false
		case want:
			return uint32(slot >> 33), slot>>32&1 != 0
		}
	}
}
