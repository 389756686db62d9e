package rules

import (
	"testing"

	"recoupe/rules/calendar"
)

func TestSay(t *testing.T) {
	book, err := Load(Embedded)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ period, fr, en string }{
		{"2022-02-24", "24 février 2022", "24 February 2022"},
		{"2022-03-01", "1er mars 2022", "1 March 2022"},
		{"2022-02", "février 2022", "February 2022"},
		{"2022", "2022", "2022"},
		{"-0043-03-15", "15 mars 44 av. J.-C.", "15 March 44 BC"},
		{"2014-10-01/2024-10-01", "du 1er octobre 2014 au 1er octobre 2024", "from 1 October 2014 to 1 October 2024"},
		{"2014-10/2024", "d'octobre 2014 à 2024", "from October 2014 to 2024"},
		{"1958/1969-04-28", "de 1958 au 28 avril 1969", "from 1958 to 28 April 1969"},
		{"2022-02-24/..", "depuis le 24 février 2022", "since 24 February 2022"},
		{"2022-08/..", "depuis août 2022", "since August 2022"},
		{"../2024-10-01", "jusqu'au 1er octobre 2024", "until 1 October 2024"},
		{"../2024", "jusqu'à 2024", "until 2024"},
	} {
		p, err := calendar.ParsePeriod(c.period)
		if err != nil {
			t.Fatal(err)
		}
		for lang, want := range map[string]string{"fr": c.fr, "en": c.en} {
			if got := book.Languages[lang].SayPeriod(p); got != want {
				t.Errorf("%s %s: %q; want %q", lang, c.period, got, want)
			}
		}
		if got := (&Language{}).SayPeriod(p); got != c.period {
			t.Errorf("without words: %q; want %q", got, c.period)
		}
	}
}

func TestSayWhen(t *testing.T) {
	book, err := Load(Embedded)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ date, way, fr, en string }{
		{"2022-03-01", "on", "le 1er mars 2022", "on 1 March 2022"},
		{"2022-03", "on", "en mars 2022", "in March 2022"},
		{"2022", "on", "en 2022", "in 2022"},
		{"2022-03-01", "of", "du 1er mars 2022", "1 March 2022"},
		{"2022-10", "of", "d'octobre 2022", "October 2022"},
		{"2022", "of", "de 2022", "2022"},
		{"2022", "", "2022", "2022"},
	} {
		p, err := calendar.ParsePeriod(c.date)
		if err != nil {
			t.Fatal(err)
		}
		for lang, want := range map[string]string{"fr": c.fr, "en": c.en} {
			if got := book.Languages[lang].SayWhen(p, c.way); got != want {
				t.Errorf("%s %s %s: %q; want %q", lang, c.date, c.way, got, want)
			}
		}
	}
}

func TestSayNumber(t *testing.T) {
	book, err := Load(Embedded)
	if err != nil {
		t.Fatal(err)
	}
	for n, want := range map[float64][2]string{
		0: {"0", "0"}, 999: {"999", "999"}, 1000: {"1\u00a0000", "1,000"}, 45000: {"45\u00a0000", "45,000"}, 2.9: {"2,9", "2.9"},
		-1234567.25: {"-1\u00a0234\u00a0567,25", "-1,234,567.25"},
	} {
		for i, lang := range []string{"fr", "en"} {
			if got := book.Languages[lang].SayNumber(n); got != want[i] {
				t.Errorf("%s %v: %q; want %q", lang, n, got, want[i])
			}
		}
	}
}

func TestFill(t *testing.T) {
	values := map[string]string{"a": "un", "b": "deux"}
	for template, want := range map[string]string{
		"":                    "",
		"{a}":                 "un",
		"{a} et {b}, {c}.":    "un et deux, .",
		"{a}[, {b}][, {c}] !": "un, deux !",
		"[{c} {a}]":           "",
		"{a":                  "{a",
		"a [b":                "a [b",
		"{a}] x":              "un] x",
	} {
		if got := Fill(template, func(name string) string { return values[name] }); got != want {
			t.Errorf("%q: %q; want %q", template, got, want)
		}
	}
}

// Both languages say all that the other says.
func TestLanguagesAreEqual(t *testing.T) {
	book, err := Load(Embedded)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range book.Languages {
		for _, b := range book.Languages {
			for id := range a.UI {
				if b.UI[id] == "" && !isReason(id) {
					t.Errorf("%s has no word for %q", b.Code, id)
				}
			}
			for relation := range a.Say.Fact {
				if b.Say.Fact[relation] == "" {
					t.Errorf("%s cannot tell a fact of %q", b.Code, relation)
				}
			}
		}
	}
}

// isReason tells the ids that are English sentences, which English needs not say.
func isReason(id string) bool {
	for _, r := range id {
		if r == ' ' {
			return true
		}
	}
	return false
}

func TestNearest(t *testing.T) {
	words := []string{"event-date", "office-holder", "capital"}
	for word, want := range map[string]string{"event-dates": "event-date", "evnet-date": "event-date", "Captial": "capital", "holder": "", "": ""} {
		if got := Nearest(word, words); got != want {
			t.Errorf("%q: %q; want %q", word, got, want)
		}
	}
}
