package checks

import (
	"strings"

	"recoupe/checks/text"
)

// widen takes the phrase of a finding into its span, and into every suggestion
// the words that are added.
func (f *Finding) widen(r *Reading) {
	if f.Phrase.Empty() || f.Phrase == f.Span || len(f.Suggestions) == 0 {
		return
	}
	wide := f.Phrase.Join(f.Span)
	before := r.Words(text.Span{Start: wide.Start, End: f.Span.Start})
	after := r.Words(text.Span{Start: f.Span.End, End: wide.End})
	if strings.ContainsAny(before+after, "\n\r") {
		return
	}
	whole := make([]string, len(f.Suggestions))
	for i, s := range f.Suggestions {
		whole[i] = before + s + after
	}
	f.Span, f.Suggestions = wide, whole
}

// namePhrase is the whole name that a stretch is part of, with the form of
// address before it: "M. Stoltenberg", "Paul Biya".
func (p *Pass) namePhrase(s text.Span) text.Span {
	i := p.NameFrom(p.TokenAt(s.Start)+1) - 1
	if i < 0 || !p.Names[i].Contains(s) {
		return s
	}
	n := p.Names[i]
	if !n.Civil {
		return n.Span
	}
	first := n.First - 1
	if p.Tokens[first].Char == '.' {
		first--
	}
	return p.Over(first, n.Last)
}

// quotePhrase is a quotation with its marks, and what stands between its last
// word and the mark that closes it.
func (p *Pass) quotePhrase(s text.Span) text.Span {
	first, last := p.TokenAt(s.Start), p.TokenAt(s.End-1)+1
	for last < len(p.Tokens) && last < p.TokenAt(s.End-1)+4 && p.Tokens[last].Kind == text.Mark && !closesQuote(p.Tokens[last].Char) {
		last++
	}
	if first == 0 || last >= len(p.Tokens) || p.Tokens[first-1].Kind != text.Mark || !closesQuote(p.Tokens[last].Char) {
		return s
	}
	return p.Over(first-1, last+1)
}

// closesQuote reports a mark that closes quotations.
func closesQuote(c rune) bool { return strings.ContainsRune("»”’\"'›“", c) && c != 0 }

// closed is a stretch with the bracket that closes one inside it.
func (p *Pass) closed(first, last int) text.Span {
	if last < len(p.Tokens) && p.Tokens[last].Char == ')' && p.Tokens[last-1].Char != ')' {
		for i := first; i < last; i++ {
			if p.Tokens[i].Char == '(' {
				last++
				break
			}
		}
	}
	return p.Over(first, last)
}
