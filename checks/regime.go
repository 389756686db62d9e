package checks

import (
	"slices"
	"strings"

	"recoupe/checks/claim"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// regime judges whose a government or a town hall is said to be: "le gouvernement
// de Manuel Valls". The pattern names the titles that make it theirs.
func (h *hearing) regime() Judged {
	c := h.claim
	now, dated := h.asOf()
	if !c.Voice.Own() || c.Voice&(claim.Former|claim.Then|claim.Quoted) != 0 || c.Value == nil || c.Value.Weak || len(c.Value.Entities) != 1 || !dated {
		return unknown(whyVoice)
	}
	titles := strings.Fields(c.Set["titles"])
	var left *rules.Fact
	for _, f := range h.Book.With(c.Value.Entities[0], rules.Holds) {
		if f.Subject.Title == nil || !slices.Contains(titles, f.Subject.Title.ID) || c.Subject != c.Value && !h.about(f.Subject) {
			continue
		}
		if f.During.Widen(fresh).Overlaps(now) || h.narrated(f.During) || f.During.First() > now.Last() {
			return confirmed(f)
		}
		if left == nil || left.During.Last() < f.During.Last() {
			left = f
		}
	}
	if left == nil || h.classInSentence("past") || !h.datedNow(now) && int(now.First()-left.During.Last()) > h.settings.Recent {
		return unknown(whyNoFact)
	}
	return h.successorOf(left, now)
}

// left judges when somebody is said to have left an office: the day itself, or one
// of the months before it in which they said that they would.
func (h *hearing) left() Judged {
	const notice = 180 // days
	c := h.claim
	if !c.Voice.Own() || c.Value == nil || c.When == nil || c.Voice&claim.Quoted != 0 {
		return unknown(whyNoDate)
	}
	t := &h.When[c.When.Time]
	if t.Period.IsZero() || t.Relative || t.Written == 0 || t.Guessed != 0 {
		return unknown(whyNoDate)
	}
	var wrong *rules.Fact
	for _, f := range h.tenures() {
		if f.During.To.IsZero() {
			continue
		}
		if calendar.Between(f.During.To.First()-notice, f.During.To.Last()+calendar.Day(f.Slack())).Overlaps(t.Period) {
			return confirmed(f)
		}
		if wrong != nil && apart(wrong.During.To.Last(), f.During.To.Last()) <= fresh {
			continue // the party goes with the government
		}
		if wrong != nil || c.Subject.Kind != rules.Office && f.Subject.Lead == 0 {
			return unknown(whyReadings)
		}
		wrong = f
	}
	if wrong == nil || apart(wrong.During.To.Year, t.Period.From.Year) > 4 || !h.alone(wrong) {
		return unknown(whyNoFact)
	}
	return h.misdated(t, wrong, h.redate(t, calendar.At(wrong.During.To)))
}
