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
	var families map[string]bool // of people named in full: Agnes Poole is not the port
	s, judged, loud := 0, -1, false
	for _, n := range p.Names {
		for s < len(p.Sentences) && p.Sentences[s].Last <= n.First {
			s++
		}
		if s == len(p.Sentences) {
			break
		}
		sentence := p.Sentences[s]
		if judged != s {
			judged, loud = s, p.shouts(sentence)
		}
		if loud {
			continue
		}
		n = p.withoutRank(n)
		base := personal{sentence: s, about: n.Span}
		base.person, base.given = p.familyOf(n)
		if p.isPlace(n) && !families[base.person] {
			continue
		}
		if base.given != "" {
			if families == nil {
				families = map[string]bool{}
			}
			families[base.person] = true
		}
		if len(base.person) < 3 {
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
