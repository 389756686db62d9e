package mark

import (
	"strings"

	"recoupe/checks/text"
)

// numeric reads a date in digits: 2022-02-24, 24/02/2022, 24.02.2022. Which of
// two small numbers is the day the language says; else it stays ambiguous.
func (r *timeReader) numeric(i int) (op, int) {
	var n, width [3]int
	end := i + 1
	if words := r.m.Words(r.m.Tokens[i].Span); strings.Count(words, ".") == 2 {
		if !dotted(words, &n, &width) {
			return op{}, 0
		}
	} else {
		var ok bool
		if end, ok = r.parted(i, &n, &width); !ok {
			return op{}, 0
		}
	}
	o := op{code: opNumeric}
	switch {
	case width[0] == 4 && width[1] == 2 && width[2] == 2:
		o.a = packDate(n[0], n[1], n[2])
	case width[2] != 4 && width[2] != 2 || width[0] > 2 || width[1] > 2 || n[0] > 31 || n[1] > 31:
		return op{}, 0
	default:
		order := r.g.table.Numeric
		if order == "" {
			order = r.order(n[0], n[1])
		}
		if order == "mdy" {
			n[0], n[1] = n[1], n[0]
		}
		year := n[2]
		if width[2] == 2 {
			year += 1900
			if n[2] < 50 {
				year += 100
			}
		}
		o.a = packDate(year, n[1], n[0])
		if order == "" && n[0] != n[1] {
			o.code = opAmbiguous
		}
	}
	if y := o.a / 10000; y < 1000 || y > 2199 {
		return op{}, 0
	}
	return o, end
}

// order is the order of two numbers of which only one can be the month.
func (r *timeReader) order(a, b int) string {
	switch {
	case a > 12:
		return "dmy"
	case b > 12:
		return "mdy"
	}
	return ""
}

func packDate(y, m, d int) int32 { return int32(y*10000 + m*100 + d) }

// parted reads three numbers with the same sign between them and no space.
func (r *timeReader) parted(i int, n, width *[3]int) (end int, ok bool) {
	if i+5 > r.limit {
		return 0, false
	}
	toks := r.m.Tokens[i : i+5]
	sign := toks[1].Char
	if sign != '/' && sign != '-' && sign != '‑' || toks[3].Char != sign {
		return 0, false
	}
	for k := 1; k < 5; k++ {
		if !toks[k].Is(text.Glued) {
			return 0, false
		}
	}
	for k := range 3 {
		n[k], width[k] = r.plain(i + 2*k)
		if width[k] == 0 {
			return 0, false
		}
	}
	if i+5 < r.limit && r.m.Tokens[i+5].Is(text.Glued) && (r.m.Tokens[i+5].Char == sign || r.m.Tokens[i+5].Kind != text.Mark) {
		return 0, false
	}
	return i + 5, true
}

func dotted(s string, n, width *[3]int) bool {
	k := 0
	for _, c := range []byte(s) {
		switch {
		case c == '.':
			k++
		case c >= '0' && c <= '9' && width[k] < 4:
			n[k], width[k] = 10*n[k]+int(c-'0'), width[k]+1
		default:
			return false
		}
	}
	return width[0] > 0 && width[1] > 0 && width[2] > 0
}

// century reads the number of a century: XXe, 20th, twentieth.
func (r *timeReader) century(i int) (op, int) {
	if o, end := r.ordinal(i, suffixWord); end > 0 {
		return o, end
	}
	return r.word(opOrdinal, romanWord, i, false)
}

// colon reads 15:30, and hours and minutes that no clock shows.
func (r *timeReader) colon(i int) (op, int) {
	h, width := r.plain(i)
	if width == 0 || width > 2 || h > 29 || i+2 >= r.limit || r.m.Tokens[i+1].Char != ':' || !r.m.Tokens[i+1].Is(text.Glued) {
		return op{}, 0
	}
	m, width := r.plain(i + 2)
	if width != 2 || !r.m.Tokens[i+2].Is(text.Glued) {
		return op{}, 0
	}
	return op{code: opClock, a: int32(100*h + m)}, i + 3
}

// dotted reads 15.30, and 24.30; what no clock shows otherwise is a price.
func (r *timeReader) dotted(i int) (op, int) {
	t := r.m.Tokens[i]
	words := r.m.Words(t.Span)
	if t.Kind != text.Number || len(words) < 4 || len(words) > 5 || words[len(words)-3] != '.' {
		return op{}, 0
	}
	n := 0
	for _, c := range []byte(words) {
		if c >= '0' && c <= '9' {
			n = 10*n + int(c-'0')
		} else if c != '.' {
			return op{}, 0
		}
	}
	if n >= 2600 || n%100 > 59 {
		return op{}, 0
	}
	return op{code: opClock, a: int32(n)}, i + 1
}
