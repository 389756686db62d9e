package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestTried does what README tells a new user to do, word for word: each block
// between "<!-- tried: STATUS -->" and "<!-- end -->" is run by a shell, all of
// them in one folder that is empty at first, and must end with its status.
func TestTried(t *testing.T) {
	raw, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	bin, dir := t.TempDir(), t.TempDir()
	script := "#!/bin/sh\n" + asProgram + "=1 exec '" + filepath.ToSlash(self) + "' \"$@\"\n"
	if err := os.WriteFile(filepath.Join(bin, "recoupe"), []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	blocks := strings.Split(string(raw), "<!-- tried: ")[1:]
	if len(blocks) < 5 {
		t.Fatalf("README has %d blocks to try", len(blocks))
	}
	for _, b := range blocks {
		want, rest, _ := strings.Cut(b, " -->\n```sh\n")
		commands, _, ok := strings.Cut(rest, "```\n<!-- end -->")
		if !ok {
			t.Fatalf("README: a block to try is not closed: %s", b)
		}
		sh := exec.Command("sh", "-e", "-c", commands)
		sh.Dir = dir
		sh.Env = append(os.Environ(), "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"), "NO_COLOR=1")
		out, err := sh.CombinedOutput()
		if got := status(err); strconv.Itoa(got) != want {
			t.Errorf("status %d; want %s:\n%s\n%s", got, want, commands, out)
		}
	}
}
