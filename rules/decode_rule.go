package rules

import (
	"maps"
	"path"
	"reflect"
	"slices"
	"strings"
	"unicode"

	"recoupe/rules/calendar"
)

var (
	ruleKeys    = []string{"id", "check", "relation", "severity", "title", "why", "message", "note", "pattern", "examples", "settings", "drop"}
	patternKeys = []string{"lang", "match", "set", "unless", "unless_after", "examples"}
	exampleKeys = []string{"lang", "bad", "good", "date", "title"}
)

// rule reads a sheet of the catalogue: one rule.
func (l *loader) rule(s *sheet, book int) {
	r := l.root(s)
	r.name = "rule"
	r.only(ruleKeys...)
	id := r.str("id")
	base := strings.TrimSuffix(path.Base(s.file), ".toml")
	switch {
	case id == "":
		r.faults.add(r.origin(), "rule without an id, want id = %q", base)
		return
	case id != base:
		r.complain("id", "rule %q in a file called %s.toml, want the same name", id, base)
	}
	rules := &l.book.Rules
	at := slices.IndexFunc(*rules, func(have *Rule) bool { return have.ID == id })
	if at >= 0 && l.rules[id] == book {
		r.complain("id", "rule %q stands at %s already, want it once", id, (*rules)[at].Origin)
		return
	}
	l.rules[id] = book
	if r.boolean("drop") {
		if at < 0 {
			r.complain("id", "no rule is called %q, want the id of one to drop", id)
			return
		}
		*rules = slices.Delete(*rules, at, at+1)
		return
	}
	rule := l.readRule(r, id)
	if at >= 0 {
		(*rules)[at] = rule
		return
	}
	*rules = append(*rules, rule)
}

func (l *loader) readRule(r *row, id string) *Rule {
	rule := &Rule{ID: id, Check: r.str("check"), Relation: r.str("relation"), Origin: r.key("id")}
	r.need("check")
	rule.Severity = Warning
	if word := r.str("severity"); word != "" {
		s, ok := ParseSeverity(word)
		if !ok {
			r.complain("severity", "severity is %q, want note, warning or error%s", word, didYouMean(word, []string{"note", "warning", "error"}))
		}
		rule.Severity = s
	}
	rule.Title, rule.Why, rule.Message = r.texts("title"), r.texts("why"), r.texts("message")
	rule.Notes = map[string]map[string]string{}
	if notes := r.table0("note"); notes != nil {
		for _, key := range slices.Sorted(maps.Keys(notes.table)) {
			rule.Notes[key] = notes.texts(key)
		}
	}
	if settings := r.table0("settings"); settings != nil {
		rule.settings, rule.lines = settings.table, map[string]int{"": settings.origin().Line}
		settings.noteLines(settings.table, "", rule.lines)
	}
	for _, c := range r.children("pattern") {
		rule.Patterns = append(rule.Patterns, c.pattern())
	}
	for _, c := range r.children("examples") {
		rule.Examples = append(rule.Examples, c.examples("")...)
	}
	l.complete(r, rule)
	return rule
}

// pattern reads one form in which a language makes a claim.
func (r *row) pattern() *Pattern {
	r.only(patternKeys...)
	p := &Pattern{Lang: r.str("lang"), Match: r.str("match"), Unless: r.list("unless"), After: r.list("unless_after"), Origin: r.origin()}
	if r.need("lang") {
		r.knownLang(p.Lang)
	}
	r.need("match")
	if set := r.table0("set"); set != nil {
		p.Set = map[string]string{}
		for _, key := range slices.Sorted(maps.Keys(set.table)) {
			p.Set[key] = set.str(key)
		}
	}
	for _, c := range r.children("examples") {
		p.Examples = append(p.Examples, c.examples(p.Lang)...)
	}
	return p
}

// examples reads a bad and a good sentence, or either.
func (r *row) examples(lang string) (out []Example) {
	r.only(exampleKeys...)
	if own := r.str("lang"); own != "" {
		lang = own
		r.knownLang(own)
	}
	if lang == "" {
		r.need("lang")
	}
	if date := r.str("date"); date != "" {
		if _, err := calendar.ParseDate(date); err != nil {
			r.complain("date", "date: %v", err)
		}
	}
	if !r.has("bad") && !r.has("good") {
		r.faults.add(r.origin(), "example without a sentence, want bad = \"… [faulty words] …\" or good = \"…\"")
	}
	for _, key := range []string{"bad", "good"} {
		if s := r.str(key); s != "" {
			out = append(out, Example{Lang: lang, Text: s, Bad: key == "bad", Date: r.str("date"), Title: r.str("title"), Origin: r.key(key)})
		}
	}
	if bad := r.str("bad"); bad != "" && (!strings.Contains(bad, "[") || !strings.Contains(bad, "]")) && !strings.Contains(r.str("title"), "[") {
		r.complain("bad", "bad example %q marks nothing, want the faulty words in [brackets]", bad)
	}
	return out
}

func (r *row) knownLang(code string) {
	if !slices.Contains(r.langs, code) {
		r.complain("lang", "lang is %q, want one of %s", code, oneOf(r.langs))
	}
}

// texts is a table of one text a language.
func (r *row) texts(key string) map[string]string {
	t := r.table0(key)
	if t == nil {
		return nil
	}
	t.only(r.langs...)
	out := map[string]string{}
	for _, lang := range r.langs {
		if s := t.str(lang); s != "" {
			out[lang] = s
		}
	}
	return out
}

// table0 is a table inside the row as a row of its own; nil when there is none.
func (r *row) table0(key string) *row {
	v, ok := r.table[key]
	if !ok {
		return nil
	}
	t, ok := v.(map[string]any)
	if !ok {
		r.complain(key, "%s is %s, want a table", key, kindOf(v))
		return nil
	}
	path := strings.TrimPrefix(r.path+"."+key, ".")
	at := r.sheet.child(path, r.path, r.at, 0)
	if at < 0 {
		at = r.at
	}
	return &row{loader: r.loader, sheet: r.sheet, name: key, path: path, table: t, at: at, up: r}
}

// complete reports what a rule must have in each language that it speaks: that
// of its patterns, or all when it has none.
func (l *loader) complete(r *row, rule *Rule) {
	langs := map[string]bool{}
	shown := map[string]bool{}
	for _, p := range rule.Patterns {
		langs[p.Lang] = true
		for _, ex := range p.Examples {
			shown[ex.Lang] = true
		}
	}
	for _, ex := range rule.Examples {
		shown[ex.Lang] = true
	}
	if len(langs) == 0 {
		for _, lang := range l.langs {
			langs[lang] = true
		}
	}
	for _, lang := range l.langs {
		if !langs[lang] {
			continue
		}
		for _, part := range []struct {
			key  string
			text map[string]string
		}{{"title", rule.Title}, {"why", rule.Why}, {"message", rule.Message}} {
			if part.text[lang] == "" {
				r.complain(part.key, "rule %q has no %s in %q, want %s = \"…\" under [%s]", rule.ID, part.key, lang, lang, part.key)
			}
		}
		if !shown[lang] {
			r.complain("examples", "rule %q has no example in %q, want a bad and a good sentence", rule.ID, lang)
		}
	}
}

// noteLines notes where each key below the row stands.
func (r *row) noteLines(t map[string]any, path string, lines map[string]int) {
	for key, v := range t {
		full := join(path, key)
		lines[full] = r.key(full).Line
		if inner, ok := v.(map[string]any); ok {
			r.noteLines(inner, full, lines)
		}
	}
}

// Settings decodes the rule's own knobs, its [settings] table, into a pointer to
// a struct. Keys that the struct lacks and values of another type are faults.
func (r *Rule) Settings(into any) error {
	if len(r.settings) == 0 {
		return nil
	}
	var faults faults
	f := filler{name: "settings", faults: &faults, at: func(path string) Origin { return Origin{r.Origin.File, r.lines[path]} }}
	f.fill(reflect.ValueOf(into).Elem(), r.settings, "")
	return faults.err()
}

// wordsOfRules reports word classes and lemmas that patterns name and their
// language does not have.
func (l *loader) wordsOfRules() {
	for _, rule := range l.book.Rules {
		for _, p := range rule.Patterns {
			lang := l.book.Languages[p.Lang]
			if lang == nil {
				continue
			}
			for _, match := range slices.Concat([]string{p.Match}, p.Unless, p.After) {
				for _, class := range wordsAfter(match, '%') {
					if _, ok := lang.Class[class]; !ok {
						l.faults.add(p.Origin, "pattern names the word class %%%s, want one that lang/%s.toml lists%s",
							class, p.Lang, didYouMean(class, slices.Sorted(maps.Keys(lang.Class))))
					}
				}
				for _, lemma := range wordsAfter(match, '@') {
					if len(lang.Forms(lemma)) == 0 {
						l.faults.add(p.Origin, "pattern names the lemma @%s, want one of [lemma] or [regular]", lemma)
					}
				}
			}
		}
	}
}

// wordsAfter lists the words of a pattern that begin with a mark: %classes, @lemmas.
func wordsAfter(match string, mark rune) (out []string) {
	for _, part := range strings.Split(match, string(mark))[1:] {
		end := strings.IndexFunc(part, func(r rune) bool { return r != '_' && r != '-' && !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		if end < 0 {
			end = len(part)
		}
		if end > 0 {
			out = append(out, part[:end])
		}
	}
	return out
}
