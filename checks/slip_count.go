package checks

import (
	"slices"

	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// A tally of years is what a story says to have gone by up to its publication:
// "two decades ago", "comes nineteen years after", "the seventieth anniversary".
type yearCount struct {
	span   text.Span
	time   *mark.Time // nil for an anniversary
	n      int
	loose  bool // counted in decades
	kept   bool // an anniversary: of a day of the year
	number text.Span
}

// countSlips reports counts of years that are not those since the event which the
// words around them tell.
func (p *Pass) countSlips(settled []bool) {
	pub := p.Publication.Period
	if !pub.Single() || pub.From.Month == 0 || p.Publication.Origin == Window {
		return
	}
	for i := range p.When {
		if t := &p.When[i]; !settled[i] && !p.inQuote(t.Span) {
			if c, ok := p.yearsTo(t); ok {
				p.countSlip(c, t)
			}
		}
	}
	for k := range p.Hits {
		h := &p.Hits[k]
		if !h.Has(anniversary) || p.ClassAt(h.First, "anniversary") != h.Last || p.inQuote(p.Over(h.First, h.Last)) {
			continue
		}
		n, span := p.countBefore(h.First)
		if n < 2 || n > 150 {
			continue
		}
		whole := span.Join(p.Tokens[h.Last-1].Span)
		at := &mark.Time{Span: whole, First: p.TokenAt(span.Start), Last: h.Last}
		p.countSlip(yearCount{span: whole, n: n, kept: true, number: span}, at)
	}
}

// yearsTo reads a count of years back from the publication.
func (p *Pass) yearsTo(t *mark.Time) (c yearCount, ok bool) {
	c = yearCount{span: t.Span, time: t}
	n, unit := t.Counted()
	c.loose = unit == calendar.Decade
	switch {
	case unit != calendar.Year && unit != calendar.Decade || t.Half():
		return c, false
	case t.Type == mark.DateTime && t.Relative && !t.NeedsStory && !t.Named() && n < 0:
		c.n = -n
	case (t.Type == mark.Duration || t.NeedsStory) && n > 0 && p.comes(t):
		c.n = n
	default:
		return c, false
	}
	if c.loose {
		c.n *= 10
	}
	return c, c.n > 1
}

// comes reports that what a story tells is said to come so long after something.
func (p *Pass) comes(t *mark.Time) bool {
	if !t.NeedsStory && p.ClassAt(t.Last, "ordering_after") == 0 {
		return false
	}
	for i := max(0, t.First-5); i < t.First; i++ {
		if end := p.ClassAt(i, "comes_now"); end > i && end <= t.First {
			return true
		}
	}
	return false
}

// countSlip holds one count up to the event that the words around it tell.
func (p *Pass) countSlip(c yearCount, at *mark.Time) {
	w := p.surroundingsOf(at)
	if w == nil {
		return
	}
	pub := p.Publication.Period
	var best slip
	several, other := false, 0
	for _, e := range p.ledTo(w) {
		f := p.tookPlaceOf(e)
		if f == nil || f.Value.Period.From.Month == 0 || f.Value.Period.First() > pub.Last() {
			continue
		}
		tells := w.tells(p, e)
		if p.counts(c, f.Value.Period) {
			other = max(other, tells.bits)
			continue
		}
		if !f.Certain() || !p.tellsCount(c, f.Value.Period, tells) {
			continue
		}
		switch {
		case best.fact == nil || tells.bits > best.clue.bits:
			several = best.fact != nil && tells.bits < best.clue.bits+4 && !together(at, best.fact, f)
			best = slip{fact: f, clue: tells}
		case tells.bits+4 > best.clue.bits && !together(at, best.fact, f):
			several = true
		}
	}
	if best.fact != nil && !several && 2*other <= best.clue.bits {
		p.reportCount(c, best)
	}
}

// ledTo are the events that the words of a sentence lead to.
func (p *Pass) ledTo(w *surroundings) []*rules.Entity {
	var out []*rules.Entity
	for _, s := range w.here.byKey() {
		for _, e := range p.Book.Told(s.key, p.Language.Code) {
			if !slices.Contains(out, e) {
				out = append(out, e)
			}
		}
	}
	return out
}

// counts reports whether a count is that from an event to the publication.
func (p *Pass) counts(c yearCount, event calendar.Period) bool {
	pub := p.Publication.Period
	if c.kept {
		return apart(pub.From.Year-event.From.Year, c.n) <= 1 && (pub.From.Year-event.From.Year == c.n || !aroundDay(event, pub, 100))
	}
	return goneBy(event, pub, c.n, c.loose)
}

// tellsCount reports whether words tell enough of an event for a count to be one
// from it: the more so near its day of the year, where an anniversary has to be.
func (p *Pass) tellsCount(c yearCount, event calendar.Period, t telling) bool {
	near := aroundDay(event, p.Publication.Period, 15)
	years := p.Publication.Period.From.Year - event.From.Year
	switch {
	case !t.named || t.told == 0 || years < 1 || apart(years, c.n) > 25:
		return false
	case c.kept:
		return near && t.bits >= 18 && t.after && c.n >= 5
	case near:
		return t.near > 1 && t.bits >= 20
	}
	return t.near > 1 && t.acts > 0 && t.bits >= 28
}

// aroundDay reports whether a day lies within some days of an event's in its year.
func aroundDay(event, now calendar.Period, days calendar.Day) bool {
	if event.From.Day == 0 || now.From.Day == 0 {
		return false
	}
	d := event.From
	for d.Year = now.From.Year - 1; d.Year <= now.From.Year+1; d.Year++ {
		if d.Valid() && apart(d.First(), now.First()) <= days {
			return true
		}
	}
	return false
}

func (p *Pass) reportCount(c yearCount, s slip) {
	known, pub := s.fact.Value.Period, p.Publication.Period
	f := Finding{
		Span: c.span, About: s.clue.at, Yields: true, RestsOnDate: true, Down: 1,
		Vars:    map[string]Said{"subject": {Entity: s.fact.Subject}, "said": {Words: p.Words(c.span)}, "known": {Period: known}, "when": {Period: pub}},
		Because: []Evidence{{Fact: s.fact}, {Span: s.clue.at}},
	}
	words := ""
	switch {
	case c.kept:
		words = p.renumber(c.number, c.span, pub.From.Year-known.From.Year)
	case c.time.Type == mark.Duration || c.time.NeedsStory:
		words = p.elapsedWords(c.time, known.From, pub.From, calendar.Year)
	case c.loose:
		if first, last := p.countedAt(c.time); last > first {
			decades := (pub.From.Year - known.From.Year + 5) / 10
			words = p.replace(c.span, p.Over(first, last), p.numeral(decades, p.Words(p.Over(first, last))))
		}
	default:
		words = p.countLike(c.time, known)
	}
	if words != "" {
		f.Suggestions = []string{words}
	}
	p.Report(f)
}
