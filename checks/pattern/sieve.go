package pattern

import "math/bits"

// A sieve is a program as sets of states in one machine word. It tells whether
// the pattern matches at all, which mostly it does not, without threads; how it
// matches is worked out only then.
type sieve struct {
	begin uint64
	match uint64
	after []uint64 // by state: the states behind it
	gaps  []gap
	words uint64 // the states that are in no gap
}

// A gap is a run of states that pass over one thing after another: all of them
// that are alive move on at once.
type gap struct {
	in     *instr
	states uint64
	after  uint64 // what may come when the gap is done
}

func newSieve(p *program) *sieve {
	s := &sieve{begin: set(p.begin), match: 1 << (len(p.reads) - 1)}
	for _, after := range p.after {
		s.after = append(s.after, set(after))
	}
	for k := 0; k < len(p.reads); k++ {
		if p.reads[k].op != opSkip {
			s.words |= 1 << k
			continue
		}
		g := gap{in: &p.reads[k], states: 1 << k}
		for p.reads[k].more {
			k++
			g.states |= 1 << k
		}
		g.after = s.after[k]
		s.gaps = append(s.gaps, g)
	}
	return s
}

// set are states as bits.
func set(states []int32) (bits uint64) {
	for _, k := range states {
		bits |= 1 << k
	}
	return bits
}

// passes reports whether a pattern matches anywhere in the tokens from first to
// last, last excluded.
func (r *Matcher) passes(p *Pattern, first, last int) bool {
	return r.sift(p, first, last)&p.sieve.match != 0
}

// sift runs the sieve of a pattern over some tokens up to its first match, and
// returns the states that are alive where it stops.
func (r *Matcher) sift(p *Pattern, first, last int) uint64 {
	s := p.sieve
	n := last - first
	if len(r.alive) <= n {
		r.alive = make([]uint64, 2*n+1)
	}
	alive := r.alive[:n+1]
	clear(alive)
	for tok := first; tok < last; tok++ {
		states, sign := alive[tok-first], r.signs[tok]
		if p.first&sign != 0 {
			states |= s.begin
		}
		if states == 0 {
			continue
		}
		if states&s.match != 0 {
			return states
		}
		for i := range s.gaps {
			g := &s.gaps[i]
			if over := states & g.states; over != 0 {
				if end := r.skip(tok, g.in); end > tok && end <= last {
					alive[end-first] |= over<<1&g.states | g.after
				}
			}
		}
		for states &= s.words; states != 0; states &= states - 1 {
			k := bits.TrailingZeros64(states)
			if p.wants[k]&sign == 0 {
				continue
			}
			for _, on := range r.read(&p.reads[k], tok) {
				if on.end > tok && on.end <= last {
					alive[on.end-first] |= s.after[k]
				}
			}
		}
	}
	return alive[n]
}
