package checks

import (
	"strings"

	"recoupe/checks/text"
)

// groupOf is the noun group between two tokens without the comma that parts it
// from a name.
func (p *Pass) groupOf(from, to int) text.Span {
	for to > from && p.Tokens[to-1].Kind == text.Mark {
		to--
	}
	for from < to && p.Tokens[from].Kind == text.Mark {
		from++
	}
	if from >= to {
		return text.Span{}
	}
	return p.Over(from, to)
}

// fullRole is a noun group before a name with the noun that it hangs on: "le
// candidat du Parti communiste".
func (p *Pass) fullRole(from, to, first int) text.Span {
	if from < to && p.Language.Quantity.HeadLast && p.Tokens[to-1].Char != ',' {
		// "On the quay Captain Irene Castle": the title alone goes with the name.
		for from < to && !p.isRival(from) {
			from++
		}
	}
	if p.Is(from, "complement") {
		for i := from - 1; i >= max(first, from-4) && p.Tokens[i].Kind == text.Word && !p.closesRole(i); i-- {
			if p.Is(i, "article") && !p.Is(i, "complement") {
				return p.groupOf(i, to)
			}
		}
	}
	return p.groupOf(from, to)
}

// rolePhrase is what an editor would replace where a person is given another
// role, party or age: role and name where the role stands before, else the role.
func (p *Pass) rolePhrase(b *personal) text.Span {
	switch {
	case b.age > 0:
		return p.numberPhraseAt(b.span)
	case b.role.Empty() || !b.role.Contains(b.span):
		return b.span
	case b.role.Start < b.about.Start:
		return b.role.Join(b.about)
	}
	return b.role
}

// partyOf is a party with the words that hang it on a person: "du Parti
// communiste".
func (p *Pass) partyOf(s text.Span) text.Span {
	i := p.TokenAt(s.Start)
	if i > 0 && p.Is(i-1, "article") && !p.Is(i-1, "complement") {
		i--
	}
	if i > 0 && p.Is(i-1, "complement") {
		return p.Tokens[i-1].Span.Join(s)
	}
	return s
}

// otherRole is what would stand in the place of a role if the earlier one held:
// the whole noun group where both are built alike, else the word.
func (p *Pass) otherRole(a, b *personal) []string {
	if b.age > 0 {
		q, r := p.quantityFrom(p.TokenAt(b.span.Start)), p.quantityFrom(p.TokenAt(a.span.Start))
		if q == nil || r == nil || q.Start != b.span.Start || r.Start != a.span.Start {
			return nil
		}
		return []string{p.replace(b.span, q.Span, p.sayLike(q, r.Low))}
	}
	if b.rival.Set == "person.party" && (p.partyOf(a.span) != a.span || p.partyOf(b.span) != b.span) {
		return []string{p.Words(p.partyOf(a.span))}
	}
	word := p.formLike(b.span, a.span, b.rival.Set, a.rival.Alternative)
	if strings.EqualFold(word, p.Words(b.span)) {
		return nil
	}
	return []string{word}
}

// swapRoles is a finding's place and words where both roles stand before the
// name with the same article, or with none: the whole group takes the other's
// place, "la sous-préfète de Florac" for "la préfète de la Lozère".
func (p *Pass) swapRoles(a, b *personal) (span text.Span, words string, ok bool) {
	if b.rival.Set == "person.party" || a.role.Empty() || b.role.Empty() || a.role.Start > a.about.Start || b.role.Start > b.about.Start || !a.role.Contains(a.span) || !b.role.Contains(b.span) {
		return span, "", false
	}
	x, y := p.TokenAt(a.role.Start), p.TokenAt(b.role.Start)
	if p.Is(x, "article") != p.Is(y, "article") || p.Is(x, "article") && p.Tokens[x].Key != p.Tokens[y].Key {
		return span, "", false
	}
	span = b.role.Join(b.about)
	return span, p.replace(span, b.role, sameCase(p.Words(b.role), p.uncased(a.role))), true
}

// uncased is a stretch without the capital that the head of its sentence gave it.
func (p *Pass) uncased(s text.Span) string {
	words := p.Words(s)
	i := p.TokenAt(s.Start)
	if n := p.SentenceAt(s.Start); n >= 0 && p.Sentences[n].First == i && p.Is(i, "plain") {
		return strings.ToLower(words[:1]) + words[1:]
	}
	return words
}
