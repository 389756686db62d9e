package mark

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"recoupe/checks/text"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// A class is a set of words that the grammar of times tells apart: one of the
// language's own, the words of a slot, or a single word that a form names.
type class uint16

// Classes that slots read.
const (
	noClass class = iota
	monthWord
	monthShort
	weekdayWord
	weekdayShort
	ordinalWord
	suffixWord
	daySuffix
	numberWord
	andWord
	unitWord
	seasonWord
	partWord
	skipWord
	futureWord
	pastWord
	romanWord
	exceptWord
	weekdayMany
	linkWord
	singularWord
	articleWord
	nameWord
	verbWord
	linkTo
	partStart // the first word of a phrase for a part of the day
	firstOwn  // the language's own classes follow
)

// entry says that a word belongs to a class, and what it is worth there.
type entry struct {
	class class
	value int16
	exact accent
}

// accent says how a word must be written where folding would take it for another.
type accent uint8

const (
	anyAccent  accent = iota
	unaccented        // a, not à
	accented          // à, not a
)

// lexicon files every word of the section under its key. Words that it does
// not hold cost one look at the table.
type lexicon struct {
	slots       []lexSlot
	words       []lexWord            // the first is that of every word that is not here
	phrases     map[class][][]uint64 // phrases of two tokens and more, by class
	ids         map[string]class
	feasts      []calendar.Feast
	parts       []string // TIMEX3 codes, by value
	partPhrases []valuePhrase
	used        int
	filter      keyFilter // most words miss it, and need not look at the table
	exact       accent    // of the word being filed
}

// valuePhrase is a phrase of several words and what it is worth.
type valuePhrase struct {
	keys  []uint64
	value int
}

type lexSlot struct {
	key uint64
	at  int32
}

// keyFilter has a bit for the top of each key that is in it.
type keyFilter [1024]uint64

func (f *keyFilter) add(key uint64)      { f[key>>54] |= 1 << (key >> 48 & 63) }
func (f *keyFilter) has(key uint64) bool { return f[key>>54]>>(key>>48&63)&1 != 0 }

// lexWord is what a word is to the grammar.
type lexWord struct {
	entries []entry
	kinds   kinds
	follow  follow // what may stand behind it where an expression begins with it
}

// value is what a word is worth in a class.
func (w *lexWord) value(c class) (int, bool) {
	if c < 64 && w.kinds.low>>c&1 == 0 {
		return 0, false
	}
	for i := range w.entries {
		if e := &w.entries[i]; e.class == c {
			return int(e.value), true
		}
	}
	return 0, false
}

// at is the number of a word; 0 for most.
func (l *lexicon) at(key uint64) int32 {
	if !l.filter.has(key) {
		return 0
	}
	mask := uint64(len(l.slots) - 1)
	for i := key & mask; l.slots[i].key != 0; i = (i + 1) & mask {
		if l.slots[i].key == key {
			return l.slots[i].at
		}
	}
	return 0
}

// dated reports whether a word is a month cut short before a number, or a
// weekday before a number or a month.
func (l *lexicon) dated(key uint64, next text.Token) bool {
	const short = 1<<monthShort | 1<<weekdayShort
	switch low := l.words[l.at(key)].kinds.low & short; {
	case low == 0:
		return false
	case next.Kind == text.Number:
		return true
	case low&(1<<weekdayShort) == 0:
		return false
	}
	return l.words[l.at(next.Key)].kinds.low&(1<<monthWord|1<<monthShort) != 0
}

func (l *lexicon) add(key uint64, c class, value int) {
	if 2*(l.used+1) > len(l.slots) {
		l.grow()
	}
	mask := uint64(len(l.slots) - 1)
	i := key & mask
	for ; l.slots[i].key != 0 && l.slots[i].key != key; i = (i + 1) & mask {
	}
	l.filter.add(key)
	if l.slots[i].key == 0 {
		l.slots[i] = lexSlot{key, int32(len(l.words))}
		l.words = append(l.words, lexWord{})
		l.used++
	}
	w := &l.words[l.slots[i].at]
	e := entry{c, int16(value), l.exact}
	if !slices.Contains(w.entries, e) {
		w.entries = append(w.entries, e)
	}
	w.kinds.add(c)
}

func (l *lexicon) grow() {
	old := l.slots
	l.slots = make([]lexSlot, max(1024, 2*len(old)))
	mask := uint64(len(l.slots) - 1)
	for _, s := range old {
		if s.key == 0 {
			continue
		}
		i := s.key & mask
		for l.slots[i].key != 0 {
			i = (i + 1) & mask
		}
		l.slots[i] = s
	}
}

// addWords files words under a class; a phrase of several tokens is kept apart,
// for sequences and for looking behind.
func (l *lexicon) addWords(words []string, c class, value int) {
	for _, w := range words {
		w = l.setAccent(w)
		keys := wordKeys(w)
		if len(keys) == 1 {
			l.add(keys[0], c, value)
			l.exact = anyAccent
			continue
		}
		l.phrases[c] = append(l.phrases[c], keys)
	}
}

// setAccent reads the sign before a word that must stand as it is written.
func (l *lexicon) setAccent(w string) string {
	rest, ok := strings.CutPrefix(w, "=")
	if !ok {
		l.exact = anyAccent
		return w
	}
	l.exact = unaccented
	if text.Fold(rest) != strings.ToLower(rest) {
		l.exact = accented
	}
	return rest
}

// wordKeys are the keys of a word's or a phrase's tokens as they stand in copy;
// "l'" keeps its apostrophe though no letter follows.
func wordKeys(w string) []uint64 {
	if n := len(w); n > 1 && w[n-1] == '\'' {
		keys := rules.Keys(w[:n-1])
		keys[len(keys)-1] = text.Key(lastWord(w))
		return keys
	}
	return rules.Keys(w)
}

func lastWord(w string) string {
	for i := len(w) - 1; i >= 0; i-- {
		if w[i] == ' ' || w[i] == '-' {
			return w[i+1:]
		}
	}
	return w
}

// newLexicon files the words of a section.
func newLexicon(lang *rules.Language) (*lexicon, error) {
	t := &lang.Time
	l := &lexicon{words: make([]lexWord, 1, 1024), phrases: map[class][][]uint64{}, ids: map[string]class{}}
	l.grow()
	if len(t.Months) != 12 || len(t.Weekdays) != 7 {
		return nil, fmt.Errorf("[time]: %d months and %d weekdays; want 12 and 7", len(t.Months), len(t.Weekdays))
	}
	lists := []struct {
		words [][]string
		class class
		first int
	}{
		{t.Months, monthWord, 1}, {t.MonthsShort, monthShort, 1}, {t.Weekdays, weekdayWord, 0}, {t.DaysShort, weekdayShort, 0},
		{t.DaysMany, weekdayMany, 0}, {t.Ordinals, ordinalWord, 1}, {t.Season, seasonWord, 1},
		{[][]string{t.Suffix}, suffixWord, 0}, {[][]string{t.DaySuffix}, daySuffix, 0}, {[][]string{t.And}, andWord, 0},
		{[][]string{t.Skip}, skipWord, 0}, {[][]string{t.Link}, linkWord, 0}, {[][]string{t.Upto}, linkTo, 0}, {[][]string{t.Singular}, singularWord, 0}, {[][]string{t.Article}, articleWord, 0}, {[][]string{t.Names}, nameWord, 0}, {[][]string{t.Verbs}, verbWord, 0}, {[][]string{t.Tense.Future}, futureWord, 0}, {[][]string{t.Tense.Past}, pastWord, 0}, {[][]string{t.Tense.Except}, exceptWord, 0},
	}
	for _, list := range lists {
		for i, words := range list.words {
			l.addWords(words, list.class, list.first+i)
		}
	}
	for _, numbers := range []map[string]float64{lang.Quantity.Number, lang.Quantity.Scale, lang.Quantity.Round, t.Number} {
		for _, w := range sortedKeys(numbers) {
			if n := numbers[w]; n <= 1000 {
				l.addWords([]string{w}, numberWord, int(n))
			}
		}
	}
	for n := 1; n <= 21; n++ {
		for _, suffix := range t.Suffix {
			l.addWords([]string{roman(n) + suffix}, romanWord, n)
		}
	}
	return l, l.addNamed(t)
}

// roman is a small number in Roman numerals.
func roman(n int) string {
	return strings.Repeat("X", n/10) + [...]string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"}[n%10]
}

// addNamed files the units, the parts of the day and the language's own classes.
func (l *lexicon) addNamed(t *rules.TimeTable) error {
	for _, id := range sortedKeys(t.Unit) {
		u, ok := calendar.Units[id]
		if !ok {
			return fmt.Errorf("[time]: no unit is called %q", id)
		}
		l.addWords(t.Unit[id], unitWord, int(u))
	}
	for _, code := range sortedKeys(t.Part) {
		l.parts = append(l.parts, code)
		l.addWords(t.Part[code], partWord, len(l.parts))
		for _, keys := range l.phrases[partWord] {
			l.add(keys[0], partStart, 0)
			l.partPhrases = append(l.partPhrases, valuePhrase{keys, len(l.parts)})
		}
		delete(l.phrases, partWord)
	}
	for _, name := range sortedKeys(t.Class) {
		l.addWords(t.Class[name], l.own("%"+name), 0)
	}
	for _, f := range t.Feast {
		feast, err := calendar.ParseFeast(f.On)
		if err != nil {
			return fmt.Errorf("[time]: %w", err)
		}
		l.feasts = append(l.feasts, feast)
	}
	return nil
}

// own is the class of a name, made when it is new.
func (l *lexicon) own(name string) class {
	c, ok := l.ids[name]
	if !ok {
		c = firstOwn + class(len(l.ids))
		l.ids[name] = c
	}
	return c
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// weekday is a weekday of a lexicon's value.
func weekday(v int) time.Weekday { return time.Weekday(v % 7) }
