package mark

import (
	"strconv"

	"recoupe/rules/calendar"
)

// Offset is the count of units by which a time lies after an earlier one that
// the text names, negative before it: "trois semaines après". ok is false for
// every other time.
func (t *Time) Offset() (count int, unit calendar.Unit, ok bool) {
	p := &t.rel.from
	return p.count, p.counted, t.NeedsStory && p.relative && p.count != 0 && !t.rel.two
}

// Length is the count of units of a plain duration: "six years". ok is false for
// every other time.
func (t *Time) Length() (count int, unit calendar.Unit, ok bool) {
	if t.Type != Duration || t.Mod != "" {
		return 0, calendar.NoUnit, false
	}
	value := t.Value()
	if len(value) < 3 {
		return 0, calendar.NoUnit, false
	}
	units := map[byte]calendar.Unit{'Y': calendar.Year, 'M': calendar.Month, 'W': calendar.Week, 'D': calendar.OneDay}
	unit, known := units[value[len(value)-1]]
	count, err := strconv.Atoi(value[1 : len(value)-1])
	return count, unit, known && err == nil
}
