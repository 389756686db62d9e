package mark

import (
	"recoupe/checks/text"
	"recoupe/rules"
)

type numeralWord = rules.Numeral

// words reads a number written out: "quatre-vingt-dix-sept", "deux cent mille",
// "one hundred and five", "une centaine", "deux tiers", "vingt et unième".
func (m *Marks) words(i, last int) (n number, end int) {
	first := m.numeral(i)
	n.words, n.step = true, 1
	switch {
	case first.Round > 0:
		return number{value: first.Round, step: roundStep(first.Round), words: true, round: true, of: true}, i + 1
	case first.Ordinal > 0 && first.Cardinal == 0:
		return number{value: first.Ordinal, step: 1, words: true, ordinal: true}, i + 1
	case first.Part > 0 && first.Cardinal == 0:
		if i > 0 && m.in(i-1, rules.ClassArticle) || i+1 < last && m.in(i+1, rules.ClassComplement) && (i == 0 || m.in(i-1, rules.ClassPlain) || m.Tokens[i-1].Kind == text.Mark) {
			return number{value: first.Part, step: 0.01, words: true, part: true, of: true}, i + 1
		}
		return n, 0
	case first.Cardinal == 0 && first.Scale == 0:
		return n, 0
	}
	sum := tally{vigesimal: m.Language.Quantity.Vigesimal}
	end = i
	for end < last {
		w := m.numeral(end)
		if w.Ordinal > 0 && w.Cardinal == 0 && end > i && (m.Tokens[end].Is(text.Hyphen) || sum.step >= 100) && sum.add(w.Ordinal) {
			return number{value: sum.value(), step: 1, words: true, ordinal: true}, end + 1
		}
		if w.Part > 0 && w.Part < 0.5 && w.Cardinal == 0 && end > i && sum.value() < 10 {
			return number{value: sum.value() * w.Part, step: 0.01, words: true, part: true, of: true}, end + 1
		}
		if sum.take(w) {
			end++
			continue
		}
		if next := end + 1; end > i && next < last && m.in(end, rules.ClassAnd) && sum.joins(m.numeral(next)) {
			end++
			continue
		}
		break
	}
	if end == i {
		return n, 0
	}
	n.value, n.step = sum.value(), sum.step
	n.of = sum.step >= 1e6
	return n, end
}

func roundStep(v float64) float64 {
	if v >= 100 {
		return v
	}
	return 10
}

// tally adds up the words of a number.
type tally struct {
	vigesimal  bool
	total, cur float64
	last       float64 // the scale used last; scales go down
	step       float64
	began      bool
}

func (t *tally) value() float64 { return t.total + t.cur }

// take adds a word, if it can go on the number.
func (t *tally) take(w numeralWord) bool {
	switch {
	case w.Cardinal > 0:
		return t.add(w.Cardinal)
	case w.Scale == 100:
		if t.cur >= 100 || t.cur > 20 {
			return false
		}
		t.cur, t.step, t.began = max(t.cur, 1)*100, 100, true
		return true
	case w.Scale >= 1000:
		if t.last > 0 && w.Scale >= t.last || t.began && t.cur == 0 {
			return false
		}
		t.total += max(t.cur, 1) * w.Scale
		t.cur, t.last, t.step, t.began = 0, w.Scale, w.Scale, true
		return true
	}
	return false
}

// add adds a number below a hundred, if the words so far leave room for it.
func (t *tally) add(v float64) bool {
	tens, low := int(t.cur)%100, int(v)
	switch {
	case t.vigesimal && low == 20 && tens == 4:
		t.cur += 76
	case tens == 0 && (int(t.cur)%1000 != 0 || t.cur == 0 || t.cur >= 100):
		t.cur += v
	case tens >= 20 && tens%10 == 0 && low < 10:
		t.cur += v
	case t.vigesimal && (tens == 60 || tens == 80) && low >= 10 && low < 20:
		t.cur += v
	case t.vigesimal && (tens == 10 || tens == 70 || tens == 90) && low >= 7 && low < 10:
		t.cur += v // dix-sept
	default:
		return false
	}
	t.step, t.began = 1, true
	return true
}

// joins reports whether a word may follow after "and": vingt et un, a hundred and five.
func (t *tally) joins(w numeralWord) bool {
	tens := int(t.cur) % 100
	if t.vigesimal {
		return tens >= 20 && tens <= 70 && tens%10 == 0 && (w.Cardinal == 1 || w.Cardinal == 11 && tens == 60)
	}
	return w.Cardinal > 0 && (t.step == 100 || t.step == 1000)
}
