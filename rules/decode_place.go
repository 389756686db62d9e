package rules

import (
	"maps"
	"slices"
	"strings"

	"recoupe/rules/calendar"
)

// place tells a country, city or other place: when it was, what it lies in, on
// which side of its country, and its capitals.
func (t *teller) place() {
	t.existed()
	t.liesIn()
	t.entity.Continues, _ = t.refs("continues", Country, City, PlaceKind)
	if sides := t.sides(); len(sides) > 0 {
		t.fact(t.row, t.entity.ID+"/side", Side, Value{Words: sides}, calendar.Period{})
	}
	for _, c := range t.children("capital") {
		c.only(append(slices.Clip(childKeys), "city")...)
		t.child(c, Capital, "city", City)
	}
}

// sides are the letters of the sides of its country on which a place lies.
func (t *teller) sides() (letters []string) {
	for _, side := range t.list("side") {
		switch side {
		case "north", "south", "east", "west":
			letters = append(letters, strings.ToUpper(side[:1]))
		default:
			t.complain("side", "side is %q, want north, south, east or west", side)
		}
	}
	return letters
}

// organisation tells an organisation: its letters, its seat, its members.
func (t *teller) organisation() {
	t.existed()
	t.liesIn()
	t.standsFor()
	t.entity.Continues, _ = t.refs("continues", Organisation)
	if seat, _ := t.ref("seat", City); seat != nil {
		t.fact(t.row, t.entity.ID+"/seat", Seat, Value{Entity: seat}, calendar.Period{})
	}
	for _, c := range t.children("member") {
		c.only(append(slices.Clip(childKeys), "who")...)
		t.child(c, Member, "who", Country, PlaceKind, Organisation, Person)
	}
}

// standsFor tells what an acronym stands for, in any language.
func (t *teller) standsFor() {
	var words []string
	for _, lang := range slices.Sorted(maps.Keys(t.entity.Expansions)) {
		for _, w := range t.entity.Expansions[lang] {
			if !slices.Contains(words, w) {
				words = append(words, w)
			}
		}
	}
	if len(words) > 0 {
		t.fact(t.row, t.entity.ID+"/stands-for", StandsFor, Value{Words: words}, calendar.Period{})
	}
}

// thing tells a party, firm, product or currency: when it was, and whose.
func (t *teller) thing() {
	t.existed()
	t.standsFor()
	if t.entity.Kind == Thing {
		t.liesIn()
		return
	}
	if of, _ := t.refs("of", Country, PlaceKind, Organisation); len(of) > 0 {
		t.entity.Of, t.entity.In = of[0], of
	}
}
