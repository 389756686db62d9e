package rules

import (
	"maps"
	"slices"

	"recoupe/checks/text"
)

// A QuantityTable is how a language writes numbers and what is measured with
// them: the [quantity] section of its file.
type QuantityTable struct {
	Decimal   string              // the sign before decimals
	Group     []string            // signs between groups of three digits, besides spaces
	Spaced    bool                // plain spaces part groups of three digits too
	Vigesimal bool                // eighty is four twenties
	HeadLast  bool                `toml:"head-last"` // adjectives stand before their noun
	Plural    []string            // endings of plurals
	Verb      []string            // endings of verbs in the plural, which no adjective has
	Singular  []string            // endings that look like them and are none
	Number    map[string]float64  // words for numbers below a hundred
	Scale     map[string]float64  // hundred, thousand, million
	Round     map[string]float64  // about so many: dizaine, dozen
	Part      map[string]float64  // half, third, quarter
	Ordinal   map[string]float64  // first, second
	Endings   []string            // make an ordinal of digits: e, th
	Suffix    map[string]float64  // scales glued to an amount of money: m, bn
	Unit      map[string][]string // by the unit's id, its names
	Same      [][]string          // words that count the same thing: dead, killed, deaths
	Sign      map[string]string   // signs of currency that stand before the number, to the unit's id

	numerals map[uint64]Numeral
	same     map[uint64]uint64
}

// A Numeral is what a single word says of a number, zero where nothing: a word
// may be several, as "third" is.
type Numeral struct {
	Cardinal float64 // five, twenty
	Scale    float64 // hundred, million
	Round    float64 // dozen
	Part     float64 // half
	Ordinal  float64 // fifth
}

// A Measure is a unit's dimension and its size in the base unit of that dimension.
type Measure struct {
	Dimension string
	Size      float64
	Offset    float64 // of degrees: base = (value + Offset) * Size
}

// measures are the units that are worth converting, by id. Money has no size:
// rates change.
var measures = map[string]Measure{
	"kilometre": {"length", 1000, 0}, "metre": {"length", 1, 0}, "centimetre": {"length", 0.01, 0}, "millimetre": {"length", 0.001, 0},
	"mile": {"length", 1609.344, 0}, "yard": {"length", 0.9144, 0}, "foot": {"length", 0.3048, 0}, "inch": {"length", 0.0254, 0}, "nautical-mile": {"length", 1852, 0},
	"hectare": {"area", 1e4, 0}, "acre": {"area", 4046.8564224, 0}, "square-kilometre": {"area", 1e6, 0}, "square-metre": {"area", 1, 0},
	"square-mile": {"area", 2589988.11, 0}, "square-foot": {"area", 0.09290304, 0},
	"kilogram": {"mass", 1, 0}, "gram": {"mass", 0.001, 0}, "tonne": {"mass", 1000, 0}, "ton": {"mass", 0, 0}, "pound-weight": {"mass", 0.45359237, 0},
	"ounce": {"mass", 0.028349523, 0}, "stone": {"mass", 6.35029318, 0},
	"litre": {"volume", 1, 0}, "cubic-metre": {"volume", 1000, 0}, "barrel": {"volume", 158.987294928, 0}, "hectolitre": {"volume", 100, 0}, "gallon": {"volume", 0, 0},
	"kilometre-per-hour": {"speed", 1 / 3.6, 0}, "mile-per-hour": {"speed", 0.44704, 0}, "knot": {"speed", 1852.0 / 3600, 0}, "metre-per-second": {"speed", 1, 0},
	"celsius": {"temperature", 1, 0}, "fahrenheit": {"temperature", 5.0 / 9, -32},
	"second": {"duration", 1, 0}, "minute": {"duration", 60, 0}, "hour": {"duration", 3600, 0}, "day": {"duration", 86400, 0},
	"week": {"duration", 604800, 0}, "month": {"duration", 2629746, 0}, "year": {"duration", 31556952, 0},
	"percent": {"share", 1, 0}, "point": {"points", 1, 0},
	"megawatt": {"power", 1e6, 0}, "kilowatt": {"power", 1e3, 0}, "gigawatt": {"power", 1e9, 0},
}

// MeasureOf returns the dimension and size of a unit; other units are money
// when their dimension is empty.
func MeasureOf(unit string) Measure { return measures[unit] }

// Numeral returns what the single word of a key says of a number.
func (q *QuantityTable) Numeral(key uint64) Numeral { return q.numerals[key] }

// SameAs is the key under which what a word counts is compared: that of the
// first of the words that count the same, or its own.
func (q *QuantityTable) SameAs(key uint64) uint64 {
	if same, ok := q.same[key]; ok {
		return same
	}
	return key
}

// InSame reports a word that counts the same thing as others do.
func (q *QuantityTable) InSame(key uint64) bool {
	_, ok := q.same[key]
	return ok
}

// SuffixOf returns the scale that a letter glued to an amount stands for, 0 for none.
func (q *QuantityTable) SuffixOf(word string) float64 { return q.Suffix[word] }

// Classes of the phrases that the table files: a unit's phrase is of the class
// UnitClass followed by its id.
const (
	NumeralClass = "numeral"
	UnitClass    = "unit:"
)

// index prepares the table for being asked, and files its words among the
// phrases of its language; without a filing, they are filed already.
func (q *QuantityTable) index(p *filing) {
	q.numerals, q.same = map[uint64]Numeral{}, map[uint64]uint64{}
	for _, words := range q.Same {
		for _, word := range words {
			q.same[text.Key(word)] = text.Key(words[0])
		}
	}
	for _, kind := range []struct {
		words map[string]float64
		set   func(n *Numeral, value float64)
	}{
		{q.Number, func(n *Numeral, v float64) { n.Cardinal = v }},
		{q.Scale, func(n *Numeral, v float64) { n.Scale = v }},
		{q.Round, func(n *Numeral, v float64) { n.Round = v }},
		{q.Part, func(n *Numeral, v float64) { n.Part = v }},
		{q.Ordinal, func(n *Numeral, v float64) { n.Ordinal = v }},
	} {
		for _, word := range slices.Sorted(maps.Keys(kind.words)) {
			key := text.Key(word)
			n := q.numerals[key]
			kind.set(&n, kind.words[word])
			q.numerals[key] = n
			p.addWords(word, Label{Class: NumeralClass, Way: ByWord})
		}
	}
	for _, id := range slices.Sorted(maps.Keys(q.Unit)) {
		for _, name := range q.Unit[id] {
			p.addWords(name, Label{Class: UnitClass + id, Way: ByWord})
		}
	}
}
