package checks

import (
	"slices"

	"recoupe/checks/claim"
	"recoupe/checks/mark"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// fewestRolled is the length from which a list of countries may be the roll of a body.
const fewestRolled = 5

// roll judges the last of a list of countries that is as long as a body named
// in the story: "(the United States, Japan … and Spain)". Where all others
// belong and one does not, the list calls the roll of that body, and is wrong.
func (h *hearing) roll() Judged {
	c := h.claim
	at, dated := h.asOf()
	if c.Voice&(claim.Denied|claim.Distanced|claim.Supposed|claim.Fiction) != 0 || c.Value == nil || !dated {
		return unknown(whyVoice)
	}
	list := h.listed(c.Value)
	if len(list) < fewestRolled {
		return unknown(whyNothing)
	}
	for _, body := range c.Subject.Entities {
		if !h.Book.Ask(body, rules.Member, at).Closed {
			continue
		}
		_, size, last := h.sizes(body, at)
		if last == nil || size != len(list) {
			continue
		}
		if odd := h.outsiders(body, list, at); len(odd) == 0 {
			return confirmed(last)
		} else if len(odd) == 1 {
			return h.misrolled(body, odd[0], list, at)
		}
	}
	return unknown(whyNothing)
}

// listed are the mentions of a list that ends with one: countries with nothing
// but commas, articles and a coordinator between them.
func (h *hearing) listed(end *mark.Mention) []*mark.Mention {
	var out []*mark.Mention
	first := end.First + 1
	for i := h.MentionFrom(end.First); i >= 0 && i < len(h.Mentions); i-- {
		n := &h.Mentions[i]
		if n.Kind != rules.Country || !h.onlyListing(n.Last, first) {
			break
		}
		out, first = append(out, n), n.First
	}
	return out
}

func (h *hearing) onlyListing(from, to int) bool {
	for i := from; i < to-1; i++ {
		if h.Tokens[i].Char != ',' && !h.Is(i, "article") && !h.Is(i, "coordinator") {
			return false
		}
	}
	return to-from <= 4 && (from >= to || h.Tokens[to-1].Char == ',' || h.Is(to-1, "article") || h.Is(to-1, "coordinator"))
}

// outsiders are those of a list that belong in no reading.
func (h *hearing) outsiders(body *rules.Entity, list []*mark.Mention, at calendar.Period) []*mark.Mention {
	var out []*mark.Mention
	for _, n := range list {
		in := false
		for _, f := range h.Book.Of(body, rules.Member) {
			in = in || n.Names(f.Value.Entity) && f.During.Widen(f.Slack()).Overlaps(at)
		}
		if !in {
			out = append(out, n)
		}
	}
	return out
}

// misrolled reports the odd one of a list, and whom it stands for.
func (h *hearing) misrolled(body *rules.Entity, odd *mark.Mention, list []*mark.Mention, at calendar.Period) Judged {
	f := Finding{
		Span: odd.Span, About: h.claim.Subject.Span,
		Vars: map[string]Said{"subject": {Entity: body}, "said": {Words: h.Words(odd.Span)}, "when": {Period: at}},
	}
	for _, m := range h.Book.Of(body, rules.Member) {
		if !m.During.Overlaps(at) {
			continue
		}
		named := false
		for _, n := range list {
			named = named || n.Names(m.Value.Entity)
		}
		if !named {
			f.Because = append(f.Because, Evidence{Fact: m})
			f.Vars["known"] = Said{Entity: m.Value.Entity}
			f.Suggestions = []string{m.Value.Entity.Label(h.Lang)}
		}
	}
	if len(f.Because) != 1 {
		return unknown(whyReadings)
	}
	f.Down = h.steps(true, f.Because[0].Fact)
	return h.contradicted(f)
}

// partOfMember reports a part of a member state that is no member by itself: copy
// says of England or Greenland what holds of their state.
func (h *hearing) partOfMember() bool {
	return slices.ContainsFunc(h.claim.Subject.Entities, func(org *rules.Entity) bool { return h.partOfAny(org, h.claim.Value) })
}

// partOfAny reports a mention of what may be part of a body's member.
func (h *hearing) partOfAny(org *rules.Entity, n *mark.Mention) bool {
	member := func(who *rules.Entity) bool {
		return slices.ContainsFunc(h.Book.Of(org, rules.Member), func(f *rules.Fact) bool { return f.Value.Entity == who })
	}
	return slices.ContainsFunc(n.Entities, func(who *rules.Entity) bool {
		return !member(who) && slices.ContainsFunc(who.In, member)
	})
}
