package checks

import (
	"recoupe/checks/claim"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// youngest is the age from which a bare number beside a name may be one.
const youngest = 12

// aged judges the age given to a person at the time of the story: what the birth
// date allows, with a year's grace where its day is not known.
func (h *hearing) aged() Judged {
	c := h.claim
	if !c.Voice.Own() || !exact(c.Quantity) || c.Quantity.Ordinal || c.Quantity.Unit != "year" && !(h.bareAge() && c.Quantity.Unit == "") || c.Quantity.Low > 120 {
		return unknown(whyVoice)
	}
	if h.ofAnother() || h.closesAside() || h.partOfThing(c.Subject) || h.bareAge() && c.Quantity.Low < youngest {
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
			least, most := h.leeway(f, at)
			if age := int(c.Quantity.Low); least <= age && age <= most {
				return confirmed(f)
			}
			right, years = append(right, f), [2]int{low, high}
		}
	}
	if len(right) == 0 {
		return h.alive()
	}
	// A younger age may be that of a time told before: "à 39 ans, il est élu".
	if c.Set["age"] == "present" && int(c.Quantity.Low) < years[0] && !h.datedNow(now) {
		return unknown(whyReadings)
	}
	f := Finding{
		Span: c.Quantity.Span, Phrase: h.numberPhrase(c.Quantity), About: c.Subject.Span, RestsOnDate: true,
		Vars:    map[string]Said{"subject": {Entity: right[0].Subject}, "said": {Words: h.Words(c.Quantity.Span)}, "known": {Fact: right[0]}, "when": {Period: now}},
		Because: []Evidence{{Fact: right[0]}},
		Down:    h.steps(true, right...),
	}
	if c.When != nil && c.When.Margin < claim.Sure {
		f.Down-- // the age was held against the day of the story, not against that time
	}
	for age := years[0]; len(right) == 1 && h.Language != nil && age <= min(years[1], years[0]+1); age++ {
		f.Suggestions = append(f.Suggestions, h.sayLike(c.Quantity, float64(age)))
	}
	return h.contradicted(f)
}

// closesAside reports whether the person's name ends an aside in what is told of
// another: "Kim Jong-il, au pouvoir depuis la mort de son père, Kim Il-sung, est mort".
func (h *hearing) closesAside() bool {
	s := h.claim.Subject
	if s.Last >= len(h.Tokens) || h.Tokens[s.Last].Char != ',' || h.ClassAt(s.Last+1, "dies") == 0 {
		return false
	}
	for i := h.Sentences[h.claim.Sentence].First; i < s.First; i++ {
		if h.Tokens[i].Char == ',' {
			return true
		}
	}
	return false
}

// bareAge reports whether the wording gives an age without its unit.
func (h *hearing) bareAge() bool {
	return h.claim.Set["age"] == "bare" || h.claim.Set["unit"] == "none"
}

// leeway is the least and the greatest age that copy may give somebody at a
// time: a year's grace, and none but a week's where both days are certain.
// "Fête ses 40 ans" may be told all year.
func (h *hearing) leeway(born *rules.Fact, at calendar.Period) (least, most int) {
	const days = 7
	b := born.Value.Period
	least, most = ages(b, at)
	if !born.Certain() || b.From.Day == 0 || !at.Single() || at.From.Day == 0 {
		return least - 1, most + 1
	}
	least, most = ages(b, at.Widen(days))
	if h.claim.Set["age"] == "now" {
		most = max(most, at.From.Year-b.From.Year)
	}
	return least, most
}

// ofAnother reports whether the person is named to say who another is: "the
// youngest of the children of X", "X's mother died".
func (h *hearing) ofAnother() bool {
	s := h.claim.Subject
	return h.Is(s.First-1, "of") || h.Is(s.Last, "genitive") || h.Is(s.Last-1, "genitive")
}

// mourned reports whether the story speaks of a death.
func (h *hearing) mourned() bool {
	return h.anywhere("death") || h.anywhere("dies")
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
		Vars:    map[string]Said{"subject": {Entity: known.Subject}, "said": {Words: h.Words(t.Span)}, "known": {Fact: known}},
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
