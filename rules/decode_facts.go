package rules

import (
	"recoupe/rules/calendar"
)

// A teller turns what a row says into facts.
type teller struct {
	*pending
	told map[string]Origin // ids of all facts so far
}

// say tells the facts of a row.
func (l *loader) say(p *pending, told map[string]Origin) {
	t := &teller{p, told}
	switch p.entity.Kind {
	case Country, City, PlaceKind:
		t.place()
	case Organisation:
		t.organisation()
	case Person:
		t.person()
	case Title:
	case Office:
		t.office()
	case Act:
		t.act()
	case Event:
		t.event()
	case Figure:
		t.figure()
	case Currency, Thing:
		t.thing()
	}
}

// fact adds a fact of the row's entity that a row tells, its own or a child's.
// Its id is that of the entity and, after slashes, what tells it from others.
func (t *teller) fact(r *row, id, relation string, v Value, during calendar.Period) *Fact {
	f := &Fact{ID: id, Subject: t.entity, Relation: relation, Value: v, During: during, Origin: r.origin()}
	if at, ok := t.told[id]; ok {
		t.faults.add(r.origin(), "the fact %q stands at %s already, want it once", id, at)
		return f
	}
	t.told[id] = f.Origin
	if h := r.holder("sources"); h != nil {
		f.Sources = h.list("sources")
	}
	if len(f.Sources) == 0 {
		t.faults.add(r.origin(), "%s without sources, want sources = [\"…\"] here or at the top of the file", r.name)
	}
	f.Verified, f.AsOf = r.inherited("verified"), r.asOf()
	if f.AsOf.IsZero() {
		t.faults.add(Origin{r.sheet.file, 1}, "no as_of, want as_of = \"YYYY-MM-DD\" at the top of the file: the day up to which it was checked")
	}
	t.newest(f.AsOf)
	switch {
	case t.mute:
	case t.dropped[id]:
		t.untold(during)
	default:
		t.facts = append(t.facts, f)
	}
	return f
}

// untold notes that a fact of the entity was withdrawn by a later book: its list
// is no longer complete there, and what was withdrawn is not held wrong.
func (t *teller) untold(during calendar.Period) {
	if t.entity.Kind == Office {
		t.entity.Vacant = append(t.entity.Vacant, during)
		return
	}
	t.entity.Since = calendar.Date{}
}

// child adds a fact that a row inside the row tells about another entity.
func (t *teller) child(c *row, relation, key string, of ...Kind) *Fact {
	if !c.need(key) {
		return nil
	}
	value, gone := c.ref(key, of...)
	during := c.period("from", "to")
	if value == nil {
		if gone { // a fact about what was withdrawn goes with it; a wrong id has been reported
			t.untold(during)
		}
		return nil
	}
	id := t.entity.ID + "/" + value.ID
	if !during.From.IsZero() {
		id += "/" + during.From.String()
	}
	return t.fact(c, id, relation, Value{Entity: value}, during)
}

// existed tells when the entity began and ended.
func (t *teller) existed() {
	p := t.period("from", "to")
	t.entity.Exists = p
	if !p.IsZero() {
		t.fact(t.row, t.entity.ID+"/existed", Existed, Value{Period: p}, p)
	}
}

// liesIn tells the larger places.
func (t *teller) liesIn() {
	t.entity.In, _ = t.refs("in", Country, City, PlaceKind, Organisation)
	for _, place := range t.entity.In {
		t.fact(t.row, t.entity.ID+"/in/"+place.ID, LiesIn, Value{Entity: place}, calendar.Period{})
	}
}
