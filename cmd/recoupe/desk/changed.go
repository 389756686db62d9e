package desk

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"recoupe/checks"
	"recoupe/checks/text"
)

// Changed are the lines of files that differ from a revision of git.
type Changed struct {
	Files []string // whole paths, in git's order; those that are no more left out
	lines map[string][]stretch
}

// A stretch of lines, both ends included.
type stretch struct{ from, to int }

// whole is a file of which every line is new, or whose lines git can't compare.
var whole = []stretch{{0, 1 << 30}}

// Since asks git, in a folder, what changed since a revision: in commits, in the
// index, in the working tree; files that git does not know yet are wholly new.
func Since(ctx context.Context, dir, rev string) (*Changed, error) {
	if strings.HasPrefix(rev, "-") {
		return nil, fmt.Errorf("%q is no revision", rev)
	}
	top, err := git(ctx, dir, "rev-parse", "--show-toplevel")
	if err != nil {
		return nil, err
	}
	root := filepath.FromSlash(strings.TrimRight(string(top), "\r\n"))
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		dir = real
	}
	diff := []string{"-c", "core.quotepath=off", "diff", "--no-color", "--no-ext-diff", "--no-renames", "--diff-filter=d"}
	names, err := git(ctx, root, append(diff, "--name-only", "-z", rev, "--")...)
	if err != nil {
		return nil, err
	}
	hunks, err := git(ctx, root, append(diff, "--unified=0", "--src-prefix=a/", "--dst-prefix=b/", rev, "--")...)
	if err != nil {
		return nil, err
	}
	fresh, err := git(ctx, root, "ls-files", "--others", "--exclude-standard", "-z")
	if err != nil {
		return nil, err
	}
	c := &Changed{lines: map[string][]stretch{}}
	read := readHunks(hunks)
	for _, name := range zeroes(names) {
		lines, ok := read[name]
		if !ok {
			lines = whole
		}
		c.add(filepath.Join(root, filepath.FromSlash(name)), lines)
	}
	for _, name := range zeroes(fresh) {
		c.add(filepath.Join(root, filepath.FromSlash(name)), whole)
	}
	return c, nil
}

func (c *Changed) add(path string, lines []stretch) {
	c.Files = append(c.Files, path)
	c.lines[path] = lines
}

// git runs git and returns what it prints; its complaint is the error.
func git(ctx context.Context, dir string, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "git", append([]string{"-C", dir}, args...)...)
	var errout bytes.Buffer
	cmd.Stderr = &errout
	out, err := cmd.Output()
	if err == nil {
		return out, nil
	}
	if errors.Is(err, exec.ErrNotFound) {
		return nil, errors.New("git is not installed; without it nobody knows what changed")
	}
	said, _, _ := strings.Cut(strings.TrimSpace(errout.String()), "\n")
	if strings.Contains(said, "bad revision") || strings.Contains(said, "unknown revision") || strings.Contains(said, "bad object") {
		said += "; a shallow clone lacks older commits, fetch them (fetch-depth: 0)"
	}
	return nil, fmt.Errorf("git: %s", strings.TrimPrefix(said, "fatal: "))
}

func zeroes(raw []byte) (out []string) {
	for name := range strings.SplitSeq(string(raw), "\x00") {
		if name != "" {
			out = append(out, name)
		}
	}
	return out
}

// readHunks reads which lines each file of a diff without context has anew.
func readHunks(diff []byte) map[string][]stretch {
	out := map[string][]stretch{}
	name, left := "", 0 // lines of the hunk at hand
	for line := range strings.Lines(string(diff)) {
		line = strings.TrimRight(line, "\r\n")
		switch {
		case left > 0 && (strings.HasPrefix(line, "+") || strings.HasPrefix(line, "-")):
			left--
		case strings.HasPrefix(line, "+++ "):
			name = strings.TrimPrefix(line, "+++ ")
			if plain, err := strconv.Unquote(name); err == nil {
				name = plain
			}
			name = strings.TrimPrefix(strings.TrimSuffix(name, "\t"), "b/")
			out[name] = nil
		case strings.HasPrefix(line, "@@ "):
			fields := strings.Fields(line)
			if len(fields) < 3 {
				continue
			}
			_, gone := hunkAt(fields[1])
			from, more := hunkAt(fields[2])
			left = gone + more
			if more > 0 {
				out[name] = append(out[name], stretch{from, from + more - 1})
			}
		}
	}
	return out
}

// hunkAt reads one side of a hunk's head: +12,3 or -12.
func hunkAt(s string) (from, n int) {
	at, count, ok := strings.Cut(strings.TrimLeft(s, "+-"), ",")
	from, _ = strconv.Atoi(at)
	if n = 1; ok {
		n, _ = strconv.Atoi(count)
	}
	return from, n
}

// Has reports whether a file, by its whole path, changed at all.
func (c *Changed) Has(path string) bool {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	_, ok := c.lines[path]
	return ok
}

// Keep leaves only the findings that touch a changed line, with their own words
// or with another place that speaks against them. Of an archive, whose lines are
// whole stories, all are left.
func (c *Changed) Keep(r *checks.Result, path string, archive bool) {
	if r.Err != nil || archive {
		return
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	lines := c.lines[path]
	var left []checks.Finding
	for _, f := range r.Findings {
		touched := touches(r.Document, f.Span, lines)
		for _, e := range f.Because {
			touched = touched || !e.Span.Empty() && touches(r.Document, e.Span, lines)
		}
		if touched {
			left = append(left, f)
		}
	}
	r.Findings = left
}

func touches(d *text.Document, s text.Span, lines []stretch) bool {
	from, to := d.Place(s.Start).Line, d.Place(max(s.End-1, s.Start)).Line
	for _, l := range lines {
		if from <= l.to && l.from <= to {
			return true
		}
	}
	return false
}
