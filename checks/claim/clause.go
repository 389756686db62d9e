package claim

import (
	"recoupe/checks/mark"
	"recoupe/rules"
)

// clauses is one sentence seen as clauses: where borders stand and what may
// take a date.
type clauses struct {
	marks       *mark.Marks
	sentence    int
	first, last int
	hosts       []host
}

// A host is what a date may belong to: a group of verbs, or a noun that tells
// an event or names an office.
type host struct {
	first, last int
	verb        bool
	mention     int // index of the mention, or -1
}

// readClauses prepares a sentence.
func readClauses(m *mark.Marks, sentence int) *clauses {
	s := m.Sentences[sentence]
	c := &clauses{marks: m, sentence: sentence, first: s.First, last: s.Last}
	for i := s.First; i < s.Last; {
		end := c.verbAt(i)
		if end == 0 {
			i++
			continue
		}
		h := host{first: i, last: end, verb: true, mention: -1}
		// A group goes on over adverbs and pronouns: "a été envahie", "n'a jamais été".
		for next := end; next < s.Last && next <= h.last+2; next++ {
			if mark.Border(m.Tokens[next].Char) || m.Is(next, "subordinator") || m.Is(next, "coordinator") || m.Is(next, "article") {
				break
			}
			if e := c.verbAt(next); e > 0 {
				h.last, next = e, e-1
			}
		}
		c.hosts = append(c.hosts, h)
		i = h.last
	}
	for i := m.MentionFrom(s.First); i < len(m.Mentions) && m.Mentions[i].First < s.Last; i++ {
		n := &m.Mentions[i]
		switch {
		case n.Kind == rules.Event && n.Way == rules.ByVerb:
			for k := range c.hosts {
				if h := &c.hosts[k]; h.verb && h.first <= n.Head && n.Head < h.last {
					h.mention = i
				}
			}
		case n.Kind == rules.Event || n.Kind == rules.Office:
			c.hosts = append(c.hosts, host{first: n.First, last: n.Last, mention: i})
		}
	}
	return c
}

// verbAt returns the end of the verb form that begins at a token, or 0.
func (c *clauses) verbAt(token int) int {
	end := 0
	hits := c.marks.HitsAt(token)
	for i := range hits {
		h := &hits[i]
		if h.Among&(rules.AmongForms|rules.AmongActs) == 0 {
			continue
		}
		for k := range h.Labels {
			l := &h.Labels[k]
			if l.Lemma != "" || l.Way == rules.ByVerb && l.Entity != nil {
				end = max(end, h.Last)
			}
		}
	}
	if end > 0 && (c.marks.Is(token-1, "article") || c.marks.Is(token, "not_verb")) {
		return 0
	}
	return end
}

// hard reports whether a token is a border of clauses that no comma is.
func (c *clauses) hard(i int) bool {
	ch := c.marks.Tokens[i].Char
	return ch != ',' && mark.Border(ch) || c.marks.Is(i, "subordinator")
}

// around returns the clause that holds the tokens from first to last: the
// stretch between hard borders.
func (c *clauses) around(first, last int) (from, to int) {
	const reach = 60 // tokens; a clause that is longer is none
	from, to = first, last
	for from > c.first && from > first-reach && !c.hard(from-1) {
		from--
	}
	if from > c.first && c.marks.Is(from-1, "subordinator") {
		from--
	}
	for to < c.last && to < last+reach && !c.hard(to) {
		to++
	}
	return from, to
}

// between counts hard borders, commas and other verbs between two tokens.
func (c *clauses) between(first, last int) (borders, commas, verbs int) {
	for i := first; i < last; i++ {
		switch {
		case c.hard(i):
			borders++
		case c.marks.Tokens[i].Char == ',':
			commas++
		}
	}
	for _, h := range c.hosts {
		if h.verb && h.first >= first && h.last <= last {
			verbs++
		}
	}
	return borders, commas, verbs
}
