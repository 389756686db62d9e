package rules

import "slices"

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
	b := t.book
	b.Entities = slices.DeleteFunc(b.Entities, func(e *Entity) bool { return e == t.entity })
	delete(b.entities, t.entity.ID)
}
