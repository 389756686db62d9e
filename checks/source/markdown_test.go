package source

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"recoupe/checks/text"
)

// placed is a story in one line, each paragraph with its role, its words and the
// stretch of the file that it was read from.
func placed(s Story) string {
	d := s.Document
	out := d.Lang + " " + d.Meta["date"]
	for _, p := range d.Paragraphs {
		role := map[text.Role]string{text.Headline: "#", text.Crosshead: "##", text.Standfirst: "^", text.Byline: "@"}[p.Role]
		at := d.Place(p.Start)
		file := ""
		if d.Origin != nil {
			file = d.Origin.File[at.Byte:d.End(p.End).Byte]
		}
		out += " | " + role + d.Words(p.Span)
		if file != d.Words(p.Span) {
			out += " ← " + file
		}
	}
	for _, n := range s.Notes {
		out += " ! " + n
	}
	if s.Err != nil {
		out += " ERROR " + s.Err.Error()
	}
	return out
}

func TestMarkdown(t *testing.T) {
	for _, c := range []struct{ what, raw, want string }{
		{"words", "The end.\n\nOf the\nworld.\n", "en  | The end. | Of the\nworld."},
		{"headings", "# The end\n\n## Of it\n\nThe war.\n\n## The rest\n\nIs silence.\n", "en  | #The end | #Of it | The war. | ##The rest | Is silence."},
		{"underlined heading", "The end\n=======\n\nThe war.", "en  | #The end | The war."},
		{"no headings", "The end of the war\n\nThe war is over, and that is the end of it.\n", "en  | #The end of the war | The war is over, and that is the end of it."},
		{"emphasis and links", "The *e*nd of [the **war**](http://x.y/in-2017 \"T\") is ~~on~~ in.", "en  | The end of the war is on in. ← The *e*nd of [the **war**](http://x.y/in-2017 \"T\") is ~~on~~ in."},
		{"code and pictures", "In the `x := 1` city ![the map](m.png).\n\n```go\nthe code\n```\n\n    the code\n", "en  | In the city . ← In the `x := 1` city ![the map](m.png)."},
		{"entities and backslashes", "The caf&eacute; \\*of\\* the R&amp;D &lt; &#8217;s &nosuch; & the \\q.", "en  | The café *of* the R&D < ’s &nosuch; & the \\q. ← The caf&eacute; \\*of\\* the R&amp;D &lt; &#8217;s &nosuch; & the \\q."},
		{"markup of HTML", "The <b>end</b> of<br>the war.<!-- in -->\n\n<div>\nthe box\n</div>\n\nThe end.", "en  | The end of\nthe war. ← The <b>end</b> of<br>the war. | The end."},
		{"shortcodes", "{{< figure src=\"a.png\" title=\"the map in 2017\" >}}\n\nThe {{ page.date }} end {% the x\n%} is.\n\nThe { end } {% of.", "en  | The end\nis. ← The {{ page.date }} end {% the x\n%} is. | The { end } {% of."},
		{"lists", "- the one\n- the two\n  more\n\n1. the three\n", "en  | the one | the two\nmore ← the two\n  more | the three"},
		{"quotation", "> The end\n> of the war.\n", "en  | The end\nof the war. ← The end\n> of the war."},
		{"tables", "| the a | of b |\n|---|---|\n| c *d* | \\| e |\n", "en  | the a | of b | c d ← c *d | | e ← \\| e"},
		{"footnotes", "The end[^1] of.\n\n[^1]: The note.\n", "en  | The end of. ← The end[^1] of. | The note."},
		{"rule, no front matter", "---\n\nThe end.\n\n---\n\nOf the war.\n", "en  | The end. | Of the war."},
		{"YAML", "---\ntitle: \"The end\"\ndate: 2023-01-30 10:00:00 +0100\nlang: fr-CA\nauthor: [A, B]\nsummary: The sum.\n---\nThe war.\n", "fr 2023-01-30 | #The end | ^The sum. | The war."},
		{"YAML, folded title", "---\ntitle: >\n  The end\n  of it\ndate: 2023-01-30\n---\nThe war.\n", "en 2023-01-30 | #The end of it ← >\n  The end\n  of it | The war."},
		{"YAML, title again", "---\ntitle: The “end”\n---\n# The \"end\"\n\nThe war.\n", "en  | #The \"end\" | The war."},
		{"TOML", "+++\ntitle = 'The end'\ndate = 2023-01-30T10:00:00+01:00\nlanguage = \"en\"\n+++\n\nLe fin.\n", "en 2023-01-30 | #The end | Le fin."},
		{"front matter that is broken", "---\ntitle: [x\n---\nThe war.\n", "en  | The war. ! the front matter is not understood: yaml: line 1: did not find expected ',' or ']'"},
		{"front matter that does not end", "---\ntitle: x\n\nThe war.\n", "en  | #title: x | The war."},
		{"CRLF", "# The end\r\n\r\nThe war\r\nis over.\r\n", "en  | #The end | The war\nis over. ← The war\r\nis over."},
	} {
		t.Run(c.what, func(t *testing.T) {
			got := read("a.md", c.raw, Options{})
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

func TestVerbatim(t *testing.T) {
	d := read("a.md", "The *end* of caf&eacute;s in 2017.", Options{})[0].Document
	for words, want := range map[string]bool{"end": true, "The": true, "end of": false, "cafés": false, "2017": true, "é": false} {
		i := strings.Index(d.Text, words)
		if got := d.Verbatim(text.Span{Start: i, End: i + len(words)}); got != want {
			t.Errorf("%q: %v", words, got)
		}
	}
}

// Markdown that no writer wrote ends in an error, or in a story, and soon.
func TestTangledMarkdown(t *testing.T) {
	const n = 100_000
	for what, raw := range map[string]string{
		"quotations":  strings.Repeat(">", n) + "a",
		"spaced":      strings.Repeat("> ", n) + "a",
		"lists":       strings.Repeat("- ", n) + "a",
		"numbers":     strings.Repeat("1. ", n) + "a",
		"brackets":    strings.Repeat("[", n) + "a",
		"links":       strings.Repeat("[](", n),
		"definitions": strings.Repeat("[a]: b\n\n", n),
		"stars":       strings.Repeat("*a **b_", n),
		"ticks":       strings.Repeat("`a``", n),
		"tags":        strings.Repeat("<a ", n),
		"comments":    strings.Repeat("<!-- ", n),
		"shortcodes":  strings.Repeat("{{ ", n) + strings.Repeat("{% ", n),
		"cells":       strings.Repeat("|a", n) + "\n" + strings.Repeat("|-", n) + "\n",
		"entities":    strings.Repeat("&#", n),
		"aliases":     "---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\ng: [*f,*f,*f,*f,*f,*f,*f,*f,*f]\n---\nx",
		"flow":        "---\na: " + strings.Repeat("[", headMax/2) + "\n---\nx",
	} {
		start := time.Now()
		got := read("a.md", raw, Options{})
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%s: %v", what, took)
		}
		if len(got) != 1 {
			t.Errorf("%s: %d stories", what, len(got))
		}
	}
	if got := read("a.md", "# x\n\n"+strings.Repeat("> ", n)+"a", Options{}); got[0].Err == nil || got[0].Err.Error() != "line 3: the Markdown is nested too deep to be prose" {
		t.Errorf("%v", got[0].Err)
	}
}

func FuzzMarkdown(f *testing.F) {
	for _, s := range []string{"", "# a\n\n*b* [c](d)", "---\ntitle: x\n---\ny", "+++\ntitle='x'\n+++\n", "> - a\n>   b", "|a|b|\n|-|-|\n|c|\\||", "&eacute;\\*{{< x >}}", "a\\\r\nb  \nc", "[^1]\n\n[^1]: é", "a\n: b", "\ttitle\n---\n:", "0\r0"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		if !utf8.Valid(raw) {
			return
		}
		for _, s := range read("a.md", string(raw), Options{MaxSize: 1 << 16}) {
			sound(t, s)
		}
	})
}

// Comments of markup are marks for the desk, as in plain text.
func TestRemarksInMarkup(t *testing.T) {
	for name, raw := range map[string]string{
		"a.md":   "The end <!-- stet event-date --> of it.\n\n<!-- stet -->\n\nThe [stet x] war.\n",
		"a.html": "<p>The end <!-- stet event-date --> of it.</p><!-- stet --><p>The [stet x] war.",
		"a.xml":  "<nitf><body><p>The end <!-- stet event-date --> of it.</p><!-- stet --><p>The [stet x] war.</p></body></nitf>",
	} {
		d := read(name, raw, Options{})[0].Document
		got := ""
		for _, r := range d.Remarks {
			got += raw[d.Place(r.Start).Byte:d.End(r.End).Byte] + ";"
		}
		if got != "<!-- stet event-date -->;<!-- stet -->;[stet x];" && got != "<!-- stet event-date -->;[stet x];" {
			t.Errorf("%s: remarks %q", name, got)
		}
		for _, p := range d.Paragraphs {
			if strings.Contains(d.Words(p.Span), "stet") {
				t.Errorf("%s: %q", name, d.Words(p.Span))
			}
		}
		if len(d.Paragraphs) != 2 {
			t.Errorf("%s: %d paragraphs", name, len(d.Paragraphs))
		}
	}
}
