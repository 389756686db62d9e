package checks

import (
	"cmp"
	"slices"
	"strings"

	"recoupe/checks/likeness"
	"recoupe/checks/text"
)

// closePairs returns the pairs of words that are a slip apart, earlier first,
// and those that follow the same first name and are two slips apart.
func closePairs(words []nameWord) [][2]int {
	spelt := make([]string, len(words))
	for i := range words {
		spelt[i] = words[i].word
	}
	pairs := append(likeness.Slips(spelt), scrambledPairs(spelt)...)
	pairs = append(pairs, compounds(spelt)...)
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

// A longWord is a word that may be known by its letters alone.
type longWord struct {
	hash uint64
	word int
}

// scrambledPairs returns the pairs of long words that have the same letters.
func scrambledPairs(words []string) (pairs [][2]int) {
	var buf [64]longWord
	long := buf[:0]
	for j, w := range words {
		if len(w) >= scrambledLetters {
			long = append(long, longWord{hashLetters(w), j})
		}
	}
	slices.SortFunc(long, func(a, b longWord) int {
		return cmp.Or(cmp.Compare(a.hash, b.hash), a.word-b.word)
	})
	for k := 1; k < len(long); k++ {
		if long[k].hash == long[k-1].hash {
			pairs = append(pairs, [2]int{long[k-1].word, long[k].word})
		}
	}
	return pairs
}

// hashLetters is the hash of the letters of a word in any order.
func hashLetters(w string) uint64 {
	h := uint64(len(w)) << 8
	for i := range len(w) {
		h += text.Mix(1, uint64(w[i]))
	}
	return h
}

// scrambledLetters is how long a word must be to be known by its letters alone.
const scrambledLetters = 8

// scrambled reports two long words that have the same letters, the first two in
// place.
func scrambled(a, b string) bool {
	return len(a) >= scrambledLetters && len(a) == len(b) && a[:2] == b[:2] && hashLetters(a) == hashLetters(b)
}

// compounds returns the pairs of names of three parts or more that are one but
// for a part: Saint-Jouan-des-Landes, Saint-Jean-des-Landes.
func compounds(words []string) (pairs [][2]int) {
	var filed map[uint64]int
	for j, w := range words {
		if strings.Count(w, "-") < 2 {
			continue
		}
		if filed == nil {
			filed = map[uint64]int{}
		}
		parts := strings.Split(w, "-")
		for k := range parts {
			h := uint64(len(parts)*16 + k)
			for n, part := range parts {
				if n != k {
					h = text.Mix(h, text.Hash(part))
				}
			}
			if i, ok := filed[h]; ok {
				pairs = append(pairs, [2]int{i, j})
			} else {
				filed[h] = j
			}
		}
	}
	return pairs
}

// onePartOff reports two names of several parts that differ in one, which begins
// alike in both.
func onePartOff(a, b string) bool {
	x, y := strings.Split(a, "-"), strings.Split(b, "-")
	if len(x) != len(y) || len(x) < 3 {
		return false
	}
	off := -1
	for i := range x {
		if x[i] != y[i] {
			if off >= 0 {
				return false
			}
			off = i
		}
	}
	return off >= 0 && x[off] != "" && y[off] != "" && x[off][0] == y[off][0] && likeness.Distance(x[off], y[off], 3) <= 3 && min(len(x[off]), len(y[off])) >= 3
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
		if a[0] == b[0] && min(len(a), len(b)) >= givenLetters || likeGivens(a, b) {
			pairs = append(pairs, [2]int{i, j})
		}
	}
	return pairs
}

// likeGivens reports two first names that a slip may have made of one.
func likeGivens(a, b string) bool {
	half, _, compound := strings.Cut(a, "-")
	return compound && strings.HasPrefix(b, half+"-") || min(len(a), len(b)) >= namedLetters && a[:3] == b[:3] && likeness.Distance(a, b, 2) <= 2
}

// nearGivens reports two first names that are one but for a slip or two.
func nearGivens(a, b string) bool {
	return likeGivens(a, b) || likeness.Distance(a, b, 1) <= 1 || undoubled(a) == undoubled(b)
}

// nearWords reports two words of a name that are one but for a slip or two.
func nearWords(a, b string) bool {
	return nearGivens(a, b) || scrambled(a, b) || onePartOff(a, b) || (min(len(a), len(b)) > namedLetters && a[0] == b[0] || a[:3] == b[:3]) && likeness.Distance(a, b, 2) <= 2
}
