package source

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"iter"
	"strings"

	"recoupe/checks/source/pack"
	"recoupe/checks/text"
)

// readOffice opens an office document, whichever of the two kinds it is.
func readOffice(name string, r *bufio.Reader, o Options) iter.Seq[Story] {
	return func(yield func(Story) bool) {
		raw, err := io.ReadAll(io.LimitReader(r, o.max()+1))
		switch {
		case err != nil:
			yield(failed(name, 0, err.Error()))
		case int64(len(raw)) > o.max():
			yield(failed(name, 0, tooLarge(o.max())))
		default:
			yield(opened(name, string(raw), func(src string) (Story, error) { return openOffice(name, raw, o) }))
		}
	}
}

func openOffice(name string, raw []byte, o Options) (Story, error) {
	f, err := pack.Open(raw)
	if err != nil {
		return Story{}, &Error{0, err.Error()}
	}
	d := &text.Document{Name: name}
	var words strings.Builder
	var blocks []block
	for _, p := range f.Paragraphs {
		start := words.Len()
		for _, r := range p.Runs {
			words.WriteString(strings.ToValidUTF8(r.Words, "\ufffd"))
		}
		here := words.String()[start:]
		span := trimmed(withoutRemarks(here, remarks(here)), text.Span{End: len(here)})
		span.Start, span.End = span.Start+start, span.End+start
		if words.WriteString("\n"); span.Empty() || p.Kind == pack.Caption {
			continue
		}
		b := block{Paragraph: text.Paragraph{Span: span, Part: p.Part, Number: p.Number}, fixed: p.Kind != pack.Prose}
		switch p.Kind {
		case pack.Heading:
			b.Role = text.Headline
		case pack.Subtitle:
			b.Role = text.Standfirst
		}
		blocks = append(blocks, b)
	}
	d.Text = words.String()
	d.Fields = []text.Field{{Name: "text", Span: text.Span{End: len(d.Text)}}}
	settle(d, blocks)
	remark(d, d.Text, 0, remarks(d.Text))
	s := Story{Document: d}
	title := f.Title
	if p := d.Paragraphs; len(p) > 0 && p[0].Role == text.Headline {
		title = d.Words(p[0].Span)
	}
	o.declare(&s, "", f.Date, title)
	if d.Lang == "" {
		// The language of a document is more often that of its template than of its words.
		d.Lang = primary(f.Lang)
	}
	s.declareAuthor(f.Author)
	return s, nil
}

var zipHead = []byte("PK\x03\x04")

// looksLikeOpen reports whether bytes begin as an ODT does, whose first part
// says what it is.
func looksLikeOpen(head []byte) bool {
	return bytes.HasPrefix(head, zipHead) && bytes.Contains(head[:min(len(head), 200)], []byte("mimetypeapplication/vnd.oasis"))
}

// looksLikeZip reports whether bytes begin as a zip does, such as a DOCX.
func looksLikeZip(head []byte) bool { return bytes.HasPrefix(head, zipHead) }

// advice says what to do with a file that holds a story in a way that is not read.
func advice(is string) string {
	return fmt.Sprintf("this is %s; save it as .docx, .odt or plain text", is)
}
