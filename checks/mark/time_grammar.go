package mark

import (
	"fmt"
	"strings"

	"recoupe/checks/text"
	"recoupe/rules"
)

// timeGrammar is a language's grammar of times, compiled: a graph of nodes that
// is walked from each word that may begin an expression.
type timeGrammar struct {
	*lexicon
	table     *rules.TimeTable
	vigesimal bool     // eighty is four twenties
	nodes     [][]edge // while it is compiled
	edges     []edge   // of all nodes in a row
	first     []int32  // of each node: where its edges begin; one more at the end
	mores     []more   // the first is empty
	roots     []root
	points    []point
	unions    []follow // what may follow any way in of a class
	starts    [][]way  // ways in by the class of the word that begins them
	digits    []digitWays
	senses    []senseWords
}

// root is one sequence that may stand by itself.
type root struct {
	node int32
	form string
}

// senseWords is a preposition and what it makes of the time that follows.
type senseWords struct {
	keys  []uint64
	sense Sense
}

// edgeKind says what an edge takes from the text; most of them look or build,
// and take nothing.
type edgeKind uint8

const (
	jump   edgeKind = iota
	take            // one word of a class
	read            // a slot
	ahead           // looks at what follows
	behind          // looks at what stands before
	build           // adds to the value
	accept
)

type edge struct {
	to   int32
	kind edgeKind
	slot slot
	word class
	not  bool  // of ahead and behind
	like bool  // of take and read: only in the case that the language writes
	more int32 // its place in the list of those; 0 for most
}

// more is what few edges have.
type more struct {
	ops  []op       // of build
	past [][]uint64 // of ahead and behind: phrases of several words
}

// compiler builds the graph of one language.
type compiler struct {
	*timeGrammar
	words     []string // of the sequence being read
	at        int
	open      []string           // forms being read, against circles
	lines     map[string]cutLine // those read before: a form may stand in many others
	literals  map[uint64]class
	feastKeys [][][]uint64 // by feast and name
}

// cutLine is one sequence cut into words, and what it builds.
type cutLine struct {
	words []string
	ops   []op
}

// compileTimes builds a language's grammar. The error names the form at fault.
func compileTimes(lang *rules.Language) (*timeGrammar, error) {
	t := &lang.Time
	lex, err := newLexicon(lang)
	if err != nil {
		return nil, err
	}
	g := &timeGrammar{lexicon: lex, table: t, vigesimal: lang.Quantity.Vigesimal, mores: make([]more, 1)}
	c := &compiler{timeGrammar: g, lines: map[string]cutLine{}, literals: map[uint64]class{}}
	for _, name := range t.Root {
		if err := c.root(name); err != nil {
			return nil, err
		}
	}
	g.indexRoots()
	for _, id := range sortedKeys(t.Sense) {
		sense, ok := senseNames[id]
		if !ok {
			return nil, fmt.Errorf("[time.sense]: no sense is called %q", id)
		}
		for _, w := range t.Sense[id] {
			g.senses = append(g.senses, senseWords{wordKeys(w), sense})
		}
	}
	return g, nil
}

// root compiles each sequence of a form on its own.
func (c *compiler) root(name string) error {
	seqs, ok := c.table.Form[name]
	if !ok {
		return fmt.Errorf("[time]: no form is called %q", name)
	}
	for _, s := range seqs {
		start := c.node()
		end, err := c.sequenceOf(name, s, start)
		if err != nil {
			return err
		}
		c.edge(end, edge{kind: accept})
		c.roots = append(c.roots, root{node: start, form: name})
	}
	return nil
}

// sequenceOf compiles one line of a form from a node on.
func (c *compiler) sequenceOf(form, line string, from int32) (int32, error) {
	l, ok := c.lines[line]
	if !ok {
		match, value, _ := strings.Cut(line, "=>")
		ops, err := c.parseOps(value)
		if err != nil {
			return 0, fmt.Errorf("[time.form] %s: %q: %w", form, line, err)
		}
		l = cutLine{cutPattern(match), ops}
		c.lines[line] = l
	}
	saved, at, ops := c.words, c.at, l.ops
	c.words, c.at = l.words, 0
	end, err := c.alternatives(from)
	if err == nil && c.at < len(c.words) {
		err = fmt.Errorf("%q closes nothing", c.words[c.at])
	}
	c.words, c.at = saved, at
	if err != nil {
		return 0, fmt.Errorf("[time.form] %s: %q: %w", form, line, err)
	}
	if len(ops) > 0 {
		next := c.node()
		c.edge(end, edge{kind: build, more: c.more(more{ops: ops}), to: next})
		end = next
	}
	return end, nil
}

// cutPattern parts a sequence into words, brackets and bars; ? stands alone.
func cutPattern(s string) []string {
	for _, sign := range []string{"(", ")", "|", "?"} {
		s = strings.ReplaceAll(s, sign, " "+sign+" ")
	}
	return strings.Fields(s)
}

func (c *compiler) alternatives(from int32) (int32, error) {
	join := c.node()
	for {
		start := c.node()
		c.edge(from, edge{kind: jump, to: start})
		end, err := c.sequence(start)
		if err != nil {
			return 0, err
		}
		c.edge(end, edge{kind: jump, to: join})
		if c.peek() != "|" {
			return join, nil
		}
		c.at++
	}
}

func (c *compiler) sequence(from int32) (int32, error) {
	for c.at < len(c.words) && c.peek() != "|" && c.peek() != ")" {
		to, err := c.item(from)
		if err != nil {
			return 0, err
		}
		if c.peek() == "?" {
			c.at++
			c.edge(from, edge{kind: jump, to: to})
		}
		from = to
	}
	return from, nil
}

func (c *compiler) item(from int32) (int32, error) {
	w := c.peek()
	c.at++
	switch {
	case w == "?" || w == "!" || w == "&" || w == "^":
		return 0, fmt.Errorf("%s applies to nothing", w)
	case w == "(":
		to, err := c.alternatives(from)
		if err == nil && c.peek() != ")" {
			err = fmt.Errorf("( is not closed")
		}
		c.at++
		return to, err
	case w == "~":
		return c.join(from, edge{kind: build, more: c.more(more{ops: []op{{code: opSecond}}})}), nil
	case w[0] == '<' && len(w) > 1:
		return c.form(strings.Trim(w, "<>"), from)
	case w[0] == '{':
		return c.slotItem(w, from)
	case w[0] == '&' && len(w) > 1, w[0] == '!' && len(w) > 1, w[0] == '^' && len(w) > 1:
		return c.look(w, from)
	case w[0] == '%' && len(w) > 1:
		return c.classItem(w, from)
	}
	for _, key := range wordKeys(w) {
		from = c.join(from, edge{kind: take, word: c.literal(key)})
	}
	return from, nil
}

// literal is the class of a single word that a form names.
func (c *compiler) literal(key uint64) class {
	id, ok := c.literals[key]
	if !ok {
		id = firstOwn + class(len(c.ids)+len(c.literals))
		c.literals[key] = id
		c.add(key, id, 0)
	}
	return id
}

// form puts the sequences of another form in place.
func (c *compiler) form(name string, from int32) (int32, error) {
	seqs, ok := c.table.Form[name]
	if !ok {
		return 0, fmt.Errorf("no form is called %q", name)
	}
	for _, open := range c.open {
		if open == name {
			return 0, fmt.Errorf("form %q stands inside itself", name)
		}
	}
	c.open = append(c.open, name)
	defer func() { c.open = c.open[:len(c.open)-1] }()
	to := c.node()
	for _, s := range seqs {
		end, err := c.sequenceOf(name, s, from)
		if err != nil {
			return 0, err
		}
		c.edge(end, edge{kind: jump, to: to})
	}
	return to, nil
}

// classItem takes a word, or a phrase, of a class.
func (c *compiler) classItem(w string, from int32) (int32, error) {
	id, ok := c.ids[w]
	if !ok {
		return 0, fmt.Errorf("[time.class] has no %q", w[1:])
	}
	to := c.join(from, edge{kind: take, word: id})
	for _, keys := range c.phrases[id] {
		c.phrase(keys, from, to)
	}
	return to, nil
}

func (c *compiler) phrase(keys []uint64, from, to int32) {
	for _, key := range keys {
		from = c.join(from, edge{kind: take, word: c.literal(key)})
	}
	c.edge(from, edge{kind: jump, to: to})
}

// look compiles a condition on what stands before or after.
func (c *compiler) look(w string, from int32) (int32, error) {
	e := edge{kind: ahead, not: w[0] == '!'}
	rest := w[1:]
	if w[0] == '^' {
		e.kind = behind
		e.not = strings.HasPrefix(rest, "!")
		rest = strings.TrimPrefix(rest, "!")
	}
	switch {
	case rest == "":
		return 0, fmt.Errorf("%q looks at nothing", w)
	case rest[0] == '%' && len(rest) > 1:
		id, ok := c.ids[rest]
		if !ok {
			return 0, fmt.Errorf("[time.class] has no %q", rest[1:])
		}
		e.word, e.more = id, c.more(more{past: c.phrases[id]})
	case rest[0] == '{':
		s, ok := slotNames[strings.Trim(rest, "{}")]
		if !ok {
			return 0, fmt.Errorf("no slot is called %q", rest)
		}
		e.slot = s
	default:
		e.word = c.literal(text.Key(rest))
	}
	return c.join(from, e), nil
}

func (c *compiler) slotItem(w string, from int32) (int32, error) {
	name := strings.Trim(w, "{}")
	like := strings.HasSuffix(name, "!")
	name = strings.TrimSuffix(name, "!")
	if name == "feast" {
		return c.feast(from), nil
	}
	s, ok := slotNames[name]
	if !ok {
		return 0, fmt.Errorf("no slot is called %q", w)
	}
	return c.join(from, edge{kind: read, slot: s, like: like}), nil
}

// feast takes any of the days that have names.
func (c *compiler) feast(from int32) int32 {
	to := c.node()
	for i, f := range c.table.Feast {
		for k, name := range f.Words {
			mid := c.node()
			if len(c.feastKeys) <= i {
				c.feastKeys = append(c.feastKeys, make([][]uint64, len(f.Words)))
			}
			if c.feastKeys[i][k] == nil {
				c.feastKeys[i][k] = wordKeys(name)
			}
			c.phrase(c.feastKeys[i][k], from, mid)
			c.edge(mid, edge{kind: build, more: c.more(more{ops: []op{{code: opFeast, a: int32(i)}}}), to: to})
		}
	}
	return to
}

func (c *compiler) node() int32 {
	c.nodes = append(c.nodes, nil)
	return int32(len(c.nodes) - 1)
}

// more keeps what few edges have.
func (c *compiler) more(m more) int32 {
	c.mores = append(c.mores, m)
	return int32(len(c.mores) - 1)
}

func (c *compiler) edge(from int32, e edge) { c.nodes[from] = append(c.nodes[from], e) }

// join adds an edge to a node of its own.
func (c *compiler) join(from int32, e edge) int32 {
	e.to = c.node()
	c.edge(from, e)
	return e.to
}

func (c *compiler) peek() string {
	if c.at < len(c.words) {
		return c.words[c.at]
	}
	return ""
}
