package pattern

import (
	"recoupe/checks/mark"
	"recoupe/rules"
)

// A Match is one place where a pattern matches: tokens, Last excluded, and what
// its named chunks stand for.
type Match struct {
	First, Last int
	Bound       []Bound
}

// A Bound chunk: exactly one of the indexes is not negative.
type Bound struct {
	Name        string
	First, Last int // tokens
	Mention     int // index into the marks' mentions
	Time        int // … times
	Quantity    int // … quantities
}

// Find returns the bound chunk of a name.
func (m *Match) Find(name string) (Bound, bool) {
	for _, b := range m.Bound {
		if b.Name == name {
			return b, true
		}
	}
	return Bound{}, false
}

// A Matcher runs patterns over sentences of one page and keeps its buffers
// between runs. It is not for concurrent use.
type Matcher struct {
	marks   *mark.Marks
	threads []thread // by position and instruction
	first   int      // token of the sentence
	width   int      // instructions of the pattern
	run     uint32
	live    [][]int // instructions alive at each position, in order of arrival

	signs []Signature // by token of the page
	alive []uint64    // by position: the states of a sieve
}

// A thread says how a state was reached; the chain of threads is the match.
// There are many, so each is kept small.
type thread struct {
	run    uint32 // of the matcher; any other than the present: dead
	kind   uint32 // of what was read; 0 for none
	from   int32  // index of the thread before it, whose instruction read; -1 at the start
	chunk  int32  // what was read: index into mentions, times or quantities, by kind
	origin int32  // where the match begins
}

// NewMatcher is a matcher over a page's marks.
func NewMatcher(m *mark.Marks) *Matcher {
	r := &Matcher{}
	r.Turn(m)
	return r
}

// Turn lays another page before a matcher, which keeps its buffers. A nil page
// takes the last one away.
func (r *Matcher) Turn(m *mark.Marks) {
	r.marks = m
	r.sign()
}

// Match returns the matches of a pattern in the tokens from first to last, last
// excluded: for each end, the one that begins latest.
func (r *Matcher) Match(p *Pattern, first, last int) []Match {
	if p.sieve != nil && !r.passes(p, first, last) {
		return nil
	}
	n := last - first
	r.first, r.width = first, len(p.code)
	size := (n + 1) * r.width
	if cap(r.threads) < size {
		r.threads = make([]thread, size)
	}
	r.threads = r.threads[:size]
	if r.run++; r.run == 0 {
		// All numbers were used up: what they left must not come alive again.
		clear(r.threads[:cap(r.threads)])
		r.run = 1
	}
	for len(r.live) <= n {
		r.live = append(r.live, nil)
	}
	for i := range r.live[:n+1] {
		r.live[i] = r.live[i][:0]
	}
	var out []Match
	for pos := 0; pos <= n; pos++ {
		r.add(p, pos, 0, thread{from: -1, origin: int32(pos)})
		for k := 0; k < len(r.live[pos]); k++ {
			pc := r.live[pos][k]
			if p.code[pc].op == opMatch {
				out = append(out, r.collect(p, pos, pc))
				continue
			}
			r.step(p, pos, pc, last)
		}
	}
	return out
}

// add brings a state to life, following splits and jumps. A later origin wins
// over an earlier one: all of a position's arrivals come before it is stepped from.
func (r *Matcher) add(p *Pattern, pos, pc int, t thread) {
	id := pos*r.width + pc
	alive := r.threads[id].run == r.run
	if alive && t.origin <= r.threads[id].origin {
		return
	}
	t.run = r.run
	r.threads[id] = t
	switch in := p.code[pc]; in.op {
	case opJump:
		r.add(p, pos, in.to, r.through(id, t))
	case opSplit:
		r.add(p, pos, pc+1, r.through(id, t))
		r.add(p, pos, in.to, r.through(id, t))
	default:
		if !alive {
			r.live[pos] = append(r.live[pos], pc)
		}
	}
}

// through is the thread that goes on from a state without reading anything.
func (r *Matcher) through(id int, t thread) thread {
	return thread{from: int32(id), origin: t.origin, chunk: -1}
}

// step reads what an instruction takes at a position and moves on behind it.
func (r *Matcher) step(p *Pattern, pos, pc, last int) {
	in := &p.code[pc]
	tok := r.first + pos
	if tok >= last {
		return
	}
	id := pos*r.width + pc
	on := func(end int, chunk int, kind uint32) {
		if end > tok && end <= last {
			r.add(p, end-r.first, pc+1, thread{from: int32(id), chunk: int32(chunk), kind: kind, origin: r.threads[id].origin})
		}
	}
	switch in.op {
	case opWord:
		if t := r.marks.Tokens[tok]; in.key != 0 && (t.Key == in.key || in.char != 0 && sameMark(in.char, t.Char)) {
			on(tok+1, -1, 0)
		}
	case opLemma, opClass:
		hits := r.marks.HitsAt(tok)
		for k := range hits {
			if h := &hits[k]; h.Has(in.key) {
				on(h.Last, -1, 0)
			}
		}
	case opSkip:
		if end := r.skip(tok, in); end > 0 {
			on(end, -1, 0)
		}
	case opChunk:
		r.chunks(in, tok, on)
	}
}

// chunks reads the chunks of an instruction's kinds that begin at a token.
func (r *Matcher) chunks(in *instr, tok int, on func(end, chunk int, kind uint32)) {
	m := r.marks
	here := in.kinds & uint32(r.signs[tok]&chunkBits)
	if here&timeBit != 0 {
		if i := m.TimeAt(tok); i >= 0 {
			on(m.Times[i].Last, i, timeBit)
		}
	}
	if here&quantityBit != 0 {
		if i := m.QuantityAt(tok); i >= 0 {
			on(m.Quantities[i].Last, i, quantityBit)
		}
	}
	if here&^(timeBit|quantityBit) == 0 {
		return
	}
	for i := m.MentionFrom(tok); i < len(m.Mentions) && m.Mentions[i].First == tok; i++ {
		n := &m.Mentions[i]
		kind := KindBit(n.Kind)
		if in.kinds&kind == 0 {
			continue
		}
		if in.sub != "" && !finer(n, in.sub) {
			continue
		}
		on(n.Last, i, kind)
	}
}

// skip returns the end of the chunk at a token that a gap may pass over; 0 at a
// border and before a chunk that the next element wants.
func (r *Matcher) skip(tok int, in *instr) int {
	m, wanted := r.marks, in.kinds
	if in.commas && m.Tokens[tok].Char == ',' {
		return tok + 1
	}
	sign := r.signs[tok]
	if sign&borderBit != 0 {
		return 0
	}
	if sign&chunkBits == 0 {
		return tok + 1
	}
	if i := m.TimeAt(tok); i >= 0 {
		if wanted&timeBit != 0 {
			return 0
		}
		return m.Times[i].Last
	}
	end := tok + 1
	for i := m.MentionFrom(tok); i < len(m.Mentions) && m.Mentions[i].First == tok; i++ {
		if wanted&KindBit(m.Mentions[i].Kind) != 0 {
			return 0
		}
		end = max(end, m.Mentions[i].Last)
	}
	return end
}

// collect follows the chain of threads back to the start.
func (r *Matcher) collect(p *Pattern, pos, pc int) Match {
	id := pos*r.width + pc
	out := Match{First: int(r.threads[id].origin) + r.first, Last: pos + r.first}
	for id >= 0 {
		t := r.threads[id]
		// The thread before stands on the instruction that read, at the token it read.
		if t.kind != 0 && p.code[int(t.from)%r.width].bind != "" {
			in, chunk := &p.code[int(t.from)%r.width], int(t.chunk)
			b := Bound{Name: in.bind, First: int(t.from)/r.width + r.first, Last: id/r.width + r.first, Mention: -1, Time: -1, Quantity: -1}
			switch t.kind {
			case timeBit:
				b.Time = chunk
			case quantityBit:
				b.Quantity = chunk
			default:
				b.Mention = chunk
			}
			out.Bound = append(out.Bound, b)
		}
		id = int(t.from)
	}
	return out
}

// sameMark folds the shapes of quotation marks and dashes.
func sameMark(want, got rune) bool { return markClass(want) != 0 && markClass(want) == markClass(got) }

func markClass(r rune) rune {
	switch r {
	case '«', '“', '"', '„', '»', '”':
		return '"'
	case '–', '—', '-':
		return '-'
	}
	return 0
}

// finer reports whether a mention is of a finer kind: the way it names (name,
// adjective), or the kind its entity has in the book (war, river).
func finer(n *mark.Mention, sub string) bool {
	switch sub {
	case "name":
		return n.Way != rules.ByAdjective
	case "adjective":
		return n.Way == rules.ByAdjective
	case "noun":
		return n.Way != rules.ByVerb
	case "verb":
		return n.Way == rules.ByVerb
	case "placed":
		return len(n.Of) > 0
	}
	return len(n.Entities) > 0 && n.Entities[0].Sub == sub
}
