// Package rules is the book: all that is known before an article is opened.
// It holds entities, facts, rules and languages, loads them from tables and
// answers what was true when. It must not know texts, checks or how findings
// are told; it reads only the file systems that it is handed.
package rules

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"recoupe/rules/calendar"
)

// A Book is everything known before the article is opened. It never changes
// once loaded and may be shared.
type Book struct {
	Rules     []*Rule
	Entities  []*Entity
	Facts     []*Fact
	Languages map[string]*Language
	AsOf      calendar.Date // the latest as_of of its tables

	entities  map[string]*Entity
	bySubject map[slot][]*Fact
	byValue   map[slot][]*Fact
}

type slot struct {
	entity   *Entity
	relation string
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
	Exists     calendar.Period   // when it existed; open ends where unknown
	Code, QID  string
	AsOf       calendar.Date // checked up to
	Since      calendar.Date // its list of children is complete from here on; zero: never
	Origin     Origin

	gaps []calendar.Period // of an office that claims to be complete: when its table tells no holder
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
	StandsFor = "stands-for" // organisation, words
	Existed   = "existed"    // entity, period
	Seat      = "seat"       // organisation, city
)

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

// index files the facts by what they are about and by whom they name.
func (b *Book) index() {
	b.bySubject, b.byValue = map[slot][]*Fact{}, map[slot][]*Fact{}
	for _, f := range b.Facts {
		s := slot{f.Subject, f.Relation}
		b.bySubject[s] = append(b.bySubject[s], f)
		if f.Value.Entity != nil {
			v := slot{f.Value.Entity, f.Relation}
			b.byValue[v] = append(b.byValue[v], f)
		}
	}
}

// findGaps notes when the tables of offices tell no holder although they claim to
// be complete: more than a day between two, or before the first.
func (b *Book) findGaps() {
	for _, office := range b.Entities {
		if office.Kind != Office || office.Since.IsZero() || office.AsOf.IsZero() {
			continue
		}
		end := min(office.AsOf.Last(), office.Exists.Last())
		if office.Of != nil {
			end = min(end, office.Of.Exists.Last())
		}
		stretches := slices.Clone(office.Vacant)
		for _, f := range b.Of(office, Holds) {
			stretches = append(stretches, f.During)
		}
		slices.SortFunc(stretches, func(p, q calendar.Period) int { return cmp.Compare(p.First(), q.First()) })
		office.gaps = nil
		until := office.Since.Last()
		for _, p := range append(stretches, calendar.Period{From: (end + 1).Date()}) {
			if p.First() > until+2 && until < end {
				office.gaps = append(office.gaps, calendar.Between(until+1, min(p.First()-1, end)))
			}
			until = max(until, p.Last())
		}
	}
}

// Fact finds a fact by its id; nil when there is none.
func (b *Book) Fact(id string) *Fact {
	// Every id begins with that of its subject.
	subject, _, _ := strings.Cut(id, "/")
	for _, f := range b.Facts {
		if f.Subject.ID == subject && f.ID == id {
			return f
		}
	}
	return nil
}

// Without is the book with some facts switched off, by id. An id that no fact
// has is an error.
func (b *Book) Without(ids ...string) (*Book, error) {
	var errs []error
	off := map[*Fact]bool{}
	for _, id := range ids {
		f := b.Fact(id)
		if f == nil {
			known := make([]string, len(b.Facts))
			for i, f := range b.Facts {
				known[i] = f.ID
			}
			errs = append(errs, fmt.Errorf("no fact is called %q%s", id, didYouMean(id, known)))
		}
		off[f] = true
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	less := *b
	less.Facts = slices.DeleteFunc(slices.Clone(b.Facts), func(f *Fact) bool { return off[f] })
	less.index()
	return &less, nil
}

// Entity finds an entity by its id; nil when there is none.
func (b *Book) Entity(id string) *Entity { return b.entities[id] }

// Of returns the facts of a subject's relation, in the order of the tables.
func (b *Book) Of(subject *Entity, relation string) []*Fact {
	return b.bySubject[slot{subject, relation}]
}

// With returns the facts whose value is an entity: the offices that a person
// held, the countries a city was capital of.
func (b *Book) With(value *Entity, relation string) []*Fact {
	return b.byValue[slot{value, relation}]
}

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
	if relation == Holds && a.Closed {
		// Where the table tells no holder, somebody unknown may have stood in.
		a.Closed = !slices.ContainsFunc(subject.gaps, during.Overlaps) && !slices.ContainsFunc(subject.Vacant, during.Overlaps)
	}
	return a
}
