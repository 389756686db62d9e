package checks

import (
	"recoupe/checks/claim"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// mourning is the time in days after a death in which copy may still quote.
const mourning = 7

// alive judges what only the living do at the time of the story: the dead do not
// speak on Monday. Anything told of a time when they lived passes.
func (h *hearing) alive() Judged {
	c := h.claim
	if !c.Voice.Own() || c.Voice&(claim.Then|claim.Quoted) != 0 {
		return unknown(whyVoice)
	}
	now, dated := h.asOf()
	if h.ofAnother() {
		return unknown(whyNothing)
	}
	if !dated || now.From.IsZero() || c.Relation() == "alive" && !h.datedNow(now) {
		return unknown(whyNothing)
	}
	var right []*rules.Fact
	for _, person := range c.Subject.Entities {
		died := h.Book.Of(person, rules.Died)
		if len(died) == 0 {
			return unknown(whyNothing) // no death in the book proves no life
		}
		for _, f := range died {
			if f.Value.Period.Last()+mourning >= now.First() || h.datedWithin(f.Value.Period.Last()) {
				return unknown(whyReadings)
			}
			right = append(right, f)
		}
	}
	if len(right) == 0 {
		return unknown(whyNoFact)
	}
	f := Finding{
		Span: c.Subject.Span, About: c.Span, RestsOnDate: true,
		Vars:    map[string]Said{"subject": {Entity: right[0].Subject}, "said": {Words: h.Words(c.Span)}, "known": {Period: right[0].Value.Period}, "when": {Period: now}},
		Because: []Evidence{{Fact: right[0]}},
		Down:    h.steps(true, right...),
	}
	return h.contradicted(f)
}

// datedWithin reports whether the words of the claim hold a date on or before a day.
func (h *hearing) datedWithin(day calendar.Day) bool {
	for i := range h.When {
		if t := &h.When[i]; h.claim.Span.Contains(t.Span) && !t.Period.IsZero() && t.Period.First() <= day {
			return true
		}
	}
	return false
}

// aged judges the age given to a person at the time of the story: what the birth
// date allows, with a year's grace where its day is not known.
func (h *hearing) aged() Judged {
	c := h.claim
	if !c.Voice.Own() || !exact(c.Quantity) || c.Quantity.Ordinal || c.Quantity.Unit != "year" && !(c.Set["age"] != "" && c.Quantity.Unit == "") || c.Quantity.Low > 120 {
		return unknown(whyVoice)
	}
	if h.ofAnother() {
		return unknown(whyNothing)
	}
	now, dated := h.told()
	if !dated || now.From.IsZero() || now.To.IsZero() {
		return unknown(whyNoDate)
	}
	var right []*rules.Fact
	var years [2]int // the least and the greatest age that would be right
	for _, person := range c.Subject.Entities {
		born := h.Book.Of(person, rules.Born)
		if len(born) == 0 {
			return unknown(whyNoFact)
		}
		for _, f := range born {
			at := now
			for _, died := range h.Book.Of(person, rules.Died) {
				if died.Value.Period.Last() < at.First() && c.Set["age"] != "now" {
					at = died.Value.Period // "mort à 90 ans"
				}
			}
			if at != now && !h.mourned() {
				continue // an age is given to the living; a story of the dead says so
			}
			low, high := ages(f.Value.Period, at)
			if age := int(c.Quantity.Low); low-1 <= age && age <= high+1 {
				return confirmed(f)
			}
			right, years = append(right, f), [2]int{low, high}
		}
	}
	if len(right) == 0 {
		return h.alive()
	}
	f := Finding{
		Span: c.Quantity.Span, Phrase: h.numberPhrase(c.Quantity), About: c.Subject.Span, RestsOnDate: true,
		Vars:    map[string]Said{"subject": {Entity: right[0].Subject}, "said": {Words: h.Words(c.Quantity.Span)}, "known": {Period: right[0].Value.Period}, "when": {Period: now}},
		Because: []Evidence{{Fact: right[0]}},
		Down:    h.steps(true, right...),
	}
	for age := years[0]; len(right) == 1 && h.Language != nil && age <= min(years[1], years[0]+1); age++ {
		f.Suggestions = append(f.Suggestions, h.sayLike(c.Quantity, float64(age)))
	}
	return h.contradicted(f)
}

// ofAnother reports whether the person is named to say who another is: "the
// youngest of the children of X", "X's mother died".
func (h *hearing) ofAnother() bool {
	s := h.claim.Subject
	return h.Is(s.First-1, "of") || h.Is(s.Last, "genitive") || h.Is(s.Last-1, "genitive")
}

// mourned reports whether the story speaks of a death.
func (h *hearing) mourned() bool {
	for i := range h.Tokens {
		if h.Is(i, "death") {
			return true
		}
	}
	return false
}

// ages is the least and the greatest age on some day of a period.
func ages(born, at calendar.Period) (low, high int) {
	return years(born.Last(), at.First()), years(born.First(), at.Last())
}

// years counts the whole years from one day to another.
func years(from, to calendar.Day) int {
	a, b := from.Date(), to.Date()
	n := b.Year - a.Year
	if b.Month < a.Month || b.Month == a.Month && b.Day < a.Day {
		n--
	}
	return n
}

// dated judges the year, month or day of a birth or a death.
func (h *hearing) dated(relation string) Judged {
	if h.Is(h.claim.Subject.Last, "genitive") {
		return unknown(whyReadings) // "X's mother died in 2013" is not of X
	}
	c := h.claim
	t, ok := h.time()
	if !c.Voice.Own() || !ok || t.Relative || t.Guessed != 0 || h.ofAnother() {
		return unknown(whyNoDate)
	}
	var wrong []*rules.Fact
	for _, person := range c.Subject.Entities {
		facts := h.Book.Of(person, relation)
		if len(facts) == 0 {
			return unknown(whyNoFact)
		}
		for _, f := range facts {
			if f.Value.Period.Overlaps(t.Period) {
				return confirmed(f)
			}
			wrong = append(wrong, f)
		}
	}
	known := likeliest(t, wrong)
	f := Finding{
		Span: t.Span, About: c.Subject.Span,
		Vars:    map[string]Said{"subject": {Entity: known.Subject}, "said": {Words: h.Words(t.Span)}, "known": {Period: known.Value.Period}},
		Because: []Evidence{{Fact: known}},
		Down:    h.steps(false, known),
	}
	if s := h.redate(t, known.Value.Period); s != "" {
		f.Suggestions = []string{s}
	}
	return h.contradicted(f)
}

func (h *hearing) born() Judged { return h.dated(rules.Born) }
func (h *hearing) died() Judged { return h.dated(rules.Died) }
