package mark

import (
	"recoupe/checks/text"
	"recoupe/rules"
)

// reach is how many tokens from the marks a verb of speech may stand.
const reach = 7

// speaker finds the words that name who is told to have said a quotation: the
// subject of a verb of speech beside it, or what follows "selon".
func (m *Marks) speaker(quote int) text.Span {
	q := m.Quotes[quote]
	if q.Nested {
		return text.Span{}
	}
	sentence := m.SentenceAt(q.Start)
	if sentence < 0 {
		return text.Span{}
	}
	first, last := m.Sentences[sentence].First, m.Sentences[sentence].Last
	if end := m.SentenceAt(q.End - 1); end >= 0 {
		last = max(last, m.Sentences[end].Last)
	}
	if s := m.speakerAfter(q.Last, last); !s.Empty() {
		return s
	}
	return m.speakerBefore(first, q.First)
}

// speakerAfter reads "», a déclaré X", "», dit-il", "», selon X", ",” X said".
func (m *Marks) speakerAfter(at, last int) text.Span {
	if at < last && m.Tokens[at].Kind == text.Mark && m.Tokens[at].Char != ',' {
		at++ // the closing mark
	}
	if at < last && m.Tokens[at].Char == ',' {
		at++
	}
	if at >= last {
		return text.Span{}
	}
	if end := m.classAt(at, rules.ClassSource); end > 0 {
		return m.nounGroup(end, last)
	}
	v := m.speechAfter(at, last)
	if v < 0 {
		v = m.compoundAfter(at, last)
	}
	if v < 0 {
		return text.Span{}
	}
	for i := at; i < v; i++ {
		if m.in(i, rules.ClassPronoun) {
			return m.Tokens[i].Span
		}
	}
	for i := at; i < v; i++ {
		if m.Tokens[i].Kind == text.Mark { // the speaker's name stands in apposition
			return m.Over(at, v-1)
		}
	}
	if s := m.nounGroup(at, v); !s.Empty() && (m.Language.Quantity.HeadLast || m.in(at, rules.ClassArticle|rules.ClassAddress) || m.Tokens[at].Is(text.Capital)) {
		return s
	}
	return m.subjectAfter(v+1, last) // past "aime répéter"
}

// speechAfter returns the verb of speech that stands within reach, no mark
// before it but the commas of a name in apposition ("the harbour master, Ewan
// Pirrie, told"), or -1.
func (m *Marks) speechAfter(at, last int) int {
	commas, end := 0, at+reach
	for i := at; i < min(end, last); i++ {
		switch c := m.Tokens[i].Char; {
		case m.Tokens[i].Kind != text.Mark:
		case c == ',' && commas == 0 && i > at && i+1 < last && m.namelike(i+1):
			commas, end = 1, i+reach
		case c == ',' && commas == 1 && i+1 < last && m.in(i+1, rules.ClassSpeech):
			commas = 2
		default:
			return -1
		}
		if m.in(i, rules.ClassSpeech) {
			// "a dit", "have said": the verb is the last of its group.
			for i+1 < last && m.in(i+1, rules.ClassSpeech) {
				i++
			}
			return i
		}
	}
	return -1
}

// compoundAfter returns the participle of a verb that stands right after a
// quotation, whatever it means: "», a relativisé le maire", "», s'est-elle
// emportée"; -1 where a subject would stand first, as in English.
func (m *Marks) compoundAfter(at, last int) int {
	if m.Language.Quantity.HeadLast {
		return -1
	}
	if at+1 < last && m.Tokens[at].Is(text.Elided) {
		at++
	}
	if !m.in(at, rules.ClassAuxiliary) || m.Tokens[at].Is(text.Capital) {
		return -1
	}
	for i := at + 1; i < min(at+5, last); i++ {
		switch t := &m.Tokens[i]; {
		case t.Is(text.Hyphen) || m.in(i, rules.ClassPronoun):
		case t.Kind != text.Word || t.Is(text.Capital) || m.in(i, rules.ClassPreposition|rules.ClassArticle|rules.ClassSubordinator):
			return -1
		case !m.in(i, rules.ClassPlain|rules.ClassAuxiliary):
			return i
		}
	}
	return -1
}

// subjectAfter is the noun group after a verb of speech, past the words that
// tell when, where and to whom it was said.
func (m *Marks) subjectAfter(at, last int) text.Span {
	for i := at; i < min(at+2*reach, last); i++ {
		switch {
		case m.Tokens[i].Kind == text.Mark:
			return text.Span{}
		case m.in(i, rules.ClassPronoun):
			return m.Tokens[i].Span
		case m.in(i, rules.ClassPreposition):
			if i+1 < last && m.in(i+1, rules.ClassArticle) {
				i++
			}
			i++ // what the preposition governs
		case m.in(i, rules.ClassArticle|rules.ClassAddress) || m.Tokens[i].Is(text.Capital) && !m.in(i, rules.ClassWeekday):
			return m.nounGroup(i, last)
		}
	}
	return text.Span{}
}

// speakerBefore reads `X a déclaré : «`, `X said: “`, "selon X, «".
func (m *Marks) speakerBefore(first, at int) text.Span {
	end := at - 1 // the opening mark
	for end > first && m.Tokens[end-1].Kind == text.Mark {
		end--
	}
	for i := end - 1; i >= max(first, end-reach); i-- {
		if m.Tokens[i].Kind == text.Mark && m.Tokens[i].Char != ',' {
			return text.Span{}
		}
		if !m.in(i, rules.ClassSpeech) {
			continue
		}
		return m.subjectBefore(first, i)
	}
	return text.Span{}
}

// subjectBefore is the noun group that ends before a verb: the last name, noun
// group or pronoun, with no comma after it but one that closes an apposition.
func (m *Marks) subjectBefore(first, verb int) text.Span {
	for i := verb - 1; i >= max(first, verb-2*reach); i-- {
		switch {
		case m.in(i, rules.ClassPronoun) && i >= verb-4:
			return m.Tokens[i].Span
		case m.Tokens[i].Char == ';' || m.Tokens[i].Char == ':':
			return text.Span{}
		case m.Tokens[i].Is(text.Capital) && !m.in(i, rules.ClassWeekday|rules.ClassPlain):
			for i > first && (m.Tokens[i-1].Is(text.Capital) && !m.in(i-1, rules.ClassPlain) || m.in(i-1, rules.ClassParticle|rules.ClassAddress)) {
				i--
			}
			return m.nounGroup(i, verb)
		case m.in(i, rules.ClassArticle):
			return m.nounGroup(i, verb)
		}
	}
	return text.Span{}
}

// nounGroup is the words that name somebody from a token on: up to a mark, a
// verb of speech or a preposition that does not belong to a name. A name set
// off by a comma after a common noun is part of it.
func (m *Marks) nounGroup(from, last int) text.Span {
	i, named := from, false
	for i < last {
		t := m.Tokens[i]
		if t.Char == ',' && !named && i+1 < last && i > from && m.Tokens[i+1].Is(text.Capital) {
			i++
			continue
		}
		if t.Char == '.' && i > from && m.in(i-1, rules.ClassAddress) {
			i++
			continue
		}
		if (t.Char == '’' || t.Char == '\'') && t.Is(text.Glued) && i+1 < last && m.Tokens[i+1].Kind == text.Word && i > from {
			i++ // "the visitors’ manager"
			continue
		}
		if t.Kind == text.Mark || m.in(i, rules.ClassSpeech|rules.ClassWeekday|rules.ClassAuxiliary|rules.ClassSubordinator) ||
			m.in(i, rules.ClassPreposition) && !m.in(i, rules.ClassComplement|rules.ClassParticle) {
			break
		}
		named = named || t.Is(text.Capital) && i > from && !t.Is(text.Hyphen) && !m.in(i-1, rules.ClassComplement|rules.ClassPreposition)
		i++
	}
	for i > from && m.Tokens[i-1].Kind == text.Mark {
		i--
	}
	for k := from; k < i; k++ {
		if !m.in(k, rules.ClassPlain) {
			return m.Over(from, i)
		}
	}
	return text.Span{} // nothing but small words: "s'" of "s'indigne"
}
