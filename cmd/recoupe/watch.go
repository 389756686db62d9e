package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"recoupe/cmd/recoupe/desk"
)

// glance is how often watched files are looked at.
const glance = 300 * time.Millisecond

// watch does something, and does it again whenever a file that it rests on
// changes, until the context ends. What it looks at is asked for each time, since
// files come and go.
func (p *program) watch(ctx context.Context, looked func() []string, do func() error) error {
	for {
		seen := snapshot(looked())
		p.status = clean
		if err := do(); err != nil {
			if ctx.Err() != nil {
				return err
			}
			p.blame(err)
			p.status = trouble
		}
		p.complain("watching; Ctrl-C ends it")
		for same(seen, snapshot(looked())) {
			select {
			case <-ctx.Done():
				return nil
			case <-time.After(glance):
			}
		}
		p.complain("changed, %s", time.Now().Format(time.TimeOnly))
	}
}

// A stamp tells whether a file was written.
type stamp struct {
	size int64
	at   time.Time
}

func snapshot(paths []string) map[string]stamp {
	out := map[string]stamp{}
	for _, path := range paths {
		// What is not there yet may come.
		_ = filepath.WalkDir(path, func(name string, d fs.DirEntry, err error) error {
			if err != nil {
				return nil
			}
			if info, err := d.Info(); err == nil && !d.IsDir() {
				out[name] = stamp{info.Size(), info.ModTime()}
			}
			return nil
		})
	}
	return out
}

func same(a, b map[string]stamp) bool {
	if len(a) != len(b) {
		return false
	}
	for name, s := range a {
		if t, ok := b[name]; !ok || t.size != s.size || !t.at.Equal(s.at) {
			return false
		}
	}
	return true
}

// looked lists all that a run rests on: the files named and what lies beside
// them, settings, tables, rules, the baseline.
func (p *program) looked(names []string, f readFlags, d deskFlags) []string {
	paths := append([]string{}, f.facts...)
	paths = append(paths, f.rules...)
	if d.baseline != "" {
		paths = append(paths, d.baseline)
	}
	finder, err := f.finder()
	if err != nil {
		return append(paths, names...)
	}
	for _, name := range names {
		paths = append(paths, name)
		for path, err := range files(name) {
			if err != nil || path == "-" {
				continue
			}
			paths = append(paths, path+desk.SideExt)
			paths = append(paths, finder.Rests(path)...)
		}
	}
	return paths
}

// watchable refuses what can't be read twice.
func watchable(names []string) error {
	for _, name := range names {
		if name == "-" {
			return fmt.Errorf("--watch: standard input can't be watched; name a file")
		}
		if _, err := os.Stat(name); err != nil {
			return fmt.Errorf("--watch: %w", err)
		}
	}
	if len(names) == 0 {
		return fmt.Errorf("--watch: nothing to watch; name files or folders")
	}
	return nil
}
