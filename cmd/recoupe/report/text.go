package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"recoupe/checks"
	"recoupe/checks/text"
	"recoupe/rules"
)

// textual tells results to people, in a terminal.
type textual struct {
	w     io.Writer
	o     Options
	lang  *rules.Language // of the last lines: the first story's
	begun bool            // something was written
	tally
}

func newText(w io.Writer, o Options) Report {
	if o.Paint == nil {
		o.Paint = Plain
	}
	if o.Width <= 0 {
		o.Width = DefaultWidth
	}
	o.Width = max(o.Width, leastWidth)
	return &textual{w: w, o: o}
}

// Widths of the text report, in columns.
const (
	DefaultWidth = 80
	leastWidth   = 30
)

func (t *textual) Begin() error { return nil }

func (t *textual) Add(r checks.Result) error {
	lang := t.o.tongue(r)
	if t.lang == nil {
		t.lang = lang
	}
	t.tally.add(r)
	if r.Err != nil {
		return nil // told on standard error
	}
	var b strings.Builder
	shown := false
	for _, f := range r.Findings {
		if f.Severity < t.o.Show {
			t.hidden++
			continue
		}
		if t.begun {
			b.WriteByte('\n')
		}
		t.begun, shown = true, true
		t.finding(&b, r.Document, f, lang)
	}
	if shown {
		b.WriteString("\n" + t.dated(r, lang))
		t.dateTold = true
	} else if t.stories == 1 {
		t.date = t.dated(r, lang)
	}
	_, err := io.WriteString(t.w, b.String())
	return err
}

// finding tells one: the fault in one breath, the place, the words, the reasons,
// and help apart.
func (t *textual) finding(b *strings.Builder, d *text.Document, f checks.Finding, lang *rules.Language) {
	head := f.Severity.String() + "[" + f.Rule.ID + "]"
	lines := wrap(head+" "+clean(f.Message(lang)), t.o.Width-2)
	lines[0] = t.o.Paint(weight(f.Severity), head) + strings.TrimPrefix(lines[0], head)
	for i, l := range lines {
		if i > 0 {
			l = "  " + l
		}
		b.WriteString(l + "\n")
	}
	b.WriteString("  " + t.o.Paint(Place, clean(placeOf(d, f.Span.Start))) + "\n")

	e := excerpt{t.o.Paint, t.o.Width, gutter(d, f)}
	marks := []marked{strong(f.Span)}
	if !f.About.Empty() {
		marks = append(marks, light(f.About))
	}
	e.write(b, d, marks, clean(ownNote(f, lang)))
	t.places(b, e, d, f, lang)
	t.reasons(b, f, lang)
	t.folded(b, d, f, lang)
}

// places shows the other places of the story that are reasons; those of which the
// same is to be said together.
func (t *textual) places(b *strings.Builder, e excerpt, d *text.Document, f checks.Finding, lang *rules.Language) {
	var marks []marked
	var note string
	for _, ev := range f.Because {
		if ev.Fact != nil || ev.Rule != nil || ev.Span.Empty() || ev.Span == f.About || ev.Span == f.Span {
			continue
		}
		if n := clean(f.Note(lang, ev)); n != note && len(marks) > 0 {
			e.write(b, d, marks, note)
			marks = nil
		}
		marks, note = append(marks, light(ev.Span)), clean(f.Note(lang, ev))
	}
	if len(marks) > 0 {
		e.write(b, d, marks, note)
	}
}

// ownNote is what a reason says of the faulty words themselves.
func ownNote(f checks.Finding, lang *rules.Language) string {
	for _, e := range f.Because {
		if e.Fact == nil && e.Rule == nil && e.Span == f.Span {
			return f.Note(lang, e)
		}
	}
	return ""
}

// reasons lists the facts and the suggestions under their labels.
func (t *textual) reasons(b *strings.Builder, f checks.Finding, lang *rules.Language) {
	known, instead := lang.SayUI("known", nil), lang.SayUI("instead", nil)
	column := 2 + max(width(known), width(instead)) + 1
	item := func(label string, role Role, s string, after string) {
		indent := strings.Repeat(" ", column)
		for i, l := range wrap(clean(s), t.o.Width-column) {
			if i == 0 {
				l = "  " + t.o.Paint(Known, label) + strings.Repeat(" ", column-2-width(label)) + t.paint(role, l)
			} else {
				l = indent + t.paint(role, l)
			}
			b.WriteString(l + "\n")
		}
		if after != "" {
			for _, l := range wrap(clean(after), t.o.Width-column) {
				b.WriteString(indent + t.o.Paint(Quiet, l) + "\n")
			}
		}
	}
	for _, e := range f.Because {
		if e.Fact != nil {
			item(known, "", lang.SayFact(e.Fact), strings.Join(e.Fact.Sources, " · ")+" — "+e.Fact.Origin.String())
		}
	}
	if len(f.Suggestions) > 0 {
		item(instead, Known, strings.Join(f.Suggestions, lang.SayUI("or", nil)), "")
	}
}

// folded lists the findings that follow from this one, in one line each.
func (t *textual) folded(b *strings.Builder, d *text.Document, f checks.Finding, lang *rules.Language) {
	headed := false
	for _, e := range f.Because {
		if e.Rule == nil {
			continue
		}
		if !headed {
			b.WriteString("  " + t.o.Paint(Known, lang.SayUI("follows", nil)) + "\n")
			headed = true
		}
		at := d.Place(e.Span.Start)
		place := fmt.Sprintf("%d:%d", at.Line, at.Rune)
		note := clean(f.Note(lang, e))
		room := max(t.o.Width-4-len(place)-4-width(note), 12)
		fmt.Fprintf(b, "    %s  %s  %s\n", t.o.Paint(Place, place), cut(clean(d.Words(e.Span)), room), t.o.Paint(Quiet, note))
	}
}

func (t *textual) paint(r Role, words string) string {
	if r == "" {
		return words
	}
	return t.o.Paint(r, words)
}

// weight is the look of a severity.
func weight(s rules.Severity) Role {
	switch s {
	case rules.Error:
		return Fault
	case rules.Warning:
		return Subject
	}
	return Place
}

// placeOf is a place as editors and terminals jump to it.
func placeOf(d *text.Document, offset int) string {
	p := d.Place(offset)
	if p.Field == "text" {
		return fmt.Sprintf("%s:%d:%d", d.Name, p.Line, p.Rune)
	}
	return fmt.Sprintf("%s:%s:%d:%d", d.Name, p.Field, p.Line, p.Rune)
}

// gutter is the number of digits of the highest line that a finding shows.
func gutter(d *text.Document, f checks.Finding) int {
	offsets := []int{f.Span.End}
	if !f.About.Empty() {
		offsets = append(offsets, f.About.End)
	}
	for _, e := range f.Because {
		if e.Fact == nil {
			offsets = append(offsets, e.Span.End)
		}
	}
	return len(fmt.Sprint(d.Place(slices.Max(offsets)).Line))
}
