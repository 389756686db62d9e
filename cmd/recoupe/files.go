package main

import (
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"recoupe/checks/source"
	"recoupe/checks/text"
)

// stories opens what is named on the command line, one story after the other: a
// file in the format of its ending, of a folder every file whose ending is
// known, "-" for standard input. What can't be opened is a story with an error.
func (p *program) stories(names []string, o source.Options) iter.Seq[source.Story] {
	return func(yield func(source.Story) bool) {
		for _, name := range names {
			for path, err := range p.files(name) {
				if err != nil {
					if !yield(source.Story{Document: &text.Document{Name: path}, Err: reason(err)}) {
						return
					}
					continue
				}
				if !p.open(path, o, yield) {
					return
				}
			}
		}
	}
}

// open yields the stories of one file and reports whether more are wanted.
func (p *program) open(path string, o source.Options, yield func(source.Story) bool) bool {
	var r io.Reader = p.in
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return yield(source.Story{Document: &text.Document{Name: path}, Err: reason(err)})
		}
		defer f.Close()
		r = f
	}
	for s := range source.Open(path, r, o) {
		if !yield(s) {
			return false
		}
	}
	return true
}

// files lists the files that a name stands for: itself, or those of a folder in
// the order of their names, without what is hidden.
func (p *program) files(name string) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		if info, err := os.Stat(name); name == "-" || err != nil || !info.IsDir() {
			yield(name, nil) // opening it will say what is wrong
			return
		}
		// Every error of the walk is yielded where it arises.
		_ = filepath.WalkDir(name, func(path string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				if !yield(path, err) {
					return fs.SkipAll
				}
				return nil
			case path != name && strings.HasPrefix(d.Name(), "."):
				if d.IsDir() {
					return fs.SkipDir
				}
				return nil
			case d.IsDir() || !source.Known(d.Name()):
				return nil
			}
			if !yield(path, nil) {
				return fs.SkipAll
			}
			return nil
		})
	}
}

// reason is why a file could not be opened, without the name that is told beside it.
func reason(err error) error {
	if e, ok := err.(*fs.PathError); ok {
		return e.Err
	}
	return err
}
