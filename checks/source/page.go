package source

import (
	"strings"
	"unicode"

	"recoupe/checks/text"
)

// A page is a story being put together from a file of markup: its words, block
// by block, each with the place that it was read from.
type page struct {
	src    string // the decoded file; what is no prose may be blanked out
	words  strings.Builder
	origin text.Origin
	blocks []block
	begun  int // where the open block begins in words
}

// A block is a paragraph with what the markup says it is.
type block struct {
	text.Paragraph
	fixed bool // its role is told by the markup, and needs no guessing

	// In HTML alone.
	tag    string // of the element
	kind   kind
	region int // that it lies in
	linked int // bytes in links
}

func newPage(src string) *page {
	return &page{src: src, origin: text.Origin{File: src}}
}

// copy reads words as they stand in the file. A run of white space is one blank,
// or one line end where it holds any.
func (p *page) copy(from, to int) {
	for from < to {
		end := from
		for end < to && !isBlank(p.src[end]) {
			end++
		}
		p.put(p.src[from:end], from, end)
		for from = end; end < to && isBlank(p.src[end]); end++ {
		}
		p.blank(from, end)
		from = end
	}
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' }

// blank reads a run of white space; one that follows another adds nothing.
func (p *page) blank(from, to int) {
	if from >= to || p.spaced() {
		return
	}
	switch {
	case to-from == 1:
		p.put(p.src[from:to], from, to)
	case strings.ContainsAny(p.src[from:to], "\n\r"):
		p.put("\n", from, to)
	default:
		p.put(" ", from, to)
	}
}

// spaced reports whether the open block is empty or ends with a blank.
func (p *page) spaced() bool {
	s := p.words.String()
	return len(s) == p.begun || isBlank(s[len(s)-1])
}

// put reads words from a stretch that says them in other bytes.
func (p *page) put(words string, from, to int) {
	at := p.words.Len()
	p.words.WriteString(words)
	p.origin.Add(text.Span{Start: at, End: p.words.Len()}, text.Span{Start: from, End: to}, words == p.src[from:to])
}

// comment reads a comment of the markup where it is one for the desk.
func (p *page) comment(from, to int) {
	if len(remarks(p.src[from:to])) > 0 {
		p.put(p.src[from:to], from, to)
	}
}

// lines reads plain text inside other markup: paragraphs parted by blank lines, or
// each a line where there are none.
func (p *page) lines(at, next int, role text.Role) {
	parted := strings.Contains(strings.ReplaceAll(strings.TrimSpace(p.src[at:next]), "\r", ""), "\n\n")
	for at < next {
		l, after := line(p.src[:next], at)
		if strings.TrimSpace(p.src[l.Start:l.End]) == "" || !parted {
			p.close(role, false)
		}
		p.unescape(l.Start, after, false)
		at = after
	}
	p.close(role, false)
}

// breakLine ends a line inside a block.
func (p *page) breakLine() {
	if !p.spaced() {
		p.words.WriteByte('\n')
	}
}

// close ends the block that is open, which is nothing when it holds no words.
func (p *page) close(role text.Role, fixed bool) {
	s := p.words.String()
	here := s[p.begun:]
	span := trimmed(withoutRemarks(here, remarks(here)), text.Span{End: len(here)})
	span.Start, span.End = span.Start+p.begun, span.End+p.begun
	if !span.Empty() {
		p.blocks = append(p.blocks, block{Paragraph: text.Paragraph{Span: span, Role: role}, fixed: fixed})
	}
	if len(s) > p.begun {
		p.words.WriteString("\n\n")
	}
	p.begun = p.words.Len()
}

func trimmed(s string, in text.Span) text.Span {
	skip := func(r rune) bool { return unicode.IsSpace(r) || r == '\ufeff' || r == 0 }
	left := strings.TrimLeftFunc(s[in.Start:in.End], skip)
	in.Start = in.End - len(left)
	in.End = in.Start + len(strings.TrimRightFunc(left, skip))
	return in
}

// document is the page as a story of its name.
func (p *page) document(name string) *text.Document {
	p.close(text.Body, false)
	d := &text.Document{Name: name, Text: p.words.String(), Origin: &p.origin}
	d.Fields = []text.Field{{Name: "text", Span: text.Span{End: len(d.Text)}}}
	settle(d, p.blocks)
	remark(d, d.Text, 0, remarks(d.Text))
	return d
}

// settle gives a document its paragraphs. Headings before the first prose are
// headlines, those after it crossheads; where the markup tells no headline, they
// are guessed as in plain text.
func settle(d *text.Document, blocks []block) {
	prose, told := false, false
	for _, b := range blocks {
		switch {
		case b.Role == text.Headline && prose:
			b.Role = text.Crosshead
		case b.Role == text.Headline:
			told = true
		case b.Role == text.Body:
			prose = true
		}
		d.Paragraphs = append(d.Paragraphs, b.Paragraph)
	}
	if !told {
		text.Roles(d.Text, d.Paragraphs, func(i int) bool { return blocks[i].fixed })
	}
}
