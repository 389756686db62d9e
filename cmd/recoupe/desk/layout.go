package desk

import (
	"strings"

	"recoupe/checks/text"
)

// A layout is a story as its author sees it: what lines are counted in, where
// its remarks stand there, and its paragraphs.
type layout struct {
	raw        string
	remarks    []text.Remark // their spans are of raw
	paragraphs []paragraph
}

// A paragraph is a stretch of what the author sees, and of the text.
type paragraph struct{ seen, text text.Span }

// lay is the layout of a document.
func lay(doc *text.Document) layout {
	l := layout{raw: doc.Text, remarks: doc.Remarks}
	if len(l.remarks) == 0 {
		return l
	}
	for _, p := range doc.Paragraphs {
		l.paragraphs = append(l.paragraphs, paragraph{p.Span, p.Span})
	}
	return l
}

// place tells where in the text a finding about a mark is put, and which
// paragraph the mark covers.
func (l layout) place(mark text.Span) (at, covers text.Span) {
	covers = l.scope(mark)
	if covers.Empty() {
		covers = mark
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
