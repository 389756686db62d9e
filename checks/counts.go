package checks

import (
	"slices"
	"strings"

	"recoupe/checks/claim"
	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// counts judges a number that the book knows: figures with their periods.
func (h *hearing) counts() Judged {
	c := h.claim
	if c.Voice&(claim.Denied|claim.Distanced|claim.Supposed|claim.Planned) != 0 || !exact(c.Quantity) {
		return unknown(whyVoice)
	}
	return h.figured(c.Subject.Entities)
}

// figured judges the claim's number by some figures of the book.
func (h *hearing) figured(figures []*rules.Entity) Judged {
	c := h.claim
	at, dated := h.told()
	var right []*rules.Fact
	for _, figure := range figures {
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
		if someOf(c.Quantity.Low, f.Value.Number) && !h.partOfWhole() && c.Set["whole"] == "" {
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
	if t, ok := h.time(); c.Set["size"] == "after" && (!ok || t.Written&mark.YearField == 0) {
		at, dated = h.asOf() // on the day itself both sizes are right
	}
	if !dated {
		return unknown(whyNoDate)
	}
	var known *rules.Fact
	var size int
	for _, org := range c.Subject.Entities {
		if !h.Book.Ask(org, rules.Member, at).Closed {
			if h.anyBody() && len(h.Book.Of(org, rules.Member)) == 0 {
				continue // a body without members
			}
			return unknown(whyOpenTable)
		}
		low, high, last := h.sizes(org, at)
		low, high = low-h.less(), high-h.less()
		if n := c.Quantity.Low; last == nil || n >= float64(low) && n <= float64(high) {
			return Judged{Verdict: Confirmed, Fact: last}
		}
		if c.Set["size"] == "name" && !h.misnamed(org, int(c.Quantity.Low), high, at) {
			return unknown(whyPart)
		}
		if h.sizedBefore(org, int(c.Quantity.Low)) && h.anyBody() || known == nil {
			known, size = last, high
		}
	}
	if known == nil || h.anyBody() && !misremembered(size, int(c.Quantity.Low)) {
		return unknown(whyNoFact)
	}
	if someOf(c.Quantity.Low, float64(size)) && !h.sizedBefore(known.Subject, int(c.Quantity.Low)) {
		return unknown(whyPart)
	}
	return h.miscounted(float64(size), known.Subject, []*rules.Fact{known})
}

// misnamed reports whether a body called by a number of members, "les
// Vingt-Huit", "l'Union à 28", is called by a size of another time. One less may
// leave out one of them; a small number may be one of the past, and what comes
// after it was never reached.
func (h *hearing) misnamed(org *rules.Entity, said, size int, at calendar.Period) bool {
	if said == size-1 || !h.sizedBefore(org, said) {
		return false
	}
	if h.claim.Set["subject"] != "" {
		return h.Tokens[h.claim.Quantity.First].Is(text.Capital) && said > size && !h.sizedLately(org, said, at)
	}
	return said > size || h.sizedLately(org, said, at)
}

// anyBody reports whether any body that the story names may be meant.
func (h *hearing) anyBody() bool { return strings.HasPrefix(h.claim.Set["subject"], "bodies") }

// less is how many members the wording leaves out: "the 26 other members".
func (h *hearing) less() int {
	if h.claim.Set["other"] != "" {
		return 1
	}
	return 0
}

// sizedLately reports whether a body had that many members within some years
// before a time.
func (h *hearing) sizedLately(org *rules.Entity, n int, at calendar.Period) bool {
	const days = 3 * 365
	low, high, _ := h.sizes(org, calendar.At((at.First() - days).Date()))
	return low <= n && n <= high
}

// misremembered reports whether a number may be a body's size, misremembered: no part of
// the members, no other count.
func misremembered(size, said int) bool { return said > size*3/4 && said < size*4/3 }

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
	// Another count is meant where the numbers are far apart: the eighth of a
	// republic is the twenty-fifth of the country.
	if len(right) == 0 || !slices.ContainsFunc(right, func(f *rules.Fact) bool { return nearCount(f.Nth, int(c.Quantity.Low)) }) {
		return unknown(whyNoFact)
	}
	h.timeless()
	return h.miscounted(float64(right[0].Nth), right[0].Subject, right)
}

// nearCount reports whether one count may be another, misremembered.
func nearCount(a, b int) bool { return max(a-b, b-a) <= max(2, a/10) }

// timeless takes a claim's time from it: what is said holds at any.
func (h *hearing) timeless() {
	c := *h.claim
	c.When = nil
	h.claim = &c
}

// exact reports whether a quantity is one whole number, said as such.
func exact(q *mark.Quantity) bool {
	return q != nil && !q.Approximate && q.Low == q.High && q.Low == float64(int(q.Low))
}

func (h *hearing) miscounted(known float64, what *rules.Entity, facts []*rules.Fact) Judged {
	return h.miscountedIn(h.countPhrase(h.claim.Quantity), known, what, facts)
}

// miscountedIn reports a wrong number, with the words that an editor would replace.
func (h *hearing) miscountedIn(phrase text.Span, known float64, what *rules.Entity, facts []*rules.Fact) Judged {
	c := h.claim
	at, _ := h.told()
	f := Finding{
		Span: c.Quantity.Span, About: c.Subject.Span, RestsOnDate: true,
		Vars: map[string]Said{"subject": {Entity: what}, "said": {Words: h.Words(c.Quantity.Span)}, "known": {Number: known}, "when": {Period: at}},
		Down: h.steps(true, facts...),
	}
	if h.Language != nil {
		f.Suggestions, f.Phrase = []string{h.sayLike(c.Quantity, known)}, phrase
	}
	for _, r := range facts {
		f.Because = append(f.Because, Evidence{Fact: r})
	}
	return h.contradicted(f)
}

// countPhrase is a number with what it counts and the article before it: "des
// onze juges".
func (h *hearing) countPhrase(q *mark.Quantity) text.Span {
	phrase := h.numberPhrase(q)
	if first := h.TokenAt(phrase.Start); first == q.First && first > 0 && h.In(first-1, rules.ClassArticle) && h.In(first-1, rules.ClassComplement) && !h.Tokens[first].Is(text.Capital) {
		return h.Over(first-1, first).Join(phrase)
	}
	return phrase
}
