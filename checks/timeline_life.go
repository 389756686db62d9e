package checks

import (
	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules/calendar"
)

// lives reports what ends before it begins: "born in 1950 and died in 1940", "to
// start in September 2007 and to be completed by August 2007".
func (p *Pass) lives() {
	for i := 0; i+1 < len(p.When); i++ {
		from, to := &p.When[i], &p.When[i+1]
		if !isDated(from) || !isDatedBy(to) || p.SentenceAt(from.Start) != p.SentenceAt(to.Start) || to.Period.Last() >= from.Period.First() {
			continue
		}
		begin := p.wordBefore(from, "beginning")
		end := p.wordBefore(to, "ending")
		if begin.Empty() || end.Empty() || !p.coordinated(from.Last, end) {
			continue
		}
		span := begin.Join(to.Span)
		p.Report(Finding{
			Span:    span,
			Vars:    map[string]Said{"said": {Words: p.Words(span)}},
			Because: []Evidence{{Span: begin.Join(from.Span), Note: "end"}, {Span: end.Join(to.Span), Note: "end"}},
		})
	}
}

// isDated reports a time whose year the story writes.
func isDated(t *mark.Time) bool { return t.Sense == mark.At && isDatedBy(t) }

// isDatedBy reports the same of a time at which, or by which, something is.
func isDatedBy(t *mark.Time) bool {
	return t.Type == mark.DateTime && (t.Sense == mark.At || t.Sense == mark.Before) && t.Written&mark.YearField != 0 && !t.Period.IsZero() && !t.Relative && t.Grain <= calendar.Year
}

// wordBefore is the word of a class that stands up to four words before a time.
func (p *Pass) wordBefore(t *mark.Time, class string) text.Span {
	first := p.Sentences[p.SentenceAt(t.Start)].First
	for i := t.First - 1; i >= first && i > t.First-6; i-- {
		if p.Tokens[i].Char != 0 || p.TimeAt(i) >= 0 {
			break
		}
		if p.spelled(i, class) {
			return p.Tokens[i].Span
		}
	}
	return text.Span{}
}

// coordinated reports that nothing but a comma, "and" and small verbs stands
// between a token and a word: both tell of the same thing.
func (p *Pass) coordinated(from int, word text.Span) bool {
	to := p.TokenAt(word.Start)
	if to-from > 4 {
		return false
	}
	for i := from; i < to; i++ {
		if p.Tokens[i].Char != ',' && p.ClassAt(i, "coordinating") == 0 {
			return false
		}
	}
	return true
}

// sinceYears holds a length up to the year from which it is counted: "for ten years,
// since 2010".
func (p *Pass) sinceYears() {
	pub := p.Publication.Period
	if !pub.Single() || pub.From.Grain() < calendar.MonthGrain {
		return
	}
	for i := 0; i+1 < len(p.When); i++ {
		d, t := &p.When[i], &p.When[i+1]
		n, unit := d.Counted()
		if d.Type != mark.Duration || d.Relative || d.Half() || d.Mod != "" || unit != calendar.Year || n < 2 || !isSince(t) || !p.beside(&p.When[i], &p.When[i+1]) || p.roughly(d.First) {
			continue
		}
		years := pub.From.Year - t.Period.From.Year
		if apart(years, n) <= 1+n/20 || years < 0 {
			continue
		}
		p.Report(Finding{
			Span:        d.Span.Join(t.Span),
			Vars:        map[string]Said{"said": {Words: p.Words(d.Span.Join(t.Span))}, "meant": {Period: calendar.At(calendar.Date{Year: pub.From.Year - n})}},
			Because:     []Evidence{{Span: d.Span, Note: "counted"}, {Span: t.Span, Note: "beside"}},
			Suggestions: p.resince(d, t, years, pub.From.Year-n),
		})
	}
}

// isSince reports a year from which something has lasted.
func isSince(t *mark.Time) bool {
	return t.Type == mark.DateTime && t.Sense == mark.Since && t.Written&mark.YearField != 0 && !t.Period.IsZero()
}

// resince offers the number of years that a date gives, and the year that the
// number gives.
func (p *Pass) resince(d, t *mark.Time, years, year int) []string {
	span := d.Span.Join(t.Span)
	var out []string
	if first, last := p.countedAt(d); last > first && years > 1 {
		out = append(out, p.replace(span, p.Over(first, last), p.numeral(years, p.Words(p.Over(first, last)))))
	}
	if t.Written == mark.YearField {
		if words := p.redated(t, calendar.At(calendar.Date{Year: year})); words != "" {
			out = append(out, p.replace(span, t.Span, words))
		}
	}
	return out
}
