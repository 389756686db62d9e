package checks

import (
	"slices"
	"strings"

	"recoupe/checks/likeness"
	"recoupe/checks/text"
	"recoupe/rules"
)

// nameVariant finds a person, place or firm whose name is written in two ways.
var nameVariant = Check{
	Name: "name-variant",
	Doc:  "one name in two spellings",
	Vars: []string{"said", "known"},
	New: func(*rules.Rule) (Judge, error) {
		return func(p *Pass) {
			if len(p.Names) == 0 {
				return
			}
			x := nameIndexes.Get().(*nameIndex)
			defer nameIndexes.Put(x)
			words := p.nameWords(x, true)
			pairs := closePairs(words)
			if len(pairs) == 0 {
				return // as in most stories
			}
			words = p.nameWords(x, false)
			p.markWords(words)
			told := map[int]bool{}
			for _, pair := range pairs {
				i, j := pair[0], pair[1]
				if !told[i] && !told[j] && p.oneName(words, i, j) {
					told[j] = true
					p.reportVariant(&words[i], &words[j])
				}
			}
		}, nil
	},
}

// Letters that a word must have to be told from its like.
const (
	givenLetters = 4 // after the same first name
	namedLetters = 5 // where one of the two has a first name or a form of address
	bareLetters  = 7
)

// oneName judges whether two spellings are of one name.
func (p *Pass) oneName(words []nameWord, i, j int) bool {
	a, b := &words[i], &words[j]
	if a.lower || b.lower || a.apartFrom(b) || a.onlyStart && b.onlyStart && !p.sameElse(a, b) || min(len(a.word), len(b.word)) < givenLetters {
		return false
	}
	if p.partOfOther(a, b) || p.partOfOther(b, a) {
		return false
	}
	if len(a.known) > 0 && len(b.known) > 0 {
		return !a.place && !b.place && slices.ContainsFunc(a.known, func(e *rules.Entity) bool { return slices.Contains(b.known, e) }) && !p.inflected(a.word, b.word)
	}
	if stranger(words, a, b) || stranger(words, b, a) || p.ClassAt(b.first+1, "sic") > 0 || p.ClassAt(b.first+2, "sic") > 0 {
		return false
	}
	if nearWords(a.word, b.word) && p.sameElse(a, b) && !p.inflected(a.word, b.word) && !p.amongSiblings(a) && !p.amongSiblings(b) {
		return true
	}
	if a.lead && b.lead && nearGivens(a.word, b.word) && !p.amongKin(a) && !p.amongKin(b) && sharedFamily(words, i, j) {
		return true
	}
	if p.changedGiven(words, i, j) {
		return true
	}
	civil := a.civil || b.civil
	same, other := shareGiven(a, b)
	letters := min(len(a.word), len(b.word))
	switch {
	case p.inflected(a.word, b.word):
		return civil && !other && !p.afterArticle(a) && !p.afterArticle(b)
	case onePartOff(a.word, b.word):
		return !a.place && !b.place
	case likeness.Distance(a.word, b.word, 1) > 1 && undoubled(a.word) != undoubled(b.word) && !scrambled(a.word, b.word):
		// Kim Jong-il and Kim Jong-un are two people.
		return same && letters >= 6 && a.word[:3] == b.word[:3] && !strings.Contains(a.word, "-")
	case same:
		return true
	case other || a.word[0] != b.word[0] || a.lead || b.lead || letters < namedLetters || a.place || b.place:
		return false // Jean Martin and Paul Martinez, Louis and Louise, Iran and Irak
	case strings.HasPrefix(a.word, b.word):
		return p.cutShort(a, b)
	case strings.HasPrefix(b.word, a.word):
		return p.cutShort(b, a)
	case len(a.given) > 0 || len(b.given) > 0:
		return civil || letters > namedLetters
	}
	return letters >= bareLetters
}

// partOfOther reports that one word is of something else than a person, and the
// other ends a longer name: Little Havana is no spelling of La Havane.
func (p *Pass) partOfOther(known, other *nameWord) bool {
	begins := p.Names[known.name].First
	if p.Is(begins, "article") {
		begins++
	}
	return len(known.known) > 0 && known.first == begins && other.first > p.Names[other.name].First &&
		!slices.ContainsFunc(known.known, func(e *rules.Entity) bool { return e.Kind == rules.Person })
}

// sharedFamily reports two first names of one family name and no other.
func sharedFamily(words []nameWord, i, j int) bool {
	return slices.ContainsFunc(words, func(w nameWord) bool {
		return len(w.given) == 2 && slices.Contains(w.given, i) && slices.Contains(w.given, j)
	})
}

// cutShort reports a family name that has lost its last letter, which a word of
// its own would not stand for: Clark for Arthur C. Clarke. Adjectives follow
// their nouns, as "député Insoumis" does.
func (p *Pass) cutShort(full, short *nameWord) bool {
	if len(full.given) == 0 && len(short.word) <= bareLetters || len(short.given) > 0 || full.onlyStart || short.onlyStart || p.afterArticle(short) || short.first == 0 {
		return false
	}
	before := p.Tokens[short.first-1]
	return before.Kind == text.Mark || !p.tells(short.first-1) || p.Is(short.first-1, "speech")
}

// shareGiven reports whether two words follow the same first name, or each a
// first name of its own.
func shareGiven(a, b *nameWord) (same, other bool) {
	for _, g := range a.given {
		if slices.Contains(b.given, g) {
			return true, false
		}
	}
	return false, len(a.given) > 0 && len(b.given) > 0
}

// stranger reports that one word is of somebody the book knows, and the other
// follows a first name that is not theirs: President Reagan and Donald Regan.
func stranger(words []nameWord, known, other *nameWord) bool {
	if len(known.known) == 0 || len(other.given) == 0 {
		return false
	}
	for _, e := range known.known {
		if e.Kind != rules.Person {
			return false
		}
		for _, names := range e.Names {
			for _, name := range names {
				for _, g := range other.given {
					if strings.Contains(text.Fold(name), words[g].word) {
						return false
					}
				}
			}
		}
	}
	return true
}

// inflected reports words of which one is the other with an ending that the
// language gives names: a plural, an adjective, a feminine.
func (p *Pass) inflected(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	ending, ok := strings.CutPrefix(b, a)
	return ok && (ending[0] == '-' || slices.Contains(p.Language.Class["name_ending"], ending))
}

// afterArticle reports a word that an article makes a people, a thing or a
// family: "les Dupont", "l'Intérieur".
func (p *Pass) afterArticle(w *nameWord) bool {
	return w.first > 0 && p.Is(w.first-1, "article")
}

// reportVariant reports the spelling that stands less often, or else the one
// that the book has in no name, or else the later one; what the book lists is
// right.
func (p *Pass) reportVariant(a, b *nameWord) {
	if a.times < b.times && !a.listed || b.listed && !a.listed || a.times == b.times && !a.listed && p.betterKnown(b, a) {
		a, b = b, a
	}
	p.Report(Finding{
		Span:        b.Span,
		Phrase:      p.namePhrase(b.Span),
		Vars:        map[string]Said{"said": {Words: p.Words(b.Span)}, "known": {Words: p.Words(a.Span)}},
		Because:     []Evidence{{Span: a.Span, Note: "first"}},
		Suggestions: []string{p.Words(a.Span)},
	})
}

// amongKin reports that a first name stands in a sentence that speaks of
// relatives, who share a name.
func (p *Pass) amongKin(w *nameWord) bool {
	return slices.ContainsFunc(w.sentences, func(s int) bool {
		return p.classIn("kin_word", p.Sentences[s].First, p.Sentences[s].Last)
	})
}
