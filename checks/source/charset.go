package source

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// Notes on how bytes were read. Latin-1 is read as Windows-1252, which holds it.
const (
	noteUTF16   = "read as UTF-16"
	noteWindows = "not UTF-8; read as Windows-1252"
	noteBroken  = "broken UTF-8; each wrong byte is read as U+FFFD"
)

var (
	bomUTF8  = []byte{0xef, 0xbb, 0xbf}
	bomBig   = []byte{0xfe, 0xff}
	bomSmall = []byte{0xff, 0xfe}
)

// decode turns the bytes of a file into text without its byte order mark, and
// says what it had to assume.
func decode(raw []byte) (s, note string) {
	switch {
	case bytes.HasPrefix(raw, bomUTF8):
		raw = raw[len(bomUTF8):]
	case bytes.HasPrefix(raw, bomBig), bytes.HasPrefix(raw, bomSmall):
		// The decoder replaces what it can't read and never fails.
		out, _ := unicode.UTF16(unicode.BigEndian, unicode.ExpectBOM).NewDecoder().Bytes(raw)
		return string(out), noteUTF16
	}
	if order, ok := unmarked(raw); ok {
		out, _ := unicode.UTF16(order, unicode.IgnoreBOM).NewDecoder().Bytes(raw)
		return string(out), noteUTF16
	}
	return decodeBytes(raw)
}

// unmarked reports whether bytes without a byte order mark are UTF-16: in the
// languages of news most of its characters have one byte of zero, and always
// on the same side.
func unmarked(raw []byte) (order unicode.Endianness, ok bool) {
	var zero [2]int
	for i, b := range raw[:min(len(raw), 4096)] {
		if b == 0 {
			zero[i%2]++
		}
	}
	most := min(len(raw), 4096) / 2
	switch {
	case most == 0 || len(raw)%2 == 1:
		return order, false
	case zero[0]*10 > most*7 && zero[1] == 0:
		return unicode.BigEndian, true
	case zero[1]*10 > most*7 && zero[0] == 0:
		return unicode.LittleEndian, true
	}
	return order, false
}

// decodeBytes is decode for bytes known to bear no mark.
func decodeBytes(raw []byte) (s, note string) {
	if utf8.Valid(raw) {
		return string(raw), ""
	}
	if good, bad := countUTF8(raw); good > bad {
		return strings.ToValidUTF8(string(raw), "\ufffd"), noteBroken
	}
	out, _ := charmap.Windows1252.NewDecoder().Bytes(raw)
	return string(out), noteWindows
}

// countUTF8 counts the characters of several bytes and the bytes that belong to
// none: in a single-byte encoding accented letters are nearly all of the second
// kind, in cut or spliced UTF-8 of the first.
func countUTF8(raw []byte) (good, bad int) {
	for len(raw) > 0 {
		if raw[0] < utf8.RuneSelf {
			raw = raw[1:]
			continue
		}
		r, n := utf8.DecodeRune(raw)
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		raw = raw[n:]
	}
	return good, bad
}
