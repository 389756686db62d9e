package checks

import (
	"strings"

	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
)

// headlineMismatch finds what a headline says and its story does not bear out.
var headlineMismatch = Check{
	Name: "headline-mismatch",
	Doc:  "a quoted word of the headline that the body does not contain",
	Vars: []string{"said", "known"},
	New: func(*rules.Rule) (Judge, error) {
		return func(p *Pass) {
			p.quotedInHeadline()
		}, nil
	},
}

// isHead reports a paragraph above the body.
func (p *Pass) isHead(paragraph int) bool {
	role := p.Document.Paragraphs[paragraph].Role
	return role == text.Headline || role == text.Standfirst
}

// quotedInHeadline reports quotations of the headline whose words the body has
// in no form, where the body quotes other words about the same thing.
func (p *Pass) quotedInHeadline() {
	var body *stems
	seen := map[string]bool{}
	for _, q := range p.Quotes {
		s := p.SentenceAt(q.Start)
		if s < 0 || !p.isHead(p.Sentences[s].Paragraph) || q.Last-q.First > 8 {
			continue
		}
		if body == nil {
			body = p.bodyStems()
		}
		folded := text.Fold(p.Words(q.Span))
		if seen[folded] || p.bears(body, q) {
			continue
		}
		best, ok := p.quoteAbout(p.Sentences[s], q)
		if !ok {
			continue
		}
		seen[folded] = true
		p.Report(Finding{
			Span:        q.Span,
			Vars:        map[string]Said{"said": {Words: p.Words(q.Span)}, "known": {Words: p.Words(best.Span)}},
			Because:     []Evidence{{Span: best.Span, Note: "body"}},
			Suggestions: []string{p.Words(best.Span)},
		})
	}
}

// bears reports whether the body has a form of any telling word of a quotation.
func (p *Pass) bears(body *stems, q mark.Quote) bool {
	telling := 0
	for i := q.First; i < q.Last; i++ {
		if !p.tells(i) {
			continue
		}
		telling++
		if body.has(p.folded(i)) {
			return true
		}
	}
	return telling == 0
}

// quoteAbout is the quotation of the body whose sentence has most words in
// common with the headline, three at least.
func (p *Pass) quoteAbout(head text.Sentence, said mark.Quote) (best mark.Quote, ok bool) {
	var words stems
	for i := head.First; i < head.Last; i++ {
		if p.tells(i) && (i < said.First || i >= said.Last) {
			words.add(p.folded(i))
		}
	}
	most := 2
	for _, q := range p.Quotes {
		s := p.SentenceAt(q.Start)
		if s < 0 || q.Nested || p.isHead(p.Sentences[s].Paragraph) {
			continue
		}
		shared := 0
		for i := p.Sentences[s].First; i < p.Sentences[s].Last; i++ {
			if p.tells(i) && (i < q.First || i >= q.Last) && words.has(p.folded(i)) {
				shared++
			}
		}
		if shared > most {
			best, ok, most = q, true, shared
		}
	}
	return best, ok
}

// bodyStems collects the telling words of the body.
func (p *Pass) bodyStems() *stems {
	b := &stems{}
	for _, s := range p.Sentences {
		if p.isHead(s.Paragraph) {
			continue
		}
		for i := s.First; i < s.Last; i++ {
			if p.tells(i) {
				b.add(p.folded(i))
			}
		}
	}
	return b
}

// tells reports a word that says something by itself.
func (p *Pass) tells(i int) bool {
	return p.Tokens[i].Kind != text.Mark && !p.Is(i, "function")
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
		short, long := have, word
		if len(short) > len(long) {
			short, long = long, short
		}
		if have == word || len(short) > stemLetters && strings.HasPrefix(long, short[:max(stemLetters, len(short)-3)]) {
			return true
		}
	}
	return false
}
