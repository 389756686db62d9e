package report

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"io"

	"recoupe/checks"
	"recoupe/rules"
)

// The looks and the manners of the page stand in it, so that it asks for nothing
// from anywhere.
var (
	//go:embed page/page.css
	pageStyle string
	//go:embed page/page.js
	pageScript string
	//go:embed page/page.html
	pageSource string
)

// page writes one page that is complete in itself: each story as an editor reads
// it, with what was found beside the words. Of a story that was told it keeps
// its name for the index alone.
type page struct {
	w     io.Writer
	o     Options
	parts *template.Template
	lang  *rules.Language // of the page: the first story's
	index []entry
	notes int // numbered through the page
	tally
}

// An entry of the index.
type entry struct {
	N           int
	Title, Lang string
	Sum, UI     string
	Worst       string
}

func newHTML(w io.Writer, o Options) Report {
	return &page{w: w, o: o, parts: template.Must(template.New("page").Parse(pageSource))}
}

// A chrome is what the parts around the stories are made of.
type chrome struct {
	Lang   string
	Title  string // of the first story
	Policy string
	Style  template.CSS
	Script template.JS
	Index  []entry
	Sum    string
	Claims string
	Book   string
	ui     *rules.Language
}

// Say is a text of the page in its language.
func (c chrome) Say(id string) string { return typeset(c.ui.SayUI(id, nil)) }

func (p *page) chrome() chrome {
	lang := p.lang
	if lang == nil {
		lang = p.o.Book.Tongue(p.o.UI)
	}
	return chrome{
		Lang: lang.Code, ui: lang, Style: template.CSS(pageStyle), Script: template.JS(pageScript),
		Policy: "default-src 'none'; style-src " + digest(pageStyle) + "; script-src " + digest(pageScript) + "; base-uri 'none'; form-action 'none'",
	}
}

// digest lets a browser run what the page holds and nothing else.
func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// Begin waits for the first story, which says in which language the page is.
func (p *page) Begin() error { return nil }

func (p *page) open(lang *rules.Language, title string) error {
	if p.lang != nil {
		return nil
	}
	p.lang = lang
	c := p.chrome()
	c.Title = title
	return p.parts.ExecuteTemplate(p.w, "head", c)
}

func (p *page) Add(r checks.Result) error {
	lang := p.o.tongue(r)
	p.tally.add(r)
	s := p.story(r, lang)
	if err := p.open(lang, s.Title); err != nil {
		return err
	}
	p.index = append(p.index, entry{s.N, s.Title, s.Lang, s.Sum, s.UI, s.Worst})
	return p.parts.ExecuteTemplate(p.w, "story", s)
}

// End writes the index, which the page's script puts first.
func (p *page) End() error {
	if err := p.open(p.o.Book.Tongue(p.o.UI), ""); err != nil {
		return err
	}
	c := p.chrome()
	if p.stories > 1 {
		c.Index = p.index
	}
	c.Sum = p.read(p.lang)
	if p.stories > p.unread {
		c.Sum += " · " + p.findings(p.lang)
		n := p.claims
		c.Claims = list(p.lang, "claims", part{"confirmed", n.Confirmed}, part{"contradicted", n.Contradicted}, part{"unknown", n.Unknown})
	}
	if asOf := p.o.Book.AsOf; !asOf.IsZero() {
		c.Book = p.lang.SayUI("book", func(string) string { return p.lang.SayDate(asOf) })
	}
	return p.parts.ExecuteTemplate(p.w, "tail", c)
}
