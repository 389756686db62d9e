// Package checks holds the judges: a Check finds one kind of contradiction, a
// Linter walks a document through marking, claiming, dating and judging, and
// settles what was found. It is handed documents and a book, and must not know
// files, formats, colours or what day it is today.
package checks

import (
	"context"
	"errors"
	"fmt"

	"recoupe/checks/claim"
	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// A Check is one way of finding contradictions; many rules may share it.
type Check struct {
	Name string
	Doc  string
	Vars []string                         // what its rules' messages may mention
	New  func(*rules.Rule) (Judge, error) // reads the rule's settings once
}

// A Judge looks at one story and reports what contradicts.
type Judge func(*Pass)

// All lists the checks of the house, in the order in which they speak.
func All() []Check {
	return []Check{
		againstFacts(),
		publicationWindow(),
		acronym,
		nationality,
		repeatedParagraph,
		repeatedSentence,
		headlineMismatch,
		acronymVariant,
		numberConflict,
		arithmetic,
		nameVariant,
		titleConflict,
		quoteConflict,
		weekdayDate,
		impossibleDate,
		timeline,
		houseStyle(nil),
		byDesk(),
	}
}

// A Reading is a document with its marks and claims, and the date it is read as of.
type Reading struct {
	*mark.Marks
	Claims      []claim.Claim
	Publication Publication
	When        []mark.Time // the marks' times, anchored at the publication date

	copies     []copied // paragraphs that stand twice, once asked for
	copiesRead bool
	words      *wordList // once asked for

	sentenceLines *[]line  // once asked for
	sentenceStems [][]stem // by sentence, once asked for

	summed   bool
	summands []sum // the sentences with numbers, once asked for

	holds        map[string]bool       // classes asked for anywhere in the story
	first        map[*rules.Entity]int // where each entity is first named, once asked for
	stranger     int                   // where somebody unknown is first named
	strangerRead bool
	registers    map[*rules.Entity]*register // of bodies, once asked for
}

// rest lets go of what only judges ask for.
func (r *Reading) rest() {
	if r.words != nil {
		wordLists.Put(r.words)
	}
	if r.sentenceLines != nil {
		lineLists.Put(r.sentenceLines)
	}
	r.summed, r.summands = false, nil
	r.words, r.sentenceLines, r.sentenceStems, r.copies, r.copiesRead, r.registers = nil, nil, nil, nil, false, nil
}

// A Pass is what a judge is given: the reading, its rule, the book, and a way to
// report. It is the judge's only until it returns.
type Pass struct {
	*Reading
	Rule    *rules.Rule
	Book    *rules.Book
	Report  func(Finding)
	Verdict func(Judged) // what became of a claim
}

// A Linter checks documents against a book; it never changes and may be shared.
type Linter struct {
	book   *rules.Book
	marker *mark.Marker
	reader *claim.Reader
	judges []bench
}

type bench struct {
	rule  *rules.Rule
	judge Judge
}

// An Option changes how a Linter is made.
type Option func(*options)

type options struct {
	checks []Check
}

// With adds a caller's own checks to those of the house.
func With(own ...Check) Option {
	return func(o *options) { o.checks = append(o.checks, own...) }
}

// New makes a linter. The error joins one for every rule that cannot work.
func New(book *rules.Book, opts ...Option) (*Linter, error) {
	o := options{checks: All()}
	for _, opt := range opts {
		opt(&o)
	}
	marker, err := mark.New(book)
	reader, readerErr := claim.NewReader(book)
	errs := []error{err, readerErr}
	l := &Linter{book: book, marker: marker, reader: reader}
	byName := map[string]Check{}
	for _, c := range o.checks {
		byName[c.Name] = c
	}
	for _, r := range book.Rules {
		c, ok := byName[r.Check]
		if !ok {
			errs = append(errs, fmt.Errorf("%s: no check is called %q", r.Origin, r.Check))
			continue
		}
		errs = append(errs, c.understands(r))
		judge, err := c.New(r)
		if err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", r.Origin, err))
			continue
		}
		l.judges = append(l.judges, bench{r, judge})
	}
	return l, errors.Join(errs...)
}

// Lint reads a document and returns what contradicts the book or itself. It
// stops early, with an error in the result, when the context ends.
func (l *Linter) Lint(ctx context.Context, doc *text.Document, given ...Publication) Result {
	marks := l.marker.Mark(doc)
	reading := &Reading{Marks: marks, Claims: l.reader.Claims(marks)}
	reading.When = marks.Anchor(calendar.Period{})
	reading.Publication = l.publication(reading, given)
	reading.When = marks.AnchorOver(reading.When, reading.Publication.Period)
	defer reading.rest()

	var found []Finding
	var judged []Judged
	pass := Pass{Reading: reading, Book: l.book}
	pass.Report = func(f Finding) {
		f.Rule = pass.Rule
		found = append(found, f)
	}
	pass.Verdict = func(v Judged) { judged = append(judged, v) }
	for _, b := range l.judges {
		if err := ctx.Err(); err != nil {
			return Result{Document: doc, Err: err}
		}
		pass.Rule = b.rule
		b.judge(&pass)
	}
	return settle(reading, found, judged)
}
