package checks

import (
	"recoupe/checks/mark"
	"recoupe/checks/text"
)

// headlineRanks reports a name that the headline gives a rank which the body
// gives to one other person: "Mayor Dunnett", "the mayor, Frances Colley".
func (p *Pass) headlineRanks() {
	var said []personal
	for i, h := range p.Names {
		s := p.SentenceAt(h.Start)
		if s < 0 || !p.isHead(p.Sentences[s].Paragraph) || i >= headMax {
			break
		}
		rank, _ := p.rivalAt(h.First, "person.")
		n := p.withoutRank(h)
		if n.First == h.First {
			if rank.Set != "" || h.First == 0 {
				continue // the rank stands alone
			}
			rank, _ = p.rivalAt(h.First-1, "person.")
		}
		if rank.Set == "" || rank.Set == "person.party" || p.shouts(p.Sentences[s]) || p.isPlace(n) || !p.personLike(n) || p.anyInBody(n) {
			continue
		}
		if said == nil {
			said = p.personals()
		}
		var one *personal
		several := false
		for k := range said {
			a := &said[k]
			if t := a.sentence; a.rival != rank || p.isHead(p.Sentences[t].Paragraph) {
				continue
			}
			several = several || one != nil && one.person != a.person
			if one == nil {
				one = a
			}
		}
		if one != nil && !several {
			p.reportHead(n.Span, one.about, p.namedLike(n, one.about))
			return
		}
	}
}

// namedLike is a name in the length of another: the family name alone for one
// that is told so.
func (p *Pass) namedLike(n mark.Name, other text.Span) string {
	if _, given := p.familyOf(n); given == "" {
		last := p.TokenAt(other.End - 1)
		for last > 0 && p.Tokens[last].Is(text.Hyphen) {
			last--
		}
		return p.Words(p.Tokens[last].Span.Join(other))[max(0, p.Tokens[last].Start-other.Start):]
	}
	return p.Words(other)
}

// headlineWinner reports a winner of the headline whom the body tells to have
// lost: "Mauricet élu", "61 voix contre 58 à Raymond Mauricet".
func (p *Pass) headlineWinner() {
	for i, h := range p.Names {
		s := p.SentenceAt(h.Start)
		if s < 0 || !p.isHead(p.Sentences[s].Paragraph) || i >= headMax {
			break
		}
		if !p.wins(h, p.Sentences[s]) || p.isPlace(h) || !p.personLike(h) {
			continue
		}
		family, _ := p.familyOf(h)
		if w, ok := p.winnerOver(family); ok {
			p.reportHead(h.Span, w.Span, p.namedLike(h, w.Span))
			return
		}
	}
}

// wins reports a word of victory that a name is the subject of.
func (p *Pass) wins(n mark.Name, s text.Sentence) bool {
	for i := n.Last; i < min(n.Last+3, s.Last) && p.Tokens[i].Kind != text.Mark; i++ {
		if p.ClassAt(i, "win") > 0 {
			return !p.classIn("negation", n.Last, i)
		}
	}
	return false
}

// winnerOver is who the body tells to have won over somebody of a family; ok is
// false where it tells so of nobody, or where that one wins as well.
func (p *Pass) winnerOver(family string) (winner mark.Name, ok bool) {
	for _, n := range p.Names {
		s := p.SentenceAt(n.Start)
		if s < 0 || p.isHead(p.Sentences[s].Paragraph) {
			continue
		}
		if f, _ := p.familyOf(n); f != family {
			continue
		}
		if p.wins(n, p.Sentences[s]) {
			return winner, false
		}
		if ok || !p.loses(n, p.Sentences[s]) {
			continue
		}
		for _, w := range p.Names[p.NameFrom(p.Sentences[s].First):] {
			if f, given := p.familyOf(w); w.First >= n.First || f == family {
				break
			} else if given != "" && !p.isPlace(w) && w.Words(p.Marks) <= 3 && !p.Tokens[w.First].Is(text.Upper) {
				winner, ok = w, true
				break
			}
		}
	}
	return winner, ok
}

// loses reports the words before a name that tell who was beaten: "devant",
// after a word of victory, "denied", "contre 58 à".
func (p *Pass) loses(n mark.Name, s text.Sentence) bool {
	for i := max(s.First, n.First-3); i < n.First; i++ {
		end := p.ClassAt(i, "beating")
		if end == n.First {
			return true
		}
		if end = p.ClassAt(i, "ahead_of"); end == n.First && p.classIn("win", s.First, i) {
			return true
		}
	}
	k := n.First - 1
	return k-2 > s.First && p.Is(k, "to_loser") && p.Tokens[k-1].Kind == text.Number && p.Is(k-2, "against") && p.quantityFrom(k-1) != nil
}
