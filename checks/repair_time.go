package checks

import (
	"strconv"
	"strings"

	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules/calendar"
)

// recount offers the count that a date gives, and the date that the count gives:
// "l'année dernière, en 2021" may stand for last year or for 2021.
func (p *Pass) recount(span text.Span, counted, said *mark.Time) []string {
	var out []string
	if words := p.countLike(counted, said.Period); words != "" {
		out = append(out, p.replace(span, counted.Span, words))
	}
	if words := p.redated(said, counted.Period); words != "" {
		out = append(out, p.replace(span, said.Span, words))
	}
	return out
}

// smallCount is the greatest number that copy spells out where nothing in the
// story shows how it writes its numbers.
const smallCount = 10

// countLike says how long before the publication a date lies, or after it, in
// the unit and the manner of a counted time; empty where that cannot be told.
func (p *Pass) countLike(t *mark.Time, to calendar.Period) string {
	pub := p.Publication.Period
	_, unit := t.Counted()
	name := unitName(unit)
	if name == "" || !pub.Single() || to.IsZero() || to.From.IsZero() {
		return ""
	}
	n, ok := between(to.From, pub.From, unit)
	if !ok || t.Half() {
		return ""
	}
	first, last := p.countedAt(t)
	was, _ := t.Counted()
	if last > first && n*was < 0 && apart(n, 0) > 1 {
		return p.replace(t.Span, p.Over(first, last), p.numeral(apart(n, 0), p.Words(p.Over(first, last))))
	}
	if t.Mod != "" {
		return ""
	}
	return p.inPlaceOf(t.Span, p.Language.SayAgo(n, name, apart(n, 0) <= smallCount))
}

// inPlaceOf gives words of the language the capital of those they stand in for,
// and the apostrophes of the story.
func (p *Pass) inPlaceOf(s text.Span, words string) string {
	if strings.Contains(p.Text, "’") {
		words = strings.ReplaceAll(words, "'", "’")
	}
	return sameCase(p.Words(s), words)
}

// unitName is the name under which a language says how many of a unit.
func unitName(u calendar.Unit) string {
	switch u {
	case calendar.OneDay:
		return "day"
	case calendar.Week:
		return "week"
	case calendar.Month:
		return "month"
	case calendar.Year:
		return "year"
	}
	return ""
}

// between counts the units from one date to another, the nearest whole number;
// ok is false where the dates are told too roughly for it.
func between(from, to calendar.Date, unit calendar.Unit) (n int, ok bool) {
	exact := from.Grain() == calendar.DayGrain && to.Grain() == calendar.DayGrain
	days := int(to.First() - from.First())
	switch unit {
	case calendar.OneDay:
		return days, exact
	case calendar.Week:
		return (days + 3*sign(days)) / 7, exact
	case calendar.Month:
		return monthsBetween(from, to), from.Month > 0 && to.Month > 0
	case calendar.Year:
		if from.Month > 0 && to.Month > 0 {
			months := monthsBetween(from, to)
			if apart(months, 0) >= 24 {
				return (months + 6*sign(months)) / 12, true
			}
		}
		return to.Year - from.Year, true
	}
	return 0, false
}

func sign(n int) int {
	if n < 0 {
		return -1
	}
	return 1
}

// countedAt are the tokens of the number of a time that another may stand in for;
// none where an article makes it a round one: "a dozen years", "une vingtaine".
func (p *Pass) countedAt(t *mark.Time) (first, last int) {
	if first, last = t.NumberAt(); last > first && p.Is(first-1, "article") {
		return 0, 0
	}
	return first, last
}

// numeral is a number in the manner of the one that stands: in digits or in words.
func (p *Pass) numeral(n int, like string) string {
	if like != "" && (like[0] < '0' || like[0] > '9') {
		if words := p.Language.SayWords(n, false); words != "" {
			return sameCase(like, words)
		}
	}
	return strconv.Itoa(n)
}

// redated is a written date with the fields of another in their places: the
// order, the months in short, the ordinals of the story stay.
func (p *Pass) redated(t *mark.Time, to calendar.Period) string {
	if t.Type != mark.DateTime || t.Relative || to.From.IsZero() || p.Language == nil {
		return ""
	}
	d, part := to.From, t.Parts()[0]
	day := part.Written&mark.DayField != 0
	if part.Numeric || day && (d.Day == 0 || !to.Single() || part.DayAt[1] == 0) || part.Written&mark.MonthField != 0 && d.Month == 0 {
		return ""
	}
	var parts []swap
	if part.Written&mark.WeekdayField != 0 && part.WeekdayAt >= 0 {
		if !to.Single() || d.Day == 0 {
			return ""
		}
		parts = append(parts, swap{p.Tokens[part.WeekdayAt].Span, p.asWritten(part.WeekdayAt, p.Language.Time.Weekdays, p.Language.Time.DaysShort, int(d.First().Weekday()))})
	}
	if day {
		parts = append(parts, swap{p.Over(part.DayAt[0], part.DayAt[1]), p.dayWords(part, d.Day)})
	}
	if part.Written&mark.MonthField != 0 && part.MonthAt >= 0 {
		parts = append(parts, swap{p.Tokens[part.MonthAt].Span, p.asWritten(part.MonthAt, p.Language.Time.Months, p.Language.Time.MonthsShort, int(d.Month)-1)})
	}
	if part.Written&mark.YearField != 0 && part.YearAt >= 0 {
		parts = append(parts, swap{p.Tokens[part.YearAt].Span, strconv.Itoa(d.Year)})
	}
	if words := p.replaced(t.Span, parts); words != p.Words(t.Span) {
		return words
	}
	return ""
}

// recountFrom offers the date that a count from another date gives, and the
// count that the date gives where it goes the same way.
func (p *Pass) recountFrom(span text.Span, t, said *mark.Time, n int, unit calendar.Unit, from calendar.Period) []string {
	var out []string
	if from.From.IsZero() {
		return nil
	}
	day := said.Period.From
	if said.Written&mark.YearField == 0 && from.From.Month > 0 {
		// The first such day after the other date, or the last before it.
		for day.Year = from.From.Year - sign(n); day.Valid() && n*int(day.First()-from.From.First()) < 0; day.Year += sign(n) {
		}
	}
	if n2, ok := between(from.From, day, unit); ok && n2*n > 0 {
		if first, last := p.countedAt(t); last > first && apart(n2, 0) > 1 {
			out = append(out, p.replace(span, p.Over(first, last), p.numeral(apart(n2, 0), p.Words(p.Over(first, last)))))
		}
	}
	to := calendar.Period{}
	switch {
	case unit.Days() > 0 && from.Single() && from.From.Grain() == calendar.DayGrain:
		to = calendar.At((from.First() + calendar.Day(n*unit.Days())).Date())
	case unit == calendar.Month && from.Single() && from.From.Grain() == calendar.DayGrain:
		to = calendar.At(from.From.AddMonths(n))
	case unit == calendar.Year && said.Written&(mark.MonthField|mark.DayField) == 0:
		to = calendar.At(calendar.Date{Year: from.From.Year + n})
	}
	if words := p.redated(said, to); words != "" && !to.IsZero() {
		out = append(out, p.replace(span, said.Span, words))
	}
	return out
}

// turned is a range with its ends changed over, where it ends before it begins: "de 2015 à 2010".
func (p *Pass) turned(t *mark.Time) []string {
	parts := t.Parts()
	if len(parts) != 2 || parts[0].Written != parts[1].Written || parts[0].Last == 0 || parts[1].Last == 0 {
		return nil
	}
	a, b := p.Over(parts[0].First, parts[0].Last), p.Over(parts[1].First, parts[1].Last)
	if !t.Contains(a) || !t.Contains(b) || a.Touches(b) {
		return nil
	}
	return []string{p.replaced(t.Span, []swap{{a, p.Words(b)}, {b, p.Words(a)}})}
}

// elapsedWords is the length from one date to another, in the unit and the
// manner of a length that stands.
func (p *Pass) elapsedWords(t *mark.Time, from, to calendar.Date, unit calendar.Unit) string {
	n, ok := between(from, to, unit)
	if !ok {
		return ""
	}
	return p.lengthWords(t, n, unit)
}

// lengthWords is a number of units in the manner of a length that stands.
func (p *Pass) lengthWords(t *mark.Time, n int, unit calendar.Unit) string {
	name := unitName(unit)
	if n < 1 || name == "" || t.Half() || p.Language == nil {
		return ""
	}
	first, last := p.countedAt(t)
	if last > first && n > 1 {
		return p.replace(t.Span, p.Over(first, last), p.numeral(n, p.Words(p.Over(first, last))))
	}
	if words := p.Language.SayLength(n, name, n <= smallCount); words != "" {
		return p.inPlaceOf(t.Span, words)
	}
	return ""
}
