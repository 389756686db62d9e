package checks

import (
	"slices"
	"strings"

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
		if p.Is(n.First, "address") {
			end = n.First + 1
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

// roleReach is how many words from a name its role may stand.
const roleReach = 8

// roleBefore reads "la sous-préfète de Florac, Camille Desportes".
func (p *Pass) roleBefore(out []personal, base personal, n mark.Name, s text.Sentence) []personal {
	from := n.First
	for i := n.First - 1; i >= max(s.First, n.First-roleReach); i-- {
		t := p.Tokens[i]
		comma := t.Char == ',' && i == n.First-1
		point := t.Char == '.' && p.Is(i-1, "address")
		joined := p.Tokens[i+1].Is(text.Hyphen)
		if t.Kind == text.Mark && !comma && !point || !joined && p.closesRole(i) {
			break
		}
		if t.Is(text.Capital) && i > s.First && i+1 < n.First && !joined && !t.Is(text.Hyphen) && !p.Is(i-1, "complement") && !p.Is(i-1, "article") && !p.Is(i, "address") && !p.isRival(i) {
			break // another name
		}
		from = i
		if p.Is(i, "article") && i > s.First && !p.Is(i-1, "complement") {
			break // a noun group begins with it
		}
	}
	if p.Is(from, "plural_article") || from > s.First && (p.Is(from-1, "former") || p.Is(from-1, "elect") || p.Is(from-1, "fresh") || p.Is(from-1, "outgoing")) {
		return out
	}
	// "Selon le maire, Anne Corvol a menti" is of two people.
	if from > s.First && p.Tokens[n.First-1].Char == ',' && p.Is(from-1, "preposition") && !p.Is(from-1, "complement") {
		return out
	}
	base.role = p.fullRole(from, n.First, s.First)
	return p.roles(out, base, from, n.First)
}

// closesRole reports a word that no name of a role goes across.
func (p *Pass) closesRole(i int) bool {
	for _, class := range []string{"auxiliary", "pronoun", "subordinator", "and", "speech"} {
		if p.Is(i, class) {
			return true
		}
	}
	return p.Is(i, "preposition") && !p.Is(i, "complement")
}

// isRival reports a word that names a rank or a party.
func (p *Pass) isRival(i int) bool {
	_, end := p.rivalAt(i, "person.")
	return end > 0
}

// roleAfter reads "Lord Ashdene, chairman of the board,".
func (p *Pass) roleAfter(out []personal, base personal, n mark.Name, s text.Sentence) []personal {
	at := n.Last
	if at >= s.Last || p.Tokens[at].Char != ',' && p.Tokens[at].Char != '(' {
		return out
	}
	at++
	for at < s.Last && (p.Tokens[at].Kind == text.Number || p.Is(at, "year_unit") || p.Tokens[at].Char == ',') {
		at++
	}
	end := at
	for end < min(s.Last, at+roleReach) {
		t := p.Tokens[end]
		if t.Kind == text.Mark || p.closesRole(end) {
			break
		}
		end++
	}
	// What a comma does not close runs on into the sentence.
	if end < s.Last && !strings.ContainsRune(",).", p.Tokens[end].Char) || end < s.Last && p.Tokens[end].Kind != text.Mark {
		return out
	}
	base.role = p.groupOf(at, end)
	return p.roles(out, base, at, end)
}

// roles reads the ranks and parties of a stretch; words that put them at
// another time take them back.
func (p *Pass) roles(out []personal, base personal, from, to int) []personal {
	moved, asked := false, false
	first := len(out)
	for i := from; i < to; {
		rival, end := p.rivalAt(i, "person.")
		if end == 0 || end > to || p.Tokens[i].Is(text.Hyphen) || end < to && p.Tokens[end].Is(text.Hyphen) {
			i++
			continue
		}
		if !asked {
			moved, asked = p.moved(from, to), true
		}
		// An outgoing member is still of their party.
		if !moved || rival.Set == "person.party" {
			r := base
			r.rival, r.span = rival, p.Over(i, end)
			if len(out) > first { // of two of one set, the nearer to the name
				own := len(out)
				for own > 0 && out[own-1].about == r.about && out[own-1].sentence == r.sentence {
					own--
				}
				out = append(out[:own], slices.DeleteFunc(out[own:], func(o personal) bool { return o.rival.Set == rival.Set })...)
			}
			out = append(out, r)
		}
		i = end
	}
	return out
}

// moved reports words that put a role at another time.
func (p *Pass) moved(from, to int) bool {
	for _, class := range []string{"former", "outgoing", "elect", "fresh", "then", "acting", "no_role"} {
		if p.classIn(class, from-2, to) {
			return true
		}
	}
	return false
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
