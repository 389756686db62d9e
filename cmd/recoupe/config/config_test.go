package config

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// finder is a finder in a folder that holds some files.
func finder(t *testing.T, files map[string]string) *Finder {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	f, err := New(dir, "", false)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// The starter sets nothing, and every line of it may be put in force.
func TestStarter(t *testing.T) {
	f := finder(t, map[string]string{Name: Starter})
	s, err := f.Run()
	if err != nil {
		t.Fatal(err)
	}
	if len(s.Severity)+len(s.Style)+len(s.Facts) > 0 || s.Date.Text != "" || s.FailOn.Text != "" {
		t.Errorf("the starter puts something in force: %+v", s)
	}
	var on []string
	for line := range strings.Lines(Starter) {
		if rest, ok := strings.CutPrefix(line, "#"); ok && !strings.HasPrefix(rest, " ") {
			line = rest
		}
		on = append(on, line)
	}
	told := strings.Join(on, "")
	for _, key := range slices.Concat(ofDesk, ofRun, ofFile) {
		if !strings.Contains(told, key) {
			t.Errorf("the starter does not tell of %s", key)
		}
	}
	told = strings.Replace(told, "../.recoupe.toml", "up.toml", 1)
	s, err = finder(t, map[string]string{Name: told, "up.toml": ""}).For("archives/old/a.txt")
	if err != nil {
		t.Fatal(err)
	}
	if s.Date.Text != "2019" || s.Severity["timeline"].Text != Off || len(s.Style) != 1 {
		t.Errorf("the starter in force says %+v", s)
	}
}

func TestGlobs(t *testing.T) {
	for _, c := range []struct{ pattern, path, want string }{
		{"*.md", "a.md", "yes"},
		{"*.md", "deep/down/a.md", "yes"},
		{"archives", "archives/2019/a.txt", "yes"},
		{"archives/", "desk/archives/a.txt", "yes"},
		{"archives/**", "archives/a.txt", "yes"},
		{"archives/**", "desk/archives/a.txt", "no"},
		{"**/archives/**", "desk/archives/a.txt", "yes"},
		{"/archives/*.txt", "archives/a.txt", "yes"},
		{"/archives/*.txt", "desk/archives/a.txt", "no"},
		{"{fr,en}/*.txt", "en/a.txt", "yes"},
		{"{fr,en}/*.txt", "de/a.txt", "no"},
		{"desk/a.txt", "../desk/a.txt", "no"},
	} {
		g := glob{pattern: c.pattern, dir: filepath.FromSlash("/house")}
		got := "no"
		if g.holds(filepath.Join(g.dir, filepath.FromSlash(c.path)), g.dir) {
			got = "yes"
		}
		if got != c.want {
			t.Errorf("%s holds %s: %s; want %s", c.pattern, c.path, got, c.want)
		}
	}
}

// What is nearer is stronger, and the same settings are the same.
func TestLayers(t *testing.T) {
	f := finder(t, map[string]string{
		"house.toml": "date = \"2001\"\nlang = \"fr\"\n[severity]\ncapital = \"note\"\ntimeline = \"off\"\n[[style]]\nuse = \"Kiev\"\nnot = [\"Kyiv\"]\n[[overrides]]\nfiles = \"*.txt\"\ndate = \"2002\"\n",
		"desk/" + Name: "extend = \"../house.toml\"\n[severity]\ncapital = \"error\"\n[[style]]\nuse = \"Kyiv\"\nnot = [\"Kiev\"]\n" +
			"[[overrides]]\nfiles = [\"b*\"]\nlang = \"en\"\n[[overrides]]\nfiles = \"b.txt\"\nlang = \"\\u0066r\"\n",
	})
	for _, c := range []struct{ file, want string }{
		{"desk/a.txt", "2002 fr error off Kyiv"},
		{"desk/a.md", "2001 fr error off Kyiv"},
		{"desk/deep/bb.txt", "2002 en error off Kyiv"},
		{"desk/b.txt", "2002 fr error off Kyiv"},
		{"a.txt", "    "},
	} {
		s, err := f.For(c.file)
		if err != nil {
			t.Fatal(err)
		}
		style := ""
		for _, p := range s.Style {
			style += p.Use
		}
		if got := strings.Join([]string{s.Date.Text, s.Lang.Text, s.Severity["capital"].Text, s.Severity["timeline"].Text, style}, " "); got != c.want {
			t.Errorf("%s: %q; want %q", c.file, got, c.want)
		}
		if again, _ := f.For(c.file); again != s {
			t.Errorf("%s: made twice", c.file)
		}
	}
}
