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
	if !iso639(code) {
		r.complain("code", "code %q is no code of a language, want two or three small letters as in ISO 639: \"fr\", \"oci\"", code)
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

// iso639 reports whether a code has the form of those of ISO 639.
func iso639(code string) bool {
	for i := range len(code) {
		if code[i] < 'a' || code[i] > 'z' {
			return false
		}
	}
	return len(code) == 2 || len(code) == 3
}
