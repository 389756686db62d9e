package pattern

// A program is a compiled pattern as states: an instruction that reads is one,
// splits and jumps are but ways between them.
type program struct {
	reads []instr     // by state: what it reads; of the last, nothing: there the match ends
	wants []Signature // by state: what must stand at a token for it to read
	after [][]int32   // by state: the states behind it, in the order in which they are tried
	begin []int32     // the states in which a match begins
	first Signature   // what must stand at a token for a match to begin there
	empty bool        // it matches where nothing stands
	sieve *sieve      // nil for a program of too many states
}

// newProgram makes the states of some code, whose last instruction is the match.
func newProgram(code []instr) program {
	var p program
	state := make([]int32, len(code)) // of each instruction; -1 when it has none
	for pc := range code {
		state[pc] = -1
		if in := &code[pc]; in.op != opSplit && in.op != opJump && (in.op != opWord || in.key != 0) {
			state[pc] = int32(len(p.reads))
			p.reads = append(p.reads, *in)
			p.wants = append(p.wants, in.wants())
		}
	}
	for pc := range code {
		if state[pc] >= 0 {
			p.after = append(p.after, follow(nil, code, state, pc+1, make([]bool, len(code))))
		}
	}
	p.begin = follow(nil, code, state, 0, make([]bool, len(code)))
	for _, k := range p.begin {
		p.first |= p.wants[k]
		p.empty = p.empty || p.reads[k].op == opMatch
	}
	if !p.empty && len(p.reads) <= 64 {
		p.sieve = newSieve(&p)
	}
	return p
}

// follow adds the states that an instruction leads to without reading.
func follow(out []int32, code []instr, state []int32, pc int, seen []bool) []int32 {
	if pc == len(code) || seen[pc] {
		return out
	}
	seen[pc] = true
	switch in := &code[pc]; in.op {
	case opJump:
		return follow(out, code, state, in.to, seen)
	case opSplit:
		return follow(follow(out, code, state, pc+1, seen), code, state, in.to, seen)
	}
	if state[pc] >= 0 {
		out = append(out, state[pc])
	}
	return out
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

// anything is the signature of what reads whatever stands there.
const anything = ^Signature(0)

// sameKey is the key under which all that an instruction takes for its word is
// signed: dashes and quotation marks have many shapes.
func (in *instr) sameKey() uint64 {
	if c := markClass(in.char); c != 0 {
		return uint64(c)
	}
	return in.key
}
