package pattern

import (
	"slices"

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
	marks  *mark.Marks
	signs  []Signature // by token of the page
	begins []begins    // by token of the page

	alive []uint64 // by position: the states of a sieve
	reach []reach  // how far an instruction reads

	first   int      // token of the sentence
	width   int      // states of the program
	threads []thread // by position and state
	run     uint32
	row     []int32 // by position and order of arrival: the states that are alive
	count   []int32 // by position: how many are
	ends    []int32 // the threads that end in a match

	found []Match
	bound []Bound
}

// A reach is how far an instruction reads, and what.
type reach struct {
	end   int
	chunk int32  // index into mentions, times or quantities, by kind
	kind  uint32 // 0 for no chunk
}

// A thread says how a state was reached; the chain of threads is the match.
// There are many, so each is kept small.
type thread struct {
	run    uint32 // of the matcher; any other than the present: dead
	kind   uint32 // of what was read; 0 for none
	from   int32  // index of the thread before it, which read; -1 at the start
	chunk  int32  // what was read
	origin int32  // where the match begins
}

// NewMatcher is a matcher over a page's marks.
func NewMatcher(m *mark.Marks) *Matcher {
	r := &Matcher{}
	r.Turn(m)
	return r
}

// Turn turns to another page, or to none.
func (r *Matcher) Turn(m *mark.Marks) {
	if r.marks = m; m != nil {
		r.sign()
	}
}

// Match returns the matches of a pattern in the tokens from first to last, last
// excluded: for each end, the one that begins latest. They are good until the
// matcher is asked again.
func (r *Matcher) Match(p *Pattern, first, last int) []Match {
	r.found, r.bound = r.found[:0], r.bound[:0]
	if p.sieve == nil || r.passes(p, first, last) {
		r.thread(p, first, last)
		for _, id := range r.ends {
			r.found = append(r.found, r.collect(p, int(id)))
		}
	}
	return r.found
}

// Ends reports whether a match of a pattern in the tokens from first to last ends
// with the last of them.
func (r *Matcher) Ends(p *Pattern, first, last int) bool {
	if p.sieve != nil && !r.passes(p, first, last) {
		return false
	}
	r.thread(p, first, last)
	return slices.ContainsFunc(r.ends, func(id int32) bool { return r.at(id) == last })
}

// Begins reports whether a match of a pattern in the tokens from first to last
// begins with the first of them.
func (r *Matcher) Begins(p *Pattern, first, last int) bool {
	if first == last || p.first&r.signs[first] == 0 && !p.empty {
		return p.empty
	}
	r.thread(p, first, last)
	return slices.ContainsFunc(r.ends, func(id int32) bool { return r.threads[id].origin == 0 })
}

// at is the token at which a thread stands.
func (r *Matcher) at(id int32) int { return int(id)/r.width + r.first }

// thread runs a program over the tokens from first to last. Each state keeps at
// each position the thread that began latest, and of those the first to arrive.
func (r *Matcher) thread(p *Pattern, first, last int) {
	n := last - first
	r.first, r.width, r.ends = first, len(p.reads), r.ends[:0]
	r.lay(n)
	for pos := 0; pos <= n; pos++ {
		var sign Signature
		if pos < n {
			sign = r.signs[first+pos]
		}
		if p.first&sign != 0 || p.empty {
			r.arrive(pos, p.begin, thread{from: -1, origin: int32(pos)})
		}
		row := pos * r.width
		for i := 0; i < int(r.count[pos]); i++ {
			k := int(r.row[row+i])
			id := row + k
			if p.reads[k].op == opMatch {
				r.ends = append(r.ends, int32(id))
				continue
			}
			if p.wants[k]&sign == 0 {
				continue
			}
			for _, on := range r.read(&p.reads[k], first+pos) {
				if on.end > first+pos && on.end <= last {
					r.arrive(on.end-first, p.after[k], thread{from: int32(id), chunk: on.chunk, kind: on.kind, origin: r.threads[id].origin})
				}
			}
		}
	}
}

// lay makes room for so many tokens.
func (r *Matcher) lay(n int) {
	if size := (n + 1) * r.width; len(r.threads) < size {
		r.threads, r.row = make([]thread, 2*size), make([]int32, 2*size)
	}
	if len(r.count) <= n {
		r.count = make([]int32, 2*n+1)
	}
	clear(r.count[:n+1])
	if r.run++; r.run == 0 {
		// All numbers were used up: what they left must not come alive again.
		clear(r.threads)
		r.run = 1
	}
}

// arrive brings states to life. A later origin wins over an earlier one: all of a
// position's arrivals come before it is stepped from.
func (r *Matcher) arrive(pos int, states []int32, t thread) {
	t.run = r.run
	row := pos * r.width
	for _, k := range states {
		have := &r.threads[row+int(k)]
		switch {
		case have.run != r.run:
			r.row[row+int(r.count[pos])] = k
			r.count[pos]++
		case t.origin <= have.origin:
			continue
		}
		*have = t
	}
}

// read is how far an instruction may read at a token; now and then beyond the
// sentence. The answer is good until the next.
func (r *Matcher) read(in *instr, tok int) []reach {
	r.reach = r.reach[:0]
	switch in.op {
	case opWord:
		if t := &r.marks.Tokens[tok]; t.Key == in.key || in.char != 0 && sameMark(in.char, t.Char) {
			r.on(tok+1, -1, 0)
		}
	case opLemma, opClass:
		hits := r.marks.HitsAt(tok)
		for k := range hits {
			if h := &hits[k]; h.Has(in.key) {
				r.on(h.Last, -1, 0)
			}
		}
	case opSkip:
		if end := r.skip(tok, in); end > 0 {
			r.on(end, -1, 0)
		}
	case opChunk:
		r.chunks(in, tok)
	}
	return r.reach
}

func (r *Matcher) on(end int, chunk int32, kind uint32) {
	r.reach = append(r.reach, reach{end, chunk, kind})
}

// chunks reads the chunks of an instruction's kinds that begin at a token.
func (r *Matcher) chunks(in *instr, tok int) {
	m := r.marks
	here := in.kinds & uint32(r.signs[tok]&chunkBits)
	if here&timeBit != 0 {
		i := r.begins[tok].time
		r.on(m.Times[i].Last, i, timeBit)
	}
	if here&quantityBit != 0 {
		i := r.begins[tok].quantity
		r.on(m.Quantities[i].Last, i, quantityBit)
	}
	if here&^(timeBit|quantityBit) == 0 {
		return
	}
	for i := int(r.begins[tok].mention); i < len(m.Mentions) && m.Mentions[i].First == tok; i++ {
		n := &m.Mentions[i]
		kind := KindBit(n.Kind)
		if in.kinds&kind != 0 && (in.sub == "" || finer(n, in.sub)) {
			r.on(n.Last, int32(i), kind)
		}
	}
}

// skip returns the end of the chunk at a token that a gap may pass over; 0 at a
// border and before a chunk that the next element wants.
func (r *Matcher) skip(tok int, in *instr) int {
	m, wanted := r.marks, Signature(in.kinds)
	if in.commas && m.Tokens[tok].Char == ',' {
		return tok + 1
	}
	sign := r.signs[tok]
	if sign&borderBit != 0 {
		return 0
	}
	if sign&Signature(timeBit) != 0 {
		if wanted&Signature(timeBit) != 0 {
			return 0
		}
		return m.Times[r.begins[tok].time].Last
	}
	const mentions = chunkBits &^ Signature(timeBit|quantityBit)
	if sign&mentions == 0 {
		return tok + 1
	}
	if sign&mentions&wanted != 0 {
		return 0
	}
	end := tok + 1
	for i := int(r.begins[tok].mention); i < len(m.Mentions) && m.Mentions[i].First == tok; i++ {
		end = max(end, m.Mentions[i].Last)
	}
	return end
}

// collect follows the chain of threads back to the start.
func (r *Matcher) collect(p *Pattern, id int) Match {
	t := &r.threads[id]
	out := Match{First: int(t.origin) + r.first, Last: r.at(int32(id))}
	from := len(r.bound)
	for ; t.from >= 0; t = &r.threads[id] {
		// The thread before stands on the state that read, at the token it read.
		last := r.at(int32(id))
		id = int(t.from)
		if t.kind == 0 || p.reads[id%r.width].bind == "" {
			continue
		}
		b := Bound{Name: p.reads[id%r.width].bind, First: r.at(int32(id)), Last: last, Mention: -1, Time: -1, Quantity: -1}
		switch chunk := int(t.chunk); t.kind {
		case timeBit:
			b.Time = chunk
		case quantityBit:
			b.Quantity = chunk
		default:
			b.Mention = chunk
		}
		r.bound = append(r.bound, b)
	}
	out.Bound = r.bound[from:len(r.bound):len(r.bound)]
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
