package report

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"recoupe/checks"
	"recoupe/checks/text"
	"recoupe/rules"
)

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		words   string
		columns int
		want    string
	}{
		{"", 10, ""},
		{"un deux trois", 10, "un deux|trois"},
		{"un\u00a0deux trois", 8, "un\u00a0deux|trois"},
		{"anticonstitutionnellement oui", 10, "anticonsti|tutionnell|ement oui"},
		{"東京港東京港東京港", 8, "東京港東|京港東京|港"},
		{"e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301 o", 8, "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301|o"},
		{"a  b", 10, "a  b"},
	} {
		if got := strings.Join(wrap(c.words, c.columns), "|"); got != c.want {
			t.Errorf("%q in %d: %q; want %q", c.words, c.columns, got, c.want)
		}
	}
}

func TestClean(t *testing.T) {
	for words, want := range map[string]string{
		"a\tb\r\nc":                "a b  c",
		"\x1b[31mred\x00\x7f":      "␛[31mred␀␡",
		"abc\u202edef\u2066\u200f": "abcdef",
		"no\u00a0break":            "no\u00a0break",
		"soft\u00adhyphen\ufeff":   "softhyphen",
		"\u0085\u009b":             " \ufffd",
		"👩‍👩‍👧 e\u0301":            "👩‍👩‍👧 e\u0301",
	} {
		if got := clean(words); got != want {
			t.Errorf("%q: %q; want %q", words, got, want)
		}
	}
}

// FuzzText tells any finding in any story: no panic, no line wider than the
// terminal, nothing that could steer it, and every fault underlined.
func FuzzText(f *testing.F) {
	f.Add("Le port de Brest « rouvre » ses quais.\n\nDeux fois.", uint16(20), uint16(8), uint16(3), uint16(5), uint16(0), uint8(40))
	f.Add(strings.Repeat("mot ", 3000), uint16(6000), uint16(12), uint16(0), uint16(9000), uint16(11990), uint8(80))
	f.Add("東京港\r\ne\u0301e\u0301\u2028\x00\x1b[2J👩‍👩‍👧\rx", uint16(0), uint16(60), uint16(3), uint16(3), uint16(9), uint8(30))
	f.Add("a", uint16(0), uint16(1), uint16(0), uint16(0), uint16(0), uint8(255))
	book := testBook(f)
	f.Fuzz(func(t *testing.T, body string, start, length, aboutStart, aboutLength, other uint16, columns uint8) {
		body = strings.ToValidUTF8(body, "\ufffd")
		if body == "" {
			return
		}
		d := text.NewStory("x", "", body)
		d.Lang = "fr"
		at := func(start, length uint16) text.Span {
			s := text.Span{Start: border(body, int(start)%len(body)), End: 0}
			s.End = border(body, min(len(body), s.Start+int(length)))
			return s
		}
		fault := at(start, length)
		if fault.Empty() {
			return
		}
		finding := checks.Finding{
			Rule: rule("some-rule", "{words}", "{words}"), Severity: rules.Error, Span: fault, About: at(aboutStart, aboutLength),
			Vars: map[string]checks.Said{"words": {Words: d.Words(fault)}}, Because: []checks.Evidence{{Span: at(other, 9), Note: "first"}}, Suggestions: []string{body[:border(body, min(len(body), 300))]},
		}
		o := Options{Book: book, Width: int(columns)}
		got := string(write(t, "text", []checks.Result{{Document: d, Findings: []checks.Finding{finding}}}, o))
		limit := max(int(columns), leastWidth)
		if columns == 0 {
			limit = DefaultWidth
		}
		for _, line := range strings.Split(got, "\n") {
			if width(line) > limit && !strings.HasPrefix(line, "error[some-rule]") {
				t.Errorf("%d columns of %d: %q", width(line), limit, line)
			}
			if i := strings.IndexFunc(line, func(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) }); i >= 0 {
				t.Errorf("a control character in %q", line)
			}
		}
		if strings.TrimSpace(clean(d.Words(fault))) != "" && width(clean(strings.TrimSpace(strings.SplitN(d.Words(fault), "\n", 2)[0]))) > 2 && !strings.Contains(got, "━") {
			t.Errorf("%q is not underlined:\n%s", d.Words(fault), got)
		}
	})
}

// border is the nearest character border at or before an offset.
func border(s string, i int) int {
	for i > 0 && i < len(s) && !utf8.RuneStart(s[i]) {
		i--
	}
	return i
}
