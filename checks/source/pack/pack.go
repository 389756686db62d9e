// Package pack opens office documents, DOCX and ODT: a zip of XML parts. It reads
// their paragraphs, each run of words with the bytes of the part that it stands
// in, and writes a document back with other bytes in some places and every other
// byte as it was. It must not know stories, roles of a newsroom, or what is read
// in the words.
package pack

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// A Kind is what a document's styles say of a paragraph.
type Kind uint8

// Kinds of paragraphs.
const (
	Prose    Kind = iota
	Heading       // of any level, and titles
	Subtitle      // below a title
	Item          // of a list, or a cell of a table
	Caption       // of a picture
	Note          // at the foot of a page, or the end
)

// A Paragraph is one of a part's, with its words in the order of the part.
type Paragraph struct {
	Part   string
	Number int // of the part's paragraphs that are shown, from 1, with those that hold no words
	Kind   Kind
	Runs   []Run
}

// A Run is a stretch of words and the bytes of the part that say them. Verbatim
// words stand there as they are.
type Run struct {
	Words      string
	Start, End int
	Verbatim   bool
}

// Words are the words of a paragraph.
func (p Paragraph) Words() string {
	var out strings.Builder
	for _, r := range p.Runs {
		out.WriteString(r.Words)
	}
	return out.String()
}

// At is where in the part the words at an offset of the paragraph begin, and
// reports whether an edit can stand there: between two characters of words.
func (p Paragraph) At(offset int) (at int, ok bool) {
	for _, r := range p.Runs {
		if offset < len(r.Words) {
			if r.Verbatim {
				return r.Start + offset, true
			}
			return r.Start, offset == 0
		}
		if offset -= len(r.Words); offset == 0 {
			at, ok = r.End, true
		}
	}
	return at, ok
}

// A File is an office document as opened.
type File struct {
	Paragraphs          []Paragraph
	Title, Author, Date string // as its properties tell; the date is that of publication
	Lang                string // of its default style

	raw []byte
	zip *zip.Reader
}

// PartMax is the size that a part may unpack to, in bytes.
const PartMax = 64 << 20

// Open reads a document from the bytes of its file.
func Open(raw []byte) (*File, error) {
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, errors.New("the document is broken: its zip can't be opened")
	}
	for _, f := range z.File {
		if strings.Contains(f.Name, "..") || strings.HasPrefix(f.Name, "/") || strings.Contains(f.Name, `\`) {
			return nil, fmt.Errorf("the document holds a part named %q, which leads out of it", f.Name)
		}
	}
	f := &File{raw: raw, zip: z}
	switch {
	case f.has("word/document.xml"):
		err = f.readWord()
	case f.has("content.xml"):
		err = f.readOpen()
	default:
		return nil, errors.New("this is a zip, but neither .docx nor .odt")
	}
	if err != nil {
		return nil, err
	}
	return f, nil
}

func (f *File) entry(name string) *zip.File {
	i := slices.IndexFunc(f.zip.File, func(e *zip.File) bool { return e.Name == name })
	if i < 0 {
		return nil
	}
	return f.zip.File[i]
}

func (f *File) has(name string) bool { return f.entry(name) != nil }

// Part is the bytes of a part, none where the document has no such part.
func (f *File) Part(name string) ([]byte, error) {
	e := f.entry(name)
	if e == nil {
		return nil, nil
	}
	r, err := e.Open()
	if err != nil {
		return nil, fmt.Errorf("the part %s of the document can't be opened: %w", name, err)
	}
	defer r.Close()
	b, err := io.ReadAll(io.LimitReader(r, PartMax+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("the part %s of the document is broken: %w", name, err)
	case len(b) > PartMax:
		return nil, fmt.Errorf("the part %s of the document unpacks to more than %d MB", name, PartMax>>20)
	}
	return b, nil
}

// An Edit puts other bytes in the place of a stretch of a part.
type Edit struct {
	Part       string
	Start, End int
	Bytes      string
}

// Write writes the document with some edits, which must not overlap. Without any
// it is the file as it was; with them every other part is, packed as before.
func (f *File) Write(w io.Writer, edits []Edit) error {
	if len(edits) == 0 {
		_, err := w.Write(f.raw)
		return err
	}
	z := zip.NewWriter(w)
	for _, e := range f.zip.File {
		var here []Edit
		for _, d := range edits {
			if d.Part == e.Name {
				here = append(here, d)
			}
		}
		if len(here) == 0 {
			if err := z.Copy(e); err != nil {
				return err
			}
			continue
		}
		if err := f.rewrite(z, e, here); err != nil {
			return err
		}
	}
	return z.Close()
}

// rewrite packs a part anew with its edits.
func (f *File) rewrite(z *zip.Writer, e *zip.File, edits []Edit) error {
	b, err := f.Part(e.Name)
	if err != nil {
		return err
	}
	slices.SortStableFunc(edits, func(a, b Edit) int { return a.Start - b.Start })
	out, err := z.CreateHeader(&zip.FileHeader{Name: e.Name, Method: e.Method, Modified: e.Modified, ExternalAttrs: e.ExternalAttrs})
	if err != nil {
		return err
	}
	at := 0
	for _, d := range edits {
		if d.Start < at || d.End < d.Start || d.End > len(b) {
			return fmt.Errorf("an edit of %s at %d overlaps another, or the end", e.Name, d.Start)
		}
		if _, err := io.WriteString(out, string(b[at:d.Start])+d.Bytes); err != nil {
			return err
		}
		at = d.End
	}
	_, err = out.Write(b[at:])
	return err
}
