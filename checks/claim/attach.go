package claim

import (
	"recoupe/checks/mark"
	"recoupe/rules"
)

// far is the cost of an attachment that is forbidden.
const far = 100

// timeOf is the time of a host of the sentence, looked for once.
func (c *clauses) timeOf(h *host) *Attached {
	if !h.asked {
		h.asked, h.time = true, c.attach(h)
	}
	return h.time
}

// attach finds the time of a host: of all times of the sentence the cheapest
// one that no other host has a better claim to. Costs after the design study:
// nearness in the noun's own group is free, a verb in the same clause costs 1,
// commas and borders cost more, quotation marks are never crossed.
func (c *clauses) attach(h *host) *Attached {
	m := c.marks
	var best *Attached
	for i := m.TimeFrom(c.first); i < len(m.Times) && m.Times[i].First < c.last; i++ {
		t := &m.Times[i]
		if t.Type == mark.Duration || t.Type == mark.Set || t.Type == mark.Clock {
			continue
		}
		cost := c.cost(h, t)
		if cost >= far || best != nil && best.Cost <= cost {
			continue
		}
		margin := far
		for k := range c.hosts {
			if other := &c.hosts[k]; other != h && !c.same(other, h) {
				margin = min(margin, c.cost(other, t)-cost)
			}
		}
		if margin >= 0 {
			best = &Attached{Time: i, Sense: t.Sense, Cost: cost, Margin: margin}
		}
	}
	return best
}

// same reports whether two hosts tell the same event.
func (c *clauses) same(a, b *host) bool {
	if a.mention < 0 || b.mention < 0 {
		return false
	}
	x, y := &c.marks.Mentions[a.mention], &c.marks.Mentions[b.mention]
	for _, e := range x.Entities {
		if y.Names(e) {
			return true
		}
	}
	return false
}

func (c *clauses) cost(h *host, t *mark.Time) int {
	if c.quoteOf(h.first) != c.quoteOf(t.First) {
		return far
	}
	from, to := h.last, t.First
	if t.First < h.first {
		from, to = t.Last, h.first
	}
	borders, commas, verbs := c.between(from, to)
	if !h.verb {
		return c.nounCost(h, t, from, to, borders, commas, verbs)
	}
	cost := 1 + commas + 4*borders + 2*verbs
	switch before := t.Last <= h.first; {
	case before && c.opens(t) && commas > 0:
		cost-- // "En 2014, la Russie annexait …"
	case before && !c.opens(t):
		cost += 2 // a date follows its verb, or opens the clause
	}
	if (t.Sense == mark.Since || t.Sense == mark.Until) && c.eventVerb(h) {
		cost += 3
	}
	return cost
}

// nounCost is free where only small words part noun and date, or a bracket opens.
func (c *clauses) nounCost(h *host, t *mark.Time, from, to, borders, commas, verbs int) int {
	m := c.marks
	if to-from <= 3 && m.OnlyClass(from, to, "date_link") {
		return 0
	}
	if t.First >= h.last && to-from == 1 && m.Tokens[from].Char == '(' {
		return 0
	}
	if commas > 0 && c.temporal(h) {
		return far
	}
	return 2 + (to-from)/4 + 3*commas + 4*borders + 2*verbs
}

var (
	order       = rules.ClassKey("order")
	orderBefore = rules.ClassKey("order_before")
	orderAfter  = rules.ClassKey("order_after")
)

// temporal reports whether a noun stands in a phrase such as "avant l'invasion".
func (c *clauses) temporal(h *host) bool { return c.after(h, order) }

// order tells on which side of an event a phrase puts what it dates: -1 for
// "avant l'invasion", 1 for "après l'invasion", 0 where the noun takes its own date.
func (c *clauses) order(h *host) int {
	switch {
	case c.after(h, orderBefore):
		return -1
	case c.after(h, orderAfter):
		return 1
	}
	return 0
}

// after reports whether a phrase of a class stands right before a noun.
func (c *clauses) after(h *host, class uint64) bool {
	for i := max(c.first, h.first-4); i < h.first; i++ {
		if end := c.marks.EndOf(i, class); end > 0 && end <= h.first && c.marks.OnlyClass(end, h.first, "article") {
			return true
		}
	}
	return false
}

// opens reports whether a time stands at the head of its clause.
func (c *clauses) opens(t *mark.Time) bool {
	for i := t.First - 1; i >= c.first; i-- {
		if c.hard(i) {
			return true
		}
		if !c.marks.In(i, rules.ClassDateLink) && !c.marks.In(i, rules.ClassCoordinator) {
			return false
		}
	}
	return true
}

func (c *clauses) eventVerb(h *host) bool {
	return h.mention >= 0 && c.marks.Mentions[h.mention].Kind == rules.Event
}
