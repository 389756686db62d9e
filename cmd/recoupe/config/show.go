package config

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"recoupe/rules"
)

// Write shows settings as a file of settings would say them, each line with the
// place that says it.
func (s *Settings) Write(w io.Writer) error {
	var lines [][2]string
	add := func(line, at string) { lines = append(lines, [2]string{line, at}) }
	for _, n := range s.ordered() {
		if n.text() != "" {
			if n.key == "baseline" {
				n.Text = s.tell(n.Text)
			}
			add(fmt.Sprintf("%s = %s", n.key, quoted(n.key, n.text())), said(n.Origin, n.Text != ""))
		}
	}
	for _, l := range []struct {
		key  string
		list []Word
	}{{"format", s.Formats}, {"facts", s.Facts}, {"rules", s.Rules}, {"facts-off", s.FactsOff}} {
		if len(l.list) == 0 {
			continue
		}
		add(l.key+" = [", "")
		for _, w := range l.list {
			if l.key == "facts" || l.key == "rules" {
				w.Text = s.tell(w.Text)
			}
			add(fmt.Sprintf("  %q,", w.Text), said(w.Origin, true))
		}
		add("]", "")
	}
	if len(s.exclude) > 0 {
		add("exclude = [", "")
		for _, g := range s.exclude {
			add(fmt.Sprintf("  %q,", g.pattern), said(g.origin, true))
		}
		add("]", "")
	}
	if len(s.Severity) > 0 {
		add("[severity]", "")
		for _, id := range slices.Sorted(maps.Keys(s.Severity)) {
			add(fmt.Sprintf("%s = %q", id, s.Severity[id].Text), said(s.Severity[id].Origin, true))
		}
	}
	for _, p := range s.Style {
		add("[[style]]", said(p.Origin, true))
		add(fmt.Sprintf("use = %q", p.Use), "")
		add("not = "+list(p.Not), "")
		if len(p.Except) > 0 {
			add("except = "+list(p.Except), "")
		}
		for _, kv := range [][2]string{{"lang", p.Lang}, {"why", p.Why}} {
			if kv[1] != "" {
				add(fmt.Sprintf("%s = %q", kv[0], kv[1]), "")
			}
		}
	}
	return columns(w, lines)
}

func quoted(key, text string) string {
	if key == "max-findings" {
		return text
	}
	return fmt.Sprintf("%q", text)
}

func list(words []string) string {
	var out []string
	for _, w := range words {
		out = append(out, fmt.Sprintf("%q", w))
	}
	return "[" + strings.Join(out, ", ") + "]"
}

// said is where a setting stands, told as a comment.
func said(at rules.Origin, own bool) string {
	if !own {
		return "default"
	}
	return at.String()
}

// columns writes lines with their comments below each other.
func columns(w io.Writer, lines [][2]string) error {
	width := 0
	for _, l := range lines {
		if l[1] != "" && len(l[0]) <= 60 {
			width = max(width, len(l[0]))
		}
	}
	for _, l := range lines {
		line := l[0]
		if l[1] != "" {
			line = fmt.Sprintf("%-*s  # %s", width, l[0], l[1])
		}
		if _, err := fmt.Fprintln(w, line); err != nil {
			return err
		}
	}
	return nil
}
