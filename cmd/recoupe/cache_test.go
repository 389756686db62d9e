package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"testing/fstest"

	"recoupe/cmd/recoupe/desk"
	"recoupe/rules"
)

// newsroom is a small book of its own.
func newsroom(name string) []fs.FS {
	return []fs.FS{fstest.MapFS{
		"lang/en.toml":  {Data: []byte("code = \"en\"\nname = \"English\"\n")},
		"newsroom.toml": {Data: []byte("as_of = \"2026\"\nsources = [\"the newsroom\"]\n[[city]]\nid = \"zenda\"\nen = [\"" + name + "\"]\n")},
	}}
}

func opened(t *testing.T, dir string, books []fs.FS, want string) {
	t.Helper()
	b, err := cached(dir, books)
	if err != nil {
		t.Fatal(err)
	}
	if got := b.Entity("zenda").Label("en"); got != want {
		t.Errorf("the city is %q, want %q", got, want)
	}
}

func TestCacheIsMadeOnceAndMendsItself(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "deep", "recoupe")
	file := filepath.Join(dir, rules.Key(newsroom("Zenda")...)+".book")
	opened(t, dir, newsroom("Zenda"), "Zenda")
	first, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for name, spoilt := range map[string][]byte{
		"untouched": first,
		"empty":     nil,
		"cut":       first[:len(first)/2],
		"damaged":   append(append([]byte{}, first[:len(first)-20]...), make([]byte, 20)...),
		"another's": []byte("hello"),
	} {
		if err := desk.WriteFile(file, spoilt); err != nil {
			t.Fatal(err)
		}
		opened(t, dir, newsroom("Zenda"), "Zenda")
		if again, err := os.ReadFile(file); err != nil || string(again) != string(first) {
			t.Errorf("%s: not mended (%v)", name, err)
		}
	}
	opened(t, dir, newsroom("Castle Zenda"), "Castle Zenda")
}

func TestCacheIsNeverNeeded(t *testing.T) {
	notADir := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(notADir, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	opened(t, filepath.Join(notADir, "recoupe"), newsroom("Zenda"), "Zenda")
}

func TestManyMayFillTheCacheAtOnce(t *testing.T) {
	dir := t.TempDir()
	var wg sync.WaitGroup
	for i := range 16 {
		wg.Go(func() { opened(t, dir, newsroom(fmt.Sprint("Zenda ", i%4)), fmt.Sprint("Zenda ", i%4)) })
	}
	wg.Wait()
	if left, _ := filepath.Glob(filepath.Join(dir, ".*")); len(left) > 0 {
		t.Errorf("%q left behind", left)
	}
}

func TestCacheKeepsTheNewest(t *testing.T) {
	dir := t.TempDir()
	for i := range kept + 3 {
		opened(t, dir, newsroom(fmt.Sprint("Zenda ", i)), fmt.Sprint("Zenda ", i))
	}
	if books, _ := filepath.Glob(filepath.Join(dir, "*.book")); len(books) != kept {
		t.Errorf("%d books, want %d", len(books), kept)
	}
}

// Faults are told even when an older state of the tables is in the cache.
func TestCacheHidesNoFault(t *testing.T) {
	dir := t.TempDir()
	opened(t, dir, newsroom("Zenda"), "Zenda")
	if _, err := cached(dir, newsroom("Z")); err == nil {
		t.Error("a book with a fault opens")
	}
}
