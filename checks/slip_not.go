package checks

import (
	"recoupe/checks/mark"
	"recoupe/rules"
)

// commemorates reports whether a sentence may tell of an anniversary instead.
func (p *Pass) commemorates(t *mark.Time, w *surroundings, f *rules.Fact) bool {
	later := t.Period.From.Year > f.Value.Period.From.Year
	for i := max(w.first, t.First-8); later && i < min(w.last, t.Last+4); i++ {
		if p.hasAny(i, "slip_later") {
			return true
		}
	}
	for i := w.first; i < w.last; i++ {
		if p.hasAny(i, "slip_not") || later && p.hasAny(i, "anniversary", "commemorating") {
			return true
		}
	}
	return false
}

// ordered reports whether a word stands in a phrase such as "before the invasion",
// whose date is that of something else: in the same breath, "after the invasion in
// 2022", it is its own.
func (p *Pass) ordered(token int, t *mark.Time) bool {
	apposed := token > t.First
	for i := token; i < t.First; i++ {
		apposed = apposed || p.Tokens[i].Char == ','
	}
	if !apposed {
		return false
	}
	for i := p.MentionFrom(token - 8); i < len(p.Mentions) && p.Mentions[i].First <= token; i++ {
		if n := &p.Mentions[i]; n.Kind == rules.Event && token < n.Last {
			token = n.First
			break
		}
	}
	for i := max(0, token-4); i < token; i++ {
		if end := max(p.ClassAt(i, "order_before"), p.ClassAt(i, "order_after")); end > i && end <= token && p.OnlyClass(end, token, "article") {
			return true
		}
	}
	return false
}

// toldElsewhere reports whether the story gives an event's date in another place,
// as closely as it gives the time's.
func (p *Pass) toldElsewhere(t *mark.Time, f *rules.Fact) bool {
	from, to := p.timesAround(t.First)
	for i := from; i < to; i++ {
		o := &p.When[i]
		if o.First != t.First && o.Written&mark.YearField != 0 && o.Written&t.Written == t.Written&^mark.WeekdayField && o.Period.Overlaps(f.Value.Period) {
			return true
		}
	}
	return false
}

// kinBefore reports whether a word right before a name tells whose relative is meant,
// or what lies beside it.
func (p *Pass) kinBefore(token int) bool {
	for i := max(0, token-3); i < token; i++ {
		if p.hasAny(i, "kin_word", "near_word") {
			return true
		}
	}
	return false
}

// yearSaidAgain reports whether another date of the sentence is of the same year:
// what two dates say is no slip of one.
func (p *Pass) yearSaidAgain(t *mark.Time) bool {
	from, to := p.timesAround(t.First)
	here := p.SentenceAt(t.Start)
	for i := from; i < to; i++ {
		o := &p.When[i]
		if o.First != t.First && o.Written&mark.YearField != 0 && p.SentenceAt(o.Start) == here && o.Period.From.Year == t.Period.From.Year && o.Period.To.Year == t.Period.To.Year {
			return true
		}
	}
	return false
}
