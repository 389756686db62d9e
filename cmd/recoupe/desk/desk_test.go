package desk

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestParse(t *testing.T) {
	for _, c := range []struct{ mark, want string }{
		{" event-date: quoted from the report", "[event-date] [] [] - quoted from the report"},
		{" event-date, capital until 2026-12-31 -- theirs", "[event-date capital] [] [] 2026-12-31 theirs"},
		{` event-date "février 2017" « mars : 2018 » : cité`, "[event-date] [février 2017 mars : 2018] [] - cité"},
		{" “a” event-date until 2026: b: c", "[event-date] [a] [] 2026 b: c"},
		{" 0123456789abcdef — seen", "[] [] [0123456789abcdef] - seen"},
		{" event-date", "[event-date] [] [] - "},
		{"", "stet names no rule; want stet RULE: reason"},
		{": as it is", "stet names no rule; want stet RULE: reason"},
		{` event-date "x`, `stet event-date "x: the quotation mark is not closed`},
		{" event-date until tomorrow: x", `stet event-date until tomorrow: x: until "tomorrow" is no date; want YYYY, YYYY-MM or YYYY-MM-DD`},
	} {
		m, err := Parse(c.mark)
		until := "-"
		if !m.Until.IsZero() {
			until = m.Until.String()
		}
		got := fmt.Sprintf("%v %v %v %s %s", m.Rules, m.Words, m.Prints, until, m.Reason)
		if err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%q: %s; want %s", c.mark, got, c.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"", " a: b", ` a "b" until 2026-12-31: c`, " «", " a—b", ",,,"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, err := Parse(s)
		if err == nil && len(m.Rules)+len(m.Prints) == 0 {
			t.Errorf("%q: a mark that means nothing", s)
		}
		if utf8.ValidString(s) && !utf8.ValidString(m.Said+m.Reason) {
			t.Errorf("%q: cut inside a character", s)
		}
	})
}

// What a diff tells, git puts into the file as the draft itself would.
func TestDiff(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	dir := t.TempDir()
	if out, err := exec.Command("git", "init", "-q", dir).CombinedOutput(); err != nil {
		t.Fatal(string(out))
	}
	for n := range 40 {
		var b strings.Builder
		for range r.IntN(30) + 1 {
			b.WriteString(strings.Repeat("mot ", r.IntN(6)) + "fin" + []string{"\n", "\n", "\n", "\r\n"}[r.IntN(4)])
		}
		if n%3 == 0 {
			b.WriteString("the end without a line feed")
		}
		d := Draft{Path: "a story.txt", Old: []byte(b.String())}
		for at := r.IntN(20); at+2 < len(d.Old); at += 1 + r.IntN(200) {
			end := min(at+1+r.IntN(9), len(d.Old))
			d.Edits = append(d.Edits, Edit{at, end, []string{"", "x", "février", "two\nlines"}[r.IntN(4)]})
			at = end
		}
		path := filepath.Join(dir, d.Path)
		if err := os.WriteFile(path, d.Old, 0o644); err != nil {
			t.Fatal(err)
		}
		diff := d.Diff()
		if len(d.Edits) == 0 {
			if diff != "" {
				t.Errorf("no edits, and the diff %s", diff)
			}
			continue
		}
		if string(d.Old) == string(d.Mended()) {
			continue
		}
		git := exec.Command("git", "-C", dir, "-c", "core.autocrlf=false", "apply", "--whitespace=nowarn", "-")
		git.Stdin = strings.NewReader(diff)
		if out, err := git.CombinedOutput(); err != nil {
			t.Fatalf("git apply: %s\n%s\n%q", out, diff, d.Old)
		}
		got, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != string(d.Mended()) {
			t.Errorf("git makes %q of it; want %q", got, d.Mended())
		}
	}
}

func TestReadHunks(t *testing.T) {
	diff := "diff --git a/a.txt b/a.txt\n--- a/a.txt\n+++ b/a.txt\n@@ -3 +3,2 @@ The end\n-x\n+++ b/trap.txt\n+@@ -1 +1 @@\n@@ -9,2 +10,0 @@\n-y\n--- z\n" +
		"--- /dev/null\n+++ \"b/\\303\\251 b.txt\"\n@@ -0,0 +1 @@\n+x\n\\ No newline at end of file\n+++ b/with space.txt\t\n@@ -1 +7 @@\n-a\n+b\n"
	if got, want := fmt.Sprint(readHunks([]byte(diff))), "map[a.txt:[{3 4}] with space.txt:[{7 7}] é b.txt:[{1 1}]]"; got != want {
		t.Errorf("%s; want %s", got, want)
	}
}

// A file keeps its permissions, and a link its target; nothing is left beside.
func TestWriteFile(t *testing.T) {
	dir := t.TempDir()
	file, link := filepath.Join(dir, "a.txt"), filepath.Join(dir, "link.txt")
	if err := os.WriteFile(file, []byte("old"), 0o640); err != nil {
		t.Fatal(err)
	}
	at := file
	if runtime.GOOS != "windows" {
		if err := os.Symlink("a.txt", link); err != nil {
			t.Fatal(err)
		}
		at = link
	}
	if err := WriteFile(at, []byte("new")); err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(file)
	if err != nil || string(raw) != "new" {
		t.Errorf("%q, %v", raw, err)
	}
	if info, err := os.Stat(file); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o640 {
		t.Errorf("%v, %v; want permissions 640", info.Mode(), err)
	}
	if err := WriteFile(filepath.Join(dir, "nowhere", "a.txt"), nil); err == nil {
		t.Error("a folder that is not there is no error")
	}
	if entries, _ := os.ReadDir(dir); len(entries) > 2 {
		t.Errorf("left beside: %v", entries)
	}
}
