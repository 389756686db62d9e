package checks

import (
	"slices"
	"strconv"

	"recoupe/checks/mark"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// A slip is a date of the story that comes close to that of an event which its
// words tell, and on which the book knows nothing that they could tell instead.
type slip struct {
	fact *rules.Fact
	clue telling
	kind closeness
}

// A closeness is how a date comes close to another.
type closeness uint8

// Ways of coming close, the closer the date the fewer words it takes: a day of
// the year is right by chance once in 365 times, a month once in twelve, and a
// year says nothing.
const (
	otherYear      closeness = iota // 9 November 1990
	otherMonth                      // 17 June 2014
	otherDay                        // 15 November 2015
	rangeOtherYear                  // from February to December 1917
	monthOtherYear                  // October 2003
	otherYearAlone                  // 1988
)

// short is how many days an event lasts at most that a date tells.
const short = 100

// byTheDay are the kinds of events that are told by their day and no other: a death
// has its finding, a treaty its signing, an election its second round.
var byTheDay = []string{"attack", "disaster", "war", "space", "sport", "referendum", "coup"}

// plenty is how much words tell of an event that nobody can mistake.
const plenty = 30

// yearsOff is how many years a slip is off at most.
const yearsOff = 12

// enough reports whether words tell enough of an event for a date that comes
// close to its own to be a slip.
func (c closeness) enough(t telling) bool {
	if t.here == 0 {
		return false
	}
	switch c {
	case otherYear:
		return t.bits >= 11 && (t.told > 0 || t.groups > 1 || t.bits >= 14)
	case rangeOtherYear:
		return t.bits >= 9
	case otherMonth:
		return t.named && t.bits >= 16
	case otherDay:
		return t.named && t.bits >= 24 && t.groups+t.told > 1
	case monthOtherYear:
		return (t.named || t.told > 2 && t.acts > 1) && (t.bits >= 18 && t.told > 0 && t.groups+t.told > 1 || t.named && t.plain > 0 && t.groups > 1 && t.here >= 16)
	}
	return t.named && t.alone && t.bits >= 24 || t.named && t.near > 1 && t.acts > 0 && t.bits >= 28
}

// slips reports dates that are slips. Times that a claim settled are left alone.
func (p *Pass) slips(settled []bool) {
	var events []*rules.Entity
	for i := range p.When {
		t := &p.When[i]
		if settled[i] || !p.mayBeSlip(t) {
			continue
		}
		var w *surroundings
		if t.Period.From.Month == 0 {
			if w = p.surroundingsOf(t); w == nil {
				continue
			}
		}
		if events = p.maybeMeant(events[:0], t, w); !slices.ContainsFunc(events, func(e *rules.Entity) bool { _, ok := closeTo(t, e); return ok }) {
			continue
		}
		if w == nil {
			w = p.surroundingsOf(t)
		}
		if w == nil {
			continue
		}
		if best, ok := p.slipOf(t, w, events); ok {
			p.reportSlip(t, best)
		}
	}
}

// mayBeSlip reports whether a time is a date with its year, told as something
// gone by, in the story's own words.
func (p *Pass) mayBeSlip(t *mark.Time) bool {
	if t.Type != mark.DateTime && t.Type != mark.Range || t.Relative || t.Guessed != 0 || t.Mod != "" || t.Backward || t.Sense != mark.At ||
		!t.Writes(mark.YearField) || p.inQuote(t.Span) || p.inEvent(t) {
		return false
	}
	from, to := t.Period.From, t.Period.To
	switch t.Type {
	case mark.DateTime:
		if !t.Period.Single() {
			return false
		}
	case mark.Range:
		if from.Year != to.Year || from.Month == 0 || to.Month == 0 {
			return false
		}
	}
	pub := p.Publication.Period
	return pub.IsZero() || from.Year < pub.From.Year
}

// slipOf is the one event that a time comes close to and its surroundings tell.
func (p *Pass) slipOf(t *mark.Time, w *surroundings, events []*rules.Entity) (best slip, ok bool) {
	several, pub := false, p.Publication.Period
	for _, e := range events {
		c, close := closeTo(t, e)
		if !close || !w.mayTell(p, e) {
			continue // as most
		}
		f := p.tookPlaceOf(e)
		if f == nil || !f.Certain() || f.Value.Period.Overlaps(t.Period) || !pub.IsZero() && f.Value.Period.First() > pub.Last() {
			continue
		}
		tells := w.tells(p, e)
		if !c.enough(tells) || c >= monthOtherYear && tells.acts == 0 && p.yearSaidAgain(t) {
			continue
		}
		switch {
		case best.fact == nil || tells.bits > best.clue.bits:
			several = best.fact != nil && tells.bits < best.clue.bits+4 && !together(t, best.fact, f)
			best = slip{f, tells, c}
		case tells.bits+4 > best.clue.bits && !together(t, best.fact, f):
			several = true
		}
	}
	if best.fact == nil || several || 2*p.otherwise(t, w, events) > best.clue.bits || best.kind != otherYear && p.ordered(best.clue.token, t) || p.commemorates(t, w, best.fact) || p.toldElsewhere(t, best.fact) {
		return best, false
	}
	return best, true
}

// otherwise is the most that surroundings tell of one of some events that a time fits.
func (p *Pass) otherwise(t *mark.Time, w *surroundings, events []*rules.Entity) (most int) {
	for _, e := range events {
		if !e.Exists.Overlaps(t.Period) {
			continue
		}
		if f := p.tookPlaceOf(e); f != nil && f.Value.Period.Overlaps(t.Period) && f.Value.Period.Last()-f.Value.Period.First() < short {
			most = max(most, w.tells(p, e).bits)
		}
	}
	return most
}

// together reports whether two events fall together, as closely as a time tells:
// whichever is meant, the date is the same.
func together(t *mark.Time, a, b *rules.Fact) bool {
	x, y := a.Value.Period, b.Value.Period
	return x.Overlaps(y) || t.Written&mark.DayField == 0 && x.From.Year == y.From.Year && (x.From.Month == y.From.Month || t.Written&mark.MonthField == 0)
}

// tookPlaceOf is when an event took place, where the book says it once.
func (p *Pass) tookPlaceOf(e *rules.Entity) *rules.Fact {
	if facts := p.Book.Of(e, rules.TookPlace); len(facts) == 1 {
		return facts[0]
	}
	return nil
}

func (p *Pass) reportSlip(t *mark.Time, s slip) {
	known := s.fact.Value.Period
	f := Finding{
		Span: t.Span, About: s.clue.at, Yields: true,
		Vars:    map[string]Said{"subject": {Entity: s.fact.Subject}, "said": {Words: p.Words(t.Span)}, "known": {Period: known}},
		Because: []Evidence{{Fact: s.fact}, {Span: s.clue.at}},
	}
	if s.kind != otherYear && s.clue.bits < plenty {
		f.Down = 1
	}
	words := ""
	if s.kind == rangeOtherYear {
		words = p.inYear(t, known.From.Year)
	} else {
		words = p.redated(t, calendar.At(known.From))
	}
	if words != "" {
		f.Suggestions = []string{words}
	}
	p.Report(f)
}

// inYear is a stretch of months in another year.
func (p *Pass) inYear(t *mark.Time, year int) string {
	var parts []swap
	for _, part := range t.Parts() {
		if part.YearAt >= 0 && !part.Numeric && t.First <= part.YearAt && part.YearAt < t.Last {
			parts = append(parts, swap{p.Tokens[part.YearAt].Span, strconv.Itoa(year)})
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return p.replaced(t.Span, parts)
}
