package mark

import (
	"recoupe/checks/text"
	"recoupe/rules"
)

// A Name is a chain of words written with capitals, known to the book or not:
// a person, a place, a firm.
type Name struct {
	text.Span
	First, Last int  // tokens, Last excluded
	Civil       bool // a form of address stands before it: M., Mrs
	Starts      bool // begins its sentence, where any word has a capital
}

// Words counts the words of the name that are written with a capital.
func (n Name) Words(m *Marks) int {
	count := 0
	for i := n.First; i < n.Last; i++ {
		if m.Tokens[i].Is(text.Capital) {
			count++
		}
	}
	return count
}

// NameFrom returns the index of the first name that begins at a token or after it.
func (m *Marks) NameFrom(token int) int {
	return from(m.Names, token, func(n *Name) int { return n.First })
}

// findNames reads the chains of capitalised words. Grammar words that open a
// sentence are left out, and so are weekdays and months.
func (m *Marks) findNames() {
	for _, s := range m.Sentences {
		for i := s.First; i < s.Last; {
			if !m.namelike(i) || m.opensPlainly(i, s.First) {
				i++
				continue
			}
			end := m.nameEnd(i, s.Last)
			civil := m.in(i-1, rules.ClassAddress) || i-2 >= s.First && m.Tokens[i-1].Char == '.' && m.in(i-2, rules.ClassAddress)
			m.Names = append(m.Names, Name{Span: m.Over(i, end), First: i, Last: end, Civil: civil, Starts: m.startsSentence(i, s.First)})
			i = end
		}
	}
}

// namelike reports a word that may be part of a name.
func (m *Marks) namelike(i int) bool {
	t := &m.Tokens[i]
	if t.Kind != text.Word || t.Shape&(text.Capital|text.Elided) != text.Capital {
		return false
	}
	set := m.classes[i]
	return set&(rules.ClassAddress|rules.ClassWeekday|rules.ClassMonth) == 0 ||
		set&rules.ClassAddress == 0 && m.Language.Time.Case != "capital"
}

// plainClasses are the words whose capital at the head of a sentence tells nothing.
const plainClasses = rules.ClassPlain | rules.ClassArticle | rules.ClassPreposition | rules.ClassPronoun | rules.ClassWeekday | rules.ClassMonth

// opensPlainly reports a grammar word that has its capital from its place.
func (m *Marks) opensPlainly(i, first int) bool {
	if !m.startsSentence(i, first) {
		return false
	}
	if m.in(i, plainClasses) {
		return true
	}
	n := m.numeral(i)
	return n.Cardinal > 0 || n.Ordinal > 0 || n.Round > 0
}

// startsSentence reports whether only marks stand before a token in its
// sentence, or the mark that opens a quotation or follows a colon or dash.
func (m *Marks) startsSentence(i, first int) bool {
	if i == first || m.Tokens[i-1].Kind == text.Word && m.Tokens[i-1].Is(text.Elided) && i-1 == first {
		return true
	}
	switch m.Tokens[i-1].Char {
	case '«', '“', '"', '‘', '\'', ':', '—', '–', '-', '.', '!', '?', '…', '•', '(', '[', '*':
		return true
	}
	return false
}

// nameEnd returns the token after the name that begins at a token.
func (m *Marks) nameEnd(i, last int) int {
	end := i + 1
	for end < last {
		t := &m.Tokens[end]
		switch {
		case t.Kind == text.Word && t.Is(text.Hyphen):
			end++
			continue
		case m.namelike(end):
			end++
			continue
		case t.Char == '&' && end+1 < last && m.namelike(end+1):
			end += 2
			continue
		case t.Char == '.' && t.Is(text.Glued) && m.initial(end-1) && end+1 < last && (m.namelike(end+1) || m.Tokens[end+1].Is(text.Hyphen)):
			end += 2
			continue
		}
		next := end
		for next < last && next < end+3 && m.in(next, rules.ClassParticle) {
			next++
		}
		if next == end || next >= last || !m.namelike(next) {
			break
		}
		end = next + 1
	}
	return end
}

// initial reports a single capital letter.
func (m *Marks) initial(i int) bool {
	t := m.Tokens[i]
	return t.Kind == text.Word && t.Is(text.Capital) && text.Letters(m.Document.Words(t.Span)) == 1
}

// proper reports whether a word after the first has a capital.
func (m *Marks) proper(h *Hit) bool {
	for i := h.First + 1; i < h.Last; i++ {
		if m.Tokens[i].Is(text.Capital) {
			return true
		}
	}
	return false
}
