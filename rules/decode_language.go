package rules

import (
	"reflect"
	"slices"
)

// language reads a sheet of a language. A language may be told in several
// sheets: lists are replaced by later ones, tables are added to.
func (l *loader) language(s *sheet) {
	r := l.root(s)
	code := r.str("code")
	if code == "" {
		r.faults.add(r.origin(), "language without a code, want code = \"fr\" or the like")
		return
	}
	lang := l.book.Languages[code]
	if lang == nil {
		lang = &Language{}
		l.book.Languages[code] = lang
		l.langs = append(l.langs, code)
		slices.Sort(l.langs)
	}
	f := filler{name: r.name, faults: &l.faults, at: r.key}
	f.fill(reflect.ValueOf(lang).Elem(), s.root, "")
	for paradigm := range lang.Regular {
		if _, ok := lang.Paradigm[paradigm]; !ok {
			r.complain("regular."+paradigm, "regular.%s follows no paradigm, want [paradigm.%s]", paradigm, paradigm)
		}
	}
}
