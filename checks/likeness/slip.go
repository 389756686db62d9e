package likeness

import (
	"hash/maphash"
	"unicode/utf8"
)

// slipSeed makes the hashes of one run agree; they never reach an answer.
var slipSeed = maphash.MakeSeed()

// Slips returns the pairs of words that a single slip parts: a letter changed,
// left out or put in, or two neighbours in each other's place. It files each
// word under all that is left of it when one letter is taken out, so its cost
// grows with the number of words and not with that of pairs.
func Slips(words []string) [][2]int {
	filed := make(map[uint64][]int32, 8*len(words))
	var out [][2]int
	var buf []byte
	var met []int32
	for j, w := range words {
		met = met[:0]
		each := func(h uint64) {
			list := filed[h]
			for _, i := range list {
				if int(i) != j && !contains(met, i) && Distance(words[i], w, 1) == 1 {
					met = append(met, i)
					out = append(out, [2]int{int(i), j})
				}
			}
			if len(list) < slipMax && (len(list) == 0 || list[len(list)-1] != int32(j)) {
				filed[h] = append(list, int32(j))
			}
		}
		each(maphash.String(slipSeed, w))
		for i, n := 0, 0; i < len(w); i += n {
			_, n = utf8.DecodeRuneInString(w[i:])
			buf = append(append(buf[:0], w[:i]...), w[i+n:]...)
			each(maphash.Bytes(slipSeed, buf))
		}
	}
	return out
}

// slipMax bounds the words filed under one remainder.
const slipMax = 8

func contains(list []int32, v int32) bool {
	for _, x := range list {
		if x == v {
			return true
		}
	}
	return false
}

// Distance is the number of slips between two words, most+1 when it is more
// than most.
func Distance(a, b string, most int) int {
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(y)-len(x) > most {
		return most + 1
	}
	before, prev, row := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row[0] = i
		least := row[0]
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			row[j] = min(prev[j]+1, row[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > most {
			return most + 1
		}
		before, prev, row = prev, row, before
	}
	return min(prev[len(y)], most+1)
}
