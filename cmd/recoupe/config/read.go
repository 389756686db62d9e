package config

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"

	"recoupe/checks"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// A layer is what one table of a file says: the file itself, or an override.
type layer struct {
	files []glob // of an override: the files it holds for
	says  *Settings
}

var (
	ofRun  = []string{"show", "format", "ui", "baseline", "max-findings"}
	ofFile = []string{"date", "lang", "quotes", "fail-on", "facts", "rules", "facts-off", "severity", "style"}
	ofDesk = []string{"extend", "exclude", "overrides"}
)

// parse reads the bytes of a file of settings into layers, the weakest first,
// and the files that it extends.
func parse(told, dir string, raw []byte) (layers []layer, extends []Word, err error) {
	t, err := rules.ReadSection(told, raw)
	if err != nil {
		return nil, nil, err
	}
	t.Call(filepath.Base(told))
	t.Only(slices.Concat(ofDesk, ofRun, ofFile)...)
	for _, e := range t.Words("extend") {
		extends = append(extends, Word{inside(dir, e), t.Origin("extend")})
	}
	base := &Settings{Severity: map[string]Word{}}
	base.exclude = globs(t, "exclude", dir)
	readRun(t, base, dir)
	readFile(t, base, dir)
	layers = append(layers, layer{says: base})
	for _, o := range t.Sections("overrides") {
		for _, key := range ofRun {
			if o.Has(key) {
				o.Complain(key, "%s can't stand in overrides: a run has one report; want it at the top of the file", key)
			}
		}
		o.Only(slices.Concat([]string{"files"}, ofRun, ofFile)...)
		if !o.Has("files") {
			o.Complain("", "overrides without files, want files = [\"archives/**\"]")
		}
		says := &Settings{Severity: map[string]Word{}}
		readFile(o, says, dir)
		layers = append(layers, layer{globs(o, "files", dir), says})
	}
	return layers, extends, t.Err()
}

// inside is a path that a file tells from its own folder.
func inside(dir, path string) string {
	if filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(dir, filepath.FromSlash(path))
}

func globs(t *rules.Section, key, dir string) (out []glob) {
	for _, p := range t.Words(key) {
		if !valid(p) {
			t.Complain(key, "%s: %q is no glob; want * ? ** [a-z] {txt,md}", key, p)
			continue
		}
		out = append(out, glob{p, dir, t.Origin(key)})
	}
	return out
}

func word(t *rules.Section, key string, want ...string) Word {
	return Word{t.Word(key, want...), t.Origin(key)}
}

func words(t *rules.Section, key string) (out []Word) {
	for _, w := range t.Words(key) {
		out = append(out, Word{w, t.Origin(key)})
	}
	return out
}

// readRun reads what a run is told.
func readRun(t *rules.Section, s *Settings, dir string) {
	s.Show = word(t, "show", "note", "warning", "error")
	s.UI = word(t, "ui")
	s.Formats = words(t, "format")
	if s.Baseline = word(t, "baseline"); s.Baseline.Text != "" {
		s.Baseline.Text = inside(dir, s.Baseline.Text)
	}
	if t.Has("max-findings") {
		n := t.Number("max-findings")
		if n < 0 {
			t.Complain("max-findings", "max-findings is %d, want 0 (no limit) or more", n)
		}
		s.MaxFindings = Word{strconv.Itoa(n), t.Origin("max-findings")}
	}
}

// readFile reads how a file is read.
func readFile(t *rules.Section, s *Settings, dir string) {
	s.Date = word(t, "date")
	if s.Date.Text != "" && s.Date.Text != "today" {
		if _, err := calendar.ParsePeriod(s.Date.Text); err != nil {
			t.Complain("date", "date: %v, or \"today\"", err)
		}
	}
	s.Lang = word(t, "lang")
	s.Quotes = word(t, "quotes", "keep", "skip")
	s.FailOn = word(t, "fail-on", "note", "warning", "error", "never")
	for _, f := range []struct {
		key string
		to  *[]Word
	}{{"facts", &s.Facts}, {"rules", &s.Rules}} {
		for _, w := range words(t, f.key) {
			*f.to = append(*f.to, Word{inside(dir, w.Text), w.Origin})
		}
	}
	s.FactsOff = words(t, "facts-off")
	if sev := t.Section("severity"); sev != nil {
		for _, id := range sev.Keys() {
			s.Severity[id] = word(sev, id, Off, "note", "warning", "error", On)
		}
	}
	for _, p := range t.Sections("style") {
		readStyle(p, s)
	}
}

// readStyle reads one line of the house style.
func readStyle(t *rules.Section, s *Settings) {
	t.Only("use", "not", "except", "lang", "why")
	p := checks.Preference{Use: t.Word("use"), Not: t.Words("not"), Except: t.Words("except"), Lang: t.Word("lang"), Why: t.Word("why"), Origin: t.Origin("")}
	switch {
	case p.Use == "" || len(p.Not) == 0:
		t.Complain("", "style without %s, want use = \"Kyiv\" and not = [\"Kiev\"]", map[bool]string{true: "use", false: "not"}[p.Use == ""])
		return
	case slices.Contains(p.Not, p.Use):
		t.Complain("not", "style replaces %q by itself", p.Use)
		return
	}
	for _, not := range p.Not {
		if len(rules.Keys(not)) == 0 {
			t.Complain("not", "style: %q holds no word", not)
			return
		}
	}
	s.Style = append(s.Style, p)
}

// cycle is the fault of files that extend each other.
func cycle(at rules.Origin, chain []string) error {
	told := ""
	for _, c := range chain {
		told += c + " > "
	}
	return &rules.Fault{Origin: at, Text: fmt.Sprintf("extend goes round in a circle: %s%s", told, chain[0])}
}
