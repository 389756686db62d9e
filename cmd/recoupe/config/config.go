// Package config reads the settings of a desk, .recoupe.toml, for the file that
// they are asked for: found upward from it, with what they extend and the
// overrides whose globs it matches, each setting with the line that says so.
// It must not know flags, stories or how anything is checked; what a setting
// means is for those who ask.
package config

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"recoupe/checks"
	"recoupe/rules"
)

// Name is what a file of settings is called.
const Name = ".recoupe.toml"

// A Word is a setting of one word, and where it is said; nowhere when it is not.
type Word struct {
	Text   string
	Origin rules.Origin
}

// Settings are what holds for one file. They never change once read, and the
// same settings are the same pointer.
type Settings struct {
	Files []string // that they were read from, the strongest last

	// What a run is told, once for all its files.
	Show, UI, Baseline, MaxFindings Word
	Formats                         []Word

	// How a file is read.
	Date, Lang, Quotes, FailOn Word
	Facts, Rules               []Word // folders
	FactsOff                   []Word // ids
	Severity                   map[string]Word
	Style                      []checks.Preference

	exclude []glob
	root    string                   // the folder of the file that was found
	tell    func(path string) string // as a reader in the working folder writes it
}

// Severities that a rule may be given beside the house's own; Off silences it,
// On gives it what its file says.
const (
	Off = "off"
	On  = "on"
)

// merge lays stronger settings over weaker ones: words replace, lists grow.
func (s *Settings) merge(over *Settings) {
	for _, w := range []struct{ to, from *Word }{
		{&s.Show, &over.Show}, {&s.FailOn, &over.FailOn}, {&s.UI, &over.UI}, {&s.Baseline, &over.Baseline}, {&s.MaxFindings, &over.MaxFindings},
		{&s.Date, &over.Date}, {&s.Lang, &over.Lang}, {&s.Quotes, &over.Quotes},
	} {
		if w.from.Text != "" {
			*w.to = *w.from
		}
	}
	if len(over.Formats) > 0 {
		s.Formats = over.Formats
	}
	s.Facts, s.Rules, s.FactsOff = append(s.Facts, over.Facts...), append(s.Rules, over.Rules...), append(s.FactsOff, over.FactsOff...)
	s.exclude = append(s.exclude, over.exclude...)
	maps.Copy(s.Severity, over.Severity)
	for _, p := range over.Style {
		s.prefer(p)
	}
}

// prefer adds a line of style. It takes the place of weaker ones that say the
// opposite, or the same of the same word.
func (s *Settings) prefer(p checks.Preference) {
	s.Style = slices.DeleteFunc(s.Style, func(have checks.Preference) bool {
		opposed := slices.Contains(have.Not, p.Use) && slices.Contains(p.Not, have.Use)
		return (opposed || have.Use == p.Use) && (have.Lang == p.Lang || have.Lang == "" || p.Lang == "")
	})
	s.Style = append(s.Style, p)
}

// Excluded is the glob that keeps a file out, and where it is said.
func (s *Settings) Excluded(path string) (Word, bool) {
	for _, g := range s.exclude {
		if g.holds(path, s.root) {
			return Word{g.pattern, g.origin}, true
		}
	}
	return Word{}, false
}

// Against holds the settings up to the book that they are used with: rules,
// languages and facts that it does not have are faults.
func (s *Settings) Against(b *rules.Book) error {
	var known []string
	for _, r := range b.Rules {
		known = append(known, r.ID)
	}
	langs := slices.Sorted(maps.Keys(b.Languages))
	var errs []error
	for _, id := range slices.Sorted(maps.Keys(s.Severity)) {
		errs = append(errs, missing(s.Severity[id].Origin, "rule", id, known))
	}
	for _, w := range []Word{s.Lang, s.UI} {
		if w.Text != "" {
			errs = append(errs, missing(w.Origin, "language", w.Text, langs))
		}
	}
	for _, p := range s.Style {
		if p.Lang != "" {
			errs = append(errs, missing(p.Origin, "language", p.Lang, langs))
		}
	}
	for _, f := range s.FactsOff {
		if b.Fact(f.Text) == nil {
			var facts []string
			for _, have := range b.Facts() {
				facts = append(facts, have.ID)
			}
			errs = append(errs, missing(f.Origin, "fact", f.Text, facts))
		}
	}
	slices.SortStableFunc(errs, func(a, b error) int { return line(a) - line(b) })
	return errors.Join(errs...)
}

// line is where a fault stands; nothing stands nowhere.
func line(err error) int {
	var f *rules.Fault
	if errors.As(err, &f) {
		return f.Line
	}
	return 0
}

// missing is the fault of an id that the book does not have; nil when it does.
func missing(at rules.Origin, what, id string, known []string) error {
	if slices.Contains(known, id) {
		return nil
	}
	guess := ""
	if near := rules.Nearest(id, known); near != "" {
		guess = fmt.Sprintf("; did you mean %q?", near)
	} else if len(known) < 50 {
		guess = "; want one of " + strings.Join(known, ", ")
	}
	return &rules.Fault{Origin: at, Text: fmt.Sprintf("the book has no %s %q%s", what, id, guess)}
}

// ordered are settings of one word in the order in which they are shown.
func (s *Settings) ordered() []named {
	return []named{
		{"date", s.Date, ""}, {"lang", s.Lang, ""}, {"quotes", s.Quotes, "keep"},
		{"show", s.Show, "note"}, {"fail-on", s.FailOn, "error"}, {"ui", s.UI, ""},
		{"baseline", s.Baseline, ""}, {"max-findings", s.MaxFindings, ""},
	}
}

// A named word has its key, and what holds where nobody said it.
type named struct {
	key string
	Word
	def string
}

func (n named) text() string { return cmp.Or(n.Text, n.def) }
