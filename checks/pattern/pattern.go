// Package pattern is the small language in which rules say what they read:
// typed chunks, lemmas, word classes, choices, options and bounded gaps over
// the tokens of one sentence. It compiles once and matches without
// backtracking, in time proportional to pattern length times sentence length.
// It must not know rules, relations or facts.
//
//	{event} {office|person:subject}   a chunk of a kind, bound to a name
//	{event.war}                       … of a finer kind
//	{time} {num}                      a time expression, a quantity
//	mot  @nommer  %art                a word, a form of a lemma, a word of a class
//	(a | b)  x?  x*2                  choice, option, at most two
//	..4                               at most four chunks, never over a clause border
//	..4,                              … but over commas
//	, ( : «                           that mark
package pattern

import (
	"fmt"
	"strconv"
	"strings"

	"recoupe/checks/text"
	"recoupe/rules"
)

// A Pattern is a compiled pattern; it never changes and may be shared.
type Pattern struct {
	Source string
	Needs  Need // what a sentence must hold for the pattern to match

	program
}

type op uint8

const (
	opChunk op = iota // a chunk of one of the kinds
	opWord            // a literal word or mark
	opLemma
	opClass
	opSkip  // one chunk of a gap
	opSplit // go on at next and at to
	opJump
	opMatch
)

type instr struct {
	op     op
	to     int    // of a split or jump
	kinds  uint32 // of a chunk; of a skip: the kinds that end the gap
	commas bool   // of a skip: it may pass over commas
	more   bool   // … and the gap goes on with the next
	sub    string
	bind   string
	key    uint64 // of a word, a lemma or a class
	char   rune
}

// Kinds of chunks beside those of entities.
const (
	TimeKind     rules.Kind = "time"
	QuantityKind rules.Kind = "num"
	QuoteKind    rules.Kind = "quote"
)

// KindBit is the bit of a chunk kind; 0 for what is no chunk.
func KindBit(k rules.Kind) uint32 {
	switch k {
	case rules.Country:
		return 1 << 0
	case rules.City:
		return 1 << 1
	case rules.PlaceKind:
		return 1 << 2
	case rules.Organisation:
		return 1 << 3
	case rules.Person:
		return 1 << 4
	case rules.Office:
		return 1 << 5
	case rules.Event:
		return 1 << 6
	case rules.Figure:
		return 1 << 7
	case rules.Currency:
		return 1 << 8
	case rules.Thing:
		return 1 << 9
	case TimeKind:
		return timeBit
	case QuantityKind:
		return quantityBit
	case QuoteKind:
		return 1 << 12
	}
	return 0
}

const (
	timeBit     uint32 = 1 << 10
	quantityBit uint32 = 1 << 11
)

// Compile reads a pattern. The error says what was found and what was wanted.
func Compile(source string) (*Pattern, error) {
	c := &compiler{src: source}
	c.lex()
	if c.err != nil {
		return nil, c.err
	}
	need, err := c.sequence("")
	if err != nil {
		return nil, err
	}
	if c.at < len(c.toks) {
		return nil, fmt.Errorf("pattern %q: %q closes nothing", source, c.toks[c.at])
	}
	c.code = append(c.code, instr{op: opMatch})
	need.sum()
	return &Pattern{source, need, newProgram(c.code)}, nil
}

type compiler struct {
	src  string
	toks []string
	at   int
	code []instr
	err  error
}

// lex cuts the source at spaces; brackets, bars and suffixes stand alone.
func (c *compiler) lex() {
	for i := 0; i < len(c.src); {
		switch ch := c.src[i]; {
		case ch == ' ' || ch == '\t' || ch == '\n':
			i++
		case ch == '{':
			end := strings.IndexByte(c.src[i:], '}')
			if end < 0 {
				c.err = fmt.Errorf("pattern %q: { without }", c.src)
				return
			}
			c.toks = append(c.toks, c.src[i:i+end+1])
			i += end + 1
		case ch == '\\' && i+1 < len(c.src):
			c.toks = append(c.toks, c.src[i:i+2])
			i += 2
		case strings.IndexByte("()|?", ch) >= 0:
			c.toks = append(c.toks, c.src[i:i+1])
			i++
		default:
			end := i
			for end < len(c.src) && strings.IndexByte(" \t\n{()|?", c.src[end]) < 0 && !(c.src[end] == '*' && end > i) {
				end++
			}
			if end == i {
				end++
			}
			c.toks = append(c.toks, c.src[i:end])
			i = end
		}
	}
}

// sequence compiles elements up to a closing token and returns what they need.
func (c *compiler) sequence(closing string) (Need, error) {
	var need Need
	for c.at < len(c.toks) {
		tok := c.toks[c.at]
		if tok == ")" || tok == "|" {
			if closing == "" {
				return need, fmt.Errorf("pattern %q: %q outside a choice", c.src, tok)
			}
			return need, nil
		}
		start := len(c.code)
		n, err := c.element()
		if err != nil {
			return need, err
		}
		optional, err := c.repeat(start)
		if err != nil {
			return need, err
		}
		if !optional {
			need.and(n)
		}
	}
	if closing != "" {
		return need, fmt.Errorf("pattern %q: ( without )", c.src)
	}
	return need, nil
}

// repeat applies a suffix, ? or *n, to the code from start on.
func (c *compiler) repeat(start int) (optional bool, err error) {
	if c.at >= len(c.toks) {
		return false, nil
	}
	suffix := c.toks[c.at]
	times := 1
	switch {
	case suffix == "?":
	case strings.HasPrefix(suffix, "*"):
		if times, err = strconv.Atoi(suffix[1:]); err != nil || times < 1 || times > 9 {
			return false, fmt.Errorf("pattern %q: %q; want *1 to *9", c.src, suffix)
		}
	default:
		return false, nil
	}
	c.at++
	body := append([]instr(nil), c.code[start:]...)
	c.code = c.code[:start]
	for range times {
		c.code = append(c.code, instr{op: opSplit, to: len(c.code) + len(body) + 1})
		base := len(c.code)
		for _, in := range body {
			if in.op == opSplit || in.op == opJump {
				in.to += base - start
			}
			c.code = append(c.code, in)
		}
	}
	return true, nil
}

func (c *compiler) element() (Need, error) {
	tok := c.toks[c.at]
	c.at++
	switch {
	case tok == "(":
		return c.choice()
	case tok == "?":
		return Need{}, fmt.Errorf("pattern %q: %q follows nothing", c.src, tok)
	case strings.HasPrefix(tok, "{"):
		return c.chunk(tok[1 : len(tok)-1])
	case strings.HasPrefix(tok, "..") && len(tok) > 2:
		return Need{}, c.gap(tok[2:])
	case strings.HasPrefix(tok, "@") && len(tok) > 1:
		c.code = append(c.code, instr{op: opLemma, key: rules.LemmaKey(tok[1:])})
		return word(Anchor{Key: rules.LemmaKey(tok[1:])}), nil
	case strings.HasPrefix(tok, "%") && len(tok) > 1:
		c.code = append(c.code, instr{op: opClass, key: rules.ClassKey(tok[1:])})
		return word(Anchor{Key: rules.ClassKey(tok[1:]), Class: true}), nil
	}
	return c.literal(strings.TrimPrefix(tok, "\\"))
}

// literal compiles words as they stand; a word may hold several tokens (l'an).
func (c *compiler) literal(written string) (Need, error) {
	var need Need
	keys := rules.Keys(written)
	if len(keys) == 0 {
		return need, fmt.Errorf("pattern %q: %q is no word", c.src, written)
	}
	for _, k := range keys {
		c.code = append(c.code, instr{op: opWord, key: k})
	}
	last := &c.code[len(c.code)-1]
	if toks := text.Tokens(nil, written, text.Span{End: len(written)}); len(toks) > 0 && toks[0].Kind == text.Mark {
		last.char = toks[0].Char
		need.marks = append(need.marks, last.sameKey())
		return need, nil
	}
	return word(Anchor{Key: last.key}), nil
}

func (c *compiler) choice() (Need, error) {
	var need Need
	var jumps []int
	for first := true; ; first = false {
		split := len(c.code)
		c.code = append(c.code, instr{op: opSplit})
		n, err := c.sequence(")")
		if err != nil {
			return need, err
		}
		if first {
			need = n
		} else {
			need = or(need, n)
		}
		jumps = append(jumps, len(c.code))
		c.code = append(c.code, instr{op: opJump})
		c.code[split].to = len(c.code)
		closing := c.toks[c.at]
		c.at++
		if closing == ")" {
			break
		}
	}
	// The last alternative has no other to split to: failing, it ends the thread.
	c.code = append(c.code, instr{op: opWord})
	for _, j := range jumps {
		c.code[j].to = len(c.code)
	}
	return need, nil
}

// chunk compiles {kind|kind.sub:name}. Without a name, the first kind is the name.
func (c *compiler) chunk(body string) (Need, error) {
	kinds, bind, named := strings.Cut(body, ":")
	in := instr{op: opChunk}
	for i, k := range strings.Split(kinds, "|") {
		k, sub, _ := strings.Cut(k, ".")
		bit := KindBit(rules.Kind(k))
		if bit == 0 {
			return Need{}, fmt.Errorf("pattern %q: there is no chunk {%s}", c.src, k)
		}
		in.kinds |= bit
		in.sub += sub
		if i == 0 && !named {
			bind = k
		}
	}
	in.bind = bind
	c.code = append(c.code, in)
	if in.kinds&(in.kinds-1) == 0 {
		return Need{Kinds: in.kinds}, nil
	}
	return Need{Any: in.kinds}, nil
}

// gap compiles ..n; the next element's kinds, when it is a chunk, end it.
func (c *compiler) gap(count string) error {
	count, commas := strings.CutSuffix(count, ",")
	n, err := strconv.Atoi(count)
	if err != nil || n < 1 || n > 20 {
		return fmt.Errorf("pattern %q: gap ..%s; want ..1 to ..20", c.src, count)
	}
	var wanted uint32
	if c.at < len(c.toks) && strings.HasPrefix(c.toks[c.at], "{") {
		kinds, _, _ := strings.Cut(strings.Trim(c.toks[c.at], "{}"), ":")
		for _, k := range strings.Split(kinds, "|") {
			k, _, _ := strings.Cut(k, ".")
			wanted |= KindBit(rules.Kind(k))
		}
	}
	end := len(c.code) + 2*n
	for i := range n {
		c.code = append(c.code, instr{op: opSplit, to: end}, instr{op: opSkip, kinds: wanted, commas: commas, more: i < n-1})
	}
	return nil
}
