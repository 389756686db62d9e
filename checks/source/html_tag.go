package source

import (
	"html"
	"slices"
	"strings"
	"unicode"

	"recoupe/checks/text"
)

// A tag of HTML with the places of its attributes.
type tag struct {
	src   string
	name  string
	attrs []attribute
}

type attribute struct {
	key string
	at  text.Span // of the value in the file
}

// parseTag reads the tag that stands in a stretch of a file.
func parseTag(src string, from, to int) tag {
	t := tag{src: src}
	i := from
	for i < to && (src[i] == '<' || src[i] == '/') {
		i++
	}
	start := i
	for i < to && !isBlank(src[i]) && src[i] != '>' && src[i] != '/' {
		i++
	}
	t.name = strings.ToLower(src[start:i])
	for len(t.attrs) < attrMax {
		for i < to && (isBlank(src[i]) || src[i] == '/') {
			i++
		}
		if i >= to || src[i] == '>' {
			return t
		}
		start = i
		for i++; i < to && !isBlank(src[i]) && src[i] != '=' && src[i] != '>' && src[i] != '/'; i++ {
		}
		a := attribute{key: strings.ToLower(src[start:i]), at: text.Span{Start: i, End: i}}
		for i < to && isBlank(src[i]) {
			i++
		}
		if i < to && src[i] == '=' {
			a.at, i = attrValue(src, i+1, to)
		}
		t.attrs = append(t.attrs, a)
	}
	return t
}

// attrMax is the number of attributes that are looked at.
const attrMax = 100

// attrValue reads a value behind its sign of equality, and tells what follows it.
func attrValue(src string, i, to int) (text.Span, int) {
	for i < to && isBlank(src[i]) {
		i++
	}
	if i < to && (src[i] == '"' || src[i] == '\'') {
		end := strings.IndexByte(src[i+1:to], src[i])
		if end < 0 {
			return text.Span{Start: i + 1, End: to}, to
		}
		return text.Span{Start: i + 1, End: i + 1 + end}, i + end + 2
	}
	start := i
	for i < to && !isBlank(src[i]) && src[i] != '>' {
		i++
	}
	return text.Span{Start: start, End: i}, i
}

func (t tag) attr(key string) string {
	return strings.TrimSpace(html.UnescapeString(t.src[t.span(key).Start:t.span(key).End]))
}

func (t tag) span(key string) text.Span {
	for _, a := range t.attrs {
		if a.key == key {
			return a.at
		}
	}
	return text.Span{}
}

func (t tag) has(key string) bool {
	return slices.ContainsFunc(t.attrs, func(a attribute) bool { return a.key == key })
}

// A kind says what an element is to the story, by name and attributes. What is
// inside is of the stronger kind.
type kind uint8

const (
	plainKind  kind = iota
	byline          // who wrote it
	standfirst      // what it says in short
	aside           // about the story, or about others; not of it
	silent          // no words at all
)

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

// The vocabulary of HTML, as far as it tells prose from the rest.
var (
	void = set("area base br col embed hr img input link meta param source track wbr")
	leaf = set("p h1 h2 h3 h4 h5 h6 li td th dt dd blockquote figcaption summary address caption")
	// blocky elements end the block before them.
	blocky = set(`p h1 h2 h3 h4 h5 h6 li td th dt dd blockquote figcaption summary address caption html head body title div section article main header
		footer aside nav figure form fieldset ul ol dl tr table thead tbody tfoot pre hr details dialog menu legend option select center`)
	silents = set(`script style noscript template svg math iframe object canvas audio video button select textarea head title nav menu dialog
		figcaption caption code`)
	asides = set("aside footer")
	roles  = set("navigation complementary banner search contentinfo dialog menu menubar")
	// apart are the words in names of classes for what stands beside a story.
	apart = set(`related recommended recommendations recommendation newsletter caption credit credits share sharing social comment comments menu nav navbar
		navigation breadcrumb breadcrumbs sidebar promo advert ad ads advertisement sponsor sponsored tag tags toolbar subscribe subscription
		relatedposts sharedaddy signup enhancement interstitial cookie cookies consent footer copyright trending popular hidden embed pagination timestamp dateline-meta readmore`)
	shorts  = set("standfirst chapo dek deck lede summary subtitle subheadline subhead chapeau excerpt")
	writers = set("byline author authors")
)

// kind is what a tag says of its element.
func (t tag) kind() kind {
	if silents[t.name] || t.has("hidden") || t.attr("aria-hidden") == "true" {
		return silent
	}
	if t.name == "html" || t.name == "body" || t.name == "main" || t.name == "article" {
		return plainKind
	}
	if asides[t.name] || roles[t.attr("role")] {
		return aside
	}
	switch t.attr("itemprop") {
	case "description", "alternativeHeadline":
		return standfirst
	case "author":
		return byline
	case "articleBody", "headline":
		return plainKind
	}
	best, body := plainKind, false
	for _, key := range []string{"class", "id"} {
		for _, w := range classWords(t.attr(key)) {
			switch {
			case apart[w]:
				return aside
			case w == "body":
				body = true
			case shorts[w]:
				best = standfirst
			case writers[w]:
				best = max(best, byline)
			}
		}
	}
	if body {
		return plainKind // "field--name-body field--type-text-with-summary"
	}
	return best
}

// classWords are the words in names of classes, small, whether they are joined
// by hyphens or by capitals: c-byline, PageFooter.
func classWords(names string) []string {
	var b strings.Builder
	small := false
	for _, r := range names {
		switch {
		case r == '-' || r == '_' || r == ':' || r == '/':
			r = ' '
		case small && unicode.IsUpper(r):
			b.WriteByte(' ')
		}
		small = unicode.IsLower(r)
		b.WriteRune(unicode.ToLower(r))
	}
	return strings.Fields(b.String())
}
