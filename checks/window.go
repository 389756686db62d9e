package checks

import (
	"slices"

	"recoupe/checks/claim"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// A Witness is a claim that the story makes of its own present, with the periods
// in which it was true: a tenure, several terms, all days since an event.
type Witness struct {
	Claim int // index into the reading's claims
	Facts []*rules.Fact
	True  []calendar.Period // in order
	Main  []calendar.Period // the same for the first reading alone, which the book lists as the best known
}

// holdsAt reports whether the claim was true on some day of a period.
func (w Witness) holdsAt(p calendar.Period) bool {
	return slices.ContainsFunc(w.True, p.Overlaps)
}

// witnesses collects what the story states as current in its own voice. Claims
// that are told of another time are none, nor are those with relative dates.
func (l *Linter) witnesses(r *Reading) []Witness {
	var out []Witness
	for i := range r.Claims {
		c := &r.Claims[i]
		if !c.Voice.Own() || c.Voice&(claim.Quoted|claim.Reported|claim.Then|claim.Acting|claim.Elect) != 0 {
			continue
		}
		h := &hearing{Pass: &Pass{Reading: r, Rule: c.Rule, Book: l.book}, claim: c}
		var w Witness
		switch c.Relation() {
		case rules.Holds:
			w = h.tenureWitness()
		case rules.TookPlace:
			w = h.eventWitness()
		}
		if len(w.True) > 0 {
			w.Claim = i
			if w.Main == nil {
				w.Main = w.True
			}
			out = append(out, w)
		}
	}
	return out
}

// tenureWitness is true while the person held the office, or after it for a
// former holder.
func (h *hearing) tenureWitness() (w Witness) {
	c := h.claim
	if c.Value == nil || c.When != nil || len(c.Value.Entities) != 1 {
		return w
	}
	for _, f := range h.tenures() {
		if !f.Certain() {
			return Witness{}
		}
		if f.AsOf.IsZero() || h.narrated(f.During) {
			return Witness{}
		}
		p := f.During.Widen(f.Slack())
		if c.Voice&claim.Former != 0 {
			if f.During.To.IsZero() {
				return Witness{}
			}
			p = calendar.Period{From: f.During.To}
		}
		w.Facts, w.True = append(w.Facts, f), append(w.True, p)
	}
	slices.SortFunc(w.True, func(a, b calendar.Period) int { return int(a.First() - b.First()) })
	return w
}

// eventWitness is true from the event on: it is told as past.
func (h *hearing) eventWitness() (w Witness) {
	c := h.claim
	if c.When != nil && h.Times[c.When.Time].Relative {
		return w
	}
	for _, e := range c.Subject.Entities {
		for _, f := range h.Book.Of(e, rules.TookPlace) {
			if !f.Certain() {
				return Witness{}
			}
			if w.Main == nil {
				w.Main = []calendar.Period{{From: f.Value.Period.From}}
			}
			if len(w.Facts) == 0 || f.Value.Period.First() < w.Facts[0].Value.Period.First() {
				w.Facts = []*rules.Fact{f}
			}
		}
	}
	if len(w.Facts) > 0 {
		w.True = []calendar.Period{{From: w.Facts[0].Value.Period.From}}
	}
	return w
}

// window is the period in which the most witnesses are true; all is false where
// some are left out. It sweeps over the borders of all periods: two terms of one
// person make a union, so that pairwise agreement would not be enough.
func window(ws []Witness) (p calendar.Period, all bool) {
	if len(ws) == 0 {
		return p, false
	}
	var days []calendar.Day
	for _, w := range ws {
		for _, t := range w.Main {
			days = append(days, t.First())
			if t.Last() < calendar.Latest {
				days = append(days, t.Last()+1)
			}
		}
	}
	slices.Sort(days)
	days = slices.Compact(days)
	best := 0
	var first, last calendar.Day
	for i, d := range days {
		end := calendar.Latest
		if i+1 < len(days) {
			end = days[i+1] - 1
		}
		n := 0
		for _, w := range ws {
			if slices.ContainsFunc(w.Main, func(t calendar.Period) bool { return t.First() <= d && d <= t.Last() }) {
				n++
			}
		}
		switch {
		case n > best:
			best, first, last = n, d, end
		case n == best && n > 0:
			last = end
		}
	}
	if first > calendar.Earliest {
		p.From = first.Date()
	}
	if last < calendar.Latest {
		p.To = last.Date()
	}
	return p, best == len(ws)
}

// publicationWindow reports a given or declared date that lies outside the
// window in which everything the story states as current was true. Findings
// that follow from the date are folded under it by settle.
func publicationWindow() Check {
	return Check{
		Name: "publication-window",
		Doc:  "compares the publication date with the time in which all that the story states as current was true",
		Vars: []string{"said", "known"},
		New: func(*rules.Rule) (Judge, error) {
			return judgeWindow, nil
		},
	}
}

// handover is the time in days around the end of a tenure in which copy speaks of
// those who go and those who come.
const handover = 31

func judgeWindow(p *Pass) {
	pub := p.Publication
	if pub.Origin != Given && pub.Origin != Declared || !pub.Complete {
		return
	}
	var out []Witness
	around := pub.Period.Widen(handover)
	for _, w := range pub.Witnesses {
		if !w.holdsAt(around) {
			out = append(out, w)
		}
	}
	if len(out) < 2 {
		return
	}
	slices.SortStableFunc(out, func(a, b Witness) int { return int(a.True[len(a.True)-1].Last() - b.True[len(b.True)-1].Last()) })
	var f Finding
	for i, w := range out[:min(len(out), 3)] {
		c := &p.Claims[w.Claim]
		if i == 0 {
			f.Span = c.Subject.Span
		}
		for _, fact := range w.Facts {
			f.Because = append(f.Because, Evidence{Fact: fact})
		}
		if i > 0 {
			f.Because = append(f.Because, Evidence{Span: c.Subject.Span})
		}
	}
	f.Vars = map[string]Said{"said": {Period: pub.Period}, "known": {Period: pub.Window}}
	p.Report(f)
}
