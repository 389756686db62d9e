package rules

import (
	"sync"
	"sync/atomic"

	"recoupe/rules/compiled"
)

// A store holds the entities and facts of a compiled book. Each is made when it
// is first asked for, once, so that pointers may be compared.
type store struct {
	strings  compiled.Strings
	byID     compiled.Uint32s // entities in the order of their ids
	entityAt compiled.Uint32s // where each entity's record begins, and where the last ends
	factAt   compiled.Uint32s
	factsOf  compiled.Uint32s // the first fact of each entity; one more at the end
	naming   compiled.Lists   // by entity: the facts whose value it is
	under    compiled.Lists   // by entity: the offices of a title or place, the events of an act
	heirs    compiled.Lists   // by entity: what continues it

	nameWords compiled.Uint32s // the words of names, sorted
	entity    string           // records
	fact      string

	mu       sync.Mutex // held while entities are made
	entities []atomic.Pointer[Entity]
	facts    []atomic.Pointer[Fact]
	below    []atomic.Pointer[[]*Entity]

	almanac
}

// count is the number of entities.
func (s *store) count() int {
	if s == nil {
		return 0
	}
	return len(s.entities)
}

// label unpacks what a phrase may stand for.
func (s *store) label(packed uint32) Label {
	l := Label{Way: Way(packed >> 27 & 7)}
	switch n := packed & (1<<27 - 1); packed >> 30 {
	case entityLabel:
		l.Entity = s.entityOf(int(n))
	case classLabel:
		l.Class = s.strings.At(n)
		l.Key = ClassKey(l.Class)
	default:
		l.Lemma = s.strings.At(n)
		l.Key = LemmaKey(l.Lemma)
	}
	return l
}

const (
	entityLabel = iota
	classLabel
	lemmaLabel
)

// packLabel is a label in one number.
func packLabel(l Label, pool *compiled.Pool) uint32 {
	kind, n := uint32(lemmaLabel), uint32(0)
	switch {
	case l.Entity != nil:
		kind, n = entityLabel, uint32(l.Entity.number)
	case l.Class != "":
		kind, n = classLabel, pool.ID(l.Class)
	default:
		n = pool.ID(l.Lemma)
	}
	if n >= 1<<27 {
		panic("rules: too many names for a label")
	}
	return kind<<30 | uint32(l.Way)<<27 | n
}

// entityOf is the entity of a number. Those that it refers to are made with it,
// since some refer to each other, and shown only when all are whole.
func (s *store) entityOf(n int) *Entity {
	if e := s.entities[n].Load(); e != nil {
		return e
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if e := s.entities[n].Load(); e != nil {
		return e
	}
	m := maker{store: s, made: map[int]*Entity{}}
	first := m.get(n)
	for i := 0; i < len(m.queue); i++ {
		m.read(m.queue[i])
	}
	for _, e := range m.queue {
		s.entities[e.number].Store(e)
	}
	return first
}

// factOf is the fact of a number.
func (s *store) factOf(n int, subject *Entity) *Fact {
	if f := s.facts[n].Load(); f != nil {
		return f
	}
	f := s.readFact(n, subject)
	if !s.facts[n].CompareAndSwap(nil, f) {
		f = s.facts[n].Load()
	}
	return f
}

// rangeOf is where the facts about an entity begin and end.
func (s *store) rangeOf(e *Entity) (from, to int) {
	return int(s.factsOf.At(e.number)), int(s.factsOf.At(e.number + 1))
}

// subjectOf is the entity that a fact is about: the last whose facts begin at it
// or before.
func (s *store) subjectOf(fact int) *Entity {
	low, high := 0, len(s.entities)
	for low+1 < high {
		if mid := (low + high) / 2; int(s.factsOf.At(mid)) <= fact {
			low = mid
		} else {
			high = mid
		}
	}
	return s.entityOf(low)
}
