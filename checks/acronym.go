package checks

import (
	"slices"
	"strings"
	"unicode"

	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
)

// acronym compares what an acronym is said to stand for with the wordings that
// the book accepts. Only a wording that is plainly meant as the expansion is
// judged: it stands beside the acronym, bracketed one by the other, begins as an
// accepted wording does, shares at least half of its words and puts another word
// in the place of one. Copy that shortens a name, or adds to it, is let stand.
var acronym = Check{
	Name: "acronym",
	Doc:  "compares what an acronym is said to stand for with the wordings that the book accepts",
	Vars: []string{"subject", "said", "known"},
	New: func(*rules.Rule) (Judge, error) {
		return func(p *Pass) {
			for i := range p.Mentions {
				if n := &p.Mentions[i]; n.Kind == rules.Organisation && n.Way == rules.ByAcronym {
					p.judgeAcronym(n)
				}
			}
			p.judgeFarAcronyms()
		}, nil
	},
}

// judgeAcronym looks for an expansion before a bracketed acronym, or in brackets
// after it.
func (p *Pass) judgeAcronym(n *mark.Mention) {
	facts := p.wordings(n)
	if len(facts) == 0 {
		return
	}
	first, last := p.besideAcronym(n)
	if first >= last {
		return
	}
	var nearest *rules.Fact
	var wording string
	var start, most int
	for _, f := range facts {
		for _, w := range f.Value.Words {
			if p.sameLetters(w, first, last) {
				return
			}
			keys := p.telling(rules.Keys(w))
			at, shared, stands := p.align(keys, first, last)
			if stands {
				return
			}
			if shared > 0 && 2*shared >= len(keys) && shared > most {
				nearest, wording, start, most = f, w, at, shared
			}
		}
	}
	if nearest == nil {
		return
	}
	span := p.Over(start, last)
	down := 0
	if !nearest.Certain() {
		down = int(p.Rule.Severity - rules.Note)
	}
	p.Report(Finding{
		Span: span, About: n.Span, Down: down,
		Vars:        map[string]Said{"subject": {Words: p.Words(n.Span)}, "said": {Words: p.Words(span)}, "known": {Words: wording}},
		Because:     []Evidence{{Fact: nearest}},
		Suggestions: []string{wording},
	})
}

// sameLetters reports whether a stretch ends with a wording, spaces, hyphens and
// the spellings -ise and -ize apart.
func (p *Pass) sameLetters(wording string, first, last int) bool {
	return strings.HasSuffix(letters(p.Words(p.Over(first, last))), letters(wording))
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == 'z':
			return 's'
		case unicode.IsLetter(r):
			return r
		}
		return -1
	}, text.Fold(s))
}

// wordings are the facts on what the acronym stands for, of all its readings;
// none when one of them has none.
func (p *Pass) wordings(n *mark.Mention) []*rules.Fact {
	var out []*rules.Fact
	for _, e := range n.Entities {
		facts := p.Book.Of(e, rules.StandsFor)
		if len(facts) == 0 {
			return nil
		}
		out = append(out, facts...)
	}
	return out
}

// besideAcronym is the stretch that may hold the expansion: "X Y Z (ABC)" or
// "ABC (X Y Z)".
func (p *Pass) besideAcronym(n *mark.Mention) (first, last int) {
	const reach = 14
	char := func(i int) rune {
		if i < 0 || i >= len(p.Tokens) {
			return 0
		}
		return p.Tokens[i].Char
	}
	if char(n.First-1) == '(' && (char(n.Last) == ')' || char(n.Last) == ',') {
		last = n.First - 1
		if p.Is(last-1, "genitive") {
			last--
		}
		for first = last; first > 0 && first > last-reach && !mark.Border(char(first-1)); first-- {
		}
		return first, last
	}
	if char(n.Last) == '(' {
		first = n.Last + 1
		for last = first; last < len(p.Tokens) && last < first+reach && !mark.Border(char(last)); last++ {
		}
		if char(last) == ')' || char(last) == ',' {
			return first, last
		}
	}
	return 0, 0
}

// telling keeps the keys of the words that tell a name from another.
func (p *Pass) telling(keys []uint64) []uint64 {
	var out []uint64
	for _, k := range keys {
		if !p.smallWord(k) {
			out = append(out, k)
		}
	}
	return out
}

func (p *Pass) smallWord(key uint64) bool {
	for _, class := range []string{"article", "of", "coordinator", "preposition", "closer", "genitive"} {
		if p.Language.Is(key, class) {
			return true
		}
	}
	return false
}

// otherFirst reports whether a phrase is a wording of three telling words or more
// with another first one.
func otherFirst(keys, said []uint64) bool {
	return len(keys) >= 3 && len(said) == len(keys) && said[0] != keys[0] && slices.Equal(said[1:], keys[1:])
}

// oneOff reports whether a phrase begins and ends as a wording of four telling
// words or more, and has one word more or less within.
func (p *Pass) oneOff(keys, said []uint64) bool {
	if len(keys) < 4 || len(said) < 3 || len(said)-len(keys) != 1 && len(keys)-len(said) != 1 || said[0] != keys[0] || said[len(said)-1] != keys[len(keys)-1] {
		return false
	}
	for _, k := range said {
		if len(said) > len(keys) && !slices.Contains(keys, k) && p.Language.Is(k, "generic_body") {
			return false
		}
	}
	return true
}

// align finds where a wording begins in a stretch: the capitalised token whose
// word is the wording's first, or stands for it where all others are the same. It counts the wording's words from there on, and
// says whether the telling words are the same, or some of the same, or the same
// and more: no word stands for another.
func (p *Pass) align(keys []uint64, first, last int) (start, shared int, stands bool) {
	if len(keys) < 2 {
		return 0, 0, false
	}
	for i := first; i < last; i++ {
		if !p.Tokens[i].Is(text.Capital) && i > first || p.smallWord(p.Tokens[i].Key) {
			continue
		}
		generic := 0
		said := p.telling(p.keysOver(i, last))
		if p.Tokens[i].Key != keys[0] && !otherFirst(keys, said) {
			continue
		}
		n := 0
		for _, k := range keys {
			if slices.Contains(said, k) {
				n++
				if p.Language.Is(k, "generic_body") {
					generic++
				}
			}
		}
		if n > 1 && (n == len(keys) || n == len(said)) && len(said) <= len(keys)+3 && !p.oneOff(keys, said) {
			return i, n, true
		}
		if generic < n && n > shared && len(said) <= len(keys)+3 {
			start, shared = i, n
		}
	}
	return start, shared, false
}
