package report

import (
	"fmt"
	"io"
	"strings"

	"recoupe/checks"
	"recoupe/checks/text"
	"recoupe/rules"
)

// readingText tells a reading to people.
type readingText struct {
	textual
}

func newReadingText(w io.Writer, o Options) Report {
	return &readingText{*newText(w, o).(*textual)}
}

func (t *readingText) End() error { return nil }

func (t *readingText) Add(r checks.Result) error {
	if r.Err != nil {
		return nil // told on standard error
	}
	lang := t.o.tongue(r)
	var b strings.Builder
	if t.begun {
		b.WriteByte('\n')
	}
	t.begun = true
	b.WriteString(t.dated(r, lang))
	t.claims(&b, r, lang)
	if !t.o.Todo {
		t.marks(&b, r, lang)
	}
	_, err := io.WriteString(t.w, b.String())
	return err
}

// claims lists what the story puts forward: the place, the words, and what the
// book says of it or why it does not.
func (t *readingText) claims(b *strings.Builder, r checks.Result, lang *rules.Language) {
	all := judged(r, t.o)
	t.heading(b, lang, "read-claims", len(all))
	for _, v := range all {
		c := r.Reading.Claims[v.Claim]
		word := lang.SayUI("read-"+verdict(v.Verdict), nil)
		role := map[checks.Verdict]Role{checks.Confirmed: Known, checks.Contradicted: Fault}[v.Verdict]
		t.line(b, r.Document, c.Span, t.paint(role, word)+" "+t.o.Paint(Quiet, c.Rule.ID))
		if v.Fact != nil {
			t.under(b, lang.SayFact(v.Fact))
			t.under(b, strings.Join(v.Fact.Sources, " · ")+" — "+v.Fact.Origin.String())
		}
		if v.Why != "" {
			t.under(b, lang.SayUI(v.Why, nil))
		}
	}
}

// marks lists what was noticed.
func (t *readingText) marks(b *strings.Builder, r checks.Result, lang *rules.Language) {
	d, rd := r.Document, r.Reading
	t.heading(b, lang, "read-times", len(rd.When))
	for _, x := range rd.When {
		value := x.Value()
		if !x.Period.IsZero() {
			value = lang.SayPeriod(x.Period)
		}
		t.line(b, d, x.Span, value)
	}
	t.heading(b, lang, "read-mentions", len(rd.Mentions))
	for _, x := range rd.Mentions {
		t.line(b, d, x.Span, labels(x.Entities, lang))
	}
	t.heading(b, lang, "read-quantities", len(rd.Quantities))
	for _, x := range rd.Quantities {
		value := lang.SayNumber(x.Low)
		if x.High != x.Low {
			value += " – " + lang.SayNumber(x.High)
		}
		t.line(b, d, x.Span, value+" "+clean(d.Words(x.Of)))
	}
	t.heading(b, lang, "read-quotes", len(rd.Quotes))
	for _, x := range rd.Quotes {
		t.line(b, d, x.Span, clean(d.Words(x.Speaker)))
	}
}

func (t *readingText) heading(b *strings.Builder, lang *rules.Language, id string, n int) {
	fmt.Fprintf(b, "\n%s\n", t.o.Paint(Subject, fmt.Sprintf("%s (%d)", lang.SayUI(id, nil), n)))
}

// quoted is the share of a line that the story's words may take: a half.
const quoted = 2

// line tells one thing: place, words, and what they are taken for.
func (t *readingText) line(b *strings.Builder, d *text.Document, s text.Span, meaning string) {
	at := d.Place(s.Start)
	place := fmt.Sprintf("%d:%d", at.Line, at.Rune)
	if at.Field != "text" {
		place = at.Field + ":" + place
	}
	words := cut(clean(d.Words(s)), t.o.Width/quoted)
	fmt.Fprintf(b, "  %s %s  %s\n", t.o.Paint(Place, fmt.Sprintf("%-8s", place)), words, meaning)
}

// under adds to the line before.
func (t *readingText) under(b *strings.Builder, words string) {
	for _, l := range wrap(clean(words), t.o.Width-11) {
		b.WriteString(strings.Repeat(" ", 11) + t.o.Paint(Quiet, l) + "\n")
	}
}
