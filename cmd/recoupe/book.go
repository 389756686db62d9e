package main

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"recoupe/checks"
	"recoupe/cmd/recoupe/report"
	"recoupe/rules"
)

// bookFlags say which book is opened, for every command that needs one, and in
// which language and look it is told.
type bookFlags struct {
	facts []string
	ui    string
	color string
}

func (f *bookFlags) add(c *cobra.Command) {
	c.Flags().StringArrayVar(&f.facts, "facts", nil, "`folder` of tables that add to the book, replace in it or withdraw; may be repeated")
	c.Flags().StringVar(&f.ui, "ui", "", "`language` of the report: fr, en (default: that of the story)")
	c.Flags().StringVar(&f.color, "color", "auto", "`when` to colour: auto, always or never")
}

// book loads what is known: the book of the house, then the folders.
func (p *program) book(folders []string) (*rules.Book, error) {
	var books []fs.FS
	for _, dir := range folders {
		if _, err := os.ReadDir(dir); err != nil {
			return nil, err
		}
		books = append(books, rules.Named(filepath.ToSlash(dir), os.DirFS(dir)))
	}
	return open(books)
}

// linter is the linter of a book.
func (p *program) linter(folders []string) (*checks.Linter, *rules.Book, error) {
	book, err := p.book(folders)
	if err != nil {
		return nil, nil, err
	}
	l, err := checks.New(book)
	return l, book, err
}

// withBook does something that needs the book alone.
func (p *program) withBook(f bookFlags, do func(report.Options) error) error {
	book, err := p.book(f.facts)
	if err != nil {
		return err
	}
	if err := known("ui", f.ui, book); err != nil {
		return err
	}
	o, err := p.looks(f.color, report.Options{Book: book, UI: f.ui})
	if err != nil {
		return err
	}
	return do(o)
}

// languages lists the codes of the book's languages.
func languages(b *rules.Book) []string { return slices.Sorted(maps.Keys(b.Languages)) }
