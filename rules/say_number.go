package rules

import "strconv"

// Worded is how a language says whole numbers below a thousand in words.
type Worded struct {
	Cardinal  []string // from nought to ninety-nine
	Ordinal   []string // the same; nought has none
	Hundreds  []string // one to nine hundred, alone
	Before    []string // the same before more
	Hundredth []string // the same as ordinals
	After     string   // the ordinal of one after a hundred, where it is another
}

// SayWords is a whole number in words; empty where the language has none for it.
func (l *Language) SayWords(n int, ordinal bool) string {
	w := &l.Say.Worded
	small := w.Cardinal
	alone := w.Hundreds
	if ordinal {
		small, alone = w.Ordinal, w.Hundredth
	}
	hundreds, rest := n/100, n%100
	switch {
	case n < 0 || len(small) < 100 || hundreds > 0 && (hundreds > len(alone) || hundreds > len(w.Before)):
		return ""
	case hundreds == 0:
		return small[rest]
	case rest == 0:
		return alone[hundreds-1]
	case ordinal && rest == 1 && w.After != "":
		return w.Before[hundreds-1] + w.After
	}
	return w.Before[hundreds-1] + small[rest]
}

// SayNth is an ordinal in digits, with the ending that the one it stands in for
// has, where the language has one for all.
func (l *Language) SayNth(n int, ending string) string {
	digits := strconv.Itoa(n)
	for from := max(0, len(digits)-2); from <= len(digits); from++ {
		if e, ok := l.Say.Nth[digits[from:]]; ok {
			return digits + e
		}
	}
	return digits + ending
}
