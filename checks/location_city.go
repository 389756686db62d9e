package checks

import (
	"slices"

	"recoupe/checks/text"
	"recoupe/rules"
)

// varies reports whether "the Ohio city" says over again which city was named last:
// no other city of the story lies where it is said to, and no name that the book
// does not know stands between.
func (h *hearing) varies() bool {
	c := h.claim
	saids := h.alsoCalled(c.Value)
	for i := range h.Mentions {
		m := &h.Mentions[i]
		if m.Kind != rules.City && m.Kind != rules.PlaceKind || m == c.Value {
			continue
		}
		for _, e := range m.Entities {
			if slices.ContainsFunc(h.enclosing(e), func(f *rules.Fact) bool { return slices.Contains(saids, f.Value.Entity) }) {
				return false
			}
		}
	}
	for i := h.NameFrom(c.Subject.Last); i < len(h.Names) && h.Names[i].Last <= c.Value.First; i++ {
		if n := h.Names[i]; !n.Starts && len(h.MentionsIn(n.First, n.Last)) == 0 {
			return false
		}
	}
	return !h.Is(h.TokenAt(c.End-1)+1, "complement")
}

// rivalCity finds the city in which a landmark stands, where that rules another
// out: the capital of its country, or one of another country than the other's. A
// suburb may be given for its city.
func (h *hearing) rivalCity(said *rules.Entity, within []*rules.Fact) *rules.Fact {
	abroad := len(countriesOf(said)) > 0 && !slices.ContainsFunc(within, func(w *rules.Fact) bool {
		return slices.Contains(said.In, w.Value.Entity) && w.Value.Entity.Kind == rules.Country
	})
	for _, f := range within {
		e := f.Value.Entity
		if e.Kind == rules.City && e != said && (abroad || slices.ContainsFunc(h.Book.With(e, rules.Capital), func(c *rules.Fact) bool {
			return c.Subject.Kind == rules.Country && c.During.To.IsZero() && !sameRegion(said, e)
		})) {
			return f
		}
	}
	return nil
}

// sameRegion reports whether two cities may lie side by side: one names the other
// as what it lies in.
func sameRegion(a, b *rules.Entity) bool {
	return slices.Contains(a.In, b) || slices.Contains(b.In, a)
}

// sayPlace is a place as the claim says the wrong one: by its name, or by the
// adjective of its country that agrees alike.
func (h *hearing) sayPlace(e *rules.Entity) string {
	forms := e.Adjectives[h.Lang]
	if h.claim.Value.Way != rules.ByAdjective || len(forms) == 0 {
		return e.Label(h.Lang)
	}
	said := text.Fold(h.Words(h.claim.Value.Span))
	for _, form := range forms {
		if folded := text.Fold(form); !h.Language.Quantity.HeadLast && said[len(said)-1] == folded[len(folded)-1] {
			return form
		}
	}
	return forms[0]
}
