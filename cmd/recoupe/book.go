package main

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"recoupe/cmd/recoupe/config"
	"recoupe/cmd/recoupe/report"
	"recoupe/rules"
)

// bookFlags say which book is opened, for every command that needs one, and in
// which language and look it is told.
type bookFlags struct {
	facts    []string
	rules    []string
	config   string
	noConfig bool
	ui       string
	color    string

	command *cobra.Command
}

func (f *bookFlags) add(c *cobra.Command) {
	f.command = c
	c.Flags().StringArrayVar(&f.facts, "facts", nil, "`folder` of tables that add to the book, replace in it or withdraw; may be repeated")
	c.Flags().StringArrayVar(&f.rules, "rules", nil, "`folder` of rules of your own; may be repeated")
	c.Flags().StringVar(&f.config, "config", "", "`file` of settings to use instead of the nearest "+config.Name)
	c.Flags().BoolVar(&f.noConfig, "no-config", false, "use no file of settings")
	c.Flags().StringVar(&f.ui, "ui", "", "`language` of the report: fr, en (default: that of the story)")
	c.Flags().StringVar(&f.color, "color", "auto", "`when` to colour: auto, always or never")
}

// said reports whether a flag was given: what is said beats what is configured.
func (f *bookFlags) said(flag string) bool {
	return f.command != nil && f.command.Flags().Changed(flag)
}

// has reports whether the command has a flag.
func (f *bookFlags) has(flag string) bool {
	return f.command != nil && f.command.Flags().Lookup(flag) != nil
}

// finder finds the settings that the flags ask for.
func (f *bookFlags) finder() (*config.Finder, error) {
	dir, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	return config.New(dir, f.config, f.noConfig)
}

// A folder of tables, and the setting that names it; none for a flag.
type folder struct {
	path  string
	told  string
	rules bool
	at    rules.Origin
}

// folders are those that the flags name.
func (f *bookFlags) folders() (out []folder) {
	for _, dir := range f.facts {
		out = append(out, folder{path: dir, told: dir})
	}
	for _, dir := range f.rules {
		out = append(out, folder{path: dir, told: dir, rules: true})
	}
	return out
}

// book loads what is known: the book of the house, then the folders.
func (p *program) book(folders []folder) (*rules.Book, error) {
	var books []fs.FS
	var errs []error
	for _, dir := range folders {
		if _, err := os.ReadDir(dir.path); err != nil {
			if dir.at.File != "" {
				err = &rules.Fault{Origin: dir.at, Text: fmt.Sprintf("%s: %v; want a folder", dir.told, reason(err))}
			}
			errs = append(errs, err)
			continue
		}
		layer := rules.Named
		if dir.rules {
			layer = rules.Catalogue
		}
		books = append(books, layer(filepath.ToSlash(dir.told), os.DirFS(dir.path)))
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	return open(books)
}

// withBook does something that needs the book alone, with the settings of the
// working folder.
func (p *program) withBook(f bookFlags, do func(report.Options) error) error {
	finder, err := f.finder()
	if err != nil {
		return err
	}
	s, err := finder.Run()
	if err != nil {
		return err
	}
	book, err := p.posts(readFlags{bookFlags: f}, finder).book(s)
	if err != nil {
		return err
	}
	if f.ui == "" {
		f.ui = s.UI.Text
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
