package checks

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"recoupe/checks/mark"
	"recoupe/checks/text"
)

// jubilees holds an anniversary that something keeps of itself up to the year in
// which it began: "créée en 1954, la fanfare a célébré son cinquantenaire en
// 1999". A year more or less is let stand: feasts are moved.
func (p *Pass) jubilees() {
	for s := range p.Sentences {
		first, last := p.Sentences[s].First, p.Sentences[s].Last
		i, n, span := p.jubileeIn(first, last)
		if n == 0 {
			continue
		}
		founded := p.foundedIn(s, i)
		if founded == nil || founded.Date.Month == 2 && founded.Date.Day == 29 {
			continue // who is born on a leap day counts as they please
		}
		kept, when := p.Publication.Period.From.Year, text.Span{}
		if !p.Publication.Period.Single() {
			kept = 0
		}
		for k := p.TimeFrom(i); k < len(p.When) && p.When[k].First < last; k++ {
			if t := &p.When[k]; t.Type == mark.DateTime && t.Written&mark.YearField != 0 && t.Period.From.Year == t.Period.To.Year {
				kept, when = t.Period.From.Year, t.Span
				break
			}
		}
		if kept == 0 || apart(kept-founded.Period.From.Year, n) <= 1 || kept < founded.Period.From.Year {
			continue
		}
		f := Finding{
			Span: span, About: founded.Span,
			Vars:    map[string]Said{"said": {Words: p.Words(span)}, "known": {Period: founded.Period}},
			Because: []Evidence{{Span: founded.Span, Note: "recalled"}},
		}
		if !when.Empty() {
			f.Span = when
			f.Suggestions = []string{p.replace(when, p.yearSpan(when), strconv.Itoa(founded.Period.From.Year+n))}
			f.Because = append(f.Because, Evidence{Span: span, Note: "beside"})
		}
		p.Report(f)
	}
}

// jubileeIn finds "its centenary", "son 50e anniversaire" in a sentence, with the
// number of years; the possessive says that it is of whoever the sentence is about.
func (p *Pass) jubileeIn(first, last int) (at, years int, span text.Span) {
	for i := first; i+1 < last; i++ {
		if p.ClassAt(i, "possessive") != i+1 {
			continue
		}
		for _, class := range p.jubileeClasses() {
			if end := p.ClassAt(i+1, class); end > 0 && end < last && p.ClassAt(end, "of") == 0 {
				n, _ := strconv.Atoi(strings.TrimPrefix(class, jubilee))
				return end, n, p.Over(i+1, end)
			}
		}
		for j := i + 2; j < min(last, i+5); j++ {
			if end := p.ClassAt(j, "anniversary"); end > 0 {
				if n, count := p.countBefore(j); n > 1 && (end >= last || p.ClassAt(end, "of") == 0) {
					return end, n, count.Join(p.Tokens[end-1].Span)
				}
				break
			}
		}
	}
	return 0, 0, span
}

// jubilee opens the names of the classes of words that count an anniversary
// themselves: jubilee-100 holds centenary.
const jubilee = "jubilee-"

func (p *Pass) jubileeClasses() []string {
	var out []string
	for _, class := range slices.Sorted(maps.Keys(p.Language.Class)) {
		if strings.HasPrefix(class, jubilee) {
			out = append(out, class)
		}
	}
	return out
}

// foundedIn is the year in which what a sentence is about began, told in it
// before a token or in the sentence before; nil where there is none, or more.
func (p *Pass) foundedIn(s, before int) *mark.Time {
	var out *mark.Time
	for k := p.TimeFrom(p.Sentences[s].First); k < len(p.When) && p.When[k].First < before; k++ {
		t := &p.When[k]
		if t.Type != mark.DateTime || t.Written&mark.YearField == 0 || t.Period.From.Year != t.Period.To.Year {
			continue
		}
		if p.stepBefore(t, "beginning").Empty() {
			continue
		}
		if out != nil {
			return nil
		}
		out = t
	}
	return out
}

// yearSpan is the last number of a date: its year.
func (p *Pass) yearSpan(date text.Span) text.Span {
	out := date
	for i := p.TokenAt(date.Start); i < len(p.Tokens) && p.Tokens[i].End <= date.End; i++ {
		if p.Tokens[i].Kind == text.Number {
			out = p.Tokens[i].Span
		}
	}
	return out
}
