// Package rules is the book: all that is known before an article is opened.
// It holds entities, facts, rules and languages, loads them from tables and
// answers what was true when. It must not know texts, checks or how findings
// are told; it reads only the file systems that it is handed.
package rules

import (
	"fmt"
	"maps"
	"slices"
	"sync/atomic"

	"recoupe/rules/calendar"
)

// A Book is everything known before the article is opened. It never changes
// once loaded and may be shared. Its entities and facts lie compiled, and are
// made when they are first asked for.
type Book struct {
	Rules     []*Rule
	Languages map[string]*Language
	AsOf      calendar.Date // the latest as_of of its tables

	// Tried says that all its grammars and patterns are known to compile, so that
	// those of a language may wait for its first story. So it is with the house's own
	// book, which tests hold to it.
	Tried bool

	store *store
	off   map[int]bool                // facts that are switched off, by number
	own   []atomic.Pointer[[]factsOf] // by entity: the facts about it
	named []atomic.Pointer[[]factsOf] // by entity: the facts that name it
}

// A Kind is what an entity is.
type Kind string

// Kinds of entities, named as the tables that declare them.
const (
	Country      Kind = "country"
	City         Kind = "city"
	PlaceKind    Kind = "place"
	Organisation Kind = "organisation"
	Person       Kind = "person"
	Title        Kind = "title"  // a kind of office, without its country
	Office       Kind = "office" // a title of one country or body
	Act          Kind = "act"    // a kind of happening
	Event        Kind = "event"
	Figure       Kind = "figure" // a thing whose number is well known
	Currency     Kind = "currency"
	Thing        Kind = "thing" // parties, firms, products: whatever begins or ends
)

// An Entity is a person, place, office, event or thing that articles name.
type Entity struct {
	ID         string
	Kind       Kind
	Sub        string              // a finer kind: river, war, party
	Names      map[string][]string // by language, the label first
	Adjectives map[string][]string // inflected forms: français, française
	Acronyms   map[string][]string
	Expansions map[string][]string // what the acronym stands for, every accepted wording
	Family     []string            // family names of a person
	Sex        string              // m or f
	Title      *Entity             // of an office
	Of         *Entity             // the country or body of an office or figure
	In         []*Entity           // larger places it lies in
	Act        *Entity             // of an event: what happened
	Agent      []*Entity           // who did it
	Object     []*Entity           // to whom
	Verbs      map[string][]string // of an act, infinitives
	Nouns      map[string][]string
	Continues  []*Entity         // what it was before: another organisation, a state of another name
	Vacant     []calendar.Period // of an office: when nobody held it, or somebody for a while whom its table does not tell
	Several    bool              // of an office: more than one may hold it at a time
	Lead       int               // of an office: by how many days the vote may come before the first day in it; 0: the table does not say
	Withdrawn  bool              // by a later book: its names stay, and nothing is said of it
	Exists     calendar.Period   // when it existed; open ends where unknown
	Code, QID  string
	AsOf       calendar.Date // checked up to
	Since      calendar.Date // its list of children is complete from here on; zero: never
	Origin     Origin

	clues  map[string][]string // of an event: words that tell it beside its names; only while tables are read
	alone  []*Entity           // itself and no other
	number int                 // in the book
	gaps   []calendar.Period   // of an office that claims to be complete: when its table tells no holder
}

// Label is the entity's first name in a language, or in any when it has none
// there. What has only an acronym goes by what it stands for, or by its letters.
func (e *Entity) Label(lang string) string {
	for _, words := range []map[string][]string{e.Names, e.Expansions, e.Acronyms} {
		if len(words[lang]) > 0 {
			return words[lang][0]
		}
		for _, l := range slices.Sorted(maps.Keys(words)) {
			if len(words[l]) > 0 {
				return words[l][0]
			}
		}
	}
	return e.ID
}

// Relations between a subject and a value.
const (
	Holds     = "holds"      // office, person
	TookPlace = "took-place" // event, period
	Capital   = "capital"    // country, city
	Member    = "member"     // organisation, country
	Born      = "born"       // person, period
	Died      = "died"       // person, period
	Citizen   = "citizen"    // person, country
	LiesIn    = "lies-in"    // place, larger place
	Counts    = "counts"     // figure, number
	Side      = "side"       // city, words: in which outer third of its country it lies
	StandsFor = "stands-for" // organisation, words
	Existed   = "existed"    // entity, period
	Seat      = "seat"       // organisation, city
)

// Alone is the list of this entity and no other: the readings of most names. What
// is appended to it goes into a list of its own.
func (e *Entity) Alone() []*Entity {
	if e.alone == nil {
		return []*Entity{e}
	}
	return e.alone
}

// A Value is what a fact says of its subject: an entity, a period, a number or words.
type Value struct {
	Entity *Entity
	Period calendar.Period
	Number float64
	Words  []string // wordings that are all right
}

// A Fact says that a relation held between a subject and a value over a period.
type Fact struct {
	ID       string
	Subject  *Entity
	Relation string
	Value    Value
	During   calendar.Period
	Acting   bool // an interim holder: true beside another
	Nth      int  // ordinal of a holder; 0 where not counted
	Sources  []string
	Verified calendar.Date // checked by hand against common knowledge
	AsOf     calendar.Date // checked up to
	Origin   Origin

	number int // in the book
}

// Certain reports whether two sources agree or the row was checked by hand:
// only then may the fact support more than a note.
func (f *Fact) Certain() bool { return len(f.Sources) >= 2 || !f.Verified.IsZero() }

// Slack is the number of days around the fact's ends in which nothing is
// contradicted: handovers, oaths and resignations fall on different days.
func (f *Fact) Slack() int {
	if f.Certain() {
		return 1
	}
	return 45
}

// An Origin says where the book says so.
type Origin struct {
	File string
	Line int
}

func (o Origin) String() string { return fmt.Sprintf("%s:%d", o.File, o.Line) }

// An Answer is what the book knows of one subject's relation over a period.
type Answer struct {
	Facts  []*Fact // true at some moment of the period
	Closed bool    // the table is complete over the whole period: what is absent is false
}

// Ask answers what the book knows of a subject's relation over a period.
// An open end of the period asks up to the limits of what is known.
func (b *Book) Ask(subject *Entity, relation string, during calendar.Period) Answer {
	var a Answer
	for _, f := range b.Of(subject, relation) {
		if f.During.Overlaps(during) {
			a.Facts = append(a.Facts, f)
		}
	}
	known := calendar.Period{From: subject.Since, To: subject.AsOf}
	a.Closed = !subject.Since.IsZero() && !subject.AsOf.IsZero() && during.Within(known)
	if a.Closed && b.untold(subject, relation, during) {
		a.Closed = false
	}
	if relation == Holds && a.Closed {
		// Where the table tells no holder, somebody unknown may have stood in.
		a.Closed = !slices.ContainsFunc(subject.gaps, during.Overlaps) && !slices.ContainsFunc(subject.Vacant, during.Overlaps)
	}
	return a
}
