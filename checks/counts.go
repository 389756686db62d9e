package checks

import (
	"recoupe/checks/claim"
	"recoupe/checks/mark"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// counts judges a number that the book knows: figures with their periods.
func (h *hearing) counts() Judged {
	c := h.claim
	if c.Voice&(claim.Denied|claim.Distanced|claim.Supposed|claim.Planned) != 0 || !exact(c.Quantity) {
		return unknown(whyVoice)
	}
	at, dated := h.told()
	var right []*rules.Fact
	for _, figure := range c.Subject.Entities {
		for _, f := range h.Book.Of(figure, rules.Counts) {
			if dated && !f.During.Widen(f.Slack()).Overlaps(at) && !h.narrated(f.During) {
				continue
			}
			if f.Value.Number == c.Quantity.Low || c.Quantity.Ordinal && c.Quantity.Low < f.Value.Number {
				return confirmed(f)
			}
			right = append(right, f)
		}
	}
	if len(right) == 0 || !dated && len(right) > 1 {
		return unknown(whyNoFact)
	}
	for _, f := range right {
		if someOf(c.Quantity.Low, f.Value.Number) {
			return unknown(whyPart)
		}
	}
	return h.miscounted(right[0].Value.Number, right[0].Subject, right)
}

// someOf reports whether a number may count some of a whole: "les quinze
// départements français en vigilance". More than the whole, or a number so near
// to it that nobody would count the rest, is meant for the whole.
func someOf(n, whole float64) bool { return n < whole && whole-n > max(1, whole/20) }

// size judges the number of members of an organisation: derived from the
// accessions of its table, where that is complete. Of several bodies that may be
// meant, all have to be of another size.
func (h *hearing) size() Judged {
	c := h.claim
	if c.Voice&(claim.Denied|claim.Distanced|claim.Supposed|claim.Planned|claim.Former) != 0 || !exact(c.Quantity) || c.Quantity.Ordinal {
		return unknown(whyVoice)
	}
	at, dated := h.told()
	if !dated {
		return unknown(whyNoDate)
	}
	var known *rules.Fact
	var size int
	for _, org := range c.Subject.Entities {
		if !h.Book.Ask(org, rules.Member, at).Closed {
			if c.Set["subject"] == "bodies" && len(h.Book.Of(org, rules.Member)) == 0 {
				continue // a body without members
			}
			return unknown(whyOpenTable)
		}
		low, high, last := h.sizes(org, at)
		if n := c.Quantity.Low; last == nil || n >= float64(low) && n <= float64(high) {
			return Judged{Verdict: Confirmed, Fact: last}
		}
		if h.sizedBefore(org, int(c.Quantity.Low)) && c.Set["subject"] == "bodies" || known == nil {
			known, size = last, high
		}
	}
	if known == nil || c.Set["subject"] == "bodies" && !misremembered(size, int(c.Quantity.Low)) {
		return unknown(whyNoFact)
	}
	if someOf(c.Quantity.Low, float64(size)) && !h.sizedBefore(known.Subject, int(c.Quantity.Low)) {
		return unknown(whyPart)
	}
	return h.miscounted(float64(size), known.Subject, []*rules.Fact{known})
}

// misremembered reports whether a number may be a body's size, misremembered: no part of
// the members, no other count.
func misremembered(size, said int) bool { return said > size*3/4 && said < size*4/3 }

// sizedBefore reports whether the body once had that many members.
func (h *hearing) sizedBefore(org *rules.Entity, n int) bool {
	for _, f := range h.Book.Of(org, rules.Member) {
		if low, high, _ := h.sizes(org, calendar.At(f.During.From)); low <= n && n <= high {
			return true
		}
	}
	return false
}

// nth judges the ordinal of a holder: "46e président", "the 45th president".
func (h *hearing) nth() Judged {
	c := h.claim
	if c.Voice&(claim.Denied|claim.Distanced|claim.Supposed|claim.Elect) != 0 || c.Quantity == nil || !c.Quantity.Ordinal {
		return unknown(whyVoice)
	}
	var right []*rules.Fact
	for _, f := range h.tenures() {
		if f.Nth == int(c.Quantity.Low) {
			return confirmed(f)
		}
		if f.Nth == 0 {
			return unknown(whyNoFact)
		}
		right = append(right, f)
	}
	if len(right) == 0 {
		return unknown(whyNoFact)
	}
	return h.miscounted(float64(right[0].Nth), right[0].Subject, right)
}

// sizes is the least and greatest number of members over a period and its slack,
// and the latest accession or departure before its end.
func (h *hearing) sizes(org *rules.Entity, at calendar.Period) (low, high int, last *rules.Fact) {
	at = at.Widen(1)
	latest := calendar.Earliest
	for _, f := range h.Book.Of(org, rules.Member) {
		if at.Within(f.During) {
			low++
		}
		if f.During.Overlaps(at) {
			high++
		}
		for _, d := range []calendar.Date{f.During.From, f.During.To} {
			if !d.IsZero() && d.First() <= at.Last() && d.First() > latest {
				latest, last = d.First(), f
			}
		}
	}
	return low, high, last
}

// exact reports whether a quantity is one whole number, said as such.
func exact(q *mark.Quantity) bool {
	return q != nil && !q.Approximate && q.Low == q.High && q.Low == float64(int(q.Low))
}

func (h *hearing) miscounted(known float64, what *rules.Entity, facts []*rules.Fact) Judged {
	c := h.claim
	at, _ := h.told()
	f := Finding{
		Span: c.Quantity.Span, About: c.Subject.Span, RestsOnDate: true,
		Vars: map[string]Said{"subject": {Entity: what}, "said": {Words: h.Words(c.Quantity.Span)}, "known": {Number: known}, "when": {Period: at}},
		Down: h.steps(true, facts...),
	}
	if h.Language != nil {
		f.Suggestions, f.Phrase = []string{h.sayLike(c.Quantity, known)}, h.numberPhrase(c.Quantity)
	}
	for _, r := range facts {
		f.Because = append(f.Because, Evidence{Fact: r})
	}
	return h.contradicted(f)
}
