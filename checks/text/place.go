package text

import (
	"sort"
	"sync"
	"unicode/utf16"
	"unicode/utf8"
)

// A Place says where an offset lies inside its field, in each unit that
// terminals, editors and report formats count in.
type Place struct {
	Field string
	Byte  int // from 0, inside the field
	Line  int // from 1
	Rune  int // column in characters, from 1
	UTF16 int // column in UTF-16 units, from 1
	UTF8  int // column in bytes, from 1

	Part      string // of a container; empty elsewhere
	Paragraph int    // of that part, from 1; 0 elsewhere
}

// Place is the only counter of lines: it finds the place of a byte offset.
// Lines end at LF, CRLF or a lone CR.
func (d *Document) Place(offset int) Place {
	in := offset
	if d.Origin != nil {
		in = d.Origin.start(offset)
	}
	return d.place(offset, in)
}

// End is the place where the words before an offset end: the end of a span whose
// Start is the place of its first byte.
func (d *Document) End(offset int) Place {
	in := offset
	if d.Origin != nil {
		in = d.Origin.end(offset)
	}
	return d.place(max(offset-1, 0), in)
}

// place is the place of an offset of what lines are counted in, for one of the text.
func (d *Document) place(offset, in int) Place {
	src, fields := d.counted()
	field := fieldAt(fields, in)
	if d.Origin == nil {
		field = fieldAt(fields, offset)
	}
	in = min(max(in, field.Start), field.End)
	d.places.once.Do(func() { d.places.steps = survey(src, fields) })
	steps := d.places.steps
	i := sort.Search(len(steps), func(i int) bool { return steps[i].at > in }) - 1
	c := counter{at: field.Start, from: field.Start, line: 1, rune: 1, utf16: 1}
	if i >= 0 && steps[i].at > field.Start {
		c = steps[i]
	}
	c.walk(src, in)
	at := Place{Field: field.Name, Byte: in - field.Start, Line: c.line, Rune: c.rune, UTF16: c.utf16, UTF8: in - c.from + 1}
	if i := sort.Search(len(d.Paragraphs), func(i int) bool { return d.Paragraphs[i].Start > offset }) - 1; i >= 0 {
		at.Part, at.Paragraph = d.Paragraphs[i].Part, d.Paragraphs[i].Number
	}
	return at
}

// counted is what lines are counted in: the file where it is known, else the text.
func (d *Document) counted() (string, []Field) {
	if d.Origin != nil {
		return d.Origin.File, []Field{{"text", Span{0, len(d.Origin.File)}}}
	}
	return d.Text, d.fields()
}

// places remembers the count at every few thousand bytes, so that many places
// of a long story, or of a line without end, cost no more than one walk over it.
type places struct {
	once  sync.Once
	steps []counter
}

// stride is the number of bytes between two remembered counts.
const stride = 4096

// survey counts through each field once.
func survey(src string, fields []Field) []counter {
	var out []counter
	for _, f := range fields {
		c := counter{at: f.Start, from: f.Start, line: 1, rune: 1, utf16: 1}
		for c.at+stride < f.End {
			next := c.at + stride
			for next < f.End && !utf8.RuneStart(src[next]) {
				next++
			}
			c.walk(src, next)
			out = append(out, c)
		}
	}
	return out
}

// A counter counts lines and columns up to an offset; its line begins at from.
type counter struct{ at, from, line, rune, utf16 int }

func (c *counter) walk(s string, to int) {
	for c.at < to {
		b := s[c.at]
		switch {
		case b == '\n', b == '\r' && (c.at+1 == len(s) || s[c.at+1] != '\n'):
			c.at++
			c.from, c.line, c.rune, c.utf16 = c.at, c.line+1, 1, 1
		case b < utf8.RuneSelf:
			c.at++
			c.rune++
			c.utf16++
		default:
			r, n := utf8.DecodeRuneInString(s[c.at:to])
			c.at += n
			c.rune++
			c.utf16 += max(utf16.RuneLen(r), 1)
		}
	}
}

// Line returns the span of the line that an offset lies in, without its end.
func (d *Document) Line(offset int) Span { return d.Around(offset, len(d.Text)) }

// Around returns what the line of an offset holds within so many bytes of it on
// both sides, from character to character.
func (d *Document) Around(offset, reach int) Span {
	field := d.fieldAt(offset)
	offset = min(max(offset, field.Start), field.End)
	s := Span{offset, offset}
	for s.Start > field.Start && offset-s.Start < reach && !isBreak(d.Text[s.Start-1]) {
		s.Start--
	}
	for s.End < field.End && s.End-offset < reach && !isBreak(d.Text[s.End]) {
		s.End++
	}
	for s.Start < offset && !utf8.RuneStart(d.Text[s.Start]) {
		s.Start++
	}
	for s.End > offset && s.End < field.End && !utf8.RuneStart(d.Text[s.End]) {
		s.End--
	}
	return s
}

// AtLineStart reports whether a line begins at an offset.
func (d *Document) AtLineStart(offset int) bool {
	return offset <= d.fieldAt(offset).Start || isBreak(d.Text[offset-1])
}

// AtLineEnd reports whether a line ends at an offset.
func (d *Document) AtLineEnd(offset int) bool {
	return offset >= d.fieldAt(offset).End || isBreak(d.Text[offset])
}

// NextLine is where the line after one that ends at an offset begins; the offset
// itself when it ends no line.
func (d *Document) NextLine(end int) int {
	switch {
	case end >= d.fieldAt(end).End:
	case d.Text[end] == '\r' && end+1 < len(d.Text) && d.Text[end+1] == '\n':
		return end + 2
	case isBreak(d.Text[end]):
		return end + 1
	}
	return end
}

func isBreak(c byte) bool { return c == '\n' || c == '\r' }

// fields are the document's fields; one over all of it where it declares none.
func (d *Document) fields() []Field {
	if len(d.Fields) == 0 {
		return []Field{{"text", Span{0, len(d.Text)}}}
	}
	return d.Fields
}

// fieldAt is the last field that starts at or before an offset.
func (d *Document) fieldAt(offset int) Field { return fieldAt(d.fields(), offset) }

func fieldAt(fields []Field, offset int) Field {
	i := sort.Search(len(fields), func(i int) bool { return fields[i].Start > offset })
	return fields[max(i-1, 0)]
}
