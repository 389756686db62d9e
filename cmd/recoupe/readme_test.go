package main

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

//go:generate env UPDATE=1 go test -run TestReadme .

// TestReadme holds README to what the program prints: each block after a line
// "<!-- prints: ARGS -->" is the output of recoupe with these arguments, fenced
// unless it is Markdown. UPDATE=1 (go generate) writes the blocks anew.
func TestReadme(t *testing.T) {
	t.Chdir("../..")
	t.Setenv("NO_COLOR", "1")
	raw, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	const open, shut, end = "<!-- prints: ", " -->\n", "<!-- end -->"
	rest, fresh, blocks := string(raw), "", 0
	for {
		before, after, ok := strings.Cut(rest, open)
		if !ok {
			break
		}
		args, body, ok := strings.Cut(after, shut)
		_, tail, closed := strings.Cut(body, end)
		if !ok || !closed {
			t.Fatalf("README: %q is not closed", open)
		}
		var out, errout bytes.Buffer
		if status := run(strings.Fields(args), nil, &out, &errout); status == trouble {
			t.Fatalf("recoupe %s: %s", args, errout.String())
		}
		printed := out.String()
		if !strings.Contains(args, "--markdown") {
			printed = "```text\n" + printed + "```\n"
		}
		fresh += before + open + args + shut + printed + end
		rest = tail
		blocks++
	}
	if fresh += rest; blocks == 0 {
		t.Fatal("README prints nothing")
	}
	if fresh == string(raw) {
		return
	}
	if os.Getenv("UPDATE") == "" {
		t.Fatal("README does not print what the program prints; UPDATE=1 go test ./cmd/recoupe -run Readme writes it anew")
	}
	if err := os.WriteFile("README.md", []byte(fresh), 0o644); err != nil {
		t.Fatal(err)
	}
}
