package checks

import (
	"math"
	"strconv"

	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// reckonHours holds a duration against the two hours that it lies between: "de
// 14 h à 16 h 30, soit trois heures"; "began at 9am and ended at 4pm, nine hours
// later".
func (p *Pass) reckonHours() {
	for i := 0; i+1 < len(p.Times); i++ {
		a := &p.Times[i]
		from, ok := p.minuteFrom(a)
		if !ok {
			continue
		}
		j := i + 1
		for j < len(p.Times) && j < i+3 && p.Times[j].Type == mark.DateTime && p.Times[j].First-a.Last < 4 && p.Times[j].Written&mark.WeekdayField != 0 {
			j++ // "at 9am on Tuesday"
		}
		if j == len(p.Times) {
			return
		}
		b := &p.Times[j]
		to, ok := minuteOf(b)
		if !ok || p.SentenceAt(a.Start) != p.SentenceAt(b.Start) || b.First-a.Last > 12 {
			continue
		}
		told := p.fromTo(a, b)
		p.reckonLapse(a, b, from, to, told)
	}
}

// minuteOf is the minute of the day of an hour that is written as one.
func minuteOf(t *mark.Time) (minute int, ok bool) {
	if t.Type != mark.Clock {
		return 0, false
	}
	v := t.Value()
	if len(v) != 6 {
		return 0, false
	}
	h, err := strconv.Atoi(v[1:3])
	m, err2 := strconv.Atoi(v[4:6])
	return 60*h + m, err == nil && err2 == nil && h < 24 && m < 60
}

// minuteFrom is the minute of the hour that a span of time begins with: "21
// heures" after "de" is an hour where another follows.
func (p *Pass) minuteFrom(t *mark.Time) (minute int, ok bool) {
	if n, unit := t.Counted(); t.Type == mark.Duration && unit == calendar.Hour && n > 0 && n < 24 && !t.Half() && t.First > 0 && p.Is(t.First-1, "from") && t.Last < len(p.Tokens) && p.Is(t.Last, "to") {
		return 60 * n, true
	}
	return minuteOf(t)
}

// fromTo reports "from … to …" and words like it between two hours.
func (p *Pass) fromTo(a, b *mark.Time) bool {
	return a.First > 0 && (p.Is(a.First-1, "from") || p.Is(a.First-1, "between")) && b.First-a.Last <= 2
}

// lapseReach is how far after two hours their difference is told.
const lapseReach = 12

// reckonLapse holds the duration told after two hours against them. A day or a
// half of one may lie between.
func (p *Pass) reckonLapse(a, b *mark.Time, from, to int, told bool) {
	s := p.SentenceAt(b.Start)
	span, minutes := p.lapseAfter(b.Last, p.Sentences[s].Last, told)
	if minutes == 0 || p.roughly(p.TokenAt(span.Start)) {
		return
	}
	gap := float64(to - from)
	slack := 10 + 0.06*minutes
	for _, day := range []float64{0, 24 * 60, 12 * 60, -12 * 60} {
		if d := gap + day - minutes; gap+day > 0 && d <= slack && -d <= slack && (day == 0 || gap+day >= 0 && (gap <= 0 || day != 24*60)) {
			return
		}
	}
	if gap < 0 {
		gap += 24 * 60
	}
	if gap == 0 || minutes > 24*60 {
		return
	}
	words := p.Words(span)
	if hours := figuresLike(gap/60, 0.01); hours == math.Trunc(hours) && hours > 1 {
		words = p.sayUnit("hours", hours)
	}
	if q := p.quantityFrom(p.TokenAt(span.Start)); q != nil && q.Unit == "hour" {
		words = p.replace(span, q.Span, p.sayLike(q, gap/60))
	}
	f := Finding{
		Span:    span,
		Vars:    map[string]Said{"said": {Words: p.Words(span)}, "known": {Words: p.sayUnit("hours", figuresLike(gap/60, 0.01))}},
		Because: []Evidence{{Span: a.Span, Note: "from"}, {Span: b.Span, Note: "from"}},
	}
	if words != p.Words(span) {
		f.Suggestions = []string{words}
	}
	p.Report(f)
}

// lapseAfter is the duration that the words after two hours sum up, in minutes.
func (p *Pass) lapseAfter(at, last int, told bool) (span text.Span, minutes float64) {
	for i := at; i < min(last, at+lapseReach); i++ {
		q := p.quantityFrom(i)
		if q == nil || q.First != i {
			if k := p.TimeAt(i); k >= 0 && p.Times[k].First == i {
				if span, minutes = p.hoursLater(&p.When[k]); minutes > 0 || p.Times[k].Type == mark.Clock {
					return span, minutes
				}
			}
			continue
		}
		m := rules.MeasureOf(q.Unit)
		if m.Dimension != "duration" || m.Size > 3600 || q.Ordinal || q.Part || q.Approximate || q.Over || q.Under || q.Low != q.High {
			return span, 0
		}
		sums := p.sumsUp(at, q)
		later := p.ClassAt(q.Last, "later") > 0
		if !later && !(told && sums) {
			return span, 0
		}
		span, minutes = q.Span, q.Low*m.Size/60
		if n := p.quantityFrom(q.Last + 1); q.Unit == "hour" && n != nil && n.First <= q.Last+1 && n.Unit == "minute" {
			span, minutes = span.Join(n.Span), minutes+n.Low
		}
		return span, minutes
	}
	return span, 0
}

// hoursLater reads "nine hours later", in minutes.
func (p *Pass) hoursLater(t *mark.Time) (span text.Span, minutes float64) {
	n, unit := t.Counted()
	if !t.Relative || t.Backward || n == 0 || t.Half() || t.Mod != "" {
		return span, 0
	}
	span = t.Span
	for i := t.First + 1; i < t.Last; i++ {
		if p.ClassAt(i, "later") > 0 {
			span = p.Over(t.First, i)
			break
		}
	}
	switch unit {
	case calendar.Hour:
		return span, 60 * float64(n)
	case calendar.Minute:
		return span, float64(n)
	}
	return span, 0
}
