package checks

import (
	"slices"

	"recoupe/checks/claim"
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
	var right []*rules.Fact
	for _, place := range h.nearby() {
		if c.Set["only"] == "capitals" && len(h.Book.With(place, rules.Capital)) == 0 {
			return unknown(whyOpenTable) // towns that share a name with one elsewhere are not all in the book
		}
		within := h.enclosing(place)
		if len(within) == 0 {
			return unknown(whyNoFact)
		}
		for _, said := range c.Value.Entities {
			if said == place {
				return unknown(whyReadings)
			}
			rival := rivalOf(said, within)
			if rival == nil {
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
		Suggestions: []string{right[0].Value.Entity.Label(h.Lang)},
		Down:        h.steps(false, right[0]),
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
	for _, place := range h.claim.Subject.Entities {
		for _, f := range h.enclosing(place) {
			if h.claim.Value.Names(f.Value.Entity) {
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
	return nil
}

// exclusive are the kinds of places of which a point lies in one at the most.
var exclusive = map[string]bool{"department": true, "region": true, "state": true, "province": true, "canton": true, "island": true}

func sameParent(a, b *rules.Entity) bool {
	return slices.ContainsFunc(a.In, func(e *rules.Entity) bool { return slices.Contains(b.In, e) })
}
