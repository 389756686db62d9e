package text

import (
	"strings"
	"testing"
)

func show(s string) string {
	var out []string
	for _, t := range Tokens(nil, s, Span{0, len(s)}) {
		out = append(out, s[t.Start:t.End])
	}
	return strings.Join(out, "|")
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"l’Otan a-t-il", "l’|Otan|a|t|il"},
		{"NATO's chief, O'Brien doesn't", "NATO|'s|chief|,|O'|Brien|doesn|'t"},
		{"12h30, 24,5 % et 1.200 $", "12|h|30|,|24,5|%|et|1.200|$"},
		{"1er mars 24/02/2022", "1|er|mars|24|/|02|/|2022"},
		{"« Oui », dit-il.", "«|Oui|»|,|dit|il|."},
		{"aujourd’hui", "aujourd’|hui"},
		{"F-16 (1990s)", "F|-|16|(|1990|s|)"},
		{"e\u0301te\u0301 2022", "e\u0301te\u0301|2022"},
	} {
		if got := show(c.in); got != c.want {
			t.Errorf("%q: got %s, want %s", c.in, got, c.want)
		}
	}
}

func TestFold(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"FÉVRIER", "fevrier"}, {"e\u0301te\u0301", "ete"}, {"l’Œuvre", "l'oeuvre"}, {"1ᵉʳ", "1er"}, {"Łódź", "lodz"}, {"a\u00a0b", "a b"},
	} {
		if got := Fold(c.in); got != c.want {
			t.Errorf("Fold(%q) = %q, want %q", c.in, got, c.want)
		}
		if tok := Tokens(nil, c.in, Span{0, len(c.in)}); len(tok) == 1 && tok[0].Key != Hash(c.want) {
			t.Errorf("key of %q is not that of %q", c.in, c.want)
		}
	}
}

func TestSentences(t *testing.T) {
	abbr := map[uint64]bool{Key("M"): true, Key("Jan"): true, Key("Dr"): true}
	starters := map[uint64]bool{Key("The"): true}
	b := Borders{Abbreviation: func(k uint64) bool { return abbr[k] }, Starter: func(k uint64) bool { return starters[k] }}
	for _, c := range []struct{ in, want string }{
		{"M. Macron part. Il revient.", "M. Macron part.|Il revient."},
		{"Il vaut 2.5 points. J. K. Rowling écrit.", "Il vaut 2.5 points.|J. K. Rowling écrit."},
		{"« C’est fini. Nous partons. » Il sort.", "« C’est fini.|Nous partons. »|Il sort."},
		{"In the U.S. The law passed.", "In the U.S.|The law passed."},
		{"On Jan. 3 he left. He came back!", "On Jan. 3 he left.|He came back!"},
		{"Quoi ?! Rien… et puis tout.", "Quoi ?!|Rien… et puis tout."},
	} {
		d := New("x", c.in)
		p := Cut(d, b)
		var got []string
		for _, s := range p.Sentences {
			got = append(got, d.Words(s.Span))
		}
		if g := strings.Join(got, "|"); g != c.want {
			t.Errorf("got %s, want %s", g, c.want)
		}
	}
}

func TestLayout(t *testing.T) {
	d := New("x", "Un titre sans point\n\nUn chapeau court.\n\nPremier paragraphe.\nDeuxième paragraphe.\n\nIntertitre\n\nDernier paragraphe.")
	var got []string
	for _, p := range d.Paragraphs {
		got = append(got, string('0'+rune(p.Role))+d.Words(p.Span)[:3])
	}
	if g, want := strings.Join(got, " "), "1Un  2Un  0Pre 0Deu 3Int 0Der"; g != want {
		t.Errorf("got %s, want %s", g, want)
	}
}

func TestPlace(t *testing.T) {
	d := NewStory("x", "Été", "a\r\nbé😀c\rd")
	at := func(s string) Place { return d.Place(strings.Index(d.Text, s)) }
	for _, c := range []struct {
		s    string
		want Place
	}{
		{"Été", Place{Field: "title", Byte: 0, Line: 1, Rune: 1, UTF16: 1, UTF8: 1}},
		{"c", Place{Field: "text", Byte: 10, Line: 2, Rune: 4, UTF16: 5, UTF8: 8}},
		{"d", Place{Field: "text", Byte: 12, Line: 3, Rune: 1, UTF16: 1, UTF8: 1}},
	} {
		if got := at(c.s); got != c.want {
			t.Errorf("%q: got %+v, want %+v", c.s, got, c.want)
		}
	}
}
