package rules_test

import (
	"errors"
	"os"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"recoupe/rules"
	"recoupe/rules/compiled"
)

// The embedded book is what its tables say, byte for byte. "go generate ./rules"
// writes it anew.
func TestHouseIsCompiled(t *testing.T) {
	const file = "compiled/house.book"
	want, err := rules.Compile(rules.Embedded)
	if err != nil {
		t.Fatal(err)
	}
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(file, want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	have, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if len(have) > 0 && string(have) != string(want) && !sameButStamp(string(have), string(want)) {
		t.Errorf("%s is not what the tables say; run go generate ./rules", file)
	}
}

// sameButStamp reports whether two compiled books differ in nothing but the stamp,
// which another release of Go may make otherwise.
func sameButStamp(a, b string) bool {
	x, err := compiled.Open(a)
	y, errY := compiled.Open(b)
	if err != nil || errY != nil || x.Key != y.Key || x.Section("stamp") == y.Section("stamp") {
		return false
	}
	for _, name := range []string{"book", "digest", "strings", "entities", "entity-at", "facts", "fact-at", "facts-of", "by-id"} {
		if x.Section(name) != y.Section(name) {
			return false
		}
	}
	return true
}

// Whether made at once or one by one, by one or by many, the entities and facts
// of a book are the same, and each is made once.
func TestEntitiesAreMadeOnce(t *testing.T) {
	data, err := rules.Compile(realm)
	if err != nil {
		t.Fatal(err)
	}
	open := func() *rules.Book {
		b, err := rules.OpenCompiled(string(data), rules.Key(realm))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	whole, bit := open(), open()
	all := whole.Entities()
	for i := len(all) - 1; i >= 0; i-- {
		if e := bit.Entity(all[i].ID); !reflect.DeepEqual(e, all[i]) {
			t.Errorf("%s differs when it is made alone", all[i].ID)
		}
		if whole.Entity(all[i].ID) != all[i] {
			t.Errorf("%s is made twice", all[i].ID)
		}
	}
	for _, f := range bit.Facts() {
		if !reflect.DeepEqual(f, whole.Fact(f.ID)) || bit.Fact(f.ID) != f {
			t.Errorf("%s differs, or is made twice", f.ID)
		}
	}
	many := open()
	var wg sync.WaitGroup
	got := make([][]*rules.Entity, 8)
	for i := range got {
		wg.Go(func() {
			for _, e := range all {
				got[i] = append(got[i], many.Entity(e.ID))
				many.With(many.Entity(e.ID), rules.Holds)
				many.Of(many.Entity(e.ID), rules.Holds)
			}
		})
	}
	wg.Wait()
	for _, g := range got[1:] {
		if !slices.Equal(g, got[0]) {
			t.Error("two at a time get different entities")
		}
	}
}

func TestCompiledBooksOfOthersAreRefused(t *testing.T) {
	data, err := rules.Compile(realm)
	if err != nil {
		t.Fatal(err)
	}
	key := rules.Key(realm)
	other := fstest.MapFS{"x.toml": {Data: []byte("as_of = \"2026\"\n")}}
	for name, c := range map[string]struct {
		data, key string
		want      error
	}{
		"cut":           {string(data[:len(data)-9]), key, compiled.ErrDamaged},
		"cut short":     {string(data[:20]), key, compiled.ErrFormat},
		"longer":        {string(data) + "\x00", key, compiled.ErrDamaged},
		"a bit flipped": {string(data[:len(data)/2]) + string(data[len(data)/2]^1) + string(data[len(data)/2+1:]), key, compiled.ErrDamaged},
		"empty":         {"", key, compiled.ErrFormat},
		"something":     {strings.Repeat("recoupe ", 100), key, compiled.ErrFormat},
		"of others":     {string(data), rules.Key(realm, other), rules.ErrStale},
		"of the past":   {string(data[:8]) + "\x00" + string(data[9:]), key, compiled.ErrVersion},
	} {
		if b, err := rules.OpenCompiled(c.data, c.key); !errors.Is(err, c.want) || b != nil {
			t.Errorf("%s: told %v, want %v", name, err, c.want)
		}
	}
	if b, err := rules.OpenCompiled(string(data), key); err != nil || b.Entity("rudolf") == nil {
		t.Errorf("whole: told %v", err)
	}
}

func TestKeyChangesWithTheTables(t *testing.T) {
	one := fstest.MapFS{"a.toml": {Data: []byte("x = 1")}, "readme": {Data: []byte("x")}}
	same := fstest.MapFS{"a.toml": {Data: []byte("x = 1")}}
	keys := map[string]string{}
	for name, key := range map[string]string{
		"one":       rules.Key(one),
		"content":   rules.Key(fstest.MapFS{"a.toml": {Data: []byte("x = 2")}}),
		"file name": rules.Key(fstest.MapFS{"b.toml": {Data: []byte("x = 1")}}),
		"book name": rules.Key(rules.Named("n", one)),
		"twice":     rules.Key(one, one),
		"none":      rules.Key(),
	} {
		if other, ok := keys[key]; ok {
			t.Errorf("%s and %s have one key", name, other)
		}
		keys[key] = name
	}
	if rules.Key(one) != rules.Key(same) {
		t.Error("a file that is no table changes the key")
	}
}

// A language's words come back as they were told.
func TestLanguagesSurviveCompiling(t *testing.T) {
	b := embedded(t)
	for code, l := range b.Languages {
		if l.Code != code || len(l.Class) < 50 || len(l.Function) < 20 || len(l.Time.Form) == 0 || len(l.Quantity.Unit) == 0 || len(l.UI) == 0 || len(l.Say.Fact) == 0 {
			t.Errorf("%s has lost something", code)
		}
	}
}
