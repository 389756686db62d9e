package checks

import (
	"slices"
	"strings"

	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
)

// roleReach is how many words from a name its role may stand.
const roleReach = 8

// roleBefore reads "la sous-préfète de Florac, Camille Desportes".
func (p *Pass) roleBefore(out []personal, base personal, n mark.Name, s text.Sentence) []personal {
	if k := n.First - 1; p.Is(k, "complement") || p.Is(k, "article") && p.Is(k-1, "complement") {
		return out // "le maire d'Orsonnette"
	}
	from := n.First
	for i := n.First - 1; i >= max(s.First, n.First-roleReach); i-- {
		t := p.Tokens[i]
		comma := t.Char == ',' && p.addressed(i+1, n.First)
		point := t.Char == '.' && p.Is(i-1, "address")
		joined := p.Tokens[i+1].Is(text.Hyphen)
		if t.Kind == text.Mark && !comma && !point || !joined && p.closesRole(i) {
			break
		}
		if t.Is(text.Capital) && i > s.First && i+1 < n.First && !joined && !t.Is(text.Hyphen) && !p.Is(i-1, "complement") && !p.Is(i-1, "article") && !p.Is(i, "address") && !p.isRival(i) {
			break // another name
		}
		from = i
		if p.Is(i, "article") && !p.Is(i, "complement") && i > s.First && !p.Is(i-1, "complement") {
			break // a noun group begins with it
		}
	}
	if p.Is(from, "plural_article") || from > s.First && (p.Is(from-1, "former") || p.Is(from-1, "elect") || p.Is(from-1, "fresh") || p.Is(from-1, "outgoing")) {
		return out
	}
	// "Selon le maire, Anne Corvol a menti" is of two people.
	if from > s.First && p.Tokens[n.First-1].Char == ',' && p.Is(from-1, "preposition") && !p.Is(from-1, "complement") && !p.Is(from-2, "advocate") && (from-1 == s.First || n.Last < s.Last && p.Tokens[n.Last].Kind != text.Mark) {
		return out
	}
	base.role = p.fullRole(from, n.First, s.First)
	return p.roles(out, base, from, n.First)
}

// addressed reports that nothing stands between two tokens but a form of address:
// "l'avocate, Me Guiton".
func (p *Pass) addressed(from, to int) bool {
	return from == to || p.Is(from, "address") && (to == from+1 || to == from+2 && p.Tokens[from+1].Char == '.')
}

// dependent reports a rank that hangs on another noun: "le chauffeur du maire",
// "the mayor's driver". Parties do so by nature; a side must hang on its lawyer.
func (p *Pass) dependent(set string, from, first, end int) bool {
	switch set {
	case "person.party":
		return false
	case "person.side":
		if p.Is(first-1, "article") && !p.Is(first-1, "complement") {
			first--
		}
		return !p.Is(first-1, "complement") && !p.Is(first-1, "for") || !p.Is(first-2, "advocate")
	}
	return first-1 > from && p.Is(first-1, "complement") && !p.isRival(first-2) || p.Is(end, "genitive")
}

// closesRole reports a word that no name of a role goes across.
func (p *Pass) closesRole(i int) bool {
	if p.In(i, rules.ClassAuxiliary|rules.ClassPronoun|rules.ClassSubordinator|rules.ClassAnd) {
		return true
	}
	if p.In(i, rules.ClassSpeech) {
		return !p.isRival(i) || !p.Is(i-1, "article") // "le prévenu"
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
		if end = p.bareRole(at, end); end == 0 {
			return out
		}
	}
	base.role = p.groupOf(at, end)
	return p.roles(out, base, at, end)
}

// bareRole is the end of a rank with which a stretch opens, an article aside, and
// that more words follow: "a soprano of 24 who works", "violoncelliste au
// chômage"; 0 when it opens with none.
func (p *Pass) bareRole(at, stop int) int {
	if p.Is(at, "article") {
		at++
	}
	if _, end := p.rivalAt(at, "person."); end > 0 && end <= stop && (p.In(stop, rules.ClassPreposition|rules.ClassPronoun|rules.ClassSubordinator)) {
		return end
	}
	return 0
}

// roles reads the ranks and parties of a stretch; words that put them at
// another time take them back.
func (p *Pass) roles(out []personal, base personal, from, to int) []personal {
	moved, asked := false, false
	first := len(out)
	for i := from; i < to; {
		rival, end := p.rivalAt(i, "person.")
		if end == 0 || end > to || p.dependent(rival.Set, from, i, end) || p.Tokens[i].Is(text.Hyphen) || end < to && p.Tokens[end].Is(text.Hyphen) {
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
