package pattern

import (
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

// sign reads the signature of every token of the page, once for all patterns, and
// notes where the chunks are that begin there.
func (r *Matcher) sign() {
	m := r.marks
	n := len(m.Tokens)
	if cap(r.signs) < n {
		r.signs, r.begins = make([]Signature, n), make([]begins, n)
	}
	r.signs, r.begins = r.signs[:n], r.begins[:n]
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
		r.signs[i] = s
	}
	for i := range m.Hits {
		h := &m.Hits[i]
		s := Signature(h.Sign) << wordBits
		if h.Last == h.First+1 && h.Has(subordinator) {
			s |= borderBit
		}
		r.signs[h.First] |= s
	}
	// Backwards: what begins where another does is told by the first.
	for i := len(m.Mentions) - 1; i >= 0; i-- {
		first := m.Mentions[i].First
		r.signs[first] |= Signature(KindBit(m.Mentions[i].Kind))
		r.begins[first].mention = int32(i)
	}
	for i := len(m.Times) - 1; i >= 0; i-- {
		first := m.Times[i].First
		r.signs[first] |= Signature(timeBit)
		r.begins[first].time = int32(i)
	}
	for i := len(m.Quantities) - 1; i >= 0; i-- {
		first := m.Quantities[i].First
		r.signs[first] |= Signature(quantityBit)
		r.begins[first].quantity = int32(i)
	}
}

// begins are the first of the mentions, times and quantities that begin at a
// token, told only where the token's signature says that there is one.
type begins struct{ mention, time, quantity int32 }

// Sign is what stands in the tokens from first to last, last excluded.
func (r *Matcher) Sign(first, last int) (s Signature) {
	for _, sign := range r.signs[first:last] {
		s |= sign
	}
	return s
}

// Border reports whether no gap passes over a token: a mark that parts clauses, or
// a word that opens one.
func (r *Matcher) Border(token int) bool { return r.signs[token]&borderBit != 0 }

// Chunks are the kinds of chunks of a signature.
func (s Signature) Chunks() uint32 { return uint32(s & chunkBits) }
