package checks

import (
	"slices"

	"recoupe/checks/claim"
	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// joined judges the date of an accession: that of the country named, or of all of
// a list.
func (h *hearing) joined() Judged {
	c := h.claim
	t, ok := h.time()
	if !ok || c.Voice&claim.Denied != 0 || t.NeedsStory || t.Guessed&mark.YearField != 0 {
		return unknown(whyNoDate)
	}
	list := h.company(c.Value)
	if j, done := h.joinedEach(list, t); done {
		return j
	}
	var wrong []*rules.Fact
	var odd []*mark.Mention
	for _, n := range list {
		f, fits := h.whenJoined(n, t)
		switch {
		case fits:
			continue
		case f != nil:
			wrong = append(wrong, f)
		}
		odd = append(odd, n)
	}
	switch {
	case len(odd) == 0:
		f, _ := h.whenJoined(c.Value, t)
		return confirmed(f)
	case len(odd) == 1 && (len(list) > 1 || len(wrong) == 0 || h.notYet(wrong[0])):
		return h.oddJoined(odd[0], list, t)
	case len(odd) < len(list) || len(wrong) < len(odd) || slices.ContainsFunc(wrong, h.notYet):
		return unknown(whyReadings)
	}
	return h.misjoined(t, wrong)
}

// whenJoined is the accession of a mention's country to the body meant: the one
// that a time fits, where there is one.
func (h *hearing) whenJoined(n *mark.Mention, t *mark.Time) (known *rules.Fact, fits bool) {
	for _, org := range h.claim.Subject.Entities {
		if f := h.accession(org, n, t); f != nil {
			return f, true
		}
		if known == nil {
			known = h.joinedBy(org, n, calendar.Period{})
		}
	}
	return known, false
}

// notYet reports an accession after the story.
func (h *hearing) notYet(f *rules.Fact) bool {
	at, dated := h.asOf()
	return dated && f.During.First() > at.Last()+calendar.Day(f.Slack())
}

// joinedEach judges as many times as countries, in their order: "Estonia and
// Latvia in 2011 and 2014".
func (h *hearing) joinedEach(list []*mark.Mention, t *mark.Time) (Judged, bool) {
	from := h.claim.When.Time
	for from > 0 && len(list) > 1 && h.coordinated(h.When[from-1].Last, h.When[from].First) && h.When[from].First-h.When[from-1].Last <= 3 {
		from--
	}
	to := from + len(list)
	if len(list) < 2 || to > len(h.When) {
		return Judged{}, false
	}
	for i := from + 1; i < to; i++ {
		if between := h.When[i].First - h.When[i-1].Last; between < 1 || between > 3 || h.When[i].Period.IsZero() {
			return Judged{}, false
		}
	}
	if !h.coordinated(h.When[to-2].Last, h.When[to-1].First) {
		return Judged{}, false
	}
	var odd []int
	var known *rules.Fact
	for i, n := range list {
		f, fits := h.whenJoined(n, &h.When[from+i])
		if !fits {
			odd = append(odd, i)
		}
		known = f
	}
	switch {
	case len(odd) == 0:
		return confirmed(known), true
	case len(odd) > 1:
		return unknown(whyReadings), true
	}
	n, at := list[odd[0]], &h.When[from+odd[0]]
	if f, _ := h.whenJoined(n, at); f != nil && !h.notYet(f) {
		return h.misjoined(at, []*rules.Fact{f}), true
	}
	return h.oddJoined(n, list, at), true
}

// oddJoined reports the country of a list that did not join with the others, or
// had not joined by the time of the story.
func (h *hearing) oddJoined(odd *mark.Mention, list []*mark.Mention, t *mark.Time) Judged {
	at, dated := h.asOf()
	org := h.claim.Subject.Entities[0]
	if !dated || len(h.claim.Subject.Entities) > 1 || !h.Book.Ask(org, rules.Member, at).Closed || !h.Book.Ask(org, rules.Member, t.Period).Closed || h.partOfAny(org, odd) {
		return unknown(whyOpenTable)
	}
	var others []*rules.Fact
	for _, f := range h.Book.Of(org, rules.Member) {
		listed := func(n *mark.Mention) bool { return n.Names(f.Value.Entity) }
		if !slices.ContainsFunc(list, listed) && h.fits(t, &rules.Fact{Value: rules.Value{Period: calendar.At(f.During.From)}}) {
			others = append(others, f)
		}
	}
	if h.claim.Relation() == "club" && len(list) == 1 && h.instead(odd, others) == nil {
		return unknown(whyReadings) // it may have joined something else
	}
	return h.outOfPlace(org, odd, list, others)
}

// misjoined reports the wrong time of an accession.
func (h *hearing) misjoined(t *mark.Time, wrong []*rules.Fact) Judged {
	c := h.claim
	f := Finding{
		Span: t.Span, About: c.Value.Span.Join(c.Subject.Span), Phrase: h.timePhrase(t),
		Vars:    map[string]Said{"subject": {Entity: wrong[0].Value.Entity}, "said": {Words: h.Words(t.Span)}, "known": {Period: calendar.At(wrong[0].During.From)}},
		Because: []Evidence{{Fact: wrong[0]}},
		Down:    h.steps(t.Relative, wrong[0]),
	}
	if !h.Sentences[c.Sentence].Contains(c.Subject.Span) {
		f.About = c.Value.Span
	}
	same := !slices.ContainsFunc(wrong, func(o *rules.Fact) bool { return o.During.From != wrong[0].During.From })
	if s := h.redate(t, calendar.At(wrong[0].During.From)); s != "" && same {
		f.Suggestions = []string{s}
	}
	return h.contradicted(f)
}

// timePhrase is a bare year with the word that hangs it on its verb, and the verb
// where that says it all: "en 1979", "joined in 2004".
func (h *hearing) timePhrase(t *mark.Time) text.Span {
	if t.First == 0 || t.Written != mark.YearField || !h.Is(t.First-1, "date_link") {
		return t.Span
	}
	const longest = 6 // words of a verb
	for i := max(0, t.First-1-longest); i < t.First-1; i++ {
		if h.ClassAt(i, "club_joined") == t.First-1 {
			return h.Over(i, t.Last)
		}
	}
	return h.Over(t.First-1, t.Last)
}

// joinedBy is the first membership of a mention's country in a body that began
// before the end of a time, or has no known beginning.
func (h *hearing) joinedBy(org *rules.Entity, who *mark.Mention, at calendar.Period) *rules.Fact {
	for _, f := range h.Book.Of(org, rules.Member) {
		if who.Names(f.Value.Entity) && (at.IsZero() || f.During.From.IsZero() || f.During.First() <= at.Last()+calendar.Day(f.Slack())) {
			return f
		}
	}
	return nil
}

// accession is the fact that a mention's country joined a body at a time.
func (h *hearing) accession(org *rules.Entity, who *mark.Mention, t *mark.Time) *rules.Fact {
	for _, f := range h.Book.Of(org, rules.Member) {
		if who.Names(f.Value.Entity) && !f.During.From.IsZero() && h.fits(t, &rules.Fact{Value: rules.Value{Period: calendar.At(f.During.From)}}) {
			return f
		}
	}
	return nil
}
