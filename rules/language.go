package rules

import (
	"slices"

	"recoupe/checks/text"
)

// A Language is all that the program knows of one: rules/lang/<xx>.toml.
// Its words are data; no Go file holds a word of any language.
type Language struct {
	Code string
	Name string

	Function []string            // frequent words by which the language is guessed
	Class    map[string][]string // word classes, %name in patterns: words or phrases
	Lemma    map[string][]string // irregular lemmas with all their forms, @name in patterns
	Paradigm map[string]Paradigm // how regular lemmas are inflected
	Regular  map[string][]string // paradigm to the lemmas that follow it
	Gendered [][]string          // pairs of words, masculine and feminine, that change with the sex of a holder
	Opposite [][]string          // pairs of words that tell a rise and a fall
	Compose  []string            // how a title takes its place: "{title} {of}", "{of} {title}"
	Say      Say                 // how it says dates, numbers, facts
	Time     TimeTable           // how it writes times
	Quantity QuantityTable       // numbers and units
	Rival    RivalTable          // words that shut one another out
	UI       map[string]string   // words of the report

	Reflexive []string            // pronouns before a verb that is reflexive: "se ", "s'"
	Joined    map[string][]string // words that join with an article: à = ["au", "aux"]

	phrases   *Phrases
	filing    *filing // while the book is read from tables
	words     wordClasses
	inflected map[string][]string // forms of the lemmas of Regular
}

// A Paradigm makes the forms of a lemma: its ending is cut off and each of the
// others put in its place.
type Paradigm struct {
	Ending string
	Forms  []string
}

// Phrases is the language's phrase table: names, words of classes, forms of lemmas.
func (l *Language) Phrases() *Phrases { return l.phrases }

// Is reports whether the single word of a key belongs to a class.
func (l *Language) Is(key uint64, class string) bool { return l.words.has(key, class) }

// Borders tells the sentence splitter what this language's points mean.
func (l *Language) Borders() text.Borders {
	return text.Borders{
		Abbreviation: func(key uint64) bool { return l.Is(key, "abbreviation") },
		Starter:      func(key uint64) bool { return l.Is(key, "starter") },
	}
}

// Composes reports whether the language joins a title to its place in a way:
// "{of} {title}" where the place may stand before.
func (l *Language) Composes(way string) bool { return slices.Contains(l.Compose, way) }
