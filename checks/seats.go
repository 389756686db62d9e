package checks

import (
	"recoupe/checks/claim"
	"recoupe/rules"
)

// seats judges a number of seats or judges of a chamber that the sentence or the
// story names elsewhere, in a country that the story names: "a 331-seat chamber".
// Set: whole = "yes" where the words count all of them.
func (h *hearing) seats() Judged {
	c := h.claim
	if c.Voice&(claim.Denied|claim.Distanced|claim.Supposed|claim.Planned) != 0 || !exact(c.Quantity) || c.Quantity.Ordinal {
		return unknown(whyVoice)
	}
	figures := h.chamberFigures()
	if len(figures) == 0 {
		return unknown(whyNothing)
	}
	return h.wholeOf(figures)
}

// wholeOf judges a number that is meant for a whole where the words say so, or
// where it was right once or is nearly right.
func (h *hearing) wholeOf(figures []*rules.Entity) Judged {
	n := h.claim.Quantity.Low
	at, dated := h.told()
	if !dated {
		return unknown(whyNoDate)
	}
	var right []*rules.Fact
	meant := h.claim.Set["whole"] != "" || h.partOfWhole()
	for _, figure := range figures {
		near, before := false, len(right)
		for _, f := range h.Book.Of(figure, rules.Counts) {
			whole := f.Value.Number
			if now := f.During.Widen(f.Slack()).Overlaps(at) || h.narrated(f.During); !now {
				near = near || whole == n
				continue
			}
			if whole == n {
				return confirmed(f)
			}
			off := max(whole-n, n-whole)
			near = near || off <= max(2, whole/8) && (meant || n > whole) || meant && slipOf(n, whole)
			right = append(right, f)
		}
		if !near {
			right = right[:before] // not the one that is meant
		}
	}
	if len(right) == 0 {
		return unknown(whyPart)
	}
	return h.miscounted(right[0].Value.Number, right[0].Subject, right)
}

// slipOf reports numbers of three digits that share two of them.
func slipOf(a, b float64) bool {
	if a < 100 || b < 100 || a > 999 || b > 999 {
		return false
	}
	x, y := int(a), int(b)
	same := 0
	for range 3 {
		if x%10 == y%10 {
			same++
		}
		x, y = x/10, y/10
	}
	return same == 2
}

// partOfWhole reports a number of which another is said to be some: "sept des
// quinze", "six of the eleven".
func (h *hearing) partOfWhole() bool {
	const words = 2 // between the two
	q := h.claim.Quantity
	i := h.QuantityFrom(q.First) - 1
	if i < 0 || q.First-h.Quantities[i].Last > words || q.First == h.Quantities[i].Last {
		return false
	}
	for k := h.Quantities[i].Last; k < q.First; k++ {
		if !h.In(k, rules.ClassArticle|rules.ClassOf|rules.ClassComplement) {
			return false
		}
	}
	return true
}
