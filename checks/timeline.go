package checks

import (
	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// timeline finds times that contradict one another, or the publication date.
var timeline = Check{
	Name: "timeline",
	Doc:  "times of a story that cannot all be right",
	Vars: []string{"said", "known", "meant", "subject", "when"},
	New: func(*rules.Rule) (Judge, error) {
		return func(p *Pass) {
			for _, order := range orders {
				order(p)
			}
		}, nil
	},
}

// orders are the ways of holding times against one another.
var orders = []func(*Pass){
	(*Pass).apposedTimes,
	(*Pass).storyOffsets,
	(*Pass).deedOffsets,
	(*Pass).clockOffsets,
	(*Pass).backwardRanges,
	(*Pass).wrongTenses,
	(*Pass).anniversaries,
	(*Pass).jubilees,
	(*Pass).lives,
	(*Pass).sinceYears,
	(*Pass).knownEvents,
}

// apposedTimes holds a time counted from the publication up to the one beside
// it that says the same in other words: "l'année dernière, en 2021".
func (p *Pass) apposedTimes() {
	for i := 0; i+1 < len(p.When); i++ {
		a, b := &p.When[i], &p.When[i+1]
		if !p.apposed(a, b) {
			continue
		}
		counted, said := a, b
		if !isCounted(a) {
			counted, said = b, a
		}
		if !isCounted(counted) || isCounted(said) || counted.Period.IsZero() || said.Type != mark.DateTime || counted.Mod != "" && counted.Mod != "APPROX" {
			continue
		}
		if counted.Grain <= calendar.Week && p.inQuote(counted.Span) {
			continue // counted from the day it was said
		}
		if agrees, ok := tally(counted, said); !ok || agrees {
			continue
		}
		f := Finding{
			Span:    counted.Span.Join(said.Span),
			Vars:    map[string]Said{"said": {Words: p.Words(counted.Span.Join(said.Span))}, "known": {}, "meant": {Period: counted.Period}},
			Because: []Evidence{{Span: counted.Span, Note: "counted"}, {Span: said.Span, Note: "beside"}},
		}
		f.Suggestions = p.recount(f.Span, counted, said)
		if p.Publication.Origin == Window {
			f.Down = 1
		}
		p.Report(f)
	}
}

// isCounted reports a time worked out from the publication date alone.
func isCounted(t *mark.Time) bool {
	return t.Type == mark.DateTime && t.Relative && !t.NeedsStory && t.Guessed == 0 && t.Written&mark.WeekdayField == 0
}

// apposed reports whether a time stands right after another, parted by a comma
// or a bracket and small words at most.
func (p *Pass) apposed(a, b *mark.Time) bool {
	if b.First-a.Last > 3 || b.First < a.Last || p.SentenceAt(a.Start) != p.SentenceAt(b.Start) || b.Sense != mark.At || a.Sense != mark.At && a.Sense != mark.Since && a.Sense != mark.Until {
		return false
	}
	marks := 0
	for i := a.Last; i < b.First; i++ {
		switch p.Tokens[i].Char {
		case ',', '(', '—', '–':
			marks++
			continue
		case 0:
			if p.ClassAt(i, "apposing") > i {
				continue
			}
		}
		return false
	}
	return marks == 1
}

// tally compares a counted time with one said outright, with the room that
// rough counting takes: "ten years ago" is one year more or less. ok is false
// when the one said has no field to compare.
func tally(counted, said *mark.Time) (agrees, ok bool) {
	if counted.Grain == calendar.OneDay && said.Written&(mark.DayField|mark.WeekdayField) == 0 {
		return false, false // "en 2017, aujourd'hui": in these days
	}
	within := counted.Period.Widen(roomOf(counted))
	switch {
	case said.Written&mark.YearField != 0 && !said.Period.IsZero():
		return within.Overlaps(said.Period), true
	case said.Written&mark.MonthField != 0:
		d := said.Date
		for y := within.First().Date().Year; y <= within.Last().Date().Year; y++ {
			if d.Year = y; d.Valid() && within.Overlaps(calendar.At(d)) {
				return true, true
			}
		}
		return false, d.Valid()
	case said.Written == mark.WeekdayField && counted.Grain == calendar.OneDay && counted.Period.Single():
		return counted.Period.First().Weekday() == said.Weekday, true
	}
	return false, false
}

// roomOf is how many days a count may be off: none for "last year" and
// "yesterday", a unit for "three years ago", a tenth of a long count.
func roomOf(t *mark.Time) int {
	n, unit := t.Counted()
	switch {
	case unit.Days() == 7 && t.Named():
		return 6 // "la semaine passée" is any of the last seven days
	case t.Named() || unit == calendar.NoUnit:
		return 0
	}
	n = max(n, -n)
	units := 1 + n/20
	if unit == calendar.Decade {
		unit, units = calendar.Year, 1+n // "a decade ago" may be two years off, "three decades ago" four
	}
	if t.Mod == "APPROX" {
		units = 1 + n/4
	}
	if unit == calendar.OneDay && n == 1 {
		return 0
	}
	return units * max(unit.Days(), unit.Months()*30)
}

// backwardRanges reports ranges that end before they begin.
func (p *Pass) backwardRanges() {
	for i := range p.When {
		t := &p.When[i]
		if !t.Backward || t.Type != mark.Range {
			continue
		}
		parts := t.Parts()
		var because []Evidence
		for _, part := range parts {
			if part.Last > 0 {
				because = append(because, Evidence{Span: p.Over(part.First, part.Last), Note: "end"})
			}
		}
		if len(because) < 2 {
			continue
		}
		p.Report(Finding{
			Span:        t.Span,
			Vars:        map[string]Said{"said": {Words: p.Words(t.Span)}},
			Because:     because,
			Suggestions: p.turned(t),
		})
	}
}

// inQuote reports whether a stretch stands in a quotation.
func (p *Pass) inQuote(s text.Span) bool { return p.QuoteAt(p.TokenAt(s.Start)) >= 0 }
