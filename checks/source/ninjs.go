package source

import (
	"bufio"
	"bytes"
	"iter"
	"slices"
	"strings"

	"recoupe/checks/text"
)

// readNinjs opens news in JSON, of the three generations of ninjs: one item, or a
// list of them. An item in several languages is a story in each.
func readNinjs(name string, r *bufio.Reader, o Options) iter.Seq[Story] {
	return several(name, r, o, func(src string) ([]Story, error) { return openNinjs(name, src, o) })
}

func openNinjs(name, src string, o Options) ([]Story, error) {
	root, err := parseJSON(src)
	if err != nil {
		return nil, err
	}
	all := []*node{root}
	if root.list {
		all = root.kids
	} else if found := root.of("items", "results"); found.list && len(root.of("bodytext", "bodyhtml", "bodies").keys) == 0 {
		all = found.kids
	}
	var out []Story
	for _, n := range all {
		stories, err := ninjs(name, src, n, o, len(all) > 1)
		if err != nil {
			return nil, err
		}
		out = append(out, stories...)
	}
	if len(out) == 0 {
		return nil, &Error{0, "this is JSON, but not ninjs: there is no headline and no body"}
	}
	return out, nil
}

// A wording is a text of an item: which one it is, in which language and format.
type wording struct {
	role, lang, format string
	at                 text.Span
}

// texts are the texts of an item for a key of the first generation (body_text,
// body_html) or the later ones (a list).
func (n *node) texts(first, later string) (out []wording) {
	for i, k := range n.keys {
		if i < len(n.kids) && n.kids[i].text && n.kids[i].value != "" && strings.HasPrefix(k, first) {
			out = append(out, wording{format: strings.TrimPrefix(k, first), at: n.kids[i].at})
		}
	}
	for _, one := range n.of(later).kids {
		if v := one.of("value"); v.text {
			out = append(out, wording{one.of("role").value, primary(one.of("language", "lang").value), one.of("contenttype").value, v.at})
		}
	}
	return out
}

// best is the text of a language that says most of its form, the main one first.
func best(all []wording, lang string) (wording, bool) {
	rank := func(t wording) int {
		n := 0
		if t.role == "" || t.role == "main" || t.role == "drol:main" {
			n += 4
		}
		switch f := strings.ToLower(t.format); {
		case strings.Contains(f, "html"):
			n += 2
		case f == "" || strings.Contains(f, "text"):
			n++
		}
		return n
	}
	found, ok := wording{}, false
	for _, t := range all {
		if t.lang == lang && (!ok || rank(t) > rank(found)) {
			found, ok = t, true
		}
	}
	return found, ok
}

// ninjs makes the stories of an item.
func ninjs(name, src string, n *node, o Options, many bool) ([]Story, error) {
	heads, bodies := n.texts("headline", "headlines"), n.texts("body", "bodies")
	below := n.texts("subheadline", "subheadlines")
	if len(heads)+len(bodies) == 0 {
		return nil, nil
	}
	main := primary(n.of("language").value)
	var langs []string
	for _, t := range append(slices.Clone(bodies), heads...) {
		if !slices.Contains(langs, t.lang) {
			langs = append(langs, t.lang)
		}
	}
	var out []Story
	for _, lang := range langs {
		outer := newPage(src)
		head, titled := best(heads, lang)
		sub, _ := best(below, lang)
		body, _ := best(bodies, lang)
		at := []text.Span{outer.literal(head.at), outer.literal(sub.at), outer.literal(body.at)}
		p := newPage(outer.words.String())
		for i, role := range []text.Role{text.Headline, text.Standfirst} {
			p.copy(at[i].Start, at[i].End)
			p.close(role, true)
		}
		if strings.Contains(body.format, "html") || strings.Contains(body.format, "xml") {
			if _, err := p.hypertext(at[2]); err != nil {
				return nil, &Error{1 + strings.Count(src[:body.at.Start], "\n"), "the body is nested too deep to be a story"}
			}
		} else {
			p.lines(at[2].Start, at[2].End, text.Body)
		}
		title := ""
		if titled {
			title = p.first(text.Headline)
		}
		s := Story{Document: p.document(ninjsName(name, n, many, lang, len(langs)))}
		s.Document.Origin = s.Document.Origin.Through(&outer.origin)
		if s.Document.Name != name {
			s.Document.File = name
		}
		n.declares(&s, o, orElse(lang, main), title)
		out = append(out, s)
	}
	return out, nil
}

func orElse(s, other string) string {
	if s != "" {
		return s
	}
	return other
}

// ninjsName is the name of a story: of its file, unless it has several.
func ninjsName(name string, n *node, many bool, lang string, langs int) string {
	if many {
		name = orElse(n.of("uri", "guid").value, name)
	}
	if langs > 1 && lang != "" {
		name += "#" + lang
	}
	return name
}

// declares takes what an item says of its story. Copy under embargo is written
// for the day on which that ends.
func (n *node) declares(s *Story, o Options, lang, title string) {
	embargo := n.of("embargoed", "embargo").value
	o.declare(s, lang, orElse(embargo, n.of("versioncreated", "contentcreated", "firstcreated").value), title)
	s.declareAuthor(n.of("byline", "by").value)
	s.standing(n.of("pubstatus").value, embargo)
	for _, c := range append(n.of("corrections").kids, n.of("correction")) {
		if note := orElse(c.value, c.of("value", "text", "note", "description").value); note != "" {
			s.Notes = append(s.Notes, "corrected: "+note)
		}
	}
}

// looksLikeNinjs reports whether bytes begin as an item does: with an object that
// has keys of ninjs, and is no line of an archive.
func looksLikeNinjs(head []byte) bool {
	head = bytes.TrimLeft(head, " \t\r\n")
	if len(head) == 0 || head[0] != '{' && head[0] != '[' {
		return false
	}
	if bytes.Contains(head, []byte(`"text":`)) || bytes.Contains(head, []byte(`"text" :`)) {
		return false
	}
	for _, key := range []string{`"headline"`, `"headlines"`, `"bodies"`, `"body_text"`, `"body_html"`, `"body_xhtml"`, `"versioncreated"`, `"versionCreated"`, `"pubstatus"`, `"pubStatus"`} {
		if bytes.Contains(head, []byte(key)) {
			return true
		}
	}
	return false
}
