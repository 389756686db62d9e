package desk

import (
	"strings"

	"recoupe/checks/text"
)

// A layout is a story as its author sees it: what lines are counted in, where
// its remarks stand there, and its paragraphs.
type layout struct {
	raw        string
	markup     bool
	remarks    []text.Remark // their spans are of raw
	paragraphs []paragraph
}

// A paragraph is a stretch of what the author sees, and of the text.
type paragraph struct{ seen, text text.Span }

// lay is the layout of a document. In a file of markup the remarks are its
// comments, which are no part of the text.
func lay(doc *text.Document) layout {
	l := layout{raw: doc.Text, remarks: doc.Remarks}
	markup := doc.Origin != nil && doc.Origin.File != ""
	if markup {
		l.raw, l.remarks, l.markup = doc.Origin.File, comments(doc.Origin.File), true
	}
	if len(l.remarks) == 0 {
		return l
	}
	for _, p := range doc.Paragraphs {
		seen := p.Span
		if markup {
			seen = text.Span{Start: doc.Place(p.Start).Byte, End: doc.End(p.End).Byte}
		}
		l.paragraphs = append(l.paragraphs, paragraph{seen, p.Span})
	}
	return l
}

// comments are those of a file of markup that may be marks.
func comments(file string) (out []text.Remark) {
	const open, shut = "<!--", "-->"
	for at := 0; ; {
		i := strings.Index(file[at:], open)
		if i < 0 {
			return out
		}
		start := at + i
		n := strings.Index(file[start+len(open):], shut)
		if n < 0 {
			return out
		}
		words := strings.TrimSpace(file[start+len(open) : start+len(open)+n])
		at = start + len(open) + n + len(shut)
		if _, ok := stet(words); ok {
			out = append(out, text.Remark{Span: text.Span{Start: start, End: at}, Words: words})
		}
	}
}

// place tells where in the text a finding about a mark is put, and which
// paragraph the mark covers: a comment, which is no part of the text, is told at
// its paragraph.
func (l layout) place(mark text.Span) (at, covers text.Span) {
	covers = l.scope(mark)
	switch {
	case l.markup:
		return covers, covers
	case covers.Empty():
		return mark, mark
	}
	return mark, covers
}

// scope is the paragraph that a mark covers: the one on its line; of a mark on a
// line of its own, the one that it touches, below rather than above, else the
// next.
func (l layout) scope(mark text.Span) text.Span {
	var above, below *paragraph
	for i := range l.paragraphs {
		p := &l.paragraphs[i]
		before, after := p.seen.End <= mark.Start, mark.End <= p.seen.Start
		if p.seen.Touches(mark) || before && l.breaks(p.seen.End, mark.Start) == 0 || after && l.breaks(mark.End, p.seen.Start) == 0 {
			return p.text
		}
		switch {
		case before:
			above = p
		case below == nil:
			below = p
		}
	}
	switch {
	case below != nil && l.breaks(mark.End, below.seen.Start) == 1:
		return below.text
	case above != nil && (below == nil || l.breaks(above.seen.End, mark.Start) == 1):
		return above.text
	case below != nil:
		return below.text
	}
	return text.Span{}
}

// breaks counts the line ends between two places, those of lines that hold
// nothing but remarks apart.
func (l layout) breaks(from, to int) int {
	n, at := 0, from
	for _, r := range l.remarks {
		if r.Start < at || r.End > to {
			continue
		}
		n += lineEnds(l.raw[at:r.Start])
		if at = r.End; strings.TrimLeft(l.raw[lineStart(l.raw, r.Start):r.Start], " \t") == "" {
			n--
		}
	}
	return max(n+lineEnds(l.raw[at:to]), 0)
}

func lineStart(s string, at int) int { return strings.LastIndexAny(s[:at], "\r\n") + 1 }

func lineEnds(s string) int {
	return strings.Count(s, "\n") + strings.Count(s, "\r") - strings.Count(s, "\r\n")
}
