package checks

import (
	"slices"

	"recoupe/checks/mark"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// company is the list of countries that a mention is one of: "Denmark, Norway and
// Ireland". Without a coordinator before its last there is no list.
func (h *hearing) company(n *mark.Mention) []*mark.Mention {
	at := h.MentionFrom(n.First)
	for at < len(h.Mentions) && &h.Mentions[at] != n && h.Mentions[at].First <= n.First {
		at++
	}
	alone := []*mark.Mention{n}
	if at >= len(h.Mentions) || h.Mentions[at].First != n.First {
		return alone
	}
	out := []*mark.Mention{n}
	for m := h.besideIn(at, 1); m >= 0; m = h.besideIn(m, 1) {
		out = append(out, &h.Mentions[m])
	}
	for m := h.besideIn(at, -1); m >= 0; m = h.besideIn(m, -1) {
		out = slices.Insert(out, 0, &h.Mentions[m])
	}
	if len(out) < 2 || !h.coordinated(out[len(out)-2].Last, out[len(out)-1].First) {
		return alone
	}
	return out
}

// besideIn is the country that stands beside another in a list, on one side; -1
// for none.
func (h *hearing) besideIn(at, side int) int {
	const others = 4 // what else the same words may name
	for i := at + side; i >= 0 && i < len(h.Mentions) && i <= at+others && i >= at-others; i += side {
		if a, b := &h.Mentions[min(at, i)], &h.Mentions[max(at, i)]; h.listsOn(a, b) {
			return i
		}
	}
	return -1
}

// coordinated reports a coordinator between two tokens.
func (h *hearing) coordinated(from, to int) bool {
	for i := from; i < to; i++ {
		if h.In(i, rules.ClassCoordinator) {
			return true
		}
	}
	return false
}

// calledRoll judges a list that is said to be all of a body, named or not: as long
// as the body's own, with one that does not belong.
func (h *hearing) calledRoll() Judged {
	c := h.claim
	at, dated := h.told()
	list := h.company(c.Value)
	if first := h.Sentences[c.Sentence].First; !dated || len(list) < fewestCalled || h.clubNoun(first, h.TokenAt(c.Start)) == "" && !h.clubIn(first, c.Value.First) {
		return unknown(whyNothing)
	}
	for _, n := range list[:2] {
		for _, who := range n.Entities {
			for _, f := range h.Book.With(who, rules.Member) {
				org := f.Subject
				if !h.Book.Ask(org, rules.Member, at).Closed {
					continue
				}
				if _, size, _ := h.sizes(org, at); size != len(list) {
					continue
				}
				switch odd := h.outsiders(org, list, at); len(odd) {
				case 0:
					return confirmed(f)
				case 1:
					return h.oddOf(org, list, func(f *rules.Fact) bool { return f.During.Overlaps(at) })
				}
			}
		}
	}
	return unknown(whyNothing)
}

// fewestCalled is the length from which a list that is said to be all of a body
// tells which body it is.
const fewestCalled = 4

// listsOn reports whether two countries stand side by side in a list.
func (h *hearing) listsOn(a, b *mark.Mention) bool {
	return a.Kind == rules.Country && b.Kind == rules.Country && a.Way != rules.ByAdjective && b.Way != rules.ByAdjective &&
		a.Last < b.First && h.onlyListing(a.Last, b.First)
}

// oddOf judges a list of which all are said to be of a kind: members, founders,
// those of one accession. It reports the one that is not.
func (h *hearing) oddOf(org *rules.Entity, list []*mark.Mention, is func(*rules.Fact) bool) Judged {
	var odd *mark.Mention
	var fits *rules.Fact
	for _, n := range list {
		f := h.factOf(org, n, is)
		switch {
		case f != nil:
			fits = f
		case odd != nil || h.partOfAny(org, n):
			return unknown(whyReadings)
		default:
			odd = n
		}
	}
	if odd == nil {
		return confirmed(fits)
	}
	if len(list) > 1 {
		is = h.together(org, list, is)
	}
	var others []*rules.Fact
	for _, f := range h.Book.Of(org, rules.Member) {
		if is(f) && !slices.ContainsFunc(list, func(n *mark.Mention) bool { return n.Names(f.Value.Entity) }) {
			others = append(others, f)
		}
	}
	return h.outOfPlace(org, odd, list, others)
}

// together is what those of a list are that joined a body on one day: of their
// company are others of that day.
func (h *hearing) together(org *rules.Entity, list []*mark.Mention, is func(*rules.Fact) bool) func(*rules.Fact) bool {
	var day calendar.Date
	for _, n := range list {
		if f := h.factOf(org, n, is); f != nil && (day.IsZero() || day == f.During.From) {
			day = f.During.From
		} else if f != nil {
			return is
		}
	}
	return func(f *rules.Fact) bool { return f.During.From == day && is(f) }
}

func (h *hearing) factOf(org *rules.Entity, n *mark.Mention, is func(*rules.Fact) bool) *rules.Fact {
	for _, f := range h.Book.Of(org, rules.Member) {
		if n.Names(f.Value.Entity) && is(f) {
			return f
		}
	}
	return nil
}

// oddOut judges a list of which all are said to stand outside.
func (h *hearing) oddOut(org *rules.Entity, list []*mark.Mention, at calendar.Period) Judged {
	in := func(f *rules.Fact) bool { return f.During.Overlaps(at) && at.Within(f.During) }
	var odd *mark.Mention
	odds := 0
	for _, n := range list {
		if h.factOf(org, n, in) != nil {
			odd = n
			odds++
		}
	}
	switch {
	case odds == 0:
		return Judged{Verdict: Confirmed}
	case odds == len(list) && odds > 1:
		return unknown(whyNothing) // they stand outside of another club
	case odds > 1:
		return unknown(whyReadings)
	}
	return h.outOfPlace(org, odd, list, h.outside(org, list, at))
}

// outside are the members of another club named nearby that stand outside of one,
// and share the day of their accession to it with one of the list.
func (h *hearing) outside(org *rules.Entity, list []*mark.Mention, at calendar.Period) []*rules.Fact {
	var out []*rules.Fact
	s := h.Sentences[h.claim.Sentence]
	const back = 2 // sentences
	for i := h.MentionFrom(h.Sentences[max(0, h.claim.Sentence-back)].First); i < len(h.Mentions) && h.Mentions[i].First < s.Last; i++ {
		n := &h.Mentions[i]
		if n.Kind != rules.Organisation || len(n.Entities) != 1 || n.Entities[0] == org {
			continue
		}
		for _, f := range h.Book.Of(n.Entities[0], rules.Member) {
			listed := func(m *mark.Mention) bool { return m.Names(f.Value.Entity) }
			insider := func(g *rules.Fact) bool { return g.Value.Entity == f.Value.Entity && g.During.Overlaps(at) }
			if f.During.Overlaps(at) && !slices.ContainsFunc(list, listed) && !slices.ContainsFunc(h.Book.Of(org, rules.Member), insider) {
				out = append(out, f)
			}
		}
		if len(out) > 1 {
			out = slices.DeleteFunc(out, func(f *rules.Fact) bool { return !h.sameDayAs(n.Entities[0], list, f) })
		}
	}
	return out
}

func (h *hearing) sameDayAs(org *rules.Entity, list []*mark.Mention, f *rules.Fact) bool {
	return slices.ContainsFunc(list, func(n *mark.Mention) bool {
		return h.factOf(org, n, func(g *rules.Fact) bool { return g.During.From == f.During.From }) != nil
	})
}
