package rules

import (
	"cmp"
	"slices"

	"recoupe/rules/calendar"
)

// office tells who held an office.
func (t *teller) office() {
	e := t.entity
	t.need("title")
	t.need("of")
	var noTitle, noOf bool
	e.Title, noTitle = t.ref("title", Title)
	e.Of, noOf = t.ref("of", Country, City, PlaceKind, Organisation)
	if noTitle || noOf {
		t.withdraw()
		return
	}
	t.existed()
	if n, ok := t.number("lead"); ok {
		if e.Lead = int(n); n != float64(e.Lead) || n < 1 {
			t.complain("lead", "lead is %v, want a whole number of days from 1", n)
		}
	}
	for _, c := range t.children("vacant") {
		c.only("from", "to")
		c.need("from")
		e.Vacant = append(e.Vacant, c.period("from", "to"))
	}
	for _, c := range t.children("held") {
		c.only(append(slices.Clip(childKeys), "by", "acting", "nth")...)
		f := t.child(c, Holds, "by", Person)
		if f == nil {
			continue
		}
		f.Acting = c.boolean("acting")
		if n, ok := c.number("nth"); ok {
			if f.Nth = int(n); n != float64(f.Nth) || n < 1 {
				c.complain("nth", "nth is %v, want a whole number from 1", n)
			}
		}
	}
}

// withdraw takes an entity out of the book, because what it belongs to was
// withdrawn by a later book.
func (t *teller) withdraw() {
	t.entities = slices.DeleteFunc(t.entities, func(e *Entity) bool { return e == t.entity })
}

// findGaps notes when the tables of offices tell no holder although they claim to
// be complete: more than a day between two, or before the first.
func (l *loader) findGaps() {
	held := map[*Entity][]calendar.Period{}
	for _, f := range l.facts {
		if f.Relation == Holds {
			held[f.Subject] = append(held[f.Subject], f.During)
		}
	}
	for _, office := range l.entities {
		if office.Kind != Office || office.Since.IsZero() || office.AsOf.IsZero() {
			continue
		}
		end := min(office.AsOf.Last(), office.Exists.Last())
		if office.Of != nil {
			end = min(end, office.Of.Exists.Last())
		}
		stretches := append(slices.Clone(office.Vacant), held[office]...)
		slices.SortFunc(stretches, func(p, q calendar.Period) int { return cmp.Compare(p.First(), q.First()) })
		office.gaps = nil
		until := office.Since.Last()
		for _, p := range append(stretches, calendar.Period{From: (end + 1).Date()}) {
			if p.First() > until+2 && until < end {
				office.gaps = append(office.gaps, calendar.Between(until+1, min(p.First()-1, end)))
			}
			until = max(until, p.Last())
		}
	}
}
