package mark

import (
	"slices"
	"strings"

	"recoupe/checks/text"
)

// groupReach is how many words after a number may belong to what it counts.
const groupReach = 6

// counted reads what a number counts: the noun after it, with its complement.
func (m *Marks) counted(q *Quantity, s text.Sentence, of bool) {
	at := q.Last
	if at < s.Last && m.Is(at, "complement") {
		if !of && q.Unit == "" {
			return // "deux de ses amis"
		}
		at++
		if at < s.Last && m.Is(at, "article") {
			at++
		}
	}
	if at < s.Last && m.Tokens[at].Char == '-' && m.Tokens[at].Is(text.Glued) {
		at++
	}
	if at < s.Last && at == q.Last && m.Tokens[at].Kind == text.Word && m.Tokens[at].Is(text.Glued) && !m.Tokens[at].Is(text.Hyphen) {
		return // 720S
	}
	head := m.headAfter(at, s.Last, q.Low >= 2)
	if head < 0 {
		return
	}
	q.Head = head
	end := head + 1
	for end < s.Last && end < at+groupReach {
		t := m.Tokens[end]
		if t.Kind != text.Word || m.Is(end, "auxiliary") || m.Is(end, "pronoun") || m.Is(end, "subordinator") {
			break
		}
		// Adjectives follow their noun in some languages, verbs in all.
		if !m.Is(end, "complement") && !m.Is(end-1, "complement") && !m.Is(end-1, "article") && !m.Is(end, "article") &&
			(m.Language.Quantity.HeadLast || q.Low >= 2 && m.ends(end, m.Language.Quantity.Verb)) {
			break
		}
		if m.Is(end, "plain") && !m.Is(end, "complement") && !(m.Is(end, "article") && m.Is(end-1, "complement")) {
			break
		}
		end++
	}
	for end > head+1 && (m.Is(end-1, "complement") || m.Is(end-1, "article")) {
		end--
	}
	q.Of = m.Over(at, end)
}

// headAfter is the head noun of the group that begins at a token: the first
// word that is no adjective placed before its noun or, where adjectives stand
// before, the first that has the form of a plural; -1 when there is none.
func (m *Marks) headAfter(at, last int, plural bool) int {
	first := -1
	for i := at; i < last && i < at+groupReach; i++ {
		t := m.Tokens[i]
		if t.Kind != text.Word || t.Is(text.Elided) {
			break
		}
		if m.Is(i, "premodifier") {
			continue
		}
		if m.Is(i, "plain") || m.Is(i, "auxiliary") || m.Is(i, "preposition") || m.Is(i, "speech") && first >= 0 {
			break
		}
		if first < 0 {
			first = i
		}
		if !m.Language.Quantity.HeadLast || !plural {
			break
		}
		if m.pluralForm(i) || m.Is(i, "plural") && !(i+1 < last && (m.Is(i+1, "plural") || m.pluralForm(i+1))) {
			return i // but "six dead quarrymen"
		}
		if t.Is(text.Hyphen) {
			first = i
		}
	}
	return first
}

// pluralForm reports a word that ends as plurals do.
func (m *Marks) pluralForm(i int) bool {
	return m.ends(i, m.Language.Quantity.Plural) && !m.ends(i, m.Language.Quantity.Singular)
}

// ends reports a word that has one of some endings.
func (m *Marks) ends(i int, endings []string) bool {
	w := text.Fold(m.Words(m.Tokens[i].Span))
	return slices.ContainsFunc(endings, func(e string) bool { return len(w) > len(e)+2 && strings.HasSuffix(w, text.Fold(e)) })
}
