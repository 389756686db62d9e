package mark

import (
	"slices"

	"recoupe/checks/text"
)

// A Quote is a stretch between quotation marks, the marks excluded, or a turn
// of a dialogue told with dashes, and who is told to have said it.
type Quote struct {
	text.Span
	First, Last int       // tokens inside the marks, Last excluded
	Speaker     text.Span // the words that name the speaker; empty when none was found
	Nested      bool      // inside another quotation
	Continued   bool      // goes on in the next paragraph
}

// closedBy reports whether a mark closes what another opened.
func closedBy(open, c rune) bool {
	switch open {
	case '«':
		return c == '»'
	case '“':
		return c == '”'
	case '„':
		return c == '“' || c == '”'
	case '‘':
		return c == '’'
	case '"', '\'':
		return c == open
	case '‹':
		return c == '›'
	}
	return false
}

// isOpening reports a mark that may open a quotation.
func isOpening(c rune) bool {
	switch c {
	case '«', '“', '„', '‘', '"', '\'', '‹':
		return true
	}
	return false
}

// findQuotes pairs quotation marks paragraph by paragraph. A quotation that is
// not closed where its paragraph ends counts only when the next one goes on
// with it.
func (m *Marks) findQuotes() {
	q := quoter{m: m}
	for from := 0; from < len(m.Sentences); {
		to := from
		for to < len(m.Sentences) && m.Sentences[to].Paragraph == m.Sentences[from].Paragraph {
			to++
		}
		q.paragraph(m.Sentences[from].First, m.Sentences[to-1].Last)
		from = to
	}
	if q.wait != 0 {
		m.Quotes = m.Quotes[:q.left]
	}
	q.dialogue()
	slices.SortStableFunc(m.Quotes, func(a, b Quote) int {
		if a.First != b.First {
			return a.First - b.First
		}
		return b.Last - a.Last
	})
	for i := range m.Quotes {
		m.Quotes[i].Speaker = m.speaker(i)
	}
}

// QuoteAt returns the index of the outermost quotation that holds a token, or -1.
func (m *Marks) QuoteAt(token int) int {
	i, _ := slices.BinarySearchFunc(m.Quotes, token, func(q Quote, t int) int {
		if q.First <= t {
			return -1
		}
		return 1
	})
	found := -1
	for i--; i >= 0; i-- {
		if token < m.Quotes[i].Last {
			found = i
		}
		if !m.Quotes[i].Nested {
			break
		}
	}
	return found
}

type quoter struct {
	m    *Marks
	open []opening
	wait rune // the mark of a quotation that the last paragraph left open; 0 for none
	left int  // index of the quotation left open
}

type opening struct {
	char  rune
	token int // the mark; one before the first token inside
}

// paragraph pairs the marks of one paragraph.
func (q *quoter) paragraph(first, last int) {
	m := q.m
	q.open = q.open[:0]
	start := first
	if q.wait != 0 {
		if c := m.Tokens[first].Char; c == q.wait || closedBy(q.wait, c) {
			start++ // the mark repeated before each paragraph of a long quotation
			q.open = append(q.open, opening{q.wait, first})
		} else if q.closesFirst(first, last) {
			q.open = append(q.open, opening{q.wait, first - 1})
		}
		if len(q.open) > 0 {
			m.Quotes[q.left].Continued = true
		} else {
			m.Quotes = slices.Delete(m.Quotes, q.left, q.left+1)
		}
		q.wait = 0
	}
	for i := start; i < last; i++ {
		if m.Tokens[i].Kind == text.Mark {
			q.mark(i, first, last)
		}
	}
	for _, o := range q.open {
		if (o.char == '«' || o.char == '“' || o.char == '"') && o.token+1 < last {
			q.wait, q.left = o.char, len(m.Quotes)
			m.Quotes = append(m.Quotes, Quote{Span: m.Over(o.token+1, last), First: o.token + 1, Last: last})
			break
		}
	}
}

// closesFirst reports whether a paragraph closes the quotation left open before
// it opens another.
func (q *quoter) closesFirst(first, last int) bool {
	for i := first; i < last; i++ {
		switch c := q.m.Tokens[i].Char; {
		case c == 0:
		case closedBy(q.wait, c):
			return q.wait != '"'
		case c == q.wait:
			return false
		}
	}
	return false
}

// mark opens or closes a quotation at a mark.
func (q *quoter) mark(i, first, last int) {
	c := q.m.Tokens[i].Char
	for k := len(q.open) - 1; k >= 0; k-- {
		o := q.open[k]
		if !closedBy(o.char, c) || !q.mayClose(i, last) {
			continue
		}
		if i > o.token+1 {
			q.m.Quotes = append(q.m.Quotes, Quote{Span: q.m.Over(o.token+1, i), First: o.token + 1, Last: i, Nested: k > 0})
		}
		q.open = q.open[:k]
		return
	}
	if isOpening(c) && q.mayOpen(i, first, last) {
		if len(q.open) == deepest {
			q.open = slices.Delete(q.open, 0, 1)
		}
		q.open = append(q.open, opening{c, i})
	}
}

// deepest is how many quotations may stand open one inside the other; of a row
// of opening marks without end the last count.
const deepest = 8

// mayClose tells a closing mark from an apostrophe.
func (q *quoter) mayClose(i, last int) bool {
	t := q.m.Tokens[i]
	if t.Char != '’' && t.Char != '\'' {
		return true
	}
	return t.Is(text.Glued) && (i+1 == last || q.m.Tokens[i+1].Kind == text.Mark || !q.m.Tokens[i+1].Is(text.Glued))
}

// mayOpen tells an opening mark from an apostrophe, a sign of inches or a
// closing mark whose opening one is missing.
func (q *quoter) mayOpen(i, first, last int) bool {
	if i+1 >= last {
		return false
	}
	t, next := q.m.Tokens[i], q.m.Tokens[i+1]
	free := i == first || !t.Is(text.Glued) || q.m.Tokens[i-1].Kind == text.Mark
	switch t.Char {
	case '\'', '‘':
		return free && next.Is(text.Glued) && next.Kind == text.Word
	case '"':
		return free
	}
	return true
}

// dialogue reads runs of paragraphs that begin with a dash, where one of them
// tells who speaks; without that they are a list.
func (q *quoter) dialogue() {
	m := q.m
	for i := 0; i < len(m.Sentences); {
		var turns []Quote
		told := false
		for i < len(m.Sentences) {
			first, para := m.Sentences[i].First, m.Sentences[i].Paragraph
			last := first
			for i < len(m.Sentences) && m.Sentences[i].Paragraph == para {
				last = m.Sentences[i].Last
				i++
			}
			if c := m.Tokens[first].Char; c != '—' && c != '–' || last-first < 3 || !m.Tokens[first+1].Is(text.Capital) {
				break
			}
			turn, said := q.turn(first+1, last)
			turns, told = append(turns, turn), told || said
		}
		if told {
			m.Quotes = append(m.Quotes, turns...)
		}
	}
}

// turn is one turn of a dialogue, up to the words that tell who speaks.
func (q *quoter) turn(first, last int) (t Quote, told bool) {
	m := q.m
	for i := first + 1; i < last-2; i++ {
		if m.Tokens[i].Char == ',' {
			if v := m.speechAfter(i+1, last); v >= 0 {
				return Quote{Span: m.Over(first, i), First: first, Last: i}, true
			}
		}
	}
	return Quote{Span: m.Over(first, last), First: first, Last: last}, false
}
