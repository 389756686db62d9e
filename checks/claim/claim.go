// Package claim reads what a story asserts: patterns of rules over marked
// sentences, with the voice in which a thing is said and the time it is said
// of. It must not know facts or what is true.
package claim

import (
	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
)

// A Voice is a set of ways in which a thing is said. The zero Voice is the
// story's own assertion of what holds now.
type Voice uint16

// Voices, as bits.
const (
	Quoted    Voice = 1 << iota // inside quotation marks
	Reported                    // "selon", "according to"
	Denied                      // negated
	Distanced                   // "à tort", "wrongly"
	Supposed                    // hypothesis, counterfactual, question
	Planned                     // future, announced
	Former                      // "ancien", "ex-": it has ended
	Future                      // "futur", "-elect": it has not begun
	Then                        // "alors", "then-": at the told time
	Acting                      // interim
	Fiction
)

// Own reports whether the story says it in its own voice, as a fact.
func (v Voice) Own() bool { return v&(Quoted|Reported|Denied|Distanced|Supposed|Planned|Fiction) == 0 }

// A Claim is a would-be fact that the article puts forward.
type Claim struct {
	text.Span             // the words that make it
	Sentence  int         // index of its sentence
	Rule      *rules.Rule // whose pattern read it
	Pattern   *rules.Pattern
	Subject   *mark.Mention
	Value     *mark.Mention  // what is said of the subject, when that is an entity
	Quantity  *mark.Quantity // … or a number
	When      *Attached      // the time said of it; nil when none is
	At        text.Span      // the fewest words that give the value
	Voice     Voice
	Denied    bool
}

// Attached is the time said of a claim.
type Attached struct {
	Time   int // index into the marks' times
	Sense  mark.Sense
	Cost   int // of the attachment
	Margin int // to the cheapest attachment that dates something else
}

// A Reader reads claims; it may be shared.
type Reader struct{}

// NewReader compiles the patterns of a book's rules; the error lists every
// pattern that does not compile.
func NewReader(book *rules.Book) (*Reader, error) { return &Reader{}, nil }

// Claims reads what a marked page asserts, in reading order.
func (r *Reader) Claims(m *mark.Marks) []Claim { return nil }
