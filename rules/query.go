package rules

import (
	"errors"
	"fmt"
	"sort"
	"strings"
	"sync/atomic"

	"recoupe/rules/calendar"
)

// factsOf are the facts of one relation.
type factsOf struct {
	relation string
	facts    []*Fact
}

// Entities are all entities, in the order of the tables.
func (b *Book) Entities() []*Entity {
	out := make([]*Entity, b.store.count())
	for i := range out {
		out[i] = b.store.entityOf(i)
	}
	return out
}

// Size is how many entities and facts the book holds.
func (b *Book) Size() (entities, facts int) {
	if b.store == nil {
		return 0, 0
	}
	return len(b.store.entities), len(b.store.facts) - len(b.off)
}

// Facts are all facts, in the order of the tables.
func (b *Book) Facts() []*Fact {
	var out []*Fact
	for _, e := range b.Entities() {
		from, to := b.store.rangeOf(e)
		for n := from; n < to; n++ {
			if !b.off[n] {
				out = append(out, b.store.factOf(n, e))
			}
		}
	}
	return out
}

// Entity finds an entity by its id; nil when there is none.
func (b *Book) Entity(id string) *Entity {
	if b.store == nil {
		return nil
	}
	s := b.store
	low, high := 0, s.byID.Len()
	for low < high {
		mid := (low + high) / 2
		n := int(s.byID.At(mid))
		switch have := s.idOf(n); {
		case have == id:
			return s.entityOf(n)
		case have < id:
			low = mid + 1
		default:
			high = mid
		}
	}
	return nil
}

// Of returns the facts of a subject's relation, in the order of the tables.
func (b *Book) Of(subject *Entity, relation string) []*Fact {
	return pick(b.about(subject), relation)
}

// With returns the facts whose value is an entity: the offices that a person
// held, the countries a city was capital of.
func (b *Book) With(value *Entity, relation string) []*Fact {
	if value == nil || b.store == nil {
		return nil
	}
	if ready := b.named[value.number].Load(); ready != nil {
		return pick(*ready, relation)
	}
	var all []factsOf
	from, to := b.store.naming.Range(value.number)
	for i := from; i < to; i++ {
		n := int(b.store.naming.At(i))
		if !b.off[n] {
			all = group(all, b.store.factOf(n, b.store.subjectOf(n)))
		}
	}
	b.named[value.number].CompareAndSwap(nil, &all)
	return pick(*b.named[value.number].Load(), relation)
}

// about are the facts about an entity.
func (b *Book) about(subject *Entity) []factsOf {
	if subject == nil || b.store == nil {
		return nil
	}
	if ready := b.own[subject.number].Load(); ready != nil {
		return *ready
	}
	var all []factsOf
	from, to := b.store.rangeOf(subject)
	for n := from; n < to; n++ {
		if !b.off[n] {
			all = group(all, b.store.factOf(n, subject))
		}
	}
	b.own[subject.number].CompareAndSwap(nil, &all)
	return *b.own[subject.number].Load()
}

func group(all []factsOf, f *Fact) []factsOf {
	for i := range all {
		if all[i].relation == f.Relation {
			all[i].facts = append(all[i].facts, f)
			return all
		}
	}
	return append(all, factsOf{f.Relation, []*Fact{f}})
}

func pick(all []factsOf, relation string) []*Fact {
	for i := range all {
		if all[i].relation == relation {
			return all[i].facts
		}
	}
	return nil
}

// Offices are the offices of a title, or those of a country, body or place.
func (b *Book) Offices(of *Entity) []*Entity { return b.under(of) }

// Events are the happenings of a kind, by its act.
func (b *Book) Events(act *Entity) []*Entity { return b.under(act) }

// Heirs are the bodies, firms and states that continue one, in the order of the tables.
func (b *Book) Heirs(of *Entity) (heirs []*Entity) {
	if b.store == nil {
		return nil
	}
	from, to := b.store.heirs.Range(of.number)
	for i := from; i < to; i++ {
		heirs = append(heirs, b.store.entityOf(int(b.store.heirs.At(i))))
	}
	return heirs
}

// InName reports whether a folded word stands in the name of a person, a place or
// a body, in any language.
func (b *Book) InName(folded string) bool {
	if b.store == nil {
		return false
	}
	words, key := b.store.nameWords, nameWord(folded)
	i := sort.Search(words.Len(), func(i int) bool { return words.At(i) >= key })
	return i < words.Len() && words.At(i) == key
}

func (b *Book) under(e *Entity) []*Entity {
	if e == nil || b.store == nil {
		return nil
	}
	s := b.store
	if ready := s.below[e.number].Load(); ready != nil {
		return *ready
	}
	from, to := s.under.Range(e.number)
	all := make([]*Entity, 0, to-from)
	for i := from; i < to; i++ {
		all = append(all, s.entityOf(int(s.under.At(i))))
	}
	s.below[e.number].CompareAndSwap(nil, &all)
	return *s.below[e.number].Load()
}

// Fact finds a fact by its id; nil when there is none.
func (b *Book) Fact(id string) *Fact {
	// Every id begins with that of its subject.
	subject, _, _ := strings.Cut(id, "/")
	for _, of := range b.about(b.Entity(subject)) {
		for _, f := range of.facts {
			if f.ID == id {
				return f
			}
		}
	}
	return nil
}

// untold reports whether a fact of a subject and relation that held at some moment
// of a period was switched off: what it told is then unknown, and not wrong.
func (b *Book) untold(subject *Entity, relation string, during calendar.Period) bool {
	if len(b.off) == 0 || b.store == nil {
		return false
	}
	from, to := b.store.rangeOf(subject)
	for n := from; n < to; n++ {
		if f := b.store.factOf(n, subject); b.off[n] && f.Relation == relation && f.During.Overlaps(during) {
			return true
		}
	}
	return false
}

// Without is the book with some facts switched off, by id. An id that no fact
// has is an error.
func (b *Book) Without(ids ...string) (*Book, error) {
	var errs []error
	off := map[int]bool{}
	for n := range b.off {
		off[n] = true
	}
	for _, id := range ids {
		f := b.Fact(id)
		if f == nil {
			var known []string
			for _, f := range b.Facts() {
				known = append(known, f.ID)
			}
			errs = append(errs, fmt.Errorf("no fact is called %q%s", id, didYouMean(id, known)))
			continue
		}
		off[f.number] = true
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	return &Book{Rules: b.Rules, Languages: b.Languages, AsOf: b.AsOf, store: b.store, off: off,
		own: make([]atomic.Pointer[[]factsOf], len(b.own)), named: make([]atomic.Pointer[[]factsOf], len(b.named))}, nil
}

// Ruled is the book with other rules, in their order.
func (b *Book) Ruled(rules []*Rule) *Book {
	c := *b
	c.Rules = rules
	return &c
}
