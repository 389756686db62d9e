package rules

import (
	"slices"
	"strings"

	"recoupe/checks/text"
	"recoupe/rules/calendar"
)

// kinds are the tables that facts are told in, in the order they are read.
var kinds = []Kind{Country, City, PlaceKind, Organisation, Person, Title, Office, Act, Event, Figure, Currency, Thing}

// shapes lists what each table may hold beside the common keys.
var shapes = map[Kind][]string{
	Country:      {"adjective", "acronym", "code", "from", "to", "in", "continues", "capital"},
	City:         {"adjective", "from", "to", "in", "side"},
	PlaceKind:    {"kind", "adjective", "acronym", "code", "from", "to", "in", "capital"},
	Organisation: {"kind", "adjective", "acronym", "expansion", "from", "to", "in", "seat", "continues", "member"},
	Person:       {"name", "family", "sex", "born", "died", "citizen"},
	Title:        {"acronym"},
	Office:       {"title", "of", "from", "to", "lead", "several", "held", "vacant"},
	Act:          {"kind", "verb", "noun"},
	Event:        {"kind", "acronym", "clue", "on", "from", "to", "act", "agent", "object", "in"},
	Figure:       {"of", "value"},
	Currency:     {"adjective", "code", "from", "to", "of"},
	Thing:        {"kind", "adjective", "acronym", "expansion", "from", "to", "in"},
}

// commonKeys are those of every row.
func (l *loader) commonKeys() []string {
	return append([]string{"id", "qid", "as_of", "since", "sources", "verified", "drop"}, l.langs...)
}

// childKeys are those of every row inside a row.
var childKeys = []string{"from", "to", "as_of", "sources", "verified"}

// entity makes what a row declares: its names and its own properties.
func (l *loader) entity(r *row, id string, kind Kind) *Entity {
	e := &Entity{
		ID: id, Kind: kind, Sub: r.str("kind"), Code: r.str("code"), QID: r.str("qid"),
		Adjectives: r.byLang("adjective"), Acronyms: r.byLang("acronym"), Expansions: r.byLang("expansion"),
		Verbs: r.byLang("verb"), Nouns: r.byLang("noun"), Several: r.boolean("several"), Sex: r.str("sex"),
		clues: r.byLang("clue"), AsOf: r.asOf(), Since: r.inherited("since"), Origin: r.origin(),
	}
	if e.Sex != "" && e.Sex != "m" && e.Sex != "f" {
		r.complain("sex", `sex is %q, want "m" or "f"`, e.Sex)
	}
	if !e.Since.IsZero() && !e.AsOf.IsZero() && e.Since.First() > e.AsOf.Last() {
		r.complain("since", "since %s is after as_of %s, want the earlier date", e.Since, e.AsOf)
	}
	l.newest(e.AsOf)
	e.Names = l.names(r)
	if len(e.Names)+len(e.Acronyms)+len(e.Expansions) == 0 && kind != Office && kind != Act {
		r.faults.add(r.origin(), "%s %q has no name, want %s = [\"…\"]", kind, id, l.langs[0])
	}
	for _, key := range []string{"adjective", "acronym", "noun", "verb"} {
		for _, lang := range l.langs {
			for _, w := range map[string]map[string][]string{"adjective": e.Adjectives, "acronym": e.Acronyms, "noun": e.Nouns, "verb": e.Verbs}[key][lang] {
				r.long(key+"."+lang, w)
			}
		}
	}
	return e
}

// names are those of a row by language; a person's name is the same in all.
func (l *loader) names(r *row) map[string][]string {
	names := map[string][]string{}
	name := r.str("name")
	for _, lang := range l.langs {
		if name != "" {
			names[lang] = []string{name}
		}
		for _, n := range r.list(lang) {
			r.long(lang, n)
			if !slices.Contains(names[lang], n) {
				names[lang] = append(names[lang], n)
			}
		}
	}
	if name != "" {
		r.long("name", name)
	}
	return names
}

// long refuses names of one letter: they would be found everywhere.
func (r *row) long(key, name string) {
	if text.Letters(name) < 2 && len(Keys(name)) < 2 {
		r.complain(key, "%s: the name %q has one letter, want two at least", key, name)
	}
}

// inherited is a date that a row, or one above it, gives.
func (r *row) inherited(key string) calendar.Date {
	if h := r.holder(key); h != nil {
		return h.date(key)
	}
	return calendar.Date{}
}

// asOf is the day that the row was checked up to.
func (r *row) asOf() calendar.Date { return r.inherited("as_of") }

// ref finds the entity that a key names, of one of some kinds. It is nil when
// the key is missing, wrong, or when a later book withdrew the entity; then
// gone is true.
func (r *row) ref(key string, of ...Kind) (e *Entity, gone bool) {
	id := r.str(key)
	if id == "" {
		return nil, false
	}
	return r.find(key, id, of)
}

// refs finds the entities of a list.
func (r *row) refs(key string, of ...Kind) (out []*Entity, gone bool) {
	for _, id := range r.list(key) {
		e, away := r.find(key, id, of)
		gone = gone || away
		if e != nil {
			out = append(out, e)
		}
	}
	return out, gone
}

func (r *row) find(key, id string, of []Kind) (e *Entity, gone bool) {
	if p := r.rows[id]; p != nil {
		if len(of) == 0 || slices.Contains(of, p.entity.Kind) {
			return p.entity, false
		}
		r.complain(key, "%s: %q is a %s at %s, want a %s", key, id, p.entity.Kind, p.origin(), kindWords(of))
		return nil, false
	}
	if r.dropped[id] {
		return nil, true
	}
	if r.unread {
		return nil, false // it may stand in the file that could not be read
	}
	r.complain(key, "%s: no %s is called %q, want an id that a table declares%s", key, kindWords(of), id, didYouMean(id, r.ids(of...)))
	return nil, false
}

func kindWords(of []Kind) string {
	words := make([]string, len(of))
	for i, k := range of {
		words[i] = string(k)
	}
	return strings.Join(words, " or ")
}

// need reports a key that a row must have.
func (r *row) need(key string) bool {
	if !r.has(key) {
		r.faults.add(r.origin(), "%s without %q, want %s = …", r.name, key, key)
		return false
	}
	return true
}
