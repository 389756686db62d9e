package checks

import (
	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// untimely looks for what takes part in what its sentence tells before it was
// there, or long after it ended. The sentence has one date, the name stands in the
// clause of that date, and plainly takes part: it acts, is used or is entered.
// Words that look from one time to another, such as "before" and "founder", excuse all.
func (p *Pass) untimely() {
	for i := range p.When {
		t := &p.When[i]
		if t.Type == mark.Duration || t.Type == mark.Set || t.Type == mark.Clock || t.Sense != mark.At || t.Period.IsZero() {
			continue
		}
		s := p.SentenceAt(t.Start)
		if s < 0 || !p.aloneIn(i, p.Sentences[s]) {
			continue
		}
		n := &naming{Pass: p, time: t, at: t.Period, sentence: p.Sentences[s], index: s}
		for k := p.MentionFrom(n.sentence.First); k < len(p.Mentions) && p.Mentions[k].First < n.sentence.Last; k++ {
			n.judge(&p.Mentions[k])
		}
	}
	p.unborn()
	p.remembered()
}

// remembered looks at what a story tells of the day whose anniversary it is printed
// on: its sentences without a date of their own, from that day's on.
func (p *Pass) remembered() {
	day, from := p.anniversary()
	if from < 0 {
		return
	}
	for s := from; s < len(p.Sentences); s++ {
		if i := p.TimeFrom(p.Sentences[s].First); i < len(p.When) && p.When[i].First < p.Sentences[s].Last || !p.tellsPast(p.Sentences[s]) {
			continue
		}
		n := &naming{Pass: p, at: day, sentence: p.Sentences[s], index: s}
		for k := p.MentionFrom(n.sentence.First); k < len(p.Mentions) && p.Mentions[k].First < n.sentence.Last; k++ {
			if m := &p.Mentions[k]; len(m.Entities) > 0 && m.Entities[0].Exists.First() > day.Last() {
				n.judge(m)
			}
		}
	}
}

// anniversary is the day of a story, five years ago or more, that was on the same
// day of the year as the story, within a week; and its sentence, -1 where there is none.
func (p *Pass) anniversary() (day calendar.Period, sentence int) {
	pub := p.Publication.Period
	if !pub.Single() {
		return day, -1
	}
	for i := range p.When {
		t := &p.When[i]
		if t.Type == mark.Duration || t.Type == mark.Set || t.Period.IsZero() || !t.Period.Single() || t.Period.From.Year > pub.From.Year-5 {
			continue
		}
		same := t.Period.From
		same.Year = pub.From.Year
		if d := pub.First() - same.First(); d >= -7 && d <= 7 {
			return t.Period, p.SentenceAt(t.Start)
		}
	}
	return day, -1
}

// tellsPast reports a sentence that has a verb of the past and none of the present.
func (p *Pass) tellsPast(s text.Sentence) bool {
	past, told, spoken := false, false, false
	for i := s.First; i < s.Last; i++ {
		switch {
		case p.Is(i, "now_verb"):
			return false
		case p.Is(i, "past"):
			told = true
		case p.Is(i, "speech"):
			spoken = true
		case p.pastVerb(i):
			past = true
		}
	}
	return told || past && !spoken
}

// unborn looks for what takes part in a story that was printed before it was there.
// Copy speaks early of what is planned: a body has to be a year away.
func (p *Pass) unborn() {
	pub := p.Publication
	if pub.Period.IsZero() || pub.Origin != Given && pub.Origin != Declared && pub.Origin != Dateline {
		return
	}
	for k := range p.Mentions {
		m := &p.Mentions[k]
		if m.Kind != rules.Organisation && m.Kind != rules.Thing && m.Kind != rules.Country || len(m.Entities) == 0 || m.Entities[0].Exists.From.IsZero() {
			continue
		}
		early := calendar.Day(beforehand)
		if m.Kind == rules.Organisation {
			early = 365
		}
		if m.Way == rules.ByAcronym && m.Last < len(p.Tokens) && p.Tokens[m.Last].Kind == text.Number {
			continue // RN 112
		}
		if s := p.SentenceAt(m.Start); s >= 0 && m.Entities[0].Exists.First() > pub.Period.Last()+early {
			n := &naming{Pass: p, at: pub.Period, unborn: true, sentence: p.Sentences[s], index: s}
			n.judge(m)
		}
	}
}

// A naming is a dated sentence in which names stand.
type naming struct {
	*Pass
	time     *mark.Time // nil where the story's own day is meant
	at       calendar.Period
	unborn   bool // held up to the day of print: any name counts
	sentence text.Sentence
	index    int // of the sentence
	asked    bool
	excused  bool // its words look from one time to another
}

// aloneIn reports whether a time is the only one of its sentence that tells a day,
// a month or a year.
func (p *Pass) aloneIn(time int, s text.Sentence) bool {
	for i := p.TimeFrom(s.First); i < len(p.When) && p.When[i].First < s.Last; i++ {
		if t := &p.When[i]; i != time && t.Type != mark.Duration && t.Type != mark.Clock {
			return false
		}
	}
	return true
}

// judge holds one name up to the date of its sentence.
func (n *naming) judge(m *mark.Mention) {
	switch m.Kind {
	case rules.Organisation, rules.Thing, rules.Country, rules.Currency, rules.PlaceKind:
	default:
		return
	}
	if m.Weak || m.Way == rules.ByAdjective || len(m.Entities) == 0 || n.time != nil && m.First < n.time.Last && n.time.First < m.Last {
		return
	}
	var wrong []*rules.Fact
	gone := false // it had ended
	for _, e := range m.Entities {
		f := n.outside(e)
		if f == nil {
			return
		}
		wrong = append(wrong, f)
		gone = f.During.First() < n.at.First()
	}
	if n.covered(m) || n.time != nil && (n.claimed(m) || !n.sameClause(m, gone)) || !n.unborn && !n.takesPart(m) || n.joinsHeir(m) || n.looksAway(m) {
		return
	}
	at := n.at
	f := Finding{
		Span: m.Span, RestsOnDate: n.time == nil || n.time.Written&mark.YearField == 0,
		Vars: map[string]Said{"subject": {Entity: wrong[0].Subject}, "said": {Words: n.Words(m.Span)}, "known": {Period: wrong[0].During}, "when": {Period: at}},
	}
	if n.time != nil {
		f.About = n.time.Span
	}
	for _, w := range wrong {
		f.Because = append(f.Because, Evidence{Fact: w})
		if !w.Certain() {
			f.Down = int(n.Rule.Severity - rules.Note)
		}
	}
	if n.QuoteAt(m.First) >= 0 {
		f.Quoted, f.Down = true, f.Down+1
	}
	if other := n.calledThen(wrong[0].Subject, m.Way, at); other != "" {
		f.Suggestions = []string{other}
	}
	n.Report(f)
}

// outside is the fact on when an entity existed, where that leaves out the date:
// one that writes its year, or of these days.
func (n *naming) outside(e *rules.Entity) *rules.Fact {
	facts := n.Book.Of(e, rules.Existed)
	if len(facts) != 1 {
		return nil
	}
	f, at := facts[0], n.at
	yeared := n.time == nil || n.time.Written&mark.YearField != 0
	if !f.During.From.IsZero() && at.Last()+beforehand < f.During.First() && yeared {
		return f
	}
	now := n.Publication.Period
	fresh := !now.IsZero() && at.Within(now.Widen(14))
	if !f.During.To.IsZero() && f.During.Last()+afterlife < at.First() && (fresh || yeared) {
		return f
	}
	return nil
}

// calledThen is the name that a body, a firm or a state bore at a time, where the
// book says what continued what; empty where it does not.
func (p *Pass) calledThen(e *rules.Entity, way rules.Way, at calendar.Period) string {
	name := func(e *rules.Entity) string {
		if letters := e.Acronyms[p.Lang]; way == rules.ByAcronym && len(letters) > 0 {
			return letters[0]
		}
		return e.Label(p.Lang)
	}
	for _, was := range e.Continues {
		if was.Exists.Overlaps(at) {
			return name(was)
		}
	}
	for _, heir := range p.Book.Heirs(e) {
		if heir.Exists.Overlaps(at) {
			return name(heir)
		}
	}
	return ""
}
