package report

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"recoupe/checks/text"
	"recoupe/rules"
)

// Facts lists the facts of a book that hold a word in their id or in their
// telling in any language, whatever its case and accents, one a line; all of
// them without a word. It reports whether there is any.
func Facts(w io.Writer, word string, o Options) (bool, error) {
	lang, word, some := o.Book.Tongue(o.UI), text.Fold(word), false
	for _, f := range o.Book.Facts() {
		if !strings.Contains(f.ID, word) && !holds(f, word, o.Book.Languages) {
			continue
		}
		some = true
		if _, err := fmt.Fprintf(w, "%s\t%s\n", f.ID, clean(lang.SayFact(f))); err != nil {
			return some, err
		}
	}
	return some, nil
}

func holds(f *rules.Fact, word string, languages map[string]*rules.Language) bool {
	for _, lang := range languages {
		if strings.Contains(text.Fold(lang.SayFact(f)), word) {
			return true
		}
	}
	return false
}

// Show tells all that a book holds of an id, of an entity or a fact, and which
// table says so. It reports whether there is such an id.
func Show(w io.Writer, id string, o Options) (bool, error) {
	t := newText(w, o).(*textual)
	lang := o.Book.Tongue(o.UI)
	var b strings.Builder
	if e := o.Book.Entity(id); e != nil {
		fmt.Fprintf(&b, "%s %s\n  %s\n", t.o.Paint(Subject, e.ID), e.Kind, t.o.Paint(Place, e.Origin.String()))
		for _, code := range slices.Sorted(maps.Keys(e.Names)) {
			t.note(&b, code, strings.Join(slices.Concat(e.Names[code], e.Acronyms[code]), ", "))
		}
	}
	for _, f := range o.Book.Facts() {
		if f.ID == id || f.Subject != nil && f.Subject.ID == id || f.Value.Entity != nil && f.Value.Entity.ID == id {
			fmt.Fprintf(&b, "%s %s\n  %s\n", t.o.Paint(Known, f.ID), f.Relation, t.o.Paint(Place, f.Origin.String()))
			t.note(&b, "", lang.SayFact(f))
			t.note(&b, "", strings.Join(f.Sources, " · "))
		}
	}
	_, err := io.WriteString(w, b.String())
	return b.Len() > 0, err
}

func (t *textual) note(b *strings.Builder, label, s string) {
	if label != "" {
		s = label + ": " + s
	}
	for _, l := range wrap(clean(s), t.o.Width-2) {
		b.WriteString("  " + l + "\n")
	}
}
