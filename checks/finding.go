package checks

import (
	"recoupe/checks/text"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// A Finding is a contradiction: its place, its values and its evidence. It
// holds no sentences; the rule's message tells it in any language.
type Finding struct {
	Rule        *rules.Rule
	Severity    rules.Severity  // set by settle from the rule and the steps down
	Down        int             // steps below the rule's severity: quoted words, a guessed field, a small margin …
	Span        text.Span       // the fewest words that show the fault
	About       text.Span       // the words they are about, marked lightly; may be empty
	Vars        map[string]Said // fill the rule's message
	Because     []Evidence      // never empty
	Suggestions []string        // each replaces exactly the words of Span
	Fingerprint string          // set by settle
}

// Said is a value to be told in the language of the report: words of the story
// as they stand, or a value that the language says its own way. The first that
// is set counts.
type Said struct {
	Words  string
	Entity *rules.Entity
	Period calendar.Period
	Number float64
}

// Evidence is one reason: a fact of the book, or another place in the article.
type Evidence struct {
	Fact *rules.Fact
	Span text.Span // another place; empty when the reason is a fact
	Note string    // id of one of the rule's notes, which says what the place shows; or empty
}

// A Verdict is what became of a claim.
type Verdict uint8

// Verdicts on claims.
const (
	Unknown Verdict = iota
	Confirmed
	Contradicted
)

// A Judged claim has its verdict, the fact that decided it, and why it was not
// flagged or confirmed.
type Judged struct {
	Claim   int // index into the reading's claims
	Verdict Verdict
	Fact    *rules.Fact
	Why     string
}

// A Result is one document's outcome. Err is set when it could not be read.
type Result struct {
	Document    *text.Document
	Reading     *Reading
	Publication Publication
	Findings    []Finding // sorted by place, then rule
	Judged      []Judged
	Err         error
}

// An Origin says where a publication date comes from.
type Origin string

// Origins of a publication date, the first that applies.
const (
	Given    Origin = "given"    // --date
	Declared Origin = "declared" // by the story's format
	Dateline Origin = "dateline"
	Config   Origin = "config"
	Window   Origin = "window" // when everything stated as current was true
	None     Origin = "none"
)

// A Publication is the date a story is read as of.
type Publication struct {
	Period calendar.Period
	Origin Origin
	Window calendar.Period // when all that the story states as current was true
	Span   text.Span       // of a dateline
}

// publication finds the date a story is read as of.
func (l *Linter) publication(r *Reading, given []Publication) Publication {
	for _, p := range given {
		if p.Origin == Given {
			return p
		}
	}
	if d, err := calendar.ParsePeriod(r.Meta["date"]); err == nil {
		return Publication{Period: d, Origin: Declared}
	}
	for _, p := range given {
		return p
	}
	return Publication{Origin: None}
}
