package report

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"recoupe/checks/text"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// Facts lists the facts of a book that hold a word in their id or in their
// telling in any language, whatever its case and accents, one a line; all of
// them without a word. It tells how many there are.
func Facts(w io.Writer, word string, o Options) (int, error) {
	folded := text.Fold(word)
	var some []*rules.Fact
	for _, f := range o.Book.Facts() {
		if strings.Contains(f.ID, folded) || holds(f, folded, o.Book.Languages) {
			some = append(some, f)
		}
	}
	return len(some), listFacts(w, some, o)
}

// AsOf lists the facts that held at some moment of a period: all of them, or
// those about an entity. It tells how many there are.
func AsOf(w io.Writer, during calendar.Period, about *rules.Entity, o Options) (int, error) {
	some := o.Book.True(during, about)
	return len(some), listFacts(w, some, o)
}

func listFacts(w io.Writer, some []*rules.Fact, o Options) error {
	lang := o.Book.Tongue(o.UI)
	if o.JSON {
		rows := make([]factRow, 0, len(some))
		for _, f := range some {
			rows = append(rows, newFactRow(f, lang))
		}
		return writeJSON(w, rows)
	}
	for _, f := range some {
		if _, err := fmt.Fprintf(w, "%s\t%s\n", f.ID, clean(lang.SayFact(f))); err != nil {
			return err
		}
	}
	return nil
}

func holds(f *rules.Fact, word string, languages map[string]*rules.Language) bool {
	for _, lang := range languages {
		if strings.Contains(text.Fold(lang.SayFact(f)), word) {
			return true
		}
	}
	return false
}

// Found lists the entities that some words name, the nearest first: id, kind and
// label. It tells how many there are.
func Found(w io.Writer, words string, o Options) (int, error) {
	some := o.Book.Search(words)
	if o.JSON {
		rows := make([]entityRow, 0, len(some))
		for _, e := range some {
			rows = append(rows, newEntityRow(e))
		}
		return len(some), writeJSON(w, rows)
	}
	code := o.Book.Tongue(o.UI).Code
	for _, e := range some {
		if _, err := fmt.Fprintf(w, "%s\t%s\t%s\n", e.ID, e.Kind, clean(e.Label(code))); err != nil {
			return len(some), err
		}
	}
	return len(some), nil
}

// Stats counts what a book holds.
func Stats(w io.Writer, o Options) error {
	s := o.Book.Stats()
	if o.JSON {
		return writeJSON(w, s)
	}
	for _, row := range []struct {
		what string
		n    int
	}{
		{"entities", s.Entities}, {"aliases", s.Aliases}, {"facts", s.Facts}, {"tenures", s.Tenures},
		{"events", s.Events}, {"memberships", s.Memberships}, {"people", s.People}, {"places", s.Places},
		{"numbers", s.Numbers}, {"acronyms", s.Acronyms},
	} {
		if _, err := fmt.Fprintf(w, "%-12s %7d\n", row.what, row.n); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(w, "%-12s %s\n", "as of", s.AsOf)
	return err
}

// Due lists the tables that were last checked before a day, the oldest first. It
// tells how many there are.
func Due(w io.Writer, before calendar.Day, o Options) (int, error) {
	due := make([]rules.Table, 0)
	for _, t := range o.Book.Tables() {
		if t.AsOf.Last() < before {
			due = append(due, t)
		}
	}
	slices.SortStableFunc(due, func(a, b rules.Table) int { return int(a.AsOf.Last() - b.AsOf.Last()) })
	if o.JSON {
		type row struct {
			File string `json:"file"`
			AsOf string `json:"as_of"`
			Rows int    `json:"rows"`
		}
		rows := make([]row, 0, len(due))
		for _, t := range due {
			rows = append(rows, row{t.File, t.AsOf.String(), t.Rows})
		}
		return len(due), writeJSON(w, rows)
	}
	for _, t := range due {
		if _, err := fmt.Fprintf(w, "%s\t%s\t%d facts\n", t.AsOf, t.File, t.Rows); err != nil {
			return len(due), err
		}
	}
	return len(due), nil
}

// Show tells all that a book holds of an id, of an entity or a fact, and which
// table says so. It reports whether there is such an id.
func Show(w io.Writer, id string, o Options) (bool, error) {
	e := o.Book.Entity(id)
	var some []*rules.Fact
	for _, f := range o.Book.Facts() {
		if f.ID == id || f.Subject != nil && f.Subject.ID == id || f.Value.Entity != nil && f.Value.Entity.ID == id {
			some = append(some, f)
		}
	}
	if e == nil && len(some) == 0 {
		return false, nil
	}
	lang := o.Book.Tongue(o.UI)
	if o.JSON {
		if e == nil {
			return true, writeJSON(w, newFactRow(some[0], lang))
		}
		row := newEntityRow(e)
		for _, f := range some {
			row.Facts = append(row.Facts, newFactRow(f, lang))
		}
		return true, writeJSON(w, row)
	}
	t := newText(w, o).(*textual)
	var b strings.Builder
	if e != nil {
		state := ""
		if e.Withdrawn {
			state = ", withdrawn"
		}
		fmt.Fprintf(&b, "%s %s%s\n  %s\n", t.o.Paint(Subject, e.ID), e.Kind, state, t.o.Paint(Place, e.Origin.String()))
		codes := map[string]bool{}
		for code := range e.Names {
			codes[code] = true
		}
		for code := range e.Acronyms {
			codes[code] = true
		}
		for _, code := range slices.Sorted(maps.Keys(codes)) {
			t.note(&b, code, strings.Join(slices.Concat(e.Names[code], e.Acronyms[code]), ", "))
		}
	}
	for _, f := range some {
		fmt.Fprintf(&b, "%s %s\n  %s\n", t.o.Paint(Known, f.ID), f.Relation, t.o.Paint(Place, f.Origin.String()))
		t.note(&b, "", lang.SayFact(f))
		t.note(&b, "", strings.Join(f.Sources, " · "))
	}
	_, err := io.WriteString(w, b.String())
	return true, err
}

func (t *textual) note(b *strings.Builder, label, s string) {
	if label != "" {
		s = label + ": " + s
	}
	for _, l := range wrap(clean(s), t.o.Width-2) {
		b.WriteString("  " + l + "\n")
	}
}
