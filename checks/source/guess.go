package source

import (
	"maps"
	"slices"

	"recoupe/checks/text"
)

// A Guesser tells the language of a story by its function words.
type Guesser struct {
	langs []string
	words map[uint64]int // key of a word to its language
}

// NewGuesser takes the function words of each language. A word of several
// languages tells nothing and is left out.
func NewGuesser(words map[string][]string) *Guesser {
	g := &Guesser{langs: slices.Sorted(maps.Keys(words)), words: map[uint64]int{}}
	for i, lang := range g.langs {
		for _, w := range words[lang] {
			for _, t := range text.Tokens(nil, w, text.Span{End: len(w)}) {
				if have, ok := g.words[t.Key]; ok && have != i {
					g.words[t.Key] = -1
				} else {
					g.words[t.Key] = i
				}
			}
		}
	}
	return g
}

// guessed is how much of a story is read to guess its language, in bytes.
const guessed = 16 << 10

// Guess is the language whose function words are at least twice as frequent as
// any other's, or "" when none is.
func (g *Guesser) Guess(d *text.Document) string {
	counts := make([]int, len(g.langs))
	left := guessed
	for _, p := range d.Paragraphs {
		if left <= 0 {
			break
		}
		p.End = cut(d.Text, min(p.End, p.Start+left))
		left -= p.End - p.Start
		for _, t := range text.Tokens(nil, d.Text, p.Span) {
			if i, ok := g.words[t.Key]; ok && i >= 0 {
				counts[i]++
			}
		}
	}
	best, second := -1, 0
	for i, n := range counts {
		switch {
		case best < 0 || n > counts[best]:
			if best >= 0 {
				second = counts[best]
			}
			best = i
		case n > second:
			second = n
		}
	}
	if best < 0 || counts[best] == 0 || counts[best] < 2*second {
		return ""
	}
	return g.langs[best]
}

// cut is the nearest character border at or before an offset.
func cut(s string, at int) int {
	for at > 0 && at < len(s) && s[at]&0xc0 == 0x80 {
		at--
	}
	return at
}
