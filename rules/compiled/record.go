package compiled

import (
	"encoding/binary"
	"math"
)

// Uint32s is a list of numbers in a section.
type Uint32s struct{ data string }

// Numbers reads a section as a list of numbers.
func Numbers(section string) Uint32s { return Uint32s{section} }

// Len is how many there are.
func (u Uint32s) Len() int { return len(u.data) / 4 }

// At is the i-th number.
func (u Uint32s) At(i int) uint32 { return uint32At(u.data, 4*i) }

// AppendNumbers appends numbers in the form that Numbers reads.
func AppendNumbers[T int | int32 | uint32](dst []byte, numbers ...T) []byte {
	for _, n := range numbers {
		dst = binary.LittleEndian.AppendUint32(dst, uint32(n))
	}
	return dst
}

// Lists is a list of lists of numbers: where each begins, and all of them in a row.
type Lists struct{ starts, all Uint32s }

// ListsOf reads the sections that AppendLists made.
func ListsOf(starts, all string) Lists { return Lists{Numbers(starts), Numbers(all)} }

// Len is how many lists there are.
func (l Lists) Len() int { return max(l.starts.Len()-1, 0) }

// Range is where the i-th list begins and ends in the row of all.
func (l Lists) Range(i int) (from, to int) {
	return int(l.starts.At(i)), int(l.starts.At(i + 1))
}

// At is the number at a place of the row.
func (l Lists) At(i int) uint32 { return l.all.At(i) }

// PackLists lays lists out in two sections.
func PackLists(lists [][]uint32) (starts, all []byte) {
	n := 0
	for _, list := range lists {
		starts = AppendNumbers(starts, n)
		all = AppendNumbers(all, list...)
		n += len(list)
	}
	return AppendNumbers(starts, n), all
}

// A Pool gathers strings, each once.
type Pool struct {
	ids  map[string]uint32
	list []string
}

// ID is the number under which a string is kept.
func (p *Pool) ID(s string) uint32 {
	id, ok := p.ids[s]
	if !ok {
		if p.ids == nil {
			p.ids = map[string]uint32{}
		}
		id = uint32(len(p.list))
		p.ids[s] = id
		p.list = append(p.list, s)
	}
	return id
}

// Bytes are the section that holds the strings.
func (p *Pool) Bytes() []byte {
	out := AppendNumbers(nil, len(p.list))
	at := 0
	for _, s := range p.list {
		out = AppendNumbers(out, at)
		at += len(s)
	}
	out = AppendNumbers(out, at)
	for _, s := range p.list {
		out = append(out, s...)
	}
	return out
}

// Strings are the strings of a pool, in place.
type Strings struct {
	offsets Uint32s
	text    string
}

// StringsOf reads the section of a pool.
func StringsOf(section string) Strings {
	if len(section) < 8 {
		return Strings{}
	}
	n := int(Numbers(section).At(0))
	head := 4 * (n + 2)
	return Strings{Numbers(section[4:head]), section[head:]}
}

// At is the string kept under a number.
func (s Strings) At(id uint32) string {
	return s.text[s.offsets.At(int(id)):s.offsets.At(int(id)+1)]
}

// A Writer writes records: numbers in as few bytes as they need, strings by
// their number in the pool.
type Writer struct {
	Pool  *Pool
	Bytes []byte
}

// Uint writes a number.
func (w *Writer) Uint(n uint64) { w.Bytes = binary.AppendUvarint(w.Bytes, n) }

// Int writes a number that may be negative.
func (w *Writer) Int(n int64) { w.Bytes = binary.AppendVarint(w.Bytes, n) }

// Float writes a number with decimals.
func (w *Writer) Float(n float64) {
	w.Bytes = binary.LittleEndian.AppendUint64(w.Bytes, math.Float64bits(n))
}

// String writes a string.
func (w *Writer) String(s string) { w.Uint(uint64(w.Pool.ID(s))) }

// Strings writes a list of strings.
func (w *Writer) Strings(list []string) {
	w.Uint(uint64(len(list)))
	for _, s := range list {
		w.String(s)
	}
}

// A Reader reads what a Writer wrote, in the same order.
type Reader struct {
	Strings Strings
	data    string
}

// NewReader reads a record from its beginning on.
func NewReader(strings Strings, record string) *Reader { return &Reader{strings, record} }

// Uint reads a number.
func (r *Reader) Uint() uint64 {
	var n uint64
	for i := 0; ; i++ {
		c := r.data[i]
		n |= uint64(c&0x7f) << (7 * i)
		if c < 0x80 {
			r.data = r.data[i+1:]
			return n
		}
	}
}

// Int reads a number that may be negative.
func (r *Reader) Int() int64 {
	n := r.Uint()
	if n&1 != 0 {
		return ^int64(n >> 1)
	}
	return int64(n >> 1)
}

// Float reads a number with decimals.
func (r *Reader) Float() float64 {
	n := math.Float64frombits(uint64At(r.data, 0))
	r.data = r.data[8:]
	return n
}

// String reads a string, which is part of the file.
func (r *Reader) String() string { return r.Strings.At(uint32(r.Uint())) }

// List reads a list of strings; nil when it is empty.
func (r *Reader) List() []string {
	n := r.Uint()
	if n == 0 {
		return nil
	}
	out := make([]string, n)
	for i := range out {
		out[i] = r.String()
	}
	return out
}
