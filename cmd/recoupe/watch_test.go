package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// A shared buffer may be read while a run writes to it.
type shared struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *shared) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *shared) has(words string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return strings.Contains(s.b.String(), words)
}

// A watched run checks again when a story, a mark beside it or its settings
// change, and ends well when it is told to.
func TestWatch(t *testing.T) {
	dir := t.TempDir()
	write := func(name, content string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write(".recoupe.toml", "")
	write("a.txt", "The ferries sailed.\n")
	var out, errout shared
	p := &program{out: &out, errout: &errout}
	ctx, stop := context.WithCancel(context.Background())
	root := p.command()
	root.SetArgs([]string{"check", "--watch", "--format", "jsonl", dir})
	done := make(chan error, 1)
	go func() { done <- root.ExecuteContext(ctx) }()
	for _, step := range []struct{ file, content, want string }{
		{"a.txt", "Russia invaded Ukraine in February 2017, they said.\n", `"severity":"error"`},
		{".recoupe.toml", "severity.event-date = \"warning\"\n", `"severity":"warning"`},
		{".recoupe.toml", "severty = 1\n", "did you mean \"severity\"?"},
		{".recoupe.toml", "lang = \"en\"\n", ""},
		{"a.txt.stet", "capital: no\n", "stet capital lets nothing stand"},
		{"b.txt", "The boats sailed.\n", "b.txt"},
	} {
		write(step.file, step.content)
		for start := time.Now(); !out.has(step.want) && !errout.has(step.want); time.Sleep(20 * time.Millisecond) {
			if time.Since(start) > 20*time.Second {
				t.Fatalf("%s was written, and nothing told of %s: %s", step.file, step.want, errout.b.String())
			}
		}
	}
	stop()
	if err := <-done; err != nil {
		t.Error(err)
	}
}
