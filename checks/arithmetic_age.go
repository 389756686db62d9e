package checks

import (
	"strings"

	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules/calendar"
)

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
		if len(ages) == 1 {
			p.reckonAge(ages[0], birth)
		} else if len(ages) == 0 {
			p.reckonAgeElsewhere(i, s)
		}
	}
}

// reckonAgeElsewhere holds the only birth of a story against the age that a
// sentence gives somebody whom it does not name, or names as the birth does: "À
// 61 ans, l'ancienne élève …", "He was 68."
func (p *Pass) reckonAgeElsewhere(birth, at int) {
	for i := range p.When {
		if i != birth && p.isBirth(&p.When[i]) {
			return
		}
	}
	var found *mark.Age
	for s := range p.Sentences {
		if s == at || p.isHead(p.Sentences[s].Paragraph) {
			continue
		}
		if a := p.openingAge(s); a != nil && (found == nil || found.Years != a.Years) {
			if found != nil {
				return
			}
			found = a
		}
	}
	if found == nil || found.Years < 15 {
		return
	}
	now := *found
	now.Then = false
	p.reckonAge(&now, &p.When[birth])
}

// subjectReach is how far after an age the one it is told of is named.
const subjectReach = 8

// openingAge is the age of today that a sentence opens with.
func (p *Pass) openingAge(s int) *mark.Age {
	first, last := p.Sentences[s].First, p.Sentences[s].Last
	ages := p.agesIn(s)
	if len(ages) != 1 || ages[0].First-first > 2 || p.QuoteAt(first) >= 0 {
		return nil
	}
	a := ages[0]
	for i := a.Last; i < min(last, a.Last+12); i++ {
		if p.Is(i, "auxiliary") || p.spelled(i, "had_been") {
			return nil // a life told: "À 20 ans, il a quitté …"
		}
	}
	for _, n := range p.Names[p.NameFrom(first):] {
		if n.First >= min(last, a.Last+subjectReach) {
			break
		}
		if !p.isPlace(n) && !p.isKnown(n) {
			return nil
		}
	}
	return a
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

// agesIn are the ages of a sentence, with those that are bare numbers: "who is
// 84,".
func (p *Pass) agesIn(s int) []*mark.Age {
	var out []*mark.Age
	for i := range p.Ages {
		if a := &p.Ages[i]; p.Sentences[s].Contains(a.Span) {
			out = append(out, a)
		}
	}
	if len(out) > 0 {
		return out
	}
	for i := p.QuantityFrom(p.Sentences[s].First); i < len(p.Quantities) && p.Quantities[i].First < p.Sentences[s].Last; i++ {
		if q := &p.Quantities[i]; p.bareAge(q) {
			out = append(out, &mark.Age{Span: q.Span, First: q.First, Last: q.Last, Years: int(q.Low)})
		}
	}
	return out
}

// bareAge reports a number that is an age by the words around it: "who is 84,".
func (p *Pass) bareAge(q *mark.Quantity) bool {
	return q.Unit == "" && q.Head < 0 && plainCount(q) && !q.Worded && q.Low >= 15 && q.Low <= 112 && q.First > 0 && q.Last < len(p.Tokens) &&
		p.endsAt("is_aged", q.First, 3) && (p.Tokens[q.Last].Char == ',' || p.Tokens[q.Last].Char == '.' || p.Is(q.Last, "and"))
}

// reckonAge compares an age with the years from a birth to the day it is told
// of: the publication, or the event that stands beside an age of that time.
func (p *Pass) reckonAge(a *mark.Age, birth *mark.Time) {
	at := p.Publication.Period
	because := []text.Span{birth.Span}
	s := p.SentenceAt(a.Start)
	from, to := p.timesAround(a.First)
	if p.endsAt("is_aged", a.First, 3) && !a.Then {
		from = to // "who is 84" is said of today, whatever else the sentence dates
	}
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
