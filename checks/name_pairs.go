package checks

import (
	"slices"
	"strings"

	"recoupe/checks/likeness"
)

// closePairs returns the pairs of words that are a slip apart, earlier first,
// and those that follow the same first name and are two slips apart.
func closePairs(words []nameWord) [][2]int {
	spelt := make([]string, len(words))
	for i := range words {
		spelt[i] = words[i].word
	}
	pairs := likeness.Slips(spelt)
	var byGiven map[int][]int
	for j := range words {
		for _, g := range words[j].given {
			for _, i := range byGiven[g] {
				if likeness.Distance(words[i].word, words[j].word, 2) == 2 {
					pairs = append(pairs, [2]int{i, j})
				}
			}
			if byGiven == nil {
				byGiven = map[int][]int{}
			}
			if len(byGiven[g]) < 8 {
				byGiven[g] = append(byGiven[g], j)
			}
		}
	}
	pairs = append(pairs, closeGivens(words)...)
	slices.SortFunc(pairs, func(a, b [2]int) int {
		if a[1] != b[1] {
			return a[1] - b[1]
		}
		return a[0] - b[0]
	})
	return slices.Compact(pairs)
}

// undoubled is a word with letters written twice taken once.
func undoubled(w string) string {
	out := make([]byte, 0, len(w))
	for i := range len(w) {
		if i == 0 || w[i] != w[i-1] {
			out = append(out, w[i])
		}
	}
	return string(out)
}

// closeGivens returns the pairs of first names of one family name that a slip
// may have made of one: Aïssata, Aïssatou; Jean-Marc, Jean-Pierre.
func closeGivens(words []nameWord) (pairs [][2]int) {
	for k := range words {
		w := &words[k]
		if len(w.given) != 2 {
			continue // more are a family
		}
		i, j := min(w.given[0], w.given[1]), max(w.given[0], w.given[1])
		a, b := words[i].word, words[j].word
		half, _, compound := strings.Cut(a, "-")
		if compound && strings.HasPrefix(b, half+"-") || min(len(a), len(b)) >= namedLetters && a[:3] == b[:3] && likeness.Distance(a, b, 2) <= 2 {
			pairs = append(pairs, [2]int{i, j})
		}
	}
	return pairs
}
