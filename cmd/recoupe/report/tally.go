package report

import (
	"io"
	"slices"
	"strings"

	"recoupe/checks"
	"recoupe/rules"
)

// A tally counts what the last lines of a report tell.
type tally struct {
	stories, unread, hidden int
	found                   [rules.Error + 1]int
	claims                  claims
	date                    string // which date the first story was read as of
	dateTold                bool
}

func (t *tally) add(r checks.Result) {
	t.stories++
	if r.Err != nil {
		t.unread++
		return
	}
	for _, f := range r.Findings {
		t.found[f.Severity]++
	}
	c := count(r.Judged)
	t.claims.Confirmed += c.Confirmed
	t.claims.Contradicted += c.Contradicted
	t.claims.Unknown += c.Unknown
}

// dated says as of which date a story was read, and why.
func (t *textual) dated(r checks.Result, lang *rules.Language) string {
	p := r.Publication
	id := "date-" + string(p.Origin)
	if p.Origin == "" || p.Origin == checks.Window && p.Window.IsZero() {
		id = "date-" + string(checks.None)
	}
	line := lang.SayUI(id, func(name string) string {
		switch name {
		case "story":
			return r.Document.Name
		case "date":
			return lang.SayPeriod(p.Period)
		case "window":
			return lang.SayPeriod(p.Window)
		}
		return ""
	})
	return t.block(line)
}

// block wraps a line of the end of the report.
func (t *textual) block(line string) string {
	var b strings.Builder
	for i, l := range wrap(clean(line), t.o.Width-2) {
		if i > 0 {
			l = "  " + l
		}
		b.WriteString(l + "\n")
	}
	return b.String()
}

// End tells what was confirmed, contradicted and unknown, and how far the book goes.
func (t *textual) End() error {
	if t.lang == nil {
		return nil // no story, nothing to say
	}
	var b strings.Builder
	if t.stories == 1 && !t.dateTold {
		b.WriteString(t.date)
	}
	if t.stories > 1 {
		if t.begun {
			b.WriteByte('\n')
		}
		b.WriteString(t.block(t.list("", part{"stories", t.stories - t.unread}, part{"unread", t.unread})))
	}
	if t.stories > t.unread {
		if findings := t.list("", part{"errors", t.found[rules.Error]}, part{"warnings", t.found[rules.Warning]}, part{"notes", t.found[rules.Note]}, part{"hidden", t.hidden}); findings != "" {
			b.WriteString(t.block(findings))
		} else {
			b.WriteString(t.block(t.lang.SayUI("nothing", nil)))
		}
		c := t.claims
		b.WriteString(t.block(t.list("claims", part{"confirmed", c.Confirmed}, part{"contradicted", c.Contradicted}, part{"unknown", c.Unknown})))
		if asOf := t.o.Book.AsOf; !asOf.IsZero() {
			b.WriteString(t.block(t.lang.SayUI("book", func(string) string { return t.lang.SayDate(asOf) })))
		}
	}
	_, err := io.WriteString(t.w, b.String())
	return err
}

// A part of a count: the text that tells it, and how many.
type part struct {
	id string
	n  int
}

// list tells counts in a row. Without a heading, those of nothing are left out.
func (t *textual) list(heading string, parts ...part) string {
	var told []string
	for _, p := range parts {
		if p.n > 0 || heading != "" {
			told = append(told, t.counted(p))
		}
	}
	line := strings.Join(told, ", ")
	if heading != "" {
		line = t.lang.SayUI(heading, func(string) string { return line })
	}
	return line
}

// counted says a number of things; a text for one and a text for many are parted
// by a bar.
func (t *textual) counted(p part) string {
	told := t.lang.SayUI(p.id, func(string) string { return t.lang.SayNumber(float64(p.n)) })
	one, many, two := strings.Cut(told, "|")
	if !two || slices.Contains(t.lang.Say.Singular, p.n) {
		return one
	}
	return many
}
