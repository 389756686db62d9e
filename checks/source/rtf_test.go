package source

import (
	"strings"
	"testing"
	"time"
)

func TestRTF(t *testing.T) {
	for _, c := range []struct{ what, raw, want string }{
		{"words", `{\rtf1\ansi{\fonttbl{\f0 Times;}}\f0 The {\b end} of\line it.\par In the war.}`, "en  | The end of\nit. ← The {\\b end} of\\line it. | In the war."},
		{"signs", `{\rtf1\ansi\ansicpg1252 Le caf\'e9 \'93 d\rquote \'e9t\'e9\~\'bb \{x\\\}.\par}`, "fr  | Le café “ d’été\u00a0» {x\\}. ← Le caf\\'e9 \\'93 d\\rquote \\'e9t\\'e9\\~\\'bb \\{x\\\\\\}."},
		{"numbers", `{\rtf1 The \u233?t\uc2\u233\'c3\'a9 \u-10179??\u-8704?? in.}`, "en  | The été 😀 in. ← The \\u233?t\\uc2\\u233\\'c3\\'a9 \\u-10179??\\u-8704?? in."},
		{"headings", `{\rtf1\pard\s1\outlinelevel0 The end\par\pard Of the war.\par}`, "en  | #The end | Of the war."},
		{"what is not read", `{\rtf1{\info{\title The x}{\author A. Writer}}{\*\generator no;}{\header no}The{\v hidden}{\deleted no} end{\footnote no}.{\pict ffff}{\field{\*\fldinst HYPERLINK "no"}{\fldrslt In}}}`, "en  | The end.In ← The{\\v hidden}{\\deleted no} end{\\footnote no}.{\\pict ffff}{\\field{\\*\\fldinst HYPERLINK \"no\"}{\\fldrslt In"},
		{"lines of source", "{\\rtf1 The\n end\r\nof.}", "en  | The endof. ← The\n end\r\nof."},
		{"unfinished", `{\rtf1 The \'`, "en  | The"},
	} {
		t.Run(c.what, func(t *testing.T) {
			got := read("a.rtf", c.raw, Options{})
			if len(got) != 1 {
				t.Fatalf("%d stories", len(got))
			}
			if got := placed(got[0]); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
			sound(t, got[0])
		})
	}
	if got := read("a.rtf", `{\rtf1{\info{\title The x}{\author A. Writer}}In the.}`, Options{})[0].Document.Meta; got["title"] != "The x" || got["author"] != "A. Writer" {
		t.Errorf("%v", got)
	}
}

func TestTangledRTF(t *testing.T) {
	const n = 1_000_000
	for what, raw := range map[string]string{
		"nested": strings.Repeat("{", n), "ends": strings.Repeat("}", n), "controls": strings.Repeat(`\a`, n), "numbers": `\u` + strings.Repeat("9", n), "paragraphs": strings.Repeat(`x\par`, n/10),
		"binary": `\bin999999999 x`,
	} {
		start := time.Now()
		got := read("a.rtf", `{\rtf1`+raw, Options{})
		if took := time.Since(start); took > 10*time.Second || len(got) != 1 {
			t.Errorf("%s: %v", what, took)
		}
		if what == "nested" && got[0].Err == nil {
			t.Error("no error")
		}
	}
}

func FuzzRTF(f *testing.F) {
	for _, s := range []string{"", `\par x\'e9\u233?{\b y}`, `{\*\x`, `\u-10179?\u1 `, `{\info{\title x}}\outlinelevel0 é`, `\bin3 abc`, "\\\xbc", "\\u1\xbc", "\\bin3A0\x9e", "A\\~0"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		for _, s := range read("a.rtf", `{\rtf1`+raw, Options{MaxSize: 1 << 16}) {
			sound(t, s)
		}
	})
}
