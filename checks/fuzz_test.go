package checks

import (
	"context"
	"slices"
	"testing"
	"time"
	"unicode/utf8"

	"recoupe/checks/text"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// FuzzLint reads any story in any language: no panic, spans inside the text and
// on rune boundaries, findings in order and with their reasons, the same answer
// twice, in bounded time.
func FuzzLint(f *testing.F) {
	l, _ := house(f)
	for _, s := range []string{
		"Le président russe Vladimir Poutine a envahi l’Ukraine en février 2017, a dit lundi 30 janvier le chef de l’Otan, Jens Stoltenberg.",
		"PARIS, 3 March 2021 — NATO’s 32 members (North Atlantic Tea Organization) met. “We will go,” said Joe Biden, 12, in Sydney, the capital of Australia.",
		"Titre « mot »\n\nTitre « mot »\n\nDe 120 à 150, soit 20 %. Il y a dix ans, en 2010, 12 morts. 13 morts.",
		"e\u0301\u200f« ( — 31 avril 25h30 l'an\u00a0dernier\xff",
	} {
		f.Add(s, "", true)
		f.Add(s, s, false)
	}
	now := calendar.At(calendar.YMD(2023, 1, 30))
	f.Fuzz(func(t *testing.T, body, title string, french bool) {
		if len(body)+len(title) > 4000 {
			return
		}
		lint := func() Result {
			d := text.NewStory("x", title, body)
			d.Lang = "en"
			if french {
				d.Lang = "fr"
			}
			return l.Lint(context.Background(), d, Publication{Period: now, Origin: Given})
		}
		begun := time.Now()
		a := lint()
		if d := time.Since(begun); d > 5*time.Second {
			t.Fatalf("%d bytes took %v", len(body)+len(title), d)
		}
		b := lint()
		if !slices.EqualFunc(a.Findings, b.Findings, func(x, y Finding) bool {
			return x.Rule == y.Rule && x.Span == y.Span && x.Severity == y.Severity && x.Fingerprint == y.Fingerprint
		}) {
			t.Fatal("another answer the second time")
		}
		inside := within(a.Document.Text)
		last := 0
		for _, f := range a.Findings {
			if !inside(f.Span) || f.Span.Empty() || f.Span.Start < last || !inside(f.About) {
				t.Fatalf("%s at %v after %d", f.Rule.ID, f.Span, last)
			}
			last = f.Span.Start
			if len(f.Because) == 0 || f.Severity == rules.Silent {
				t.Fatalf("%s has no reason", f.Rule.ID)
			}
			for _, e := range f.Because {
				if !inside(e.Span) {
					t.Fatalf("%s: reason at %v", f.Rule.ID, e.Span)
				}
			}
		}
	})
}

// within reports whether spans lie inside a text and, where it is UTF-8, on rune
// boundaries.
func within(doc string) func(text.Span) bool {
	valid := utf8.ValidString(doc)
	onRune := func(i int) bool { return !valid || i == len(doc) || utf8.RuneStart(doc[i]) }
	return func(s text.Span) bool {
		return s.Start >= 0 && s.Start <= s.End && s.End <= len(doc) && onRune(s.Start) && onRune(s.End)
	}
}
