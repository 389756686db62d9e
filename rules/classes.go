package rules

import (
	"math/bits"
)

// wordClasses tells which classes a single word belongs to: a table of words by
// key, each with one bit for each class. It is asked many times a token, and
// most words belong to none.
type wordClasses struct {
	names []string // sorted; a class's place is its bit
	ids   []int16  // by place: a class's bit plus one; 0: free
	width int      // 64-bit sets a word
	keys  []uint64 // 0: free
	sets  []uint64 // width for each key
	used  int
}

// name sets the classes, sorted, before any word is added.
func (c *wordClasses) name(sorted []string) {
	c.names, c.width = sorted, (len(sorted)+63)/64
	c.ids = make([]int16, 8<<bits.Len(uint(len(sorted))))
	for id, name := range sorted {
		at := c.place(name)
		for c.ids[at] != 0 {
			at = (at + 1) & (len(c.ids) - 1)
		}
		c.ids[at] = int16(id + 1)
	}
}

// place is where a class is looked for first. It is asked at every word of a
// text, so it looks at three letters of the name only.
func (c *wordClasses) place(class string) int {
	n := len(class)
	if n == 0 {
		return 0
	}
	return (n + int(class[0])*7 + int(class[n/2])*61 + int(class[n-1])*353) & (len(c.ids) - 1)
}

// has reports whether the word of a key belongs to a class.
func (c *wordClasses) has(key uint64, class string) bool {
	i := c.at(key)
	if i < 0 {
		return false
	}
	id, ok := c.id(class)
	return ok && c.sets[i*c.width+id/64]>>(id%64)&1 != 0
}

// id is the bit of a class.
func (c *wordClasses) id(class string) (id int, ok bool) {
	if len(c.ids) == 0 {
		return 0, false
	}
	for at := c.place(class); c.ids[at] != 0; at = (at + 1) & (len(c.ids) - 1) {
		if id = int(c.ids[at] - 1); c.names[id] == class {
			return id, true
		}
	}
	return 0, false
}

// at is where a key stands, -1 when it is in no class.
func (c *wordClasses) at(key uint64) int {
	if len(c.keys) == 0 {
		return -1
	}
	mask := uint64(len(c.keys) - 1)
	for i := key & mask; c.keys[i] != 0; i = (i + 1) & mask {
		if c.keys[i] == key {
			return int(i)
		}
	}
	return -1
}

// add puts a word into a class.
func (c *wordClasses) add(key uint64, class int) {
	i := c.at(key)
	if i < 0 {
		if 2*(c.used+1) > len(c.keys) {
			c.grow()
		}
		mask := uint64(len(c.keys) - 1)
		at := key & mask
		for c.keys[at] != 0 {
			at = (at + 1) & mask
		}
		c.keys[at] = key
		c.used++
		i = int(at)
	}
	c.sets[i*c.width+class/64] |= 1 << (class % 64)
}

func (c *wordClasses) grow() {
	old := *c
	n := max(256, 1<<bits.Len(uint(len(old.keys))))
	c.keys, c.sets, c.used = make([]uint64, n), make([]uint64, n*c.width), 0
	for i, key := range old.keys {
		if key == 0 {
			continue
		}
		for id := range old.names {
			if old.sets[i*c.width+id/64]>>(id%64)&1 != 0 {
				c.add(key, id)
			}
		}
	}
}
