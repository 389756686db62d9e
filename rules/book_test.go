package rules_test

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"recoupe/rules"
	"recoupe/rules/calendar"
)

// house is the house's own book, read once for all tests of the package.
var house = sync.OnceValues(func() (*rules.Book, error) { return rules.Open() })

func embedded(t *testing.T) *rules.Book {
	t.Helper()
	b, err := house()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestEmbeddedBookLoads(t *testing.T) {
	b := embedded(t)
	if len(b.Entities()) < 10000 || len(b.Facts()) < 20000 || len(b.Rules) < 8 || len(b.Languages) < 2 {
		t.Errorf("%d entities, %d facts, %d rules, %d languages: want the whole book", len(b.Entities()), len(b.Facts()), len(b.Rules), len(b.Languages))
	}
}

// The looser check that users run on their own tables holds for ours.
func TestEmbeddedBookIsSound(t *testing.T) {
	for _, p := range embedded(t).Check() {
		t.Error(p)
	}
}

func TestEmbeddedFactsStandAlone(t *testing.T) {
	b := embedded(t)
	seen := map[string]bool{}
	for _, f := range b.Facts() {
		switch {
		case f.Subject == nil || b.Entity(f.Subject.ID) != f.Subject:
			t.Errorf("%s: the subject is not of the book", f.ID)
		case f.Value.Entity != nil && b.Entity(f.Value.Entity.ID) != f.Value.Entity:
			t.Errorf("%s: the value is not of the book", f.ID)
		case len(f.Sources) == 0 || f.AsOf.IsZero():
			t.Errorf("%s: no source, or no day up to which it was checked", f.ID)
		case !strings.HasPrefix(f.Origin.File, "rules/facts/") || f.Origin.Line < 1:
			t.Errorf("%s: stands at %s", f.ID, f.Origin)
		case seen[f.ID]:
			t.Errorf("%s: two facts have this id", f.ID)
		case !slices.Contains(b.Of(f.Subject, f.Relation), f):
			t.Errorf("%s: not found by its subject", f.ID)
		}
		seen[f.ID] = true
	}
}

// A few things that everybody knows, by every way of asking.
func TestAskTheEmbeddedBook(t *testing.T) {
	b := embedded(t)
	day := func(s string) calendar.Period {
		d, err := calendar.ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		return calendar.At(d)
	}
	for _, q := range []struct{ subject, relation, when, want string }{
		{"france-president", rules.Holds, "2018", "emmanuel-macron"},
		{"france-president", rules.Holds, "2012-05", "nicolas-sarkozy francois-hollande"},
		{"france", rules.Capital, "2020", "paris"},
		{"marseille", rules.LiesIn, "2020", "bouches-du-rhone france"},
		{"emmanuel-macron", rules.Citizen, "2020", "france"},
	} {
		var got []string
		for _, f := range b.Ask(b.Entity(q.subject), q.relation, day(q.when)).Facts {
			got = append(got, f.Value.Entity.ID)
		}
		for _, want := range strings.Fields(q.want) {
			if !slices.Contains(got, want) {
				t.Errorf("%s %s in %s: %q, want %s among them", q.subject, q.relation, q.when, got, want)
			}
		}
	}
	if a := b.Ask(b.Entity("france-president"), rules.Holds, day("2018-01-01")); !a.Closed || len(a.Facts) != 1 {
		t.Errorf("%d presidents of France on one day, closed %v", len(a.Facts), a.Closed)
	}
	if f := b.Fact("russian-invasion-of-ukraine"); f == nil || f.Value.Period.From.String() != "2022-02-24" {
		t.Errorf("the invasion of Ukraine is %v", f)
	}
	if got := b.With(b.Entity("paris"), rules.Capital); !slices.ContainsFunc(got, func(f *rules.Fact) bool { return f.Subject.ID == "france" }) {
		t.Error("Paris is the capital of nothing")
	}
}

func TestSearch(t *testing.T) {
	b := embedded(t)
	for words, want := range map[string]string{
		"emmanuel macron": "emmanuel-macron",
		"MACRON":          "emmanuel-macron",
		"etats-unis":      "united-states",
		"Stolten":         "jens-stoltenberg",
		"otan":            "nato",
	} {
		found := b.Search(words)
		if len(found) == 0 || !slices.ContainsFunc(found[:min(3, len(found))], func(e *rules.Entity) bool { return e.ID == want }) {
			t.Errorf("%q finds %d entities, want %s among the first three", words, len(found), want)
		}
	}
	if found := b.Search(" "); found != nil {
		t.Errorf("nothing finds %d entities", len(found))
	}
}

func TestStatsCountWhatIsThere(t *testing.T) {
	b := under(t)
	got := b.Stats()
	want := rules.Stats{Facts: 6, Entities: 8, Aliases: 8, Events: 1, Tenures: 2, Places: 2, People: 2, AsOf: "2026-01-01"}
	if got != want {
		t.Errorf("counted %+v, want %+v", got, want)
	}
	if got := b.Tables(); len(got) != 1 || got[0].File != "facts/realm.toml" || got[0].Rows != 6 {
		t.Errorf("tables %+v", got)
	}
	reign := calendar.At(calendar.Date{Year: 1885})
	if got := b.True(reign, b.Entity("rudolf")); len(got) != 2 {
		t.Errorf("%d facts about Rudolf in 1885, want his reign and his nationality", len(got))
	}
}
