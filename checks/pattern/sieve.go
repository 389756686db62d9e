package pattern

import (
	"math/bits"

	"recoupe/checks/mark"
	"recoupe/rules"
)

// A Signature says in one number what stands at a token or in a sentence: a bit
// for each kind of chunk that begins there, one for what no gap passes over, and
// one of the rest for each word, lemma and class, which may share it with others.
type Signature uint64

const (
	chunkBits Signature = 1<<13 - 1
	borderBit Signature = 1 << 13
	wordBits            = 64 - rules.SignBits // the first bit of words; all above are theirs
)

// wordBit is the bit of a word, a lemma or a class.
func wordBit(key uint64) Signature { return Signature(rules.SignBit(key)) << wordBits }

var subordinator = rules.ClassKey("subordinator")

// sign reads the signature of every token of the page, once for all patterns.
func (r *Matcher) sign() {
	r.signs = r.signs[:0]
	m := r.marks
	if m == nil {
		return
	}
	for i := range m.Tokens {
		t := &m.Tokens[i]
		s := wordBit(t.Key)
		if t.Char != 0 {
			if mark.Border(t.Char) {
				s |= borderBit
			}
			if c := markClass(t.Char); c != 0 {
				s |= wordBit(uint64(c))
			}
		}
		hits := m.HitsAt(i)
		for k := range hits {
			h := &hits[k]
			s |= Signature(h.Sign) << wordBits
			if h.Last == i+1 && h.Has(subordinator) {
				s |= borderBit
			}
		}
		r.signs = append(r.signs, s)
	}
	for i := range m.Mentions {
		r.signs[m.Mentions[i].First] |= Signature(KindBit(m.Mentions[i].Kind))
	}
	for i := range m.Times {
		r.signs[m.Times[i].First] |= Signature(timeBit)
	}
	for i := range m.Quantities {
		r.signs[m.Quantities[i].First] |= Signature(quantityBit)
	}
}

// Sign is what stands in the tokens from first to last, last excluded.
func (r *Matcher) Sign(first, last int) (s Signature) {
	for _, sign := range r.signs[first:last] {
		s |= sign
	}
	return s
}

// Chunks are the kinds of chunks of a signature.
func (s Signature) Chunks() uint32 { return uint32(s & chunkBits) }

// A sieve is a pattern as sets of states in one machine word. It tells whether
// the pattern matches at all, which mostly it does not, without threads; how it
// matches is worked out only then.
type sieve struct {
	reads []int32     // by state: the instruction that it reads
	wants []Signature // by state: what must stand at a token for it to read
	after []uint64    // by state: the states behind it
	start uint64
	first Signature // what must stand at a token for a match to begin there
	match uint64    // the state of a match
}

// anything is the signature of what reads whatever stands there.
const anything = ^Signature(0)

// newSieve makes the sieve of a program, or nil when it has too many states or
// matches where nothing stands.
func newSieve(code []instr) *sieve {
	s := &sieve{}
	state := make([]int, len(code)) // of each instruction; -1 when it has none
	for pc := range code {
		state[pc] = -1
		if in := &code[pc]; in.op != opSplit && in.op != opJump && (in.op != opWord || in.key != 0) {
			state[pc] = len(s.reads)
			s.reads = append(s.reads, int32(pc))
		}
	}
	if len(s.reads) > 64 {
		return nil
	}
	for _, pc := range s.reads {
		in := &code[pc]
		s.wants = append(s.wants, in.wants())
		if in.op == opMatch {
			s.match = 1 << state[pc]
			s.after = append(s.after, 0)
			continue
		}
		s.after = append(s.after, closure(code, state, int(pc)+1, make([]bool, len(code))))
	}
	s.start = closure(code, state, 0, make([]bool, len(code)))
	if s.start&s.match != 0 {
		return nil
	}
	for i := range s.reads {
		if s.start>>i&1 != 0 {
			s.first |= s.wants[i]
		}
	}
	return s
}

// wants is what must stand at a token for an instruction to read.
func (in *instr) wants() Signature {
	switch in.op {
	case opChunk:
		return Signature(in.kinds)
	case opWord, opLemma, opClass:
		return wordBit(in.sameKey())
	}
	return anything
}

// sameKey is the key under which all that an instruction takes for its word is
// signed: dashes and quotation marks have many shapes.
func (in *instr) sameKey() uint64 {
	if c := markClass(in.char); c != 0 {
		return uint64(c)
	}
	return in.key
}

// closure are the states that an instruction leads to without reading.
func closure(code []instr, state []int, pc int, seen []bool) uint64 {
	if seen[pc] {
		return 0
	}
	seen[pc] = true
	switch in := &code[pc]; in.op {
	case opJump:
		return closure(code, state, in.to, seen)
	case opSplit:
		return closure(code, state, pc+1, seen) | closure(code, state, in.to, seen)
	}
	if state[pc] < 0 {
		return 0
	}
	return 1 << state[pc]
}

// passes reports whether a pattern matches anywhere in the tokens from first to
// last, last excluded.
func (r *Matcher) passes(p *Pattern, first, last int) bool {
	s := p.sieve
	n := last - first
	if len(r.alive) <= n {
		r.alive = make([]uint64, 2*n+1)
	}
	alive := r.alive[:n+1]
	clear(alive)
	for tok := first; tok < last; tok++ {
		states := alive[tok-first]
		sign := r.signs[tok]
		if s.first&sign != 0 {
			states |= s.start
		}
		if states&s.match != 0 {
			return true
		}
		for ; states != 0; states &= states - 1 {
			k := bits.TrailingZeros64(states)
			if s.wants[k]&sign != 0 {
				r.sift(alive, &p.code[s.reads[k]], s.after[k], tok, first)
			}
		}
	}
	return alive[n]&s.match != 0
}

// sift reads what an instruction takes at a token and brings the states behind
// it to life.
func (r *Matcher) sift(alive []uint64, in *instr, after uint64, tok, first int) {
	on := func(end int) {
		if end > tok && end-first < len(alive) {
			alive[end-first] |= after
		}
	}
	switch in.op {
	case opWord:
		if t := &r.marks.Tokens[tok]; t.Key == in.key || in.char != 0 && sameMark(in.char, t.Char) {
			on(tok + 1)
		}
	case opLemma, opClass:
		hits := r.marks.HitsAt(tok)
		for k := range hits {
			if h := &hits[k]; h.Has(in.key) {
				on(h.Last)
			}
		}
	case opSkip:
		on(r.skip(tok, in))
	case opChunk:
		r.chunks(in, tok, func(end, _ int, _ uint32) { on(end) })
	}
}
