package checks

import (
	"context"
	"strings"
	"testing"
	"time"

	"recoupe/checks/text"
	"recoupe/rules"
)

// shapes are stories made of one thing alone, as nobody writes them.
var shapes = map[string]string{
	"one endless sentence": "le mot et la ville de ",
	"letters":              "a\n\n",
	"dates":                "le 24 février 2017 ",
	"names":                "Emmanuel Macron président de la France ",
	"open quotes":          "« ",
	"quotes":               "« le mot » dit-il. ",
	"numbers":              "12 345 ",
	"faults":               "L’invasion de l’Ukraine en février 2017 a eu lieu. ",
	"faults in a row":      "l’invasion de l’Ukraine en février 2017 a eu lieu et ",
	"the same paragraph":   "Les dockers attendent un navire venu de Cork depuis plusieurs semaines déjà.\n\n",
	"nothing":              "\x00",
	"accents":              "e\u0301",
	"acronyms":             "OTAN Otan ",
	"headlines":            "Le port rouvre\n",
	"commas":               "la Russie, l’Ukraine, ",
	"questions":            "?! ",
}

// TestGrowth holds the time of a story to its length, whatever it is made of:
// four times the words take four times as long, and not sixteen times.
func TestGrowth(t *testing.T) {
	book, err := rules.Load(rules.Embedded)
	if err != nil {
		t.Fatal(err)
	}
	l, err := New(book)
	if err != nil {
		t.Fatal(err)
	}
	took := func(shape string, size int) time.Duration {
		d := text.New("t", strings.Repeat(shape, size/len(shape)))
		d.Lang = "fr"
		begun := time.Now()
		l.Lint(context.Background(), d)
		return time.Since(begun)
	}
	const small, large = 50_000, 200_000
	for name, shape := range shapes {
		// Others use the machine too: the best of some tries counts.
		var least, most time.Duration
		for range 5 {
			a, b := took(shape, small), took(shape, large)
			if least, most = a, b; b < 9*a+20*time.Millisecond {
				break
			}
		}
		if most >= 9*least+20*time.Millisecond {
			t.Errorf("%s: %v for %d bytes, but %v for %d", name, least, small, most, large)
		}
	}
}
