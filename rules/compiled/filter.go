package compiled

import "math/bits"

// A Filter says of most keys that are not in a set that they are not, in memory
// small enough to stay at hand. It never misses one that is.
type Filter struct {
	bits string
	mask uint64
}

// filterBits is how many bits a filter has for each key, at least.
const filterBits = 8

// PackFilter lays a filter out in a section.
func PackFilter(keys []uint64) []byte {
	size := max(8, 1<<bits.Len(uint(filterBits*len(keys))))
	out := make([]byte, size/8)
	for _, key := range keys {
		at := filterAt(key) & uint64(size-1)
		out[at/8] |= 1 << (at % 8)
	}
	return out
}

// FilterOf reads the section that PackFilter made. An empty one lets all pass.
func FilterOf(section string) Filter {
	return Filter{section, uint64(8*len(section)) - 1}
}

// Has reports whether a key may be in the set.
func (f *Filter) Has(key uint64) bool {
	if f.bits == "" {
		return true
	}
	at := filterAt(key) & f.mask
	return f.bits[at/8]>>(at%8)&1 != 0
}

// filterAt takes the bits of a key that a table does not look at first.
func filterAt(key uint64) uint64 { return key >> 24 }
