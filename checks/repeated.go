package checks

import (
	"sync"

	"recoupe/checks/likeness"
	"recoupe/checks/text"
	"recoupe/rules"
)

// A block is a paragraph or a sentence whose words are compared with others.
type block struct {
	text.Span
	first, last int // tokens, last excluded
	paragraph   int
	words       []likeness.Word
	at          []int // token of each word
	telling     int   // words that are not plain
}

// blocks reads the prose of a story, by paragraphs or by sentences. Bylines,
// standing lines, list items and rows of numbers repeat by design. A single
// block repeats nothing, and is left out.
func (p *Pass) blocks(sentences bool) []block {
	n := len(p.Sentences)
	if n < 2 || !sentences && p.Sentences[0].Paragraph == p.Sentences[n-1].Paragraph {
		return nil
	}
	lines := p.lines()
	out := make([]block, 0, n)
	for i := 0; i < n; {
		s, counts := &p.Sentences[i], lines[i]
		b := block{Span: s.Span, first: s.First, last: s.Last, paragraph: s.Paragraph}
		for i++; !sentences && i < n && p.Sentences[i].Paragraph == b.paragraph; i++ {
			b.last = p.Sentences[i].Last
			b.Span = b.Span.Join(p.Sentences[i].Span)
			counts.add(&lines[i])
		}
		if p.Document.Paragraphs[b.paragraph].Role == text.Byline {
			continue
		}
		first := p.afterDateline(b)
		if first > b.first {
			counts = p.line(first, b.last)
			counts.capital = false // it opens nothing
		}
		if p.isProse(b, &counts) {
			p.readWords(&b, first)
			out = append(out, b)
		}
	}
	return out
}

// afterDateline is where the words of a block begin, past the place and the
// dash that open a dispatch.
func (p *Pass) afterDateline(b block) int {
	if !p.Tokens[b.first].Is(text.Upper) {
		return b.first
	}
	for i := b.first + 1; i < min(b.first+8, b.last-1); i++ {
		switch p.Tokens[i].Char {
		case '–', '—', '-':
			return i + 1
		}
	}
	return b.first
}

// wordList is the words of a page as likeness compares them, read once for all
// that ask.
type wordList struct {
	words []likeness.Word
	at    []int   // token of each word
	from  []int32 // by token, and one more: the first word at it or after it
}

// wordLists serve story after story.
var wordLists = sync.Pool{New: func() any { return &wordList{} }}

// wordList reads the words of the page.
func (p *Pass) wordList() *wordList {
	if p.words != nil {
		return p.words
	}
	l := wordLists.Get().(*wordList)
	n := len(p.Tokens)
	if len(l.from) <= n {
		*l = wordList{make([]likeness.Word, n+n/4+1), make([]int, n+n/4+1), make([]int32, n+n/4+1)}
	}
	count := 0
	for i := range p.Tokens {
		l.from[i] = int32(count)
		if t := &p.Tokens[i]; t.Kind != text.Mark {
			l.words[count] = likeness.Word{Key: t.Key, Plain: p.In(i, rules.ClassPlain)}
			l.at[count] = i
			count++
		}
	}
	l.from[n] = int32(count)
	p.words = l
	return l
}

// readWords gives a block its words, from a token on.
func (p *Pass) readWords(b *block, first int) {
	l := p.wordList()
	from, to := l.from[first], l.from[b.last]
	b.words, b.at = l.words[from:to:to], l.at[from:to:to]
	for i := range b.words {
		if !b.words[i].Plain {
			b.telling++
		}
	}
}

// isProse reports a block that is written once: enough words that tell
// something, few numbers, no bullet, no standing line.
func (p *Pass) isProse(b block, counts *line) bool {
	small := counts.small
	if counts.capital {
		small++ // as any word that opens a sentence
	}
	if counts.telling < 4 || counts.numbers*3 > counts.tokens || small*3 < counts.telling {
		return false
	}
	switch p.Tokens[b.first].Char {
	case '-', '–', '•', '*', '▪', '■', '>', '→', '|':
		return false
	}
	return p.EndOf(b.first, boilerplate) == 0
}

var boilerplate = rules.ClassKey("boilerplate")

// isPullQuote reports a paragraph that is a quotation and nothing else: it
// lifts words out of the text to catch the eye.
func (p *Pass) isPullQuote(b block) bool {
	q := p.QuoteAt(b.first + 1)
	return q >= 0 && p.Quotes[q].First == b.first+1 && p.Quotes[q].Last >= b.last-2 &&
		p.Document.Paragraphs[b.paragraph].End-b.End < 3 && b.Start-p.Document.Paragraphs[b.paragraph].Start < 3
}

// like returns the pairs of blocks that repeat one another.
func like(blocks []block, least float64) []likeness.Likeness {
	if len(blocks) < 2 {
		return nil
	}
	words := make([][]likeness.Word, len(blocks))
	for i, b := range blocks {
		words[i] = b.words
	}
	return likeness.Repeats(words, least)
}

// isCopy tells a copy, word for word or lightly edited, from two sentences that
// run parallel: those differ in the number or the name that they are about.
func (p *Pass) isCopy(a, b block, l likeness.Likeness) bool {
	n := min(len(a.words), len(b.words))
	if len(l.Earliers) == 0 && len(l.Laters) == 0 {
		return l.Order >= 0.6
	}
	// The longer and the better ordered, the more words may have been changed.
	least, order, ease := 0.93, 0.6, 0.0065
	if l.Order >= 0.75 {
		ease = 0.01
	}
	least -= ease * float64(min(max(n-10, 0), 20))
	if n >= 30 {
		least = min(least, 0.78)
	}
	if p.isStandfirst(a.paragraph) {
		// It sums the story up: only its very words are a copy.
		least, order = max(least, 0.88), 0.72
	}
	if l.Share < least || l.Order < order && l.Share < 0.97 {
		return p.isReworded(a, b, l)
	}
	return !p.parallel(a, b, l) && !p.otherCounts(a, b, l) && !p.contrasts(a, b, l)
}

// isStandfirst reports the first paragraph below the headline, where it opens
// with no dateline.
func (p *Pass) isStandfirst(paragraph int) bool {
	paras := p.Document.Paragraphs
	if paras[paragraph].Role == text.Standfirst {
		return true
	}
	if p.isHead(paragraph) || paragraph > 0 && !p.isHead(paragraph-1) {
		return false
	}
	first := p.TokenAt(paras[paragraph].Start)
	for i := first; i < min(first+8, len(p.Tokens)); i++ {
		switch p.Tokens[i].Char {
		case '–', '—', '-':
			return false
		}
	}
	return true
}

// parallel reports that each block names something, or gives a number, that the
// other has not.
func (p *Pass) parallel(a, b block, l likeness.Likeness) bool {
	na, ca := p.particulars(a, l.Earliers)
	nb, cb := p.particulars(b, l.Laters)
	return na > 0 && nb > 0 || ca > 0 && cb > 0
}

// particulars counts the numbers and the names among words of a block.
func (p *Pass) particulars(b block, words []int) (numbers, names int) {
	for _, w := range words {
		i := b.at[w]
		switch t := p.Tokens[i]; {
		case t.Kind == text.Number || p.Is(i, "number"):
			numbers++
		case t.Is(text.Capital) && w > 0 && !p.Is(i, "plain"):
			names++
		}
	}
	return numbers, names
}

// reportCopy reports the later of two blocks, the earlier as evidence.
func (p *Pass) reportCopy(a, b block, l likeness.Likeness) {
	note := "first"
	if len(l.Earliers) > 0 || len(l.Laters) > 0 {
		note = "edited"
	}
	p.Report(Finding{
		Span:        b.Span,
		Vars:        map[string]Said{"words": {Words: p.opening(b)}},
		Because:     []Evidence{{Span: a.Span, Note: note}},
		Suggestions: nil,
	})
}

// opening is the first words of a block, by which a message names it.
func (p *Pass) opening(b block) string {
	const most = 6
	if len(b.at) <= most {
		return p.Words(b.Span)
	}
	return p.Words(text.Span{Start: b.Start, End: p.Tokens[b.at[most-1]].End}) + "…"
}
