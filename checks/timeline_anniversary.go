package checks

import (
	"strings"

	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

var anniversary = rules.ClassKey("anniversary")

// anniversaries holds the count of an anniversary up to the year that it recalls.
func (p *Pass) anniversaries() {
	for k := range p.Hits {
		if !p.Hits[k].Has(anniversary) {
			continue
		}
		i := p.Hits[k].First
		end := p.ClassAt(i, "anniversary")
		if end != p.Hits[k].Last {
			continue
		}
		n, span := p.countBefore(i)
		if n < 2 || n > 2000 {
			continue
		}
		of, ok := p.yearRecalled(end)
		if !ok || p.celebrated(i, n, of.Period.From.Year+n) {
			continue
		}
		whole := span.Join(p.Tokens[end-1].Span)
		p.Report(Finding{
			Span:        whole,
			Suggestions: p.recelebrated(whole, span, of.Period.From.Year),
			About:       of.Span,
			Vars:        map[string]Said{"said": {Words: p.Words(span.Join(p.Tokens[end-1].Span))}, "known": {Period: of.Period}},
			Because:     []Evidence{{Span: of.Span, Note: "recalled"}},
		})
	}
}

// countBefore reads the ordinal that stands before a token: "75e", "tenth".
func (p *Pass) countBefore(at int) (n int, span text.Span) {
	first := at - 1
	if first < 0 || p.SentenceAt(p.Tokens[first].Start) != p.SentenceAt(p.Tokens[at].Start) {
		return 0, span
	}
	if v := p.Language.Quantity.Numeral(p.Tokens[first].Key).Ordinal; v > 0 {
		return p.compounded(first, int(v))
	}
	if first > 0 && p.Tokens[first].Is(text.Glued) && p.Tokens[first-1].Kind == text.Number {
		for _, c := range []byte(p.Words(p.Tokens[first-1].Span)) {
			if c < '0' || c > '9' {
				return 0, span
			}
			n = 10*n + int(c-'0')
		}
		return n, p.Over(first-1, first+1)
	}
	return 0, span
}

// compounded is an ordinal with the numbers before its hyphens: "soixante-dixième",
// "seventy-fifth", "quatre-vingtième".
func (p *Pass) compounded(last, n int) (int, text.Span) {
	first := last
	for first > 0 && p.Tokens[first].Is(text.Hyphen) {
		v := int(p.Language.Quantity.Numeral(p.Tokens[first-1].Key).Cardinal)
		switch {
		case v == 4 && n >= 20 && n < 40:
			n += 60
		case v > n%20 && v > 0:
			n += v
		default:
			return n, p.Over(first, last+1)
		}
		first--
	}
	return n, p.Over(first, last+1)
}

// yearRecalled is the first time after an anniversary, in its sentence and
// before any mark but a bracket, that says a year.
func (p *Pass) yearRecalled(from int) (t mark.Time, ok bool) {
	s := p.SentenceAt(p.Tokens[from-1].Start)
	for k := p.TimeFrom(from); k < len(p.When) && p.When[k].First < p.Sentences[s].Last; k++ {
		t = p.When[k]
		for i := from; i < t.First; i++ {
			if c := p.Tokens[i].Char; c != 0 && c != '(' && c != '-' {
				return t, false
			}
			if p.ClassAt(i, "celebrating") > i {
				return t, false
			}
		}
		return t, t.Type == mark.DateTime && t.Written&mark.YearField != 0 && t.Grain >= calendar.OneDay && t.Period.From.Year == t.Period.To.Year && p.recalls(&t)
	}
	return t, false
}

// recalls reports that the words before a time tie it to the noun before: the
// birth of 1944, not a feast held in 2019.
func (p *Pass) recalls(t *mark.Time) bool {
	return t.First > 0 && (p.Tokens[t.First-1].Char == '(' || p.ClassAt(t.First-1, "recalling") == t.First || t.First > 1 && p.ClassAt(t.First-2, "recalling") == t.First)
}

// celebrated reports whether a year is one in which the anniversary may be
// kept: that of the publication, its neighbours at New Year, or any that the
// paragraph speaks of.
func (p *Pass) celebrated(at, n, year int) bool {
	pub := p.Publication.Period
	if pub.From.Year == 0 || !pub.Single() {
		return true
	}
	if since := pub.From.Year - (year - n); apart(since, n) > 10 || since*2 < n {
		return true // the year that stands there is another: "(en 2018)", when it was kept
	}
	switch from := pub.From; {
	case from.Year == year, from.Month == 0 && from.Year+1 == year,
		from.Month >= 9 && from.Year+1 == year, from.Month > 0 && from.Month <= 2 && from.Year-1 == year:
		return true
	}
	here := p.ParagraphOf(p.Tokens[at].Start)
	from, to := p.timesAround(at)
	for i := from; i < to; i++ {
		t := &p.When[i]
		if p.ParagraphOf(t.Start) != here || t.Period.IsZero() || t.Period.From.IsZero() || t.Period.To.IsZero() {
			continue
		}
		if t.Period.From.Year <= year && year <= t.Period.To.Year {
			return true
		}
	}
	return false
}

// recelebrated is an anniversary with the count that the year of publication gives.
func (p *Pass) recelebrated(whole, count text.Span, from int) []string {
	n := p.Publication.Period.From.Year - from
	words := p.Words(count)
	said := p.Language.SayWords(n, true)
	if digits := strings.TrimLeft(words, "0123456789"); digits != words {
		said = p.Language.SayNth(n, digits)
	}
	if said == "" || n < 1 {
		return nil
	}
	return []string{p.replace(whole, count, sameCase(words, said))}
}
