package likeness

import (
	"hash/maphash"
	"math/bits"
	"slices"
	"unicode/utf8"
)

// slipSeed makes the hashes of one run agree; they never reach an answer.
var slipSeed = maphash.MakeSeed()

// Slips returns the pairs of words that a single slip parts, the earlier first: a
// letter changed, left out or put in, or two neighbours in each other's place; and
// each word that is another but for letters written twice (Sorel, Sorrell), with
// the first of that form. A pair may be told twice.
func Slips(words []string) [][2]int {
	if len(words) <= fewWords {
		return fewSlips(words)
	}
	return append(filedSlips(words), doubled(words)...)
}

// fewWords is the number of words up to which it is cheapest to lay each beside
// each: most pairs are told apart by their letters.
const fewWords = 96

func fewSlips(words []string) (out [][2]int) {
	var buf [fewWords]outline
	lines := buf[:0]
	for j, w := range words {
		l := outlineOf(w)
		twin := false
		for i := range lines {
			o := &lines[i]
			if !o.near(&l) {
				continue
			}
			again := !twin && o.letters == l.letters && (o.doubled || l.doubled) && sameUndoubled(words[i], w)
			if twin = twin || again; again || Distance(words[i], w, 1) == 1 {
				out = append(out, [2]int{i, j})
			}
		}
		lines = append(lines, l)
	}
	return out
}

// An outline is a word's length and the set of its letters, some of which share
// a place in it.
type outline struct {
	letters uint32
	runes   int32
	doubled bool // some letter stands twice in a row
}

func outlineOf(w string) (o outline) {
	var last rune
	for _, r := range w {
		o.letters |= 1 << (r & 31)
		o.runes++
		o.doubled = o.doubled || r == last
		last = r
	}
	return o
}

// near reports whether one slip may part two words: it takes a letter from one
// and a letter from the other at most. Words of the same letters may be one but for
// letters written twice.
func (o *outline) near(p *outline) bool {
	if o.letters == p.letters {
		return true
	}
	return uint32(o.runes-p.runes+1) <= 2 && bits.OnesCount32(o.letters^p.letters) <= 2
}

// sameUndoubled reports whether two words are one, letters written twice taken once.
func sameUndoubled(a, b string) bool {
	i, j := 0, 0
	for i < len(a) && j < len(b) && a[i] == b[j] {
		i, j = pastRun(a, i), pastRun(b, j)
	}
	return i == len(a) && j == len(b)
}

// pastRun is the place after a byte and those after it that are the same.
func pastRun(w string, i int) int {
	for i++; i < len(w) && w[i] == w[i-1]; i++ {
	}
	return i
}

// doubled returns the pairs of words that are one but for letters written twice.
func doubled(words []string) (pairs [][2]int) {
	first := make(map[uint64]int, len(words))
	for j, w := range words {
		h := uint64(1)
		for i := range len(w) {
			if i == 0 || w[i] != w[i-1] {
				h = mix(h, uint64(w[i]))
			}
		}
		if i, ok := first[h]; ok {
			pairs = append(pairs, [2]int{i, j})
		} else {
			first[h] = j
		}
	}
	return pairs
}

// filedSlips files each word under all that is left of it when one letter is
// taken out, so its cost grows with the number of words and not with that of
// pairs.
func filedSlips(words []string) [][2]int {
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
	if a == b {
		return 0
	}
	var runes [2 * stackWord]rune
	x, y := appendRunes(runes[:0:stackWord], a), appendRunes(runes[stackWord:stackWord:2*stackWord], b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(y)-len(x) > most {
		return most + 1
	}
	if most == 1 {
		return oneSlip(x, y)
	}
	var rows [3][stackWord + 1]int
	before, prev, row := rows[0][:], rows[1][:], rows[2][:]
	if len(y) > stackWord {
		before, prev, row = make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	}
	for j := range len(y) + 1 {
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

// stackWord is the length up to which words are compared without allocating.
const stackWord = 32

func appendRunes(dst []rune, s string) []rune {
	for _, r := range s {
		dst = append(dst, r)
	}
	return dst
}

// oneSlip is the number of slips between two words that differ, the first no
// longer than the second: 1 or more than that.
func oneSlip(x, y []rune) int {
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	a, b := x[i:], y[i:]
	same := slices.Equal[[]rune]
	switch {
	case len(a) < len(b):
		if same(a, b[1:]) {
			return 1
		}
	case same(a[1:], b[1:]),
		len(a) > 1 && a[0] == b[1] && a[1] == b[0] && same(a[2:], b[2:]):
		return 1
	}
	return 2
}
