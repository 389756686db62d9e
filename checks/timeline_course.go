package checks

import (
	"recoupe/checks/mark"
	"recoupe/checks/text"
)

// courses holds the end of something up to its beginning, told by two verbs of
// one sentence: "commencée en mars 2017 et achevée en novembre 2016".
func (p *Pass) courses() {
	for i := range p.When {
		end := &p.When[i]
		stop := p.stepBefore(end, "course_end")
		if stop.Empty() {
			continue
		}
		here := p.SentenceAt(end.Start)
		for k := max(0, i-3); k < min(len(p.When), i+4); k++ {
			begin := &p.When[k]
			if k == i || p.SentenceAt(begin.Start) != here || !begin.Period.From.IsZero() && end.Period.Last() >= begin.Period.First() {
				continue
			}
			start := p.stepBefore(begin, "course_start")
			if start.Empty() || !p.oneThread(begin, end) {
				continue
			}
			p.Report(Finding{
				Span: end.Span, About: start,
				Vars:    map[string]Said{"said": {Words: p.Words(stop.Join(end.Span))}},
				Because: []Evidence{{Span: start.Join(begin.Span), Note: "start"}},
			})
			break
		}
	}
}

// stepReach is how many words may stand between a verb and its time.
const stepReach = 4

// stepBefore finds the verb of a class right before a dated time, a few small
// words between them at most.
func (p *Pass) stepBefore(t *mark.Time, class string) text.Span {
	if t.Type != mark.DateTime || t.Sense != mark.At && t.Sense != mark.Before || t.Guessed != 0 || t.Period.From.IsZero() || t.Period.To.IsZero() || t.Mod != "" {
		return text.Span{}
	}
	s := p.SentenceAt(t.Start)
	if s < 0 {
		return text.Span{}
	}
	for j := t.First - 1; j >= max(p.Sentences[s].First, t.First-stepReach); j-- {
		if p.Tokens[j].Kind == text.Mark {
			break
		}
		if p.ClassAt(j, class) > j {
			return p.Tokens[j].Span
		}
		if p.TimeAt(j) >= 0 || p.ClassAt(j, "subordinator") > j {
			break
		}
	}
	return text.Span{}
}

// oneThread reports that nothing between two times gives the second another
// subject: no name, and no subordinate clause of something else.
func (p *Pass) oneThread(a, b *mark.Time) bool {
	from, to := a.Last, b.First
	if a.First > b.First {
		from, to = b.Last, a.First
	}
	if to-from > 12 || len(p.MentionsIn(from, to)) > 0 {
		return false
	}
	for i := from; i < to; i++ {
		if c := p.Tokens[i].Char; c == ';' || c == ':' || p.ClassAt(i, "subordinator") > i {
			return false
		}
		if p.Tokens[i].Is(text.Capital) {
			return false
		}
	}
	return true
}

// turnedRound is a day shortly before that lies just as far from a date as is said,
// and on the other side of it: "six weeks before the accident, on 19 February",
// where the accident was on 8 January.
func (p *Pass) turnedRound(said *mark.Time, days int) []*mark.Time {
	here := p.SentenceAt(said.Start)
	from, to := p.timesAround(said.First)
	for k := from; k < to && days != 0; k++ {
		b := &p.When[k]
		if s := p.SentenceAt(b.Start); b != said && isDay(b) && s+2 >= here && b.First < said.First && int(said.Period.First()-b.Period.First()) == days {
			return []*mark.Time{b}
		}
	}
	return nil
}
