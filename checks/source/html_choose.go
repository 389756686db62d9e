package source

import (
	"encoding/json"
	"slices"
	"strings"

	"recoupe/checks/text"
)

// prose reports whether a block has the words of a story: most of them in no link
// and no time.
func (b *block) prose() bool { return 2*b.linked < b.End-b.Start }

// choose leaves the blocks of the story. A page that tells where its story is
// gives those of that region, and its headings; another all that stand beside
// nothing. A page in which that leaves next to nothing was misread, and is kept
// whole.
func (h *hyper) choose() {
	body := -1
	if h.whole {
		body = h.body()
	}
	first := slices.IndexFunc(h.blocks, func(b block) bool { return body >= 0 && h.within(b, body) && b.kind < aside })
	headed := slices.ContainsFunc(h.blocks, func(b block) bool { return body >= 0 && h.within(b, body) && b.tag == "h1" })
	kept := slices.DeleteFunc(slices.Clone(h.blocks), func(b block) bool {
		switch {
		case b.kind >= aside, !b.prose() && b.Role != text.Headline:
			return true
		case body < 0 || h.within(b, body):
			return false
		}
		// Above the story only its headline and standfirst belong to it.
		before := first >= 0 && b.Start < h.blocks[first].Start
		return !before || (b.tag != "h1" || headed) && b.Role != text.Standfirst && b.Role != text.Byline
	})
	if size(kept)*4 >= size(h.blocks) || len(kept) > 0 && size(kept) > 500 {
		h.blocks = kept
	} else {
		h.blocks = slices.DeleteFunc(h.blocks, func(b block) bool { return !b.prose() })
	}
}

func size(blocks []block) (n int) {
	for _, b := range blocks {
		if b.prose() {
			n += b.End - b.Start
		}
	}
	return n
}

// body is the region that holds the story: what says so, else the largest article,
// else the main part; -1 where a page has none of them.
func (h *hyper) body() int {
	best := -1
	rank := map[string]int{"articleBody": 3, "article": 2, "main": 1}
	for i, r := range h.regions {
		if r.words == 0 {
			continue
		}
		if best < 0 || rank[r.name] > rank[h.regions[best].name] || rank[r.name] == rank[h.regions[best].name] && r.words > h.regions[best].words {
			best = i
		}
	}
	return best
}

func (h *hyper) within(b block, region int) bool { return b.region == region }

// headline is the first heading before the prose.
func (h *hyper) headline() string {
	for _, b := range h.blocks {
		switch b.Role {
		case text.Headline:
			return h.words.String()[b.Start:b.End]
		case text.Body:
			return ""
		}
	}
	return ""
}

// declared is what a page says of its story outside of it.
type declared struct {
	declaration
	social text.Span // the title for those who share it
	rank   int       // of the date: how surely it is that of publication
}

// aboveMax is how much prose may stand above the date of a story, in bytes.
const aboveMax = 300

// heading is the title that the page declares for its story.
func (d *declared) heading() text.Span {
	if !d.social.Empty() {
		return d.social
	}
	return d.title
}

// dated takes a date that is surer than the one before.
func (d *declared) dated(value string, rank int) {
	if value != "" && rank > d.rank {
		d.date, d.rank = value, rank
	}
}

// see takes what a tag declares.
func (d *declared) see(t tag, h *hyper) {
	switch t.name {
	case "html", "article":
		if lang := t.attr("lang"); lang != "" {
			d.lang = lang
		}
	case "time":
		rank := 2
		switch {
		case t.has("pubdate") || t.attr("itemprop") == "datePublished":
			rank = 4
		case h.top().kind >= aside, h.prosaic > aboveMax, h.words.Len() > h.begun:
			return // of another story, or in the prose
		}
		if d.rank < 2 || rank > 2 {
			d.dated(t.attr("datetime"), rank)
		}
	case "meta":
		d.meta(t)
	}
}

// meta takes what a page says to machines.
func (d *declared) meta(t tag) {
	content := t.attr("content")
	key := t.attr("property") + t.attr("name") + t.attr("itemprop") + t.attr("http-equiv")
	switch strings.ToLower(key) {
	case "article:published_time", "datepublished":
		d.dated(content, 5)
	case "date", "pubdate", "publishdate", "dc.date", "dcterms.created", "dcterms.date", "parsely-pub-date", "sailthru.date":
		d.dated(content, 3)
	case "og:title":
		d.social = t.span("content")
	case "og:locale", "content-language", "language":
		if d.lang == "" {
			d.lang = content
		}
	case "author", "article:author", "parsely-author":
		if !strings.Contains(content, "://") {
			d.author = content
		}
	}
}

// script takes what a page says in JSON-LD; other scripts say nothing.
func (d *declared) script(src string) {
	if !strings.Contains(src, "schema.org") || len(src) > 1<<20 {
		return
	}
	var v any
	if json.Unmarshal([]byte(src), &v) == nil {
		d.linked(v, 0)
	}
}

// linked looks for an article in linked data.
func (d *declared) linked(v any, depth int) {
	switch v := v.(type) {
	case []any:
		for _, one := range v {
			d.linked(one, depth)
		}
	case map[string]any:
		if graph, ok := v["@graph"]; ok && depth < 3 {
			d.linked(graph, depth+1)
		}
		if !isArticle(v["@type"]) {
			return
		}
		date, _ := v["datePublished"].(string)
		d.dated(date, 6)
		if lang, _ := v["inLanguage"].(string); lang != "" {
			d.lang = lang
		}
		if author := names(v["author"]); author != "" {
			d.author = author
		}
	}
}

func isArticle(v any) bool {
	switch v := v.(type) {
	case string:
		return strings.HasSuffix(v, "Article") || strings.HasSuffix(v, "BlogPosting")
	case []any:
		return slices.ContainsFunc(v, isArticle)
	}
	return false
}

// names are those of one author or several.
func names(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case map[string]any:
		s, _ := v["name"].(string)
		return s
	case []any:
		var out []string
		for _, one := range v {
			if s := names(one); s != "" {
				out = append(out, s)
			}
		}
		return strings.Join(out, ", ")
	}
	return ""
}
