// Package claim reads what a story asserts: patterns of rules over marked
// sentences, with the voice in which a thing is said and the time it is said
// of. It must not know facts or what is true.
package claim

import (
	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
)

// A Claim is a would-be fact that the article puts forward.
type Claim struct {
	text.Span // the words that make it
	Sentence  int
	Rule      *rules.Rule // whose pattern read it
	Pattern   *rules.Pattern
	Subject   *mark.Mention
	Value     *mark.Mention  // what is said of the subject, when that is an entity
	Quantity  *mark.Quantity // … or a number
	When      *Attached      // the time said of it; nil when none is
	At        text.Span      // the fewest words that give the value
	Voice     Voice
	Set       map[string]string // what the pattern alone says

	slot int // what is said, by number: its form's
}

// Relation is what the claim says: its rule's relation, or the one its pattern sets.
func (c *Claim) Relation() string {
	if r := c.Set["relation"]; r != "" {
		return r
	}
	return c.Rule.Relation
}

// Attached is the time said of a claim.
type Attached struct {
	Time   int // index into the marks' times
	Sense  mark.Sense
	Cost   int // of the attachment
	Margin int // to the cheapest attachment that dates something else
	Order  int // -1: told to be before the event; 1: after it; 0: at it
}

// Sure is the margin from which an attachment has full weight.
const Sure = 2

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
	Elect                       // "futur", "-elect": it has not begun
	Then                        // "alors", "then-": at the told time
	Acting                      // interim
	Fiction                     // played, in a film
)

var voiceWords = []string{"quoted", "reported", "denied", "distanced", "supposed", "planned", "former", "elect", "then", "acting", "fiction"}

// Own reports whether the story says it as a fact in its own voice, or lets a
// source say it as one.
func (v Voice) Own() bool { return v&(Denied|Distanced|Supposed|Planned|Fiction) == 0 }

// String lists the voices, "asserted" when there is none.
func (v Voice) String() string {
	out := ""
	for i, w := range voiceWords {
		if v&(1<<i) != 0 {
			if out != "" {
				out += " "
			}
			out += w
		}
	}
	if out == "" {
		return "asserted"
	}
	return out
}

// ParseVoice is the voice of a word; ok is false for any other word.
func ParseVoice(word string) (v Voice, ok bool) {
	for i, w := range voiceWords {
		if w == word {
			return 1 << i, true
		}
	}
	return 0, false
}
