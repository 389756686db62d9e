package mark

import "recoupe/checks/text"

// follow says what may stand right after the word that begins a root, so that
// most roots are dropped without a walk.
type follow struct {
	any    bool // anything may: the root may be one word long
	digits bool // digits may
	kinds  kinds
}

// kinds is a set of classes of words: a bit for each of the first, and one for
// several of the others, which may let a word pass that stands for another.
type kinds struct{ low, high uint64 }

func (k *kinds) add(c class) {
	if c < 64 {
		k.low |= 1 << c
	} else {
		k.high |= 1 << (c % 64)
	}
}

// meet reports whether two sets may have a class in common.
func (k *kinds) meet(o *kinds) bool { return k.low&o.low|k.high&o.high != 0 }

// join adds all that another allows.
func (f *follow) join(o *follow) {
	f.any, f.digits = f.any || o.any, f.digits || o.digits
	f.kinds.low |= o.kinds.low
	f.kinds.high |= o.kinds.high
}

// point is a way into a root: the edge that takes its first word, and what must
// hold or is built before it.
type point struct {
	root   int32
	before []edge
	edge   edge
}

// way is the place of a point and what may follow its first word; most ways are
// given up for that, and so they lie in a row.
type way struct {
	follow follow
	point  int32
}

// indexRoots files every way into a root under the words that may begin it.
func (g *timeGrammar) indexRoots() {
	g.straighten()
	for i := range g.roots {
		g.enter(int32(i), g.roots[i].node, nil)
	}
	g.pack()
	for i := range g.words {
		w := &g.words[i]
		for _, e := range w.entries {
			if int(e.class) < len(g.unions) {
				w.follow.join(&g.unions[e.class])
			}
		}
	}
}

// pack lays the edges that a walk may come by next to those it comes from, so
// that it stays in what the processor has at hand, and forgets all others.
func (g *timeGrammar) pack() {
	at := make([]int32, len(g.nodes)) // new number of each node, plus one
	total := 0
	for _, edges := range g.nodes {
		total += len(edges)
	}
	g.edges, g.first = make([]edge, 0, total), make([]int32, 0, len(g.nodes)+1)
	var visit func(node int32) int32
	visit = func(node int32) int32 {
		if at[node] > 0 {
			return at[node] - 1
		}
		number := int32(len(g.first))
		at[node] = number + 1
		from := len(g.edges)
		g.first = append(g.first, int32(from))
		g.edges = append(g.edges, g.nodes[node]...)
		for k, e := range g.nodes[node] {
			if e.kind != accept {
				to := visit(e.to)
				g.edges[from+k].to = to
			}
		}
		return number
	}
	for i := range g.points {
		p := &g.points[i]
		p.edge.to = visit(p.edge.to)
	}
	g.first = append(g.first, int32(len(g.edges)))
	g.nodes = nil
}

func (g *timeGrammar) enter(root, node int32, before []edge) {
	for _, e := range g.nodes[node] {
		switch e.kind {
		case accept:
		case take, read:
			var f follow
			f.node(g, e.to)
			g.file(point{root: root, before: before, edge: e}, f)
		default:
			g.enter(root, e.to, append(before[:len(before):len(before)], e))
		}
	}
}

// file puts a way in under each class of words that it may begin with. What
// follows a full name of a month or a weekday stands right behind it; a short
// one may have a point.
func (g *timeGrammar) file(p point, f follow) {
	classes := []class{p.edge.word}
	if p.edge.kind == read {
		classes = p.edge.slot.words()
		if s := p.edge.slot; s == slotMon || s == slotWkd {
			g.under(p, f, classes[:1])
			classes = classes[1:]
		}
		f.slot(p.edge)
	}
	g.under(p, f, classes)
}

// under files a way in under some classes, and under digits if its slot reads them.
func (g *timeGrammar) under(p point, f follow, classes []class) {
	at := int32(len(g.points))
	g.points = append(g.points, p)
	if p.edge.kind == read && p.edge.slot.digits() {
		g.fileDigits(p.edge.slot, way{f, at})
	}
	for _, c := range classes {
		for int(c) >= len(g.starts) {
			g.starts = append(g.starts, nil)
			g.unions = append(g.unions, follow{})
		}
		g.unions[c].join(&f)
		g.starts[c] = append(g.starts[c], way{f, at})
	}
}

// digitWays are the ways in that begin with one slot read off digits: the slot
// is read once for all of them.
type digitWays struct {
	slot  slot
	union follow
	ways  []way
}

func (g *timeGrammar) fileDigits(s slot, in way) {
	for i := range g.digits {
		if w := &g.digits[i]; w.slot == s {
			w.ways = append(w.ways, in)
			w.union.join(&in.follow)
			return
		}
	}
	g.digits = append(g.digits, digitWays{slot: s})
	g.fileDigits(s, in)
}

// straighten puts the edges that a jump leads to in the place of the jump.
func (g *timeGrammar) straighten() {
	done := make([]bool, len(g.nodes))
	var visit func(node int32)
	visit = func(node int32) {
		if done[node] {
			return
		}
		done[node] = true
		jumps := false
		for k := range g.nodes[node] {
			if e := &g.nodes[node][k]; e.kind != accept {
				jumps = jumps || e.kind == jump
				visit(e.to)
			}
		}
		if !jumps {
			return
		}
		edges := make([]edge, 0, 2*len(g.nodes[node]))
		for _, e := range g.nodes[node] {
			if e.kind == jump {
				edges = append(edges, g.nodes[e.to]...)
				continue
			}
			edges = append(edges, e)
		}
		g.nodes[node] = edges
	}
	for n := range g.nodes {
		visit(int32(n))
	}
}

// opens are the edges that take the first word from a node on, or accept.
func (g *timeGrammar) opens(node int32, out []edge) []edge {
	for _, e := range g.nodes[node] {
		switch e.kind {
		case take, read, accept:
			out = append(out, e)
		default:
			out = g.opens(e.to, out)
		}
	}
	return out
}

// node adds what may stand at a node.
func (f *follow) node(g *timeGrammar, node int32) {
	for _, e := range g.opens(node, nil) {
		switch {
		case e.kind == accept:
			f.any = true
		case e.kind == take:
			f.kinds.add(e.word)
		case e.slot == slotTight:
			f.any = true
		default:
			for _, c := range e.slot.words() {
				f.kinds.add(c)
			}
			f.digits = f.digits || e.slot.digits()
		}
	}
}

// slot adds what may stand inside a slot of several words.
func (f *follow) slot(e edge) {
	if e.kind != read {
		return
	}
	switch e.slot {
	case slotMon, slotWkd, slotNumeric, slotColon, slotPart:
		f.any = true
	case slotN, slotAdult, slotTenWord:
		f.kinds.add(numberWord)
		f.kinds.add(andWord)
	case slotDay, slotOrd, slotRoman:
		f.kinds.add(suffixWord)
		f.kinds.add(daySuffix)
	}
}

// next is the word after the one at hand, looked up once.
type next struct {
	kinds  kinds
	digits bool
}

func (r *timeReader) next(i int) next {
	if i >= r.limit {
		return next{}
	}
	return next{r.lex(i).kinds, r.m.Tokens[i].Kind == text.Number}
}

// allows reports whether a root may go on with the next word.
func (f *follow) allows(n *next) bool {
	return f.any || f.digits && n.digits || f.kinds.meet(&n.kinds)
}
