package mark

import (
	"time"

	"recoupe/checks/text"
	"recoupe/rules/calendar"
)

// A TimeType is the type of a time expression, as TIMEX3 has it.
type TimeType string

// Types of time expressions.
const (
	DateTime TimeType = "date" // also weekdays, seasons, decades
	Range    TimeType = "range"
	Duration TimeType = "duration"
	Set      TimeType = "set" // "tous les lundis"
	Clock    TimeType = "time"
)

// A Sense is what the preposition before a time makes of it.
type Sense uint8

// Senses of a time for what it dates.
const (
	At     Sense = iota // en, le, in, on
	Since               // depuis, dès: the start
	Until               // jusqu'en: the end
	Before              // avant, d'ici, by
	After               // après
	Around              // vers, circa: one unit either way
)

// Fields are the parts of a date, as bits.
type Fields uint8

// Fields of a date.
const (
	YearField Fields = 1 << iota
	MonthField
	DayField
	WeekdayField
)

// A Time is a time expression. Its period stays open until it is anchored, when
// it needs the publication date or another time of the story for that.
type Time struct {
	text.Span       // without its preposition
	First, Last int // tokens, Last excluded
	Type        TimeType
	Period      calendar.Period // first to last day; zero while unanchored
	Grain       calendar.Unit   // the unit that was said: a day, a season, a decade
	Backward    bool            // of a range: it ends before it begins
	Mod         string          // START, MID, END, APPROX or empty
	Sense       Sense
	Written     Fields        // what the text says
	Guessed     Fields        // what anchoring supplied by guess; a relative date worked out from a known publication date has none
	Weekday     time.Weekday  // when WeekdayField is written
	Date        calendar.Date // the fields written, unanchored: 0000-02-24 has no year
	Relative    bool          // counted from the publication date or an earlier time of the story
	NeedsStory  bool          // counted from an earlier time of the story: "la veille"
	rel         relative
}

// A Part is one date of a time, as it was said: a range has two.
type Part struct {
	First, Last int // tokens of its words, Last excluded; both 0 when it has none of its own
	Written     Fields
	Date        calendar.Date // the fields written, those shared with the other end included
	Weekday     time.Weekday
	WeekdayAt   int             // token of the weekday; -1 when there is none
	DayAt       [2]int          // tokens of the day of the month, the second excluded
	MonthAt     int             // token of the month; -1 when it is written elsewhere
	YearAt      int             // token of the year; -1 when there is none
	Numeric     bool            // in digits alone: the year's token is the first of the whole date
	Period      calendar.Period // zero while unanchored
	Guessed     Fields
}

// Parts are the dates that a time was said by, one or two.
func (t *Time) Parts() []Part {
	parts := []Part{t.rel.from.said()}
	if t.rel.two {
		parts = append(parts, t.rel.to.said())
	}
	return parts
}

// Writes reports whether one of the dates that a time was said by has all of some
// fields, so that who wants them need not take every time apart.
func (t *Time) Writes(f Fields) bool {
	return t.rel.from.fields&f == f || t.rel.two && t.rel.to.fields&f == f
}

// Counted is the number of units that the time is counted in: -3 years for
// "three years ago"; the length of a duration. The unit is NoUnit for others,
// and the number 0 where nobody knows it.
func (t *Time) Counted() (n int, unit calendar.Unit) {
	switch {
	case t.Type == Duration:
		return t.rel.number, t.rel.units
	case t.rel.from.relative:
		return t.rel.from.count, t.rel.from.counted
	}
	return 0, calendar.NoUnit
}

// NumberAt are the tokens of the number that was counted, the second excluded;
// both 0 when there is none.
func (t *Time) NumberAt() (first, last int) { return int(t.rel.numberAt[0]), int(t.rel.numberAt[1]) }

// Half reports a duration of some units and a half.
func (t *Time) Half() bool { return t.rel.half > 0 }

// Named reports whether a relative time names its unit instead of counting:
// "last year", not "a year ago".
func (t *Time) Named() bool { return t.rel.from.relative && !t.rel.from.byNumber }

// Looks is where the words around a time without its year look: -1 back, 1
// ahead, 0 where they do not say.
func (t *Time) Looks() int { return int(t.rel.tense) }

// Clock is the hour and the minute of a time of day, as written: 25 and 30 for "25h30".
func (t *Time) Clock() (hour, minute int) { return t.rel.number / 100, t.rel.number % 100 }

// HourAt is the token of the hour of a time of day; -1 when there is none.
func (t *Time) HourAt() int { return t.rel.hourAt - 1 }

// settleOrder reads the dates in digits that could be either way round, once
// the story has shown in words how it writes its dates.
func (m *Marks) settleOrder() {
	votes, twisted := 0, false
	for i := range m.Times {
		rel := &m.Times[i].rel
		twisted = twisted || !rel.twisted.IsZero()
		switch rel.votes {
		case "dmy":
			votes++
		case "mdy":
			votes--
		}
	}
	if !twisted {
		return
	}
	kept := m.Times[:0]
	for _, t := range m.Times {
		if !t.rel.twisted.IsZero() {
			if votes == 0 {
				continue
			}
			if votes < 0 {
				t.rel.from.date = t.rel.twisted
			}
			t.settle()
		}
		kept = append(kept, t)
	}
	m.Times = kept
}
