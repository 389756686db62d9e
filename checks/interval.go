package checks

import (
	"recoupe/checks/claim"
	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// interval judges how long after an event something is said to be: what a date
// beside it dates ("le 24 février 2022, huit ans après l'annexion"), another
// event of the sentence, or the story itself where the phrase opens a sentence
// of the present. One in a narrative dates something else.
func (h *hearing) interval() Judged {
	c := h.claim
	if !c.Voice.Own() || c.Voice&claim.Quoted != 0 || c.When == nil {
		return unknown(whyNoDate)
	}
	t := &h.When[c.When.Time]
	n, unit, ok := t.Offset()
	if !ok {
		n, unit, ok = t.Length()
	}
	if !ok || n <= 0 {
		return unknown(whyNoDate)
	}
	if h.rounded(t) {
		return unknown(whyGuess)
	}
	until, other, ok := h.reached(t)
	if !ok {
		return unknown(whyNoDate)
	}
	var wrong []*rules.Fact
	for _, e := range c.Subject.Entities {
		for _, f := range h.Book.Of(e, rules.TookPlace) {
			from := f.Value.Period
			if from.From.Grain() < calendar.MonthGrain {
				return unknown(whyNoFact)
			}
			if elapsed(from, n, unit).Overlaps(until) || sameAnniversary(from, until, n, unit) {
				return confirmed(f)
			}
			wrong = append(wrong, f)
		}
	}
	if len(wrong) == 0 || until.First() < wrong[0].Value.Period.Last() {
		return unknown(whyNoFact)
	}
	f := Finding{
		Span: t.Span, About: c.Subject.Span, RestsOnDate: other.Fact == nil && other.Span.Empty(),
		Vars: map[string]Said{"subject": {Entity: wrong[0].Subject}, "said": {Words: h.Words(t.Span)}, "known": {Period: wrong[0].Value.Period}, "when": {Period: until}},
	}
	f.Down = h.steps(f.RestsOnDate, wrong...) + 1
	for _, w := range wrong {
		f.Because = append(f.Because, Evidence{Fact: w})
	}
	if !f.RestsOnDate {
		f.Because = append(f.Because, other)
	}
	if s := h.elapsedWords(t, wrong[0].Value.Period.From, until.From, unit); s != "" {
		f.Suggestions = []string{s}
		if end := h.ClassAt(t.Last, "ordering_after"); end > t.Last {
			f.Phrase = h.Over(t.First, end)
		}
	}
	return h.contradicted(f)
}

// reached is the time up to which an interval counts, with what gives it:
// nothing where that is the publication.
func (h *hearing) reached(t *mark.Time) (until calendar.Period, by Evidence, ok bool) {
	s := h.Sentences[h.claim.Sentence]
	if k := h.dateBefore(t, s.First); k >= 0 {
		return h.When[k].Period, Evidence{Span: h.When[k].Span}, true
	}
	if f, span := h.eventBeside(s, t); f != nil {
		return f.Value.Period, Evidence{Fact: f, Span: span}, true
	}
	pub, dated := h.asOf()
	now := h.claim.Set["anchor"] == "now" || h.opensPresent(t.First)
	return pub, by, dated && pub.Single() && now
}

// dateBefore is the index of a date with its year that stands right before an
// interval, a comma between, or -1.
func (h *hearing) dateBefore(t *mark.Time, first int) int {
	for k := h.claim.When.Time - 1; k >= 0 && h.When[k].First >= first; k-- {
		d := &h.When[k]
		if d.Type != mark.DateTime || d.Relative || d.Written&mark.YearField == 0 || d.Period.IsZero() || d.Sense != mark.At {
			return -1
		}
		at := d.Last
		if at < t.First && h.Tokens[at].Char == ',' {
			at++
		}
		for at < t.First && (h.Is(at, "coordinator") || h.Is(at, "about") || h.Is(at, "exact")) {
			at++
		}
		if at != t.First && h.ClassAt(at, "about") != t.First && h.ClassAt(at, "exact") != t.First {
			return -1
		}
		return k
	}
	return -1
}

// eventBeside is the one event that a sentence names beside the claim's own,
// after it, where the book knows its month and no other reading.
func (h *hearing) eventBeside(s text.Sentence, t *mark.Time) (found *rules.Fact, at text.Span) {
	if t.First > s.First+3 {
		return nil, at
	}
	for i := h.TimeFrom(s.First); i < len(h.When) && h.When[i].First < s.Last; i++ {
		if d := &h.When[i]; i != h.claim.When.Time && d.Type != mark.Duration && !h.inEvent(d) {
			return nil, at // something else may be dated here
		}
	}
	for i := h.MentionFrom(h.claim.Subject.Last); i < len(h.Mentions) && h.Mentions[i].First < s.Last; i++ {
		n := &h.Mentions[i]
		if n.Kind != rules.Event {
			continue
		}
		if found != nil || len(n.Entities) != 1 || !h.opensClause(n) {
			return nil, at
		}
		facts := h.Book.Of(n.Entities[0], rules.TookPlace)
		if len(facts) != 1 || facts[0].Value.Period.From.Grain() < calendar.MonthGrain || !facts[0].Certain() {
			return nil, at
		}
		found, at = facts[0], n.Span
	}
	return found, at
}

// inEvent reports whether a time is part of an event's name: "les attentats du
// 13-Novembre".
func (p *Pass) inEvent(t *mark.Time) bool {
	for i := p.MentionFrom(t.First - 8); i < len(p.Mentions) && p.Mentions[i].First <= t.First; i++ {
		if n := &p.Mentions[i]; n.Kind == rules.Event && t.Last <= n.Last {
			return true
		}
	}
	return false
}

// opensClause reports whether an event is the subject of the clause after the
// interval's comma: nothing but an article parts it from that.
func (h *hearing) opensClause(n *mark.Mention) bool {
	i := n.First - 1
	if h.Is(i, "article") {
		i--
	}
	return i > 0 && h.Tokens[i].Char == ','
}

// opensPresent reports whether a phrase opens its sentence, no other time stands
// in the sentence, and no auxiliary of the past.
func (h *hearing) opensPresent(token int) bool {
	s := h.Sentences[h.claim.Sentence]
	if token > s.First+2 || h.Paragraphs[s.Paragraph].Role == text.Crosshead {
		return false
	}
	if i := h.TimeFrom(s.First); i+1 < len(h.Times) && h.Times[i+1].First < s.Last && h.Times[i+1].Type != mark.Duration && !h.datedNow(h.Publication.Period) {
		return false
	}
	for i := s.First; i < s.Last; i++ {
		if h.Is(i, "past") {
			return false
		}
	}
	return true
}
