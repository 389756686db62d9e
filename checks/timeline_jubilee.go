package checks

import (
	"strconv"

	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
)

// jubilees holds an anniversary that something keeps of itself up to the year in
// which it began: "créée en 1954, la fanfare a célébré son cinquantenaire en
// 1999". A year more or less is let stand: feasts are moved.
func (p *Pass) jubilees() {
	for k := range p.Hits {
		n, span := p.jubileeAt(&p.Hits[k])
		if n == 0 {
			continue
		}
		i, s := p.Hits[k].Last, p.SentenceAt(p.Tokens[p.Hits[k].First].Start)
		if s < 0 {
			continue
		}
		last := p.Sentences[s].Last
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

// jubileeKeys are the classes of words that count an anniversary themselves, and
// the years that each counts: centenary.
var jubileeKeys = func() map[uint64]int {
	out := map[uint64]int{}
	for _, years := range []int{25, 50, 60, 100, 150, 200, 300} {
		out[rules.ClassKey("jubilee-"+strconv.Itoa(years))] = years
	}
	return out
}()

// jubileeAt reads "its centenary", "son 50e anniversaire" where a phrase stands,
// with the number of years; the possessive says that it is of whoever the
// sentence is about.
func (p *Pass) jubileeAt(h *mark.Hit) (years int, span text.Span) {
	own := h.First > 0 && p.Is(h.First-1, "possessive")
	ordinal := !own && h.Has(anniversary)
	if !own && !ordinal || h.Last < len(p.Tokens) && p.ClassAt(h.Last, "of") > 0 {
		return 0, span
	}
	if own {
		for i := range h.Labels {
			if n := jubileeKeys[h.Labels[i].Key]; n > 0 {
				return n, p.Over(h.First, h.Last)
			}
		}
		return 0, span
	}
	for j := h.First - 2; j >= max(0, h.First-4); j-- {
		if p.Is(j, "possessive") {
			if n, count := p.countBefore(h.First); n > 1 {
				return n, count.Join(p.Tokens[h.Last-1].Span)
			}
		}
	}
	return 0, span
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
		if p.wordBefore(t, "beginning").Empty() {
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
