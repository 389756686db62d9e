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

// A filed story knows the file that it came from, and how it is to be read.
type filed struct {
	file string
	post *post
	source.Story
}

// stories opens what is named on the command line, one story after the other: a
// file in the format of its ending, of a folder every file whose ending is
// known, "-" for standard input. What can't be filed is a story with an error.
func (ps *posts) stories(names []string) iter.Seq[filed] {
	return func(yield func(filed) bool) {
		for _, name := range names {
			for path, err := range files(name) {
				if !ps.file(name, path, err, yield) {
					return
				}
			}
		}
	}
}

// file yields the stories of one file that a name stands for, unless the
// settings keep it out, and reports whether more are wanted.
func (ps *posts) file(name, path string, err error, yield func(filed) bool) bool {
	failed := func(err error) bool {
		return yield(filed{file: path, Story: source.Story{Document: &text.Document{Name: path}, Err: err}})
	}
	if err != nil {
		return failed(reason(err))
	}
	t, err := ps.of(path)
	if err != nil {
		return failed(err)
	}
	if path != "-" {
		if ps.changed != nil && !ps.changed.Has(ps.finder.Abs(path)) {
			return true
		}
		if by, out := t.settings.Excluded(ps.finder.Abs(path)); out {
			if path == name {
				ps.p.complain("%s: left out, as %s says: exclude %q", path, by.Origin, by.Text)
			}
			return true
		}
	}
	return ps.p.openFile(path, path != name, t, failed, yield)
}

// openFile yields the stories of one file.
func (p *program) openFile(path string, walked bool, t *post, failed func(error) bool, yield func(filed) bool) bool {
	var r io.Reader = p.in
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return failed(reason(err))
		}
		defer f.Close()
		r = f
	}
	named := path
	if path == "-" {
		named = p.stdin
	}
	o := t.source
	o.Walked = walked
	for s := range source.Open(named, r, o) {
		if !yield(filed{path, t, s}) {
			return false
		}
	}
	return true
}

// files lists the files that a name stands for: itself, or those of a folder in
// the order of their names, without what is hidden.
func files(name string) iter.Seq2[string, error] {
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

// reason is why a file could not be filed, without the name that is told beside it.
func reason(err error) error {
	if e, ok := err.(*fs.PathError); ok {
		return e.Err
	}
	return err
}
