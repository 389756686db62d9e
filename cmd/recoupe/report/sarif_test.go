package report

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"recoupe/checks"
	"recoupe/rules"
)

// The log keeps to the schema of SARIF 2.1.0, as the library holds it, whatever
// the results; its rules are those of the book, and its columns count UTF-16.
func TestSARIF(t *testing.T) {
	whole, err := house()
	if err != nil {
		t.Fatal(err)
	}
	book := testBook(t)
	harbour := harbour(t, book)
	stood := harbour
	stood.Stood = []checks.Stood{{Finding: harbour.Findings[1], By: "stet", Reason: "le maire l’a dit"}, {Finding: harbour.Findings[0], By: "baseline"}}
	results := []checks.Result{stood, ferry(t, book), misdated(t, book), quay(t, book), broken(), crowd(t, "a b/é%.txt", 2)}
	for n := range len(results) + 1 {
		raw := write(t, "sarif", results[:n], Options{Book: whole})
		log, err := sarif.FromBytes(raw, sarif.WithStrictValidation())
		if err != nil {
			t.Fatalf("%d results: %v\n%s", n, err, raw)
		}
		if err := log.Validate(); err != nil {
			t.Errorf("%d results: %v\n%s", n, err, raw)
		}
		if bad := bytes.Replace(raw, []byte(`"version":"2.1.0"`), []byte(`"version":"2"`), 1); n == 0 {
			if log, err := sarif.FromBytes(bad); err == nil && log.Validate() == nil {
				t.Error("the schema takes anything")
			}
		}
		if n == len(results) {
			checkRun(t, log.Runs[0], whole, harbour)
		}
	}
}

func checkRun(t *testing.T, run *sarif.Run, book *rules.Book, harbour checks.Result) {
	t.Helper()
	if *run.ColumnKind != "utf16CodeUnits" || len(run.Results) != 3+2+2+1+1+6 || len(run.Tool.Driver.Rules) != len(book.Rules) {
		t.Errorf("%s, %d results, %d rules", *run.ColumnKind, len(run.Results), len(run.Tool.Driver.Rules))
	}
	for _, r := range run.Tool.Driver.Rules {
		if r.Help == nil || !strings.Contains(*r.Help.Markdown, "\n- ") {
			t.Errorf("%s has no help with examples", *r.ID)
		}
	}
	suppressed := map[string]int{}
	lines := strings.Split(harbour.Document.Text, "\n")
	for i, r := range run.Results {
		if len(r.PartialFingerprints) != 1 {
			t.Errorf("result %d has no fingerprint", i)
		}
		if r.RuleIndex >= 0 && *run.Tool.Driver.Rules[r.RuleIndex].ID != *r.RuleID {
			t.Errorf("%s points at %s", *r.RuleID, *run.Tool.Driver.Rules[r.RuleIndex].ID)
		}
		for _, s := range r.Suppressions {
			suppressed[*s.Kind]++
		}
		for _, f := range r.Fixes {
			at := f.ArtifactChanges[0].Replacements[0].DeletedRegion
			units := utf16.Encode([]rune(lines[*at.StartLine-1]))
			words := string(utf16.Decode(units[*at.StartColumn-1 : *at.EndColumn-1]))
			if words != "avril 2022" && words != "OTAN" {
				t.Errorf("%s would replace %q", *r.RuleID, words)
			}
		}
	}
	if suppressed["inSource"] != 1 || suppressed["external"] != 1 {
		t.Errorf("suppressed: %v", suppressed)
	}
	last := run.Results[len(run.Results)-1]
	if uri := *last.Locations[0].PhysicalLocation.ArtifactLocation.URI; uri != "a%20b/%C3%A9%25.txt" {
		t.Error(uri)
	}
}
