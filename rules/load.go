package rules

import (
	"bytes"
	"embed"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"
	"recoupe/rules/calendar"
)

type m = map[string]any

func strs(v any) []string {
	var out []string
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		for _, x := range v {
			out = append(out, x.(string))
		}
	}
	return out
}
func rows(v any) []m {
	var out []m
	switch v := v.(type) {
	case []map[string]any:
		return v
	case []any:
		for _, x := range v {
			out = append(out, x.(m))
		}
	}
	return out
}
func date(v any) calendar.Date {
	s, _ := v.(string)
	if s == "" {
		return calendar.Date{}
	}
	d, err := calendar.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// Settings decodes the check's own knobs.
func (r *Rule) Settings(into any) error {
	var buf bytes.Buffer
	if err := toml.NewEncoder(&buf).Encode(r.settings); err != nil {
		return err
	}
	_, err := toml.Decode(buf.String(), into)
	return err
}
func langs(v any, add func(l string, s []string)) {
	if m, ok := v.(m); ok {
		for _, l := range []string{"fr", "en"} {
			if x, ok := m[l]; ok {
				add(l, strs(x))
			}
		}
	}
}

// Embedded is the house's own book.
//
//go:embed lang catalog facts
var Embedded embed.FS

// Load reads a book. Provisional: it is replaced by the strict loader.
func Load(books ...fs.FS) (*Book, error) {
	fsys := books[0]
	b := &Book{Languages: map[string]*Language{}, entities: map[string]*Entity{}, bySubject: map[slot][]*Fact{}, byValue: map[slot][]*Fact{}}
	for _, lc := range []string{"fr", "en"} {
		var l Language
		raw, _ := fs.ReadFile(fsys, "lang/"+lc+".toml")
		if _, err := toml.Decode(string(raw), &l); err != nil {
			fmt.Println(err)
		}
		l.Code = lc
		l.phrases = &Phrases{}
		l.classes = map[uint64]map[string]bool{}
		for c, ws := range l.Class {
			for _, w := range ws {
				k := Keys(w)
				l.phrases.Add(k, Label{Class: c, Way: ByWord})
				if len(k) == 1 {
					if l.classes[k[0]] == nil {
						l.classes[k[0]] = map[string]bool{}
					}
					l.classes[k[0]][c] = true
				}
			}
		}
		for c, ws := range l.Lemma {
			for _, w := range ws {
				l.phrases.AddWords(w, Label{Lemma: c, Way: ByWord})
			}
		}
		l.Quantity.index(l.phrases)
		b.Languages[lc] = &l
	}
	var files []string
	fs.WalkDir(fsys, "facts", func(p string, d fs.DirEntry, err error) error {
		if strings.HasSuffix(p, ".toml") {
			files = append(files, p)
		}
		return nil
	})
	var later []func()
	for _, p := range files {
		raw, _ := fs.ReadFile(fsys, p)
		var doc m
		if _, err := toml.Decode(string(raw), &doc); err != nil {
			fmt.Println(p, err)
			continue
		}
		for _, kind := range []Kind{Country, City, PlaceKind, Organisation, Person, Title, Office, Act, Event, Figure, Currency, Thing} {
			for _, r := range rows(doc[string(kind)]) {
				e := &Entity{ID: r["id"].(string), Kind: kind, Names: map[string][]string{}, Adjectives: map[string][]string{}, Acronyms: map[string][]string{}, Expansions: map[string][]string{}, Verbs: map[string][]string{}, Nouns: map[string][]string{}}
				get := func(c m, k string) any {
					if v, ok := c[k]; ok {
						return v
					}
					if v, ok := r[k]; ok && k != "from" {
						return v
					}
					return doc[k]
				}
				if n, ok := r["name"].(string); ok {
					e.Names["fr"], e.Names["en"] = []string{n}, []string{n}
				}
				for _, l := range []string{"fr", "en"} {
					e.Names[l] = append(e.Names[l], strs(r[l])...)
				}
				langs(r["adjective"], func(l string, s []string) { e.Adjectives[l] = s })
				langs(r["acronym"], func(l string, s []string) { e.Acronyms[l] = s })
				langs(r["expansion"], func(l string, s []string) { e.Expansions[l] = s })
				langs(r["verb"], func(l string, s []string) { e.Verbs[l] = s })
				langs(r["noun"], func(l string, s []string) { e.Nouns[l] = s })
				e.Sub, _ = r["kind"].(string)
				e.Several, _ = r["several"].(bool)
				e.Family = strs(r["family"])
				if kind == Person && len(e.Family) == 0 {
					for _, n := range append(e.Names["fr"], e.Names["en"]...) {
						w := strings.Fields(n)
						e.Family = append(e.Family, w[len(w)-1])
					}
				}
				if e.AsOf = date(get(r, "as_of")); e.AsOf.First() > b.AsOf.First() {
					b.AsOf = e.AsOf
				}
				e.AsOf, e.Since = date(get(r, "as_of")), date(r["since"])
				e.Origin = Origin{p, 1}
				b.entities[e.ID] = e
				b.Entities = append(b.Entities, e)
				fact := func(c m, rel string, v func() Value, from, to calendar.Date) {
					f := &Fact{ID: e.ID + rel, Subject: e, Relation: rel, During: calendar.Period{From: from, To: to}, Sources: strs(get(c, "sources")), Verified: date(get(c, "verified")), AsOf: e.AsOf, Origin: e.Origin}
					f.Acting, _ = c["acting"].(bool)
					later = append(later, func() {
						f.Value = v()
						if rel != TookPlace && rel != Born && rel != Died && rel != Existed && rel != StandsFor && rel != Counts && f.Value.Entity == nil {
							return
						}
						b.Facts = append(b.Facts, f)
						b.bySubject[slot{e, rel}] = append(b.bySubject[slot{e, rel}], f)
						if f.Value.Entity != nil {
							b.byValue[slot{f.Value.Entity, rel}] = append(b.byValue[slot{f.Value.Entity, rel}], f)
						}
					})
				}
				ent := func(v any) func() Value {
					return func() Value { s, _ := v.(string); return Value{Entity: b.entities[s]} }
				}
				var words []string
				for _, l := range []string{"fr", "en"} {
					words = append(words, e.Expansions[l]...)
				}
				if len(words) > 0 {
					fact(r, StandsFor, func() Value { return Value{Words: words} }, calendar.Date{}, calendar.Date{})
				}
				for _, c := range rows(r["value"]) {
					n := fmt.Sprint(c["value"])
					x, _ := strconv.ParseFloat(n, 64)
					fact(c, Counts, func() Value { return Value{Number: x} }, date(c["from"]), date(c["to"]))
				}
				for _, c := range rows(r["held"]) {
					fact(c, Holds, ent(c["by"]), date(c["from"]), date(c["to"]))
				}
				for _, c := range rows(r["capital"]) {
					fact(c, Capital, ent(c["city"]), date(c["from"]), date(c["to"]))
				}
				for _, c := range rows(r["member"]) {
					fact(c, Member, ent(c["who"]), date(c["from"]), date(c["to"]))
				}
				for k, rel := range map[string]string{"born": Born, "died": Died} {
					if v, ok := r[k]; ok {
						d := date(v)
						fact(r, rel, func() Value { return Value{Period: calendar.At(d)} }, d, d)
					}
				}
				if kind == Event {
					from, to := date(r["from"]), date(r["to"])
					if on := date(r["on"]); !on.IsZero() {
						from, to = on, on
					}
					fact(r, TookPlace, func() Value { return Value{Period: calendar.Period{From: from, To: to}} }, from, to)
				} else if kind != Person {
					if from := date(r["from"]); !from.IsZero() {
						fact(r, Existed, func() Value { return Value{Period: calendar.Period{From: from, To: date(r["to"])}} }, from, date(r["to"]))
					}
				}
				for _, c := range strs(r["in"]) {
					fact(r, LiesIn, ent(c), calendar.Date{}, calendar.Date{})
				}
				later = append(later, func() {
					e.Title = b.entities[fmt.Sprint(r["title"])]
					e.Of = b.entities[fmt.Sprint(r["of"])]
					e.Act = b.entities[fmt.Sprint(r["act"])]
					for _, x := range strs(r["agent"]) {
						e.Agent = append(e.Agent, b.entities[x])
					}
					for _, x := range strs(r["object"]) {
						e.Object = append(e.Object, b.entities[x])
					}
					for _, x := range strs(r["in"]) {
						e.In = append(e.In, b.entities[x])
					}
				})
				for lc, l := range b.Languages {
					ls := []string{lc}
					if kind == Person || kind == City || kind == Thing {
						ls = []string{"fr", "en"}
					}
					for _, x := range ls {
						for _, n := range e.Names[x] {
							if strings.Contains(n, "{of}") {
								l.phrases.AddWords(strings.Join(strings.Fields(strings.ReplaceAll(n, "{of}", "")), " "), Label{Entity: e})
								a, z, _ := strings.Cut(n, "{of}")
								l.phrases.Add(append(append(Keys(a), SlotKey), Keys(z)...), Label{Entity: e})
								continue
							}
							l.phrases.AddWords(n, Label{Entity: e})
						}
					}
					for _, n := range e.Acronyms[lc] {
						l.phrases.AddWords(n, Label{Entity: e, Way: ByAcronym})
					}
					for _, n := range e.Adjectives[lc] {
						l.phrases.AddWords(n, Label{Entity: e, Way: ByAdjective})
					}
					for _, n := range e.Family {
						l.phrases.AddWords(n, Label{Entity: e, Way: ByFamily})
					}
					for _, n := range e.Verbs[lc] {
						forms := l.Lemma[n]
						if len(forms) == 0 {
							forms = []string{n}
							if lc == "fr" {
								st := n[:len(n)-2]
								for _, x := range []string{"é", "ée", "és", "ées", "e", "ent", "ait", "aient", "a", "èrent", "i", "ie", "it", "issait"} {
									forms = append(forms, st+x)
								}
							} else {
								forms = append(forms, n+"ed", n+"d", n+"s")
							}
						}
						for _, x := range forms {
							l.phrases.AddWords(x, Label{Entity: e, Way: ByVerb})
						}
					}
					for _, n := range e.Nouns[lc] {
						l.phrases.AddWords(n, Label{Entity: e, Way: ByNoun})
					}
				}
			}
		}
	}
	for _, f := range later {
		f()
	}
	cat, _ := fs.Glob(fsys, "catalog/*.toml")
	for _, p := range cat {
		raw, _ := fs.ReadFile(fsys, p)
		var d struct {
			ID, Check, Relation, Severity string
			Title, Why, Message           map[string]string
			Note                          map[string]map[string]string
			Settings                      map[string]any
			Pattern                       []struct {
				Lang, Match string
				Set         map[string]string
				Unless      []string
				UnlessAfter []string `toml:"unless_after"`
			}
		}
		if _, err := toml.Decode(string(raw), &d); err != nil {
			fmt.Println(p, err)
		}
		r := &Rule{ID: d.ID, Check: d.Check, Relation: d.Relation, Title: d.Title, Why: d.Why, Message: d.Message, Notes: d.Note, Origin: Origin{p, 1}}
		r.Severity, _ = ParseSeverity(d.Severity)
		r.settings = d.Settings
		for _, x := range d.Pattern {
			r.Patterns = append(r.Patterns, &Pattern{Lang: x.Lang, Match: x.Match, Set: x.Set, Unless: x.Unless, After: x.UnlessAfter, Origin: r.Origin})
		}
		b.Rules = append(b.Rules, r)
	}
	return b, nil
}
