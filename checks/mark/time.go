package mark

import (
	"strconv"
	"strings"
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
	Period      calendar.Period    // first to last day; zero while unanchored
	Grain       calendar.Unit      // the unit that was said: a day, a season, a decade
	Ends        [2]calendar.Period // of a range, once anchored
	Backward    bool               // of a range: it ends before it begins
	Value       string             // TIMEX3: 2022-02-24, 2022-W08, 199X, P3Y; empty while unanchored
	EDTF        string             // the same in EDTF
	Mod         string             // START, MID, END, APPROX or empty
	Sense       Sense
	Written     Fields        // what the text says
	Guessed     Fields        // what anchoring supplied by guess; a relative date worked out from a known publication date has none
	Weekday     time.Weekday  // when WeekdayField is written
	Date        calendar.Date // the fields written, unanchored: 0000-02-24 has no year
	Relative    bool          // counted from the publication date or an earlier time of the story
	NeedsStory  bool          // counted from an earlier time of the story: "la veille"
	rel         relative
}

// settleOrder reads the dates in digits that could be either way round, once
// the story has shown in words how it writes its dates.
func (m *Marks) settleOrder() {
	votes := 0
	for i := range m.Times {
		switch m.Times[i].rel.votes {
		case "dmy":
			votes++
		case "mdy":
			votes--
		}
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

func clockValue(n int) string {
	h, m := n/100, n%100
	return "T" + string([]byte{byte('0' + h/10), byte('0' + h%10), ':', byte('0' + m/10%10), byte('0' + m%10)})
}

func writeInt(b *strings.Builder, n int) { b.WriteString(strconv.Itoa(n)) }
