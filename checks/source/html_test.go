package source

import (
	"strings"
	"testing"
	"time"
)

func TestHTML(t *testing.T) {
	for _, c := range []struct{ what, raw, want string }{
		{"fragment", "<p>The end.</p><p>Of the\n   <b>w</b>ar.", "en  | The end. | Of the\nwar. ← Of the\n   <b>w</b>ar."},
		{"entities", "<p>The caf&eacute; &amp; the &#233;t&#xe9;&nbsp;&nosuch;.</p>", "en  | The café & the été\u00a0&nosuch;. ← The caf&eacute; &amp; the &#233;t&#xe9;&nbsp;&nosuch;."},
		{"headings", "<h1>The end</h1><h2>Of it</h2><p>The war.</p><h2>The rest</h2><p>Is in.</p>", "en  | #The end | #Of it | The war. | ##The rest | Is in."},
		{"lines", "The end.<br>Of it.<br/><br>The war.", "en  | The end.\nOf it. ← The end.<br>Of it. | The war."},
		{"no prose", "<script>the x<p></script><style>the</style><p>The end.<!-- in --></p><figure><img alt='the'><figcaption>The map.</figcaption></figure><nav><ul><li>The</ul></nav>", "en  | The end."},
		{"links alone", "<p>The end.</p><p><a href='x'>Read the other</a></p><ul class=related-links><li>The other end</ul><p>In <a>the</a> end.", "en  | The end. | In the end. ← In <a>the</a> end."},
		{"hidden", "<p hidden>The x.</p><p>The end.</p><div aria-hidden=true>In</div><span class='sr-hidden'>x</span>", "en  | The end. | x"},
		{"table", "<table><tr><th>The<td>of<tr><td>in<td>1</table>", "en  | The | of | in | 1"},
		{"page", page1, "en 2023-01-30 | #The end of the war | ^What it was. | @By A. Writer | The war ended in the city. | It was the end of it. | ##The rest"},
		{"page without an article", "<html lang=fr-FR><head><title>Le fin &ndash; Le Site</title><body><header><h1>Le Site</h1></header><nav>Menu</nav><div id=x><h1>Le fin</h1><p>Le fin est dans la rue.</p></div><footer>Le Site</footer>", "fr  | #Le Site | #Le fin | Le fin est dans la rue."},
		{"title of the head", "<html><head><title>The end &amp; all</title><meta property='og:title' content='The end &amp; more'></head><body><p>The war.</p>", "en  | #The end & more ← The end &amp; more | The war."},
		{"date of the prose is none", "<article><h1>The end</h1><p>The war ended on <time datetime=2020-01-01>1 January</time>.</p></article>", "en  | #The end | The war ended on 1 January. ← The war ended on <time datetime=2020-01-01>1 January</time>."},
		{"date above", "<article><h1>The end</h1><time datetime=2020-01-02T10:00Z>2 January</time><p>The war.</p></article>", "en 2020-01-02 | #The end | The war."},
		{"ends without beginnings", "</div></p><p>The end.</b></div></article><p>In.", "en  | The end. | In."},
		{"broken tags", "<p>The < end & of <the</p><p a='x", "en  | The < end & of"},
		{"XHTML", "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml' lang='en'><body><p>Le fin.<br/>La</p></body></html>", "en  | Le fin.\nLa ← Le fin.<br/>La"},
	} {
		t.Run(c.what, func(t *testing.T) {
			got := read("a.html", c.raw, Options{})
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

const page1 = `<!DOCTYPE html>
<html lang="en-GB"><head><title>The end | The Site</title>
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","datePublished":"2001-01-01"},{"@type":["NewsArticle"],"datePublished":"2023-01-30T10:00:00Z","author":[{"name":"A. Writer"}]}]}</script>
<meta property="article:published_time" content="2023-01-29">
</head><body class="single has-sidebar"><header><a href="/">The Site</a></header><nav><a>News</a></nav>
<main><article><h1>The end of the war</h1><p class="article__chapo">What it was.</p><div class="byline">By A. Writer</div>
<div class="share-tools"><a>Share</a></div>
<div itemprop="articleBody"><p>The war ended in the city.</p><aside><p>Read the other.</p></aside><p>It was the end of it.</p><h2>The rest</h2></div>
<ul class="tags"><li>War</li></ul></article>
<article><h2>Another story</h2><p>The other story of the other day.</p></article></main>
<div class="comments"><p>The comment.</p></div><footer><p>The Site.</p></footer></body></html>`

func TestHTMLByItsLooks(t *testing.T) {
	for raw, want := range map[string]string{
		"<!DOCTYPE html><p>The end.":      "html",
		"\ufeff \n<!-- x --><html><p>The": "html",
		"<p class=x>The end.":             "html",
		"<3 the end of it":                "plain",
		"The <p> is the end":              "plain",
		"<notes>the</notes>":              "plain",
		"{\"text\":\"The <p>\"}":          "archive",
	} {
		s := read("-", raw, Options{})[0]
		if got := formatOf(s, raw); got != want {
			t.Errorf("%q is read as %s", raw, got)
		}
	}
}

// formatOf guesses how a story was read.
func formatOf(s Story, raw string) string {
	switch {
	case s.Document.Origin != nil:
		return "html"
	case strings.HasPrefix(raw, "{"):
		return "archive"
	}
	return "plain"
}

// HTML that no writer wrote ends in an error, or in a story, and soon.
func TestTangledHTML(t *testing.T) {
	const n = 200_000
	for what, raw := range map[string]string{
		"nested":     strings.Repeat("<div>", n),
		"tables":     strings.Repeat("<table><tr><td>", n),
		"paragraphs": strings.Repeat("<p>", n) + strings.Repeat("</i>", n),
		"articles":   strings.Repeat("<article><time datetime=2020>", n/10),
		"attributes": "<p " + strings.Repeat("a=b ", n) + ">x",
		"siblings":   strings.Repeat("<article><p>x</article><time>", n/10),
		"entities":   strings.Repeat("&", n),
		"comments":   strings.Repeat("<!--", n),
		"headings":   strings.Repeat("<h1>x", n/10),
		"data":       "<script type=application/ld+json>\"schema.org\"" + strings.Repeat("[", n) + "</script>",
	} {
		start := time.Now()
		got := read("a.html", raw, Options{})
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%s: %v", what, took)
		}
		if len(got) != 1 {
			t.Errorf("%s: %d stories", what, len(got))
		}
	}
	if got := read("a.html", strings.Repeat("<div>\n", n), Options{}); got[0].Err == nil || got[0].Err.Error() != "line 2001: the HTML is nested too deep to be a story" {
		t.Errorf("%v", got[0].Err)
	}
}

func FuzzHTML(f *testing.F) {
	for _, s := range []string{"", page1, "<p>a<b>b</p>&eacute;", "<title>x", "<article><h1>a</h1><p>b", "<br><br>x<td a='", "<!--", "<![CDATA[x]]>", "<?x?><p", "</", "<textarea><p>", "<plaintext>x<p>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		for _, s := range read("a.html", raw, Options{MaxSize: 1 << 16}) {
			sound(t, s)
		}
	})
}
