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

// Measure says how much of two sequences is the same.
func Measure(earlier, later []Word) Likeness {
	var l Likeness
	a, b := sorted(earlier), sorted(later)
	var common, weightA, weightB int
	for i, j := 0, 0; i < len(a) || j < len(b); {
		switch {
		case j == len(b) || i < len(a) && earlier[a[i]].Key < later[b[j]].Key:
			weightA += earlier[a[i]].weight()
			l.Earliers = append(l.Earliers, a[i])
			i++
		case i == len(a) || later[b[j]].Key < earlier[a[i]].Key:
			weightB += later[b[j]].weight()
			l.Laters = append(l.Laters, b[j])
			j++
		default:
			w := earlier[a[i]].weight()
			common, weightA, weightB = common+w, weightA+w, weightB+w
			i++
			j++
		}
	}
	slices.Sort(l.Earliers)
	slices.Sort(l.Laters)
	if weightA == 0 || weightB == 0 {
		return l
	}
	l.Share = float64(2*common) / float64(weightA+weightB)
	l.Inside = float64(common) / float64(min(weightA, weightB))
	l.Order = order(earlier, later)
	return l
}

func (w Word) weight() int {
	if w.Plain {
		return 1
	}
	return 3
}

// sorted returns the indexes of words by key, and by place where keys are equal.
func sorted(words []Word) []int {
	type place struct {
		key uint64
		at  int
	}
	var buf [64]place
	places := buf[:0]
	for i := range words {
		places = append(places, place{words[i].Key, i})
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
	out := make([]int, len(words))
	for i := range out {
		out[i] = places[i].at
	}
	return out
}

// order is the share of pairs of neighbours that both sequences have.
func order(a, b []Word) float64 {
	if len(a) < 2 || len(b) < 2 {
		return 1
	}
	pa, pb := pairs(a), pairs(b)
	common := 0
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
	return float64(2*common) / float64(len(pa)+len(pb))
}

func pairs(words []Word) []uint64 {
	out := make([]uint64, 0, len(words)-1)
	for i := 1; i < len(words); i++ {
		out = append(out, mix(words[i-1].Key, words[i].Key))
	}
	slices.Sort(out)
	return out
}

func mix(a, b uint64) uint64 {
	h := (a<<23 | a>>41) ^ b
	h *= 0x9e3779b97f4a7c15
	return h ^ h>>29
}
