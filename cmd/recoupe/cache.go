package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"recoupe/cmd/recoupe/desk"
	"recoupe/rules"
)

// kept is how many compiled books stay in the cache.
const kept = 8

// open opens the book of the house with others laid over it. Alone it lies
// compiled in the program; with others it is compiled into the user's cache on
// first use. The cache is never needed: without one, or with one that can't be
// written, the tables are read every time.
func open(books []fs.FS) (*rules.Book, error) {
	if len(books) == 0 {
		if b := rules.House(); b != nil {
			return b, nil
		}
	}
	all := append([]fs.FS{rules.Embedded}, books...)
	dir, err := os.UserCacheDir()
	if err != nil {
		return rules.Load(all...)
	}
	return cached(filepath.Join(dir, "recoupe"), all)
}

// cached opens books compiled in a folder, under the key of their content. What
// lies there cut or damaged is written anew.
func cached(dir string, books []fs.FS) (*rules.Book, error) {
	key := rules.Key(books...)
	file := filepath.Join(dir, key+".book")
	if data, err := mapped(file); err == nil {
		if book, err := rules.OpenCompiled(data, key); err == nil {
			return book, nil
		}
	}
	data, err := rules.Compile(books...)
	if err != nil {
		return nil, err
	}
	if os.MkdirAll(dir, 0o755) == nil && desk.WriteFile(file, data) == nil {
		prune(dir)
	}
	if book, err := rules.OpenCompiled(string(data), key); err == nil {
		return book, nil
	}
	return rules.Load(books...) // somebody edited a table meanwhile
}

// prune leaves the newest books in a folder and removes the others, which were
// compiled from tables that have been edited since.
func prune(dir string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	var books []fs.FileInfo
	for _, e := range entries {
		if info, err := e.Info(); err == nil && strings.HasSuffix(e.Name(), ".book") {
			books = append(books, info)
		}
	}
	slices.SortFunc(books, func(a, b fs.FileInfo) int { return b.ModTime().Compare(a.ModTime()) })
	for _, b := range books[min(kept, len(books)):] {
		_ = os.Remove(filepath.Join(dir, b.Name())) // another process may have done it
	}
}
