package report

import (
	"fmt"
	"slices"
	"strings"

	"recoupe/checks"
	"recoupe/checks/text"
)

// A marker keeps which words of a story are to be marked. Marks may overlap; the
// page shows the weightiest of them, and keeps an anchor for each.
type marker struct {
	story    int
	document *text.Document
	strips   []strip
}

// A strip is a stretch of the story to be marked.
type strip struct {
	text.Span
	class string
	rank  int
	id    string // the anchor at its beginning; empty: none
	note  int    // the note that it leads to; 0: none
}

// Ranks of strips; a finding has the rank of its severity above them.
const (
	placeRank = iota + 1
	claimRank
	aboutRank
	findingRank
)

// A piece of a paragraph looks the same from end to end.
type piece struct {
	Words   string
	Class   string
	Anchors []string
	Note    int  // the note that it leads to; 0: none
	Last    bool // it ends its finding
}

func (m *marker) finding(note int, f checks.Finding) {
	m.strips = append(m.strips, strip{f.Span, "mark " + f.Severity.String(), findingRank + int(f.Severity), "", note})
	if !f.About.Empty() {
		m.strips = append(m.strips, strip{f.About, "about", aboutRank, "", 0})
	}
}

// evidence is the anchor of another place.
func (m *marker) evidence(s text.Span) string { return m.anchored(s, "place", placeRank) }

// claim is the anchor of a claim.
func (m *marker) claim(s text.Span, class string) string { return m.anchored(s, class, claimRank) }

func (m *marker) anchored(s text.Span, class string, rank int) string {
	id := fmt.Sprintf("s%d-%d", m.story, len(m.strips)+1)
	m.strips = append(m.strips, strip{s, class, rank, id, 0})
	return id
}

// pieces cuts a paragraph where a mark begins or ends.
func (m *marker) pieces(in text.Span) []piece {
	cuts := []int{in.Start, in.End}
	var here []strip
	for _, s := range m.strips {
		if !s.Touches(in) {
			continue
		}
		here = append(here, s)
		cuts = append(cuts, max(s.Start, in.Start), min(s.End, in.End))
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var out []piece
	for i := range len(cuts) - 1 {
		part := text.Span{Start: cuts[i], End: cuts[i+1]}
		p := piece{Words: typeset(m.document.Words(part))}
		best := strip{}
		for _, s := range here {
			if !s.Contains(part) {
				continue
			}
			if s.rank > best.rank || s.rank == best.rank && s.End-s.Start < best.End-best.Start {
				best = s
			}
			if part.Start == max(s.Start, in.Start) && s.Start >= in.Start {
				if s.id != "" {
					p.Anchors = append(p.Anchors, s.id)
				}
				if s.note > 0 {
					p.Anchors = append(p.Anchors, fmt.Sprintf("m%d", s.note))
				}
			}
		}
		p.Class, p.Note = best.class, best.note
		out = append(out, p)
	}
	ended := map[int]bool{}
	for i := len(out) - 1; i >= 0; i-- {
		out[i].Last = out[i].Note > 0 && !ended[out[i].Note]
		ended[out[i].Note] = true
	}
	return out
}

// typeset makes words safe to show, and keeps the signs that French sets apart
// from falling to the next line.
func typeset(s string) string { return apart.Replace(clean(s)) }

var apart = strings.NewReplacer("« ", "«\u00a0", " »", "\u00a0»", " :", "\u00a0:", " ;", "\u202f;", " ?", "\u202f?", " !", "\u202f!", " %", "\u202f%")
