package rules

import (
	"maps"
	"reflect"
	"slices"
	"strings"

	"recoupe/checks/text"
	"recoupe/rules/calendar"
	"recoupe/rules/compiled"
)

// freeze compiles what a loader read.
func (l *loader) freeze(key, digest, stamp string) []byte {
	z := &freezer{pool: &compiled.Pool{}}
	for i, e := range l.entities {
		e.number = i
	}
	for i, f := range l.facts {
		f.number = i
	}
	z.entities(l.entities, l.facts)
	z.facts(l.facts)
	z.lists(l)
	z.almanac(l)
	w := &compiled.Writer{Pool: z.pool}
	writeDate(w, l.book.AsOf)
	w.Uint(uint64(len(l.book.Rules)))
	for _, r := range l.book.Rules {
		write(w, reflect.ValueOf(*r))
		writeTree(w, r.settings)
		write(w, reflect.ValueOf(r.lines))
	}
	w.Uint(uint64(len(l.langs)))
	for _, code := range l.langs {
		z.language(w, l.book.Languages[code])
	}
	z.file.Add("book", w.Bytes)
	z.file.Add("digest", []byte(digest))
	z.file.Add("stamp", []byte(stamp))
	z.file.Add("strings", z.pool.Bytes())
	return z.file.Bytes(key)
}

type freezer struct {
	file compiled.Builder
	pool *compiled.Pool
}

// entities lays out the records of entities, where each begins, and their order
// by id.
func (z *freezer) entities(entities []*Entity, facts []*Fact) {
	w := &compiled.Writer{Pool: z.pool}
	starts, first := []int{}, []int{}
	next := 0
	for _, e := range entities {
		starts = append(starts, len(w.Bytes))
		writeEntity(w, e)
		first = append(first, next)
		for next < len(facts) && facts[next].Subject == e {
			next++
		}
	}
	order := make([]int, len(entities))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return strings.Compare(entities[a].ID, entities[b].ID) })
	z.file.Add("entities", w.Bytes)
	z.file.Add("entity-at", compiled.AppendNumbers(nil, append(starts, len(w.Bytes))...))
	z.file.Add("facts-of", compiled.AppendNumbers(nil, append(first, next)...))
	z.file.Add("by-id", compiled.AppendNumbers(nil, order...))
}

// facts lays out the records of facts.
func (z *freezer) facts(facts []*Fact) {
	w := &compiled.Writer{Pool: z.pool}
	var starts []int
	for _, f := range facts {
		starts = append(starts, len(w.Bytes))
		writeFact(w, f)
	}
	z.file.Add("facts", w.Bytes)
	z.file.Add("fact-at", compiled.AppendNumbers(nil, append(starts, len(w.Bytes))...))
}

// lists lays out what refers to each entity.
func (z *freezer) lists(l *loader) {
	naming := make([][]uint32, len(l.entities))
	for i, f := range l.facts {
		if v := f.Value.Entity; v != nil {
			naming[v.number] = append(naming[v.number], uint32(i))
		}
	}
	under := make([][]uint32, len(l.entities))
	for i, e := range l.entities {
		var above []*Entity
		switch {
		case e.Kind == Office:
			above = []*Entity{e.Title, e.Of}
		case e.Kind == Event:
			above = []*Entity{e.Act}
		}
		for _, a := range above {
			if a != nil {
				under[a.number] = append(under[a.number], uint32(i))
			}
		}
	}
	heirs := make([][]uint32, len(l.entities))
	for i, e := range l.entities {
		for _, was := range e.Continues {
			heirs[was.number] = append(heirs[was.number], uint32(i))
		}
	}
	z.pack("naming", naming)
	z.pack("under", under)
	z.pack("heirs", heirs)
	z.file.Add("name-words", compiled.AppendNumbers(nil, wordsOfNames(l.entities)...))
}

// wordsOfNames are the words that stand in the names of persons, places and
// bodies, in any language, sorted.
func wordsOfNames(entities []*Entity) []uint32 {
	words := map[uint32]bool{}
	for _, e := range entities {
		switch e.Kind {
		case Person, City, PlaceKind, Country, Organisation:
		default:
			continue
		}
		for _, names := range e.Names {
			for _, name := range names {
				for _, word := range strings.Fields(text.Fold(name)) {
					words[nameWord(word)] = true
				}
			}
		}
	}
	return slices.Sorted(maps.Keys(words))
}

// nameWord is the number of a folded word of a name.
func nameWord(folded string) uint32 { return uint32(text.Hash(folded) >> 32) }

func (z *freezer) pack(name string, lists [][]uint32) {
	starts, all := compiled.PackLists(lists)
	z.file.Add(name+"-at", starts)
	z.file.Add(name, all)
}

// language lays out a language: its words and settings in the record of the
// book, its phrases in a table of their own.
func (z *freezer) language(w *compiled.Writer, l *Language) {
	write(w, reflect.ValueOf(*l))
	write(w, reflect.ValueOf(l.words.names))
	write(w, reflect.ValueOf(l.words.keys))
	write(w, reflect.ValueOf(l.words.sets))
	lists := make([][]uint32, len(l.filing.labels))
	for i, labels := range l.filing.labels {
		for _, label := range labels {
			lists[i] = append(lists[i], packLabel(label, z.pool))
		}
	}
	z.file.Add(l.Code+"-phrases", compiled.PackTable(l.filing.entries()))
	z.file.Add(l.Code+"-deeper", compiled.PackFilter(l.filing.prefixes(func(s *filingSlot) bool { return s.deeper })))
	z.file.Add(l.Code+"-second", compiled.PackFilter(slices.Collect(maps.Keys(l.filing.second))))
	z.file.Add(l.Code+"-slots", compiled.PackFilter(l.filing.prefixes(func(s *filingSlot) bool { return s.slot })))
	z.pack(l.Code+"-labels", lists)
}

func writeDate(w *compiled.Writer, d calendar.Date) {
	w.Int(int64(d.Year)<<9 | int64(d.Month)<<5 | int64(d.Day))
}

func writePeriod(w *compiled.Writer, p calendar.Period) {
	writeDate(w, p.From)
	writeDate(w, p.To)
}

func writePeriods(w *compiled.Writer, list []calendar.Period) {
	w.Uint(uint64(len(list)))
	for _, p := range list {
		writePeriod(w, p)
	}
}

func writeOrigin(w *compiled.Writer, o Origin) {
	w.String(o.File)
	w.Uint(uint64(o.Line))
}

// writeRefs writes entities by their numbers.
func writeRefs(w *compiled.Writer, list ...*Entity) {
	w.Uint(uint64(len(list)))
	for _, e := range list {
		n := 0 // none
		if e != nil {
			n = e.number + 1
		}
		w.Uint(uint64(n))
	}
}

func writeWords(w *compiled.Writer, words map[string][]string) {
	w.Uint(uint64(len(words)))
	for _, lang := range slices.Sorted(maps.Keys(words)) {
		w.String(lang)
		w.Strings(words[lang])
	}
}

// writeEntity writes an entity's record; readEntity reads it.
func writeEntity(w *compiled.Writer, e *Entity) {
	w.String(e.ID)
	w.Uint(uint64(slices.Index(kinds, e.Kind)))
	w.String(e.Sub)
	w.Strings([]string{e.Sex, e.Code, e.QID})
	for _, words := range []map[string][]string{e.Names, e.Adjectives, e.Acronyms, e.Expansions, e.Verbs, e.Nouns} {
		writeWords(w, words)
	}
	w.Strings(e.Family)
	writeRefs(w, e.Title, e.Of, e.Act)
	writeRefs(w, e.In...)
	writeRefs(w, e.Agent...)
	writeRefs(w, e.Object...)
	writeRefs(w, e.Continues...)
	writePeriods(w, e.Vacant)
	writePeriods(w, e.gaps)
	flags := uint64(0)
	if e.Several {
		flags |= severalHold
	}
	if e.Withdrawn {
		flags |= withdrawn
	}
	w.Uint(flags)
	w.Uint(uint64(e.Lead))
	writePeriod(w, e.Exists)
	writeDate(w, e.AsOf)
	writeDate(w, e.Since)
	writeOrigin(w, e.Origin)
}

// Flags of an entity's record.
const (
	severalHold = 1 << iota
	withdrawn
)

// writeFact writes a fact's record; readFact reads it. Of its id only what follows
// that of the subject is kept.
func writeFact(w *compiled.Writer, f *Fact) {
	w.String(strings.TrimPrefix(f.ID, f.Subject.ID))
	w.String(f.Relation)
	writeRefs(w, f.Value.Entity)
	writePeriod(w, f.Value.Period)
	w.Float(f.Value.Number)
	w.Strings(f.Value.Words)
	writePeriod(w, f.During)
	acting := uint64(0)
	if f.Acting {
		acting = 1
	}
	w.Uint(uint64(f.Nth)<<1 | acting)
	w.Strings(f.Sources)
	writeDate(w, f.Verified)
	writeDate(w, f.AsOf)
	writeOrigin(w, f.Origin)
}
