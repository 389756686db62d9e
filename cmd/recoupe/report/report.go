// Package report is the way out: it tells results to people and programs, one
// file a format. It takes a result at a time and keeps none, so that a run may
// be as long as it likes. It must not know how anything was found, and no
// format looks for a position in the text again.
package report

import (
	"io"

	"recoupe/checks"
	"recoupe/rules"
)

// A Format is one way of telling results.
type Format struct {
	Name string
	Doc  string
	New  func(io.Writer, Options) Report
}

// All lists the formats.
func All() []Format {
	return []Format{
		{"text", "for people: each finding with its place, words and reasons", newText},
		{"jsonl", "for programs: a JSON object a story, one a line", newJSONL},
		{"json", "for programs: one JSON document; its schema is fixtures/reports/report.schema.json", newJSON},
		{"compact", "for editors and grep: a line a finding", newCompact},
		{"html", "for editors and writers: one page that is complete in itself", newHTML},
		{"sarif", "for code scanning and editors: SARIF 2.1.0, with rules, fixes and what is let stand", newSARIF},
		{"github", "for GitHub Actions: the worst findings as annotations, and a line that sums up", newGitHub},
		{"gitlab", "for GitLab: a code quality report", newGitLab},
		{"checkstyle", "for Jenkins and the like: findings by file, in XML", newCheckstyle},
		{"junit", "for test reports: a suite a story, failed by what --fail-on says", newJUnit},
		{"rdjsonl", "for reviewdog: a diagnostic a line, with suggestions", newRDJSONL},
	}
}

// A Report is told results one after the other, between its beginning and end.
type Report interface {
	Begin() error
	Add(checks.Result) error
	End() error
}

// Options say how results are told.
type Options struct {
	Book *rules.Book
	UI   string         // language of messages; empty: each story's own
	Show rules.Severity // findings below it are left out
	Fail rules.Severity // findings from it on fail the run; 0: from note on
	Dir  string         // slash path of the folder that files are told relative to; empty: as named
	Todo bool           // of a reading: only the claims that the book can't judge
	JSON bool           // of the book: as JSON rather than for people

	Paint Painter // of the text format; nil: Plain
	Width int     // of the terminal, in columns; 0: DefaultWidth
}

// tongue is the language in which a story's findings are told.
func (o Options) tongue(r checks.Result) *rules.Language {
	if o.UI != "" {
		return o.Book.Tongue(o.UI)
	}
	return o.Book.Tongue(r.Document.Lang)
}
