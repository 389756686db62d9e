package checks

import (
	"recoupe/checks/text"
	"recoupe/rules/calendar"
)

// An Origin says where a publication date comes from.
type Origin string

// Origins of a publication date, the first that applies.
const (
	Given    Origin = "given"    // --date
	Declared Origin = "declared" // by the story's format
	Dateline Origin = "dateline" // "PARIS, 30 janvier 2023 -"
	Config   Origin = "config"   // the configuration's date
	Window   Origin = "window"   // when everything stated as current was true
	None     Origin = "none"
)

// A Publication is the date a story is read as of.
type Publication struct {
	Period    calendar.Period
	Origin    Origin
	Window    calendar.Period // when all that the story states as current was true; open ends where nothing bounds it
	Complete  bool            // no witness lies outside the window
	Witnesses []Witness
	Span      text.Span // of a dateline
}

// publication finds the date a story is read as of: given, declared, in the
// dateline, configured, or the window.
func (l *Linter) publication(r *Reading, given []Publication) Publication {
	p := Publication{Origin: None}
	p.Witnesses = l.witnesses(r)
	p.Window, p.Complete = window(p.Witnesses)
	for _, g := range given {
		if g.Origin == Given {
			p.Period, p.Origin = g.Period, Given
			return p
		}
	}
	if d, err := calendar.ParsePeriod(r.Meta["date"]); err == nil {
		p.Period, p.Origin = d, Declared
		return p
	}
	if d, span, ok := r.dateline(); ok {
		p.Period, p.Origin, p.Span = d, Dateline, span
		return p
	}
	for _, g := range given {
		p.Period, p.Origin = g.Period, g.Origin
		return p
	}
	if len(p.Witnesses) > 0 && !p.Window.IsZero() {
		p.Period, p.Origin = p.Window, Window
	}
	return p
}

// dateline finds a full date before the dash that ends a dateline, at the head
// of one of the first paragraphs.
func (r *Reading) dateline() (d calendar.Period, span text.Span, ok bool) {
	const reach = 14 // tokens
	for i := range r.Sentences {
		s := &r.Sentences[i]
		if s.Paragraph > 3 {
			break
		}
		if first := r.Paragraphs[s.Paragraph]; first.Start != s.Start || first.Role == text.Headline {
			continue
		}
		for t := s.First; t < min(s.Last, s.First+reach); t++ {
			if c := r.Tokens[t].Char; c != '-' && c != '–' && c != '—' || r.Tokens[t].Is(text.Glued) {
				continue
			}
			for k := range r.Times {
				if tm := &r.Times[k]; tm.First >= s.First && tm.Last <= t && tm.Period.Single() && tm.Period.From.Grain() == calendar.DayGrain && !tm.Relative {
					return tm.Period, tm.Span, true
				}
			}
			break
		}
	}
	return d, span, false
}
