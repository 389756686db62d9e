package mark

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"recoupe/checks/text"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// latin is a language that the house does not have: its times are data, and no
// Go knows them.
func latin() *rules.Language {
	l := &rules.Language{Code: "la"}
	l.Quantity.Number = map[string]float64{"duo": 2, "tres": 3}
	l.Time = rules.TimeTable{
		Months:   [][]string{{"ianuarius"}, {"februarius"}, {"martius"}, {"aprilis"}, {"maius"}, {"iunius"}, {"iulius"}, {"augustus"}, {"september"}, {"october"}, {"november"}, {"december"}},
		Weekdays: [][]string{{"dies Solis"}, {"dies Lunae"}, {"dies Martis"}, {"dies Mercurii"}, {"dies Iovis"}, {"dies Veneris"}, {"dies Saturni"}},
		Unit:     map[string][]string{"year": {"anni", "annos"}, "day": {"dies"}},
		Class:    map[string][]string{"ago": {"abhinc"}, "dating": {"anno"}},
		Sense:    map[string][]string{"since": {"ex", "a die"}},
		Form: map[string][]string{
			"date": {"{day} {month} {year}?"},
			"ago":  {"%ago {n} {unit} => -n"},
			"year": {"^%dating {year}"},
			"span": {"<date> (usque|-) ~ <date>"},
		},
		Root: []string{"span", "date", "ago", "year"},
	}
	return l
}

func TestAnotherLanguageIsData(t *testing.T) {
	m, err := New(&rules.Book{Languages: map[string]*rules.Language{"la": latin()}})
	if err != nil {
		t.Fatal(err)
	}
	for in, want := range map[string]string{
		"Pons cecidit ex 24 Februarius 2022.":     "24 Februarius 2022 = 2022-02-24 1",
		"Pons cecidit abhinc tres annos.":         "abhinc tres annos = 2020 0",
		"Pons cecidit anno 1999.":                 "1999 = 1999 0",
		"Ludi 3 Maius usque 5 Maius 2021 erant.":  "3 Maius usque 5 Maius 2021 = 2021-05-03/2021-05-05 0",
		"Pons CECIDIT abhinc duo dies, mense 12.": "abhinc duo dies = 2023-03-06 0",
	} {
		d := text.New("x", in)
		d.Lang = "la"
		ms := &Marks{Page: text.Cut(d, text.Borders{}), Language: latin()}
		k, g := newDesk(), m.grammar("la")
		ms.findHits(k, g)
		ms.findTimes(g, &k.reader)
		times := ms.Anchor(calendar.At(calendar.YMD(2023, 3, 8)))
		if len(times) != 1 {
			t.Errorf("%q: %d times, want 1", in, len(times))
			continue
		}
		got := d.Words(times[0].Span) + " = " + times[0].Value() + " " + string(rune('0'+times[0].Sense))
		if got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
}

func TestGrammarFaultsAreNamed(t *testing.T) {
	for line, want := range map[string]string{
		"{day} {mnth}":          `no slot is called "{mnth}"`,
		"%nothing {year}":       `[time.class] has no "nothing"`,
		"<nothing>":             `no form is called "nothing"`,
		"<date>":                `form "date" stands inside itself`,
		"({day} {month}":        "( is not closed",
		"{day} ) {month}":       "closes nothing",
		"? {day}":               "? applies to nothing",
		"{day} => -1lustrum":    `no unit is called "lustrum"`,
		"{day} => backwards":    `"backwards" builds nothing`,
		"{day} => on:31-13":     "names no day",
		"{day} => years:1914":   `"years:1914" builds nothing`,
		"{day} => nth:olympiad": `no unit is called "olympiad"`,
	} {
		l := latin()
		l.Time.Form["date"] = []string{line}
		_, err := New(&rules.Book{Languages: map[string]*rules.Language{"la": l}})
		if err == nil {
			t.Errorf("%q was taken", line)
			continue
		}
		for _, part := range []string{want, "language la", "date"} {
			if !strings.Contains(err.Error(), part) {
				t.Errorf("%q: %v does not tell %q", line, err, part)
			}
		}
	}
}

// FuzzTimes reads times off any text: spans lie inside it, on characters, in
// order, and come out the same twice.
func FuzzTimes(f *testing.F) {
	for _, lang := range []string{"fr", "en"} {
		for _, g := range readGold(f, lang) {
			f.Add(g.text)
		}
	}
	m := testMarker(f)
	day := calendar.At(calendar.YMD(2023, 3, 8))
	f.Fuzz(func(t *testing.T, in string) {
		if !utf8.ValidString(in) {
			return
		}
		for _, lang := range []string{"fr", "en"} {
			d := text.New("x", in)
			d.Lang = lang
			ms := m.Mark(d)
			times := ms.Anchor(day)
			last := 0
			for _, w := range times {
				if w.Start < last || w.End <= w.Start || w.End > len(in) || !utf8.RuneStart(in[w.Start]) {
					t.Fatalf("%s: span %v after %d in %d bytes", lang, w.Span, last, len(in))
				}
				last = w.End
				if !w.Period.IsZero() && w.Period.First() > w.Period.Last() {
					t.Fatalf("%s: %q runs backward: %s", lang, d.Words(w.Span), w.Period)
				}
			}
			if again := m.Mark(d).Anchor(day); !reflect.DeepEqual(values(times), values(again)) {
				t.Fatalf("%s: read twice, two readings", lang)
			}
		}
	})
}

func values(times []Time) []string {
	var out []string
	for _, w := range times {
		out = append(out, w.Value()+w.Mod)
	}
	return out
}
