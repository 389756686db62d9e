package checks

import (
	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
)

// headlineQuotes reports a quotation of the headline one of whose words the
// like quotation of the body turns into its contrary.
func (p *Pass) headlineQuotes() {
	for i := range p.Quotes {
		h := &p.Quotes[i]
		if s := p.SentenceAt(h.Start); s < 0 || !p.isHead(p.Sentences[s].Paragraph) || i >= headMax {
			break
		}
		if !p.hasRival(h) {
			if p.reversedInBody(h) {
				return
			}
			continue
		}
		if h.Last-h.First <= 3 && p.otherWord(h) || p.reversedInBody(h) {
			return
		}
		for j := i + 1; j < len(p.Quotes); j++ {
			b := &p.Quotes[j]
			if t := p.SentenceAt(b.Start); t >= 0 && !p.isHead(p.Sentences[t].Paragraph) && p.contrary(h, b) {
				p.reportQuotes(b.Span, h.Span, b.Span, h.Span)
				return
			}
		}
	}
}

// hasRival reports a quotation with a word that has a contrary.
func (p *Pass) hasRival(q *mark.Quote) bool {
	for i := q.First; i < q.Last; i++ {
		if _, end := p.rivalAt(i, "quoted."); end > 0 {
			return true
		}
	}
	return false
}

// contrary reports two quotations that share most telling words of the first
// but for one, in whose place the second has its rival.
func (p *Pass) contrary(h, b *mark.Quote) bool {
	var rivals map[string]int
	for i := b.First; i < b.Last; i++ {
		if r, end := p.rivalAt(i, "quoted."); end > 0 {
			if rivals == nil {
				rivals = map[string]int{}
			}
			rivals[r.Set] |= 1 << r.Alternative
		}
	}
	if rivals == nil {
		return false
	}
	var body stems
	for i := b.First; i < b.Last; i++ {
		body.add(p.folded(i))
	}
	shared, missing, turned := 0, 0, false
	for i := h.First; i < h.Last; i++ {
		if r, end := p.rivalAt(i, "quoted."); end > 0 && rivals[r.Set] != 0 && rivals[r.Set]>>r.Alternative&1 == 0 {
			turned = true
			continue
		}
		switch {
		case p.Tokens[i].Kind == text.Mark:
		case body.has(p.folded(i)):
			shared++
		case p.tells(i):
			missing++
		}
	}
	return turned && shared >= 2 && missing == 0
}

// otherWord reports a quotation of a word or two whose rival alone the body has,
// and quotes: "catastrophe", « un contretemps ».
func (p *Pass) otherWord(h *mark.Quote) bool {
	for i := h.First; i < h.Last; i++ {
		r, end := p.rivalAt(i, "quoted.")
		if end == 0 {
			continue
		}
		for j := range p.Quotes {
			b := &p.Quotes[j]
			if s := p.SentenceAt(b.Start); s < 0 || p.isHead(p.Sentences[s].Paragraph) {
				continue
			}
			for k := b.First; k < b.Last; k++ {
				if o, to := p.rivalAt(k, "quoted."); to > 0 && o.Set == r.Set && o.Alternative != r.Alternative && !p.bodyHasRival(r) && !p.classIn("negation", k-3, k) {
					p.reportHead(h.Span, p.Over(k, to), p.Words(p.Over(k, to)))
					return true
				}
			}
		}
	}
	return false
}

// bodyHasRival reports that the body has a form of an alternative.
func (p *Pass) bodyHasRival(r rules.Rival) bool {
	for _, s := range p.Sentences {
		for i := s.First; i < s.Last && !p.isHead(s.Paragraph); i++ {
			if o, end := p.rivalAt(i, "quoted."); end > 0 && o == r {
				return true
			}
		}
	}
	return false
}

// reversedInBody reports a quotation of the headline whose telling words the body
// quotes with the contrary sense, and has nowhere in the same: "We never lost the
// key", "We lost the key straight away".
func (p *Pass) reversedInBody(h *mark.Quote) bool {
	const most = 9
	var words []int
	for i := h.First; i < h.Last; i++ {
		if p.tells(i) && p.ClassAt(i, "negation") == 0 {
			words = append(words, i)
		}
	}
	denied := p.denies(h.First, h.Last)
	if len(words) == 0 || !denied && len(words) < 2 || h.Last-h.First > most {
		return false
	}
	var told *mark.Quote
	for _, s := range p.Sentences {
		first, last := p.stretchOf(words, s)
		if last == 0 || p.isHead(s.Paragraph) {
			continue
		}
		if p.denies(max(s.First, first-4), min(last+3, s.Last)) == denied {
			return false
		}
		if q := p.QuoteAt(first); q >= 0 && told == nil && last-first <= most && last <= p.Quotes[q].Last && p.samePronoun(h, &p.Quotes[q]) && (denied || p.denies(max(first-4, p.Quotes[q].First), min(last+3, p.Quotes[q].Last))) {
			told = &p.Quotes[q]
		}
	}
	if told == nil {
		return false
	}
	p.reportQuotes(told.Span, h.Span, told.Span, h.Span)
	return true
}

// denies reports a negation between two tokens.
func (p *Pass) denies(from, to int) bool {
	return p.classIn("negation", from, to) || p.classIn("denial", from, to)
}

// samePronoun reports two quotations that tell of the same person: I, we.
func (p *Pass) samePronoun(a, b *mark.Quote) bool {
	for i := a.First; i < a.Last; i++ {
		for k := b.First; k < b.Last && p.In(i, rules.ClassPronoun); k++ {
			if p.Tokens[k].Key == p.Tokens[i].Key || p.In(k, rules.ClassPronoun) && (p.Tokens[i].Is(text.Elided) || p.Tokens[k].Is(text.Elided)) && p.folded(i)[0] == p.folded(k)[0] {
				return true // je, j'
			}
		}
	}
	return false
}

// stretchOf is the stretch of a sentence from the first form of some words to the
// last; the end is 0 when it lacks one.
func (p *Pass) stretchOf(words []int, s text.Sentence) (first, last int) {
	for _, w := range words {
		word, found := p.folded(w), -1
		for i := s.First; i < s.Last && found < 0; i++ {
			if p.tells(i) && likeForms(p.folded(i), word) {
				found = i
			}
		}
		if found < 0 {
			return 0, 0
		}
		if last == 0 {
			first = found
		}
		first, last = min(first, found), max(last, found+1)
	}
	return first, last
}

// likeForms reports two words that are forms of one: signer, signerons.
func likeForms(a, b string) bool {
	n := min(len(a), len(b), stemLetters)
	return a[:n] == b[:n] && (n == stemLetters && min(len(a), len(b)) == n || formOf(a, b))
}
