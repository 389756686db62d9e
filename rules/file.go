package rules

import (
	"maps"
	"slices"
	"strings"
)

// everywhere are the kinds whose names are found in copy of any language.
var everywhere = []Kind{Person, City, Thing}

// file fills the language's phrase table with the words of the book, in a fixed
// order, so that the same tables make the same table.
func (l *loader) file(lang *Language) {
	lang.filing = &filing{}
	lang.inflected = map[string][]string{}
	for _, name := range slices.Sorted(maps.Keys(lang.Regular)) {
		for _, lemma := range lang.Regular[name] {
			lang.inflected[lemma] = append(lang.inflected[lemma], lang.Paradigm[name].inflect(lemma)...)
		}
	}
	lang.fileClasses()
	lang.fileLemmas()
	lang.Quantity.index(lang.filing)
	lang.Rival.index(lang.filing)
	for _, e := range l.entities {
		lang.fileEntity(e, l.langs)
	}
}

// fileClasses files word classes, and keeps single words for Is. The words by
// which the language is guessed are a class as well.
func (l *Language) fileClasses() {
	classes := maps.Clone(l.Class)
	if classes == nil {
		classes = map[string][]string{}
	}
	classes["function"] = append(slices.Clip(classes["function"]), l.Function...)
	names := slices.Sorted(maps.Keys(classes))
	l.words.name(names)
	for id, class := range names {
		for _, w := range classes[class] {
			keys := Keys(w)
			l.filing.add(keys, Label{Class: class, Way: ByWord})
			if len(keys) == 1 {
				l.words.add(keys[0], id)
			}
		}
	}
}

// fileLemmas files every form of every lemma.
func (l *Language) fileLemmas() {
	for _, lemmas := range []map[string][]string{l.Lemma, l.inflected} {
		for _, lemma := range slices.Sorted(maps.Keys(lemmas)) {
			for _, form := range lemmas[lemma] {
				l.filing.addWords(form, Label{Lemma: lemma, Way: ByWord})
			}
		}
	}
}

// fileEntity files the words that name an entity in the language.
func (l *Language) fileEntity(e *Entity, langs []string) {
	if !slices.Contains(everywhere, e.Kind) {
		langs = []string{l.Code}
	}
	for _, lang := range langs {
		for _, name := range e.Names[lang] {
			l.fileName(name, e)
		}
	}
	for _, name := range e.Acronyms[l.Code] {
		l.filing.addWords(name, Label{Entity: e, Way: ByAcronym})
	}
	for _, name := range e.Adjectives[l.Code] {
		l.filing.addWords(name, Label{Entity: e, Way: ByAdjective})
	}
	for _, name := range e.Family {
		l.filing.addWords(name, Label{Entity: e, Way: ByFamily})
	}
	for _, verb := range e.Verbs[l.Code] {
		for _, form := range l.Forms(verb) {
			l.filing.addWords(form, Label{Entity: e, Way: ByVerb})
		}
	}
	for _, noun := range e.Nouns[l.Code] {
		l.filing.addWords(noun, Label{Entity: e, Way: ByNoun})
	}
}

// fileName files a name. One with a slot, "ministre {of} des Affaires
// étrangères", is filed with it and without.
func (l *Language) fileName(name string, e *Entity) {
	before, after, ok := strings.Cut(name, "{of}")
	if !ok {
		l.filing.addWords(name, Label{Entity: e})
		return
	}
	l.filing.addWords(strings.Join(strings.Fields(before+" "+after), " "), Label{Entity: e})
	l.filing.add(append(append(Keys(strings.TrimSpace(before)), SlotKey), Keys(strings.TrimSpace(after))...), Label{Entity: e})
}
