package mark

import (
	"slices"

	"recoupe/rules"
)

// What an act is to the noun that its name takes: "le naufrage du Titanic" is
// told by "le Titanic a sombré", "l'assassinat de Kennedy" by "Kennedy a été
// assassiné" and "Oswald a assassiné Kennedy". Only acts that happen once to
// whom they happen to say so.
const (
	undergone = "undergone" // the verb's subject
	inflicted = "inflicted" // the verb's object
)

// nameWords is the number of words that a name takes at most beside its act.
const nameWords = 7

// toldByVerb reads a verb and the words beside it as the name of an event that
// the book has under the noun of the same act.
func (m *Marks) toldByVerb(x *index, l *rules.Label, h *Hit) (Mention, bool) {
	act := l.Entity
	var out Mention
	if l.Way != rules.ByVerb || act.Sub != undergone && act.Sub != inflicted || m.classAt(h.Last, rules.ClassOtherAct) > 0 {
		return out, false // France fell behind its rivals
	}
	start := m.groupStart(h.First)
	end := m.subjectEnd(start, h)
	switch {
	case act.Sub == inflicted && !m.passive(h) && end == start:
		out.Entities = m.namedAfter(x, act, h.Last)
	case act.Sub == undergone, act.Sub == inflicted:
		out.Entities = m.namedBefore(x, act, end)
	}
	if len(out.Entities) == 0 {
		return out, false
	}
	out.First, out.Last, out.Head, out.Span = h.First, h.Last, h.First, m.Over(h.First, h.Last)
	out.Kind, out.Way = rules.Event, rules.ByVerb
	return out, true
}

// groupStart goes back from a verb over its auxiliaries and the small words
// between: "s'est", "a finalement été".
func (m *Marks) groupStart(verb int) int {
	for start := verb; ; {
		before := start
		for k := 1; k <= 2; k++ {
			if start-k >= 0 && (m.classAt(start-k, rules.ClassAuxiliary) == start || m.classAt(start-k, rules.ClassPassive) == start || m.classAt(start-k, rules.ClassInVerb) == start) {
				before = start - k
			}
		}
		if before == start {
			return start
		}
		start = before
	}
}

// subjectEnd is where the subject of a verb group ends: before "who" and "which",
// before the comma of "Kennedy, assassinated in Dallas".
func (m *Marks) subjectEnd(start int, h *Hit) int {
	end := start
	if m.in(end-1, rules.ClassThat) {
		end--
	}
	if end > 1 && m.Tokens[end-1].Char == ',' && (end < start || start == h.First) {
		return end - 1
	}
	return end
}

// namedBefore are the events named after the words that end at a token, where
// those are a whole noun group at the head of its clause.
func (m *Marks) namedBefore(x *index, act *rules.Entity, end int) []*rules.Entity {
	heads := x.heads(act, m.Language)
	for from := max(0, end-nameWords); from < end && len(heads) > 0; from++ {
		if found := m.nominal(heads, from, end); len(found) > 0 {
			if m.headsClause(from) {
				return found
			}
			return nil
		}
	}
	return nil
}

// headsClause reports whether a noun group that begins at a token, or at the
// article or title before it, stands at the head of a clause.
func (m *Marks) headsClause(from int) bool {
	for from > 0 && !m.in(from-1, rules.ClassSubordinator) && (m.classAt(from-1, rules.ClassArticle) == from || m.in(from-1, rules.ClassAddress|rules.ClassCivility) || m.titled(from)) {
		from--
	}
	if from == 0 {
		return true
	}
	before := from - 1
	return Border(m.Tokens[before].Char) || m.in(before, rules.ClassSubordinator|rules.ClassCoordinator) ||
		m.InTime(before) || m.SentenceAt(m.Tokens[before].Start) != m.SentenceAt(m.Tokens[from].Start)
}

// titled reports whether the word before a token ends a title.
func (m *Marks) titled(token int) bool {
	for i := max(0, token-4); i < token; i++ {
		for _, h := range m.HitsAt(i) {
			if h.Last == token && slices.ContainsFunc(h.Labels, func(l rules.Label) bool {
				return l.Entity != nil && l.Entity.Kind == rules.Title || l.Class == "former" || l.Class == "then"
			}) {
				return true
			}
		}
	}
	return false
}

// namedAfter are the events named after the words that begin at a token, an
// article left out.
func (m *Marks) namedAfter(x *index, act *rules.Entity, from int) []*rules.Entity {
	from = max(from, m.classAt(from, rules.ClassArticle))
	heads := x.heads(act, m.Language)
	for end := min(len(m.Tokens), from+nameWords); end > from && len(heads) > 0; end-- {
		if found := m.nominal(heads, from, end); len(found) > 0 {
			if m.in(end, rules.ClassGenitive) || m.classAt(end, rules.ClassOf) > 0 || m.partOfName(&Mention{Span: m.Over(from, end), First: from, Last: end}) {
				return nil
			}
			return found
		}
	}
	return nil
}

// nominal are the events that the head of a name and some words after it name.
func (m *Marks) nominal(heads []uint64, from, to int) []*rules.Entity {
	phrases := m.Language.Phrases()
	var out []*rules.Entity
	for _, prefix := range heads {
		var whole *rules.Phrase
		longer := true
		for i := from; i < to && longer; i++ {
			prefix, whole, longer = phrases.Step(prefix, m.Tokens[i].Key)
			longer = longer || i == to-1
			if i < to-1 {
				whole = nil
			}
		}
		if whole == nil {
			continue
		}
		for _, l := range whole.Labels {
			if l.Entity != nil && l.Entity.Kind == rules.Event && !slices.Contains(out, l.Entity) {
				out = append(out, l.Entity)
			}
		}
	}
	return out
}

// heads are the beginnings of names that a noun of an act makes with "of", as the
// phrase table has them: "naufrage du". They are worked out once an act.
func (x *index) heads(act *rules.Entity, lang *rules.Language) []uint64 {
	type key struct {
		act  *rules.Entity
		lang *rules.Language
	}
	if heads, ok := x.begun.Load(key{act, lang}); ok {
		return heads.([]uint64)
	}
	var heads []uint64
	for _, noun := range act.Nouns[lang.Code] {
		head, ok := step(lang.Phrases(), 0, rules.Keys(noun))
		for _, of := range lang.Class["of_name"] {
			if !ok {
				break
			}
			if prefix, longer := step(lang.Phrases(), head, rules.Keys(of)); longer {
				heads = append(heads, prefix)
			}
		}
	}
	x.begun.Store(key{act, lang}, heads)
	return heads
}

// step goes on in a phrase table over some keys; ok is false where no phrase
// is longer.
func step(p *rules.Phrases, prefix uint64, keys []uint64) (next uint64, ok bool) {
	ok = true
	for _, k := range keys {
		if !ok {
			return prefix, false
		}
		prefix, _, ok = p.Step(prefix, k)
	}
	return prefix, ok
}

// verbal reads a name that ends with a verb as what the verb tells: "le mur de
// Berlin tombe" takes its date as verbs do. A word that is a noun as well, as
// in "the Beirut explosion", is none. It is nothing where the words before make
// another subject: "le frère de Kennedy a été assassiné".
func (m *Marks) verbal(n *Mention) (ok bool) {
	if n.Kind != rules.Event || n.Way != rules.ByName || n.Last-n.First < 2 {
		return true
	}
	for i := n.First + 1; i < n.Last; i++ {
		verb := false
		for _, h := range m.HitsAt(i) {
			if h.Last != n.Last {
				continue
			}
			for _, l := range h.Labels {
				if l.Way == rules.ByNoun {
					return true
				}
				verb = verb || l.Lemma != "" || l.Way == rules.ByVerb && l.Entity != nil
			}
		}
		if verb && !m.in(i-1, rules.ClassArticle) && m.classAt(i-1, rules.ClassOf) != i {
			n.Way, n.Head = rules.ByVerb, i
			return m.headsClause(n.First)
		}
	}
	return true
}
