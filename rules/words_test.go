package rules_test

import (
	"slices"
	"strings"
	"testing"

	"recoupe/checks/text"
	"recoupe/rules"
)

func TestForms(t *testing.T) {
	b := embedded(t)
	for _, c := range []struct{ lang, lemma, has string }{
		{"fr", "lancer", "lance lança lançait lancées lanceront"},
		{"fr", "assiéger", "assiégea assiégeait assiégées"},
		{"fr", "appeler", "appelle appelait appellera"},
		{"fr", "rejeter", "rejette rejetait"},
		{"fr", "déployer", "déploie déployait déployés"},
		{"fr", "envahir", "envahit envahissait envahirent envahies"},
		{"fr", "défendre", "défend défendit défendue défendra"},
		{"fr", "devenir", "devient devinrent devenue deviendrait"},
		{"fr", "reconnaître", "reconnaît reconnut reconnaissait reconnus"},
		{"fr", "rejoindre", "rejoint rejoignirent rejoignait"},
		{"fr", "mourir", "meurt mourut morte mourrait"},
		{"fr", "naître", "naquit née naissent"},
		{"fr", "élire", "élit élut élue élisaient"},
		{"fr", "conquérir", "conquiert conquit conquises"},
		{"fr", "être", "est sont fut était serait été"},
		{"en", "invade", "invade invades invaded invading"},
		{"en", "kidnap", "kidnaps kidnapped kidnapping"},
		{"en", "carry", "carries carried carrying"},
		{"en", "flee", "flees fled fleeing"},
		{"en", "begin", "began begun beginning"},
		{"en", "overthrow", "overthrew overthrown"},
		{"en", "travel", "travelled traveled"},
		{"en", "be", "is was were been"},
		{"en", "die", "died dying"},
	} {
		forms := b.Languages[c.lang].Forms(c.lemma)
		for _, want := range strings.Fields(c.has) {
			if !slices.ContainsFunc(forms, func(f string) bool { return text.Fold(f) == text.Fold(want) }) {
				t.Errorf("%s %s: %q, want %q among them", c.lang, c.lemma, forms, want)
			}
		}
	}
}

func TestFormsOfPhrases(t *testing.T) {
	b := embedded(t)
	for _, c := range []struct{ lang, lemma, has string }{
		{"fr", "se retirer de", "retirée de|retire du|retirait des"},
		{"fr", "s'emparer de", "empara de|emparé d'"},
		{"fr", "adhérer à", "adhère à|adhéré au"},
		{"fr", "faire la guerre à", "fit la guerre à|font la guerre aux"},
		{"en", "pull out of", "pulled out of"},
		{"en", "swear in", "sworn in"},
		{"en", "be born", "was born"},
	} {
		forms := b.Languages[c.lang].Forms(c.lemma)
		for _, want := range strings.Split(c.has, "|") {
			if !slices.ContainsFunc(forms, func(f string) bool { return text.Fold(f) == text.Fold(want) }) {
				t.Errorf("%s %s: %q, want %q among them", c.lang, c.lemma, forms, want)
			}
		}
	}
}

// A lemma that the language does not know is not guessed at.
func TestNothingIsGuessed(t *testing.T) {
	b := embedded(t)
	for _, lemma := range []string{"schtroumpfer", "se schtroumpfer de", ""} {
		if forms := b.Languages["fr"].Forms(lemma); forms != nil {
			t.Errorf("%q has the forms %q", lemma, forms)
		}
	}
}

// labels are those of the phrase that a text is, walked through token by token.
func labels(l *rules.Language, phrase string) []rules.Label {
	var prefix uint64
	var ends *rules.Phrase
	for _, tok := range text.Tokens(nil, phrase, text.Span{End: len(phrase)}) {
		prefix, ends, _ = l.Phrases().Step(prefix, tok.Key)
	}
	if ends == nil {
		return nil
	}
	return ends.Labels
}

func TestWordsAreFiledByWayAndLanguage(t *testing.T) {
	b := embedded(t)
	for _, c := range []struct {
		lang, phrase, id string
		way              rules.Way
		want             bool
	}{
		{"fr", "Emmanuel Macron", "emmanuel-macron", rules.ByName, true},
		{"en", "emmanuel MACRON", "emmanuel-macron", rules.ByName, true},
		{"fr", "Macron", "emmanuel-macron", rules.ByFamily, true},
		{"en", "Vladimir Poutine", "vladimir-putin", rules.ByName, true},
		{"fr", "États-Unis", "united-states", rules.ByName, true},
		{"fr", "etats unis", "united-states", rules.ByName, true},
		{"en", "États-Unis", "united-states", rules.ByName, false},
		{"en", "United States", "united-states", rules.ByName, true},
		{"fr", "OTAN", "nato", rules.ByAcronym, true},
		{"en", "OTAN", "nato", rules.ByAcronym, false},
		{"fr", "françaises", "france", rules.ByAdjective, true},
		{"fr", "a envahi", "invade", rules.ByVerb, false},
		{"fr", "envahi", "invade", rules.ByVerb, true},
		{"en", "invaded", "invade", rules.ByVerb, true},
		{"en", "invasion", "invade", rules.ByNoun, true},
	} {
		has := slices.ContainsFunc(labels(b.Languages[c.lang], c.phrase), func(l rules.Label) bool {
			return l.Entity != nil && l.Entity.ID == c.id && l.Way == c.way
		})
		if has != c.want {
			t.Errorf("%s %q as %s: filed %v, want %v", c.lang, c.phrase, c.id, has, c.want)
		}
	}
}

func TestTitlesAreFiledWithTheirSlotAndWithout(t *testing.T) {
	b, err := rules.Load(with("facts/x.toml", "[[title]]\nid = \"foreign\"\nfr = [\"ministre {of} des Affaires étrangères\"]\n"))
	if err != nil {
		t.Fatal(err)
	}
	fr := b.Languages["fr"]
	if found := labels(fr, "ministre des affaires étrangères"); len(found) != 1 || found[0].Entity.ID != "foreign" {
		t.Errorf("without the slot: %v", found)
	}
	var prefix uint64
	var found *rules.Phrase
	for _, k := range append(append(rules.Keys("ministre"), rules.SlotKey), rules.Keys("des affaires étrangères")...) {
		prefix, found, _ = fr.Phrases().Step(prefix, k)
	}
	if found == nil || len(found.Labels) != 1 || found.Labels[0].Entity.ID != "foreign" {
		t.Errorf("with the slot: %v", found)
	}
}

func TestFamilyNames(t *testing.T) {
	const particles = "as_of = \"2026\"\nsources = [\"a\"]\nparticles = [\"de\", \"von\", \"der\", \"Le\"]\nsuffixes = [\"jr\"]\n"
	for name, want := range map[string]string{
		"Emmanuel Macron":        "Macron",
		"Ursula von der Leyen":   "von der Leyen|Leyen",
		"Dominique de Villepin":  "de Villepin|Villepin",
		"Marine Le Pen":          "Le Pen",
		"Bachar al-Assad":        "al-Assad|Assad",
		"Jean-Luc Mélenchon":     "Mélenchon",
		"Robert F. Kennedy Jr.":  "Kennedy",
		"Lula":                   "",
		"Élisabeth II":           "",
		"Benoît XVI":             "",
		"François Ier":           "",
		"Sammy Davis":            "Davis",
		"Jr Davis":               "Davis",
		"Wolfgang de von Goethe": "de von Goethe|Goethe",
	} {
		b, err := rules.Load(with("facts/x.toml", particles+"[[person]]\nid = \"x\"\nname = \""+name+"\"\n"))
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(b.Entity("x").Family, "|"); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func TestUnpointedNames(t *testing.T) {
	for name, want := range map[string]string{
		"George W. Bush":   "George W. Bush|George W Bush",
		"J. K. Rowling":    "J. K. Rowling|J K Rowling|J.K. Rowling|JK Rowling",
		"J.R.R. Tolkien":   "J.R.R. Tolkien",
		"Ursula Le Guin":   "Ursula Le Guin",
		"Martin L. Simcoe": "Martin L. Simcoe|Martin L Simcoe",
	} {
		b, err := rules.Load(with("facts/x.toml", "as_of = \"2026\"\nsources = [\"a\"]\n[[person]]\nid = \"x\"\nname = \""+name+"\"\n"))
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(b.Entity("x").Names["en"], "|"); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func TestClasses(t *testing.T) {
	classes := "code = \"en\"\nfunction = [\"the\"]\n[class]\narticle = [\"the\", \"a\"]\n"
	for i := range 200 {
		classes += "c" + string(rune('a'+i/26)) + string(rune('a'+i%26)) + " = [\"word\", \"w" + string(rune('a'+i%26)) + string(rune('a'+i/26)) + "\"]\n"
	}
	b, err := rules.Load(with("lang/en.toml", classes))
	if err != nil {
		t.Fatal(err)
	}
	en := b.Languages["en"]
	for _, c := range []struct {
		word, class string
		want        bool
	}{
		{"the", "article", true}, {"THE", "article", true}, {"the", "function", true}, {"a", "function", false},
		{"word", "caa", true}, {"word", "chr", true}, {"waa", "caa", true}, {"waa", "cab", false},
		{"the", "caa", false}, {"nothing", "article", false}, {"the", "nothing", false},
	} {
		if got := en.Is(text.Key(c.word), c.class); got != c.want {
			t.Errorf("%q is %%%s: %v, want %v", c.word, c.class, got, c.want)
		}
	}
}

func TestSettings(t *testing.T) {
	rule := "id = \"r\"\ncheck = \"c\"\ntitle.fr = \"f\"\nwhy.fr = \"w\"\nmessage.fr = \"m\"\ntitle.en = \"f\"\nwhy.en = \"w\"\nmessage.en = \"m\"\n" +
		"[[examples]]\nlang = \"fr\"\ngood = \"Bien.\"\n[[examples]]\nlang = \"en\"\ngood = \"Good.\"\n"
	var knobs struct {
		Days  int
		Share float64
		Words []string
		Deep  struct{ On bool }
	}
	load := func(settings string) *rules.Rule {
		b, err := rules.Load(with("catalog/r.toml", rule+settings))
		if err != nil {
			t.Fatal(err)
		}
		return b.Rule("r")
	}
	if err := load("").Settings(&knobs); err != nil {
		t.Errorf("without settings: %v", err)
	}
	if err := load("[settings]\ndays = 3\nshare = 1\nwords = [\"a\"]\n[settings.deep]\non = true\n").Settings(&knobs); err != nil {
		t.Errorf("sound settings: %v", err)
	}
	if knobs.Days != 3 || knobs.Share != 1 || len(knobs.Words) != 1 || !knobs.Deep.On {
		t.Errorf("decoded %+v", knobs)
	}
	err := load("[settings]\ndays = 3.5\nwrods = []\n[settings.deep]\non = 1\n").Settings(&knobs)
	want := "catalog/r.toml:16: days is the number 3.5, want a whole number\n" +
		"catalog/r.toml:17: settings has no key \"wrods\"; did you mean \"words\"?\n" +
		"catalog/r.toml:19: deep.on is the number 1, want true or false"
	if err == nil || err.Error() != want {
		t.Errorf("told:\n%v\nwant:\n%s", err, want)
	}
}

func FuzzLoad(f *testing.F) {
	for _, c := range faulty {
		f.Add(c.src)
	}
	for _, src := range small {
		f.Add(src)
	}
	f.Add("\x16")
	f.Add("[[office]]\nid='a'\nheld=[{by='rudolf-elphberg'}]\n\"of\"='ruritania'\n")
	f.Fuzz(func(t *testing.T, src string) {
		for _, file := range []string{"facts/x.toml", "lang/x.toml", "catalog/x.toml"} {
			b, err := rules.Load(with(file, src))
			again, errAgain := rules.Load(with(file, src))
			switch {
			case (b == nil) == (err == nil):
				t.Fatalf("%s: a book %v and the error %v", file, b != nil, err)
			case err != nil && err.Error() != errAgain.Error():
				t.Fatalf("%s: told %q, then %q", file, err, errAgain)
			case err == nil && (len(b.Facts()) != len(again.Facts()) || len(b.Check()) != len(again.Check())):
				t.Fatalf("%s: two readings, two books", file)
			case err != nil:
				lines := 1 + strings.Count(src, "\n")
				for _, line := range strings.Split(err.Error(), "\n") {
					if rest, ok := strings.CutPrefix(line, file+":"); ok {
						n := 0
						for i := 0; i < len(rest) && rest[i] >= '0' && rest[i] <= '9'; i++ {
							n = n*10 + int(rest[i]-'0')
						}
						if n < 1 || n > lines {
							t.Fatalf("%s: line %d of %d in %q", file, n, lines, line)
						}
					}
				}
			}
		}
	})
}
