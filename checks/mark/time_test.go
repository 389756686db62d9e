package mark

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"recoupe/checks/text"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// goldLine is one line of fixtures/time.
type goldLine struct {
	line   int
	date   calendar.Period
	text   string
	spans  []string
	values []string
}

// readGold reads the phrases of a language.
func readGold(t testing.TB, lang string) []goldLine {
	t.Helper()
	src, err := os.ReadFile("../../fixtures/time/" + lang + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []goldLine
	var date calendar.Period
	for n, line := range strings.Split(string(src), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "|")
		if len(f) != 3 {
			t.Fatalf("%s.txt:%d: %d fields, want 3", lang, n+1, len(f))
		}
		if d := strings.TrimSpace(f[0]); d != "" {
			if date, err = calendar.ParsePeriod(d); err != nil {
				t.Fatalf("%s.txt:%d: %v", lang, n+1, err)
			}
		}
		g := goldLine{line: n + 1, date: date}
		rest := strings.TrimSpace(f[1])
		for {
			before, after, ok := strings.Cut(rest, "[")
			g.text += before
			if !ok {
				break
			}
			var span string
			span, rest, _ = strings.Cut(after, "]")
			g.text += span
			g.spans = append(g.spans, span)
		}
		if v := strings.TrimSpace(f[2]); v != "" {
			for _, v := range strings.Split(v, ";") {
				g.values = append(g.values, strings.TrimSpace(v))
			}
		}
		if len(g.values) != len(g.spans) {
			t.Fatalf("%s.txt:%d: %d values for %d times", lang, n+1, len(g.values), len(g.spans))
		}
		out = append(out, g)
	}
	return out
}

func TestTimes(t *testing.T) {
	marker := testMarker(t)
	for _, lang := range []string{"fr", "en"} {
		right, traps := 0, 0
		gold := readGold(t, lang)
		for _, g := range gold {
			d := text.New("x", g.text)
			d.Lang = lang
			var got, want []string
			for _, w := range marker.Mark(d).Anchor(g.date) {
				v := w.Value()
				if v == "" {
					v = "open"
				}
				got = append(got, strings.TrimSpace(fmt.Sprintf("%s = %s %s", d.Words(w.Span), v, w.Mod)))
			}
			for i := range g.spans {
				want = append(want, g.spans[i]+" = "+g.values[i])
			}
			if len(g.spans) == 0 {
				traps++
			}
			if a, b := strings.Join(got, "; "), strings.Join(want, "; "); a != b {
				t.Errorf("%s.txt:%d: %s\n\tgot  %s\n\twant %s", lang, g.line, g.text, a, b)
				continue
			}
			right++
		}
		t.Logf("%s: %d of %d right, %d of them traps", lang, right, len(gold), traps)
	}
}

func testMarker(t testing.TB) *Marker {
	t.Helper()
	book, err := rules.Open()
	if err != nil {
		t.Fatal(err)
	}
	m, err := New(book)
	if err != nil {
		t.Fatal(err)
	}
	return m
}
