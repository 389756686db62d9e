package checks

import (
	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
)

// A trait of a person is what the story says they are, beside their name.
type personal struct {
	person   string // folded family name
	given    string // folded first name, where it stands there
	sentence int
	span     text.Span // the words that say it
	about    text.Span // the name
	role     text.Span // the noun group that says it, before the name or after
	rival    rules.Rival
	age      float64
	loose    bool // said of "he" or at the head of a sentence: it may be of another time
}

// personals collects what the story says of named people: ranks, parties and
// ages that stand right before or after a name.
func (p *Pass) personals() []personal {
	var out []personal
	known := families{}
	ranks := p.personRanks()
	lines := p.lines()
	s, r := 0, 0
	for i := range p.Names {
		n := p.Names[i]
		for s < len(p.Sentences) && p.Sentences[s].Last <= n.First {
			s++
		}
		if s == len(p.Sentences) {
			break
		}
		sentence := p.Sentences[s]
		for r < len(ranks) && ranks[r] < max(sentence.First, n.First-roleReach) {
			r++
		}
		end := n.Last // what stands after a name is told of it behind a comma or a bracket
		after := end < sentence.Last && (p.Tokens[end].Char == ',' || p.Tokens[end].Char == '(')
		if after {
			end = sentence.Last
		}
		if (r == len(ranks) || ranks[r] >= end) && (!after || p.ageBeside(n, sentence) == nil) || lines[s].shouts() {
			continue // nothing is said of most names
		}
		n = p.withoutRank(n)
		base := personal{sentence: s, about: n.Span}
		base.person, base.given = p.familyOf(n)
		if p.isPlace(n) && !known.before(p, i, base.person) || len(base.person) < 3 {
			continue
		}
		out = p.roleBefore(out, base, n, sentence)
		out = p.roleAfter(out, base, n, sentence)
		if q := p.ageBeside(n, sentence); q != nil {
			a := base
			a.age, a.span = q.Low, q.Span
			out = append(out, a)
		}
	}
	return out
}

// personRanks are the tokens at which a rank or a party begins, in order.
func (p *Pass) personRanks() (at []int) {
	for i := range p.Hits {
		h := &p.Hits[i]
		if h.Among&rules.AmongRivals != 0 && (len(at) == 0 || at[len(at)-1] != h.First) && p.isRival(h.First) {
			at = append(at, h.First)
		}
	}
	return at
}

// families are the family names of people whom the story names in full: Agnes
// Poole is not the port. They are gathered as far as somebody asks.
type families struct {
	names map[string]bool
	read  int // names
	s     int
}

// before reports whether a name before the i-th is of a family.
func (f *families) before(p *Pass, i int, family string) bool {
	lines := p.lines()
	for ; f.read < i; f.read++ {
		n := p.Names[f.read]
		for p.Sentences[f.s].Last <= n.First {
			f.s++
		}
		if lines[f.s].shouts() {
			continue
		}
		n = p.withoutRank(n)
		if person, given := p.familyOf(n); given != "" && (!p.isPlace(n) || f.names[person]) {
			if f.names == nil {
				f.names = map[string]bool{}
			}
			f.names[person] = true
		}
	}
	return f.names[family]
}

// isPlace reports a name that the book knows for something else than a person.
func (p *Pass) isPlace(n mark.Name) bool {
	for i := p.MentionFrom(n.First); i < len(p.Mentions) && p.Mentions[i].First < n.Last; i++ {
		if m := p.Mentions[i]; m.First == n.First && m.Last >= n.Last && m.Kind != rules.Person && m.Kind != rules.Office && m.Kind != rules.Title {
			return true
		}
	}
	return false
}

// withoutRank is a name without the ranks that open it: "Captain Irene Castle".
func (p *Pass) withoutRank(n mark.Name) mark.Name {
	for n.First < n.Last-1 {
		rank, end := p.rivalAt(n.First, "person.")
		if rank.Set == "person.party" {
			break // the Labour Party
		}
		if to := p.ClassAt(n.First, "address"); to > 0 {
			end = to
		}
		if end == 0 || end >= n.Last {
			break
		}
		n.First = end
		n.Span = p.Over(n.First, n.Last)
	}
	return n
}

// familyOf returns the last word of a name and the first of several, folded.
func (p *Pass) familyOf(n mark.Name) (family, given string) {
	last := n.Last - 1
	for last > n.First && p.Tokens[last].Is(text.Hyphen) {
		last--
	}
	family = text.Fold(p.Words(p.Over(last, n.Last)))
	if last > n.First {
		end := n.First + 1
		for end < last && p.Tokens[end].Is(text.Hyphen) {
			end++
		}
		given = text.Fold(p.Words(p.Over(n.First, end)))
	}
	return family, given
}

// rivalAt is the longest phrase of a rival word that begins at a token, of the
// sets whose names begin so.
func (p *Pass) rivalAt(i int, sets string) (best rules.Rival, end int) {
	hits := p.HitsAt(i)
	for k := range hits {
		h := &hits[k]
		if h.Among&rules.AmongRivals == 0 {
			continue
		}
		for _, l := range h.Labels {
			if r, ok := rules.RivalOf(l.Class); ok && len(r.Set) > len(sets) && r.Set[:len(sets)] == sets && h.Last > end {
				best, end = r, h.Last
			}
		}
	}
	return best, end
}
