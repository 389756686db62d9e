package checks

import (
	"slices"
	"strings"

	"recoupe/checks/claim"
	"recoupe/checks/text"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// asideElsewhere reports whether the words "the capital" after a city may begin
// what is told of another: "de Melbourne, la capitale australienne semble loin",
// "après Casablanca, la capitale marocaine, Rabat, reçoit".
func (h *hearing) asideElsewhere() bool {
	city, country := h.claim.Value, h.claim.Subject
	s := h.Sentences[h.claim.Sentence]
	if city.First > country.First || h.Tokens[city.Last].Char != ',' {
		return false
	}
	last := h.TokenAt(h.claim.End-1) + 1
	if last < s.Last && h.Tokens[last].Char == ',' {
		for _, n := range h.MentionsIn(last+1, last+2) {
			if n.Kind == rules.City && !slices.Equal(n.Entities, city.Entities) {
				return true
			}
		}
		return false
	}
	return h.Is(s.First, "leaving_from") && (last >= s.Last || h.Tokens[last].Kind == text.Word)
}

// capital judges which city is said to be the capital of a country: a slot with
// one value at a time, or with each of the seats that the book lists.
func (h *hearing) capital() Judged {
	c := h.claim
	if !c.Voice.Own() || c.Value == nil {
		return unknown(whyVoice)
	}
	if h.asideElsewhere() {
		return unknown(whyReadings)
	}
	at, dated := h.told()
	var right []*rules.Fact
	for _, country := range h.alsoCalled(c.Subject) {
		facts := h.Book.Of(country, rules.Capital)
		if len(facts) == 0 {
			return unknown(whyNoFact)
		}
		for _, f := range facts {
			if c.Value.Names(f.Value.Entity) {
				if !dated || f.During.Overlaps(at) || c.Voice&(claim.Former|claim.Then) != 0 {
					return confirmed(f)
				}
			} else if !dated || f.During.Overlaps(at) {
				right = append(right, f)
			}
		}
	}
	if len(right) == 0 || c.Voice&(claim.Former|claim.Elect|claim.Then) != 0 {
		return unknown(whyNoFact)
	}
	f := Finding{
		Span: c.At, About: c.Subject.Span,
		Vars:        map[string]Said{"subject": {Entity: right[0].Subject}, "said": {Words: h.Words(c.Value.Span)}, "known": {Entity: right[0].Value.Entity}, "when": {Period: at}},
		Suggestions: []string{right[0].Value.Entity.Label(h.Lang)},
		Down:        h.steps(false, right[0]),
		Phrase:      h.withPreposition(c.Span),
	}
	for _, r := range right {
		f.Because = append(f.Because, Evidence{Fact: r})
	}
	return h.contradicted(f)
}

// formerCapital judges a city that is called the capital, of what the text leaves
// to the reader: wrong when it was the capital of its country once and is no more.
func (h *hearing) formerCapital() Judged {
	c := h.claim
	at, dated := h.told()
	if !c.Voice.Own() || !dated || c.Voice&(claim.Former|claim.Then) != 0 {
		return unknown(whyVoice)
	}
	var was, right []*rules.Fact
	for _, city := range c.Subject.Entities {
		facts := h.Book.With(city, rules.Capital)
		if len(facts) == 0 {
			if len(c.Subject.Entities) > 1 && strings.HasSuffix(city.ID, elsewhere) {
				continue
			}
			seat, lies := h.otherCapital(city, at)
			if seat == nil {
				return unknown(whyNoFact)
			}
			was, right = append(was, lies), append(right, seat)
		}
		for _, f := range facts {
			if f.During.Widen(f.Slack()).Overlaps(at) || h.narrated(f.During) {
				return confirmed(f)
			}
			was = append(was, f)
			for _, now := range h.Book.Of(f.Subject, rules.Capital) {
				if now.During.Overlaps(at) {
					right = append(right, now)
				}
			}
		}
	}
	if len(right) == 0 {
		return unknown(whyNoFact)
	}
	f := Finding{
		Span: c.Subject.Span, About: c.Span,
		Vars:        map[string]Said{"subject": {Entity: right[0].Subject}, "said": {Words: h.Words(c.Subject.Span)}, "known": {Entity: right[0].Value.Entity}, "when": {Period: at}},
		Because:     []Evidence{{Fact: right[0]}, {Fact: was[0]}},
		Suggestions: []string{right[0].Value.Entity.Label(h.Lang)},
		Down:        h.steps(true, right[0], was[0]),
		Phrase:      h.withPreposition(h.groupOf(c.Subject.First, h.TokenAt(c.End-1))),
	}
	return h.contradicted(f)
}

// otherCapital is the capital of the country of a city that is no capital, and the
// fact that it lies in that country. A region that the story names may have its
// own: then nothing is known.
func (h *hearing) otherCapital(city *rules.Entity, at calendar.Period) (seat, lies *rules.Fact) {
	for _, f := range h.enclosing(city) {
		place := f.Value.Entity
		if _, named := h.firstNamed(place); place.Kind != rules.Country && exclusive[place.Sub] && named {
			return nil, nil
		}
		if place.Kind != rules.Country || !place.Exists.IsZero() && !place.Exists.Overlaps(at) {
			continue
		}
		for _, now := range h.Book.Of(place, rules.Capital) {
			if now.During.Overlaps(at) {
				if seat != nil {
					return nil, nil // several seats, or several countries
				}
				seat, lies = now, f
			}
		}
	}
	return seat, lies
}

// withPreposition is a stretch with the preposition before it, where none of its
// letters hangs on the word behind.
func (h *hearing) withPreposition(s text.Span) text.Span {
	if i := h.TokenAt(s.Start) - 1; i >= 0 && h.Is(i, "preposition") && !h.Is(i, "complement") && !h.Tokens[i].Is(text.Elided) {
		return h.Tokens[i].Span.Join(s)
	}
	return s
}
