package checks

import (
	"recoupe/checks/mark"
	"recoupe/rules"
)

// commemorates reports whether a sentence may tell of an anniversary instead.
func (p *Pass) commemorates(t *mark.Time, w *surroundings, f *rules.Fact) bool {
	later := t.Period.First() > f.Value.Period.First()
	for i := w.first; i < w.last; i++ {
		if p.hasAny(i, "slip_not") || later && p.hasAny(i, "anniversary", "commemorating") {
			return true
		}
	}
	return false
}

// ordered reports whether a word stands in a phrase such as "before the invasion",
// whose date is that of something else.
func (p *Pass) ordered(token int) bool {
	for i := p.MentionFrom(token - 8); i < len(p.Mentions) && p.Mentions[i].First <= token; i++ {
		if n := &p.Mentions[i]; n.Kind == rules.Event && token < n.Last {
			token = n.First
			break
		}
	}
	for i := max(0, token-4); i < token; i++ {
		if end := p.ClassAt(i, "order"); end > i && end <= token && p.OnlyClass(end, token, "article") {
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
