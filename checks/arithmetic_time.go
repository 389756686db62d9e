package checks

import (
	"strconv"
	"strings"

	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules/calendar"
)

// reckonSpells holds a duration up to the ends told beside it: "dix ans, de
// 2005 à 2012".
func (p *Pass) reckonSpells() {
	for i := 0; i+1 < len(p.When); i++ {
		a, b := &p.When[i], &p.When[i+1]
		d, r := a, b
		if a.Type == mark.Range {
			d, r = b, a
		}
		if strings.Contains(p.Words(r.Span), "/") {
			continue // 1986/87 names one season
		}
		if d.Type != mark.Duration || r.Type != mark.Range || r.Backward || d.Mod != "" || d.Relative || !p.beside(a, b) || p.roughly(d.First) {
			continue
		}
		n, unit := d.Counted()
		parts := r.Parts()
		low, high, ok := lengthOf(parts[0], parts[1], unit)
		if !ok || n == 0 || n >= low && n <= high || d.Half() {
			continue
		}
		p.misreckoned(d.Span, n, low, high, r.Span)
	}
}

// beside reports two times that follow each other with a comma, a bracket or
// small words between them at most.
func (p *Pass) beside(a, b *mark.Time) bool {
	if b.First-a.Last > 3 || p.SentenceAt(a.Start) != p.SentenceAt(b.Start) {
		return false
	}
	for i := a.Last; i < b.First; i++ {
		switch c := p.Tokens[i].Char; {
		case c == ',' || c == '(' || c == ')' || c == ':' || c == '—' || c == '–':
		case c == 0 && p.ClassAt(i, "spanning") > i:
		default:
			return false
		}
	}
	return true
}

// roughly reports that the words before a number make it a rough one.
func (p *Pass) roughly(first int) bool {
	for i := max(0, first-4); i < first; i++ {
		for _, class := range []string{"about", "over", "under"} {
			if end := p.ClassAt(i, class); end == first {
				return true
			}
		}
	}
	return false
}

// lengthOf is how many units may lie between the dates of two ends, given how
// precisely they were said.
func lengthOf(from, to mark.Part, unit calendar.Unit) (low, high int, ok bool) {
	if from.Period.IsZero() || to.Period.IsZero() {
		return 0, 0, false
	}
	switch {
	case unit == calendar.OneDay && from.Written&mark.DayField != 0 && to.Written&mark.DayField != 0:
		n := int(to.Period.First() - from.Period.First())
		return n, n + 1, true
	case unit == calendar.Week && from.Written&mark.DayField != 0 && to.Written&mark.DayField != 0:
		n := int(to.Period.First() - from.Period.First())
		return (n - 3) / 7, (n + 7) / 7, true
	case unit.Months() == 1 && from.Written&to.Written&mark.MonthField != 0:
		n := monthsBetween(from.Period.From, to.Period.From)
		return n - 1, n + 1, true
	case unit == calendar.Year && from.Written&to.Written&mark.MonthField != 0:
		n := monthsBetween(from.Period.From, to.Period.From)
		return (n - 7) / 12, (n + 9) / 12, true
	case unit == calendar.Year:
		n := to.Period.From.Year - from.Period.From.Year
		return n - 1, n + 1, true
	}
	return 0, 0, false
}

func monthsBetween(a, b calendar.Date) int { return 12*(b.Year-a.Year) + int(b.Month) - int(a.Month) }

// misreckoned reports a count that lies outside what others give.
func (p *Pass) misreckoned(at text.Span, n, low, high int, from ...text.Span) {
	right := []int{low, high}
	switch {
	case high-low == 2:
		right = []int{low + 1}
	case high-low != 1 && n < low:
		right = []int{low}
	case high-low != 1:
		right = []int{high}
	}
	q := p.quantityFrom(p.TokenAt(at.Start))
	var known, repairs []string
	for _, r := range right {
		known = append(known, strconv.Itoa(r))
		if q != nil && q.Start == at.Start && q.End <= at.End {
			repairs = append(repairs, p.replace(at, q.Span, p.sayLike(q, float64(r))))
		}
	}
	f := Finding{
		Span:        at,
		Phrase:      p.numberPhraseAt(at),
		Vars:        map[string]Said{"said": {Words: p.Words(at)}, "known": {Words: strings.Join(known, p.Language.UI["or"])}},
		Suggestions: repairs,
	}
	for _, s := range from {
		f.Because = append(f.Because, Evidence{Span: s, Note: "from"})
	}
	p.Report(f)
}
