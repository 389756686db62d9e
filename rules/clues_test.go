package rules_test

import (
	"slices"
	"testing"
	"testing/fstest"

	"recoupe/checks/text"
	"recoupe/rules"
)

// An almanac finds what happened on a day of any year, and what a word tells.
func TestAlmanac(t *testing.T) {
	b, err := rules.Load(realm, fstest.MapFS{"facts/mine.toml": {Data: []byte(`as_of = "2026-01-01"
sources = ["a", "b"]
[[event]]
id = "quay-fire"
fr = ["Black Quay fire"]
clue.fr = ["warehouse", "ropes"]
on = "2019-05-04"
[[event]]
id = "lamp-fire"
fr = ["Lamp Street fire"]
on = "2011-05"
`)}})
	if err != nil {
		t.Fatal(err)
	}
	fire := b.Entity("quay-fire")
	ever := func(int) bool { return true }
	if got := b.On(nil, 5, 4, ever); !slices.Equal(got, []*rules.Entity{fire}) {
		t.Errorf("on 4 May there were %v", got)
	}
	if got := b.On(nil, 5, 0, ever); len(got) != 1 || got[0].ID != "lamp-fire" {
		t.Errorf("in some May there were %v", got)
	}
	if got := b.Told(rules.ClueStem(text.Stem("warehouses", false)), "fr"); !slices.Equal(got, []*rules.Entity{fire}) {
		t.Errorf("a warehouse tells %v", got)
	}
	told := 0
	for _, c := range b.Clues(nil, fire, "fr") {
		if c.Told() {
			told++
		}
		if c.Bits() < 1 {
			t.Errorf("a clue tells %d bits", c.Bits())
		}
	}
	if told != 2 {
		t.Errorf("%d clues tell the fire itself, want 2", told)
	}
}
