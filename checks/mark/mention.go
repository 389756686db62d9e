package mark

import (
	"slices"
	"sync"

	"recoupe/checks/text"
	"recoupe/rules"
)

// A Mention is a stretch that names one of a set of entities of one kind: a
// finding needs every reading to contradict.
type Mention struct {
	text.Span
	First, Last int // tokens, Last excluded
	Head        int // the token of its head word: the verb or noun of an act, the title of an office
	HeadLast    int // the token after the words of an office's title; 0 where its place stands among them
	Kind        rules.Kind
	Entities    []*rules.Entity // the readings; empty for an office that the book does not list
	Way         rules.Way
	Title       *rules.Entity   // of an office: its title
	Place       text.Span       // of an office: the words that name its place; may be empty
	Adjective   bool            // the place is named by an adjective
	Of          []*rules.Entity // of an office: the readings of its place; empty when it names none
	Weak        bool            // a family name that nothing in the story introduces
}

// Names reports whether an entity is among the readings.
func (m *Mention) Names(e *rules.Entity) bool { return slices.Contains(m.Entities, e) }

// An index finds composed entities: offices by title and place, events by act.
type index struct {
	*rules.Book
	begun sync.Map // beginnings of names, by act and language
}

// office are the offices of a title in one place.
func (x *index) office(title, of *rules.Entity) (found []*rules.Entity) {
	for _, o := range x.Offices(of) {
		if o.Title == title {
			found = append(found, o)
		}
	}
	return found
}

// famous reports whether a family name alone may mean a person: the book tells an
// office of theirs, or vouches for what it tells. A junior minister whom one list
// names would else stand for everything called Parkinson.
func (x *index) famous(e *rules.Entity) bool {
	if len(x.With(e, rules.Holds)) > 0 {
		return true
	}
	for _, relation := range []string{rules.Born, rules.Died, rules.Citizen} {
		for _, f := range x.Of(e, relation) {
			if f.Certain() {
				return true
			}
		}
	}
	return false
}

// findMentions reads names off the hits, then composes offices and events.
func (m *Marks) findMentions(x *index, k *desk) {
	k.names = m.plainMentions(k, k.names[:0])
	k.outer = k.outermost(m.introduce(x, k), k.outer[:0])
	m.Mentions = k.outer
	offices := m.composeOffices(x, k)
	k.names = append(append(k.names[:0], m.Mentions...), offices...)
	k.outer = k.outermost(k.names, k.outer[:0])
	m.Mentions = k.outer
	k.inOrder(m.Mentions)
	events := m.composeEvents(x, k)
	m.Mentions = append(m.Mentions, events...)
	m.dropOthersDeaths()
	m.cutDates()
	k.inOrder(m.Mentions)
}

// dropOthersDeaths drops an event that a person's name begins where the name
// tells whose relative is meant: "le père de Pablo Picasso est mort".
func (m *Marks) dropOthersDeaths() {
	m.Mentions = drop(m.Mentions, func(e *Mention) bool {
		return e.Kind == rules.Event && e.Way == rules.ByName && m.in(e.First-1, rules.ClassOf) &&
			slices.ContainsFunc(m.MentionsIn(e.First, e.First+1), func(n Mention) bool { return n.Kind == rules.Person })
	})
}

// cutDates takes from an event's name the beginning of a date that goes on after
// it: "le tsunami du 11 mars" in "le tsunami du 11 mars 2012".
func (m *Marks) cutDates() {
	for i := range m.Mentions {
		n := &m.Mentions[i]
		if n.Kind != rules.Event || n.Way != rules.ByName {
			continue
		}
		for k := m.TimeFrom(n.First + 1); k < len(m.Times) && m.Times[k].First < n.Last; k++ {
			t := &m.Times[k]
			if t.Last <= n.Last {
				continue
			}
			last := t.First
			for last > n.First+1 && (m.in(last-1, rules.ClassOf|rules.ClassDateLink)) {
				last--
			}
			n.Last = last
			n.Span = m.Over(n.First, last)
		}
	}
}

// plainMentions adds a mention of each kind that a hit may name, the longest of a
// token first, as mentions stand.
func (m *Marks) plainMentions(k *desk, out []Mention) []Mention {
	for token := range k.found {
		if k.found[token].among&rules.AmongNames == 0 {
			continue
		}
		hits := m.HitsAt(token)
		for i := len(hits) - 1; i >= 0; i-- {
			if h := &hits[i]; h.Among&rules.AmongNames != 0 {
				out = m.hitMentions(h, out)
			}
		}
	}
	return out
}

// hitMentions adds what one hit may name.
func (m *Marks) hitMentions(h *Hit, out []Mention) []Mention {
	if m.hyphened(h) {
		return out
	}
	for i := range h.Names {
		n := &h.Names[i]
		entities := n.Entities[:len(n.Entities):len(n.Entities)]
		if !m.written(h, n.Kind, n.Way) {
			if entities = m.small(h, n); len(entities) == 0 {
				continue
			}
		}
		out = append(out, Mention{Span: m.Over(h.First, h.Last), First: h.First, Last: h.Last, Head: h.First, Kind: n.Kind, Way: n.Way, Entities: entities})
		if n.Kind == rules.Event && !m.verbal(&out[len(out)-1]) {
			out = out[:len(out)-1]
		}
	}
	return out
}

// hyphened reports a hit that is only part of a hyphenated word.
func (m *Marks) hyphened(h *Hit) bool {
	return m.Tokens[h.First].Is(text.Hyphen) && !m.in(h.First-1, rules.ClassFormer|rules.ClassThen|rules.ClassActing) ||
		h.Last < len(m.Tokens) && m.Tokens[h.Last].Is(text.Hyphen) && !m.in(h.Last, rules.ClassElect|rules.ClassClitic)
}

// written reports whether a hit is written as names of a kind have to be: with a
// capital, acronyms in capitals.
func (m *Marks) written(h *Hit, kind rules.Kind, way rules.Way) bool {
	first := &m.Tokens[h.First]
	switch way {
	case rules.ByAcronym:
		return first.Is(text.Upper) || first.Is(text.Capital) && h.Last == h.First+1 && text.Letters(m.Words(first.Span)) >= 4 || first.Kind != text.Word || m.lettered(h)
	case rules.ByFamily:
		return first.Is(text.Capital) && !m.InTime(h.First) // May 2018 is nobody
	case rules.ByAdjective:
		return first.Is(text.Capital)
	}
	switch kind {
	case rules.City:
		return first.Is(text.Capital) // Le Havre, but not l'Union
	case rules.Country, rules.PlaceKind, rules.Person, rules.Organisation, rules.Thing:
		return m.capitalised(h)
	}
	return true
}

// small are those of some entities that the book writes without a capital; a place
// has one within: la tour Eiffel.
func (m *Marks) small(h *Hit, n *rules.Naming) (out []*rules.Entity) {
	place := n.Kind == rules.Country || n.Kind == rules.PlaceKind
	if n.Way != rules.ByAdjective && (n.Way != rules.ByName || n.Kind != rules.Organisation && n.Kind != rules.Thing && !(place && m.proper(h))) {
		return nil
	}
	for _, e := range n.Entities {
		forms := e.Names
		if n.Way == rules.ByAdjective {
			forms = e.Adjectives
		}
		if lowerCase(forms[m.Language.Code]) {
			out = append(out, e)
		}
	}
	return out
}

// lettered reports whether an acronym begins with one letter and goes on without
// a space: G7, U.N.
func (m *Marks) lettered(h *Hit) bool {
	return m.Tokens[h.First].Is(text.Capital) && h.Last > h.First+1 && m.Tokens[h.First+1].Is(text.Glued) && !m.Tokens[h.First+1].Is(text.Hyphen)
}

// capitalised reports whether the first word that is not an article has a capital.
func (m *Marks) capitalised(h *Hit) bool {
	for i := h.First; i < h.Last; i++ {
		if m.Tokens[i].Is(text.Capital) || m.Tokens[i].Kind != text.Word {
			return true
		}
		if !m.in(i, rules.ClassArticle) {
			return false
		}
	}
	return false
}

// lowerCase reports whether a table writes the first of its forms without a capital.
func lowerCase(forms []string) bool {
	if len(forms) == 0 {
		return false
	}
	if f := forms[0]; f != "" && f[0] >= 'a' && f[0] <= 'z' {
		return true
	}
	toks := text.Tokens(nil, forms[0], text.Span{End: len(forms[0])})
	return len(toks) > 0 && !toks[0].Is(text.Capital)
}

// introduce keeps of each family name the persons that the story names in full,
// or else those whom copy calls so without naming them in full, and drops family
// names that belong to somebody the book does not know.
func (m *Marks) introduce(x *index, k *desk) []Mention {
	in, full := k.names, k.full
	for i := range in {
		if n := &in[i]; n.Kind == rules.Person && n.Way == rules.ByName {
			for _, e := range n.Entities {
				full[e] = true
			}
		}
	}
	kept := 0
	for i := range in {
		n := &in[i]
		if n.Way == rules.ByFamily {
			if m.partOfName(n) {
				continue
			}
			var known, famous []*rules.Entity
			for _, e := range n.Entities {
				if full[e] {
					known = append(known, e)
				} else if x.famous(e) {
					famous = append(famous, e)
				}
			}
			if n.Weak = len(known) == 0; n.Weak {
				known = famous
			}
			if n.Entities = known; len(known) == 0 {
				continue
			}
		} else if n.Kind == rules.City && (m.partOfName(n) || m.in(n.First-1, rules.ClassArticle)) {
			continue // the Washington Post, B. Lima, Le Rousset
		}
		if kept < i {
			in[kept] = *n
		}
		kept++
	}
	return in[:kept]
}

// partOfName reports whether a family name stands in a longer name: after a
// first name that is not its owner's, or before another name.
func (m *Marks) partOfName(n *Mention) bool {
	if m.nameFollows(n.Last) {
		return true
	}
	i := n.First - 1
	if i < 0 || m.SentenceAt(m.Tokens[i].Start) != m.SentenceAt(n.Start) {
		return false
	}
	before := m.Tokens[i]
	if before.Char == '.' && i > 0 && m.Tokens[i-1].Is(text.Capital) && !m.in(i-1, rules.ClassCivility) {
		return true // J. Macron
	}
	return before.Kind == text.Word && before.Is(text.Capital) && !m.known(i)
}

// nameFollows reports whether an unknown capitalised word stands right after.
func (m *Marks) nameFollows(i int) bool {
	if i >= len(m.Tokens) || i == 0 {
		return false
	}
	t := m.Tokens[i]
	return t.Kind == text.Word && t.Is(text.Capital) && !m.known(i) &&
		m.SentenceAt(t.Start) == m.SentenceAt(m.Tokens[i-1].Start)
}

// known reports whether a word that the language or the book knows, other than a
// person's name or a part of one, covers a token.
func (m *Marks) known(token int) bool {
	for i := max(0, token-4); i <= token; i++ {
		for _, h := range m.HitsAt(i) {
			if h.Last <= token {
				continue
			}
			for _, l := range h.Labels {
				if l.Entity == nil && l.Class != "namesake_given" && l.Class != "namesake_family" || l.Entity != nil && l.Entity.Kind != rules.Person {
					return true
				}
			}
		}
	}
	return false
}

// outermost copies mentions to another list, without what lies wholly inside a
// longer one, and without a family name where a full name covers it. The place of
// an office that the book does not list is kept, and whose death an event's name
// tells: "Stephen Hawking est mort" names him too.
func (k *desk) outermost(in, out []Mention) []Mention {
	k.inOrder(in)
	var kept []Mention
	end := 0
	for i := range in {
		n := &in[i]
		if n.Last < end || n.Last == end && i > 0 && n.First > out[len(out)-1].First {
			if o := &out[len(out)-1]; o.Kind == rules.Office && len(o.Entities) == 0 && o.Place == n.Span {
				kept = append(kept, *n)
			} else if o.Kind == rules.Event && n.Kind == rules.Person && n.Way == rules.ByName {
				kept = append(kept, *n)
			}
			continue
		}
		if n.Kind == rules.Title && n.First < end {
			continue // "Central Bank president" in "European Central Bank president"
		}
		end = max(end, n.Last)
		out = append(out, *n)
	}
	return append(out, kept...)
}

// inOrder sorts mentions by place, the longer first. They are large and mostly in
// order, or lie in two runs that are: few are moved then, and no more than once.
func (k *desk) inOrder(in []Mention) {
	run := ordered(in, 1)
	if run >= len(in) {
		return
	}
	if ordered(in, run+1) < len(in) {
		slices.SortStableFunc(in, func(a, b Mention) int {
			if a.First != b.First {
				return a.First - b.First
			}
			return b.Last - a.Last
		})
		return
	}
	k.spare = append(k.spare[:0], in[run:]...)
	i, j := run-1, len(k.spare)-1
	for at := len(in) - 1; j >= 0; at-- {
		if i >= 0 && before(&k.spare[j], &in[i]) {
			in[at] = in[i]
			i--
		} else {
			in[at] = k.spare[j]
			j--
		}
	}
}

// ordered returns the first index from one on whose mention stands before the
// last one; the length of the list when there is none.
func ordered(in []Mention, from int) int {
	for from < len(in) && !before(&in[from], &in[from-1]) {
		from++
	}
	return from
}

func before(a, b *Mention) bool {
	return a.First < b.First || a.First == b.First && a.Last > b.Last
}

// MentionsIn returns the mentions that begin inside a range of tokens.
func (m *Marks) MentionsIn(first, last int) []Mention {
	if len(m.Mentions) == 0 {
		return nil
	}
	return m.Mentions[m.MentionFrom(first):m.MentionFrom(last)]
}
