package report

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"recoupe/rules"
)

// Explain tells a rule in the words of its own file.
func Explain(w io.Writer, r *rules.Rule, o Options) error {
	t := newText(w, o).(*textual)
	lang := o.Book.Tongue(o.UI)
	var b strings.Builder
	paragraph := func(indent, s string) {
		for _, l := range wrap(clean(s), t.o.Width-len(indent)) {
			b.WriteString(indent + l + "\n")
		}
	}
	fmt.Fprintf(&b, "%s %s\n", t.o.Paint(weight(r.Severity), r.Severity.String()+"["+r.ID+"]"), inTongue(r.Title, lang))
	paragraph("  ", inTongue(r.Why, lang))
	b.WriteString("  " + t.o.Paint(Place, r.Origin.String()) + "\n\n")
	if message := inTongue(r.Message, lang); message != "" {
		b.WriteString(t.o.Paint(Known, lang.SayUI("explain-says", nil)) + "\n")
		paragraph("  ", message)
	}
	for _, bad := range []bool{true, false} {
		id := "explain-stands"
		if bad {
			id = "explain-flags"
		}
		headed := false
		for _, e := range examples(r) {
			if e.Bad != bad || e.Lang != lang.Code {
				continue
			}
			if !headed {
				b.WriteString("\n" + t.o.Paint(Known, lang.SayUI(id, nil)) + "\n")
				headed = true
			}
			context := ""
			if e.Title != "" {
				context = e.Title + " / "
			}
			if e.Date != "" {
				context = e.Date + " / " + context
			}
			for i, l := range wrap(clean(context+e.Text), t.o.Width-4) {
				b.WriteString([]string{"  - ", "    "}[min(i, 1)] + bracketed(l, t.o.Paint) + "\n")
			}
		}
	}
	// How to be rid of it is part of what a rule is.
	b.WriteString("\n" + t.o.Paint(Known, lang.SayUI("explain-off", nil)) + "\n")
	for _, way := range []string{"severity." + r.ID + ` = "off"`, "recoupe check --skip " + r.ID, "[stet " + r.ID + ": …]"} {
		b.WriteString("  " + way + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// Catalogue lists the rules of a book, one a line, or as a Markdown table.
func Catalogue(w io.Writer, markdown bool, o Options) error {
	t := newText(w, o).(*textual)
	lang := o.Book.Tongue(o.UI)
	column := 0
	for _, r := range o.Book.Rules {
		column = max(column, len(r.ID))
	}
	var b strings.Builder
	if markdown {
		fmt.Fprintf(&b, "| %s | %s | %s |\n|---|---|---|\n", lang.SayUI("rules-rule", nil), lang.SayUI("rules-severity", nil), lang.SayUI("rules-fault", nil))
	}
	for _, r := range o.Book.Rules {
		if title := inTongue(r.Title, lang); markdown {
			fmt.Fprintf(&b, "| `%s` | %s | %s |\n", r.ID, r.Severity, title)
		} else {
			fmt.Fprintf(&b, "%s  %-*s  %s\n", t.o.Paint(weight(r.Severity), fmt.Sprintf("%-7s", r.Severity)), column, r.ID, title)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// inTongue is a text of a rule in a language, or in the one that it has.
func inTongue(texts map[string]string, lang *rules.Language) string {
	return cmp.Or(texts[lang.Code], texts["en"], texts["fr"])
}

// examples are those of the rule and of its patterns.
func examples(r *rules.Rule) []rules.Example {
	out := r.Examples
	for _, p := range r.Patterns {
		out = append(out[:len(out):len(out)], p.Examples...)
	}
	return out
}

// bracketed gives the look of a fault to what stands in [brackets].
func bracketed(line string, paint Painter) string {
	before, rest, ok := strings.Cut(line, "[")
	words, after, closed := strings.Cut(rest, "]")
	if !ok || !closed {
		return line
	}
	return before + paint(Fault, "["+words+"]") + bracketed(after, paint)
}
