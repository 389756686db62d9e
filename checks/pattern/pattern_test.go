package pattern

import (
	"strings"
	"testing"
	"testing/fstest"

	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
)

// small is a book with just enough words to match against.
var small = fstest.MapFS{
	"lang/en.toml": {Data: []byte(`code = "en"
name = "English"
function = ["the", "of"]
compose = ["{title} {of}", "{of} {title}"]
[class]
article = ["the", "a"]
of = ["of", "of the"]
big = ["large", "very large"]
[lemma]
go = ["go", "goes", "went"]
`)},
	"facts/places.toml": {Data: []byte(`as_of = "2026-01-01"
sources = ["a", "b"]
[[country]]
id = "france"
en = ["France"]
adjective.en = ["French"]
[[city]]
id = "paris"
en = ["Paris"]
in = ["france"]
`)},
}

func marks(t testing.TB, s string) *mark.Marks {
	t.Helper()
	book, err := rules.Load(small)
	if err != nil {
		t.Fatal(err)
	}
	marker, err := mark.New(book)
	if err != nil {
		t.Fatal(err)
	}
	d := text.New("x", s)
	d.Lang = "en"
	return marker.Mark(d)
}

func TestMatch(t *testing.T) {
	for _, c := range []struct{ pattern, text, want string }{
		{"{city} , {country}", "near Paris, France is loud.", "Paris, France"},
		{"{city} , {country}", "near Paris France is loud.", ""},
		{"{city} @go", "Paris went dark.", "Paris went"},
		{"{city} ..3 @go", "Paris one two went.", "Paris one two went"},
		{"{city} ..1 @go", "Paris one two went.", ""},
		{"{city} ..3 @go", "Paris, they went.", ""},
		{"{city} ..3, @go", "Paris, they went.", "Paris, they went"},
		{"%big {city}", "very large Paris", "very large Paris|large Paris"},
		{"(of | near) {city}", "near Paris, of Paris", "near Paris|of Paris"},
		{"so? {city}", "so Paris we know", "so Paris|Paris"},
		{"{country.adjective} x", "French x and France x", "French x"},
		{"\\( {city} \\)", "(Paris)", "(Paris)"},
		{"so*2 {city}", "so so so Paris", "so so Paris|so Paris|Paris"},
	} {
		p, err := Compile(c.pattern)
		if err != nil {
			t.Errorf("%s: %v", c.pattern, err)
			continue
		}
		m := marks(t, c.text)
		got := map[string]bool{}
		s := m.Sentences[0]
		for _, f := range NewMatcher(m).Match(p, s.First, s.Last) {
			got[m.Words(m.Over(f.First, f.Last))] = true
		}
		want := strings.Split(c.want, "|")
		if c.want == "" && len(got) > 0 {
			t.Errorf("%s on %q: got %v, want nothing", c.pattern, c.text, got)
		}
		// Of the matches with one end, the one that begins latest is kept.
		if last := want[len(want)-1]; c.want != "" && !got[last] {
			t.Errorf("%s on %q: got %v, want %q", c.pattern, c.text, got, last)
		}
	}
}

func TestCompileErrors(t *testing.T) {
	for _, c := range []struct{ pattern, want string }{
		{"{castle}", "there is no chunk {castle}"},
		{"{city", "{ without }"},
		{"(a | b", "( without )"},
		{"a )", "outside a choice"},
		{"..99 a", "want ..1 to ..20"},
		{"a*0", "want *1 to *9"},
		{"? a", "follows nothing"},
	} {
		if _, err := Compile(c.pattern); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", c.pattern, err, c.want)
		}
	}
}

func TestNeeds(t *testing.T) {
	for _, c := range []struct {
		pattern string
		empty   bool
	}{
		{"a? b?", true}, {"{city}? x", false}, {"({city} | {country})", false}, {"({city} | x)", true}, {", ;", true},
	} {
		p, err := Compile(c.pattern)
		if err != nil {
			t.Fatal(err)
		}
		if p.Needs.Empty() != c.empty {
			t.Errorf("%s: needs %+v, want empty %v", c.pattern, p.Needs, c.empty)
		}
	}
}

// FuzzCompile compiles any pattern and matches it: no panic, and every match
// lies in the sentence.
func FuzzCompile(f *testing.F) {
	for _, s := range []string{"{city} , ..3, {country:x}", "(a | %big)*2 @go?", "\\( {num|time:v} \\)", "..4 {", "((a)|(b?))*3", "é’l' «"} {
		f.Add(s)
	}
	m := marks(f, "The very large Paris, France (French) went l'an dernier; so did « x ».")
	f.Fuzz(func(t *testing.T, source string) {
		if len(source) > 200 {
			return
		}
		p, err := Compile(source)
		if err != nil {
			return
		}
		r := NewMatcher(m)
		for _, s := range m.Sentences {
			for _, f := range r.Match(p, s.First, s.Last) {
				if f.First < s.First || f.Last > s.Last || f.First > f.Last {
					t.Fatalf("%q matches %d-%d outside %d-%d", source, f.First, f.Last, s.First, s.Last)
				}
			}
		}
	})
}
