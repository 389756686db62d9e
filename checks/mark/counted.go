package mark

import (
	"recoupe/checks/text"
	"recoupe/rules"
)

// groupReach is how many words after a number may belong to what it counts.
const groupReach = 6

// counted reads what a number counts: the noun after it, with its complement.
func (m *Marks) counted(q *Quantity, s text.Sentence, of bool) {
	at := q.Last
	if at < s.Last && m.in(at, rules.ClassComplement) {
		if !of && q.Unit == "" {
			return // "deux de ses amis"
		}
		at++
		if at < s.Last && m.in(at, rules.ClassArticle) {
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
		if t.Kind != text.Word || m.in(end, rules.ClassAuxiliary|rules.ClassPronoun|rules.ClassSubordinator) {
			break
		}
		// Adjectives follow their noun in some languages, verbs in all.
		if !m.in(end, rules.ClassComplement) && !m.in(end-1, rules.ClassComplement|rules.ClassArticle) && !m.in(end, rules.ClassArticle) &&
			(m.Language.Quantity.HeadLast || q.Low >= 2 && m.ends(end, m.Language.Quantity.Verb)) {
			break
		}
		if m.in(end, rules.ClassPlain) && !m.in(end, rules.ClassComplement) && !(m.in(end, rules.ClassArticle) && m.in(end-1, rules.ClassComplement)) {
			break
		}
		end++
	}
	for end > head+1 && (m.in(end-1, rules.ClassComplement|rules.ClassArticle)) {
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
		t := &m.Tokens[i]
		if t.Kind != text.Word || t.Is(text.Elided) {
			break
		}
		if m.in(i, rules.ClassPremodifier) {
			continue
		}
		if m.in(i, rules.ClassPlain|rules.ClassAuxiliary|rules.ClassPreposition) || m.in(i, rules.ClassSpeech) && first >= 0 {
			break
		}
		if first < 0 {
			first = i
		}
		if !m.Language.Quantity.HeadLast || !plural {
			break
		}
		if m.pluralForm(i) || m.in(i, rules.ClassPlural) && !(i+1 < last && (m.in(i+1, rules.ClassPlural) || m.pluralForm(i+1))) {
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
	var buf [48]byte
	w := text.AppendFold(buf[:0], m.Words(m.Tokens[i].Span))
	for _, e := range endings {
		if end := text.Fold(e); len(w) > len(e)+2 && string(w[len(w)-len(end):]) == end {
			return true
		}
	}
	return false
}
