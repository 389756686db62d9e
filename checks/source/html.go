package source

import (
	"bufio"
	"bytes"
	"iter"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"recoupe/checks/text"
)

// readHTML opens a page, or a fragment of one.
func readHTML(name string, r *bufio.Reader, o Options) iter.Seq[Story] {
	return whole(name, r, o, func(src string) (Story, error) { return openHTML(name, src, o) })
}

func openHTML(name, src string, o Options) (Story, error) {
	h, err := hypertext(src, text.Span{})
	if err != nil {
		return Story{}, err
	}
	if at := h.declared.heading(); h.headline() == "" && !at.Empty() {
		// The words of a title stand before all others, so that it has to be known first.
		if h, err = hypertext(src, at); err != nil {
			return Story{}, err
		}
	}
	h.declared.titled = h.headline()
	s := Story{Document: h.document(name)}
	d := h.declared.declaration
	o.declare(&s, d.lang, d.date, d.titled)
	s.declareAuthor(d.author)
	return s, nil
}

// hypertext reads the story of a page, below a title that stands elsewhere in it.
func hypertext(src string, title text.Span) (*hyper, error) {
	p := newPage(src)
	p.unescape(title.Start, title.End, false)
	p.close(text.Headline, true)
	return p.hypertext(text.Span{End: len(src)})
}

// hypertext reads HTML that stands in a stretch of the file, below what was read
// before.
func (p *page) hypertext(in text.Span) (*hyper, error) {
	h := &hyper{page: p, tags: html.NewTokenizer(strings.NewReader(p.src[in.Start:in.End])), at: in.Start, next: in.Start}
	above := len(p.blocks)
	if err := h.read(); err != nil {
		return nil, err
	}
	head := slices.Clone(p.blocks[:above])
	p.blocks = p.blocks[above:]
	h.choose()
	p.blocks = append(head, p.blocks...)
	return h, nil
}

// hyper reads HTML into a page: the offsets of its tokens add up to the file.
type hyper struct {
	*page
	tags     *html.Tokenizer
	at, next int // the token's stretch of the file
	open     []element
	regions  []region
	whole    bool   // a page with a head, no fragment
	line     string // tag of the block that is open
	class    kind   // of that block by its attributes
	links    int    // of its bytes in links, and in times
	linked   bool
	prosaic  int  // bytes of prose until here
	broken   bool // the last thing was a line break
	declared declared
}

// An element that holds blocks. Those that hold only words are not kept.
type element struct {
	name   string
	kind   kind
	region int
}

// A region is an element that may hold the story and nothing else.
type region struct {
	name  string
	words int // bytes of prose
}

// deepest bounds the elements inside one another.
const deepest = 2000

func (h *hyper) read() error {
	for {
		kind := h.tags.Next()
		if kind == html.ErrorToken {
			h.endBlock()
			return nil
		}
		h.at, h.next = h.next, h.next+len(h.tags.Raw())
		switch kind {
		case html.TextToken:
			h.text()
		case html.StartTagToken, html.SelfClosingTagToken:
			if h.start(parseTag(h.src, h.at, h.next)); len(h.open) > deepest {
				return &Error{1 + strings.Count(h.src[:h.at], "\n"), "the HTML is nested too deep to be a story"}
			}
		case html.EndTagToken:
			h.end(parseTag(h.src, h.at, h.next).name)
		case html.CommentToken:
			h.comment(h.at, h.next)
		case html.DoctypeToken:
			h.whole = true
		}
	}
}

// text reads words, of the story or of what declares something about it.
func (h *hyper) text() {
	switch top := h.top(); {
	case top.name == "script":
		h.declared.script(h.src[h.at:h.next])
	case top.name == "title" && h.declared.title.Empty():
		h.declared.title = text.Span{Start: h.at, End: h.next}
	case top.kind == silent:
	default:
		before := h.words.Len()
		h.unescape(h.at, h.next, false)
		if h.linked {
			h.links += h.words.Len() - before
		}
		if h.words.Len() > before+1 || !h.spaced() {
			h.broken = false
		}
	}
}

func (h *hyper) top() element {
	if len(h.open) == 0 {
		return element{region: -1}
	}
	return h.open[len(h.open)-1]
}

func (h *hyper) start(t tag) {
	h.declared.see(t, h)
	h.whole = h.whole || t.name == "html" || t.name == "body" || t.name == "head"
	switch {
	case t.name == "br":
		if h.broken {
			h.endBlock()
		}
		h.breakLine()
		h.broken = true
		return
	case t.name == "a" || t.name == "time":
		h.linked = true
		return
	case t.name == "body":
		h.open = h.open[:0] // a head that is not closed ends here
	}
	kind := t.kind()
	if !blocky[t.name] && kind != silent {
		return
	}
	if blocky[t.name] {
		h.endBlock()
	}
	if leaf[t.name] {
		h.line, h.class = t.name, kind
		if kind != silent {
			return
		}
	}
	if void[t.name] {
		return
	}
	e := element{t.name, max(kind, h.top().kind), h.top().region}
	if t.name == "article" || t.name == "main" || t.attr("itemprop") == "articleBody" || t.attr("role") == "main" {
		name := t.name
		if t.attr("itemprop") == "articleBody" {
			name = "articleBody"
		}
		if h.top().kind < aside || h.whole {
			h.regions = append(h.regions, region{name: name})
			e.region = len(h.regions) - 1
		}
	}
	h.open = append(h.open, e)
}

func (h *hyper) end(name string) {
	if name == "a" || name == "time" {
		h.linked = false
		return
	}
	if blocky[name] {
		h.endBlock()
	}
	for i := len(h.open) - 1; i >= 0; i-- {
		if h.open[i].name == name {
			h.open = h.open[:i]
			return
		}
		// An end without its beginning ends nothing beyond what holds it.
		if h.open[i].name == "article" || h.open[i].name == "body" {
			return
		}
	}
}

// endBlock closes the block that is open, with what its element and its
// attributes say of it.
func (h *hyper) endBlock() {
	role, fixed := text.Body, false
	kind := max(h.class, h.top().kind)
	switch {
	case h.line == "h1":
		role, fixed = text.Headline, true
	case kind == standfirst: // which sites set as lesser headings, too
		role, fixed = text.Standfirst, true
	case kind == byline:
		role, fixed = text.Byline, true
	case h.line == "h2" || h.line == "h3" || h.line == "h4" || h.line == "h5" || h.line == "h6":
		role, fixed = text.Headline, true
	case h.line == "li" || h.line == "td" || h.line == "th" || h.line == "blockquote":
		fixed = true
	}
	n := len(h.blocks)
	h.close(role, fixed)
	if len(h.blocks) > n {
		b := &h.blocks[n]
		b.tag, b.kind, b.region, b.linked = h.line, kind, h.top().region, h.links
		if b.kind == plainKind && b.prose() {
			h.prosaic += b.End - b.Start
			if b.region >= 0 {
				h.regions[b.region].words += b.End - b.Start
			}
		}
	}
	h.line, h.class, h.links, h.broken = "", plainKind, 0, false
}

// looksLikeHTML reports whether bytes begin with a tag of HTML.
func looksLikeHTML(head []byte) bool {
	head = bytes.ToLower(bytes.TrimLeft(head[:min(len(head), 1024)], " \t\r\n"))
	for bytes.HasPrefix(head, []byte("<!--")) {
		_, after, ok := bytes.Cut(head, []byte("-->"))
		if !ok {
			return false
		}
		head = bytes.TrimLeft(after, " \t\r\n")
	}
	if bytes.HasPrefix(head, []byte("<!doctype html")) || bytes.HasPrefix(head, []byte("<?xml")) && bytes.Contains(head, []byte("<html")) {
		return true
	}
	t := parseTag(string(head), 0, len(head))
	return t.name == "html" || t.name == "head" || t.name == "body" || len(head) > 0 && head[0] == '<' && blocky[t.name]
}
