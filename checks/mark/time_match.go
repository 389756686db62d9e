package mark

import "recoupe/checks/text"

// timeReader walks the grammar over one sentence at a time. It serves page after
// page and allocates nothing for a token.
type timeReader struct {
	m            *Marks
	g            *timeGrammar
	first, limit int // the sentence's tokens
	ops          [maxOps]op
	n            int
	best         reading

	known  []int32                    // by token: the number of its word in the lexicon
	tenses []int8                     // by token: what its word tells of tense; untold until it is asked for
	opened [lastSlot + 1][2]openSlot  // what was read off the first word of an expression
	turn   int                        // how many first words there were
	digit  struct{ at, n, width int } // what plain says of a first word that is digits
}

// openSlot is what a slot reads off a first word, with or without its case: many
// expressions begin with the same one.
type openSlot struct {
	turn int
	op   op
	end  int
}

// lex is what the word at a token is to the grammar.
func (r *timeReader) lex(i int) *lexWord { return &r.g.words[r.known[i]] }

// lay lays a page before the reader, whose words are known.
func (r *timeReader) lay(m *Marks, g *timeGrammar) {
	r.m, r.g, r.tenses = m, g, r.tenses[:0]
	r.digit.at = -1
	for range m.Tokens {
		r.tenses = append(r.tenses, untold)
	}
}

// maxOps bounds the steps of one expression; a longer one is not read.
const maxOps = 24

// reading is the longest expression found at a token.
type reading struct {
	first, end int
	root       int32
	ops        [maxOps]op
	n          int
}

// findTimes reads the times of every sentence, and then those that need to know
// how the story writes its dates.
func (m *Marks) findTimes(g *timeGrammar, r *timeReader) {
	if g == nil {
		return
	}
	r.lay(m, g)
	for _, s := range m.Sentences {
		r.first, r.limit = s.First, s.Last
		for i := s.First; i < s.Last; {
			digits := m.Tokens[i].Kind == text.Number
			if r.known[i] == 0 && !digits {
				i++ // as most words do
				continue
			}
			n := r.next(i + 1)
			if !digits && !r.lex(i).follow.allows(&n) {
				i++
				continue
			}
			if i = r.at(i, n); r.best.end > 0 {
				r.emit()
			}
		}
	}
	m.settleOrder()
}

// at looks for the longest expression that begins at a token, given the word after
// it, and returns the token to go on with.
func (r *timeReader) at(i int, n next) int {
	r.best.end = 0
	r.turn++
	if r.m.Tokens[i].Kind == text.Number {
		r.digit.n, r.digit.width = r.plain(i)
		r.digit.at = i
		r.digits(i, &n)
	}
	entries := r.lex(i).entries
	for k := range entries {
		e := &entries[k]
		if int(e.class) >= len(r.g.starts) || !r.g.unions[e.class].allows(&n) || !r.written(i, e.exact) {
			continue
		}
		ways := r.g.starts[e.class]
		for k := range ways {
			if w := &ways[k]; w.follow.allows(&n) {
				r.try(&r.g.points[w.point], i)
			}
		}
	}
	if r.best.end > 0 {
		r.best.first = i
		return r.best.end
	}
	return i + 1
}

// digits goes the ways in that begin with digits, each slot read once.
func (r *timeReader) digits(i int, n *next) {
	for k := range r.g.digits {
		w := &r.g.digits[k]
		if !w.union.allows(n) {
			continue
		}
		o, end := r.slot(w.slot, i, false)
		if end == 0 {
			continue
		}
		for k := range w.ways {
			if in := &w.ways[k]; in.follow.allows(n) {
				r.enter(&r.g.points[in.point], i, o, end)
			}
		}
	}
}

// try goes one way in.
func (r *timeReader) try(p *point, i int) {
	if p.edge.kind == take {
		r.enter(p, i, op{}, i+1)
		return
	}
	like := 0
	if p.edge.like {
		like = 1
	}
	s := &r.opened[p.edge.slot][like]
	if s.turn != r.turn {
		s.turn = r.turn
		s.op, s.end = r.slot(p.edge.slot, i, p.edge.like)
	}
	if s.end > 0 {
		r.enter(p, i, s.op, s.end)
	}
}

// enter checks what must hold before a way in, and walks on behind its first word.
func (r *timeReader) enter(p *point, i int, o op, end int) {
	r.n = 0
	for k := range p.before {
		switch e := &p.before[k]; e.kind {
		case build:
			r.n += copy(r.ops[r.n:], r.g.mores[e.more].ops)
		case ahead:
			if r.sees(e, i) == e.not {
				return
			}
		case behind:
			if r.stands(e, i) == e.not {
				return
			}
		}
	}
	if p.edge.kind == read {
		o.first, o.last = int32(i), int32(end)
		r.ops[r.n] = o
		r.n++
	}
	r.walk(p.edge.to, end, p.root)
}

// walk follows every edge that fits from a node at a token, and keeps the
// longest expression; of two equal ones that of the earlier root.
func (r *timeReader) walk(node int32, i int, root int32) {
	edges := r.g.edges[r.g.first[node]:r.g.first[node+1]]
	for k := range edges {
		e := &edges[k]
		switch e.kind {
		case take:
			if i < r.limit && r.is(i, e.word) {
				r.walk(e.to, i+1, root)
			}
		case read:
			if o, end := r.slot(e.slot, i, e.like); end > 0 && r.n < maxOps {
				o.first, o.last = int32(i), int32(end)
				r.ops[r.n] = o
				r.n++
				r.walk(e.to, end, root)
				r.n--
			}
		case build:
			if ops := r.g.mores[e.more].ops; r.n+len(ops) <= maxOps {
				n := r.n
				r.n += copy(r.ops[n:], ops)
				r.walk(e.to, i, root)
				r.n = n
			}
		case ahead:
			if r.sees(e, i) != e.not {
				r.walk(e.to, i, root)
			}
		case behind:
			if r.stands(e, i) != e.not {
				r.walk(e.to, i, root)
			}
		case accept:
			if i > r.best.end || i == r.best.end && root < r.best.root {
				r.best.end, r.best.root = i, root
				r.best.n = copy(r.best.ops[:], r.ops[:r.n])
			}
		}
	}
}

// is reports whether a word is of a class.
func (r *timeReader) is(i int, c class) bool {
	w := r.lex(i)
	if c < 64 && w.kinds.low>>c&1 == 0 {
		return false
	}
	for k := range w.entries {
		if e := &w.entries[k]; e.class == c {
			return r.written(i, e.exact)
		}
	}
	return false
}

// written reports whether a word has accents, or none, as it must.
func (r *timeReader) written(i int, want accent) bool {
	if want == anyAccent {
		return true
	}
	word := r.m.Words(r.m.Tokens[i].Span)
	for k := range len(word) {
		if word[k] >= 0x80 {
			return want == accented
		}
	}
	return want == unaccented
}

// sees reports whether what an edge looks for follows.
func (r *timeReader) sees(e *edge, i int) bool {
	if i >= r.limit {
		return false
	}
	if e.slot != noSlot {
		_, end := r.slot(e.slot, i, false)
		return end > 0
	}
	if r.is(i, e.word) {
		return true
	}
	for _, keys := range r.g.mores[e.more].past {
		if i+len(keys) <= r.limit && r.spells(keys, i) {
			return true
		}
	}
	return false
}

// stands reports whether what an edge looks for stands before, in the sentence.
func (r *timeReader) stands(e *edge, i int) bool {
	if e.slot == slotStart {
		return i == r.first || i == r.first+1 && r.m.Tokens[i-1].Kind == text.Mark
	}
	if i <= r.first {
		return false
	}
	if e.slot == slotTime {
		return r.listed(i)
	}
	if e.slot != noSlot {
		_, end := r.slot(e.slot, i-1, false)
		return end == i
	}
	if r.is(i-1, e.word) {
		return true
	}
	for _, keys := range r.g.mores[e.more].past {
		if i-len(keys) >= r.first && r.spells(keys, i-len(keys)) {
			return true
		}
	}
	return false
}

func (r *timeReader) spells(keys []uint64, i int) bool {
	for k, key := range keys {
		if r.m.Tokens[i+k].Key != key {
			return false
		}
	}
	return true
}

// listed reports that a time stands before, with nothing but the words of a
// list in between: "en 2015, 2016 et 2017".
func (r *timeReader) listed(i int) bool {
	if len(r.m.Times) == 0 {
		return false
	}
	last := r.m.Times[len(r.m.Times)-1]
	if last.Last < r.first || last.Last >= i || i-last.Last > 2 || last.Written&YearField == 0 {
		return false
	}
	for k := last.Last; k < i; k++ {
		if !r.is(k, linkWord) {
			return false
		}
	}
	return true
}
