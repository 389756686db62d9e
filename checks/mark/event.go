package mark

import (
	"slices"

	"recoupe/rules"
)

// Reach of the search for who did it and to whom, in tokens from the verb, and
// of that for the name that a word stands in.
const (
	actReach  = 12
	nameReach = 30
)

// composeEvents joins the verbs and nouns that tell an act with the parties
// that the text gives it: "la Russie a envahi l'Ukraine", "the annexation of Crimea".
func (m *Marks) composeEvents(x *index, k *desk) []Mention {
	k.events = k.events[:0]
	for token := range k.found {
		if k.found[token].among&rules.AmongActs == 0 {
			continue
		}
		hits := m.HitsAt(token)
		for i := range hits {
			if h := &hits[i]; h.Among&rules.AmongActs != 0 {
				m.actsOf(x, h, k)
			}
		}
	}
	return drop(k.events, func(e *Mention) bool {
		near := m.MentionsIn(e.Head-nameReach, e.Head+1)
		for i := range near {
			if n := &near[i]; n.Kind == rules.Event && n.First <= e.Head && e.Head < n.Last {
				return true
			}
		}
		return false
	})
}

// actsOf adds the events that one hit tells with the parties around it.
func (m *Marks) actsOf(x *index, h *Hit, k *desk) {
	for n := range h.Labels {
		l := &h.Labels[n]
		switch l.Way {
		case rules.ByNoun:
			k.parties = m.nounParties(h, k.parties[:0])
		case rules.ByVerb:
			if e, ok := m.named(l.Entity, h); ok {
				k.events = append(k.events, e)
				continue
			}
			k.parties = m.verbParties(h, k.parties[:0])
		default:
			continue
		}
		if e, ok := m.eventOf(x, l, h, k.parties); ok && m.headed(l.Entity, h, k.parties) {
			k.events = append(k.events, e)
		} else if e, ok := m.toldByVerb(x, l, h); ok {
			k.events = append(k.events, e)
		}
	}
}

// headed reports whether whoever an act happens to is the subject of its verb:
// "a ship near the Titanic sank" tells nothing of the Titanic.
func (m *Marks) headed(act *rules.Entity, h *Hit, parties []party) bool {
	subject := act.Sub == undergone || act.Sub == inflicted && m.passive(h)
	return !subject || !slices.ContainsFunc(parties, func(p party) bool { return p.left && !m.headsClause(p.First) })
}

// named finds what a verb tells in the name of an event of the same act that
// the clause gives it: "avait promis 31 chars Abrams".
func (m *Marks) named(act *rules.Entity, h *Hit) (Mention, bool) {
	var out Mention
	near := m.MentionsIn(h.Last, h.Last+actReach)
	for i := range near {
		n := &near[i]
		if n.Kind != rules.Event || !m.sameClause(h.Last, n.First) {
			continue
		}
		for _, e := range n.Entities {
			if e.Act == act {
				out.Entities = append(out.Entities, e)
			}
		}
		if len(out.Entities) > 0 {
			out.First, out.Last, out.Head, out.Span = h.First, h.Last, h.First, m.Over(h.First, h.Last)
			out.Kind, out.Way = rules.Event, rules.ByVerb
			return out, true
		}
	}
	return out, false
}

// A party is somebody whom the text gives to an act, and how.
type party struct {
	*Mention
	of   bool // after a word of the class "of": "l'invasion de l'Ukraine"
	left bool // before a verb
}

// nounParties finds the parties in the noun's own group: an adjective, names
// after of and by, and what stands right before it.
func (m *Marks) nounParties(h *Hit, out []party) []party {
	at := h.Last
	for len(out) < 3 {
		p := m.partyAt(at)
		of := false
		if p == nil {
			j := m.classAt(at, rules.ClassOf)
			of = j > 0
			if j = max(j, m.classAt(at, rules.ClassBy)); j == 0 {
				break
			}
			if p = m.partyAt(j); p == nil {
				break
			}
		}
		out = append(out, party{Mention: p, of: of})
		at = p.Last
	}
	before := h.First
	if m.in(before-1, rules.ClassGenitive) {
		before--
	}
	near := m.MentionsIn(before-actReach, before)
	for i := len(near) - 1; i >= 0; i-- {
		if n := &near[i]; n.Last == before && isParty(n) && m.Language.Composes("{of} {title}") {
			return append(out, party{Mention: n})
		}
	}
	return out
}

// partyAt is the party that begins at a token or at the article there, or nil.
func (m *Marks) partyAt(token int) *Mention {
	token = max(token, m.classAt(token, rules.ClassArticle))
	here := m.MentionsIn(token, token+1)
	for i := range here {
		if isParty(&here[i]) {
			return &here[i]
		}
	}
	return nil
}

// verbParties finds the nearest party on each side of a verb, within its clause.
func (m *Marks) verbParties(h *Hit, out []party) []party {
	near := m.MentionsIn(max(0, h.First-actReach), h.Last+actReach)
	for _, left := range []bool{true, false} {
		var best *Mention
		for i := range near {
			n := &near[i]
			if !isParty(n) || left != (n.Last <= h.First) || !left && n.First < h.Last {
				continue
			}
			if best == nil || left {
				best = n
			}
		}
		if left && m.in(h.First-1, rules.ClassCoordinator) {
			best = m.doerBefore(h.First - 1)
			if best != nil {
				out = append(out, party{Mention: best, left: true})
			}
			continue
		}
		if left && best != nil && m.apposed(best.Last, h) {
			out = append(out, party{Mention: best, left: true})
			continue
		}
		if best != nil && m.sameClause(min(best.Last, h.Last), max(best.First, h.First)) {
			out = append(out, party{Mention: best, left: left})
		}
	}
	return out
}

// apposed reports whether a verb is the participle after a name and a comma, with
// its date or its doer: "la Crimée, annexée en 2014", "Crimea, annexed by Russia".
func (m *Marks) apposed(name int, h *Hit) bool {
	return name+1 == h.First && m.Tokens[name].Char == ',' &&
		(m.classAt(h.Last, rules.ClassBy) > 0 || m.InTime(h.Last) || m.classAt(h.Last, rules.ClassDateLink) > 0 && m.InTime(m.classAt(h.Last, rules.ClassDateLink)))
}

// doerBefore is the first party of the clause that ends at a coordinator: the
// subject that "annexed Crimea and invaded Ukraine" shares.
func (m *Marks) doerBefore(token int) *Mention {
	first, _ := m.clause(token, token)
	near := m.MentionsIn(first, token)
	for i := range near {
		if isParty(&near[i]) {
			return &near[i]
		}
	}
	return nil
}

// sameClause reports whether no border of clauses stands between two tokens.
func (m *Marks) sameClause(first, last int) bool {
	for i := first; i < last; i++ {
		if Border(m.Tokens[i].Char) || m.in(i, rules.ClassSubordinator) {
			return false
		}
	}
	return true
}

// Border reports whether a mark parts clauses.
func Border(r rune) bool {
	switch r {
	case '.', '!', '?', ';', ':', '(', ')', '—', '–', '«', '»', '“', '”', '"', ',', '…':
		return true
	}
	return false
}

func isParty(n *Mention) bool { return isPlace(n) || n.Kind == rules.Person || n.Kind == rules.Thing }

// eventOf keeps the events that all parties found belong to, each in its part.
// A person stands for the country that acts, where the book has the act between
// countries: "Saddam Hussein's forces invaded Kuwait".
func (m *Marks) eventOf(x *index, l *rules.Label, h *Hit, parties []party) (Mention, bool) {
	out := Mention{First: h.First, Last: h.Last, Head: h.First, Kind: rules.Event, Way: l.Way}
	if len(parties) == 0 {
		return out, false
	}
	took := tookPartNoun
	if l.Way == rules.ByVerb {
		took = tookPartActive
		if m.passive(h) || len(parties) > 0 && parties[0].left && m.apposed(parties[0].Last, h) {
			took = tookPartPassive
		}
	}
	persons := slices.ContainsFunc(parties, func(p party) bool { return p.left && p.Kind == rules.Person })
	for _, e := range x.Events(l.Entity) {
		acting := parties
		if persons {
			acting = betweenCountries(e, parties)
		}
		if took(e, acting) {
			out.Entities = append(out.Entities, e)
		}
	}
	if len(out.Entities) == 0 {
		return out, false
	}
	for _, p := range parties {
		if l.Way == rules.ByNoun {
			out.First, out.Last = min(out.First, p.First), max(out.Last, p.Last)
		}
	}
	out.Span = m.Over(out.First, out.Last)
	m.inCompany(&out)
	return out, true
}

// betweenCountries leaves out persons on the left of a verb that a country did.
func betweenCountries(e *rules.Entity, parties []party) []party {
	if len(e.Agent) == 0 || e.Agent[0].Kind != rules.Country {
		return parties
	}
	stranger := func(p *party) bool {
		return p.left && p.Kind == rules.Person && !shares(p.Entities, e.Agent)
	}
	for i := range parties {
		if !stranger(&parties[i]) {
			continue
		}
		out := slices.Clone(parties[:i])
		for i++; i < len(parties); i++ {
			if !stranger(&parties[i]) {
				out = append(out, parties[i])
			}
		}
		return out
	}
	return parties
}

// tookPartNoun reports whether the parties of a noun are those of an event: of
// parties the one acted upon, unless another is named for that.
func tookPartNoun(e *rules.Entity, parties []party) bool {
	acted := false
	for _, p := range parties {
		acted = acted || shares(p.Entities, e.Object) ||
			len(e.Object) == 0 && (shares(p.Entities, e.Agent) || shares(p.Entities, e.In))
	}
	for _, p := range parties {
		object, agent := shares(p.Entities, e.Object), shares(p.Entities, e.Agent)
		if p.of && !object && !acted || !object && !agent && !shares(p.Entities, e.In) {
			return false
		}
	}
	return acted || len(e.Object) > 0
}

// tookPartActive reports whether an event is told by a verb in the active:
// who does it stands before the verb, whom it happens to after it. Where nobody
// is acted upon the doer is enough; "l'Irak a envahi son voisin" tells nothing
// of Iraq's own invasion, nor do locusts that invade Ethiopia.
func tookPartActive(e *rules.Entity, parties []party) bool {
	doer, acted := false, len(e.Object) == 0
	for _, p := range parties {
		object, agent := shares(p.Entities, e.Object), shares(p.Entities, e.Agent)
		if !object && !agent && !shares(p.Entities, e.In) {
			return false
		}
		doer = doer || p.left && agent
		acted = acted || !p.left && object
	}
	return doer && acted
}

// tookPartPassive reports whether an event is told by a verb in the passive:
// whom it happens to stands before the verb.
func tookPartPassive(e *rules.Entity, parties []party) bool {
	acted := false
	for _, p := range parties {
		object, agent := shares(p.Entities, e.Object), shares(p.Entities, e.Agent)
		if !object && !agent && !shares(p.Entities, e.In) {
			return false
		}
		acted = acted || p.left && (object || agent && len(e.Object) == 0)
	}
	return acted
}

// passive reports whether a form of to be stands before a verb, an adverb between at most.
func (m *Marks) passive(h *Hit) bool {
	return m.in(h.First-1, rules.ClassPassive) || m.in(h.First-2, rules.ClassPassive)
}

// inCompany keeps the events whose doer the clause names too, where some have
// theirs there: an invasion of Ukraine that the Russian president orders.
func (m *Marks) inCompany(n *Mention) {
	first, last := m.clause(n.First, n.Last)
	near := m.MentionsIn(first, last)
	named := func(e *rules.Entity) bool {
		for i := range near {
			o := &near[i]
			if shares(e.Agent, o.Of) || (isPlace(o) || o.Kind == rules.Person) && shares(e.Agent, o.Entities) {
				return true
			}
		}
		return false
	}
	if slices.ContainsFunc(n.Entities, named) {
		n.Entities = slices.DeleteFunc(n.Entities, func(e *rules.Entity) bool { return !named(e) })
	}
}

// clause is the stretch around some tokens up to the nearest borders.
func (m *Marks) clause(first, last int) (int, int) {
	from, to := first-60, last+60 // a clause that is longer is none
	for first > 0 && first > from && !Border(m.Tokens[first-1].Char) && !m.in(first-1, rules.ClassSubordinator) {
		first--
	}
	for last < len(m.Tokens) && last < to && !Border(m.Tokens[last].Char) && !m.in(last, rules.ClassSubordinator) {
		last++
	}
	return first, last
}

// shares reports whether two lists have an entity in common.
func shares(a, b []*rules.Entity) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}
