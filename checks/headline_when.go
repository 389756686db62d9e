package checks

import (
	"math"

	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
)

// headlineDays reports a weekday of the headline that the body does not name
// where it names one other, and only one.
func (p *Pass) headlineDays() {
	for i := range p.Times {
		h := &p.Times[i]
		s := p.SentenceAt(h.Start)
		if s < 0 || !p.isHead(p.Sentences[s].Paragraph) || i >= headMax {
			break
		}
		if h.Written != mark.WeekdayField || h.Type != mark.DateTime {
			continue
		}
		if b := p.onlyDay(h); b != nil {
			p.reportHead(p.weekdayIn(h), p.weekdayIn(b), sameCase(p.Words(p.weekdayIn(h)), p.Words(p.weekdayIn(b))))
		}
	}
}

// onlyDay is the first of the body's weekdays, when all are the same and not
// the headline's, and nothing else dates the story's events.
func (p *Pass) onlyDay(h *mark.Time) *mark.Time {
	var found *mark.Time
	for i := range p.Times {
		b := &p.Times[i]
		if s := p.SentenceAt(b.Start); s < 0 || p.isHead(p.Sentences[s].Paragraph) {
			continue
		}
		if b.Written&mark.WeekdayField == 0 {
			if b.Type == mark.DateTime && b.Relative {
				return nil // "demain", "tomorrow" may be that day
			}
			continue
		}
		if b.Weekday == h.Weekday || found != nil && found.Weekday != b.Weekday {
			return nil
		}
		if found == nil {
			found = b
		}
	}
	return found
}

// weekdayIn is the word for the weekday in a time.
func (p *Pass) weekdayIn(t *mark.Time) text.Span {
	for i := t.First; i < t.Last; i++ {
		if p.Is(i, "weekday") {
			return p.Tokens[i].Span
		}
	}
	return t.Span
}

// shareSlack is how far, in points, a fraction in a headline may lie from the
// percentage that it sums up.
const shareSlack = 8

// headlineShares reports a fraction of the headline ("two-thirds") that the one
// percentage of the body is far from.
func (p *Pass) headlineShares() {
	for i := range p.Quantities {
		h := &p.Quantities[i]
		s := p.SentenceAt(h.Start)
		if s < 0 || !p.isHead(p.Sentences[s].Paragraph) || i >= headMax {
			break
		}
		if !h.Part || h.Unit != "" || h.Over || h.Under {
			continue
		}
		var only *mark.Quantity
		for j := range p.Quantities {
			b := &p.Quantities[j]
			if t := p.SentenceAt(b.Start); t < 0 || p.isHead(p.Sentences[t].Paragraph) {
				continue
			}
			if b.Part || b.Unit == "percent" && only != nil {
				only = nil
				break
			}
			if b.Unit == "percent" {
				only = b
			}
		}
		if only == nil {
			continue
		}
		// The percentage may be of those on the other side.
		if share := 100 * h.Low; math.Abs(only.Low-share) > shareSlack && math.Abs(100-only.Low-share) > shareSlack && p.sharesSubject(h, only) {
			p.reportHead(h.Span, only.Span, p.Words(only.Span))
		}
	}
}

// sharesSubject reports a telling word that the headline has in common with the
// sentence of a number.
func (p *Pass) sharesSubject(h, b *mark.Quantity) bool { return p.sharesWords(h.Span, b.Span) }

// sharesWords reports a telling word that the sentences of two stretches have in
// common outside the first.
func (p *Pass) sharesWords(h, b text.Span) bool {
	var words stems
	s := p.Sentences[p.SentenceAt(h.Start)]
	for i := s.First; i < s.Last; i++ {
		if p.tells(i) && !h.Contains(p.Tokens[i].Span) {
			words.add(p.folded(i))
		}
	}
	s = p.Sentences[p.SentenceAt(b.Start)]
	for i := s.First; i < s.Last; i++ {
		if p.tells(i) && words.has(p.folded(i)) {
			return true
		}
	}
	return false
}

// headlineAges reports an age of the headline where the body gives one other,
// and only one.
func (p *Pass) headlineAges(told map[text.Span]bool) {
	for i := range p.Quantities {
		h := &p.Quantities[i]
		s := p.SentenceAt(h.Start)
		if s < 0 || !p.isHead(p.Sentences[s].Paragraph) || i >= headMax {
			break
		}
		if !isAge(h) || h.Low < 10 || !p.agedHere(h) {
			continue
		}
		if b := p.onlyAge(h); b != nil {
			told[h.Span], told[b.Span] = true, true
			p.reportNumbers(&figure{Quantity: b}, &figure{Quantity: h})
		}
	}
}

// agedHere reports a number that stands as an age: ", 34,", "34 ans",
// "34-year-old".
func (p *Pass) agedHere(q *mark.Quantity) bool {
	if q.First > 1 && p.Is(q.First-1, "has_age") && p.Is(q.First-2, "pronoun") && q.Head < 0 && !q.Worded {
		return q.Unit == "year" || q.Unit == "" && (q.Last == len(p.Tokens) || p.Tokens[q.Last].Kind == text.Mark || p.In(q.Last, rules.ClassAnd)) // "who is 67 and"
	}
	if q.Unit == "year" {
		return q.Last < len(p.Tokens) && (p.Is(q.Last, "old") || p.Tokens[q.Last].Kind == text.Mark) && q.First > 0 && (p.Tokens[q.First-1].Char == ',' || p.Is(q.First-1, "aged") || p.Is(q.Last, "old"))
	}
	return q.Unit == "" && q.Head < 0 && !q.Worded && q.First > 0 && p.Tokens[q.First-1].Char == ',' && q.Last < len(p.Tokens) && p.Tokens[q.Last].Char == ','
}

// onlyAge is the first of the body's ages, when all are the same and none is the
// headline's, which stands nowhere else either.
func (p *Pass) onlyAge(h *mark.Quantity) *mark.Quantity {
	var found *mark.Quantity
	for i := range p.Quantities {
		b := &p.Quantities[i]
		s := p.SentenceAt(b.Start)
		if s < 0 || p.isHead(p.Sentences[s].Paragraph) {
			continue
		}
		if b.Low == h.Low {
			return nil
		}
		if !isAge(b) || !p.agedHere(b) {
			continue
		}
		if found != nil && found.Low != b.Low {
			return nil
		}
		if found == nil {
			found = b
		}
	}
	return found
}
