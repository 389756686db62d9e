package claim

import (
	"testing"

	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
)

// reader makes a marker and a reader over the house's book, once for all tests.
func reader(t testing.TB) func(lang, s string) (*mark.Marks, []Claim) {
	t.Helper()
	book, err := rules.Open()
	if err != nil {
		t.Fatal(err)
	}
	marker, err := mark.New(book)
	if err != nil {
		t.Fatal(err)
	}
	r, err := NewReader(book)
	if err != nil {
		t.Fatal(err)
	}
	return func(lang, s string) (*mark.Marks, []Claim) {
		d := text.New("x", s)
		d.Lang = lang
		m := marker.Mark(d)
		return m, r.Claims(m)
	}
}

// of returns the first claim of a rule.
func of(claims []Claim, rule string) *Claim {
	for i := range claims {
		if claims[i].Rule.ID == rule {
			return &claims[i]
		}
	}
	return nil
}

func TestVoice(t *testing.T) {
	read := reader(t)
	for _, c := range []struct{ lang, text, rule, want string }{
		{"fr", "Le président français Emmanuel Macron a parlé.", "office-holder", "asserted"},
		{"fr", "L'ancien président français François Hollande a parlé.", "office-holder", "former"},
		{"fr", "La future chancelière allemande Angela Merkel a parlé.", "office-holder", "elect"},
		{"fr", "La Russie n'a pas envahi l'Ukraine en 2017.", "event-date", "denied"},
		{"fr", "Si la Russie avait envahi l'Ukraine en 2017, l'Europe aurait plié.", "event-date", "supposed"},
		{"fr", "La Russie a-t-elle envahi l'Ukraine en 2017 ?", "event-date", "supposed"},
		{"fr", "Il affirme à tort que la Russie a envahi l'Ukraine en 2017.", "event-date", "distanced"},
		{"en", "Then-French president Jacques Chirac objected.", "office-holder", "then"},
		{"en", "Former French president Jacques Chirac objected.", "office-holder", "former"},
		{"en", "Russia never invaded Ukraine in 2017.", "event-date", "denied"},
	} {
		_, claims := read(c.lang, c.text)
		got := of(claims, c.rule)
		if got == nil {
			t.Errorf("%q: no claim of %s", c.text, c.rule)
			continue
		}
		if c.want == "distanced" && got.Voice&Distanced != 0 {
			continue // an assertion verb may add a reported voice
		}
		if got.Voice.String() != c.want {
			t.Errorf("%q: voice %s, want %s", c.text, got.Voice, c.want)
		}
	}
}

func TestDates(t *testing.T) {
	read := reader(t)
	for _, c := range []struct{ lang, text, want string }{
		{"fr", "La Russie a envahi l'Ukraine en février 2017.", "février 2017"},
		{"fr", "En février 2017, la Russie a envahi l'Ukraine.", "février 2017"},
		{"fr", "Les plans ont été revus avant l'invasion de l'Ukraine, en 2017.", ""},
		{"fr", "L'annexion de la Crimée (2014) avait surpris.", "2014"},
		{"en", "Russia invaded Ukraine in 2022, and Finland joined NATO in 2023.", "2022"},
		{"en", "The 2014 annexation of Crimea was a shock.", "2014"},
	} {
		m, claims := read(c.lang, c.text)
		got := ""
		for _, cl := range claims {
			if cl.Rule.ID == "event-date" && cl.When != nil {
				got = m.Words(m.Times[cl.When.Time].Span)
				break
			}
		}
		if got != c.want {
			t.Errorf("%q: dated %q, want %q", c.text, got, c.want)
		}
	}
}

func TestParseVoice(t *testing.T) {
	for _, w := range voiceWords {
		if v, ok := ParseVoice(w); !ok || v.String() != w {
			t.Errorf("%s is read as %s", w, v)
		}
	}
	if _, ok := ParseVoice("sung"); ok {
		t.Error("sung is no voice")
	}
}
