package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// weighing is a writer that weighs what the program holds at some of its lines.
type weighing struct {
	lines int
	at    map[int]uint64
}

func (w *weighing) Write(p []byte) (int, error) {
	for range strings.Count(string(p), "\n") {
		w.lines++
		if _, ok := w.at[w.lines]; ok {
			var m runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&m)
			w.at[w.lines] = m.HeapAlloc
		}
	}
	return len(p), nil
}

// What a run holds does not grow with the number of its stories: folders of ten
// thousand are checked in the memory of one of a few hundred.
func TestMemoryOfManyStories(t *testing.T) {
	const stories = 800
	dir := t.TempDir()
	for i := range stories {
		var b strings.Builder
		fmt.Fprintf(&b, "date: 2023-01-%02d\n\n", i%28+1)
		for p := range 12 {
			fmt.Fprintf(&b, "The council of ward %d met on Monday %d times, and Ann Bell%d said the ferry of 4 May 2019 had carried %d people to Paris, the capital of France.\n\n", i, p, i*p, i+p*1000)
		}
		b.WriteString("Russia invaded Ukraine in February 2017, the report of the committee said.\n")
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%04d.txt", i)), []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, args := range [][]string{
		{"check", "--format", "jsonl", "--no-config"},
		{"check", "--format", "jsonl", "--no-config", "--jobs", "8", "--max-findings", "3"},
	} {
		early, late := stories/4, stories-50
		w := &weighing{at: map[int]uint64{early: 0, late: 0}}
		if status := run(append(args, dir), nil, w, io.Discard); status == trouble {
			t.Fatalf("%v: status %d", args, status)
		}
		if w.lines != stories {
			t.Fatalf("%v: %d lines; want %d", args, w.lines, stories)
		}
		if w.at[late] > w.at[early]+w.at[early]/5+4<<20 {
			t.Errorf("%v: holds %d bytes after %d stories and %d after %d", args, w.at[early], early, w.at[late], late)
		}
		t.Logf("%v: %d MB after %d stories, %d MB after %d", args, w.at[early]>>20, early, w.at[late]>>20, late)
	}
}
