package checks

import (
	"strconv"
	"strings"
	"time"

	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules/calendar"
)

// repairs are the words with the weekday that fits, and with the nearest day
// that fits the weekday; before them the month that fits both, where the date
// lies far from the publication.
func (p *Pass) repairs(part mark.Part, d calendar.Date) []string {
	span := p.partSpan(part)
	var out []string
	if m, ok := p.otherMonth(part); ok && part.MonthAt >= 0 && apart(d.First(), p.Publication.Period.First()) > near {
		out = append(out, p.replace(span, p.Tokens[part.MonthAt].Span, p.asWritten(part.MonthAt, p.Language.Time.Months, p.Language.Time.MonthsShort, int(m.Month)-1)))
	}
	out = append(out, p.replace(span, p.Tokens[part.WeekdayAt].Span, p.asWritten(part.WeekdayAt, p.Language.Time.Weekdays, p.Language.Time.DaysShort, int(d.First().Weekday()))))
	other := calendar.Nearest(d.First(), part.Weekday).Date()
	if other.Month == d.Month && !part.Numeric {
		out = append(out, p.replace(span, p.Over(part.DayAt[0], part.DayAt[1]), p.dayWords(part, other.Day)))
	}
	return out
}

// replace is a stretch of the story with other words in one place.
func (p *Pass) replace(span, at text.Span, words string) string {
	return p.Text[span.Start:at.Start] + words + p.Text[at.End:span.End]
}

// asWritten is a weekday or a month in the manner of the one that stands at a
// token: in full or short, small, with a capital or in capitals.
func (p *Pass) asWritten(token int, full, short [][]string, n int) string {
	t := p.Tokens[token]
	word := full[n][0]
	for i, names := range short {
		for _, name := range names {
			if text.Key(name) == t.Key && len(short[n]) > 0 && text.Key(full[i][0]) != t.Key {
				word = short[n][0]
			}
		}
	}
	switch {
	case t.Is(text.Upper):
		return strings.ToUpper(word)
	case t.Is(text.Capital):
		return strings.ToUpper(word[:1]) + word[1:]
	}
	return word
}

// dayWords is a day of the month as the language writes it where the text has
// another: "1er", "24th".
func (p *Pass) dayWords(part mark.Part, day int) string {
	table := p.Language.Time
	suffixed := part.DayAt[1]-part.DayAt[0] > 1
	if len(table.DaySuffix) == 1 && day == 1 || len(table.DaySuffix) > 1 && suffixed {
		return strconv.Itoa(day) + table.SuffixOf(day)
	}
	return strconv.Itoa(day)
}

func (p *Pass) weekdayName(w time.Weekday) string {
	if names := p.Language.Time.Weekdays; len(names) == 7 {
		return names[w][0]
	}
	return w.String()
}
