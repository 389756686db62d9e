package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"recoupe/rules/calendar"
)

// person tells a life: birth, death, nationality.
func (t *teller) person() {
	e := t.entity
	t.fullNames(e)
	t.withoutSuffix(e)
	t.withoutPoints(e)
	e.Family = t.list("family")
	for _, f := range e.Family {
		t.long("family", f)
	}
	if len(e.Family) == 0 {
		for _, lang := range t.langs {
			for _, name := range e.Names[lang] {
				for _, f := range t.family(name) {
					if !slices.Contains(e.Family, f) {
						e.Family = append(e.Family, f)
					}
				}
			}
		}
	}
	e.Exists = t.period("born", "died")
	if born := e.Exists.From; !born.IsZero() {
		t.fact(t.row, e.ID+"/born", Born, Value{Period: calendar.At(born)}, calendar.At(born))
	}
	if died := e.Exists.To; !died.IsZero() {
		t.fact(t.row, e.ID+"/died", Died, Value{Period: calendar.At(died)}, calendar.At(died))
	}
	countries, _ := t.refs("citizen", Country, PlaceKind)
	for _, c := range countries {
		t.fact(t.row, e.ID+"/citizen/"+c.ID, Citizen, Value{Entity: c}, calendar.Period{})
	}
}

// fullNames lets a language that lists only by-names of a person (DSK, Jokowi)
// call them by the full name that another language gives first.
func (t *teller) fullNames(e *Entity) {
	for _, lang := range t.langs {
		for _, other := range t.langs {
			names, full := e.Names[lang], e.Names[other]
			if len(names) == 0 || len(full) == 0 || names[0] == full[0] || !strings.Contains(full[0], " ") {
				continue
			}
			// Two words are a name already: Putin is no by-name of Poutine.
			if !strings.Contains(names[0], " ") {
				e.Names[lang] = append([]string{full[0]}, names...)
			}
		}
	}
}

// withoutSuffix lets a person whose name tells the generation go by it without
// that: copy drops Jr. as often as not, and means the son as well as the father.
func (t *teller) withoutSuffix(e *Entity) {
	for _, lang := range t.langs {
		for _, name := range e.Names[lang] {
			if short := strings.Join(t.bare(name), " "); short != name && !slices.Contains(e.Names[lang], short) {
				e.Names[lang] = append(e.Names[lang], short)
			}
		}
	}
}

// withoutPoints lets a person whose name holds initials go by it as papers set
// them: George W. Bush, George W Bush; J. K. Rowling, J.K. Rowling, JK Rowling.
func (t *teller) withoutPoints(e *Entity) {
	for _, lang := range t.langs {
		for _, name := range slices.Clone(e.Names[lang]) {
			for _, other := range unpointed(name) {
				if !slices.Contains(e.Names[lang], other) {
					e.Names[lang] = append(e.Names[lang], other)
				}
			}
		}
	}
}

// unpointed is a name without the points of its initials, and with initials that
// follow one another drawn together, with points and without.
func unpointed(name string) []string {
	if !strings.Contains(name, ".") {
		return nil
	}
	var bare, drawn, letters []string
	run := false
	for _, w := range strings.Fields(name) {
		r, size := utf8.DecodeRuneInString(w)
		initial := unicode.IsUpper(r) && w[size:] == "."
		bare = append(bare, strings.TrimSuffix(w, "."))
		if initial && run {
			drawn[len(drawn)-1] += w
			letters[len(letters)-1] += w[:size]
		} else {
			drawn, letters = append(drawn, w), append(letters, strings.TrimSuffix(w, "."))
		}
		run = initial
		if !initial && strings.Contains(w, ".") {
			return nil
		}
	}
	out := []string{strings.Join(bare, " ")}
	if len(drawn) < len(bare) {
		out = append(out, strings.Join(drawn, " "), strings.Join(letters, " "))
	}
	return out
}

// bare is the words of a name without those after it that are none of it.
func (l *loader) bare(name string) []string {
	words := strings.Fields(name)
	for len(words) > 2 && l.suffixes[strings.ToLower(strings.Trim(words[len(words)-1], ".,"))] {
		words = words[:len(words)-1]
		words[len(words)-1] = strings.TrimRight(words[len(words)-1], ",")
	}
	return words
}

// family works out the family names that a full name holds: its last word and
// the particles before it. A name of one word, or one that ends with a number as
// those of monarchs do, holds none.
func (l *loader) family(name string) []string {
	words := l.bare(name)
	last := len(words) - 1
	if last < 1 || regnal(words[last]) {
		return nil
	}
	from := last
	for from > 1 && l.particle(words[from-1]) {
		from--
	}
	out := []string{strings.Join(words[from:], " ")}
	if from < last && lower(words[from]) {
		// Copy drops a small particle as often as not: de Villepin, Villepin. A
		// capital one belongs to the name: Le Pen.
		for from < last && lower(words[from]) {
			from++
		}
		out = append(out, strings.Join(words[from:], " "))
	}
	if before, after, ok := strings.Cut(words[last], "-"); ok && from == last && lower(before) && after != "" {
		out = append(out, after) // al-Assad, Assad
	}
	return out
}

// particle reports whether a word before the last belongs to the family name.
func (l *loader) particle(word string) bool {
	return l.particles[word] || lower(word) && l.particles[strings.ToLower(word)]
}

func lower(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(r)
}

// regnal reports whether a word numbers a monarch or a pope: XVI, Ier.
func regnal(word string) bool {
	roman := strings.TrimRight(word, "erè")
	return roman != "" && strings.Trim(roman, "IVXL") == ""
}
