// Package likeness finds, among many sequences of words, those that repeat an
// earlier one, exactly or lightly edited, in time proportional to their length.
// It takes words as keys and gives numbers; it must not know texts, languages
// or findings.
package likeness

import "slices"

// A Word is one word of a sequence: its key, and whether it says little by
// itself, as articles and prepositions do.
type Word struct {
	Key   uint64
	Plain bool
}

// A Likeness says how much of two sequences is the same.
type Likeness struct {
	Earlier, Later int     // indexes of the sequences
	Share          float64 // of the weight of both that they have in common, whatever the order
	Inside         float64 // of the weight of the lighter one that the other has as well
	Order          float64 // of the neighbourhoods of words that they have in common
	Earliers       []int   // words that only the earlier one has, by index
	Laters         []int   // words that only the later one has
}

// Exact reports whether both have the same words in the same order.
func (l Likeness) Exact() bool {
	return len(l.Earliers) == 0 && len(l.Laters) == 0 && l.Order == 1
}

// sketchSize is the number of features by which a sequence is filed. The
// smallest hashes are kept, so that like sequences keep the same ones.
const sketchSize = 8

// Repeats returns, for each sequence that is like an earlier one, the earlier
// one it is most like. Sequences below the least share are left out.
func Repeats(sequences [][]Word, least float64) []Likeness {
	if len(sequences) < 2 {
		return nil
	}
	t := openTable(len(sequences) * sketchSize)
	defer tables.Put(t)
	var out []Likeness
	var s sketch
	for i, words := range sequences {
		s.read(words)
		best := Likeness{Share: -1}
		for _, j := range s.candidates(t) {
			if !mayShare(sequences[j], words, least) {
				continue
			}
			if l := Measure(sequences[j], words); l.Share >= least && l.Share > best.Share {
				best = l
				best.Earlier, best.Later = j, i
			}
		}
		if best.Share >= 0 {
			out = append(out, best)
		}
		for _, f := range s.features[:s.n] {
			t.file(f, int32(i))
		}
	}
	return out
}

// mayShare reports whether two sequences may have a share of their weight in
// common: of two that differ much in weight the lighter is too little.
func mayShare(a, b []Word, least float64) bool {
	x, y := weigh(a), weigh(b)
	return float64(2*min(x, y)) >= least*float64(x+y)
}

func weigh(words []Word) (weight int) {
	for i := range words {
		weight += words[i].weight()
	}
	return weight
}

// Measure says how much of two sequences is the same. What both begin and end
// with is passed over: of most that are like, only a few words differ.
func Measure(earlier, later []Word) Likeness {
	var l Likeness
	head, tail := ends(earlier, later)
	a, b := sorted(earlier[head:len(earlier)-tail]), sorted(later[head:len(later)-tail])
	same := weigh(earlier[:head]) + weigh(earlier[len(earlier)-tail:])
	common, weightA, weightB := same, same, same
	for len(a) > 0 || len(b) > 0 {
		switch {
		case len(b) == 0 || len(a) > 0 && a[0].key < b[0].key:
			weightA += earlier[head+a[0].at].weight()
			l.Earliers = append(l.Earliers, head+a[0].at)
			a = a[1:]
		case len(a) == 0 || b[0].key < a[0].key:
			weightB += later[head+b[0].at].weight()
			l.Laters = append(l.Laters, head+b[0].at)
			b = b[1:]
		default:
			w := earlier[head+a[0].at].weight()
			common, weightA, weightB = common+w, weightA+w, weightB+w
			a, b = a[1:], b[1:]
		}
	}
	lastOnes(earlier, l.Earliers)
	lastOnes(later, l.Laters)
	slices.Sort(l.Earliers)
	slices.Sort(l.Laters)
	if weightA == 0 || weightB == 0 {
		return l
	}
	l.Share = float64(2*common) / float64(weightA+weightB)
	l.Inside = float64(common) / float64(min(weightA, weightB))
	l.Order = order(earlier, later, head, tail)
	return l
}

// ends is how many words two sequences share at their heads, and how many more at
// their tails.
func ends(a, b []Word) (head, tail int) {
	least := min(len(a), len(b))
	for head < least && a[head].Key == b[head].Key {
		head++
	}
	for tail < least-head && a[len(a)-1-tail].Key == b[len(b)-1-tail].Key {
		tail++
	}
	return head, tail
}

// lastOnes makes of words, given by their places, those that stand last of their
// like: of a word that one sequence has more often, the last places are too many.
func lastOnes(words []Word, places []int) {
	for n := 0; n < len(places); {
		key, end := words[places[n]].Key, n+1
		for end < len(places) && words[places[end]].Key == key {
			end++
		}
		at := len(words) - 1
		for k := end - 1; k >= n; k-- {
			for words[at].Key != key {
				at--
			}
			places[k] = at
			at--
		}
		n = end
	}
}

func (w Word) weight() int {
	if w.Plain {
		return 1
	}
	return 3
}

// A place is where a word stands.
type place struct {
	key uint64
	at  int
}

// sorted are the places of words by key, and in order where keys are equal.
func sorted(words []Word) []place {
	if len(words) == 0 {
		return nil
	}
	places := make([]place, len(words))
	for i := range words {
		places[i] = place{words[i].Key, i}
	}
	slices.SortFunc(places, func(a, b place) int {
		switch {
		case a.key < b.key:
			return -1
		case a.key > b.key:
			return 1
		}
		return a.at - b.at
	})
	return places
}

// order is the share of pairs of neighbours that both sequences have, which share
// some words at their heads and their tails.
func order(a, b []Word, head, tail int) float64 {
	if len(a) < 2 || len(b) < 2 {
		return 1
	}
	common := max(head-1, 0) + max(tail-1, 0)
	pa, pb := pairs(a, head, tail), pairs(b, head, tail)
	for i, j := 0, 0; i < len(pa) && j < len(pb); {
		switch {
		case pa[i] < pb[j]:
			i++
		case pb[j] < pa[i]:
			j++
		default:
			common++
			i++
			j++
		}
	}
	return float64(2*common) / float64(len(a)+len(b)-2)
}

// pairs are the hashes of neighbours of which one lies between head and tail, or
// one in each of them.
func pairs(words []Word, head, tail int) []uint64 {
	from, to := max(head-1, 0), min(len(words)-tail, len(words)-1)
	if from >= to {
		return nil
	}
	out := make([]uint64, 0, to-from)
	for i := from; i < to; i++ {
		out = append(out, mix(words[i].Key, words[i+1].Key))
	}
	slices.Sort(out)
	return out
}

func mix(a, b uint64) uint64 {
	h := (a<<23 | a>>41) ^ b
	h *= 0x9e3779b97f4a7c15
	return h ^ h>>29
}
