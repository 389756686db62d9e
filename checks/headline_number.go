package checks

import (
	"recoupe/checks/mark"
	"recoupe/checks/text"
)

// headlineNumbers reports numbers of the headline that the body does not have
// where it has one other, and only one, of the same unit or noun.
func (p *Pass) headlineNumbers(figures []figure, told map[text.Span]bool) {
	for i := range figures {
		h := &figures[i]
		if !h.head || i >= headMax {
			break
		}
		if h.Unit == "" && h.key == 0 || h.Unit == "year" || h.Approximate || h.Over || h.Under || p.inBody(h.Quantity) {
			continue
		}
		if b := p.onlyRival(h, figures); b != nil && p.oneMeasure(h, b, figures) {
			told[h.Span], told[b.Span] = true, true
			p.reportNumbers(b, h)
		}
	}
}

// inBody reports that the body has the number, whatever it says of it.
func (p *Pass) inBody(h *mark.Quantity) bool {
	for _, s := range p.Sentences {
		for i := s.First; i < s.Last && !p.isHead(s.Paragraph); i++ {
			if p.Tokens[i].Key == p.Tokens[h.Last-1].Key && h.Last == h.First+1 || p.Tokens[i].Key == p.Tokens[h.First].Key && p.Tokens[i].Kind == text.Number {
				return true
			}
		}
	}
	for i := range p.Quantities {
		q := &p.Quantities[i]
		if s := p.SentenceAt(q.Start); s >= 0 && !p.isHead(p.Sentences[s].Paragraph) && (agrees(h, q) || q.Low == h.Low) {
			return true
		}
	}
	return false
}

// onlyRival is the one number of the body that has the unit or noun of a
// headline's; nil when there are several, or none.
func (p *Pass) onlyRival(h *figure, figures []figure) *figure {
	var rival *figure
	for i := range figures {
		b := &figures[i]
		if b.head || b.Unit != h.Unit || h.Unit == "" && b.key != h.key {
			continue
		}
		if b.Low*20 < h.Low {
			continue // small change: "at $50 each" beside a price of millions
		}
		if rival != nil && !agrees(rival.Quantity, b.Quantity) {
			return nil
		}
		if rival == nil {
			rival = b
		}
	}
	return rival
}

// oneMeasure judges whether the only rival tells what the headline tells.
func (p *Pass) oneMeasure(h, b *figure, figures []figure) bool {
	p.readTraits(h)
	other := h.traits&(partly|further|updated|each|supposed|dated) != 0
	// What the body gives again elsewhere is told once without the words that
	// would make it another number.
	for i := range figures {
		c := &figures[i]
		if other || c.head || c.Low != b.Low || c.Unit != b.Unit || c.key != b.key {
			continue
		}
		p.readTraits(c)
		if c.traits&(partly|further|updated|each|supposed|dated) == 0 {
			low, high := min(h.Low, b.Low), max(h.High, b.High)
			return (high <= 2*low || high <= 10*low && p.sharesSubject(h.Quantity, b.Quantity) && p.alone(b, figures)) && !roundedTo(h, b)
		}
	}
	return false
}

// alone reports that the body has no number of a kind but one.
func (p *Pass) alone(b *figure, figures []figure) bool {
	for i := range figures {
		c := &figures[i]
		if !c.head && c.Unit == b.Unit && c.key == b.key && c.Low != b.Low {
			return false
		}
	}
	return true
}
