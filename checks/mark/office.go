package mark

import (
	"slices"

	"recoupe/rules"
)

// composeOffices joins titles with the place they are held of: "président
// russe", "NATO's secretary-general", "ministre français des Affaires étrangères".
func (m *Marks) composeOffices(x *index, k *desk) []Mention {
	k.offices = k.offices[:0]
	for i := range m.Mentions {
		if n := &m.Mentions[i]; n.Kind == rules.Title && len(n.Entities) > 0 {
			k.offices = append(k.offices, m.officeOf(x, n))
		}
	}
	k.offices = k.merge(m.slotted(x, k.offices))
	if len(k.offices) > 0 {
		m.Mentions = drop(m.Mentions, func(n *Mention) bool { return n.Kind == rules.Title })
	}
	return k.offices
}

// drop takes mentions out of a list, in place.
func drop(list []Mention, unwanted func(*Mention) bool) []Mention {
	kept := 0
	for i := range list {
		if unwanted(&list[i]) {
			continue
		}
		if kept < i {
			list[kept] = list[i]
		}
		kept++
	}
	return list[:kept]
}

// merge joins the readings of offices on the same words.
func (k *desk) merge(in []Mention) []Mention {
	k.inOrder(in)
	out := in[:0]
	for i := range in {
		o := &in[i]
		if n := len(out); n > 0 && out[n-1].First == o.First && out[n-1].Last == o.Last {
			for _, e := range o.Entities {
				if !out[n-1].Names(e) {
					out[n-1].Entities = append(out[n-1].Entities, e)
				}
			}
			continue
		}
		out = append(out, *o)
	}
	return out
}

// officeOf finds the place of a title, after it or before it.
func (m *Marks) officeOf(x *index, title *Mention) Mention {
	o := *title
	o.Kind, o.HeadLast = rules.Office, title.Last
	o.Title = title.Entities[0]
	if p := m.placeAfter(title.Last); p != nil {
		o.Last = p.Last
		o.heldOf(p)
	} else if p := m.placeBefore(title.First); p != nil {
		o.First = p.First
		o.heldOf(p)
	} else if end := m.institutionAfter(title.Last); end > 0 {
		o.Last = end
		o.Of = m.bodiesBefore(x, title)
	}
	o.Span = m.Over(o.First, o.Last)
	o.Entities = x.held(title.Entities, o.Of)
	return o
}

// held are the offices of some titles, in some places where those are known.
func (x *index) held(titles, places []*rules.Entity) (offices []*rules.Entity) {
	if len(places) == 0 && len(titles) == 1 {
		all := x.Offices(titles[0])
		return all[:len(all):len(all)]
	}
	for _, t := range titles {
		if len(places) == 0 {
			offices = append(offices, x.Offices(t)...)
			continue
		}
		for _, p := range places {
			for _, o := range x.Offices(p) {
				if o.Title == t {
					offices = append(offices, o)
				}
			}
		}
	}
	return offices
}

// heldOf gives an office its place.
func (n *Mention) heldOf(place *Mention) {
	n.Of, n.Place, n.Adjective = place.Entities, place.Span, place.Way == rules.ByAdjective
}

// placeAfter finds the place that a title is of, to its right: an adjective at
// once, or a name after a word of the class "of".
func (m *Marks) placeAfter(token int) *Mention {
	if p := m.placeAt(token, true); p != nil {
		return p
	}
	if j := m.classAt(token, rules.ClassOf); j > 0 {
		return m.placeAt(j, false)
	}
	return nil
}

// placeBefore finds the place right before a title, where the language puts it
// there: "French president", "France's president", "NATO chief".
func (m *Marks) placeBefore(token int) *Mention {
	if !m.Language.Composes("{of} {title}") {
		return nil
	}
	if m.in(token-1, rules.ClassFormer|rules.ClassThen|rules.ClassActing|rules.ClassElect) {
		token--
	}
	if m.in(token-1, rules.ClassGenitive) {
		token--
	}
	for i := m.MentionFrom(token) - 1; i >= 0; i-- {
		n := &m.Mentions[i]
		if n.Last == token && isPlace(n) {
			return n
		}
		if n.Last < token-8 {
			break
		}
	}
	return nil
}

// institutionAfter returns the end of "de l'institution", "of the agency" after a
// title, or 0.
func (m *Marks) institutionAfter(token int) int {
	if end := m.classAt(token, rules.ClassInstitution); end > 0 {
		return end
	}
	if j := m.classAt(token, rules.ClassOf); j > 0 {
		return max(m.classAt(j, rules.ClassInstitution), m.classAt(token+1, rules.ClassInstitution))
	}
	return 0
}

// bodiesBefore are the organisations named before a title that the title is an
// office of.
func (m *Marks) bodiesBefore(x *index, title *Mention) []*rules.Entity {
	var out []*rules.Entity
	for i := range m.Mentions {
		n := &m.Mentions[i]
		if n.First >= title.First {
			break
		}
		if n.Kind != rules.Organisation {
			continue
		}
		for _, e := range n.Entities {
			for _, t := range title.Entities {
				if len(x.office(t, e)) > 0 && !slices.Contains(out, e) {
					out = append(out, e)
				}
			}
		}
	}
	return out
}

// placeAt finds a place that begins at a token, as an adjective or as a name.
func (m *Marks) placeAt(token int, adjective bool) *Mention {
	here := m.MentionsIn(token, token+1)
	for i := range here {
		if n := &here[i]; isPlace(n) && (n.Way == rules.ByAdjective) == adjective {
			return n
		}
	}
	return nil
}

func isPlace(n *Mention) bool {
	switch n.Kind {
	case rules.Country, rules.City, rules.Organisation, rules.PlaceKind:
		return true
	}
	return false
}

// slotted adds titles with a place in their middle: the words before the place
// lead to the slot's key in the phrase table, the words after it go on from there.
func (m *Marks) slotted(x *index, out []Mention) []Mention {
	phrases := m.Language.Phrases()
	for k := range m.Mentions {
		p := &m.Mentions[k]
		if !isPlace(p) {
			continue
		}
		for start := p.First - 1; start >= max(0, p.First-4); start-- {
			if !phrases.Slotted(m.Tokens[start].Key) {
				continue
			}
			prefix, ok := m.walk(phrases, start, p)
			if !ok {
				continue
			}
			next, _, longer := phrases.Step(prefix, rules.SlotKey)
			for j := p.Last; longer && j < len(m.Tokens); j++ {
				var ends *rules.Phrase
				next, ends, longer = phrases.Step(next, m.Tokens[j].Key)
				if ends == nil {
					continue
				}
				for _, l := range ends.Labels {
					if l.Entity != nil && l.Entity.Kind == rules.Title {
						out = append(out, m.slottedOffice(x, l.Entity, start, j+1, p))
					}
				}
			}
		}
	}
	return out
}

// walk steps from a token up to a place; words of the class "of" right before a
// place's name may be left out, as they belong to the slot.
func (m *Marks) walk(phrases *rules.Phrases, start int, p *Mention) (prefix uint64, ok bool) {
	longer := true
	for i := start; i < p.First && longer; i++ {
		if p.Way != rules.ByAdjective && i > start && m.classAt(i, rules.ClassOf) == p.First {
			return prefix, longer
		}
		prefix, _, longer = phrases.Step(prefix, m.Tokens[i].Key)
	}
	return prefix, longer
}

func (m *Marks) slottedOffice(x *index, title *rules.Entity, first, last int, p *Mention) Mention {
	o := Mention{Span: m.Over(first, last), First: first, Last: last, Head: first, Kind: rules.Office, Title: title}
	o.heldOf(p)
	for _, e := range p.Entities {
		o.Entities = append(o.Entities, x.office(title, e)...)
	}
	return o
}
