// Package compiled is the flat file that a book is kept in when it has to open
// in an instant: named sections of bytes, used in place, with a version and a
// checksum in front; and what is common to sections: strings, numbers, records,
// and the table that finds phrases. It takes and gives bytes. It must not know
// what a book holds, and knows no files.
package compiled

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
)

// Version is that of the format and of the records in it, to be raised when either
// changes: a file of another one is refused, and made anew.
const Version = 7

const (
	magic    = "recoupe\x00"
	headSize = 8 + 4 + 4 + 8 + 4 + 4 // magic, version, checksum, length, sections, length of the key
	dirSize  = 16 + 8 + 8            // name, offset, length
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// A Builder gathers the sections of a file.
type Builder struct {
	names    []string
	sections [][]byte
}

// Add adds a section. Its name has at most 16 bytes.
func (b *Builder) Add(name string, section []byte) {
	if len(name) > 16 {
		panic("compiled: section name " + name)
	}
	b.names, b.sections = append(b.names, name), append(b.sections, section)
}

// Bytes is the file. The key says what it was made of.
func (b *Builder) Bytes(key string) []byte {
	out := make([]byte, headSize+pad(len(key))+dirSize*len(b.names))
	copy(out, magic)
	binary.LittleEndian.PutUint32(out[8:], Version)
	binary.LittleEndian.PutUint32(out[24:], uint32(len(b.names)))
	binary.LittleEndian.PutUint32(out[28:], uint32(len(key)))
	copy(out[headSize:], key)
	dir := headSize + pad(len(key))
	for i, s := range b.sections {
		entry := out[dir+i*dirSize:]
		copy(entry, b.names[i])
		binary.LittleEndian.PutUint64(entry[16:], uint64(len(out)))
		binary.LittleEndian.PutUint64(entry[24:], uint64(len(s)))
		out = append(out, s...)
		out = append(out, make([]byte, pad(len(out))-len(out))...)
	}
	binary.LittleEndian.PutUint64(out[16:], uint64(len(out)))
	binary.LittleEndian.PutUint32(out[12:], crc32.Checksum(out[16:], castagnoli))
	return out
}

// pad rounds up to the next multiple of eight: numbers lie where they can be
// loaded at once.
func pad(n int) int { return (n + 7) &^ 7 }

// A File is a compiled file that was found whole.
type File struct {
	Key      string // what it was made of
	sections map[string]string
}

// Reasons for which a file is refused.
var (
	ErrFormat  = errors.New("no compiled book")
	ErrVersion = errors.New("compiled by another version")
	ErrDamaged = errors.New("cut or damaged")
)

// Open reads a file in place: its strings are parts of data. A file that is cut,
// damaged or of another version is refused.
func Open(data string) (*File, error) {
	if len(data) < headSize || data[:len(magic)] != magic {
		return nil, ErrFormat
	}
	if v := uint32At(data, 8); v != Version {
		return nil, fmt.Errorf("%w: %d, this is %d", ErrVersion, v, Version)
	}
	if uint64At(data, 16) != uint64(len(data)) || uint32At(data, 12) != checksum(data[16:]) {
		return nil, ErrDamaged
	}
	return sections(data)
}

// OpenOwn is Open for a file that is part of the program: it is as whole as the
// program is, and only what is used of it is read at all.
func OpenOwn(data string) (*File, error) {
	if len(data) < headSize || data[:len(magic)] != magic {
		return nil, ErrFormat
	}
	if v := uint32At(data, 8); v != Version {
		return nil, fmt.Errorf("%w: %d, this is %d", ErrVersion, v, Version)
	}
	return sections(data)
}

// sections finds the sections of a file.
func sections(data string) (*File, error) {
	n, key := int(uint32At(data, 24)), int(uint32At(data, 28))
	dir := headSize + pad(key)
	if n > len(data)/dirSize || dir > len(data) || dir+n*dirSize > len(data) {
		return nil, ErrDamaged
	}
	f := &File{data[headSize : headSize+key], make(map[string]string, n)}
	for i := range n {
		entry := data[dir+i*dirSize:]
		name := entry[:16]
		for len(name) > 0 && name[len(name)-1] == 0 {
			name = name[:len(name)-1]
		}
		at, size := uint64At(entry, 16), uint64At(entry, 24)
		if at > uint64(len(data)) || size > uint64(len(data))-at {
			return nil, ErrDamaged
		}
		f.sections[name] = data[at : at+size]
	}
	return f, nil
}

// Section is a section's bytes; empty when there is none of the name.
func (f *File) Section(name string) string { return f.sections[name] }

// checksum is that of a string, which is not copied whole.
func checksum(s string) uint32 {
	sum, buf := uint32(0), make([]byte, 1<<15)
	for s != "" {
		n := copy(buf, s)
		sum = crc32.Update(sum, castagnoli, buf[:n])
		s = s[n:]
	}
	return sum
}

// uint32At is the number that begins at a byte.
func uint32At(s string, at int) uint32 {
	s = s[at : at+4]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// uint64At is the number that begins at a byte.
func uint64At(s string, at int) uint64 {
	s = s[at : at+8]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}
