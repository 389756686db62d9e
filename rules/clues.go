package rules

import (
	"maps"
	"math/bits"
	"slices"
	"strings"

	"recoupe/checks/text"
	"recoupe/rules/calendar"
	"recoupe/rules/compiled"
)

// A Clue is a word of an event's names, or one that the book says tells it: the
// stem of the word, and how many bits it tells, by how few events have it.
type Clue uint32

const (
	clueBits  = 5 // of a clue that are not the stem's
	toldBit   = 1 << 4
	clueLimit = 15 // bits that a word tells at most
	ownLimit  = 9  // … that one beside the names does
	rare      = 24 // events that share a word which leads to them, at most
)

// Stem is the clue's word, as ClueStem has it.
func (c Clue) Stem() uint32 { return uint32(c) >> clueBits }

// ClueStem is a stem of the text in the form that clues have.
func ClueStem(stem uint32) uint32 { return stem >> clueBits }

// Bits is how much the word tells: one more for each halving of the events that
// share it.
func (c Clue) Bits() int { return int(c & (toldBit - 1)) }

// Told reports a word that tells the event itself, not only what is named after it.
func (c Clue) Told() bool { return c&toldBit != 0 }

// almanac finds events by the day of the year, and by the words that tell them.
type almanac struct {
	days    compiled.Lists            // by day of the year: entities
	began   compiled.Lists            // … and the years in which they began
	clues   map[string]compiled.Lists // by language and entity
	stems   map[string]compiled.Uint32s
	stemsOf map[string]compiled.Lists // by language and place in its stems: entities
}

// daysOfYear is the number of lists of an almanac: one a day, and one for each
// month for what is known to the month.
const daysOfYear = 12 * 32

// dayOfYear is the list of a month and a day; of day 0, that of the month alone.
func dayOfYear(month, day int) int { return (month-1)*32 + day }

// almanac lays out the almanac of the events.
func (z *freezer) almanac(l *loader) {
	days, began := make([][]uint32, daysOfYear), make([][]uint32, daysOfYear)
	for i, e := range l.entities {
		if e.Kind != Event || e.Withdrawn {
			continue
		}
		for _, d := range []calendar.Date{e.Exists.From, e.Exists.To} {
			if d.Month == 0 {
				continue
			}
			if at := dayOfYear(int(d.Month), d.Day); len(days[at]) == 0 || days[at][len(days[at])-1] != uint32(i) {
				days[at], began[at] = append(days[at], uint32(i)), append(began[at], uint32(e.Exists.From.Year))
			}
		}
	}
	z.pack("days", days)
	z.pack("began", began)
	for _, lang := range l.langs {
		z.clues(l, l.book.Languages[lang])
	}
}

// clues lays out the words that tell events in one language.
func (z *freezer) clues(l *loader, lang *Language) {
	words, known, events := make([][]uint32, len(l.entities)), map[uint32][]uint32{}, 0
	for i, e := range l.entities {
		if e.Kind != Event || e.Withdrawn {
			continue
		}
		events++
		words[i] = e.stems(lang)
		for _, w := range words[i] {
			known[w>>clueBits] = append(known[w>>clueBits], uint32(i))
		}
	}
	for _, stems := range words {
		for k, w := range stems {
			most := clueLimit
			if w&toldBit != 0 {
				most = ownLimit
			}
			stems[k] |= uint32(min(bits.Len(uint(events/len(known[w>>clueBits]))), most))
		}
	}
	var keys []uint32
	var lists [][]uint32
	for _, s := range slices.Sorted(maps.Keys(known)) {
		if len(known[s]) <= rare {
			keys, lists = append(keys, s), append(lists, known[s])
		}
	}
	z.pack(lang.Code+"-clues", words)
	z.file.Add(lang.Code+"-stems", compiled.AppendNumbers(nil, keys...))
	z.pack(lang.Code+"-stems-of", lists)
}

// stems are the words of an event's names in a language, and those that tell it
// beside them, each once, without their bits.
func (e *Entity) stems(lang *Language) []uint32 {
	seen := map[uint32]uint32{}
	for k, names := range [][]string{e.Names[lang.Code], e.clues[lang.Code]} {
		for _, name := range names {
			for _, t := range text.Tokens(nil, name, text.Span{End: len(name)}) {
				word := name[t.Start:t.End]
				if t.Kind != text.Word || lang.Is(t.Key, "plain") || slices.Contains(lang.Function, strings.TrimRight(text.Fold(word), "'")) {
					continue
				}
				if s := text.Stem(word, t.Is(text.Capital)) >> clueBits; s != 0 {
					seen[s] |= s<<clueBits | uint32(k)*toldBit
				}
			}
		}
	}
	return slices.Sorted(maps.Values(seen))
}

// On adds the events that began or ended on a day of some year, and began in a year
// that will do; of day 0 those that the book knows to the month. Most are passed
// over by their year alone.
func (b *Book) On(out []*Entity, month, day int, began func(year int) bool) []*Entity {
	if b.store == nil || month < 1 || month > 12 || day < 0 || day > 31 {
		return out
	}
	from, to := b.store.days.Range(dayOfYear(month, day))
	for i := from; i < to; i++ {
		if began(int(int32(b.store.began.At(i)))) {
			out = append(out, b.store.entityOf(int(b.store.days.At(i))))
		}
	}
	return out
}

// Clues adds the words that tell an event in a language.
func (b *Book) Clues(out []Clue, e *Entity, lang string) []Clue {
	lists, ok := b.store.clues[lang]
	if !ok {
		return out
	}
	from, to := lists.Range(e.number)
	for i := from; i < to; i++ {
		out = append(out, Clue(lists.At(i)))
	}
	return out
}

// Told are the events that a word leads to, by its stem: those of a rare word.
func (b *Book) Told(stem uint32, lang string) []*Entity {
	stems, ok := b.store.stems[lang]
	if !ok {
		return nil
	}
	low, high := 0, stems.Len()
	for low < high {
		if mid := (low + high) / 2; stems.At(mid) < stem {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low == stems.Len() || stems.At(low) != stem {
		return nil
	}
	lists := b.store.stemsOf[lang]
	from, to := lists.Range(low)
	out := make([]*Entity, 0, to-from)
	for i := from; i < to; i++ {
		out = append(out, b.store.entityOf(int(lists.At(i))))
	}
	return out
}
