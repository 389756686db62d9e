package checks

import (
	"slices"
	"strings"

	"recoupe/checks/claim"
	"recoupe/checks/mark"
	"recoupe/rules"
)

// location judges in which country, region or department a place is said to
// lie. All readings of both names have to contradict, and the book must know a
// larger place of the same sort that the place does lie in.
func (h *hearing) location() Judged {
	c := h.claim
	if c.Voice&(claim.Denied|claim.Distanced|claim.Fiction|claim.Supposed) != 0 || c.Value == nil {
		return unknown(whyVoice)
	}
	if f := h.liesThere(); f != nil {
		return confirmed(f)
	}
	if c.Set["only"] == "islands" && !slices.ContainsFunc(c.Value.Entities, func(e *rules.Entity) bool { return e.Sub == "island" }) {
		return unknown(whyNothing)
	}
	if c.Set["only"] == "variation" && !h.varies() {
		return unknown(whyReadings)
	}
	if h.longAgo() || c.Value.Kind != rules.City && h.aCityToo(c.Value) || h.sharedByCountries() {
		return unknown(whyReadings)
	}
	var right []*rules.Fact
	saids := h.alsoCalled(c.Value)
	for _, place := range h.nearby() {
		within := h.enclosing(place)
		if len(within) == 0 {
			return unknown(whyNoFact)
		}
		for _, said := range saids {
			if said == place {
				return unknown(whyReadings)
			}
			rival := rivalOf(said, within)
			if said.Kind == rules.City {
				rival = h.rivalCity(said, within)
			}
			if strings.HasSuffix(place.ID, elsewhere) {
				continue // one of the places of that name that lie in none of those said
			}
			if rival == nil || namedAfter(said, within) {
				return unknown(whyNoFact)
			}
			if !slices.Contains(right, rival) {
				right = append(right, rival)
			}
		}
	}
	if len(right) == 0 {
		return unknown(whyNoFact)
	}
	f := Finding{
		Span: c.At, About: c.Subject.Span,
		Vars:        map[string]Said{"subject": {Words: h.Words(c.Subject.Span)}, "said": {Words: h.Words(c.Value.Span)}, "known": {Entity: right[0].Value.Entity}},
		Suggestions: []string{h.sayPlace(right[0].Value.Entity)},
		Down:        h.steps(false, right[0]),
	}
	if between := c.Value.First - c.Subject.Last; between >= 0 && between < 12 && c.Set["only"] != "variation" && (h.Language.Quantity.HeadLast || h.Tokens[c.Value.First-1].Char == '(') {
		f.Phrase = h.closed(c.Subject.First, h.TokenAt(c.At.End-1)+1)
	}
	for _, r := range right {
		f.Because = append(f.Because, Evidence{Fact: r})
	}
	return h.contradicted(f)
}

// nearby are the readings of a place that is said to lie on an island: where
// some lie in the island's country, namesakes elsewhere are not meant.
func (h *hearing) nearby() []*rules.Entity {
	all := h.claim.Subject.Entities
	var out []*rules.Entity
	for _, place := range all {
		for _, said := range h.claim.Value.Entities {
			if said.Sub == "island" && sameParent(place, said) && !slices.Contains(out, place) {
				out = append(out, place)
			}
		}
	}
	if len(out) == 0 {
		return all
	}
	return out
}

// liesThere is a fact by which some reading of the place lies where it is said to.
func (h *hearing) liesThere() *rules.Fact {
	saids := h.alsoCalled(h.claim.Value)
	for _, place := range h.alsoCalled(h.claim.Subject) {
		for _, f := range h.enclosing(place) {
			if slices.Contains(saids, f.Value.Entity) {
				return f
			}
		}
	}
	return nil
}

// enclosing are the facts that lead from a place to every larger one it lies in.
func (h *hearing) enclosing(place *rules.Entity) []*rules.Fact {
	var out []*rules.Fact
	queue := []*rules.Entity{place}
	for len(queue) > 0 && len(out) < 64 {
		e := queue[0]
		queue = queue[1:]
		for _, f := range h.Book.Of(e, rules.LiesIn) {
			if !slices.ContainsFunc(out, func(o *rules.Fact) bool { return o.Value.Entity == f.Value.Entity }) {
				out = append(out, f)
				queue = append(queue, f.Value.Entity)
			}
		}
	}
	return out
}

// rivalOf finds among the larger places one that rules another out: a country
// against a country, a department against a department of the same country.
func rivalOf(said *rules.Entity, within []*rules.Fact) *rules.Fact {
	for _, f := range within {
		e := f.Value.Entity
		if e.Kind == said.Kind && e.Sub == said.Sub && (said.Kind == rules.Country || exclusive[said.Sub] && sameParent(e, said)) {
			return f
		}
	}
	// Of another country altogether.
	if said.Kind != rules.PlaceKind || !exclusive[said.Sub] {
		return nil
	}
	for _, f := range within {
		e := f.Value.Entity
		if e.Kind == rules.PlaceKind && exclusive[e.Sub] && len(countriesOf(said)) > 0 && !sameParent(e, said) && !slices.ContainsFunc(within, func(w *rules.Fact) bool {
			return slices.Contains(said.In, w.Value.Entity) && w.Value.Entity.Kind == rules.Country
		}) {
			return f
		}
	}
	return nil
}

// countriesOf are the countries that a place lies in.
func countriesOf(e *rules.Entity) []*rules.Entity {
	var out []*rules.Entity
	for _, in := range e.In {
		if in.Kind == rules.Country {
			out = append(out, in)
		}
	}
	return out
}

// elsewhere ends the ids of rows that stand for every other place of a name: they
// accuse nobody.
const elsewhere = "-elsewhere"

// alsoCalled are the readings of a place's name of every kind that its words may
// name: Georgia, the country and the state.
func (h *hearing) alsoCalled(n *mark.Mention) []*rules.Entity {
	out := slices.Clone(n.Entities)
	for _, o := range h.MentionsIn(n.First, n.First+1) {
		if o.Last == n.Last && (o.Kind == rules.Country || o.Kind == rules.PlaceKind || o.Kind == rules.City && n.Kind == rules.City) {
			for _, e := range o.Entities {
				if !slices.Contains(out, e) {
					out = append(out, e)
				}
			}
		}
	}
	return out
}

// namedAfter reports a place of the New World that is said to lie in the Old: its
// name may have come from there, with a town that the book does not list.
func namedAfter(said *rules.Entity, within []*rules.Fact) bool {
	inside := func(e *rules.Entity, id string) bool {
		return e.ID == id || slices.ContainsFunc(e.In, func(in *rules.Entity) bool { return in.ID == id })
	}
	return inside(said, "europe") && slices.ContainsFunc(within, func(f *rules.Fact) bool {
		return inside(f.Value.Entity, "america") || inside(f.Value.Entity, "oceania")
	})
}

// aCityToo reports whether the larger place bears the name of a city of note: in
// "Boston, New York" and "Paris, Luxembourg" two cities may be listed.
func (h *hearing) aCityToo(n *mark.Mention) bool {
	for _, o := range h.MentionsIn(n.First, n.First+1) {
		if o.Kind != rules.City || o.Last != n.Last {
			continue
		}
		for _, e := range o.Entities {
			if len(h.Book.With(e, rules.Capital)) > 0 || slices.ContainsFunc(n.Entities, func(in *rules.Entity) bool { return slices.Contains(e.In, in) }) {
				return true
			}
		}
	}
	return false
}

// sharedByCountries reports a subject of which copy may name another country
// that it lies in too: a river.
func (h *hearing) sharedByCountries() bool {
	return slices.ContainsFunc(h.claim.Subject.Entities, func(e *rules.Entity) bool {
		return e.Sub == "river" || e.Kind == rules.PlaceKind && exclusive[e.Sub] && e.Sub != "island"
	})
}

// longAgo reports whether the claim's sentence tells of a time when borders ran
// otherwise.
func (h *hearing) longAgo() bool {
	s := h.Sentences[h.claim.Sentence]
	const reach = 4 // tokens after the claim
	for i := h.TimeFrom(s.First); i < len(h.When) && h.When[i].First < min(s.Last, h.TokenAt(h.claim.End-1)+reach); i++ {
		if t := &h.When[i]; t.Written&mark.YearField != 0 && !t.Period.IsZero() && t.Period.From.Year < settled {
			return true
		}
	}
	return false
}

// settled is the year from which borders are taken to run as they do.
const settled = 1950

// exclusive are the kinds of places of which a point lies in one at the most.
var exclusive = map[string]bool{"department": true, "region": true, "state": true, "province": true, "canton": true, "island": true}

func sameParent(a, b *rules.Entity) bool {
	return slices.ContainsFunc(a.In, func(e *rules.Entity) bool { return slices.Contains(b.In, e) })
}
