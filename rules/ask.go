package rules

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"recoupe/checks/text"
	"recoupe/rules/calendar"
)

// Search finds entities by words of their names, in any language; the last word
// may be unfinished. Those whose name is just these words come first, then in
// the order of the tables.
func (b *Book) Search(words string) []*Entity {
	wanted := strings.Fields(text.Fold(words))
	if len(wanted) == 0 {
		return nil
	}
	type hit struct {
		entity *Entity
		rank   int
	}
	var hits []hit
	for _, e := range b.Entities() {
		best := 3
		for _, name := range slices.Concat(e.allNames(), e.Family, []string{e.ID}) {
			best = min(best, matches(strings.Fields(text.Fold(name)), wanted))
		}
		if best < 3 {
			hits = append(hits, hit{e, best})
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return cmp.Compare(a.rank, b.rank) })
	out := make([]*Entity, len(hits))
	for i, h := range hits {
		out[i] = h.entity
	}
	return out
}

// matches ranks a name: 0 when it is just the words wanted, 1 when it begins with
// them, 2 when it holds each of them, 3 when it does not.
func matches(name, wanted []string) int {
	if slices.Equal(name, wanted) {
		return 0
	}
	for i, w := range wanted {
		last := i == len(wanted)-1
		if !slices.ContainsFunc(name, func(have string) bool { return have == w || last && strings.HasPrefix(have, w) }) {
			return 3
		}
	}
	if len(name) >= len(wanted) && slices.Equal(name[:len(wanted)-1], wanted[:len(wanted)-1]) && strings.HasPrefix(name[len(wanted)-1], wanted[len(wanted)-1]) {
		return 1
	}
	return 2
}

// allNames are an entity's names, acronyms and expansions in all languages, each once.
func (e *Entity) allNames() []string {
	var out []string
	for _, words := range []map[string][]string{e.Names, e.Acronyms, e.Expansions} {
		for _, lang := range slices.Sorted(maps.Keys(words)) {
			for _, w := range words[lang] {
				if !slices.Contains(out, w) {
					out = append(out, w)
				}
			}
		}
	}
	return out
}

// Stats counts what a book holds.
type Stats struct {
	Facts       int    `json:"facts"`
	Entities    int    `json:"entities"`
	Aliases     int    `json:"aliases"` // names, adjectives, acronyms, family names
	Events      int    `json:"events"`
	Tenures     int    `json:"tenures"`
	Memberships int    `json:"memberships"`
	Places      int    `json:"places"` // countries, cities and others
	People      int    `json:"people"`
	Numbers     int    `json:"numbers"`  // values of well-known figures
	Acronyms    int    `json:"acronyms"` // of all languages
	AsOf        string `json:"as_of"`
}

// Stats counts what the book holds.
func (b *Book) Stats() Stats {
	s := Stats{Facts: len(b.Facts()), Entities: b.store.count(), AsOf: b.AsOf.String()}
	for _, e := range b.Entities() {
		switch e.Kind {
		case Event:
			s.Events++
		case Country, City, PlaceKind:
			s.Places++
		case Person:
			s.People++
		}
		s.Aliases += len(e.allNames()) + len(e.Family)
		for _, words := range e.Adjectives {
			s.Aliases += len(words)
		}
		for _, words := range e.Acronyms {
			s.Acronyms += len(words)
		}
	}
	for _, f := range b.Facts() {
		switch f.Relation {
		case Holds:
			s.Tenures++
		case Member:
			s.Memberships++
		case Counts:
			s.Numbers++
		}
	}
	return s
}

// True lists the facts that held at some moment of a period, in the order of the
// tables: all of them, or those about an entity, as subject or as value.
func (b *Book) True(during calendar.Period, about *Entity) []*Fact {
	var out []*Fact
	for _, f := range b.Facts() {
		if f.During.Overlaps(during) && (about == nil || f.Subject == about || f.Value.Entity == about) {
			out = append(out, f)
		}
	}
	return out
}

// A Table is one file of facts and the day up to which it was checked: the
// earliest that any of its rows gives.
type Table struct {
	File string
	AsOf calendar.Date
	Rows int // facts that it tells
}

// Tables lists the files that tell the book's facts, in the order of their names.
func (b *Book) Tables() []Table {
	byFile := map[string]*Table{}
	for _, f := range b.Facts() {
		t := byFile[f.Origin.File]
		if t == nil {
			t = &Table{File: f.Origin.File, AsOf: f.AsOf}
			byFile[t.File] = t
		}
		t.Rows++
		if f.AsOf.First() < t.AsOf.First() {
			t.AsOf = f.AsOf
		}
	}
	out := make([]Table, 0, len(byFile))
	for _, file := range slices.Sorted(maps.Keys(byFile)) {
		out = append(out, *byFile[file])
	}
	return out
}
