package config

import (
	"path/filepath"
	"testing"
)

// Whatever a file of settings holds, it is read or refused, and what was read can
// be asked.
func FuzzParse(f *testing.F) {
	f.Add(Starter)
	f.Add("date = \"today\"\n[severity]\nx = \"off\"\n[[style]]\nuse = \"a\"\nnot = [\"b\"]\n[[overrides]]\nfiles = \"*\"\nfacts = [\"t\"]")
	f.Add("extend = 3\nexclude = [\"[\"]\noverrides = [{files = \"a\"}]\nstyle = 1")
	f.Add("severity.a.b = 1\nmax-findings = -1\nformat = []\n[[style]]\n")
	dir := filepath.FromSlash("/desk")
	f.Fuzz(func(t *testing.T, raw string) {
		layers, _, err := parse(Name, dir, []byte(raw))
		if err != nil {
			return
		}
		s := &Settings{Severity: map[string]Word{}, root: dir, tell: func(p string) string { return p }}
		for _, l := range layers {
			for _, g := range l.files {
				g.holds(filepath.Join(dir, "a", "b.txt"), dir)
			}
			s.merge(l.says)
		}
		s.Excluded(filepath.Join(dir, "a.txt"))
		var out discard
		if err := s.Write(&out); err != nil {
			t.Error(err)
		}
	})
}

type discard struct{}

func (*discard) Write(p []byte) (int, error) { return len(p), nil }
