package rules

import (
	"strconv"
	"strings"
)

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

// SayAgo is a time so many units back from today, or ahead of it where n is
// negative: "l'année dernière", "in three weeks"; empty where the language does
// not say it.
func (l *Language) SayAgo(n int, unit string, words bool) string {
	ways := l.Say.Past[unit]
	if n < 0 {
		ways, n = l.Say.Future[unit], -n
	}
	if len(ways) < 3 {
		return ""
	}
	return l.sayMany(ways[min(n, 2)], n, words)
}

// SayLength is a number of units: "une semaine", "24 years".
func (l *Language) SayLength(n int, unit string, words bool) string {
	ways := l.Say.Length[unit]
	if len(ways) < 2 || n < 1 || n == 1 && !words {
		return ""
	}
	return l.sayMany(ways[min(n, 2)-1], n, words)
}

func (l *Language) sayMany(template string, n int, words bool) string {
	said := strconv.Itoa(n)
	if w := l.SayWords(n, false); words && w != "" {
		said = w
	}
	return strings.ReplaceAll(template, "{n}", said)
}
