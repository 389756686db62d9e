package checks

import (
	"recoupe/checks/mark"
	"recoupe/rules"
)

// rateSlack is how far the rates of two conversions may lie apart: other days,
// other rates.
const rateSlack = 0.2

// reckonRates holds the sums that a story gives in two currencies against one
// another: "40 euros ($44)", "200 euros ($420)" are not of one rate.
func (p *Pass) reckonRates() {
	var first *mark.Quantity
	var known band
	unit := ""
	for i := 1; i < len(p.Quantities); i++ {
		a, b := &p.Quantities[i-1], &p.Quantities[i]
		if !p.exchanged(a, b) {
			continue
		}
		rate := spread(bandOf(a), bandOf(b), func(x, y float64) float64 { return y / x })
		switch {
		case first == nil:
			first, known, unit = a, rate, b.Unit
		case a.Unit != first.Unit || b.Unit != unit:
			return // several currencies, several rates
		default:
			// Far off one of the sums is misread.
			if times := rate.middle() / known.middle(); times < 3 && 3*times > 1 && !rate.widen(rateSlack*known.middle()).holds(known) {
				p.miscount(b, a.Low*known.middle(), first, a)
				return
			}
		}
	}
}

// exchanged reports a sum with the same one in another currency in brackets.
func (p *Pass) exchanged(a, b *mark.Quantity) bool {
	if a.Unit == b.Unit || !isMoney(a.Unit) || !isMoney(b.Unit) || a.Ordinal || b.Ordinal || a.Part || b.Part || a.Low <= 0 || b.Low <= 0 || a.Low != a.High || b.Low != b.High || b.Last >= len(p.Tokens) {
		return false
	}
	bracket := false
	for i := a.Last; i < b.First; i++ {
		bracket = bracket || p.Tokens[i].Char == '('
	}
	return bracket && b.First-a.Last <= 3 && p.Tokens[b.Last].Char == ')'
}

func isMoney(unit string) bool {
	return unit != "" && unit != "percent" && unit != "point" && rules.MeasureOf(unit).Dimension == ""
}
