package text

import (
	"slices"
	"unicode"
)

// A Sentence is a stretch of one paragraph and the tokens in it.
type Sentence struct {
	Span
	Paragraph   int // index into the document's paragraphs
	First, Last int // tokens, Last excluded
}

// Borders tells the sentence splitter what a language's points mean.
// Each is asked with the key of a word, and the token after the point where it matters.
type Borders struct {
	Abbreviation func(key uint64) bool             // a point after it ends no sentence: M., art., Jan.
	Dated        func(key uint64, next Token) bool // a point after it ends no sentence before a date: Sept. 11
	Starter      func(key uint64) bool             // begins a sentence even after U.S.: The, He
}

// A Page is a document cut into tokens and sentences.
type Page struct {
	*Document
	Tokens    []Token
	Sentences []Sentence
}

// Cut reads the tokens and sentences of a document's paragraphs.
func Cut(d *Document, b Borders) *Page {
	p := &Page{
		Document:  d,
		Tokens:    make([]Token, 0, len(d.Text)*9/40+8), // dense copy has a token for every four or five bytes
		Sentences: make([]Sentence, 0, len(d.Paragraphs)+len(d.Text)/100),
	}
	for i, para := range d.Paragraphs {
		first := len(p.Tokens)
		p.Tokens = Tokens(p.Tokens, d.Text, para.Span)
		for first < len(p.Tokens) {
			end := p.sentenceEnd(first, b)
			span := p.Tokens[first].Span.Join(p.Tokens[end-1].Span)
			p.Sentences = append(p.Sentences, Sentence{span, i, first, end})
			first = end
		}
	}
	return p
}

// longest is the number of tokens at which a sentence without end is cut: no
// writer's sentence is as long, and what is done for each stays bounded.
const longest = 500

// sentenceEnd returns the token after the sentence that begins at a token.
func (p *Page) sentenceEnd(first int, b Borders) int {
	toks := p.Tokens[:min(len(p.Tokens), first+longest)]
	for i := first; i < len(toks); i++ {
		if !endsSentence(toks[i]) {
			continue
		}
		end := i + 1
		for end < len(toks) && (closes(toks[end]) && (toks[end].Is(Glued) || closesSpaced(toks[end].Char)) || endsSentence(toks[end]) && toks[end].Is(Glued)) {
			end++
		}
		if end == len(toks) || p.isBorder(first, i, end, b) {
			return end
		}
	}
	return len(toks)
}

// isBorder decides whether the stop at token i, with closing marks up to end, ends a sentence.
func (p *Page) isBorder(first, i, end int, b Borders) bool {
	next := p.Tokens[end]
	if next.Is(Glued) && !opens(next) {
		return false
	}
	opener := end
	for opener < len(p.Tokens)-1 && (opens(p.Tokens[opener]) || dash(p.Tokens[opener])) {
		opener++
	}
	starts := p.Tokens[opener].Is(Capital) || p.Tokens[opener].Kind == Number || opener > end
	if !starts {
		return false
	}
	if p.Tokens[i].Char != '.' || i == first || end > i+1 && !closes(p.Tokens[i+1]) {
		return true
	}
	before := p.Tokens[i-1]
	if before.Kind != Word {
		return true
	}
	starter := b.Starter != nil && b.Starter(p.Tokens[opener].Key)
	if single := len([]rune(p.Words(before.Span))) == 1 && before.Is(Capital); single {
		dotted := i >= first+3 && before.Is(Glued) && p.Tokens[i-2].Char == '.'
		return dotted && starter || end > i+1
	}
	if b.Abbreviation != nil && b.Abbreviation(before.Key) {
		return false
	}
	if b.Dated != nil && b.Dated(before.Key, next) {
		return false
	}
	return true
}

func endsSentence(t Token) bool {
	return t.Char == '.' || t.Char == '!' || t.Char == '?' || t.Char == '…'
}

func closes(t Token) bool {
	switch t.Char {
	case '"', '”', '»', '’', '\'', ')', ']':
		return true
	}
	return false
}

// closesSpaced reports marks that close even after a space, as French typography has it.
func closesSpaced(r rune) bool { return r == '»' }

func opens(t Token) bool {
	switch t.Char {
	case '"', '“', '«', '‘', '\'', '(', '[':
		return true
	}
	return false
}

func dash(t Token) bool {
	return t.Char == '—' || t.Char == '–' || t.Char == '-' || t.Char == '•'
}

// ParagraphOf returns the index of the paragraph that holds an offset, or -1.
func (d *Document) ParagraphOf(offset int) int {
	i, found := slices.BinarySearchFunc(d.Paragraphs, offset, func(p Paragraph, offset int) int {
		switch {
		case p.End <= offset:
			return -1
		case p.Start > offset:
			return 1
		}
		return 0
	})
	if !found {
		return -1
	}
	return i
}

// SentenceAt returns the index of the sentence that holds an offset, or -1.
func (p *Page) SentenceAt(offset int) int {
	lo, hi := 0, len(p.Sentences)
	for lo < hi {
		mid := (lo + hi) / 2
		if p.Sentences[mid].End <= offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(p.Sentences) && p.Sentences[lo].Start <= offset {
		return lo
	}
	return -1
}

// TokenAt returns the index of the first token that ends after an offset.
func (p *Page) TokenAt(offset int) int {
	lo, hi := 0, len(p.Tokens)
	for lo < hi {
		mid := (lo + hi) / 2
		if p.Tokens[mid].End <= offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// Letters counts the letters of a string.
func Letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}
