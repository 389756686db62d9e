package rules_test

import (
	"io/fs"
	"slices"
	"testing"
	"testing/fstest"

	"recoupe/rules"
	"recoupe/rules/calendar"
)

// realm is a small book with something of each kind that a newsroom may change.
var realm = fstest.MapFS{
	"lang/fr.toml": {Data: []byte("code = \"fr\"\nname = \"français\"\n[class]\narticle = [\"le\"]\nother = [\"autre\"]\n")},
	"catalog/r.toml": {Data: []byte(`id = "r"
check = "c"
title.fr = "faute"
why.fr = "car"
message.fr = "m"
[[examples]]
lang = "fr"
good = "Rien."
`)},
	"facts/realm.toml": {Data: []byte(`as_of = "2026-01-01"
sources = ["a", "b"]

[[country]]
id = "ruritania"
fr = ["Ruritanie"]
in = []
  [[country.capital]]
  city = "strelsau"

[[city]]
id = "strelsau"
fr = ["Strelsau"]
in = ["ruritania"]

[[person]]
id = "rudolf"
name = "Rudolf Elphberg"
citizen = ["ruritania"]

[[person]]
id = "flavia"
name = "Flavia Elphberg"

[[title]]
id = "monarch"
fr = ["souverain"]

[[office]]
id = "ruritania-monarch"
title = "monarch"
of = "ruritania"
since = "1880"
  [[office.held]]
  by = "rudolf"
  from = "1880"
  to = "1890"
  [[office.held]]
  by = "flavia"
  from = "1890"

[[act]]
id = "annex"

[[event]]
id = "annexation"
fr = ["annexion de Strelsau"]
on = "1880"
act = "annex"
agent = ["ruritania"]
object = ["strelsau"]
`)},
}

// under loads the realm with a newsroom's tables over it.
func under(t *testing.T, layers ...string) *rules.Book {
	t.Helper()
	return underFiles(t, "desk.toml", layers...)
}

func underFiles(t *testing.T, file string, layers ...string) *rules.Book {
	t.Helper()
	books := []fs.FS{realm}
	for _, src := range layers {
		books = append(books, rules.Named("desk", fstest.MapFS{file: {Data: []byte(src)}}))
	}
	b, err := rules.Load(books...)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// factIDs are those of a subject's relation.
func factIDs(b *rules.Book, subject, relation string) []string {
	ids := []string{}
	for _, f := range b.Of(b.Entity(subject), relation) {
		ids = append(ids, f.ID)
	}
	return ids
}

func wantIDs(t *testing.T, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, append([]string{}, want...)) {
		t.Errorf("facts %q, want %q", got, want)
	}
}

func TestFactsHaveReadableIDs(t *testing.T) {
	b := under(t)
	wantIDs(t, factIDs(b, "ruritania-monarch", rules.Holds), "ruritania-monarch/rudolf/1880", "ruritania-monarch/flavia/1890")
	wantIDs(t, factIDs(b, "ruritania", rules.Capital), "ruritania/strelsau")
	wantIDs(t, factIDs(b, "strelsau", rules.LiesIn), "strelsau/in/ruritania")
	wantIDs(t, factIDs(b, "rudolf", rules.Citizen), "rudolf/citizen/ruritania")
	wantIDs(t, factIDs(b, "annexation", rules.TookPlace), "annexation")
}

func TestALaterBookReplacesARowWithItsFacts(t *testing.T) {
	b := under(t, `as_of = "2026-02-01"
sources = ["the desk"]
[[office]]
id = "ruritania-monarch"
title = "monarch"
of = "ruritania"
  [[office.held]]
  by = "flavia"
  from = "1885"
`)
	wantIDs(t, factIDs(b, "ruritania-monarch", rules.Holds), "ruritania-monarch/flavia/1885")
	f := b.Of(b.Entity("ruritania-monarch"), rules.Holds)[0]
	if got := f.Origin.String(); got != "desk/desk.toml:7" {
		t.Errorf("the winner stands at %s, want desk/desk.toml:7", got)
	}
	if got := f.Sources; !slices.Equal(got, []string{"the desk"}) || f.Certain() {
		t.Errorf("sources %q, certain %v: want those of the desk, and one makes no certainty", got, f.Certain())
	}
	if got := b.AsOf.String(); got != "2026-02-01" {
		t.Errorf("the book is of %s, want the newest day", got)
	}
}

func TestALaterBookAddsRows(t *testing.T) {
	b := under(t, "as_of = \"2026-01-01\"\nsources = [\"the desk\"]\n[[city]]\nid = \"zenda\"\nfr = [\"Zenda\"]\nin = [\"ruritania\"]\n")
	wantIDs(t, factIDs(b, "zenda", rules.LiesIn), "zenda/in/ruritania")
	wantIDs(t, factIDs(b, "strelsau", rules.LiesIn), "strelsau/in/ruritania")
}

// What is withdrawn takes along what was said of it: the desk can't mend the
// tables that mention it. Its names stay, so that no namesake inherits them.
func TestALaterBookWithdrawsARow(t *testing.T) {
	b := under(t, "[[person]]\nid = \"rudolf\"\ndrop = true\n")
	if e := b.Entity("rudolf"); e == nil || len(b.True(calendar.Period{}, e)) != 0 || e.Origin.Line != 2 {
		t.Errorf("rudolf is %v, want his name with nothing said of him, and the row that withdrew him", e)
	}
	wantIDs(t, factIDs(b, "ruritania-monarch", rules.Holds), "ruritania-monarch/flavia/1890")
	if a := b.Ask(b.Entity("ruritania-monarch"), rules.Holds, calendar.At(calendar.YMD(1885, 6, 1))); a.Closed {
		t.Error("the list of monarchs claims to be complete although one was withdrawn")
	}

	b = under(t, "[[country]]\nid = \"ruritania\"\ndrop = true\n")
	if b.Entity("ruritania-monarch") != nil {
		t.Error("an office of nowhere is still there")
	}
	if e := b.Entity("annexation"); e == nil || e.Act != nil || e.Agent != nil || e.Object != nil {
		t.Error("want the event to keep its name and date, and no half of a deed")
	}
	wantIDs(t, factIDs(b, "annexation", rules.TookPlace), "annexation")
}

func TestALaterBookWithdrawsOneFact(t *testing.T) {
	b := under(t, "[[fact]]\nid = \"ruritania-monarch/rudolf/1880\"\ndrop = true\n")
	wantIDs(t, factIDs(b, "ruritania-monarch", rules.Holds), "ruritania-monarch/flavia/1890")
}

func TestWhatWasWithdrawnMayComeBack(t *testing.T) {
	b := under(t, "[[person]]\nid = \"rudolf\"\ndrop = true\n", "[[person]]\nid = \"rudolf\"\nname = \"Rudolf Rassendyll\"\n")
	if e := b.Entity("rudolf"); e == nil || e.Label("fr") != "Rudolf Rassendyll" {
		t.Errorf("rudolf is %v, want Rassendyll", e)
	}
	wantIDs(t, factIDs(b, "ruritania-monarch", rules.Holds), "ruritania-monarch/rudolf/1880", "ruritania-monarch/flavia/1890")
}

func TestALaterBookChangesRules(t *testing.T) {
	b := underFiles(t, "catalog/r.toml", "id = \"r\"\ndrop = true\n")
	if len(b.Rules) != 0 {
		t.Errorf("%d rules, want none", len(b.Rules))
	}
	b = underFiles(t, "catalog/r.toml", "id = \"r\"\ncheck = \"d\"\nseverity = \"note\"\ntitle.fr = \"f\"\nwhy.fr = \"w\"\nmessage.fr = \"m\"\n[[examples]]\nlang = \"fr\"\ngood = \"Bien.\"\n")
	if r := b.Rule("r"); len(b.Rules) != 1 || r.Check != "d" || r.Severity != rules.Note || r.Origin.String() != "desk/catalog/r.toml:1" {
		t.Errorf("the rule is %+v, want the desk's", r)
	}
}

func TestALaterBookAddsWords(t *testing.T) {
	b := underFiles(t, "lang/fr-desk.toml", "code = \"fr\"\n[class]\narticle = [\"la\"]\n")
	fr := b.Languages["fr"]
	if fr.Name != "français" || !slices.Equal(fr.Class["article"], []string{"la"}) || !slices.Equal(fr.Class["other"], []string{"autre"}) {
		t.Errorf("name %q, classes %v: want the list replaced and the rest kept", fr.Name, fr.Class)
	}
}

func TestWithoutSwitchesFactsOff(t *testing.T) {
	b := under(t)
	less, err := b.Without("ruritania-monarch/rudolf/1880", "annexation")
	if err != nil {
		t.Fatal(err)
	}
	wantIDs(t, factIDs(less, "ruritania-monarch", rules.Holds), "ruritania-monarch/flavia/1890")
	wantIDs(t, factIDs(less, "annexation", rules.TookPlace))
	wantIDs(t, factIDs(b, "annexation", rules.TookPlace), "annexation")
	if len(less.With(less.Entity("rudolf"), rules.Holds)) != 0 || less.Fact("annexation") != nil || b.Fact("annexation") == nil {
		t.Error("want the facts gone from the one book and kept in the other")
	}
	in1885 := calendar.At(calendar.YMD(1885, 6, 1))
	if !b.Ask(b.Entity("ruritania-monarch"), rules.Holds, in1885).Closed || less.Ask(less.Entity("ruritania-monarch"), rules.Holds, in1885).Closed {
		t.Error("want what a fact told that is switched off to be unknown, and not wrong")
	}
	if _, err := b.Without("annexatoin"); err == nil || err.Error() != `no fact is called "annexatoin"; did you mean "annexation"?` {
		t.Errorf("told %v", err)
	}
}
