package text

import "sort"

// An Origin leads from a text back to the file that it was read from, where the
// file holds more than its words: markup, entities, markings of its own. Text
// between the pieces stands in no file.
type Origin struct {
	File   string // as decoded
	pieces []piece
}

// A piece of text that was read from a stretch of the file. Verbatim words stand
// there as they are read; others, such as an entity, are one with their stretch.
type piece struct {
	text, file Span
	verbatim   bool
}

// Add says that a stretch of text was read from a stretch of the file. Pieces
// are added in the order of the text.
func (o *Origin) Add(words, file Span, verbatim bool) {
	if words.Empty() {
		return
	}
	if n := len(o.pieces); n > 0 {
		last := &o.pieces[n-1]
		if last.text.End == words.Start && last.file.End == file.Start && last.verbatim && verbatim {
			last.text.End, last.file.End = words.End, file.End
			return
		}
	}
	o.pieces = append(o.pieces, piece{words, file, verbatim})
}

// at is the piece that an offset of the text lies in, or the last before it.
func (o *Origin) at(offset int) (piece, bool) {
	i := sort.Search(len(o.pieces), func(i int) bool { return o.pieces[i].text.Start > offset }) - 1
	if i < 0 {
		return piece{}, false
	}
	return o.pieces[i], true
}

// start is where in the file the words at an offset begin; what stands in no
// file is put behind what stands before it.
func (o *Origin) start(offset int) int {
	p, ok := o.at(offset)
	switch {
	case !ok:
		return 0
	case offset >= p.text.End:
		return p.file.End
	case p.verbatim:
		return p.file.Start + offset - p.text.Start
	}
	return p.file.Start
}

// end is where in the file the words before an offset end.
func (o *Origin) end(offset int) int {
	p, ok := o.at(offset - 1)
	switch {
	case !ok:
		return 0
	case offset < p.text.End && p.verbatim:
		return p.file.Start + offset - p.text.Start
	}
	return p.file.End
}

// Verbatim reports whether the words of a span stand in the file as they are
// read, so that putting other words in their place changes nothing else.
func (d *Document) Verbatim(s Span) bool {
	if d.Origin == nil {
		return true
	}
	p, ok := d.Origin.at(s.Start)
	return ok && p.verbatim && p.text.Contains(s)
}

// Through is the origin in an outer file of words that were read from a text
// which was itself read from that file.
func (o *Origin) Through(outer *Origin) *Origin {
	out := &Origin{File: outer.File}
	for _, p := range o.pieces {
		if !p.verbatim {
			out.Add(p.text, Span{outer.start(p.file.Start), outer.end(p.file.End)}, false)
			continue
		}
		for at := p.file.Start; at < p.file.End; {
			q, ok := outer.at(at)
			if !ok || at >= q.text.End {
				at++ // stands in no file
				continue
			}
			part := Span{at, min(p.file.End, q.text.End)}
			words := Span{p.text.Start + part.Start - p.file.Start, p.text.Start + part.End - p.file.Start}
			if q.verbatim {
				from := q.file.Start + part.Start - q.text.Start
				out.Add(words, Span{from, from + part.End - part.Start}, true)
			} else {
				out.Add(words, q.file, false)
			}
			at = part.End
		}
	}
	return out
}
