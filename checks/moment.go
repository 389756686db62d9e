package checks

import (
	"recoupe/checks/claim"
	"recoupe/checks/mark"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// fresh is the time in days after a tenure in which its title is a slip of memory
// even without its place.
const fresh = 60

// inaugural is the time in days before a tenure in which copy may already use its title.
const inaugural = 90

// outOfTime weighs a holder who left, or has yet to come. Histories, archives
// and courtesy use old titles: such a claim is excused unless the story speaks
// of now or the person left not long ago, or of the time that the story tells of;
// a title without its place then weighs less.
func (h *hearing) outOfTime(now calendar.Period, told bool) (down int, excused bool) {
	bare := len(h.claim.Subject.Of) == 0 && h.claim.Subject.Title != nil && len(h.claim.Subject.Entities) > 1
	tenures := h.tenures()
	if len(tenures) == 0 || h.claim.Voice&(claim.Former|claim.Then) != 0 {
		return 0, false
	}
	gone, coming := calendar.Latest, calendar.Latest
	for _, f := range tenures {
		if !f.During.To.IsZero() && f.During.Last() < now.First() {
			gone = min(gone, now.First()-f.During.Last())
		} else if f.During.First() > now.Last() {
			coming = min(coming, f.During.First()-now.Last())
		}
	}
	switch {
	case coming <= inaugural:
		return 0, true
	case told, h.speaksOfNow(now):
		return 0, false
	case int(gone) > h.settings.Recent && gone < calendar.Latest:
		return 0, true
	case bare && gone < calendar.Latest && int(gone) > fresh && !h.placed(tenures):
		return 1, false
	}
	return 0, false
}

// ofTheseDays reports a time of the days around publication beside a claim that
// holds somebody up to an office: whichever it dates, the claim is of these days.
func (h *hearing) ofTheseDays(w *claim.Attached) bool {
	const days = 14
	t := &h.When[w.Time]
	return h.Rule.Relation == rules.Holds && !t.Period.IsZero() && !h.Publication.Period.IsZero() && t.Period.Within(h.Publication.Period.Widen(days))
}

// placed reports whether the story names the one country or body in which a person
// held all offices of a title, so that the title alone says which is meant.
func (h *hearing) placed(tenures []*rules.Fact) bool {
	of := tenures[0].Subject.Of
	for _, f := range tenures {
		if f.Subject.Of != of {
			return false
		}
	}
	_, named := h.firstNamed(of)
	return named
}

// speaksOfNow reports whether the claim's sentence tells what the person says or
// does at the time of publication: a date of these days, or a verb of saying.
func (h *hearing) speaksOfNow(now calendar.Period) bool {
	if h.datedNow(now) {
		return true
	}
	s := h.Sentences[h.claim.Sentence]
	for i := h.claim.Value.Last; i < min(s.Last, h.claim.Value.Last+4); i++ {
		if h.ClassAt(i, "speech") > 0 {
			return true
		}
	}
	return false
}

// datedNow reports whether the claim's sentence holds a date of the days around
// publication.
func (h *hearing) datedNow(now calendar.Period) bool {
	const days = 14
	s := h.Sentences[h.claim.Sentence]
	for i := h.TimeFrom(s.First); i < len(h.When) && h.When[i].First < s.Last; i++ {
		if t := &h.When[i]; t.Type == mark.DateTime && !t.Period.IsZero() && t.Period.Within(now.Widen(days)) {
			return true
		}
	}
	return false
}

// leaving reports whether the words right after say that the person goes:
// "remplacée par", "who resigned".
func (h *hearing) leaving() bool {
	last := h.Sentences[h.claim.Sentence].Last
	from := max(h.claim.Value.Last, h.claim.Subject.Last)
	for i := from; i < min(last, from+5); i++ {
		if h.ClassAt(i, "leaving") > 0 && (i == from || h.Is(i-1, "subordinator") || !h.Is(i, "past")) {
			return true
		}
	}
	return false
}
