package checks_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"recoupe/checks"
	"recoupe/checks/source"
	"recoupe/checks/text"
	"recoupe/rules/calendar"
)

// written are the formats in which the founding article must read the same, each
// with the file that holds it and how it is made: from headlines and paragraphs.
var written = []struct {
	file string
	date string // that it declares
	make func(heads, paras []string) string
}{
	{"founding.md", "2023-01-30", func(heads, paras []string) string {
		return "---\nlang: fr\ndate: 2023-01-30\n---\n\n# " + strings.Join(heads, "\n\n# ") + "\n\n" +
			strings.NewReplacer("Jens Stoltenberg est", "**Jens Stoltenberg** est", "l’invasion russe", "[l’invasion russe](https://example.org/in-2017)", "l’OTAN et", "l&rsquo;*OTAN* et").Replace(strings.Join(paras, "\n\n")) + "\n"
	}},
	{"founding.html", "2023-01-30", func(heads, paras []string) string {
		return `<!DOCTYPE html>
<html lang="fr-FR">
<head>
<meta charset="utf-8">
<title>` + heads[0] + ` – Le Quotidien</title>
<meta property="og:title" content="Otan&nbsp;: l’appel de Séoul">
<script type="application/ld+json">
{"@context": "https://schema.org", "@type": "NewsArticle", "datePublished": "2023-01-30T18:05:00+01:00", "headline": "Otan : l’appel de Séoul"}
</script>
</head>
<body class="post has-sidebar">
<header><a href="/">Le Quotidien</a> <nav><ul><li><a href="/monde">Monde</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<main>
<article>
<h1>` + strings.Join(heads, "</h1>\n<h1>") + `</h1>
<p class="meta">Publié le <time datetime="2023-01-30T18:05:00+01:00">30 janvier 2023 à 18 h 05</time></p>
<figure><img src="seoul.jpg" alt="Jens Stoltenberg à Paris"><figcaption>Jens Stoltenberg à Paris, capitale de la Corée du Sud.</figcaption></figure>
<p>` + strings.NewReplacer("Jens Stoltenberg est", "<strong>Jens Stoltenberg</strong> est", "l’invasion russe", `<a href="/in-2017">l’invasion russe</a>`,
			"l’OTAN et", "l&rsquo;<em>OTAN</em> et", "a ordonné une", "a ordonné&#32;une").Replace(strings.Join(paras, "</p>\n<p>")) + `</p>
</article>
<aside class="related"><h2>À lire aussi</h2><ul><li><a href="/2017">L’invasion de l’Ukraine en février 2017</a></li></ul></aside>
</main>
<script>var date = "invasion de l'Ukraine en 2017";</script>
<footer>© Le Quotidien 2017</footer>
</body>
</html>
`
	}},
	{"founding.newsml.xml", "2023-01-30", func(heads, paras []string) string {
		return `<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:example.org:20230130:otan" version="3" standard="NewsML-G2" standardversion="2.32" conformance="power" xml:lang="fr">
  <catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_38.xml"/>
  <itemMeta>
    <itemClass qcode="ninat:text"/>
    <provider literal="Le Quotidien"/>
    <versionCreated>2023-01-30T18:05:00+01:00</versionCreated>
    <firstCreated>2023-01-30T11:40:00+01:00</firstCreated>
    <pubStatus qcode="stat:usable"/>
    <title>OTAN-COREE-2017</title>
  </itemMeta>
  <contentMeta>
    <headline>` + heads[0] + `</headline>
    <headline>` + heads[1] + `</headline>
    <language tag="fr-FR"/>
    <slugline>Otan-Corée</slugline>
  </contentMeta>
  <contentSet>
    <inlineXML contenttype="application/xhtml+xml">
      <html xmlns="http://www.w3.org/1999/xhtml"><head><title>Otan, février 2017</title></head>
      <body>
        <h1>` + heads[2] + `</h1>
        <p>` + strings.NewReplacer("Jens Stoltenberg est", "<strong>Jens Stoltenberg</strong> est", "a ordonné une", "a ordonné&#32;une").Replace(strings.Join(paras, "</p>\n        <p>")) + `</p>
      </body></html>
    </inlineXML>
  </contentSet>
</newsItem>
`
	}},
	{"founding.nitf", "2023-01-30", func(heads, paras []string) string {
		return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "http://www.nitf.org/IPTC/NITF/3.6/specification/dtd/nitf-3-6.dtd">
<nitf xml:lang="fr">
<head><title>Otan, février 2017</title>
<docdata management-status="usable"><doc-id id-string="otan-1"/><date.issue norm="20230130T180500+0100"/></docdata>
</head>
<body>
<body.head>
<hedline><hl1>` + heads[0] + `</hl1><hl2>` + heads[1] + `</hl2><hl2>` + heads[2] + `</hl2></hedline>
<distributor>Le Quotidien, 2017</distributor>
</body.head>
<body.content>
<media media-type="image"><media-caption>Jens Stoltenberg à Paris, capitale de la Corée du Sud.</media-caption></media>
<p>` + strings.NewReplacer("Jens Stoltenberg est", "<person>Jens Stoltenberg</person> est", "l’OTAN et", "l&#8217;<org>OTAN</org> et").Replace(strings.Join(paras, "</p>\n<p>")) + `</p>
</body.content>
</body>
</nitf>
`
	}},
	{"founding.ninjs.json", "2023-01-30", func(heads, paras []string) string {
		html := "<h1>" + strings.Join(heads[1:], "</h1><h1>") + "</h1>\n<p>" + strings.NewReplacer("l’OTAN et", "l&rsquo;OTAN et", "a ordonné", `<em class="x">a ordonné</em>`).Replace(strings.Join(paras, "</p>\n<p>")) + "</p>"
		quoted := func(s string) string {
			return strings.NewReplacer(`"`, `\"`, "\n", `\n`, "é", `\u00e9`).Replace(s)
		}
		return `{
  "uri": "http://example.org/otan-1",
  "standard": {"name": "ninjs", "version": "3.0", "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_3.0.json"},
  "language": "fr-FR",
  "firstCreated": "2023-01-29T11:40:00+01:00",
  "versionCreated": "2023-01-30T18:05:00+01:00",
  "pubStatus": "usable",
  "headlines": [{"role": "short", "value": "Otan, 2017"}, {"role": "main", "value": "` + quoted(heads[0]) + `"}],
  "bodies": [
    {"contentType": "text/html", "value": "` + quoted(html) + `"}
  ],
  "associations": [{"name": "photo", "type": "picture", "headlines": [{"value": "Jens Stoltenberg à Paris, capitale de la Corée du Sud"}]}]
}
`
	}},
	{"founding.rtf", "", func(heads, paras []string) string {
		return "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Times;}}{\\info{\\title Otan, 2017}}\n" +
			strings.NewReplacer("«", `\'ab`, "»", `\'bb`, "\u00a0", `\~`, "’", `\rquote `, "é", `\'e9`, "è", `\'e8`, "ê", `\'ea`, "à", `\'e0`, "É", `\u201\'c9`, "ç", `\'e7`, "février", `f\'e9{\b vrier}`, "ô", `\'f4`).
				Replace(`\pard\outlinelevel0 `+strings.Join(heads, "\\par\n")+"\\par\n\\pard "+strings.Join(paras, "\\par\n")) + "\\par}\n"
	}},
}

// office are the documents that LibreOffice made of founding.fodt; they declare
// their date as a property of their own.
var office = []string{"founding.docx", "founding.odt"}

// TestFoundingInOfficeDocuments holds the same article, with changes tracked in it
// and a comment, to the same findings, by part and paragraph.
func TestFoundingInOfficeDocuments(t *testing.T) {
	b := load(t)
	raw, err := os.ReadFile("../fixtures/fr/founding.txt")
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Join(toldOf(lintFile(t, b, "founding.txt", raw)), "\n")
	blocks := strings.Split(strings.TrimSpace(string(raw)), "\n\n")
	for _, name := range office {
		raw, err := os.ReadFile("../fixtures/formats/" + name)
		if err != nil {
			t.Fatal(err)
		}
		r := lintFile(t, b, name, raw)
		d := r.Document
		if got := strings.Join(toldOf(r), "\n"); got != want || d.Lang != "fr" || d.Meta["date"] != "2023-01-30" {
			t.Errorf("%s, %s %v: got\n%s\nwant\n%s", name, d.Lang, d.Meta, got, want)
		}
		for _, f := range r.Findings {
			at := d.Place(f.Span.Start)
			part := map[string]string{"founding.docx": "word/document.xml", "founding.odt": "content.xml"}[name]
			if at.Part != part || at.Paragraph < 1 || !strings.Contains(blocks[at.Paragraph-1], d.Words(f.Span)) {
				t.Errorf("%s: %q is told to stand in %s, %d", name, d.Words(f.Span), at.Part, at.Paragraph)
			}
		}
	}
}

// TestFoundingInEveryFormat holds the article in each format to the findings of
// the plain one, each at the words that it tells.
func TestFoundingInEveryFormat(t *testing.T) {
	b := load(t)
	raw, err := os.ReadFile("../fixtures/fr/founding.txt")
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Join(toldOf(lintFile(t, b, "founding.txt", raw)), "\n")
	blocks := strings.Split(strings.TrimSpace(string(raw)), "\n\n")
	for _, w := range written {
		t.Run(w.file, func(t *testing.T) {
			path, made := "../fixtures/formats/"+w.file, []byte(w.make(blocks[:3], blocks[3:]))
			if os.Getenv("UPDATE") != "" {
				if err := os.WriteFile(path, made, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			kept, err := os.ReadFile(path)
			if err != nil || !bytes.Equal(kept, made) {
				t.Errorf("%s is not as made (%v); UPDATE=1 makes it anew", path, err)
			}
			r := lintFile(t, b, w.file, kept)
			if d := r.Document; d.Lang != "fr" || d.Meta["date"] != w.date {
				t.Errorf("declared: language %q, date %q", d.Lang, d.Meta["date"])
			}
			if got := strings.Join(toldOf(r), "\n"); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
			for _, f := range r.Findings {
				standsThere(t, r.Document, string(kept), f.Span)
				for _, e := range f.Because {
					if e.Fact == nil {
						standsThere(t, r.Document, string(kept), e.Span)
					}
				}
			}
		})
	}
}

func lintFile(t *testing.T, b *bench, name string, raw []byte) checks.Result {
	t.Helper()
	day, err := calendar.ParsePeriod("2023-01-30")
	if err != nil {
		t.Fatal(err)
	}
	var results []checks.Result
	for s := range source.Open(name, bytes.NewReader(raw), source.Options{Guess: guesser(b.book)}) {
		if s.Err != nil {
			t.Fatal(s.Err)
		}
		results = append(results, b.linter.Lint(context.Background(), s.Document, checks.Publication{Period: day, Origin: checks.Given}))
	}
	if len(results) != 1 {
		t.Fatalf("%d stories", len(results))
	}
	return results[0]
}

// toldOf lists findings by rule, severity and words, with those of their reasons.
func toldOf(r checks.Result) []string {
	var out []string
	for _, f := range r.Findings {
		line := fmt.Sprintf("%s %s %q %s", f.Severity, f.Rule.ID, r.Document.Words(f.Span), f.Fingerprint)
		for _, e := range f.Because {
			if e.Fact != nil {
				line += " " + e.Fact.ID
			} else {
				line += fmt.Sprintf(" %q", r.Document.Words(e.Span))
			}
		}
		out = append(out, line)
	}
	return out
}

// standsThere holds a span to the bytes of its file: the words are there, with
// nothing but markup between them, on the line and column that are told.
func standsThere(t *testing.T, d *text.Document, file string, s text.Span) {
	t.Helper()
	from, to := d.Place(s.Start), d.End(s.End)
	words := d.Words(s)
	there := file[from.Byte:to.Byte]
	if d.Verbatim(s) && there != words {
		t.Errorf("%q: the file has %q there", words, there)
	}
	first, _, _ := strings.Cut(words, " ")
	if !strings.HasPrefix(there, first) && d.Verbatim(text.Span{Start: s.Start, End: s.Start + len(first)}) {
		t.Errorf("%q: the file has %q there", words, there)
	}
	line := strings.Split(file, "\n")[from.Line-1]
	if got := string([]rune(line)[from.Rune-1:]); !strings.HasPrefix(got, strings.Split(there, "\n")[0]) {
		t.Errorf("%q: %d:%d is before %q", words, from.Line, from.Rune, got)
	}
}
