package checks

import (
	"slices"
	"strings"
	"unicode"

	"recoupe/checks/text"
	"recoupe/rules"
)

// renamed is what an editor would put for a wrong holder: the words to replace
// and the words to put. Where the right holder is of another sex than the one
// named, and the office stands beside the name, article, title and adjective
// change with it: "la Première ministre britannique, Theresa May".
func (h *hearing) renamed(holder *rules.Entity) (text.Span, string) {
	c := h.claim
	name := h.inItsLetters(holder)
	o, p := c.Subject, c.Value
	old := p.Entities[0].Sex
	names, title := o.Title, h.Over(o.Head, max(o.HeadLast, o.Head+1))
	if names == nil && o.Kind == rules.Office && len(o.Entities) == 1 {
		names, title = o.Entities[0], o.Span // the office has names of its own
	}
	if names == nil || p.First < o.Last || p.First > o.Last+2 {
		return p.Span, name
	}
	if old == "" || holder.Sex == "" || old == holder.Sex {
		span := h.Tokens[h.withArticle(o.First, h.Sentences[h.claim.Sentence].First)].Span.Join(o.Span).Join(p.Span)
		return span, h.replaced(span, []swap{{p.Span, name}})
	}
	swapped, ok := regender(h.Words(title), names.Names[h.Lang], holder.Sex)
	if !ok {
		return p.Span, name
	}
	parts := []swap{{title, swapped}, {p.Span, name}}
	if o.Adjective && len(o.Of) == 1 {
		parts = append(parts, swap{o.Place, agree(h.Words(o.Place), o.Of[0].Adjectives[h.Lang], holder.Sex)})
	}
	span := o.Span.Join(p.Span)
	if i := o.First - 1; i >= 0 && h.Language != nil {
		if to := h.gendered(i, holder.Sex); to != "" {
			parts = append(parts, swap{h.Tokens[i].Span, sameCase(h.Words(h.Tokens[i].Span), to)})
			span = span.Join(h.Tokens[i].Span)
		}
	}
	return span, h.replaced(span, parts)
}

// A swap is a stretch and the words to put in its place.
type swap struct {
	text.Span
	to string
}

// replaced is the text of a span with some of its parts replaced.
func (p *Pass) replaced(span text.Span, parts []swap) string {
	slices.SortFunc(parts, func(a, b swap) int { return a.Start - b.Start })
	var out strings.Builder
	at := span.Start
	for _, r := range parts {
		if r.Start < at || r.End > span.End {
			continue
		}
		out.WriteString(p.Text[at:r.Start])
		out.WriteString(r.to)
		at = r.End
	}
	out.WriteString(p.Text[at:span.End])
	return out.String()
}

// gendered is the other form of a word that changes with the sex, an article or
// an adjective that the language file pairs; empty when it does not change.
func (h *hearing) gendered(token int, sex string) string {
	word := text.Fold(h.Words(h.Tokens[token].Span))
	for _, pair := range h.Language.Gendered {
		if len(pair) != 2 {
			continue
		}
		if sex == "m" && text.Fold(pair[1]) == word {
			return pair[0]
		}
		if sex == "f" && text.Fold(pair[0]) == word {
			return pair[1]
		}
	}
	return ""
}

// regender finds the form of a title for the other sex: tables list the
// feminine right after the masculine.
func regender(title string, names []string, sex string) (string, bool) {
	i := slices.IndexFunc(names, func(n string) bool { return text.Fold(n) == text.Fold(title) })
	j := i + 1
	if sex == "m" {
		j = i - 1
	}
	if i < 0 || j < 0 || j >= len(names) || commonPrefix(text.Fold(names[i]), text.Fold(names[j])) < 4 {
		return "", false
	}
	return sameCase(title, names[j]), true
}

// agree picks of an adjective's forms the one that stands in for another: the
// first for a man, else the one that ends as the other does; with its capital.
func agree(old string, forms []string, sex string) string {
	if len(forms) == 0 {
		return old
	}
	best, most := forms[0], -1
	for _, f := range forms {
		if n := commonSuffix(text.Fold(old), text.Fold(f)); n > most && sex != "m" {
			best, most = f, n
		}
	}
	return sameCase(old, best)
}

// sameCase gives a word the capital of the one it stands in for.
func sameCase(old, word string) string {
	if r := []rune(old); len(r) > 0 && unicode.IsUpper(r[0]) {
		head := []rune(word)
		return strings.ToUpper(string(head[:1])) + string(head[1:])
	}
	return word
}

func commonSuffix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n
}

func commonPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}
