package claim

import (
	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
)

// mourning is how many sentences after a death "he was 76" still speaks of it.
const mourning = 4

// deceased is the mention of the person whose death was told shortly before a
// sentence, when nobody else was named since: of whom "he was 76" and "born in
// Douala in 1933" speak. It is nil where that may be somebody else.
func (r *run) deceased(sentence int) *mark.Mention {
	m := r.marks
	for s := sentence - 1; s >= 0 && s >= sentence-mourning; s-- {
		var named, dead *mark.Mention
		for i := m.MentionFrom(m.Sentences[s].First); i < len(m.Mentions) && m.Mentions[i].First < m.Sentences[s].Last; i++ {
			n := &m.Mentions[i]
			if n.Kind != rules.Person || n.Weak {
				continue
			}
			if named != nil && !sameBearer(named, n) {
				return nil
			}
			named = n
			if dead == nil && r.dies(n, m.Sentences[s].Last) {
				dead = n
			}
		}
		if dead != nil || named != nil {
			return dead
		}
		if r.stranger(s) {
			return nil
		}
	}
	return nil
}

// stranger reports whether a sentence names somebody whom the book does not know.
func (r *run) stranger(sentence int) bool {
	m, s := r.marks, r.marks.Sentences[sentence]
	for i := m.NameFrom(s.First); i < len(m.Names) && m.Names[i].First < s.Last; i++ {
		if n := m.Names[i]; !n.Starts && !r.mentioned(n) {
			return true
		}
	}
	return false
}

// mentioned reports whether the book knows some of a name.
func (r *run) mentioned(n mark.Name) bool {
	m := r.marks
	for i := m.MentionFrom(n.First); i < len(m.Mentions) && m.Mentions[i].First < n.Last; i++ {
		return true
	}
	return false
}

// spokenOf is the mention of the one person whom the sentences before name last,
// when they name no stranger: of whom "the Swiss tennis player" speaks.
func (r *run) spokenOf(sentence int) *mark.Mention {
	const reach = 3 // sentences
	for s := sentence - 1; s >= 0 && s >= sentence-reach && !r.stranger(s); s-- {
		if n, any := r.onlyPerson(s); any {
			return n
		}
	}
	return nil
}

// onlyPerson is the mention of the one person whom a sentence names, nil where it
// names more, and whether it names any.
func (r *run) onlyPerson(sentence int) (only *mark.Mention, any bool) {
	m := r.marks
	s := m.Sentences[sentence]
	var named *mark.Mention
	for i := m.MentionFrom(s.First); i < len(m.Mentions) && m.Mentions[i].First < s.Last; i++ {
		n := &m.Mentions[i]
		if n.Kind != rules.Person {
			continue
		}
		if named != nil && !sameBearer(named, n) {
			return nil, true
		}
		named = n
	}
	return named, named != nil
}

// opening is the mention of the one person named before a token of a sentence,
// where what is said of them stands between commas: "Aretha Franklin, la « reine
// de la soul », est morte".
func (r *run) opening(sentence, token int) (only *mark.Mention) {
	m := r.marks
	for i := m.MentionFrom(m.Sentences[sentence].First); i < len(m.Mentions) && m.Mentions[i].First < token; i++ {
		n := &m.Mentions[i]
		if n.Kind != rules.Person {
			continue
		}
		if only != nil && !sameBearer(only, n) {
			return nil
		}
		only = n
	}
	if only == nil || m.Is(only.First-1, "of") || m.Tokens[only.Last].Char != ',' || m.Tokens[token-1].Char != ',' && m.Tokens[max(0, token-2)].Char != ',' {
		return nil
	}
	return only
}

// sameBearer reports whether two mentions may mean one person.
func sameBearer(a, b *mark.Mention) bool {
	for _, e := range a.Entities {
		if b.Names(e) {
			return true
		}
	}
	return false
}

// dies reports whether a person's death is told by the verb of the sentence:
// right after the name, or after what stands between commas beside it. "La mère
// de X est morte" and "X, whose son died" tell of others.
func (r *run) dies(n *mark.Mention, last int) bool {
	m := r.marks
	if n.First > 0 && (m.Is(n.First-1, "of") || m.ClassAt(n.First-1, "of") > 0) {
		return false
	}
	for i := n.Last; i < last; i++ {
		if m.ClassAt(i, "dies") == 0 {
			continue
		}
		before := m.Tokens[i-1].Char
		return i == n.Last || before == ',' || before == ')'
	}
	return false
}

// goesOn reports whether what follows an opening participle lets it speak of
// whom the story tells: a pronoun, or no new name or noun.
func (r *run) goesOn(token, last int) bool {
	m := r.marks
	if token >= last {
		return true
	}
	if m.ClassAt(token, "pronoun") > 0 {
		return true
	}
	return !m.Is(token, "article") && !m.Is(token, "possessive") && !m.Tokens[token].Is(text.Capital)
}
