package checks

import (
	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules/calendar"
)

// wrongTenses reports what is told as past though its date is to come, and what
// is announced though its date is gone.
func (p *Pass) wrongTenses() {
	pub := p.Publication.Period
	if !pub.Single() || pub.From.Grain() != calendar.DayGrain || p.Publication.Origin == Window {
		return
	}
	today := pub.First()
	for i := range p.When {
		t := &p.When[i]
		if t.Type != mark.DateTime || t.Relative || t.Sense != mark.At || p.inQuote(t.Span) {
			continue
		}
		at, down, ok := meant(t, today)
		if !ok {
			continue
		}
		verb, note := text.Span{}, ""
		switch {
		case at.First() > today+1 && at.First() <= today+3650:
			verb, note = p.verbBefore(t, "happened"), "future"
		case at.Last() < today-1 && at.Last() >= today-200 && t.Grain == calendar.OneDay:
			verb, note = p.verbBefore(t, "coming"), "past"
		}
		if verb.Empty() {
			continue
		}
		p.Report(Finding{
			Span:        t.Span,
			Suggestions: p.yearBefore(t, at, note),
			About:       verb,
			Down:        down,
			Vars:        map[string]Said{"said": {Words: p.Words(verb.Join(t.Span))}, "when": {Period: pub}},
			Because:     []Evidence{{Span: verb, Note: note}},
		})
	}
}

// hasAny reports that a phrase of one of the classes begins at a token.
func (p *Pass) hasAny(token int, classes ...string) bool {
	for _, class := range classes {
		if p.ClassAt(token, class) > token {
			return true
		}
	}
	return false
}

// meant is when a time lies for sure: in the year that it writes or, where it
// writes none, within two months of the publication; for sure when its weekday
// fits as well.
func meant(t *mark.Time, today calendar.Day) (at calendar.Period, down int, ok bool) {
	switch {
	case t.Written&mark.YearField != 0:
		return t.Period, 0, !t.Period.IsZero()
	case t.Written&mark.DayField == 0 || t.Written&mark.MonthField == 0:
		return at, 0, false
	}
	for year := today.Date().Year - 1; year <= today.Date().Year+1; year++ {
		d := t.Date
		d.Year = year
		if !d.Valid() || apart(d.First(), today) > 60 {
			continue
		}
		if t.Written&mark.WeekdayField == 0 {
			return calendar.At(d), 1, true
		}
		return calendar.At(d), 0, d.First().Weekday() == t.Weekday
	}
	return at, 0, false
}

// verbBefore finds the words of a class that govern a time: they stand before
// it in the same clause, a few words away, with nothing that plans or supposes
// in the sentence.
func (p *Pass) verbBefore(t *mark.Time, class string) text.Span {
	s := p.SentenceAt(t.Start)
	if s < 0 {
		return text.Span{}
	}
	sentence := p.Sentences[s]
	for i := sentence.First; i < sentence.Last; i++ {
		if class == "happened" && p.ClassAt(i, "planning") > i || class == "coming" && p.hasAny(i, "happened", "once", "subordinator") {
			return text.Span{}
		}
	}
	for i := t.First - 1; i >= sentence.First && i > t.First-12; i-- {
		if c := p.Tokens[i].Char; c != 0 && c != '-' && c != '\'' {
			return text.Span{}
		}
		if i != t.First-1 && p.ClassAt(i, "subordinator") > i {
			return text.Span{}
		}
		if end := p.ClassAt(i, class); end > i && end <= t.First {
			return p.Over(i, end)
		}
		if p.TimeAt(i) >= 0 {
			return text.Span{}
		}
	}
	return text.Span{}
}

// yearBefore is a date to come that is told as past, in the year before, where
// that one is gone.
func (p *Pass) yearBefore(t *mark.Time, at calendar.Period, note string) []string {
	d := at.From
	d.Year--
	if note != "future" || t.Written&mark.YearField == 0 || t.Written&mark.WeekdayField != 0 || !at.Single() || !d.Valid() || d.First() > p.Publication.Period.First() {
		return nil
	}
	if words := p.redated(t, calendar.At(d)); words != "" {
		return []string{words}
	}
	return nil
}
