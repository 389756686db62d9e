package checks

import (
	"strconv"
	"strings"

	"recoupe/checks/mark"
	"recoupe/rules/calendar"
)

// clockOffsets holds an hour counted from an earlier one up to the hour beside
// it: "une heure après cet appel, vers 22 h 15" needs an hour before that is an
// hour earlier. Half a day more or less may lie between.
func (p *Pass) clockOffsets() {
	for i := 1; i+1 < len(p.When); i++ {
		t, said := &p.When[i], &p.When[i+1]
		n, unit := t.Counted()
		if !t.NeedsStory || n == 0 || t.Half() || t.Mod != "" || unit != calendar.Hour && unit != calendar.Minute || !p.besides(t, said) {
			continue
		}
		at, ok := minuteOf(said)
		if !ok {
			continue
		}
		if unit == calendar.Hour {
			n *= 60
		}
		base, fits := p.hourBefore(i, n, at)
		if base == nil || fits {
			continue
		}
		from, _ := minuteOf(base)
		span := t.Span.Join(said.Span)
		f := Finding{
			Span: said.Span, About: t.Span,
			Vars:    map[string]Said{"said": {Words: p.Words(span)}},
			Because: []Evidence{{Span: base.Span, Note: "hour"}, {Span: t.Span, Note: "beside"}},
		}
		if words := p.otherHour(said, (from+n+24*60)%(24*60)); words != "" {
			f.Suggestions = []string{words}
		}
		p.Report(f)
	}
}

// hourBefore is the last hour that the story tells before a time, in its
// sentence or the one before; fits is true when some hour before lies so many
// minutes from another.
func (p *Pass) hourBefore(i, minutes, at int) (base *mark.Time, fits bool) {
	const halfDay = 12 * 60
	here := p.SentenceAt(p.When[i].Start)
	slack := 15 + max(minutes, -minutes)/10
	from, _ := p.timesAround(p.When[i].First)
	for k := i - 1; k >= from; k-- {
		b := &p.When[k]
		m, ok := minuteOf(b)
		if !ok {
			continue
		}
		if off := ((at-m-minutes)%halfDay + halfDay) % halfDay; off <= slack || off >= halfDay-slack {
			return base, true
		}
		if base == nil && p.SentenceAt(b.Start)+1 >= here {
			base = b
		}
	}
	return base, false
}

// besides reports that an hour stands after a count, parted from it by one comma
// or bracket and a few words at most: "an hour after that call, at about".
func (p *Pass) besides(t, said *mark.Time) bool {
	if said.First < t.Last || said.First-t.Last > 6 || p.SentenceAt(t.Start) != p.SentenceAt(said.Start) {
		return false
	}
	marks := 0
	for i := t.Last; i < said.First; i++ {
		switch p.Tokens[i].Char {
		case 0, '\'', '’', '-':
		case ',', '(', '—', '–':
			marks++
		default:
			return false
		}
	}
	return marks == 1
}

// otherHour writes a minute of the day as an hour of the story is written, empty
// where the writing has no place for its minutes.
func (p *Pass) otherHour(t *mark.Time, minute int) string {
	words := p.Words(t.Span)
	h, m := t.Clock()
	hour, minutes := minute/60, minute%60
	digits := func(r rune) bool { return r >= '0' && r <= '9' }
	from := strings.IndexFunc(words, digits)
	if from < 0 {
		return ""
	}
	end := from + len(words[from:]) - len(strings.TrimLeftFunc(words[from:], digits))
	if written, err := strconv.Atoi(words[from:end]); err != nil || written != h {
		if (h < 12) != (hour < 12) || hour%12 == 0 {
			return "" // the other half of the day
		}
		hour %= 12
	}
	out, rest := words[:from]+strconv.Itoa(hour), words[end:]
	second := strings.IndexFunc(rest, digits)
	switch {
	case second < 0 && (minutes != 0 || m != 0):
		return ""
	case second < 0:
		return out + rest
	}
	return out + rest[:second] + twoDigits(minutes) + strings.TrimLeftFunc(rest[second:], digits)
}

// twoDigits writes minutes as a clock shows them.
func twoDigits(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}
