package checks

import (
	"strings"

	"recoupe/checks/claim"
	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// elapsed is the time in which copy may say "n units after": from half a unit
// early, as anniversaries are told ahead, to the end of the unit, and as much
// for a unit's doubt. From a year on months are counted by halves of years: "un
// an et demi" is said after sixteen months.
func elapsed(event calendar.Period, n int, unit calendar.Unit) calendar.Period {
	days := daysOf(unit)
	doubt := days / 2
	if unit == calendar.Month && n >= 12 {
		doubt = 3 * days
	}
	from := event.First() + calendar.Day(n*days-doubt)
	to := event.Last() + calendar.Day((n+1)*days+doubt)
	if unit == calendar.Year && doubt > 0 {
		// Two years after is not said when three have passed.
		to = event.Last() + calendar.Day((n+1)*days-1)
	}
	return calendar.Between(from, to)
}

// sameAnniversary reports whether a year is the event's plus n: "dix ans après"
// may be said all through that year.
func sameAnniversary(event, until calendar.Period, n int, unit calendar.Unit) bool {
	return unit == calendar.Year && until.From.Year <= event.To.Year+n+n/20 && until.From.Year >= event.From.Year+n-n/20
}

// rounded reports a count in a round number: "une dizaine de jours".
func (h *hearing) rounded(t *mark.Time) bool {
	for i := t.First; i < t.Last && h.Language != nil; i++ {
		if h.Language.Quantity.Numeral(h.Tokens[i].Key).Round > 0 {
			return true
		}
	}
	return false
}

// daysOf is the length of a unit, in days.
func daysOf(u calendar.Unit) int {
	switch u {
	case calendar.Year:
		return 366
	case calendar.Month:
		return 31
	case calendar.Week:
		return 7
	case calendar.Fortnight:
		return 14
	case calendar.Decade:
		return 3653
	}
	return 1
}

// agoFits reports whether an event lies as many years back as is said: those
// that have passed, rounded or not, or the difference of the years. Round
// numbers of decades are said more loosely. ok is false for other times.
func (h *hearing) agoFits(t *mark.Time, event calendar.Period) (fits, ok bool) {
	n, unit := t.Counted()
	if n = -n; unit == calendar.Decade {
		n *= 10
	}
	pub := h.Publication.Period
	if !t.Relative || t.NeedsStory || t.Named() || t.Half() || unit != calendar.Year && unit != calendar.Decade || n <= 0 || !pub.Single() {
		return false, false
	}
	return goneBy(event, pub, n, unit == calendar.Decade), true
}

// goneBy reports whether an event lies as many years before a day as is said,
// loosely where they are counted in decades.
func goneBy(event, pub calendar.Period, n int, loose bool) bool {
	const year = 365.25
	slack := 0.5
	switch {
	case loose:
		slack = 4
	case n >= 10 && n%5 == 0:
		slack = max(1, float64(n)*0.08)
	case n > 10:
		slack = 1
	}
	low, high := float64(pub.First()-event.Last())/year, float64(pub.First()-event.First())/year
	years := pub.From.Year - event.From.Year
	return low-slack <= float64(n) && float64(n) <= high+slack || years == n || int(high) == n || int(low) == n
}

// anniversary judges the number of an anniversary that is kept now or is being
// prepared: "le 25e anniversaire de la catastrophe de Tchernobyl sera marqué
// mardi". Of one that is told as past, the year it was kept in is not known.
func (h *hearing) anniversary() Judged {
	c := h.claim
	pub, dated := h.asOf()
	at := h.Page.TokenAt(c.Span.Start)
	n, span := h.countBefore(at)
	if !c.Voice.Own() && c.Voice&^claim.Planned != 0 || c.Voice&claim.Quoted != 0 || n < 2 || !dated || !pub.Single() || pub.From.Month == 0 {
		return unknown(whyNoDate)
	}
	s := h.Sentences[c.Sentence]
	now, ahead := h.datedNow(pub), false
	for i := s.First; i < s.Last; i++ {
		ahead = ahead || h.ClassAt(i, "preparing") > 0
	}
	if t := h.TimeFrom(s.First); !now && t < len(h.When) && h.When[t].First < s.Last || !now && !ahead {
		return unknown(whyNoDate)
	}
	var wrong []*rules.Fact
	for _, e := range c.Subject.Entities {
		for _, f := range h.Book.Of(e, rules.TookPlace) {
			for year := f.Value.Period.From.Year; year <= max(f.Value.Period.From.Year, f.Value.Period.To.Year); year++ {
				due := year + n
				if due == pub.From.Year || due == pub.From.Year+1 && (pub.From.Month >= 9 || ahead) || due == pub.From.Year-1 && pub.From.Month <= 2 || ahead && due > pub.From.Year {
					return confirmed(f)
				}
			}
			wrong = append(wrong, f)
		}
	}
	if len(wrong) == 0 {
		return unknown(whyNoFact)
	}
	known := wrong[0]
	number := span
	span = span.Join(h.Tokens[at].Span)
	f := Finding{
		Span: span, About: c.Subject.Span, RestsOnDate: true,
		Vars: map[string]Said{"subject": {Entity: known.Subject}, "said": {Words: h.Words(span)}, "known": {Period: known.Value.Period}, "when": {Period: pub}},
		Down: h.steps(true, wrong...) + 1,
	}
	for _, w := range wrong {
		f.Because = append(f.Because, Evidence{Fact: w})
	}
	if s := h.renumber(number, span, pub.From.Year-known.Value.Period.From.Year); s != "" {
		f.Suggestions = []string{s}
	}
	return h.contradicted(f)
}

// renumber says the words of an anniversary with another number.
func (p *Pass) renumber(number, whole text.Span, right int) string {
	if p.Language == nil || right < 2 {
		return ""
	}
	words, to := p.Words(number), ""
	if i := strings.IndexFunc(words, func(r rune) bool { return r < '0' || r > '9' }); i > 0 {
		to = p.Language.SayNth(right, words[i:])
	} else {
		to = sameCase(words, p.Language.SayWords(right, true))
	}
	return p.replace(whole, number, to)
}
