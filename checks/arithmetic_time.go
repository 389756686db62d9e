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

// reckonAges holds an age up to the year of birth told in the same sentence, or
// in one that takes the person up again.
func (p *Pass) reckonAges() {
	for i := range p.When {
		birth := &p.When[i]
		if !p.isBirth(birth) {
			continue
		}
		s := p.SentenceAt(birth.Start)
		ages := p.agesIn(s)
		if len(ages) == 0 && s > 0 && p.sentenceOpens(s, "born") && p.Sentences[s-1].Paragraph >= p.Sentences[s].Paragraph-1 {
			ages = p.agesIn(s - 1)
		}
		if len(ages) != 1 {
			continue
		}
		p.reckonAge(ages[0], birth)
	}
}

// isBirth reports a year that the words before it make one of birth.
func (p *Pass) isBirth(t *mark.Time) bool {
	if t.Type != mark.DateTime || t.Written&mark.YearField == 0 || t.Period.IsZero() || t.Sense != mark.At || t.Mod != "" {
		return false
	}
	s := p.SentenceAt(t.Start)
	for k := t.First - 1; k >= p.Sentences[s].First && k > t.First-7; k-- {
		if p.Tokens[k].Char != 0 || p.TimeAt(k) >= 0 {
			return false
		}
		if p.spelled(k, "born") {
			return true
		}
	}
	return false
}

// spelled reports a word of a class as it is spelt, accents and all: "né" is
// not "ne".
func (p *Pass) spelled(token int, class string) bool {
	if p.ClassAt(token, class) != token+1 {
		return false
	}
	word := p.Words(p.Tokens[token].Span)
	for _, w := range p.Language.Class[class] {
		if strings.EqualFold(w, word) {
			return true
		}
	}
	return false
}

func (p *Pass) sentenceOpens(s int, class string) bool { return p.spelled(p.Sentences[s].First, class) }

func (p *Pass) agesIn(s int) []*mark.Age {
	var out []*mark.Age
	for i := range p.Ages {
		if a := &p.Ages[i]; p.Sentences[s].Contains(a.Span) {
			out = append(out, a)
		}
	}
	return out
}

// reckonAge compares an age with the years from a birth to the day it is told
// of: the publication, or the event that stands beside an age of that time.
func (p *Pass) reckonAge(a *mark.Age, birth *mark.Time) {
	at := p.Publication.Period
	because := []text.Span{birth.Span}
	s := p.SentenceAt(a.Start)
	from, to := p.timesAround(a.First)
	for k := from; k < to; k++ {
		t := &p.When[k]
		if t.Start == birth.Start || t.Type != mark.DateTime || t.Period.IsZero() || p.SentenceAt(t.Start) != s {
			continue
		}
		switch {
		case t.Written&mark.YearField == 0 && !a.Then:
			continue
		case !a.Then || t.Sense != mark.At || t.Guessed&mark.YearField != 0 || t.Grain > calendar.Year || max(t.First-a.Last, a.First-t.Last) > 6 || len(because) > 1:
			return
		}
		at, because = t.Period, append(because, t.Span)
	}
	if a.Then && len(because) == 1 || !a.Then && p.hasClass(s, "dead") || !at.Single() {
		return
	}
	high := at.To.Year - birth.Period.From.Year
	low := high - 1
	if at.From.Grain() == calendar.DayGrain && birth.Grain == calendar.OneDay {
		had := birth.Period.From
		had.Year = at.From.Year
		if had.First() > at.First()+1 {
			high--
		} else if had.First() < at.First()-1 {
			low++
		}
	}
	if a.Years >= low && a.Years <= high || high < 1 || apart(a.Years, high) > 30 {
		return
	}
	p.misreckoned(a.Span, a.Years, low, high, because...)
}

func (p *Pass) hasClass(s int, class string) bool {
	for i := p.Sentences[s].First; i < p.Sentences[s].Last; i++ {
		if p.ClassAt(i, class) > i {
			return true
		}
	}
	return false
}
