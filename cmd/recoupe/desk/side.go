package desk

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"recoupe/rules"
	"recoupe/rules/calendar"
)

// SideExt is what the name of a side file adds to that of its story.
const SideExt = ".stet"

// A Side holds the marks beside a file, for formats without comments: one a line,
// as in a story but without the brackets and the word stet.
type Side struct {
	File  string
	Marks []*Mark
}

// ReadSide reads the marks beside a file; nil when there are none. All faults
// are told at once, with their lines.
func ReadSide(story string, known []string) (*Side, error) {
	file := story + SideExt
	raw, err := os.ReadFile(file)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	s := &Side{File: file}
	var errs []error
	n := 0
	for line := range strings.Lines(strings.TrimPrefix(string(raw), "\ufeff")) {
		n++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		at := rules.Origin{File: file, Line: n}
		if rest, ok := stet(line); ok {
			line = rest
		}
		m, err := Parse(line)
		if err != nil {
			errs = append(errs, &rules.Fault{Origin: at, Text: err.Error()})
			continue
		}
		for _, id := range m.Rules {
			if !slices.Contains(known, id) {
				guess := ""
				if near := rules.Nearest(id, known); near != "" {
					guess = fmt.Sprintf("; did you mean %q?", near)
				}
				errs = append(errs, &rules.Fault{Origin: at, Text: fmt.Sprintf("there is no rule %q%s", id, guess)})
			}
		}
		m.Place, m.beside = at.String(), true
		s.Marks = append(s.Marks, m)
	}
	return s, errors.Join(errs...)
}

// Unused tells the marks of a side file that let nothing stand, once all stories
// of its file were settled.
func (s *Side) Unused(today calendar.Day, used *rules.Book) (out []error) {
	for _, m := range s.Marks {
		switch {
		case m.used:
		case m.expired(today):
			out = append(out, fmt.Errorf("%s: %s expired on %s", m.Place, m.Said, m.Until))
		case m.tried(used):
			out = append(out, fmt.Errorf("%s: %s lets nothing stand", m.Place, m.Said))
		}
	}
	return out
}
