package checks

import (
	"slices"
	"strings"
	"unicode/utf8"

	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
)

// headlineMismatch finds what a headline says and its story does not bear out.
var headlineMismatch = Check{
	Name: "headline-mismatch",
	Doc:  "a word, number or place of the headline that the body contradicts",
	Vars: []string{"said", "known"},
	New: func(*rules.Rule) (Judge, error) {
		return func(p *Pass) {
			for _, hold := range headlines {
				hold(p)
			}
		}, nil
	},
}

// headlines are the ways in which a headline is held against its story.
var headlines = []func(*Pass){
	(*Pass).quotedInHeadline,
	(*Pass).headlineRivals,
	(*Pass).headlinePlaces,
	(*Pass).headlineOrdinals,
	(*Pass).headlineChange,
	(*Pass).headlineNames,
	(*Pass).headlineDays,
	(*Pass).headlineShares,
	(*Pass).headlineRanks,
	(*Pass).headlineWinner,
}

// isHead reports a paragraph above the body.
func (p *Pass) isHead(paragraph int) bool {
	role := p.Document.Paragraphs[paragraph].Role
	return role == text.Headline || role == text.Standfirst
}

// quotedInHeadline reports quotations of the headline whose words the body has
// in no form, where the body quotes other words about the same thing.
func (p *Pass) quotedInHeadline() {
	var seen map[string]bool
	for i, q := range p.Quotes {
		s := p.SentenceAt(q.Start)
		if s < 0 || !p.isHead(p.Sentences[s].Paragraph) || i >= headMax {
			break
		}
		if q.Last-q.First > 8 {
			continue
		}
		folded := text.Fold(p.Words(q.Span))
		if seen[folded] || p.bears(q) {
			continue
		}
		best, ok := p.quoteAbout(p.Sentences[s], q)
		if !ok {
			continue
		}
		if seen == nil {
			seen = map[string]bool{}
		}
		seen[folded] = true
		p.Report(Finding{
			Span:        q.Span,
			Vars:        map[string]Said{"said": {Words: p.Words(q.Span)}, "known": {Words: p.Words(best.Span)}},
			Because:     []Evidence{{Span: best.Span, Note: "body"}},
			Suggestions: []string{sameCase(p.Words(q.Span), p.Words(best.Span))},
		})
	}
}

// bears reports whether the body has a form of any telling word of a quotation.
func (p *Pass) bears(q mark.Quote) bool {
	telling := 0
	for i := q.First; i < q.Last; i++ {
		if !p.tells(i) {
			continue
		}
		telling++
		if p.bodyHas(i) {
			return true
		}
	}
	return telling == 0
}

// quoteAbout is the quotation of the body that stands in the place of the
// headline's: as short, and followed by the same words or said by the same
// speaker.
func (p *Pass) quoteAbout(head text.Sentence, said mark.Quote) (best mark.Quote, ok bool) {
	after, before := p.window(said.Last, head.Last), p.windowBefore(said.First, head.First)
	around := map[uint64]bool{}
	for i := head.First; i < head.Last; i++ {
		if p.tells(i) && (i < said.First || i >= said.Last) {
			around[p.Tokens[i].Key] = true
		}
	}
	most := 1
	for _, q := range p.Quotes {
		s := p.SentenceAt(q.Start)
		if s < 0 || q.Nested || p.isHead(p.Sentences[s].Paragraph) || q.Last-q.First > said.Last-said.First+2 {
			continue
		}
		same := 0
		for _, w := range p.window(q.Last, p.Sentences[s].Last) {
			if slices.Contains(after, w) {
				same++
			}
		}
		if same > 0 {
			for _, w := range p.windowBefore(q.First, p.Sentences[s].First) {
				if slices.Contains(before, w) {
					same++
					break
				}
			}
		}
		if same == 0 && len(after) == 0 && said.Last-said.First <= 2 {
			// "juge la réforme « indigne »", "a jugé la réforme « maladroite »"
			for _, w := range p.windowBefore(q.First, p.Sentences[s].First) {
				if slices.Contains(before[:min(2, len(before))], w) {
					same++
				}
			}
			if same < 2 {
				same = 0
			}
		}
		if p.saidBy(q, around) {
			same++
			if said.First <= head.First+1 {
				same++ // the headline opens with what its speaker said
			}
		}
		if same > most {
			best, ok, most = q, true, same
		}
	}
	return best, ok
}

// saidBy reports whether the words that name a quotation's speaker stand in a set.
func (p *Pass) saidBy(q mark.Quote, words map[uint64]bool) bool {
	if q.Speaker.Empty() {
		return false
	}
	for i := p.TokenAt(q.Speaker.Start); i < len(p.Tokens) && p.Tokens[i].End <= q.Speaker.End; i++ {
		if p.tells(i) && words[p.Tokens[i].Key] {
			return true
		}
	}
	return false
}

// bodyHas reports whether the body has a telling word that is a form of the word at
// a token. It is asked of few words, each of which few words begin like.
func (p *Pass) bodyHas(token int) bool {
	word := p.folded(token)
	if word == "" {
		return false
	}
	begin := word[:min(len(word), stemLetters)]
	var buf [64]byte
	for _, s := range p.Sentences {
		if p.isHead(s.Paragraph) {
			continue
		}
		for i := s.First; i < s.Last; i++ {
			written := p.Words(p.Tokens[i].Span)
			if c := written[0]; c < utf8.RuneSelf && c|0x20 != begin[0]|0x20 {
				continue
			}
			have := text.AppendFold(buf[:0], written)
			if string(have[:min(len(have), stemLetters)]) == begin && p.tells(i) && formOf(string(have), word) {
				return true
			}
		}
	}
	return false
}

// tells reports a word that says something by itself.
func (p *Pass) tells(i int) bool {
	return p.Tokens[i].Kind != text.Mark && !p.Is(i, "plain")
}

func (p *Pass) folded(i int) string { return text.Fold(p.Words(p.Tokens[i].Span)) }

// stems is a set of words in which a word finds its other forms: those that
// share its beginning, all but a short ending.
type stems struct{ words map[string][]string }

// stemLetters is how much of its beginning a word is filed under.
const stemLetters = 4

func (s *stems) add(word string) {
	if s.words == nil {
		s.words = map[string][]string{}
	}
	k := word[:min(len(word), stemLetters)]
	for _, have := range s.words[k] {
		if have == word {
			return
		}
	}
	s.words[k] = append(s.words[k], word)
}

func (s *stems) has(word string) bool {
	for _, have := range s.words[word[:min(len(word), stemLetters)]] {
		if formOf(have, word) {
			return true
		}
	}
	return false
}

// formOf reports whether two words that begin alike are forms of one.
func formOf(have, word string) bool {
	short, long := have, word
	if len(short) > len(long) {
		short, long = long, short
	}
	return have == word || len(short) >= 3 && len(long) == len(short)+1 && strings.HasPrefix(long, short) ||
		len(short) > stemLetters && strings.HasPrefix(long, short[:max(stemLetters, len(short)-3)])
}
