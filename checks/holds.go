package checks

import (
	"slices"

	"recoupe/checks/claim"
	"recoupe/checks/mark"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// holds judges who is said to hold an office. The claim passes if any reading of
// office and person was true at the told time or at publication; it is wrong
// only where the book is complete and every reading contradicts.
func (h *hearing) holds() Judged {
	c := h.claim
	if !c.Voice.Own() || c.Voice&(claim.Acting|claim.Elect) != 0 || c.Set["list"] != "" && len(h.tenures()) == 0 {
		return h.onlyConfirm(whyVoice)
	}
	if c.Value == nil || len(c.Value.Entities) == 0 {
		return unknown(whyNoFact)
	}
	if h.leaving() || c.Value.Weak && h.Is(c.Value.First, "namesake_given") { // "le roi des Belges, Philippe"
		return h.onlyConfirm(whyVoice)
	}
	now, dated := h.asOf()
	if !dated {
		return h.onlyConfirm(whyNoDate)
	}
	for _, reading := range h.offices() {
		for _, person := range c.Value.Entities {
			f, why := h.holder(reading, person, now)
			if f != nil && why == "" {
				return confirmed(f)
			}
			if why != "" {
				return h.onlyConfirm(why)
			}
		}
	}
	if f := h.elsewhere(now); f != nil {
		return Judged{Verdict: Contradicted, Fact: f} // nationality tells it
	}
	return h.accuse(now)
}

// onlyConfirm confirms a claim that some reading bears out at the told times,
// and else leaves it unknown.
func (h *hearing) onlyConfirm(why string) Judged {
	now, dated := h.asOf()
	for _, f := range h.tenures() {
		if dated && f.During.Overlaps(now) || h.narrated(f.During) {
			return confirmed(f)
		}
	}
	return unknown(why)
}

// offices are the readings of the office. A title without its place may mean any
// office of that title that the person ever held.
func (h *hearing) offices() []*rules.Entity {
	if s := h.claim.Subject; len(s.Of) > 0 || s.Title == nil {
		return s.Entities
	}
	if own := h.owned(); len(own) > 0 {
		return own
	}
	var out []*rules.Entity
	for _, f := range h.tenures() {
		if !slices.Contains(out, f.Subject) {
			out = append(out, f.Subject)
		}
	}
	return out
}

// tenures are all facts that any reading of the person held any reading of the office.
func (h *hearing) tenures() []*rules.Fact {
	var out []*rules.Fact
	if h.claim.Value == nil {
		return nil
	}
	for _, person := range h.claim.Value.Entities {
		for _, f := range h.Book.With(person, rules.Holds) {
			if h.about(f.Subject) {
				out = append(out, f)
			}
		}
	}
	return out
}

// about reports whether the claim's subject is an office, what it is an office of,
// or the person whose offices are meant.
func (h *hearing) about(office *rules.Entity) bool {
	switch s := h.claim.Subject; s.Kind {
	case rules.Office:
		return s.Names(office)
	case rules.Organisation, rules.Country, rules.City:
		return office.Of != nil && s.Names(office.Of)
	}
	return h.claim.Subject == h.claim.Value
}

// holder looks for a tenure that makes one reading true. Without one, why says
// what keeps the reading from being wrong; empty when nothing does.
func (h *hearing) holder(office, person *rules.Entity, now calendar.Period) (f *rules.Fact, why string) {
	voice := h.claim.Voice
	for _, f := range h.Book.Of(office, rules.Holds) {
		if f.Value.Entity != person {
			continue
		}
		during := f.During.Widen(f.Slack())
		switch {
		case voice&claim.Former != 0:
			if !f.During.To.IsZero() && f.During.To.First() <= now.Last()+calendar.Day(f.Slack()) {
				return f, ""
			}
		case voice&claim.Then != 0:
			if f.During.First() <= now.Last() {
				return f, ""
			}
		case during.Overlaps(now) || h.narrated(during):
			return f, ""
		}
	}
	if !h.Book.Ask(office, rules.Holds, now).Closed {
		return nil, whyOpenTable
	}
	if voice&(claim.Former|claim.Then) != 0 && !h.everClosed(office, person) {
		return nil, whyOpenTable
	}
	if h.claim.When != nil && !h.Book.Ask(office, rules.Holds, h.When[h.claim.When.Time].Period).Closed {
		return nil, whyOpenTable
	}
	return nil, ""
}

// everClosed reports whether the office's table reaches back to the person's youth.
func (h *hearing) everClosed(office, person *rules.Entity) bool {
	for _, f := range h.Book.Of(person, rules.Born) {
		if y := f.Value.Period.From.Year; y > 0 && office.Since.Year > 0 && office.Since.Year <= y+30 {
			return true
		}
	}
	return false
}

// narrated reports whether the story, near the claim, speaks of a time that
// overlaps a tenure: its own date, or any date of its paragraph or the one before.
func (h *hearing) narrated(during calendar.Period) bool {
	para, fresh := h.Sentences[h.claim.Sentence].Paragraph, h.ofTheNews()
	from, to := h.timesAround(h.Sentences[h.claim.Sentence].First)
	for i := from; i < to; i++ {
		t := &h.When[i]
		if t.Period.IsZero() || t.Sense == mark.Since || fresh && h.SentenceAt(t.Start) != h.claim.Sentence || t.Type == mark.Duration || t.Type == mark.Set {
			continue
		}
		s := h.SentenceAt(t.Start)
		if s < 0 || t.Period.Overlaps(h.Publication.Period) && !h.Publication.Period.IsZero() || h.claim.When != nil && h.claim.When.Time == i && h.claim.When.Margin >= claim.Sure && !t.Period.Overlaps(during) {
			continue
		}
		if guessed := t.Guessed&mark.YearField != 0; guessed && (h.Sentences[s].Paragraph != para || s > h.claim.Sentence) {
			continue // "by the end of February", of a year that nobody wrote
		}
		if p := h.Sentences[s].Paragraph; (p == para || p == para-1) && t.Period.Overlaps(during) && t.Written != mark.WeekdayField {
			return true
		}
	}
	return false
}

// ofTheNews reports a sentence that gives a weekday of the news: the dates of
// others do not narrate it.
func (h *hearing) ofTheNews() bool {
	s := h.Sentences[h.claim.Sentence]
	for i := h.TimeFrom(s.First); i < len(h.When) && h.When[i].First < s.Last; i++ {
		if t := &h.When[i]; t.Written == mark.WeekdayField && !h.Publication.Period.IsZero() && !t.Period.IsZero() {
			if d := h.Publication.Period.First() - t.Period.Last(); d >= 0 && d < 7 {
				return true
			}
		}
	}
	return false
}

// longDead reports that the person held the office and died before the story's
// day, long enough not to be taken for its holder: "named after President James
// Monroe".
func (h *hearing) longDead(now calendar.Period) bool {
	const years = 20
	if len(h.tenures()) == 0 {
		return false
	}
	for _, person := range h.claim.Value.Entities {
		died := h.Book.Of(person, rules.Died)
		if len(died) == 0 || died[0].Value.Period.Last()+years*365 > now.First() {
			return false
		}
	}
	return true
}

// accuse reports the wrong holder, with the right one where exactly one is known.
func (h *hearing) accuse(now calendar.Period) Judged {
	c := h.claim
	at := h.toldOf(now)
	offices := h.offices()
	if len(offices) == 0 {
		offices = h.ofTheirCountry(at)
	}
	down, excused := h.outOfTime(at, at != now)
	if len(offices) == 0 || excused || at == now && h.longDead(now) {
		return unknown(whyReadings)
	}
	var right []*rules.Fact
	for _, o := range offices {
		for _, f := range h.Book.Ask(o, rules.Holds, at).Facts {
			if !f.Acting {
				right = append(right, f)
			}
		}
	}
	if len(right) == 0 || len(right) > 1 && offices[0].Several {
		return unknown(whyNoFact)
	}
	right = h.asBefore(right)
	f := Finding{
		Span:    c.At,
		About:   c.Subject.Span,
		Vars:    map[string]Said{"subject": {Words: h.Words(c.Subject.Span)}, "said": {Words: h.Words(c.Value.Span)}, "known": {Entity: right[0].Value.Entity}, "when": {Period: at}},
		Because: []Evidence{{Fact: right[0]}},
		Down:    down + h.steps(at == now, right...), RestsOnDate: at == now,
	}
	for _, t := range h.tenures() {
		f.Because = append(f.Because, Evidence{Fact: t})
	}
	if holder := h.onlyHolder(right); holder != nil && c.Voice&(claim.Former|claim.Then) == 0 {
		span, words := h.renamed(holder)
		f.Span, f.Suggestions = span, []string{words}
	}
	return h.contradicted(f)
}
