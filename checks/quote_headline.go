package checks

import (
	"recoupe/checks/mark"
	"recoupe/checks/text"
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
			continue
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
