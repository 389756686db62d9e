package checks

import (
	"recoupe/checks/claim"
	"recoupe/checks/text"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// interval judges how long after an event a story says that it is written: "dix
// ans après la chute du Mur, …". Only a phrase that opens a sentence of the
// present is held against the publication date; one in a narrative dates
// something else.
func (h *hearing) interval() Judged {
	c := h.claim
	pub, dated := h.asOf()
	if !c.Voice.Own() || c.Voice&claim.Quoted != 0 || c.When == nil || !dated || !pub.Single() {
		return unknown(whyNoDate)
	}
	t := &h.When[c.When.Time]
	n, unit, ok := t.Offset()
	if !ok {
		n, unit, ok = t.Length()
	}
	if !ok || n <= 0 || !h.opensPresent(t.First) {
		return unknown(whyNoDate)
	}
	var wrong []*rules.Fact
	for _, e := range c.Subject.Entities {
		for _, f := range h.Book.Of(e, rules.TookPlace) {
			from := f.Value.Period
			if from.From.Grain() < calendar.MonthGrain {
				return unknown(whyNoFact)
			}
			if to := elapsed(from, n, unit); to.Overlaps(pub) {
				return confirmed(f)
			}
			wrong = append(wrong, f)
		}
	}
	if len(wrong) == 0 {
		return unknown(whyNoFact)
	}
	f := Finding{
		Span: t.Span, About: c.Subject.Span, RestsOnDate: true,
		Vars: map[string]Said{"subject": {Entity: wrong[0].Subject}, "said": {Words: h.Words(t.Span)}, "known": {Period: wrong[0].Value.Period}, "when": {Period: pub}},
		Down: h.steps(true, wrong...) + 1,
	}
	if s := h.elapsedWords(t, wrong[0].Value.Period.From, pub.From, unit); len(wrong) == 1 && s != "" {
		f.Suggestions = []string{s}
		if end := h.ClassAt(t.Last, "ordering_after"); end > t.Last {
			f.Phrase = h.Over(t.First, end)
		}
	}
	for _, w := range wrong {
		f.Because = append(f.Because, Evidence{Fact: w})
	}
	return h.contradicted(f)
}

// elapsed is the time in which copy may say "n units after": from half a unit
// early, as anniversaries are told ahead, to the end of the unit, and as much
// for a unit's doubt. From a year on months are counted by halves of years: "un
// an et demi" is said after sixteen months.
func elapsed(event calendar.Period, n int, unit calendar.Unit) calendar.Period {
	days := daysOf(unit)
	doubt := days / 2
	if unit == calendar.Month && n >= 12 {
		doubt = 3 * days
	}
	from := event.First() + calendar.Day(n*days-doubt)
	to := event.Last() + calendar.Day((n+1)*days+doubt)
	return calendar.Between(from, to)
}

// daysOf is the length of a unit, in days.
func daysOf(u calendar.Unit) int {
	switch u {
	case calendar.Year:
		return 366
	case calendar.Month:
		return 31
	case calendar.Week:
		return 7
	case calendar.Fortnight:
		return 14
	case calendar.Decade:
		return 3653
	}
	return 1
}

// opensPresent reports whether a phrase opens its sentence, no other time stands
// in the sentence, and no auxiliary of the past.
func (h *hearing) opensPresent(token int) bool {
	s := h.Sentences[h.claim.Sentence]
	if token > s.First+2 || h.Paragraphs[s.Paragraph].Role == text.Crosshead {
		return false
	}
	if i := h.TimeFrom(s.First); i+1 < len(h.Times) && h.Times[i+1].First < s.Last {
		return false
	}
	for i := s.First; i < s.Last; i++ {
		if h.Is(i, "past") {
			return false
		}
	}
	return true
}
