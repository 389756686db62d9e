package checks

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"recoupe/rules"
)

// Message is the rule's message in a language, its values said in that
// language. {name} is a value as it stands; {name:on} says when it happened (en
// 2022), {name:of} what is dated so (de 2022).
func (f Finding) Message(l *rules.Language) string {
	m := f.fill(l, cmp.Or(f.Rule.Message[l.Code], f.Rule.Message["en"], f.Rule.ID))
	if f.Quoted && l.UI["quoted"] != "" {
		// What is quoted is the speaker's, and is not to be mended as if it were the desk's.
		m = l.SayUI("quoted", func(string) string { return m })
	}
	return m
}

// Note says what a piece of evidence shows, in a language: of a finding folded
// under this one, which rule it comes from. It is empty where the rule has
// nothing to add.
func (f Finding) Note(l *rules.Language, e Evidence) string {
	if e.Rule != nil {
		return cmp.Or(e.Rule.Title[l.Code], e.Rule.Title["en"]) + " [" + e.Rule.ID + "]"
	}
	note := f.Rule.Notes[e.Note]
	if note == nil {
		return ""
	}
	return f.fill(l, cmp.Or(note[l.Code], note["en"]))
}

func (f Finding) fill(l *rules.Language, template string) string {
	return rules.Fill(template, func(name string) string {
		name, way, _ := strings.Cut(name, ":")
		return f.Vars[name].say(l, way)
	})
}

// understands refuses a rule whose texts mention what the check does not give.
func (c Check) understands(r *rules.Rule) error {
	texts := map[string]map[string]string{"message": r.Message}
	for id, note := range r.Notes {
		texts["note "+id] = note
	}
	var errs []error
	for _, what := range slices.Sorted(maps.Keys(texts)) {
		for _, lang := range slices.Sorted(maps.Keys(texts[what])) {
			for _, name := range rules.Names(texts[what][lang]) {
				name, way, _ := strings.Cut(name, ":")
				if !slices.Contains(c.Vars, name) {
					errs = append(errs, fmt.Errorf("%s: %s (%s) mentions {%s}; %s gives {%s}", r.Origin, what, lang, name, c.Name, strings.Join(c.Vars, "}, {")))
				}
				if !slices.Contains([]string{"", "on", "of"}, way) {
					errs = append(errs, fmt.Errorf("%s: %s (%s) says {%s:%s}; want {%s}, {%s:on} or {%s:of}", r.Origin, what, lang, name, way, name, name, name))
				}
			}
		}
	}
	return errors.Join(errs...)
}

// say tells a value in a language.
func (s Said) say(l *rules.Language, way string) string {
	switch {
	case s.Words != "":
		return shorten(s.Words)
	case s.Fact != nil:
		return l.SayAbout(s.Fact)
	case s.Entity != nil:
		return l.SayEntity(s.Entity)
	case !s.Period.IsZero():
		return l.SayWhen(s.Period, way)
	case s == Said{}:
		return ""
	}
	return l.SayNumber(s.Number)
}

// longest is how many characters of the story a message quotes in a row.
const longest = 90

// shorten puts words on one line and cuts the middle out of long ones.
func shorten(words string) string {
	// No-break spaces stay: they keep numbers and marks together.
	words = strings.Join(strings.FieldsFunc(words, func(r rune) bool { return strings.ContainsRune(" \t\r\n", r) }), " ")
	n := utf8.RuneCountInString(words)
	if n <= longest {
		return words
	}
	r := []rune(words)
	return strings.TrimSpace(string(r[:longest*2/3])) + " … " + strings.TrimSpace(string(r[n-longest/3:]))
}
