package checks

import (
	"slices"
	"sort"
	"strings"

	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
)

// covered reports whether a longer name takes in a name: "Euro" in that of a cup.
func (n *naming) covered(m *mark.Mention) bool {
	for _, o := range n.MentionsIn(max(0, m.First-4), m.Last) {
		if o.First <= m.First && o.Last >= m.Last && o.Last-o.First > m.Last-m.First {
			return true
		}
	}
	return false
}

// claimed reports whether another rule reads the date as that of something the
// name belongs to, such as its accession: there the date is at fault, if anything.
func (n *naming) claimed(m *mark.Mention) bool {
	first := sort.Search(len(n.Claims), func(i int) bool { return n.Claims[i].Sentence >= n.index })
	for i := first; i < len(n.Claims) && n.Claims[i].Sentence == n.index; i++ {
		c := &n.Claims[i]
		if c.When != nil && c.Rule != n.Rule && n.When[c.When.Time].Span == n.time.Span && (c.Start < m.End && m.Start < c.End || c.Subject.Kind == rules.Event && !n.commaBetween(m.First, c.Subject.First)) {
			return true
		}
	}
	return false
}

// commaBetween reports a mark between two tokens.
func (p *Pass) commaBetween(a, b int) bool {
	for i := min(a, b); i < max(a, b); i++ {
		if mark.Border(p.Tokens[i].Char) || p.Tokens[i].Char == ',' {
			return true
		}
	}
	return false
}

// sameClause reports whether the date tells when that clause takes place in which
// a name stands: it opens the sentence, or stands near by with no mark between. A
// date that hangs on a noun, "la loi de 1978", tells of that noun. A date of these
// days says of the whole sentence that it is news.
func (n *naming) sameClause(m *mark.Mention, now bool) bool {
	const reach, opening = 12, 3 // tokens
	t := n.time
	if !now && n.datesNoun(t) {
		return false
	}
	from, to := t.Last, m.First
	if m.First < t.First {
		from, to = m.Last, t.First
	}
	commas := 0
	for i := from; i < to; i++ {
		switch {
		case n.Tokens[i].Char == ',':
			commas++
		case now && (n.Tokens[i].Char == '–' || n.Tokens[i].Char == '-'), n.Is(i+1, "season_of"): // by 1–0; that morning
		case mark.Border(n.Tokens[i].Char) || n.Is(i, "subordinator") && !n.actsFor(m):
			return false
		}
	}
	if now {
		return to-from <= 3*reach && (commas == 0 || t.First < m.First)
	}
	opens := t.First <= n.sentence.First+opening || t.First <= n.sentence.First+reach && n.Tokens[t.Last].Char == ','
	if t.Last <= m.First && opens {
		return commas <= 1
	}
	return commas == 0 && to-from <= reach
}

// datesNoun reports whether a date hangs on the noun before it, "la loi de 1978",
// that is no event and no part of a day or year.
func (n *naming) datesNoun(t *mark.Time) bool {
	i := t.First - 1
	if n.Is(i, "article") && !n.Is(i, "complement") {
		if n.Language.Quantity.HeadLast && !n.Is(i-1, "preposition") {
			return !n.inEvent(t)
		}
		i--
	}
	if n.Is(i, "complement") {
		return !n.Is(i-1, "season_of") && !n.inEvent(t) && !slices.ContainsFunc(n.MentionsIn(max(0, i-8), i), func(m mark.Mention) bool { return m.Kind == rules.Event && m.Last == i })
	}
	return n.Is(i, "dates_noun")
}

// takesPart reports whether a name acts in what is told, is used, or is where it
// happens: "la CEE a adopté", "on Twitter", "used Skype".
func (n *naming) takesPart(m *mark.Mention) bool {
	if m.Kind == rules.Currency {
		return n.paid(m)
	}
	before := m.First - 1
	for before >= n.sentence.First && n.Is(before, "article") && !n.Is(before, "complement") && !n.Is(before, "takes_part") {
		before--
	}
	if before >= n.sentence.First && (n.Is(before, "complement") || n.Is(before, "genitive")) {
		return n.actsFor(m)
	}
	if before >= n.sentence.First && (n.Is(before, "takes_part") && m.Kind != rules.Country || n.Is(before, "on_behalf") || n.verb(before)) {
		return !n.attribute(m.Last)
	}
	if o := n.listedBefore(m); o != nil && n.takesPart(o) {
		return true
	}
	if m.First-1 > before || before < n.sentence.First || n.Tokens[before].Kind == text.Mark || n.time != nil && before < n.time.Last && before >= n.time.First {
		next := m.Last
		if next+1 < n.sentence.Last && (n.Tokens[next].Is(text.Elided) || n.Is(next, "negation")) {
			next++ // n'avait
		}
		return n.verb(next) || n.Is(next, "auxiliary") || n.Is(next, "speech")
	}
	return false
}

// listedBefore is the name that a name goes on a list with: "by the Commonwealth and
// the African Union".
func (n *naming) listedBefore(m *mark.Mention) *mark.Mention {
	i := m.First - 1
	for i > n.sentence.First && (n.Is(i, "article") || n.Is(i, "coordinator") || n.Tokens[i].Char == ',') {
		i--
	}
	if i == m.First-1 || !n.Is(i+1, "coordinator") && n.Tokens[i+1].Char != ',' {
		return nil
	}
	for k := n.MentionFrom(m.First) - 1; k >= 0 && n.Mentions[k].First > i-8; k-- {
		if o := &n.Mentions[k]; o.Last == i+1 && o.First > n.sentence.First {
			return o
		}
	}
	return nil
}

// actsFor reports whether a name stands behind people or things that act for it:
// "des agents du FSB", "officials of the Department".
func (n *naming) actsFor(m *mark.Mention) bool {
	before := m.First - 1
	for before > n.sentence.First && n.Is(before, "article") && !n.Is(before, "complement") {
		before--
	}
	return before > n.sentence.First && n.Is(before, "complement") && n.Is(before-1, "acts_for") && !n.Is(m.Last, "genitive")
}

// paid reports whether money is paid in a sum that ends with its name.
func (n *naming) paid(m *mark.Mention) bool {
	const reach, longest = 6, 6 // tokens between verb and sum, tokens of a sum
	for i := m.First; i >= max(n.sentence.First, m.First-longest); i-- {
		q := n.quantityFrom(i)
		if q == nil || q.First != i || q.Last < m.First {
			continue
		}
		for k := i - 1; k >= max(n.sentence.First, i-reach); k-- {
			if n.ClassAt(k, "pays") > 0 {
				return true
			}
		}
	}
	return false
}

// joinsHeir reports who is said to have joined a body that took the place of an
// older one: "joined the European Union in 1986" names the heir by habit.
func (p *Pass) joinsHeir(m *mark.Mention) bool {
	if !slices.ContainsFunc(m.Entities, func(e *rules.Entity) bool { return len(e.Continues) > 0 }) {
		return false
	}
	const longest = 6 // tokens of a verb that joins
	for i := max(0, m.First-longest); i < m.First; i++ {
		if end := p.ClassAt(i, "join"); end >= m.First-1 && end <= m.First {
			return true
		}
	}
	return false
}

// attribute reports whether a name stands before a noun that it only goes with:
// "Facebook chief".
func (n *naming) attribute(last int) bool {
	return n.Language.Quantity.HeadLast && last < n.sentence.Last && n.Tokens[last].Kind == text.Word &&
		!n.Is(last, "article") && !n.Is(last, "pronoun") && !n.Is(last, "preposition") && !n.Is(last, "coordinator") && !n.Is(last, "subordinator") && !n.InTime(last) && !n.verb(last) || n.Is(last, "genitive")
}

// verb reports whether a token begins a form of a verb.
func (n *naming) verb(i int) bool {
	if i >= n.sentence.Last {
		return false
	}
	for _, h := range n.HitsAt(i) {
		for k := range h.Labels {
			if h.Labels[k].Lemma != "" {
				return true
			}
		}
	}
	return n.pastVerb(i)
}

// pastVerb reports whether a token is written as verbs of the past are.
func (p *Pass) pastVerb(i int) bool {
	if p.Tokens[i].Kind != text.Word || p.Tokens[i].Is(text.Capital) {
		return false
	}
	word := p.folded(i)
	return slices.Contains(p.Language.Time.Tense.Past, word) || slices.ContainsFunc(p.Language.Time.Tense.PastEndings, func(ending string) bool {
		return len(word) > len(ending)+2 && strings.HasSuffix(word, text.Fold(ending))
	})
}

// looksAway reports words by which the sentence looks from one time to another.
func (n *naming) looksAway(m *mark.Mention) bool {
	if order := m.First - 1; n.Is(order, "order_before") || n.Is(order, "article") && n.Is(order-1, "order_before") {
		return true // "avant Facebook"
	}
	if n.asked {
		return n.excused
	}
	n.asked = true
	for i := n.sentence.First; i < n.sentence.Last; i++ {
		if n.ClassAt(i, "other_time") > 0 {
			n.excused = true
			break
		}
	}
	return n.excused
}
