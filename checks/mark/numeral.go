package mark

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"recoupe/checks/text"
	"recoupe/rules"
)

// number is what the words of a number say.
type number struct {
	value, step float64
	words       bool // in words
	round       bool // about so many
	ordinal     bool
	part        bool // of a whole
	of          bool // what it counts follows after a small word: "une centaine de"
}

// numberAt reads the number that begins at a token, in figures or in words, and
// returns the token after it, 0 when none begins there.
func (m *Marks) numberAt(i, last int) (n number, end int) {
	if m.Tokens[i].Kind == text.Number {
		n, end = m.figures(i, last)
	} else {
		n, end = m.words(i, last)
	}
	if end == 0 {
		return n, 0
	}
	// "2,9 millions", "trois milliards": scales go on as long as they stand.
	for end < last && !n.ordinal && !n.part {
		scale := m.numeral(end).Scale
		if scale < 1000 || n.words && n.value >= 1000 {
			break
		}
		n.value, n.step = n.value*scale, n.step*scale
		n.of = n.of || scale >= 1e6
		end++
	}
	return m.andHalf(n, end, last)
}

// andHalf reads what may follow a number: "million et demi", "two and a half".
func (m *Marks) andHalf(n number, end, last int) (number, int) {
	if n.ordinal || n.part || end+1 >= last || !m.in(end, rules.ClassAnd) || !n.of && n.value > 100 {
		return n, end
	}
	at := end + 1
	if m.in(at, rules.ClassArticle) {
		at++
	} else if !n.of {
		return n, end
	}
	if at < last && m.numeral(at).Part == 0.5 {
		n.value += n.step / 2
		n.step /= 10
		return n, at + 1
	}
	return n, end
}

// numeral is what a token says of a number.
func (m *Marks) numeral(i int) (n numeralWord) {
	if !m.in(i, rules.ClassNumeral) || m.Tokens[i].Kind != text.Word {
		return n
	}
	return m.Language.Quantity.Numeral(m.Tokens[i].Key)
}

// figures reads digits, their groups and their ordinal ending.
func (m *Marks) figures(i, last int) (n number, end int) {
	value, step, ok := m.digits(m.Words(m.Tokens[i].Span))
	if !ok {
		return n, 0
	}
	end = i + 1
	for end < last && m.grouped(end) {
		v, st, ok := m.digits(m.Words(m.Tokens[end].Span))
		if !ok || step != 1 || v >= 1000 {
			break
		}
		value, step = value*1000+v, st
		end++
	}
	n = number{value: value, step: step}
	if end < last && m.Tokens[end].Kind == text.Word && m.Tokens[end].Is(text.Glued) {
		ending := text.Fold(m.Words(m.Tokens[end].Span))
		for _, e := range m.Language.Quantity.Endings {
			if text.Fold(e) == ending {
				n.ordinal = true
				return n, end + 1
			}
		}
	}
	return n, end
}

// grouped reports three digits that go on a number after a single space.
func (m *Marks) grouped(i int) bool {
	t, before := m.Tokens[i], m.Tokens[i-1]
	word := m.Words(t.Span)
	if t.Kind != text.Number || len(word) < 3 || len(word) > 3 && word[3] != ',' && word[3] != '.' {
		return false
	}
	gap := m.Words(text.Span{Start: before.End, End: t.Start})
	if utf8.RuneCountInString(gap) != 1 || gap == " " && !m.Language.Quantity.Spaced {
		return false
	}
	lead := m.Words(before.Span)
	return len(lead) <= 3 && lead[0] != '0' && strings.IndexAny(lead, ".,") < 0
}

// digits reads one token of digits by the signs of its language.
func (m *Marks) digits(s string) (value, step float64, ok bool) {
	q := &m.Language.Quantity
	step = 1
	if i := strings.IndexAny(s, ".,"); i >= 0 {
		sign := s[i : i+1]
		group := false
		for _, g := range q.Group {
			group = group || g == sign
		}
		parts := strings.Split(s, sign)
		threes := len(parts[0]) <= 3 && parts[0] != "0"
		for _, p := range parts[1:] {
			whole, _, _ := strings.Cut(p, q.Decimal)
			threes = threes && len(whole) == 3
		}
		switch {
		case group && threes:
			s = strings.Join(parts, "")
			if i := strings.IndexAny(s, ".,"); i >= 0 {
				s, step = s[:i]+"."+s[i+1:], decimals(len(s)-i-1)
			}
		case len(parts) == 2 && !strings.ContainsAny(parts[1], ".,"):
			s, step = parts[0]+"."+parts[1], decimals(len(parts[1]))
		default:
			return 0, 0, false
		}
	}
	value, err := strconv.ParseFloat(s, 64)
	return value, step, err == nil
}

func decimals(n int) float64 {
	step := 1.0
	for range n {
		step /= 10
	}
	return step
}
