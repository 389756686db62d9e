package main

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"recoupe/checks/source"
)

// README's table of formats is that of the program, row by row.
func TestReadmeTellsEveryFormat(t *testing.T) {
	raw, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	want := "| format | endings | what it is |\n|---|---|---|\n"
	for _, f := range source.All() {
		want += fmt.Sprintf("| `%s` | %s | %s |\n", f.Name, strings.Join(f.Exts, " "), f.Doc)
	}
	if !strings.Contains(string(raw), "\n\n"+want+"\n") {
		t.Errorf("README has another table of formats than\n%s", want)
	}
}
