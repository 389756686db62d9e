package desk

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
)

// around is how many unchanged lines a diff shows beside those that change.
const around = 3

// A change is a run of lines that edits touch, and what they become.
type change struct {
	from, to int // lines of the old file, to excluded
	becomes  []string
}

// Diff shows the edits of a draft as a unified diff, which patch and git apply
// take.
func (d *Draft) Diff() string {
	if len(d.Edits) == 0 {
		return ""
	}
	old := split(d.Old)
	changes := d.changes(old)
	var b strings.Builder
	fmt.Fprintf(&b, "--- a/%s\n+++ b/%s\n", slash(d.Path), slash(d.Path))
	grown := 0
	for i := 0; i < len(changes); {
		k := i + 1
		for k < len(changes) && changes[k].from-changes[k-1].to <= 2*around {
			k++
		}
		grown += hunk(&b, old, changes[i:k], grown)
		i = k
	}
	return b.String()
}

// hunk writes changes that stand close together, and returns by how many lines
// they make the file longer.
func hunk(b *strings.Builder, old []string, changes []change, grown int) int {
	from := max(changes[0].from-around, 0)
	to := min(changes[len(changes)-1].to+around, len(old))
	more := 0
	for _, c := range changes {
		more += len(c.becomes) - (c.to - c.from)
	}
	fmt.Fprintf(b, "@@ -%d,%d +%d,%d @@\n", from+1, to-from, from+1+grown, to-from+more)
	at := from
	for _, c := range changes {
		lines(b, " ", old[at:c.from])
		lines(b, "-", old[c.from:c.to])
		lines(b, "+", c.becomes)
		at = c.to
	}
	lines(b, " ", old[at:to])
	return more
}

func lines(b *strings.Builder, mark string, list []string) {
	for _, l := range list {
		b.WriteString(mark + l)
		if !strings.HasSuffix(l, "\n") {
			b.WriteString("\n\\ No newline at end of file\n")
		}
	}
}

// changes are the lines that edits touch, in order.
func (d *Draft) changes(old []string) []change {
	d.Mended() // sorts the edits
	var out []change
	start := 0 // of the line at hand
	for n, k := 0, 0; n < len(old) && k < len(d.Edits); n++ {
		end := start + len(old[n])
		if d.Edits[k].Start >= end {
			start = end
			continue
		}
		first, from := n, start
		var edits []Edit
		for k < len(d.Edits) && d.Edits[k].Start < end {
			edits = append(edits, d.Edits[k])
			for end < d.Edits[k].End {
				n++
				end += len(old[n])
			}
			k++
		}
		part := Draft{Old: d.Old[from:end]}
		for _, e := range edits {
			part.Edits = append(part.Edits, Edit{e.Start - from, e.End - from, e.New})
		}
		out = append(out, change{first, n + 1, split(part.Mended())})
		start = end
	}
	return out
}

// split cuts a file after its line feeds.
func split(raw []byte) []string {
	var out []string
	for _, l := range bytes.SplitAfter(raw, []byte("\n")) {
		out = append(out, string(l))
	}
	return slices.DeleteFunc(out, func(l string) bool { return l == "" })
}

func slash(path string) string { return strings.ReplaceAll(path, "\\", "/") }
