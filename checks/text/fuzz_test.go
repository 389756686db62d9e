package text

import (
	"testing"
	"unicode/utf8"
)

// FuzzCut lays out, cuts and places any text: spans lie inside the text, on rune
// boundaries where the text is UTF-8, in order, and the same again.
func FuzzCut(f *testing.F) {
	for _, s := range []string{
		"", "Un titre\n\nUn texte. « Deux ! » M. X part à 12h30.", "a\r\nb\rc\u2028d", "l’e\u0301te\u0301 d'A.-B.", "\ufeffx\u00a0y\u202fz", "é\xff\xfeé", "1.2,3.4 5'6", "--«»“”\"'’",
	} {
		f.Add(s, "title")
	}
	b := Borders{
		Abbreviation: func(k uint64) bool { return k == Key("m") },
		Starter:      func(k uint64) bool { return k == Key("the") },
	}
	f.Fuzz(func(t *testing.T, body, title string) {
		d := NewStory("x", title, body)
		valid := utf8.ValidString(d.Text)
		ok := func(s Span) bool {
			if s.Start < 0 || s.End > len(d.Text) || s.Start > s.End {
				return false
			}
			return !valid || onRune(d.Text, s.Start) && onRune(d.Text, s.End)
		}
		p, again := Cut(d, b), Cut(d, b)
		if len(p.Tokens) != len(again.Tokens) || len(p.Sentences) != len(again.Sentences) {
			t.Fatal("cut otherwise the second time")
		}
		at := 0
		for _, tok := range p.Tokens {
			if !ok(tok.Span) || tok.Start < at || tok.Empty() {
				t.Fatalf("token %v after %d in %q", tok.Span, at, d.Text)
			}
			at = tok.End
			if place := d.Place(tok.Start); place.Line < 1 || place.Rune < 1 || place.Byte < 0 {
				t.Fatalf("place %+v of %v", place, tok.Span)
			}
		}
		last := 0
		for _, s := range p.Sentences {
			if s.First != last || s.Last <= s.First || s.Last > len(p.Tokens) || !ok(s.Span) {
				t.Fatalf("sentence %+v after token %d", s, last)
			}
			last = s.Last
		}
		if last != len(p.Tokens) {
			t.Fatalf("%d tokens, %d in sentences", len(p.Tokens), last)
		}
		if Fold(Fold(body)) != Fold(body) {
			t.Fatalf("%q folds on", body)
		}
	})
}

func onRune(s string, i int) bool { return i == len(s) || utf8.RuneStart(s[i]) }

// Every letter folds at once to what it folds to in the end.
func TestFoldIsDone(t *testing.T) {
	for r := rune(0); r <= utf8.MaxRune; r++ {
		if once := Fold(string(r)); Fold(once) != once {
			t.Errorf("%q folds to %q, and that to %q", r, once, Fold(once))
		}
	}
}
