package text

// stemLength is the number of letters by which forms of a word are known as one:
// réacteur and réacteurs, crashed and crashing.
const stemLength = 6

// longestStem is the number of bytes of a name that its key takes in.
const longestStem = 32

// Stem is the key that words of one origin mostly share: of their first letters,
// folded, without a plural's ending. Of a name it is that of the whole. Words of
// up to two letters have none.
func Stem(word string, name bool) uint32 {
	var buf [48]byte
	folded := AppendFold(buf[:0], word)
	folded = folded[:min(len(folded), longestStem)]
	if n := len(folded); n > 3 && !name && (folded[n-1] == 's' || folded[n-1] == 'x') {
		folded = folded[:n-1]
	}
	if n := len(folded); n > 1 && folded[n-1] == '\'' {
		folded = folded[:n-1]
	}
	if len(folded) < 3 {
		return 0
	}
	h := hashSeed
	if name {
		h = (h ^ 'N') * hashPrime
	} else {
		folded = folded[:min(len(folded), stemLength)]
	}
	for _, c := range folded {
		h = (h ^ uint64(c)) * hashPrime
	}
	return max(1, uint32(h>>32)^uint32(h))
}
