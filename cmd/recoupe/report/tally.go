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
func (t *textual) dated(r checks.Result, lang *rules.Language) string { return t.block(dated(r, lang)) }

func dated(r checks.Result, lang *rules.Language) string {
	p := r.Publication
	id := "date-" + string(p.Origin)
	if p.Origin == "" || p.Origin == checks.Window && p.Window.IsZero() {
		id = "date-" + string(checks.None)
	}
	return lang.SayUI(id, func(name string) string {
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
		b.WriteString(t.block(t.read(t.lang)))
	}
	if t.stories > t.unread {
		b.WriteString(t.block(t.findings(t.lang)))
		c := t.claims
		b.WriteString(t.block(list(t.lang, "claims", part{"confirmed", c.Confirmed}, part{"contradicted", c.Contradicted}, part{"unknown", c.Unknown})))
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
func list(lang *rules.Language, heading string, parts ...part) string {
	var told []string
	for _, p := range parts {
		if p.n > 0 || heading != "" {
			told = append(told, counted(lang, p))
		}
	}
	line := strings.Join(told, ", ")
	if heading != "" {
		line = lang.SayUI(heading, func(string) string { return line })
	}
	return line
}

// counted says a number of things; a text for one and a text for many are parted
// by a bar.
func counted(lang *rules.Language, p part) string {
	told := lang.SayUI(p.id, func(string) string { return lang.SayNumber(float64(p.n)) })
	one, many, two := strings.Cut(told, "|")
	if !two || slices.Contains(lang.Say.Singular, p.n) {
		return one
	}
	return many
}

// read tells how many stories there were.
func (t *tally) read(lang *rules.Language) string {
	return list(lang, "", part{"stories", t.stories - t.unread}, part{"unread", t.unread})
}

// findings tells how many there were of each severity.
func (t *tally) findings(lang *rules.Language) string {
	told := list(lang, "", part{"errors", t.found[rules.Error]}, part{"warnings", t.found[rules.Warning]}, part{"notes", t.found[rules.Note]}, part{"hidden", t.hidden})
	if told == "" {
		told = lang.SayUI("nothing", nil)
	}
	return told
}
