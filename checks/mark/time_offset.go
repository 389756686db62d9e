package mark

import "recoupe/rules/calendar"

// Offset is the count of units by which a time lies after an earlier one that
// the text names, negative before it: "trois semaines après". ok is false for
// every other time.
func (t *Time) Offset() (count int, unit calendar.Unit, ok bool) {
	p := &t.rel.from
	return p.count, p.counted, t.NeedsStory && p.relative && p.count != 0 && !t.rel.two
}
