package checks

import (
	"maps"
	"slices"
	"strings"

	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules/calendar"
)

// storyOffsets holds a time counted from an earlier one up to the date beside
// it: "deux jours plus tard, le 8 mai" needs a day of the story two days before.
func (p *Pass) storyOffsets() {
	for i := 1; i+1 < len(p.When); i++ {
		t, said := &p.When[i], &p.When[i+1]
		if !t.NeedsStory || t.Mod != "" || !p.apposed(t, said) {
			continue
		}
		n, unit := t.Counted()
		if unit == calendar.Year && n != 0 && isDated(said) {
			p.yearOffset(i, n)
			continue
		}
		if unit == calendar.Month && n != 0 && said.Type == mark.DateTime && said.Written&mark.MonthField != 0 {
			p.monthOffset(i, n)
			continue
		}
		if unit.Days() == 0 || n == 0 || !isDay(said) {
			continue
		}
		var bases []*mark.Time
		fits := false
		from, to := p.timesAround(t.First)
		for k := from; k < to; k++ {
			base := &p.When[k]
			if k != i && k != i+1 && isDay(base) {
				bases = append(bases, base)
				fits = fits || apart(base.Period.First()+calendar.Day(n*unit.Days()), said.Period.First()) <= calendar.Day(unit.Days()-1)
			}
			fits = fits || base.Type == mark.DateTime && k < i && base.Written&mark.WeekdayField != 0 && base.Written&mark.DayField == 0
		}
		if fits || len(bases) == 0 || p.SentenceAt(bases[0].Start) > p.SentenceAt(t.Start) {
			continue
		}
		slices.SortStableFunc(bases, func(a, b *mark.Time) int { return apart(a.First, t.First) - apart(b.First, t.First) })
		p.reportOffset(t, said, 1, bases...)
	}
}

// monthOffset holds "five months later, on 9 August" up to the days of the story.
func (p *Pass) monthOffset(at, n int) {
	t, said := &p.When[at], &p.When[at+1]
	const slack = 17 // months are counted roughly
	var base *mark.Time
	from, to := p.timesAround(t.First)
	for k := from; k < to; k++ {
		b := &p.When[k]
		if k == at || k == at+1 || b.Type != mark.DateTime || b.Period.From.IsZero() || b.Period.To.IsZero() {
			continue
		}
		low, high := b.Period.From.AddMonths(n).First()-slack, b.Period.To.AddMonths(n).Last()+slack
		for year := low.Date().Year; year <= high.Date().Year; year++ {
			d := said.Period.From
			if said.Written&mark.YearField == 0 {
				d.Year = year
			}
			if d.Valid() && d.First() >= low && d.First() <= high {
				return
			}
		}
		if k < at && (isDay(b) || b.Written&mark.MonthField != 0 && p.SentenceAt(b.Start) == p.SentenceAt(t.Start)) {
			base = b
		}
	}
	if base != nil && p.SentenceAt(base.Start)+2 > p.SentenceAt(t.Start) {
		p.reportOffset(t, said, 1, base)
	}
}

// yearOffset holds "twenty years later, in 2015" up to the years of the story.
func (p *Pass) yearOffset(at, n int) {
	t, said := &p.When[at], &p.When[at+1]
	slack := 0
	if !t.Named() {
		slack = 1 + max(n, -n)/20
	}
	var bases []*mark.Time
	from, to := p.timesAround(t.First)
	for k := from; k < to; k++ {
		base := &p.When[k]
		if k == at || k == at+1 || base.Type != mark.DateTime && base.Type != mark.Range || base.Period.From.IsZero() || base.Period.To.IsZero() {
			continue
		}
		if low, high := base.Period.From.Year+n-slack, base.Period.To.Year+n+slack; low <= said.Period.To.Year && said.Period.From.Year <= high {
			return
		}
		if isDated(base) && k < at {
			bases = append(bases, base)
		}
	}
	year := p.Publication.Period.From.Year
	if len(bases) == 0 || apart(year+n, said.Period.From.Year) <= slack+1 {
		return
	}
	if last := bases[len(bases)-1]; p.SentenceAt(last.Start)+2 > p.SentenceAt(t.Start) {
		p.reportOffset(t, said, 1, last)
	}
}

// isDay reports a single day that the story says with day and month.
func isDay(t *mark.Time) bool {
	return t.Type == mark.DateTime && t.Written&mark.DayField != 0 && t.Written&mark.MonthField != 0 && t.Period.Single() && t.Grain == calendar.OneDay
}

// reportOffset reports a time counted from another of the story, and the date
// beside it; sense is -1 when the count goes back from the other.
func (p *Pass) reportOffset(t, said *mark.Time, sense int, others ...*mark.Time) {
	span := t.Span.Join(said.Span)
	f := Finding{Span: span, Vars: map[string]Said{"said": {Words: p.Words(span)}}}
	for _, o := range others[:min(2, len(others))] {
		f.Because = append(f.Because, Evidence{Span: o.Span, Note: "other"})
	}
	n, unit := t.Counted()
	f.Suggestions = p.recountFrom(f.Span, t, said, n*sense, unit, others[0].Period)
	p.Report(f)
}

// deedOffsets holds "four days before the theft, on 12 November" up to the day
// that the story gives for the theft elsewhere.
func (p *Pass) deedOffsets() {
	for i := 0; i+1 < len(p.When); i++ {
		d, said := &p.When[i], &p.When[i+1]
		n, unit := d.Counted()
		if d.Type != mark.Duration || unit.Days() == 0 || n == 0 || !isDay(said) || said.First-d.Last > 6 || p.SentenceAt(d.Start) != p.SentenceAt(said.Start) {
			continue
		}
		noun, sign := p.deedNoun(d.Last, said.First)
		if noun < 0 {
			continue
		}
		deed := said.Period.First() + calendar.Day(sign*n*unit.Days())
		others := p.datesOf(noun)
		if len(others) == 0 && n*unit.Days() >= 5 {
			if other := p.turnedRound(said, sign*n*unit.Days()); other != nil {
				span := d.Span.Join(said.Span)
				p.Report(Finding{
					Span: span, Vars: map[string]Said{"said": {Words: p.Words(span)}},
					Because: []Evidence{{Span: other.Span, Note: "other"}},
				})
				continue
			}
		}
		if len(others) == 0 || slices.ContainsFunc(others, func(o *mark.Time) bool {
			return apart(o.Period.First(), deed) <= max(1, calendar.Day(unit.Days()-1))
		}) {
			continue
		}
		p.reportOffset(d, said, -sign, others...)
	}
}

// turnedRound is a day shortly before that lies just as far from a date as is said,
// and on the other side of it: "six weeks before the accident, on 19 February",
// where the accident was on 8 January.
func (p *Pass) turnedRound(said *mark.Time, days int) *mark.Time {
	here := p.SentenceAt(said.Start)
	from, to := p.timesAround(said.First)
	for k := from; k < to && days != 0; k++ {
		b := &p.When[k]
		if s := p.SentenceAt(b.Start); b != said && isDay(b) && s+2 >= here && b.First < said.First && int(said.Period.First()-b.Period.First()) == days {
			return b
		}
	}
	return nil
}

// deedNoun reads "before the theft, on" and returns the noun, with 1 when it
// comes after the date and -1 when it came before.
func (p *Pass) deedNoun(from, to int) (noun, sign int) {
	switch {
	case p.ClassAt(from, "ordering_before") > from:
		sign = 1
	case p.ClassAt(from, "ordering_after") > from:
		sign = -1
	default:
		return -1, 0
	}
	noun = from + 1
	if p.ClassAt(noun, "article") > noun {
		noun++
	}
	if noun >= to || p.Tokens[noun].Kind != text.Word || noun+1 < to && p.Tokens[noun+1].Char != ',' && p.Tokens[noun+1].Char != '(' {
		return -1, 0
	}
	return noun, sign
}

// datesOf are the days that the story gives, in other sentences, to what a noun
// names: in the clause of the same noun, or of a word that tells the same deed.
func (p *Pass) datesOf(noun int) []*mark.Time {
	var deeds []string
	for _, class := range slices.Sorted(maps.Keys(p.Language.Class)) {
		if strings.HasPrefix(class, "deed-") && p.ClassAt(noun, class) == noun+1 {
			deeds = append(deeds, class)
		}
	}
	here := p.SentenceAt(p.Tokens[noun].Start)
	var out []*mark.Time
	from, to := p.timesAround(noun)
	for i := from; i < to; i++ {
		t := &p.When[i]
		s := p.SentenceAt(t.Start)
		if s == here || s < 0 || !isDay(t) || t.Sense != mark.At {
			continue
		}
		for k := max(p.Sentences[s].First, t.First-8); k < min(p.Sentences[s].Last, t.Last+8); k++ {
			same := p.Tokens[k].Key == p.Tokens[noun].Key
			for _, class := range deeds {
				same = same || p.ClassAt(k, class) > k
			}
			if same && p.oneClause(k, t) {
				out = append(out, t)
				break
			}
		}
	}
	return out
}

// oneClause reports that no mark and no other time parts a word from a time.
func (p *Pass) oneClause(k int, t *mark.Time) bool {
	from, to := k+1, t.First
	if k >= t.Last {
		from, to = t.Last, k
	}
	for i := from; i < to; i++ {
		if c := p.Tokens[i].Char; c != 0 && c != '-' && c != '\'' || p.TimeAt(i) >= 0 {
			return false
		}
	}
	return true
}
