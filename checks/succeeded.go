package checks

import (
	"slices"

	"recoupe/checks/mark"
	"recoupe/rules"
)

// interregnum is the time in days that an office may stand empty between two
// holders of whom copy still says that one succeeds the other.
const interregnum = 500

// succeeded judges who is said to have come after whom in an office. What follows
// the two names may say in which: "à la tête de l'Otan", "as chancellor". Where
// nothing does, both have to have held the same.
func (h *hearing) succeeded() Judged {
	c := h.claim
	if !c.Voice.Own() || c.Value == nil || c.Value.Weak || len(c.Value.Entities) != 1 || len(c.Subject.Entities) != 1 {
		return unknown(whyVoice)
	}
	next, before := c.Subject.Entities[0], c.Value.Entities[0]
	place := h.where()
	if place == nil {
		place = h.between()
	}
	if place == nil && c.Set["what"] == "replaced" {
		return unknown(whyReadings) // it may be on a ticket, on a stage
	}
	var wrong *rules.Fact // the tenure of the one who came
	var right []*rules.Fact
	for _, f := range h.Book.With(next, rules.Holds) {
		if f.During.From.IsZero() {
			continue
		}
		came := h.predecessors(f)
		for _, g := range came {
			if g.Value.Entity == before {
				return confirmed(g) // in this office or another
			}
		}
		if place != nil && !holdsThere(place, f.Subject) {
			continue
		}
		if shared := h.everHeld(f.Subject, before); f.Acting || len(came) == 0 || !shared && (place == nil || place.Kind != rules.Office && !h.justBegan(f)) {
			continue
		}
		if !h.Book.Ask(f.Subject, rules.Holds, came[0].During).Closed && !came[0].Certain() {
			return unknown(whyOpenTable)
		}
		if wrong == nil || f.During.From.First() > wrong.During.From.First() {
			wrong, right = f, came // of several offices the one taken last
		}
	}
	if wrong == nil {
		return unknown(whyNoFact)
	}
	main := right[0]
	out := Finding{
		Span: c.Value.Span, About: c.Subject.Span,
		Vars:        map[string]Said{"subject": {Words: h.Words(c.Subject.Span)}, "said": {Words: h.Words(c.Value.Span)}, "known": {Entity: main.Value.Entity}},
		Because:     []Evidence{{Fact: main}, {Fact: wrong}},
		Suggestions: []string{h.inItsLetters(main.Value.Entity)},
		Down:        h.steps(false, main, wrong),
	}
	return h.contradicted(out)
}

// predecessors are the tenures that ended when another of the same office began,
// the regular holder first.
func (h *hearing) predecessors(f *rules.Fact) []*rules.Fact {
	var out []*rules.Fact
	var last *rules.Fact
	first := f.During.From.First()
	for _, g := range h.Book.Of(f.Subject, rules.Holds) {
		if g == f || g.Value.Entity == f.Value.Entity || g.During.To.IsZero() || g.During.From.IsZero() || g.During.From.First() >= first {
			continue
		}
		if end := g.During.To.Last(); end <= first+interregnum/8 && end >= first-interregnum {
			out = append(out, g)
		}
		if last == nil || g.During.To.Last() > last.During.To.Last() {
			last = g
		}
	}
	if len(out) == 0 && last != nil {
		out = append(out, last)
	}
	slices.SortStableFunc(out, func(a, b *rules.Fact) int {
		if a.Acting != b.Acting {
			if a.Acting {
				return 1
			}
			return -1
		}
		return int(b.During.To.Last() - a.During.To.Last())
	})
	return out
}

// justBegan reports whether a tenure began shortly before the time told of.
func (h *hearing) justBegan(f *rules.Fact) bool {
	at, dated := h.asOf()
	return dated && at.First() >= f.During.From.First() && at.First()-f.During.From.First() <= fresh
}

// everHeld reports whether the book has a person among the holders of an office.
func (h *hearing) everHeld(office, who *rules.Entity) bool {
	return slices.ContainsFunc(h.Book.Of(office, rules.Holds), func(f *rules.Fact) bool { return f.Value.Entity == who })
}

// where is the office, the body or the country that the words after the two names
// say it is about; nil where none stands there.
func (h *hearing) where() *mark.Mention {
	const reach = 9
	last := h.Sentences[h.claim.Sentence].Last
	from := max(h.claim.Value.Last, h.claim.Subject.Last)
	for i := h.MentionFrom(from); i < len(h.Mentions) && h.Mentions[i].First < min(last, from+reach); i++ {
		n := &h.Mentions[i]
		for k := from; k < n.First; k++ {
			if mark.Border(h.Tokens[k].Char) || h.Is(k, "subordinator") || h.Is(k, "coordinator") {
				return nil
			}
		}
		switch n.Kind {
		case rules.Office, rules.Organisation, rules.Country, rules.City:
			return n
		}
	}
	return nil
}

// between is the office that stands between two names, where words after them say
// nothing: "Boris Johnson became prime minister, replacing Theresa May".
func (h *hearing) between() (last *mark.Mention) {
	from, to := h.claim.Subject.Last, h.claim.Value.First
	for i := h.MentionFrom(from); i < len(h.Mentions) && h.Mentions[i].First < to; i++ {
		if n := &h.Mentions[i]; n.Kind == rules.Office && len(n.Entities) > 0 {
			last = n
		}
	}
	return last
}

// holdsThere reports whether an office is one that a mention names, or of what it names.
func holdsThere(n *mark.Mention, office *rules.Entity) bool {
	return n.Names(office) || n.Kind != rules.Office && office.Of != nil && n.Names(office.Of)
}
