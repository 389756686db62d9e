package mark

import "recoupe/rules"

// desk is where a page lies while it is marked. Lists grow on it that serve page
// after page; the marks take away copies of the size that they need.
type desk struct {
	hits       []Hit
	times      []Time
	quantities []Quantity
	marks      []Name
	found      []word    // by token: what its word is
	begun      []int32   // the tokens that may begin a phrase of two words and more
	names      []Mention // mentions at work
	outer      []Mention
	offices    []Mention
	spare      []Mention
	events     []Mention
	parties    []party
	words      map[*rules.Language]*words
	full       map[*rules.Entity]bool // persons that the page names in full
	reader     timeReader
}

func newDesk() *desk {
	return &desk{words: map[*rules.Language]*words{}, full: map[*rules.Entity]bool{}}
}

// lay gives a page the lists of the desk to write on.
func (k *desk) lay(m *Marks) {
	m.Hits, m.Times, m.Quantities, m.Names = k.hits[:0], k.times[:0], k.quantities[:0], k.marks[:0]
}

// clear takes the page from the desk.
func (k *desk) clear(m *Marks) {
	m.Hits, k.hits = carry(m.Hits)
	m.Times, k.times = carry(m.Times)
	m.Quantities, k.quantities = carry(m.Quantities)
	m.Names, k.marks = carry(m.Names)
	m.Mentions, k.outer = carry(m.Mentions)
	k.reader.m, k.reader.g = nil, nil
	clear(k.full)
}

// carry copies a list of the desk.
func carry[M any](list []M) (taken, desk []M) {
	if len(list) == 0 {
		return nil, list
	}
	taken = make([]M, len(list))
	copy(taken, list)
	return taken, list
}
