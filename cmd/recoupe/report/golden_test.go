package report

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"recoupe/checks"
	"recoupe/rules"
)

// golden is where the reports lie that a person has looked at. UPDATE=1 writes
// them anew.
var golden = filepath.Join("..", "..", "..", "fixtures", "reports")

// tagged is the painter of goldens: roles by name instead of colours.
func tagged(r Role, words string) string {
	return "<" + string(r) + ">" + words + "</" + string(r) + ">"
}

func TestGolden(t *testing.T) {
	book := testBook(t)
	harbour, ferry := harbour(t, book), ferry(t, book)
	many := []checks.Result{harbour, ferry, quay(t, book), broken()}
	for _, c := range []struct {
		name    string
		format  string
		results []checks.Result
		o       Options
	}{
		{"harbour-60.txt", "text", many[:1], Options{Width: 60}},
		{"harbour-80.txt", "text", many[:1], Options{Width: 80}},
		{"harbour-120.txt", "text", many[:1], Options{Width: 120}},
		{"harbour-roles.txt", "text", many[:1], Options{Width: 80, Paint: tagged}},
		{"harbour-in-english.txt", "text", many[:1], Options{Width: 80, UI: "en"}},
		{"harbour-errors-only.txt", "text", many[:1], Options{Width: 80, Show: rules.Error}},
		{"ferry-60.txt", "text", many[1:2], Options{Width: 60}},
		{"ferry-80.txt", "text", many[1:2], Options{Width: 80}},
		{"misdated-80.txt", "text", []checks.Result{misdated(t, book)}, Options{Width: 80}},
		{"misdated.jsonl", "jsonl", []checks.Result{misdated(t, book)}, Options{}},
		{"clean-80.txt", "text", many[2:3], Options{Width: 80}},
		{"many-80.txt", "text", many, Options{Width: 80}},
		{"many.jsonl", "jsonl", many, Options{}},
		{"many.json", "json", many, Options{}},
		{"many.compact", "compact", many, Options{}},
		{"many.github", "github", many, Options{}},
		{"many.html", "html", many, Options{}},
		{"misdated-in-english.html", "html", []checks.Result{misdated(t, book)}, Options{UI: "en"}},
		{"many.sarif", "sarif", many, Options{}},
		{"many.gitlab.json", "gitlab", many, Options{}},
		{"many.checkstyle.xml", "checkstyle", many, Options{}},
		{"many.junit.xml", "junit", many, Options{Fail: rules.Error}},
		{"many.rdjsonl", "rdjsonl", many, Options{}},
		{"none.json", "json", nil, Options{}},
		{"none.gitlab.json", "gitlab", nil, Options{}},
		{"none.checkstyle.xml", "checkstyle", nil, Options{}},
		{"none.junit.xml", "junit", nil, Options{}},
		{"none.txt", "text", nil, Options{Width: 80}},
	} {
		c.o.Book = book
		got := write(t, c.format, c.results, c.o)
		path := filepath.Join(golden, c.name+".golden")
		if os.Getenv("UPDATE") != "" {
			if err := os.WriteFile(path, got, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s differs; UPDATE=1 go test writes it anew. Got:\n%s", c.name, got)
		}
	}
}

func write(t *testing.T, format string, results []checks.Result, o Options) []byte {
	t.Helper()
	var b bytes.Buffer
	for _, f := range All() {
		if f.Name != format {
			continue
		}
		r := f.New(&b, o)
		if err := r.Begin(); err != nil {
			t.Fatal(err)
		}
		for _, res := range results {
			if err := r.Add(res); err != nil {
				t.Fatal(err)
			}
		}
		if err := r.End(); err != nil {
			t.Fatal(err)
		}
	}
	return b.Bytes()
}
