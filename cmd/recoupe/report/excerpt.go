package report

import (
	"fmt"
	"slices"
	"strings"

	"recoupe/checks/text"
)

// A marked stretch stands out in an excerpt.
type marked struct {
	text.Span
	role Role
	sign string // that underlines it
}

func strong(s text.Span) marked { return marked{s, Fault, "━"} }
func light(s text.Span) marked  { return marked{s, Subject, "─"} }

// reach is how far around a mark a long line is looked at, in bytes: all that the
// terminal can show, and no more of a line without end.
func (e excerpt) reach() int { return 4 * e.width }

// spread is the number of lines shown of a mark that runs over several.
const spread = 2

// An excerpt shows the lines of some marks, each underlined.
type excerpt struct {
	paint  Painter
	width  int // of the terminal
	gutter int // digits of the line numbers
}

// write shows the marks of one finding in the order of the story. Marks of one
// line share a row when they fit.
func (e excerpt) write(b *strings.Builder, d *text.Document, marks []marked, label string) {
	var rows []stretch
	for _, m := range marks {
		rows = append(rows, e.stretches(d, m)...)
	}
	slices.SortStableFunc(rows, func(x, y stretch) int { return x.marks[0].Start - y.marks[0].Start })
	for i := 0; i < len(rows); i++ {
		s := rows[i]
		for i+1 < len(rows) && e.share(d, s, rows[i+1]) {
			i++
			s.marks = append(s.marks, rows[i].marks...)
			s.Span = s.Span.Join(rows[i].Span)
		}
		if i < len(rows)-1 {
			e.row(b, d, s, "")
		} else {
			e.row(b, d, s, label)
		}
	}
}

// A stretch is the part of a line around its marks.
type stretch struct {
	text.Span
	line  int
	marks []marked
}

// stretches cuts a mark into the lines that it runs over.
func (e excerpt) stretches(d *text.Document, m marked) []stretch {
	reach := e.reach()
	var out []stretch
	at := m.Start
	for len(out) < spread {
		around := d.Around(at, reach)
		part := m
		part.Start, part.End = at, min(m.End, around.End)
		if !part.Empty() {
			out = append(out, stretch{around, d.Place(at).Line, []marked{part}})
		}
		next := d.NextLine(around.End)
		if around.End >= m.End || next <= at || around.End-at >= reach {
			break
		}
		at = next
	}
	return out
}

// share reports whether two stretches of one line fit into one row.
func (e excerpt) share(d *text.Document, a, b stretch) bool {
	if a.line != b.line {
		return false
	}
	from, to := a.marks[0].Start, b.marks[len(b.marks)-1].End
	// Markup may put several paragraphs on a line.
	return to-from < e.reach() && from < to && !strings.ContainsAny(d.Text[from:to], "\r\n") && sum(cells(d.Text, text.Span{Start: from, End: to})) <= e.room()-2*ellipsis
}

// room is the number of columns for the story's words.
func (e excerpt) room() int { return max(e.width-e.gutter-4, 16) }

// ellipsis is the number of columns of "… ".
const ellipsis = 2

// row writes one line and its underlining, with a label after it.
func (e excerpt) row(b *strings.Builder, d *text.Document, s stretch, label string) {
	cs := cells(d.Text, s.Span)
	from, to := e.view(cs, s.marks)
	var words, signs canvas
	if from > 0 || !d.AtLineStart(s.Start) {
		words.add(Quiet, "… ")
		signs.add("", "  ")
	}
	for _, c := range cs[from:to] {
		m := markOf(s.marks, c.Span)
		words.add(m.role, c.shown)
		signs.add(m.role, strings.Repeat(m.sign, c.width))
	}
	if to < len(cs) || !d.AtLineEnd(s.End) {
		words.add(Quiet, " …")
	}
	fmt.Fprintf(b, "%s %s\n", e.margin(s.line), words.paint(e.paint))
	signs.trim()
	if label != "" && signs.width()+1+width(label) <= e.room() {
		signs.add("", " ")
		signs.add(Quiet, label)
		label = ""
	}
	fmt.Fprintf(b, "%s %s\n", e.margin(0), signs.paint(e.paint))
	if label != "" {
		for _, l := range wrap(label, e.room()) {
			fmt.Fprintf(b, "%s %s\n", e.margin(0), e.paint(Quiet, l))
		}
	}
}

// margin is the gutter with a line number, or without.
func (e excerpt) margin(line int) string {
	number := ""
	if line > 0 {
		number = fmt.Sprint(line)
	}
	return e.paint(Quiet, fmt.Sprintf(" %*s │", e.gutter, number))
}

// markOf is the mark that a cell belongs to; the rest of a line is quiet and
// underlined with blanks.
func markOf(marks []marked, c text.Span) marked {
	best := marked{c, Quiet, " "}
	for _, m := range marks {
		if m.Touches(c) && (best.sign == " " || m.role == Fault) {
			best = m
		}
	}
	return best
}

// view chooses the cells to show: all when they fit, else the marks with as much
// on both sides as there is room for, from word to word.
func (e excerpt) view(cs []cell, marks []marked) (from, to int) {
	if sum(cs) <= e.room()-2*ellipsis {
		return 0, len(cs)
	}
	room := e.room() - 2*ellipsis
	first, last := covered(cs, marks)
	if faults := slices.DeleteFunc(slices.Clone(marks), func(m marked) bool { return m.role != Fault }); sum(cs[first:last]) > room && len(faults) > 0 {
		first, last = covered(cs, faults)
	}
	left := room - sum(cs[first:last])
	if left < 0 {
		to = first + fit(cs[first:], room)
		if words := wordEnd(cs, first, to); words > first {
			to = words
		}
		return first, to
	}
	before := min(sum(cs[:first]), max(left/2, left-sum(cs[last:])))
	from = first - fitBack(cs[:first], before)
	to = last + fit(cs[last:], left-before)
	for from > 0 && from < first && cs[from-1].shown != " " {
		from++
	}
	to = wordEnd(cs, last, to)
	for from < first && cs[from].shown == " " {
		from++
	}
	return from, to
}

// covered are the cells from the first mark to the last.
func covered(cs []cell, marks []marked) (first, last int) {
	first = len(cs)
	for i, c := range cs {
		if slices.ContainsFunc(marks, func(m marked) bool { return m.Touches(c.Span) }) {
			first, last = min(first, i), i+1
		}
	}
	return min(first, last), last
}

// wordEnd moves the end of a view back to where a word ends, not beyond least.
func wordEnd(cs []cell, least, to int) int {
	for to < len(cs) && to > least && cs[to].shown != " " {
		to--
	}
	for to > least && cs[to-1].shown == " " {
		to--
	}
	return to
}

func sum(cs []cell) (n int) {
	for _, c := range cs {
		n += c.width
	}
	return n
}

// fit is how many of the first cells fit into so many columns.
func fit(cs []cell, columns int) int {
	for i, c := range cs {
		if columns -= c.width; columns < 0 {
			return i
		}
	}
	return len(cs)
}

// fitBack is how many of the last cells fit.
func fitBack(cs []cell, columns int) int {
	for i := len(cs) - 1; i >= 0; i-- {
		if columns -= cs[i].width; columns < 0 {
			return len(cs) - 1 - i
		}
	}
	return len(cs)
}

// A canvas is a line of words with their roles.
type canvas []brush

type brush struct {
	role  Role
	words string
}

func (c *canvas) add(r Role, words string) {
	if n := len(*c); n > 0 && (*c)[n-1].role == r {
		(*c)[n-1].words += words
		return
	}
	*c = append(*c, brush{r, words})
}

// trim drops the blanks at the end.
func (c *canvas) trim() {
	for n := len(*c); n > 0; n-- {
		if (*c)[n-1].words = strings.TrimRight((*c)[n-1].words, " "); (*c)[n-1].words != "" {
			return
		}
		*c = (*c)[:n-1]
	}
}

func (c canvas) width() (n int) {
	for _, b := range c {
		n += width(b.words)
	}
	return n
}

func (c canvas) paint(p Painter) string {
	var out strings.Builder
	for _, b := range c {
		if strings.TrimSpace(b.words) == "" {
			out.WriteString(b.words)
		} else {
			out.WriteString(p(b.role, b.words))
		}
	}
	return out.String()
}
