package checks

import (
	"math"
	"slices"

	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
)

// headlinePlaces reports a place of the headline that the body does not name
// where it names one other of the same kind in the same country, and no more.
func (p *Pass) headlinePlaces() {
	for i := range p.Mentions {
		h := &p.Mentions[i]
		s := p.SentenceAt(h.Start)
		if s < 0 || !p.isHead(p.Sentences[s].Paragraph) || i >= headMax {
			break
		}
		if h.Way != rules.ByName || h.Kind != rules.City && h.Kind != rules.PlaceKind || len(h.Entities) == 0 || p.isJoined(h) || p.alsoCountry(i) || p.borneOut(h) {
			continue
		}
		if b := p.onlyOther(h); b != nil {
			p.reportHead(h.Span, b.Span, p.Words(b.Span))
		}
	}
}

// isJoined reports a mention that is part of a longer name: Gravelines in
// Gravelines-le-Haut.
func (p *Pass) isJoined(m *mark.Mention) bool {
	return m.Last < len(p.Tokens) && p.Tokens[m.Last].Is(text.Hyphen) || p.Tokens[m.First].Is(text.Hyphen)
}

// alsoCountry reports that the words of a mention name a country as well: Mexico.
func (p *Pass) alsoCountry(i int) bool {
	for k := max(0, i-3); k < min(len(p.Mentions), i+4); k++ {
		if p.Mentions[k].Kind == rules.Country && p.Mentions[k].Span.Touches(p.Mentions[i].Span) {
			return true
		}
	}
	return false
}

// borneOut reports that the body has a place's name or a word of it, or its
// entity under another name.
func (p *Pass) borneOut(h *mark.Mention) bool {
	keys := map[uint64]bool{}
	for i := h.First; i < h.Last; i++ {
		keys[p.Tokens[i].Key] = true
	}
	for _, s := range p.Sentences {
		if p.isHead(s.Paragraph) {
			continue
		}
		for i := s.First; i < s.Last; i++ {
			if keys[p.Tokens[i].Key] {
				return true
			}
		}
	}
	for i := range p.Mentions {
		m := &p.Mentions[i]
		if p.inHead(m) {
			continue
		}
		if slices.ContainsFunc(m.Entities, func(e *rules.Entity) bool { return h.Names(e) || slices.ContainsFunc(e.In, h.Names) }) {
			return true
		}
	}
	return false
}

func (p *Pass) inHead(m *mark.Mention) bool {
	s := p.SentenceAt(m.Start)
	return s < 0 || p.isHead(p.Sentences[s].Paragraph)
}

// onlyOther is the one place of the body of the kind and the country of a
// headline's, where the story sets itself there; nil when there are several,
// but for some that it names in passing, once each.
func (p *Pass) onlyOther(h *mark.Mention) *mark.Mention {
	var found *mark.Mention
	sets, passing := false, 0
	for i := range p.Mentions {
		m := &p.Mentions[i]
		if p.inHead(m) || m.Kind != h.Kind || m.Way != rules.ByName || len(m.Entities) == 0 || m.Entities[0].Sub != h.Entities[0].Sub || p.Tokens[m.First].Is(text.Upper) {
			continue
		}
		if !shareLarger(m, h) {
			continue
		}
		if found != nil && !found.Names(m.Entities[0]) {
			if passing++; passing > 2 || p.timesInBody(p.Tokens[m.First].Key) > 1 {
				return nil
			}
			continue
		}
		if found == nil {
			found = m
		}
		sets = sets || p.setsScene(m)
	}
	if found == nil || (!sets || passing > 0) && p.timesInBody(p.Tokens[found.First].Key) < 2 || passing > 0 && (!sets || !p.sharesWords(h.Span, found.Span)) {
		return nil
	}
	return found
}

// timesInBody counts the places of a word below the headline.
func (p *Pass) timesInBody(key uint64) int {
	n := 0
	for _, s := range p.Sentences {
		for i := s.First; i < s.Last && !p.isHead(s.Paragraph); i++ {
			if p.Tokens[i].Key == key {
				n++
			}
		}
	}
	return n
}

// setsScene reports a place of the first paragraphs, in brackets or after a
// preposition of place: "à Vouzon, dans le Loir-et-Cher".
func (p *Pass) setsScene(m *mark.Mention) bool {
	s := p.SentenceAt(m.Start)
	if s < 0 || m.First == 0 {
		return false
	}
	para := p.Sentences[s].Paragraph
	for k := para; k > para-5 && k > 0; k-- {
		if p.isHead(k - 1) {
			i := m.First - 1
			if p.Is(i, "article") && i > 0 {
				i--
			}
			return p.Tokens[m.First-1].Char == '(' || p.Is(i, "in_place")
		}
	}
	return false
}

// shareLarger reports that two places, in one of their readings, lie in one
// larger place.
func shareLarger(a, b *mark.Mention) bool {
	return slices.ContainsFunc(a.Entities, func(x *rules.Entity) bool {
		return slices.ContainsFunc(b.Entities, func(y *rules.Entity) bool {
			return slices.ContainsFunc(x.In, func(e *rules.Entity) bool { return slices.Contains(y.In, e) })
		})
	})
}

// headlineOrdinals reports an ordinal of the headline that the body gives
// another value: "cinquième semaine de grève", "leur troisième semaine".
func (p *Pass) headlineOrdinals() {
	for i := range p.Quantities {
		h := &p.Quantities[i]
		s := p.SentenceAt(h.Start)
		if s < 0 || !p.isHead(p.Sentences[s].Paragraph) || i >= headMax {
			break
		}
		if !h.Ordinal || h.Low < 2 || rules.MeasureOf(h.Unit).Dimension != "duration" {
			continue
		}
		var rival *mark.Quantity
		for j := range p.Quantities {
			b := &p.Quantities[j]
			if t := p.SentenceAt(b.Start); !b.Ordinal || t < 0 || p.isHead(p.Sentences[t].Paragraph) || b.Unit != h.Unit {
				continue
			}
			if b.Low == h.Low || rival != nil {
				rival = nil
				break
			}
			rival = b
		}
		if rival != nil && p.countedKey(h) != 0 == (p.countedKey(rival) != 0) {
			p.reportHead(h.Span, rival.Span, p.sayOther(h, rival))
		}
	}
}

// headlineChange reports a rise that the headline tells as a fall, or a fall as
// a rise, where two numbers of the body make the same percentage.
func (p *Pass) headlineChange() {
	for i := range p.Quantities {
		h := &p.Quantities[i]
		s := p.SentenceAt(h.Start)
		if s < 0 || !p.isHead(p.Sentences[s].Paragraph) || i >= headMax {
			break
		}
		up, down := p.direction(h)
		if h.Unit != "percent" || up == down {
			continue
		}
		p.sums(func(t int, in []*mark.Quantity) {
			for k := 1; k < len(in); k++ {
				pr, ok := p.pairOf(in[k-1], in[k])
				if !ok || pr.of || p.isHead(p.Sentences[t].Paragraph) || !pr.told && !p.against(in[k-1], in[k]) {
					continue
				}
				change := 100 * (pr.now.Low - pr.old.Low) / pr.old.Low
				if math.Abs(math.Abs(change)-h.Low) <= 0.5 && (change > 0) != up {
					p.wrongWay(h, change, pr)
					return
				}
			}
		})
	}
}

// against reports that the second of two numbers is what the first is held
// against: "1 500 francs, contre 1 000".
func (p *Pass) against(a, b *mark.Quantity) bool {
	for i := a.Last; i < b.First; i++ {
		if end := p.ClassAt(i, "against"); end > 0 && b.First-end <= 3 {
			return true
		}
	}
	return false
}
