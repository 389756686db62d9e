package rules_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"recoupe/rules"
)

// small is a book in which each of the broken tables below breaks one thing.
var small = map[string]string{
	"lang/fr.toml": `code = "fr"
name = "français"
[class]
article = ["le", "la"]
[paradigm.er]
ending = "er"
forms = ["er", "e", "é"]
[regular]
er = ["annexer"]
`,
	"lang/en.toml": `code = "en"
name = "English"
`,
	"facts/base.toml": `as_of = "2026-01-01"
sources = ["a", "b"]

[[country]]
id = "ruritania"
fr = ["Ruritanie"]
en = ["Ruritania"]

[[city]]
id = "strelsau"
fr = ["Strelsau"]
en = ["Strelsau"]
in = ["ruritania"]

[[person]]
id = "rudolf-elphberg"
name = "Rudolf Elphberg"
born = "1860"

[[title]]
id = "chancellor"
fr = ["chancelier"]
en = ["chancellor"]

[[act]]
id = "annex"
verb.fr = ["annexer"]
`,
}

// with is the small book with one more file, or another in its place.
func with(file, src string) fstest.MapFS {
	fsys := fstest.MapFS{file: {Data: []byte(src)}}
	for name, src := range small {
		if name != file {
			fsys[name] = &fstest.MapFile{Data: []byte(src)}
		}
	}
	return fsys
}

const header = "as_of = \"2026-01-01\"\nsources = [\"a\"]\n"

// faulty are broken files, each with all that is said of it.
var faulty = []struct{ name, file, src, want string }{
	{"syntax", "facts/x.toml", "a = 1\n[[person]\n", `
facts/x.toml:2: expected end of table array name delimiter ']', but got '\n' instead`},
	{"key twice", "facts/x.toml", header + "as_of = \"2026\"\n", `
facts/x.toml:3: Key 'as_of' has already been defined`},
	{"unknown table", "facts/x.toml", header + "[[persn]]\nid = \"x\"\n", `
facts/x.toml:3: the file has no key "persn"; did you mean "person"?`},
	{"unknown key, in the second of three rows", "facts/x.toml", header + `
[[city]]
id = "a-town"
en = ["A Town"]

[[city]]
id = "b-town"
en = ["B Town"]
inn = ["ruritania"]

[[city]]
id = "c-town"
en = ["C Town"]
`, `
facts/x.toml:11: city has no key "inn"; did you mean "in"?`},
	{"unknown key, in a row inside a row", "facts/x.toml", header + `
[[office]]
id = "first"
title = "chancellor"
of = "ruritania"
  [[office.held]]
  by = "rudolf-elphberg"
  from = "1880"

[[office]]
id = "second"
title = "chancellor"
of = "ruritania"
  [[office.held]]
  by = "rudolf-elphberg"
  from = "1880"
  [[office.held]]
  by = "rudolf-elphberg"
  form = "1890"
`, `
facts/x.toml:21: held has no key "form"; did you mean "from"?`},
	{"no such key at all", "facts/x.toml", header + "[[act]]\nid = \"x\"\nzzzzzzzz = 1\n", `
facts/x.toml:5: act has no key "zzzzzzzz", want one of kind, verb, noun, id, qid, as_of, since, sources, verified, drop, en, fr`},
	{"wrong types", "facts/x.toml", header + `
[[person]]
id = "a-b"
name = 7
born = 1880
citizen = ["ruritania", 3]
sex = "x"

[[office]]
id = "o"
title = "chancellor"
of = "ruritania"
several = "yes"
held = "nobody"
`, `
facts/x.toml:4: person "a-b" has no name, want en = ["…"]
facts/x.toml:6: name is the number 7, want a string in quotes
facts/x.toml:7: born is the number 1880, want a date in quotes: "2022", "2022-02" or "2022-02-24"
facts/x.toml:8: citizen holds the number 3, want strings in quotes
facts/x.toml:9: sex is "x", want "m" or "f"
facts/x.toml:15: several is "yes", want true or false
facts/x.toml:16: held is "nobody", want tables headed [[office.held]]`},
	{"a date that TOML knows", "facts/x.toml", header + "[[thing]]\nid = \"x\"\nen = [\"Thing\"]\nfrom = 2022-02-24\n", `
facts/x.toml:6: from is a date without quotes, want a date in quotes: "2022", "2022-02" or "2022-02-24"`},
	{"ids", "facts/x.toml", header + `
[[thing]]
en = ["Thing"]
[[thing]]
id = "Big Thing"
en = ["Thing"]
[[thing]]
id = "strelsau"
en = ["Thing"]
[[thing]]
id = "thing"
en = ["Thing"]
[[thing]]
id = "thing"
en = ["Thing"]
`, `
facts/x.toml:4: thing without an id, want id = "…"
facts/x.toml:7: id "Big Thing" is not in kebab case, want small letters and digits joined by hyphens
facts/x.toml:10: id "strelsau" is taken by the city at facts/base.toml:9, want another
facts/x.toml:16: id "thing" is taken by the thing at facts/x.toml:12, want another`},
	{"ids that nothing declares", "facts/x.toml", header + `
[[office]]
id = "ruritania-chancellor"
title = "chancelor"
of = "ruritanya"
  [[office.held]]
  by = "rudolf-elfberg"
  from = "1880"

[[organisation]]
id = "league"
en = ["League"]
seat = "strelsaw"
  [[organisation.member]]
  who = "strelsau"

[[event]]
id = "annexation"
en = ["annexation"]
on = "1881"
act = "anex"
agent = ["ruritania", "nowhere"]
`, `
facts/x.toml:6: title: no title is called "chancelor", want an id that a table declares; did you mean "chancellor"?
facts/x.toml:7: of: no country or city or place or organisation is called "ruritanya", want an id that a table declares; did you mean "ruritania"?
facts/x.toml:9: by: no person is called "rudolf-elfberg", want an id that a table declares; did you mean "rudolf-elphberg"?
facts/x.toml:15: seat: no city is called "strelsaw", want an id that a table declares; did you mean "strelsau"?
facts/x.toml:17: who: "strelsau" is a city at facts/base.toml:9, want a country or place or organisation or person
facts/x.toml:23: act: no act is called "anex", want an id that a table declares; did you mean "annex"?
facts/x.toml:24: agent: no country or city or place or organisation or person or thing or event is called "nowhere", want an id that a table declares`},
	{"dates", "facts/x.toml", header + `
[[person]]
id = "p"
name = "Per Son"
born = "1900-02-30"
died = "19"

[[event]]
id = "e"
en = ["event"]
from = "1999-05"
to = "1998"

[[event]]
id = "f"
en = ["happening"]

[[event]]
id = "g"
en = ["goings-on"]
on = "1999"
to = "2000"

[[country]]
id = "c"
en = ["Country"]
since = "2027"
`, `
facts/x.toml:7: born: "1900-02-30" does not exist in the calendar
facts/x.toml:8: died: "19" is no date; want YYYY, YYYY-MM or YYYY-MM-DD
facts/x.toml:14: to 1998 is before from 1999-05, want the later date last
facts/x.toml:16: event without a date, want on = "…" or from = "…"
facts/x.toml:23: on beside from or to, want one or the other
facts/x.toml:29: since 2027 is after as_of 2026-01-01, want the earlier date`},
	{"who says so, and up to when", "facts/x.toml", `
[[event]]
id = "e"
en = ["event"]
on = "1999"
`, `
facts/x.toml:1: no as_of, want as_of = "YYYY-MM-DD" at the top of the file: the day up to which it was checked
facts/x.toml:2: event without sources, want sources = ["…"] here or at the top of the file`},
	{"names", "facts/x.toml", header + `
[[thing]]
id = "nameless"
[[thing]]
id = "short"
en = ["X", "Ex"]
[[thing]]
id = "said-twice"
en = ["Thing", "Thing"]
[[country]]
id = "c"
en = ["Country"]
adjective.de = ["deutsch"]
adjective.fr = ["y"]
`, `
facts/x.toml:4: thing "nameless" has no name, want en = ["…"]
facts/x.toml:8: en: the name "X" has one letter, want two at least
facts/x.toml:11: en lists "Thing" twice
facts/x.toml:15: adjective has no language "de", want one of en, fr
facts/x.toml:16: adjective.fr: the name "y" has one letter, want two at least`},
	{"the same fact twice", "facts/x.toml", header + `
[[office]]
id = "ruritania-chancellor"
title = "chancellor"
of = "ruritania"
  [[office.held]]
  by = "rudolf-elphberg"
  from = "1880"
  [[office.held]]
  by = "rudolf-elphberg"
  from = "1880"
  nth = 1.5
  [[office.held]]
  from = "1890"
`, `
facts/x.toml:11: the fact "ruritania-chancellor/rudolf-elphberg/1880" stands at facts/x.toml:8 already, want it once
facts/x.toml:14: nth is 1.5, want a whole number from 1
facts/x.toml:15: held without "by", want by = …`},
	{"a verb without forms", "facts/x.toml", "[[act]]\nid = \"eat\"\nverb.fr = [\"annexer\", \"manger\"]\n", `
facts/x.toml:3: the language file knows no forms of the verb "manger", want it in [lemma] or [regular]`},
	{"nothing to drop", "facts/x.toml", `
[[person]]
id = "rudolf-elfberg"
drop = true
[[fact]]
id = "strelsau/in/nowhere"
drop = true
[[fact]]
id = "strelsau/in/ruritania"
`, `
facts/x.toml:3: no person is called "rudolf-elfberg", want the id of one to drop; did you mean "rudolf-elphberg"?
facts/x.toml:6: no fact is called "strelsau/in/nowhere", want the id of one to drop
facts/x.toml:8: fact without drop = true, want facts told in the tables of what they are about`},
	{"a code that is none", "lang/x.toml", "code = \"0000000\"\n", `
lang/x.toml:1: code "0000000" is no code of a language, want two or three small letters as in ISO 639: "fr", "oci"`},
	{"a language's keys and types", "lang/en.toml", `code = "en"
name = "English"
function = "the"
clas = 1
[say]
contract = [["de le", 2]]
singulr = [1]
[paradigm.e]
endin = "e"
[regular]
ee = ["flee"]
`, `
lang/en.toml:3: function is "the", want a list
lang/en.toml:4: the file has no key "clas"; did you mean "class"?
lang/en.toml:6: say.contract is the number 2, want a string in quotes
lang/en.toml:7: say has no key "singulr"; did you mean "singular"?
lang/en.toml:9: paradigm.e has no key "endin"; did you mean "ending"?
lang/en.toml:11: regular.ee follows no paradigm, want [paradigm.ee]`},
	{"a language without a code", "lang/de.toml", "name = \"Deutsch\"\n", `
lang/de.toml:1: language without a code, want code = "fr" or the like`},
	{"a rule that says nothing", "catalog/rule.toml", "id = \"rule\"\ncheck = \"c\"\n[title]\nfr = \"faute\"\n[why]\nfr = \"car\"\n[message]\nfr = \"m\"\n[[pattern]]\nlang = \"fr\"\nmatch = \"mot\"\n", `
catalog/rule.toml:1: rule "rule" has no example in "fr", want a bad and a good sentence`},
	{"rules", "catalog/rule.toml", `id = "rul"
severity = "eror"
[title]
fr = "faute"
[message]
de = "Fehler"
[[pattern]]
lang = "de"
[[pattern]]
lang = "fr"
match = "%artcle mot @annexer @manger %article"
unless = ["%nothing"]
[[pattern.examples]]
bad = "Une faute."
date = "2022-13"
[[examples]]
good = "Rien."
[[examples]]
lang = "fr"
`, `
catalog/rule.toml:1: rule "rul" has no why in "fr", want fr = "…" under [why]
catalog/rule.toml:1: rule "rul" in a file called rule.toml, want the same name
catalog/rule.toml:1: rule without "check", want check = …
catalog/rule.toml:2: severity is "eror", want note, warning or error; did you mean "error"?
catalog/rule.toml:5: rule "rul" has no message in "fr", want fr = "…" under [message]
catalog/rule.toml:6: message has no key "de", want one of en, fr
catalog/rule.toml:7: pattern without "match", want match = …
catalog/rule.toml:8: lang is "de", want one of en, fr
catalog/rule.toml:9: pattern names the lemma @manger, want one of [lemma] or [regular]
catalog/rule.toml:9: pattern names the word class %artcle, want one that lang/fr.toml lists; did you mean "article"?
catalog/rule.toml:9: pattern names the word class %nothing, want one that lang/fr.toml lists
catalog/rule.toml:14: bad example "Une faute." marks nothing, want the faulty words in [brackets]
catalog/rule.toml:15: date: "2022-13" does not exist in the calendar
catalog/rule.toml:16: examples without "lang", want lang = …
catalog/rule.toml:18: example without a sentence, want bad = "… [faulty words] …" or good = "…"`},
}

func TestFaultsAreToldWithTheirLines(t *testing.T) {
	for _, f := range faulty {
		t.Run(f.name, func(t *testing.T) {
			book, err := rules.Load(with(f.file, f.src))
			if err == nil {
				t.Fatal("loads")
			}
			if book != nil {
				t.Error("half a book came with the faults")
			}
			if got, want := err.Error(), strings.TrimPrefix(f.want, "\n"); got != want {
				t.Errorf("told:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

// Lines do not shift with a byte order mark, Windows line ends, or strings and
// lists that run over lines and look like headers.
func TestLinesHoldInOddFiles(t *testing.T) {
	src := "\ufeff" + strings.ReplaceAll(header+`
# [[city]]
[[thing]]
id = "a"
en = [
  "[[city]]", # ]
  "id = 1",
]
fr = ["""
[[thing]]
id = "no"
""", 'it\'] # plain

[[city]]
id = "b"
en = ["B Town"] # "
inn = []
`, "\n", "\r\n")
	_, err := rules.Load(with("facts/x.toml", src))
	if want := `facts/x.toml:19: city has no key "inn"; did you mean "in"?`; err == nil || err.Error() != want {
		t.Errorf("told %v, want %s", err, want)
	}
}

func TestAFolderWithoutTables(t *testing.T) {
	_, err := rules.Load(rules.Named("my/desk", fstest.MapFS{"readme.txt": {}}))
	if want := "my/desk:1: no table here, want files that end in .toml"; err == nil || err.Error() != want {
		t.Errorf("told %v, want %s", err, want)
	}
}
