package mark

import (
	"strings"
	"testing"
	"testing/fstest"

	"recoupe/checks/text"
	"recoupe/rules"
)

// persons are two bearers of a name: one whose office the book tells, one of whom
// a single list says when they were born. Nobody vouches for the third.
const persons = `as_of = "2026-01-01"
sources = ["one list"]

[[person]]
id = "vera-quillon"
name = "Vera Quillon"
born = "1950-02-03"

[[person]]
id = "odd-quillon"
name = "Odd Quillon"
born = "1960-04-05"

[[person]]
id = "per-strandheim"
name = "Per Strandheim"
born = "1955-06-07"

[[office]]
id = "ruritania-president"
title = "president"
of = "france"
  [[office.held]]
  by = "vera-quillon"
  from = "1990"
`

// A family name alone stands for those whom copy calls so. Whoever is named in
// full is meant by it afterwards, however little the book knows of them.
func TestFamilyNamesAlone(t *testing.T) {
	book, err := rules.Load(rules.Embedded, fstest.MapFS{"facts/people.toml": {Data: []byte(persons)}})
	if err != nil {
		t.Fatal(err)
	}
	m, err := New(book)
	if err != nil {
		t.Fatal(err)
	}
	for in, want := range map[string]string{
		"He suffers from Strandheim's disease.":                       "",
		"The plan of Quillon was praised.":                            "vera-quillon",
		"Per Strandheim spoke. The plan of Strandheim was praised.":   "per-strandheim per-strandheim",
		"Odd Quillon spoke. The plan of Quillon was praised.":         "odd-quillon odd-quillon",
		"Odd Quillon met Vera Quillon. The plan of Quillon was good.": "odd-quillon vera-quillon vera-quillon|odd-quillon",
	} {
		d := text.New("x", in)
		d.Lang = "en"
		var got []string
		for _, n := range m.Mark(d).Mentions {
			if n.Kind != rules.Person {
				continue
			}
			var ids []string
			for _, e := range n.Entities {
				ids = append(ids, e.ID)
			}
			got = append(got, strings.Join(ids, "|"))
		}
		if g := strings.Join(got, " "); g != want {
			t.Errorf("%q: %q, want %q", in, g, want)
		}
	}
}
