package config

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"recoupe/rules"
)

// A Finder finds the settings of files. It is not safe for concurrent use.
type Finder struct {
	cwd   string
	fixed string // the one file of settings, whatever lies nearer
	none  bool   // no file of settings counts

	byDir map[string]string // which file of settings each folder has, once looked for
	files map[string]*file
	made  map[string]*Settings
}

// A file of settings, with all that it extends before it.
type file struct {
	told   string // the path that it is told by
	dir    string
	names  []string // of itself and what it extends, the strongest last
	layers []layer
	err    error
}

// New is a finder for a run in a folder. A fixed file, where one is named,
// stands for all that would be found; none, for no file at all.
func New(cwd, fixed string, none bool) (*Finder, error) {
	f := &Finder{cwd: cwd, none: none, byDir: map[string]string{}, files: map[string]*file{}, made: map[string]*Settings{}}
	if fixed != "" {
		f.fixed = inside(cwd, fixed)
		if _, err := os.Stat(f.fixed); err != nil {
			return nil, fmt.Errorf("--config: %w", err)
		}
	}
	return f, nil
}

// Run is what a run is told: the settings of the folder that it is started in,
// or, where that has none, those of the first file or folder that it is given.
func (f *Finder) Run(names ...string) (*Settings, error) {
	from := f.find(f.cwd)
	if from == "" && len(names) > 0 && names[0] != "-" {
		path := inside(f.cwd, names[0])
		if info, err := os.Stat(path); err != nil || !info.IsDir() {
			path = filepath.Dir(path)
		}
		from = f.find(path)
	}
	return f.settings(from, "")
}

// For is what holds for a file, told as on the command line.
func (f *Finder) For(name string) (*Settings, error) {
	path := inside(f.cwd, name)
	return f.settings(f.find(filepath.Dir(path)), path)
}

// Abs is the whole path of a file that is told as on the command line.
func (f *Finder) Abs(name string) string { return inside(f.cwd, name) }

// find is the nearest file of settings, in a folder or above; "" for none.
func (f *Finder) find(dir string) string {
	switch {
	case f.none:
		return ""
	case f.fixed != "":
		return f.fixed
	}
	if at, ok := f.byDir[dir]; ok {
		return at
	}
	at := filepath.Join(dir, Name)
	if info, err := os.Stat(at); err != nil || info.IsDir() {
		at = ""
		if up := filepath.Dir(dir); up != dir {
			at = f.find(up)
		}
	}
	f.byDir[dir] = at
	return at
}

// settings makes those of a file of settings for a path, once for each set of
// overrides that hold.
func (f *Finder) settings(from, path string) (*Settings, error) {
	if from == "" {
		return f.make("", &file{}, nil), nil
	}
	c := f.read(from, nil)
	if c.err != nil {
		return nil, c.err
	}
	var hold []int
	for i, l := range c.layers {
		if l.files == nil || path != "" && slices.ContainsFunc(l.files, func(g glob) bool { return g.holds(path, c.dir) }) {
			hold = append(hold, i)
		}
	}
	return f.make(from, c, hold), nil
}

func (f *Finder) make(from string, c *file, hold []int) *Settings {
	key := fmt.Sprint(from, hold)
	if s := f.made[key]; s != nil {
		return s
	}
	s := &Settings{Files: c.names, Severity: map[string]Word{}, root: c.dir, tell: f.Tell}
	for _, i := range hold {
		s.merge(c.layers[i].says)
	}
	f.made[key] = s
	return s
}

// read reads a file of settings and what it extends; chain are the files that
// led to it.
func (f *Finder) read(path string, chain []string) *file {
	if c := f.files[path]; c != nil {
		return c
	}
	c := &file{told: f.Tell(path), dir: filepath.Dir(path)}
	raw, err := os.ReadFile(path)
	if err != nil {
		c.err = fmt.Errorf("%s: %w", c.told, reason(err))
		return c
	}
	own, extends, err := parse(c.told, c.dir, raw)
	errs := []error{err}
	chain = append(slices.Clip(chain), path)
	for _, e := range extends {
		if i := slices.Index(chain, e.Text); i >= 0 {
			var told []string
			for _, link := range chain[i:] {
				told = append(told, f.Tell(link))
			}
			errs = append(errs, cycle(e.Origin, told))
			continue
		}
		if _, err := os.Stat(e.Text); err != nil {
			errs = append(errs, &rules.Fault{Origin: e.Origin, Text: fmt.Sprintf("extend: %s: %v", f.Tell(e.Text), reason(err))})
			continue
		}
		up := f.read(e.Text, chain)
		errs = append(errs, up.err)
		c.names = append(c.names, up.names...)
		c.layers = append(c.layers, up.layers...)
	}
	c.names = append(c.names, c.told)
	c.layers = append(c.layers, own...)
	if c.err = errors.Join(errs...); c.err == nil {
		f.files[path] = c // one that a circle cut short is read again from its own end
	}
	return c
}

// Tell is a path as a reader in the working folder would write it.
func (f *Finder) Tell(path string) string {
	if rel, err := filepath.Rel(f.cwd, path); err == nil && len(rel) < len(path) && !strings.HasPrefix(rel, filepath.Join("..", "..", "..")) {
		return filepath.ToSlash(rel)
	}
	return filepath.ToSlash(path)
}

// reason is why a file could not be read, without its name.
func reason(err error) error {
	var e *fs.PathError
	if errors.As(err, &e) {
		return e.Err
	}
	return err
}

// Rests lists the files and folders that the settings of a file rest on, whether
// they are in order or not.
func (f *Finder) Rests(name string) []string {
	from := f.find(filepath.Dir(inside(f.cwd, name)))
	if from == "" {
		return nil
	}
	paths := []string{from}
	s, err := f.For(name)
	if err != nil {
		return paths
	}
	for _, file := range s.Files {
		paths = append(paths, inside(f.cwd, file))
	}
	for _, w := range append(append([]Word{s.Baseline}, s.Facts...), s.Rules...) {
		if w.Text != "" {
			paths = append(paths, w.Text)
		}
	}
	return paths
}
