package rules

import (
	"slices"
	"strconv"

	"recoupe/rules/calendar"
)

// act refuses verbs whose forms no paradigm gives: they would never be read.
func (t *teller) act() {
	for _, lang := range t.langs {
		for _, verb := range t.entity.Verbs[lang] {
			if len(t.book.Languages[lang].Forms(verb)) == 0 {
				t.complain("verb."+lang, "the language file knows no forms of the verb %q, want it in [lemma] or [regular]", verb)
			}
		}
	}
}

// event tells when something took place, and who did what to whom.
func (t *teller) event() {
	e := t.entity
	p := t.period("from", "to")
	if t.has("on") {
		if t.has("from") || t.has("to") {
			t.complain("on", "on beside from or to, want one or the other")
		}
		p = calendar.At(t.date("on"))
	} else if !t.has("from") {
		t.faults.add(t.origin(), "event without a date, want on = \"…\" or from = \"…\"")
	}
	e.Exists = p
	anyone := []Kind{Country, City, PlaceKind, Organisation, Person, Thing, Event}
	var noAct, noAgent, noObject bool
	e.Act, noAct = t.ref("act", Act)
	e.Agent, noAgent = t.refs("agent", anyone...)
	e.Object, noObject = t.refs("object", anyone...)
	e.In, _ = t.refs("in", Country, City, PlaceKind, Organisation)
	if noAct || noAgent || noObject {
		e.Act, e.Agent, e.Object = nil, nil, nil // half of what was done would be read as another deed
	}
	t.fact(t.row, e.ID, TookPlace, Value{Period: p}, p)
}

// figure tells a well-known number, which may change over time.
func (t *teller) figure() {
	t.entity.Of, _ = t.ref("of")
	rows := t.children("value")
	if len(rows) == 0 {
		t.faults.add(t.origin(), "figure without a value, want [[figure.value]]")
	}
	for _, c := range rows {
		c.only(append(slices.Clip(childKeys), "value")...)
		n, ok := c.number("value")
		if !ok {
			c.need("value")
			continue
		}
		during := c.period("from", "to")
		id := t.entity.ID + "/" + strconv.FormatFloat(n, 'f', -1, 64)
		if !during.From.IsZero() {
			id += "/" + during.From.String()
		}
		t.fact(c, id, Counts, Value{Number: n}, during)
	}
}
