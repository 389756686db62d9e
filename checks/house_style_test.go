package checks

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"recoupe/checks/text"
	"recoupe/rules"
)

func TestHouseStyle(t *testing.T) {
	_, book := house(t)
	at := rules.Origin{File: "desk.toml", Line: 4}
	l, err := New(book, Style(
		Preference{Use: "Kyiv", Not: []string{"Kiev"}, Except: []string{"chicken Kiev"}, Lang: "en", Origin: at},
		Preference{Use: "Otan", Not: []string{"OTAN"}, Lang: "fr", Why: "le code de la maison", Origin: at},
		Preference{Use: "Pays-Bas", Not: []string{"Hollande", "royaume batave"}, Origin: at},
	))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ lang, story, want string }{
		{"en", "The train to Kiev left at noon.", `"Kiev" > Kyiv`},
		{"en", "Kiev's mayor and a Kiev-based agency spoke.", `"Kiev" > Kyiv "Kiev" > Kyiv`},
		{"en", "THE TRAIN TO KIEV LEFT LATE", `"KIEV" > KYIV`},
		{"en", "The train to Kyiv left, and the cook made chicken Kiev for everyone.", ""},
		{"fr", "Le train pour Kiev est parti.", ""},
		{"fr", "Les membres de l'OTAN et de l’OTAN se réunissent.", `"OTAN" > Otan "OTAN" > Otan`},
		{"fr", "Les membres de l'Otan se réunissent, l'otan aussi.", ""},
		{"fr", "SOMMET DE L'OTAN AUX PAYS-BAS", ""},
		{"fr", "Un voyage au royaume batave.", `"royaume batave" > Pays-Bas`},
		{"en", "He joined the OTAN in Paris.", ""},
	} {
		d := text.New("story", c.story)
		d.Lang = c.lang
		var got []string
		for _, f := range l.Lint(context.Background(), d).Findings {
			if f.Rule.ID == "house-style" {
				got = append(got, fmt.Sprintf("%q > %s", d.Words(f.Span), f.Suggestions[0]))
				if f.Because[0].Fact.Origin != at {
					t.Errorf("%q: the reason stands at %s; want %s", c.story, f.Because[0].Fact.Origin, at)
				}
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q: found %s; want %s", c.story, s, c.want)
		}
	}
}
