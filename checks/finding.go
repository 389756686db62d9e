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
	Yields      bool            // to any other finding on the same words
	Span        text.Span       // the fewest words that show the fault
	Phrase      text.Span       // words around the span that an editor would replace with it; settle takes them in
	About       text.Span       // the words they are about, marked lightly; may be empty
	Vars        map[string]Said // fill the rule's message
	Because     []Evidence      // never empty
	Quoted      bool            // against the book in words that the story quotes: they are the speaker's
	RestsOnDate bool            // follows from the publication date: folded when that date is found wrong
	Suggestions []string        // each replaces exactly the words of Span
	Fingerprint string          // set by settle
}

// Said is a value to be told in the language of the report: words of the story
// as they stand, or a value that the language says its own way. The first that
// is set counts.
type Said struct {
	Words  string
	Fact   *rules.Fact // told without its subject
	Entity *rules.Entity
	Period calendar.Period
	Number float64
}

// Evidence is one reason: a fact of the book, or another place in the article.
type Evidence struct {
	Fact *rules.Fact
	Span text.Span   // another place; empty when the reason is a fact
	Note string      // id of one of the rule's notes, which says what the place shows; or empty
	Rule *rules.Rule // of a finding folded into this one
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
	Stood       []Stood // what the desk lets stand, by place; never told as a finding
	Err         error
}
