package source

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/BurntSushi/toml"
	"go.yaml.in/yaml/v3"

	"recoupe/checks/text"
)

// A declaration is what a file says of its story beside the story itself.
type declaration struct {
	title, standfirst  text.Span // in the file; empty when not told
	titled, below      string    // the same as values
	lang, date, author string
}

// Keys of front matter, as site generators and newsrooms have them, best first.
var (
	titleKeys      = []string{"title", "headline"}
	standfirstKeys = []string{"standfirst", "subtitle", "deck", "summary", "description", "excerpt"}
	langKeys       = []string{"lang", "language", "locale"}
	dateKeys       = []string{"date", "publishdate", "published", "pubdate", "datepublished"}
	authorKeys     = []string{"author", "authors", "byline"}
)

// headMax bounds front matter, in bytes.
const headMax = 64 << 10

// readHead reads the YAML or TOML front matter of a file, where it has any, and
// returns where the story begins after it.
func readHead(src string) (d declaration, end int, note string) {
	first, at := line(src, 0)
	fence := strings.TrimRight(src[:first.End], " \t")
	if fence != "---" && fence != "+++" {
		return d, 0, ""
	}
	inner := text.Span{Start: at}
	for {
		l, next := line(src, at)
		closing := strings.TrimRight(src[l.Start:l.End], " \t")
		if closing == fence || fence == "---" && closing == "..." {
			inner.End, end = l.Start, next
			break
		}
		if next >= len(src) || next > headMax {
			return d, 0, ""
		}
		at = next
	}
	values := map[string]any{}
	var err error
	if head := src[inner.Start:inner.End]; fence == "+++" {
		_, err = toml.Decode(head, &values)
	} else {
		err = yaml.Unmarshal([]byte(head), &values)
	}
	if err != nil {
		if fence == "---" && !strings.Contains(src[inner.Start:inner.End], ":") {
			return d, 0, "" // a rule, and another below
		}
		return d, end, "the front matter is not understood: " + strings.ReplaceAll(err.Error(), "\n", " ")
	}
	d.take(src, inner, values)
	return d, end, ""
}

// take finds the values that are known of, and the stretches of those that are read.
func (d *declaration) take(src string, inner text.Span, values map[string]any) {
	folded := map[string]any{}
	for key, v := range values {
		folded[strings.ReplaceAll(strings.ToLower(key), "_", "")] = v
	}
	_, d.lang = pick(folded, langKeys)
	_, d.date = pick(folded, dateKeys)
	_, d.author = pick(folded, authorKeys)
	var key string
	if key, d.titled = pick(folded, titleKeys); d.titled != "" {
		d.title = locate(src, inner, key, d.titled)
	}
	if key, d.below = pick(folded, standfirstKeys); d.below != "" {
		d.standfirst = locate(src, inner, key, d.below)
	}
}

// pick is the first of some keys that has a value, with its value.
func pick(values map[string]any, keys []string) (key, value string) {
	for _, k := range keys {
		if s := strings.TrimSpace(plainly(values[k])); s != "" {
			return k, s
		}
	}
	return "", ""
}

// plainly is a value as words; of a list its members.
func plainly(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case time.Time:
		return v.Format(time.RFC3339)
	case []any:
		var out []string
		for _, one := range v {
			if s, ok := one.(string); ok {
				out = append(out, s)
			}
		}
		return strings.Join(out, ", ")
	case map[string]any:
		return ""
	}
	return fmt.Sprint(v)
}

// locate finds where a value of front matter stands: from the line of its key,
// verbatim, else that line and the next ones that are indented.
func locate(src string, inner text.Span, key, value string) text.Span {
	for at := inner.Start; at < inner.End; {
		l, next := line(src, at)
		name, _, ok := strings.Cut(src[l.Start:l.End], ":")
		if eq, _, toml := strings.Cut(src[l.Start:l.End], "="); toml && (!ok || len(eq) < len(name)) {
			name, ok = eq, true
		}
		bare := strings.ReplaceAll(strings.ToLower(strings.Trim(name, " \t\"'")), "_", "")
		if !ok || bare != key {
			at = next
			continue
		}
		from, to := l.Start+len(name)+1, l.End
		for next < inner.End && strings.IndexByte(" \t", src[next]) >= 0 {
			l, next = line(src, next)
			to = l.End
		}
		if i := strings.Index(src[from:to], value); i >= 0 {
			return text.Span{Start: from + i, End: from + i + len(value)}
		}
		return trimmed(src, text.Span{Start: min(from, to), End: to})
	}
	return text.Span{}
}

// head reads what a file declares into the page, before the story, unless the
// story says it again.
func (p *page) head(d declaration) {
	for _, one := range []struct {
		at    text.Span
		words string
		role  text.Role
	}{{d.title, d.titled, text.Headline}, {d.standfirst, d.below, text.Standfirst}} {
		if one.at.Empty() {
			continue
		}
		if one.at.End-one.at.Start == len(one.words) {
			p.copy(one.at.Start, one.at.End)
		} else {
			p.put(one.words, one.at.Start, one.at.End)
		}
		p.close(one.role, true)
	}
}

// once drops the blocks of the head that the story says again in its own place:
// a title that is a heading as well, a summary that is the first paragraph.
func (p *page) once(heads int) {
	words := func(b block) string {
		var out strings.Builder
		for _, t := range text.Tokens(nil, p.words.String(), b.Span) {
			if t.Kind != text.Mark {
				out.WriteString(text.Fold(p.words.String()[t.Start:t.End]))
			}
		}
		return out.String()
	}
	const near = 4 // blocks of the story
	story := p.blocks[heads:min(len(p.blocks), heads+near)]
	kept := slices.DeleteFunc(slices.Clone(p.blocks[:heads]), func(h block) bool {
		return slices.ContainsFunc(story, func(b block) bool { return words(b) == words(h) })
	})
	p.blocks = append(kept, p.blocks[heads:]...)
}
