package claim

import (
	"recoupe/checks/mark"
	"recoupe/checks/pattern"
	"recoupe/rules"
)

// clauses is one sentence seen as clauses: where borders stand, what may take a
// date and what gives a voice. Its lists serve sentence after sentence.
type clauses struct {
	marks       *mark.Marks
	matcher     *pattern.Matcher
	sentence    int // -1 for none
	first, last int
	hosts       []host
	cues        []heard
}

// A host is what a date may belong to: a group of verbs, or a noun that tells
// an event or names an office.
type host struct {
	first, last int
	verb        bool
	mention     int // index of the mention, or -1

	asked bool      // whether its time was looked for
	time  *Attached // and what was found
}

// read prepares a sentence.
func (c *clauses) read(m *mark.Marks, matcher *pattern.Matcher, sentence int) {
	s := m.Sentences[sentence]
	c.marks, c.matcher, c.sentence, c.first, c.last = m, matcher, sentence, s.First, s.Last
	c.hosts, c.cues = c.hosts[:0], c.cues[:0]
	hits := m.HitsOver(s.First, s.Last)
	next := s.First
	for k := range hits {
		h := &hits[k]
		if h.First >= next && h.Among&(rules.AmongForms|rules.AmongActs) != 0 {
			next = h.First + 1
			if end := c.verbAt(h.First); end > 0 {
				next = c.group(h.First, end)
			}
		}
		if h.Sign&cueSign != 0 {
			c.hear(h)
		}
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
}

// leave lets go of the page.
func (c *clauses) leave() {
	clear(c.hosts)
	c.marks, c.matcher, c.sentence = nil, nil, -1
}

// group adds the group of verbs that begins with one, and returns its end. It goes
// on over adverbs and pronouns: "a été envahie", "n'a jamais été".
func (c *clauses) group(first, end int) int {
	m := c.marks
	h := host{first: first, last: end, verb: true, mention: -1}
	for next := end; next < c.last && next <= h.last+2; next++ {
		if c.matcher.Border(next) || m.In(next, rules.ClassCoordinator) || m.In(next, rules.ClassArticle) {
			break
		}
		if e := c.verbAt(next); e > 0 {
			h.last, next = e, e-1
		}
	}
	c.hosts = append(c.hosts, h)
	return h.last
}

// verbAt returns the end of the verb form that begins at a token, or 0.
func (c *clauses) verbAt(token int) int {
	end := 0
	hits := c.marks.HitsAt(token)
	for i := range hits {
		h := &hits[i]
		if h.Among&rules.AmongForms != 0 {
			end = h.Last
			continue
		}
		if h.Among&rules.AmongActs == 0 {
			continue
		}
		for k := range h.Labels {
			if l := &h.Labels[k]; l.Way == rules.ByVerb && l.Entity != nil {
				end = h.Last
			}
		}
	}
	if end > 0 && (c.marks.In(token-1, rules.ClassArticle) || c.marks.In(token, rules.ClassNotVerb)) {
		return 0
	}
	return end
}

// hard reports whether a token is a border of clauses that no comma is.
func (c *clauses) hard(i int) bool {
	return c.matcher.Border(i) && c.marks.Tokens[i].Char != ','
}

// around returns the clause that holds the tokens from first to last: the
// stretch between hard borders.
func (c *clauses) around(first, last int) (from, to int) {
	const reach = 60 // tokens; a clause that is longer is none
	from, to = first, last
	for from > c.first && from > first-reach && !c.hard(from-1) {
		from--
	}
	if from > c.first && c.matcher.Border(from-1) && !mark.Border(c.marks.Tokens[from-1].Char) {
		from-- // the subordinator that opens it
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
	for i := range c.hosts {
		if h := &c.hosts[i]; h.verb && h.first >= first && h.last <= last {
			verbs++
		}
	}
	return borders, commas, verbs
}
