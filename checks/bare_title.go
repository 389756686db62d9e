package checks

import (
	"slices"
	"strings"

	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// toldOf is the time of which the claim is told: its own, the one that dates its
// whole sentence, or now.
func (h *hearing) toldOf(now calendar.Period) calendar.Period {
	if t, ok := h.time(); ok && sure(h.claim.When) && t.Guessed&mark.YearField == 0 {
		return t.Period
	}
	if t := h.headingTime(); t != nil && t.Period.Last() < now.First() && t.Sense == mark.At {
		return t.Period
	}
	return now
}

// owned are the offices of the body or the country that a possessive before the
// title points back to, the last one named shortly before that has any of that
// title: "la Fifa … son président".
func (h *hearing) owned() []*rules.Entity {
	const reach = 40 // tokens
	s := h.claim.Subject
	if !h.Is(s.First-1, "possessive") {
		return nil
	}
	for i := h.MentionFrom(s.First) - 1; i >= 0 && h.Mentions[i].First > s.First-reach; i-- {
		n := &h.Mentions[i]
		if n.Kind != rules.Organisation && n.Kind != rules.Country {
			continue
		}
		var out []*rules.Entity
		for _, o := range s.Entities {
			if o.Of != nil && n.Names(o.Of) {
				out = append(out, o)
			}
		}
		return out
	}
	return nil
}

// ofTheirCountry are the offices that a title without its place means where the
// person never held any such, but serves the country at that time: the one of
// that country. "Le président Manuel Valls" is of no club while he is a minister.
func (h *hearing) ofTheirCountry(at calendar.Period) []*rules.Entity {
	c := h.claim
	if len(c.Subject.Of) > 0 || c.Subject.Title == nil || c.Value.Weak || len(c.Value.Entities) != 1 {
		return nil
	}
	var country *rules.Entity
	for _, f := range h.Book.With(c.Value.Entities[0], rules.Holds) {
		if h.titled(f.Subject) || f.Subject.Title == nil || h.titled(f.Subject.Title) {
			return nil // "le président Gérard Larcher" is of the Senate
		}
		if !f.During.Overlaps(at) || f.Subject.Of == nil || f.Subject.Of.Kind != rules.Country {
			continue
		}
		if country != nil && country != f.Subject.Of {
			return nil
		}
		country = f.Subject.Of
	}
	if country == nil {
		return nil
	}
	var out []*rules.Entity
	for _, o := range c.Subject.Entities {
		if o.Of == country {
			out = append(out, o)
		}
	}
	if len(out) == 0 {
		out = h.ofTheSentence(country)
	}
	if len(out) != 1 || !h.Book.Ask(out[0], rules.Holds, at).Closed {
		return nil
	}
	return out
}

// ofTheSentence are the offices of the claim's title in the countries that its
// sentence names, other than the one that knows no such title.
func (h *hearing) ofTheSentence(but *rules.Entity) []*rules.Entity {
	s := h.Sentences[h.claim.Sentence]
	var out []*rules.Entity
	for i := h.MentionFrom(s.First); i < len(h.Mentions) && h.Mentions[i].First < s.Last; i++ {
		n := &h.Mentions[i]
		if n.Kind != rules.Country || n.Names(but) {
			continue
		}
		for _, o := range h.claim.Subject.Entities {
			if n.Names(o.Of) && !slices.Contains(out, o) {
				out = append(out, o)
			}
		}
	}
	return out
}

// titled reports whether the names of a title or an office hold the words of the
// claim's, so that these may be short for it.
func (h *hearing) titled(title *rules.Entity) bool {
	said := text.Fold(h.Words(h.claim.Subject.Span))
	return slices.ContainsFunc(title.Names[h.Lang], func(name string) bool { return strings.Contains(text.Fold(name), said) })
}

// asBefore are, of the holders of several offices that the words may mean, those
// of the offices that the person said once held, where there are any.
func (h *hearing) asBefore(right []*rules.Fact) []*rules.Fact {
	var out []*rules.Fact
	for _, f := range right {
		if slices.ContainsFunc(h.tenures(), func(t *rules.Fact) bool { return t.Subject == f.Subject }) {
			out = append(out, f)
		}
	}
	if len(out) == 0 {
		return right
	}
	return out
}

// onlyHolder is the one person whom all of some facts name; nil where they name more.
func (h *hearing) onlyHolder(right []*rules.Fact) *rules.Entity {
	for _, f := range right[1:] {
		if f.Value.Entity != right[0].Value.Entity {
			return nil
		}
	}
	return right[0].Value.Entity
}
