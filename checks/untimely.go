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
		n := &naming{Pass: p, time: t, sentence: p.Sentences[s], index: s}
		for k := p.MentionFrom(n.sentence.First); k < len(p.Mentions) && p.Mentions[k].First < n.sentence.Last; k++ {
			n.judge(&p.Mentions[k])
		}
	}
}

// A naming is a dated sentence in which names stand.
type naming struct {
	*Pass
	time     *mark.Time
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
	if m.Weak || m.Way == rules.ByAdjective || len(m.Entities) == 0 || m.First < n.time.Last && n.time.First < m.Last {
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
		gone = f.During.First() < n.time.Period.First()
	}
	if n.covered(m) || n.claimed(m) || !n.sameClause(m, gone) || !n.takesPart(m) || n.joinsHeir(m) || n.looksAway() {
		return
	}
	at := n.time.Period
	f := Finding{
		Span: m.Span, About: n.time.Span, RestsOnDate: n.time.Written&mark.YearField == 0,
		Vars: map[string]Said{"subject": {Entity: wrong[0].Subject}, "said": {Words: n.Words(m.Span)}, "known": {Period: wrong[0].During}, "when": {Period: at}},
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
	f, at := facts[0], n.time.Period
	if !f.During.From.IsZero() && at.Last()+beforehand < f.During.First() && n.time.Written&mark.YearField != 0 {
		return f
	}
	now := n.Publication.Period
	fresh := !now.IsZero() && at.Within(now.Widen(14))
	if !f.During.To.IsZero() && f.During.Last()+afterlife < at.First() && (fresh || n.time.Written&mark.YearField != 0) {
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
