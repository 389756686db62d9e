package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Layout cuts a plain body into paragraphs and tells headlines from the rest.
// Spans are moved by base. With a title known elsewhere, leading lines without a
// stop are crossheads, not headlines.
//
// Paragraphs are parted by blank lines; inside a block each line is a paragraph
// of its own unless the text is hard-wrapped.
func Layout(body string, base int, titled bool) []Paragraph {
	blocks := blocks(body)
	wrapped := hardWrapped(body, blocks)
	var out []Paragraph
	for _, lines := range blocks {
		for i := 0; i < len(lines); {
			s := lines[i]
			i++
			for wrapped && i < len(lines) && !listItem(body[lines[i].Start:lines[i].End]) {
				s.End = lines[i].End
				i++
			}
			out = append(out, Paragraph{Span: Span{s.Start + base, s.End + base}})
		}
	}
	assignRoles(body, base, out, titled)
	return out
}

// Roles tells headlines, standfirst and crossheads among the paragraphs of a
// document whose format tells none, as Layout does for plain text. Paragraphs of
// which more is known are left as they are.
func Roles(words string, paras []Paragraph, fixed func(i int) bool) {
	guess := make([]Paragraph, len(paras))
	for i, p := range paras {
		guess[i] = Paragraph{Span: p.Span}
	}
	assignRoles(words, 0, guess, false)
	for i := range paras {
		if !fixed(i) {
			paras[i].Role = guess[i].Role
		}
	}
}

// blocks returns the trimmed lines of the body, grouped between blank lines.
func blocks(body string) [][]Span {
	var out [][]Span
	var block []Span
	for start := 0; start <= len(body); {
		end := start
		for end < len(body) && !lineBreak(body, end) {
			end++
		}
		if s := trim(body, Span{start, end}); s.Empty() {
			if len(block) > 0 {
				out, block = append(out, block), nil
			}
		} else {
			block = append(block, s)
		}
		start = end + 1
		if end < len(body) {
			switch {
			case body[end] == '\r' && end+1 < len(body) && body[end+1] == '\n':
				start = end + 2
			case body[end] == 0xe2:
				start = end + 3
			}
		}
	}
	if len(block) > 0 {
		out = append(out, block)
	}
	return out
}

// lineBreak reports a line end at byte i: LF, CR, U+2028 or U+2029.
func lineBreak(s string, i int) bool {
	switch s[i] {
	case '\n', '\r':
		return true
	case 0xe2:
		return strings.HasPrefix(s[i:], "\u2028") || strings.HasPrefix(s[i:], "\u2029")
	}
	return false
}

func trim(s string, in Span) Span {
	skip := func(r rune) bool { return isSpace(r) || r == '\ufeff' || r == 0 }
	left := strings.TrimLeftFunc(s[in.Start:in.End], skip)
	in.Start = in.End - len(left)
	in.End = in.Start + len(strings.TrimRightFunc(left, skip))
	return in
}

// hardWrapped reports whether lines were broken to fit a width: no line is long,
// and most lines that do not end a block come close to the longest.
func hardWrapped(body string, blocks [][]Span) bool {
	longest, inner, full := 0, 0, 0
	for _, lines := range blocks {
		for _, l := range lines {
			longest = max(longest, utf8.RuneCountInString(body[l.Start:l.End]))
		}
	}
	if longest > 100 || longest < 40 {
		return false
	}
	for _, lines := range blocks {
		for _, l := range lines[:len(lines)-1] {
			inner++
			if utf8.RuneCountInString(body[l.Start:l.End]) >= longest*7/10 && !ended(body[l.Start:l.End]) {
				full++
			}
		}
	}
	return inner >= 2 && full*10 >= inner*6
}

func listItem(line string) bool {
	r, n := utf8.DecodeRuneInString(line)
	return strings.ContainsRune("-–—•*▪■", r) && n < len(line) && line[n] == ' '
}

// Limits of what may pass for a heading, in characters.
const (
	headlineMax   = 200
	crossheadMax  = 80
	standfirstMax = 280
)

// assignRoles tells headlines, standfirst and crossheads by place, length and
// the missing full stop.
func assignRoles(body string, base int, paras []Paragraph, titled bool) {
	words := func(p Paragraph) string { return body[p.Start-base : p.End-base] }
	lastBody := -1
	for i, p := range paras {
		if ended(words(p)) {
			lastBody = i
		}
	}
	lead := 0
	for !titled && lead < lastBody && lead < 4 && !ended(words(paras[lead])) && utf8.RuneCountInString(words(paras[lead])) <= headlineMax {
		paras[lead].Role = Headline
		lead++
	}
	if lead > 0 && lead+3 < len(paras) && ended(words(paras[lead])) && utf8.RuneCountInString(words(paras[lead])) <= standfirstMax {
		paras[lead].Role = Standfirst
		lead++
	}
	for i := lead; i < lastBody; i++ {
		if w := words(paras[i]); !ended(w) && !listItem(w) && utf8.RuneCountInString(w) <= crossheadMax {
			paras[i].Role = Crosshead
		}
	}
}

// ended reports whether a paragraph closes with a stop, a colon or a closing
// mark after one, as running text does and headings do not.
func ended(s string) bool {
	s = strings.TrimRightFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("\"”»’')]", r)
	})
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".:;,…", r) || r == '!' || r == '?'
}
