package main

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"
)

// wide encodes words as UTF-16 with its mark.
func wide(words string, order binary.AppendByteOrder) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune("\ufeff" + words)) {
		out = order.AppendUint16(out, u)
	}
	return out
}

// narrow encodes words as Latin-1, which Windows-1252 holds.
func narrow(words string) []byte {
	var out []byte
	for _, r := range words {
		out = append(out, byte(r))
	}
	return out
}

// told is what the test reads of a finding.
type told struct {
	Rule, Quote string
	Start, End  int
}

// checked runs check over a file of these bytes.
func checked(t *testing.T, raw []byte) ([]told, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "story.txt")
	if err := os.WriteFile(path, raw, 0o644); err != nil {
		t.Fatal(err)
	}
	var out, errout bytes.Buffer
	if status := run([]string{"check", "--format", "jsonl", "--lang", "fr", path}, nil, &out, &errout); status == trouble {
		t.Fatal(errout.String())
	}
	var row struct{ Findings []told }
	if err := json.Unmarshal(out.Bytes(), &row); err != nil {
		t.Fatal(err)
	}
	return row.Findings, errout.String()
}

// TestBytes finds the same fault in the same story, whatever its bytes, says how
// they were read, and counts offsets in what was read.
func TestBytes(t *testing.T) {
	const story = "L'été, le port a fermé.\n\nL'invasion de l'Ukraine par la Russie en février 2017 l'a décidé.\n"
	decomposed := strings.NewReplacer("é", "e\u0301").Replace(story)
	for _, c := range []struct {
		what string
		raw  []byte
		text string // as it is read
		note string
	}{
		{"UTF-8", []byte(story), story, ""},
		{"UTF-8 with a mark", []byte("\ufeff" + story), story, ""},
		{"UTF-16, little end first", wide(story, binary.LittleEndian), story, "read as UTF-16"},
		{"UTF-16, big end first", wide(story, binary.BigEndian), story, "read as UTF-16"},
		{"Latin-1", narrow(story), story, "read as Windows-1252"},
		{"CRLF", []byte(strings.ReplaceAll(story, "\n", "\r\n")), strings.ReplaceAll(story, "\n", "\r\n"), ""},
		{"lone CR", []byte(strings.ReplaceAll(story, "\n", "\r")), strings.ReplaceAll(story, "\n", "\r"), ""},
		{"U+2028", []byte(strings.ReplaceAll(story, "\n", "\u2028")), strings.ReplaceAll(story, "\n", "\u2028"), ""},
		{"tabs and no-break spaces", []byte(strings.ReplaceAll(story, " ", "\u00a0")), strings.ReplaceAll(story, " ", "\u00a0"), ""},
		{"decomposed accents", []byte(decomposed), decomposed, ""},
		{"emoji and marks of direction", []byte("😀\u200f👩‍👩‍👧\u202c " + story), "😀\u200f👩‍👩‍👧\u202c " + story, ""},
		{"NUL", []byte("\x00\x00" + story + "\x00"), "\x00\x00" + story + "\x00", ""},
		{"ten megabytes before it on one line", []byte(strings.Repeat("le mot du jour ", 700_000) + ". " + story), strings.Repeat("le mot du jour ", 700_000) + ". " + story, ""},
	} {
		found, errout := checked(t, c.raw)
		told := false
		for _, f := range found {
			if f.Rule != "event-date" {
				continue
			}
			told = true
			if f.Start < 0 || f.End > len(c.text) || c.text[f.Start:f.End] != f.Quote {
				t.Errorf("%s: %q is not what stands at %d to %d", c.what, f.Quote, f.Start, f.End)
			}
			if plain := strings.NewReplacer("e\u0301", "é", "\u00a0", " ").Replace(f.Quote); plain != "février 2017" {
				t.Errorf("%s: %q", c.what, f.Quote)
			}
		}
		if !told {
			t.Errorf("%s: nothing is told", c.what)
		}
		if got := errout; (got == "") != (c.note == "") || !strings.Contains(got, c.note) {
			t.Errorf("%s: standard error says %q; want %q", c.what, got, c.note)
		}
	}
}
