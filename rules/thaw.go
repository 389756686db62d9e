package rules

import (
	"reflect"
	"sync/atomic"
	"time"

	"recoupe/rules/calendar"
	"recoupe/rules/compiled"
)

// thaw opens a compiled book. Languages and rules are read at once; entities,
// facts and phrases when they are asked for.
func thaw(f *compiled.File) *Book {
	s := &store{
		strings:  compiled.StringsOf(f.Section("strings")),
		byID:     compiled.Numbers(f.Section("by-id")),
		entityAt: compiled.Numbers(f.Section("entity-at")),
		factAt:   compiled.Numbers(f.Section("fact-at")),
		factsOf:  compiled.Numbers(f.Section("facts-of")),
		naming:   compiled.ListsOf(f.Section("naming-at"), f.Section("naming")),
		under:    compiled.ListsOf(f.Section("under-at"), f.Section("under")),
		entity:   f.Section("entities"),
		fact:     f.Section("facts"),
	}
	n := s.byID.Len()
	s.entities, s.below = make([]atomic.Pointer[Entity], n), make([]atomic.Pointer[[]*Entity], n)
	s.facts = make([]atomic.Pointer[Fact], s.factAt.Len()-1)
	s.heirs = compiled.ListsOf(f.Section("heirs-at"), f.Section("heirs"))
	s.nameWords = compiled.Numbers(f.Section("name-words"))
	s.days = compiled.ListsOf(f.Section("days-at"), f.Section("days"))
	s.began = compiled.ListsOf(f.Section("began-at"), f.Section("began"))
	s.clues, s.stems, s.stemsOf = map[string]compiled.Lists{}, map[string]compiled.Uint32s{}, map[string]compiled.Lists{}
	b := &Book{store: s, own: make([]atomic.Pointer[[]factsOf], n), named: make([]atomic.Pointer[[]factsOf], n)}
	r := compiled.NewReader(s.strings, f.Section("book"))
	b.AsOf = readDate(r)
	b.Rules = make([]*Rule, r.Uint())
	for i := range b.Rules {
		rule := &Rule{}
		readInto(r, reflect.ValueOf(rule).Elem())
		rule.settings, _ = readTree(r).(map[string]any)
		readInto(r, reflect.ValueOf(&rule.lines).Elem())
		b.Rules[i] = rule
	}
	b.Languages = map[string]*Language{}
	for range r.Uint() {
		l := &Language{}
		readInto(r, reflect.ValueOf(l).Elem())
		l.words.name(r.List())
		readInto(r, reflect.ValueOf(&l.words.keys).Elem())
		readInto(r, reflect.ValueOf(&l.words.sets).Elem())
		l.Quantity.index(nil)
		l.phrases = &Phrases{store: s, table: compiled.TableOf(f.Section(l.Code + "-phrases")),
			deeper: compiled.FilterOf(f.Section(l.Code + "-deeper")), slots: compiled.FilterOf(f.Section(l.Code + "-slots")), second: compiled.FilterOf(f.Section(l.Code + "-second")),
			lists: compiled.ListsOf(f.Section(l.Code+"-labels-at"), f.Section(l.Code+"-labels"))}
		s.stems[l.Code] = compiled.Numbers(f.Section(l.Code + "-stems"))
		s.stemsOf[l.Code] = compiled.ListsOf(f.Section(l.Code+"-stems-of-at"), f.Section(l.Code+"-stems-of"))
		s.clues[l.Code] = compiled.ListsOf(f.Section(l.Code+"-clues-at"), f.Section(l.Code+"-clues"))
		l.phrases.ready = make([]atomic.Pointer[Phrase], l.phrases.lists.Len())
		b.Languages[l.Code] = l
	}
	return b
}

// idOf is the id of the entity of a number, which need not be made.
func (s *store) idOf(n int) string {
	return compiled.NewReader(s.strings, s.entity[s.entityAt.At(n):]).String()
}

// A maker makes entities, and those they refer to.
type maker struct {
	store *store
	made  map[int]*Entity
	queue []*Entity
}

// get is the entity of a number: one that is whole, or a new one that waits to be read.
func (m *maker) get(n int) *Entity {
	if e := m.store.entities[n].Load(); e != nil {
		return e
	}
	e := m.made[n]
	if e == nil {
		e = &Entity{number: n}
		e.alone = []*Entity{e}
		m.made[n] = e
		m.queue = append(m.queue, e)
	}
	return e
}

// read fills an entity from its record.
func (m *maker) read(e *Entity) {
	s := m.store
	r := compiled.NewReader(s.strings, s.entity[s.entityAt.At(e.number):s.entityAt.At(e.number+1)])
	e.ID, e.Kind, e.Sub = r.String(), kinds[r.Uint()], r.String()
	short := r.List()
	e.Sex, e.Code, e.QID = short[0], short[1], short[2]
	for _, words := range []*map[string][]string{&e.Names, &e.Adjectives, &e.Acronyms, &e.Expansions, &e.Verbs, &e.Nouns} {
		*words = readWords(r)
	}
	e.Family = r.List()
	above := m.refs(r)
	e.Title, e.Of, e.Act = above[0], above[1], above[2]
	e.In, e.Agent, e.Object, e.Continues = m.refs(r), m.refs(r), m.refs(r), m.refs(r)
	e.Vacant, e.gaps = readPeriods(r), readPeriods(r)
	flags := r.Uint()
	e.Several, e.Withdrawn = flags&severalHold != 0, flags&withdrawn != 0
	e.Lead = int(r.Uint())
	e.Exists, e.AsOf, e.Since, e.Origin = readPeriod(r), readDate(r), readDate(r), readOrigin(r)
}

func (m *maker) refs(r *compiled.Reader) []*Entity {
	n := r.Uint()
	if n == 0 {
		return nil
	}
	out := make([]*Entity, n)
	for i := range out {
		if number := int(r.Uint()); number > 0 {
			out[i] = m.get(number - 1)
		}
	}
	return out
}

// readFact makes a fact from its record.
func (s *store) readFact(n int, subject *Entity) *Fact {
	r := compiled.NewReader(s.strings, s.fact[s.factAt.At(n):s.factAt.At(n+1)])
	f := &Fact{number: n, Subject: subject}
	f.ID, f.Relation = subject.ID+r.String(), r.String()
	r.Uint() // one reference, which may be none
	if number := int(r.Uint()); number > 0 {
		f.Value.Entity = s.entityOf(number - 1)
	}
	f.Value.Period, f.Value.Number, f.Value.Words = readPeriod(r), r.Float(), r.List()
	f.During = readPeriod(r)
	nth := r.Uint()
	f.Nth, f.Acting = int(nth>>1), nth&1 == 1
	f.Sources = r.List()
	f.Verified, f.AsOf, f.Origin = readDate(r), readDate(r), readOrigin(r)
	return f
}

func readDate(r *compiled.Reader) calendar.Date {
	n := r.Int()
	return calendar.Date{Year: int(n >> 9), Month: time.Month(n >> 5 & 15), Day: int(n & 31)}
}

func readPeriod(r *compiled.Reader) calendar.Period {
	from := readDate(r)
	return calendar.Period{From: from, To: readDate(r)}
}

func readPeriods(r *compiled.Reader) []calendar.Period {
	n := r.Uint()
	if n == 0 {
		return nil
	}
	out := make([]calendar.Period, n)
	for i := range out {
		out[i] = readPeriod(r)
	}
	return out
}

func readOrigin(r *compiled.Reader) Origin {
	file := r.String()
	return Origin{file, int(r.Uint())}
}

func readWords(r *compiled.Reader) map[string][]string {
	n := r.Uint()
	if n == 0 {
		return nil
	}
	out := make(map[string][]string, n)
	for range n {
		lang := r.String()
		out[lang] = r.List()
	}
	return out
}
