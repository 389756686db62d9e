package mark

import (
	"strings"

	"recoupe/checks/text"
	"recoupe/rules"
)

// A Quantity is a number with what it counts: "une centaine de blessés",
// "entre 12 et 15 %", "2,9 millions d'euros".
type Quantity struct {
	text.Span             // the number and its unit
	First, Last int       // tokens, Last excluded
	Low, High   float64   // equal when one number was said
	Unit        string    // id of the unit: percent, euro, kilometre; empty for things counted
	Of          text.Span // the head noun and its complement, when things are counted
	Head        int       // token of the head noun; -1 when none was found
	Approximate bool      // "près de", "une centaine"
	Over, Under bool      // "plus de", "moins de": the number is a bound
	Step        float64   // size of the last digit written: 2,9 millions: 100000
	Ordinal     bool      // "la troisième semaine", "15th"
	Part        bool      // "deux tiers", "half"
	Worded      bool      // said in words
	Weak        bool      // "un", "one": may be no number at all
	To          int       // index of the other end of "de 12 à 15"; -1 when there is none
}

// findQuantities reads every number of the page with its unit, or with what it counts.
func (m *Marks) findQuantities() {
	t := 0
	for _, s := range m.Sentences {
		for i := s.First; i < s.Last; {
			for t < len(m.Times) && m.Times[t].Last <= i {
				t++
			}
			if t < len(m.Times) && m.Times[t].First <= i && m.Times[t].Type != Duration && !m.lasts(m.Times[t]) {
				i = m.Times[t].Last // a date or an hour counts nothing
				continue
			}
			if !m.mayCount(i) {
				i++
				continue
			}
			q, ok := m.quantityAt(i, s)
			if !ok {
				i = max(i+1, q.Last)
				continue
			}
			i = m.secondEnd(&q, s)
			m.Quantities = append(m.Quantities, q)
		}
	}
	m.pairEnds()
}

// lasts reports a time of day that is a duration: "en 1 h 02 min".
func (m *Marks) lasts(t Time) bool {
	if t.Type != Clock {
		return false
	}
	if unit, _ := m.UnitAt(t.Last); t.Last < len(m.Tokens) && unit == "minute" {
		return true
	}
	return t.First > 0 && m.in(t.First-1, rules.ClassLasting)
}

// mayCount reports whether a number may begin at a token.
func (m *Marks) mayCount(i int) bool {
	if m.Tokens[i].Kind == text.Number {
		return !m.partOfCode(i)
	}
	return m.in(i, rules.ClassNumeral) && !m.namesPlace(i)
}

// namesPlace reports a number word that a hyphen joins to a name: Trois-Rivières.
func (m *Marks) namesPlace(i int) bool {
	return m.Tokens[i].Is(text.Capital) && i+1 < len(m.Tokens) && m.Tokens[i+1].Is(text.Hyphen) && m.Tokens[i+1].Is(text.Capital) &&
		m.numeral(i+1) == numeralWord{}
}

// partOfCode reports digits that hang on letters or marks before them: A380,
// Covid-19, 49.3 after a section sign.
func (m *Marks) partOfCode(i int) bool {
	if i == 0 || !m.Tokens[i].Is(text.Glued) {
		return false
	}
	before := m.Tokens[i-1]
	if before.Kind == text.Word && !before.Is(text.Elided) {
		return true
	}
	switch before.Char {
	case '#', '§', '@', '_', '/', '=', ':':
		return true
	case '-', '‑', '–':
		return i >= 2 && before.Is(text.Glued) && m.Tokens[i-2].Kind == text.Word
	}
	return false
}

// quantityAt reads a number, the sign before it and the unit or noun after it.
func (m *Marks) quantityAt(i int, s text.Sentence) (q Quantity, ok bool) {
	n, end := m.numberAt(i, s.Last)
	if end == 0 {
		return q, false
	}
	q = Quantity{First: i, Low: n.value, High: n.value, Step: n.step, Worded: n.words, Approximate: n.round,
		Ordinal: n.ordinal, Part: n.part, Weak: n.words && n.value == 1 && end == i+1 && !n.ordinal && !n.part, Head: -1, To: -1}
	if sign := m.signBefore(i, s.First); sign != "" {
		q.Unit = sign
		q.First--
		end = m.scaled(&q, end, s.Last)
	} else if unit := m.currencyBefore(i, s.First); unit != "" {
		q.Unit = unit
		q.First--
		end = m.scaled(&q, end, s.Last)
	}
	q.Last = end
	if q.Unit == "" {
		m.unitAfter(&q, s, n.of)
	}
	if q.Unit == "" || m.in(q.Last, rules.ClassComplement) {
		m.counted(&q, s, n.of)
	}
	m.bound(&q, s)
	q.Span = m.Over(q.First, q.Last)
	return q, q.Unit != "" || !q.Weak && (q.Head >= 0 || n.value >= 2) || q.Part || !n.words
}

// signBefore is the currency of a sign right before a number.
func (m *Marks) signBefore(i, first int) string {
	if i == first || !m.Tokens[i].Is(text.Glued) || m.Tokens[i-1].Kind != text.Mark {
		return ""
	}
	return m.Language.Quantity.Sign[string(m.Tokens[i-1].Char)]
}

// currencyBefore is the currency whose name stands before a number: "dollars
// 55.5bn". The name may be the unit of a number before it.
func (m *Marks) currencyBefore(i, first int) string {
	if i == first || m.Tokens[i].Is(text.Glued) || m.Tokens[i].Kind != text.Number {
		return ""
	}
	unit, end := m.UnitAt(i - 1)
	if end != i || rules.MeasureOf(unit).Dimension != "" {
		return ""
	}
	if n := len(m.Quantities); n > 0 && m.Quantities[n-1].Last >= i-1 {
		return ""
	}
	return unit
}

// scaled reads the letters of scale that hang on an amount: $1.2m, £3bn.
func (m *Marks) scaled(q *Quantity, end, last int) int {
	if end >= last || !m.Tokens[end].Is(text.Glued) || m.Tokens[end].Kind != text.Word {
		return end
	}
	if f := m.Language.Quantity.Suffix[m.Words(m.Tokens[end].Span)]; f > 0 {
		q.Low, q.High, q.Step = q.Low*f, q.High*f, q.Step*f
		return end + 1
	}
	return end
}

// unitAfter reads the unit after a number; of says that a small word like "de"
// may stand between: "deux millions d'euros".
func (m *Marks) unitAfter(q *Quantity, s text.Sentence, of bool) {
	at := q.Last
	if of && at < s.Last && m.in(at, rules.ClassComplement) {
		at++
	}
	if at >= s.Last {
		return
	}
	// 4,5 M€: the scale stands before the sign.
	if f := m.Language.Quantity.Suffix[m.Words(m.Tokens[at].Span)]; f > 0 && at+1 < s.Last {
		if unit, end := m.UnitAt(at + 1); end > 0 && rules.MeasureOf(unit).Dimension == "" {
			q.Low, q.High, q.Step = q.Low*f, q.High*f, q.Step*f
			q.Unit, q.Last = unit, end
			return
		}
	}
	if m.Tokens[at].Char == '-' && m.Tokens[at].Is(text.Glued) && at+1 < s.Last && m.Tokens[at+1].Is(text.Glued) {
		at++ // 52-year-old
	}
	unit, end := m.UnitAt(at)
	if end == 0 || end > s.Last {
		return
	}
	if t := m.Tokens[at]; t.End-t.Start == 1 && t.Kind == text.Word && q.Worded {
		return // "deux m" is no length
	}
	q.Unit, q.Last = unit, end
	// "deux ans et demi": the half stands after the unit.
	half := end + 1
	if half < s.Last && m.in(half, rules.ClassArticle) {
		half++
	}
	if half < s.Last && !q.Ordinal && m.in(end, rules.ClassAnd) && m.numeral(half).Part == 0.5 && !m.in(half+1, rules.ClassComplement) {
		q.Low, q.High, q.Step, q.Last = q.Low+0.5, q.High+0.5, q.Step/10, half+1
		q.Weak = false
	}
}

// UnitAt returns the longest unit that begins at a token.
func (m *Marks) UnitAt(i int) (unit string, end int) {
	hits := m.HitsAt(i)
	for k := range hits {
		h := &hits[k]
		if h.Among&rules.AmongUnits == 0 {
			continue
		}
		for _, l := range h.Labels {
			if id, ok := strings.CutPrefix(l.Class, rules.UnitClass); ok && h.Last > end {
				unit, end = id, h.Last
			}
		}
	}
	return unit, end
}

// boundReach is how many words a phrase like "un peu plus de" may have.
const boundReach = 4

// bound reads what stands before a number and blurs it: about, over, under.
func (m *Marks) bound(q *Quantity, s text.Sentence) {
	for i := max(s.First, q.First-boundReach); i < q.First; i++ {
		hits := m.HitsAt(i)
		for k := range hits {
			h := &hits[k]
			blurs := h.Set & (rules.ClassAbout | rules.ClassOver | rules.ClassUnder)
			if blurs == 0 || h.Last != q.First && !(h.Last == q.First-1 && m.in(h.Last, rules.ClassArticle)) {
				continue
			}
			q.Approximate = q.Approximate || blurs&rules.ClassAbout != 0
			q.Over = q.Over || blurs&rules.ClassOver != 0
			q.Under = q.Under || blurs&rules.ClassUnder != 0
		}
	}
	if q.Last < s.Last && m.classAt(q.Last, rules.ClassAboutAfter) > 0 {
		q.Approximate = true
	}
}

// secondEnd reads the rest of a range: "entre 12 et 15", "12 à 15", "12-15
// people". It returns the token to go on from.
func (m *Marks) secondEnd(q *Quantity, s text.Sentence) int {
	at := q.Last
	if at+1 >= s.Last || q.Ordinal || q.Weak && q.Head < 0 {
		return at
	}
	between := q.First > s.First && m.in(q.First-1, rules.ClassBetween)
	from := q.First > s.First && m.in(q.First-1, rules.ClassFrom)
	switch t := m.Tokens[at]; {
	case between && m.in(at, rules.ClassAnd):
	case !from && m.in(at, rules.ClassTo):
	case (t.Char == '-' || t.Char == '–') && t.Is(text.Glued) && q.Unit == "":
	default:
		return at
	}
	if !m.mayCount(at+1) && m.Tokens[at+1].Kind != text.Number {
		return at
	}
	end, ok := m.quantityAt(at+1, s)
	if !ok || end.Ordinal || end.Low <= q.Low || end.Unit == "" && end.Head < 0 || q.Unit != "" && q.Unit != end.Unit || q.Unit == "" && q.Head >= 0 && q.Head < at {
		return at
	}
	if end.Low/q.Low >= 1000 && q.Low < 1000 {
		q.Low *= end.Step // "2 à 3 millions"
	}
	q.High, q.Unit, q.Of, q.Head, q.Last = end.High, end.Unit, end.Of, end.Head, end.Last
	q.Approximate = q.Approximate || end.Approximate
	q.Weak = false
	q.Span = m.Over(q.First, q.Last)
	return q.Last
}

// pairEnds joins the two numbers of "de 120 à 150", which tell a change.
// Between may stand what the first counts and its time.
func (m *Marks) pairEnds() {
	for i := 1; i < len(m.Quantities); i++ {
		a, b := &m.Quantities[i-1], &m.Quantities[i]
		if a.First == 0 || !m.in(a.First-1, rules.ClassFrom) || !m.leadsTo(a, b) {
			continue
		}
		a.To = i
		if a.Unit == "" && (a.Head < 0 || a.Head >= a.Last) {
			a.Unit = b.Unit
			if a.Head < 0 {
				a.Head, a.Of = b.Head, b.Of
			}
		}
	}
}

// endReach is how many words may stand between a number and the "to" of its
// other end.
const endReach = 6

// leadsTo reports that "to" stands before the second of two numbers and nothing
// between them but what the first counts and a time.
func (m *Marks) leadsTo(a, b *Quantity) bool {
	to := b.First - 1
	if to > a.Last && m.in(to, rules.ClassAbout) {
		to--
	}
	if to < a.Last || to > a.Last+endReach || !m.in(to, rules.ClassTo) {
		return false
	}
	for i := a.Last; i < to; i++ {
		if i <= a.Head || m.Tokens[i].End <= a.Of.End || m.TimeAt(i) >= 0 || i+1 < to && m.TimeAt(i+1) >= 0 && m.Tokens[i].Kind == text.Word {
			continue
		}
		return false
	}
	return true
}
