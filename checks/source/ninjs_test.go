package source

import (
	"strings"
	"testing"
	"time"
)

func TestNinjs(t *testing.T) {
	for _, c := range []struct{ what, raw, want string }{
		{"first generation", `{"uri":"x","language":"en-GB","versioncreated":"2023-01-30T10:00:00Z","pubstatus":"usable","headline":"The \u201cend\u201d","byline":"A. Writer","body_text":"The war.\n\nIt \"ended\" in\u00e9.","associations":{"main":{"headline":"No"}}}`, "en 2023-01-30 | #The “end” ← The \\u201cend\\u201d | The war. | It \"ended\" iné. ← It \\\"ended\\\" in\\u00e9."},
		{"HTML", `{"headline":"The end","body_html":"<p>The caf&eacute; of <a href=\"x\">t<\/a>he end.</p><p>In.<\/p>","body_text":"The other"}`, "en  | #The end | The café of the end. ← The caf&eacute; of <a href=\\\"x\\\">t<\\/a>he end. | In."},
		{"third generation", `{"language":"en","versionCreated":"2023-01-30","pubStatus":"withheld","headlines":[{"role":"short","value":"No"},{"role":"main","value":"The end"}],"subheadlines":[{"value":"What it was."}],"bodies":[{"contentType":"text/plain","value":"No"},{"contentType":"text/html","value":"<p>The war.</p>"}]}`, "en 2023-01-30 | #The end | ^What it was. | The war. ! its publication status is withheld"},
		{"embargo", `{"versioncreated":"2023-01-30","embargoed":"2023-02-01","headline":"The end of it","body_text":"The war.","corrections":[{"value":"the date"}]}`, "en 2023-02-01 | #The end of it | The war. ! under embargo until 2023-02-01 ! corrected: the date"},
		{"no headline", `{"body_text":"The end of the war\n\nThe war ended."}`, "en  | #The end of the war | The war ended."},
		{"other JSON", `{"a":[1,{"b":null}]}`, "  ERROR this is JSON, but not ninjs: there is no headline and no body"},
		{"broken", "{\"headline\":\n\"x\"", "  ERROR line 2: the JSON is broken: it ends too soon"},
		{"broken too", "{\"headline\":\nx}", "  ERROR line 2: the JSON is broken: invalid character 'x' looking for beginning of value"},
		{"pairs and halves", `{"body_text":"In \ud83d\ude00 the \ud83d end\\.\/"}`, "en  | In 😀 the \ufffd end\\./ ← In \\ud83d\\ude00 the \\ud83d end\\\\.\\/"},
	} {
		t.Run(c.what, func(t *testing.T) {
			got := read("a.json", c.raw, Options{})
			if len(got) != 1 {
				t.Fatalf("%d stories", len(got))
			}
			if got := placed(got[0]); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
			sound(t, got[0])
		})
	}
}

func TestNinjsInSeveralLanguages(t *testing.T) {
	got := read("a.json", `{"uri":"x","headlines":[{"language":"fr-FR","value":"Le fin"},{"language":"en","value":"The end"}],"bodies":[{"language":"en","value":"The war."},{"language":"fr","value":"Le un."}]}`, Options{})
	if len(got) != 2 || placed(got[0]) != "en  | #The end | The war." || placed(got[1]) != "fr  | #Le fin | Le un." || got[1].Document.Name != "a.json#fr" {
		t.Errorf("%d stories: %s, %s", len(got), placed(got[0]), got[len(got)-1].Document.Name)
	}
	got = read("-", `[{"uri":"x","headline":"The end"},{"uri":"y","headline":"The war"}]`, Options{})
	if len(got) != 2 || got[1].Document.Name != "y" {
		t.Errorf("%d stories", len(got))
	}
}

// JSON that no writer wrote ends in an error, and soon.
func TestTangledJSON(t *testing.T) {
	const n = 1_000_000
	for what, raw := range map[string]string{
		"nested": strings.Repeat("[", n), "objects": strings.Repeat(`{"a":`, n), "many": "[" + strings.Repeat("0,", n) + "0]",
		"HTML": `{"body_html":"` + strings.Repeat("<div>", n) + `"}`,
	} {
		start := time.Now()
		got := read("a.json", raw, Options{})
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%s: %v", what, took)
		}
		if len(got) != 1 || got[0].Err == nil {
			t.Errorf("%s: %d stories", what, len(got))
		}
	}
}

func FuzzNinjs(f *testing.F) {
	for _, s := range []string{"", `{"headline":"a\n\u00e9","body_html":"<p>a&amp;\"b<br>c"}`, `[{"headlines":[{"value":"\ud83d"}],"bodies":[{"value":"x\\"}]}]`, `{"a":1}{"body":"x"}`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		for _, s := range read("a.json", raw, Options{MaxSize: 1 << 16}) {
			sound(t, s)
		}
	})
}
