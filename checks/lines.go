package checks

import (
	"sync"

	"recoupe/checks/text"
	"recoupe/rules"
)

// A line is what many judges ask of a sentence, counted in one walk over its words.
type line struct {
	words   int32 // of letters
	upper   int32 // … in capitals
	tokens  int32 // that are no marks
	telling int32 // … and not plain
	numbers int32 // … of digits
	small   int32 // telling, no number, without a capital
	capital bool  // such a word with a capital opens it
}

// shouts reports a line most of whose words are in capitals.
func (l *line) shouts() bool { return l.upper*2 > l.words }

// add counts another line in.
func (l *line) add(o *line) {
	l.tokens += o.tokens
	l.telling += o.telling
	l.numbers += o.numbers
	l.small += o.small
}

// lineLists serve story after story.
var lineLists = sync.Pool{New: func() any { return &[]line{} }}

// lines are those of all sentences, read once for all that ask.
func (r *Reading) lines() []line {
	if r.sentenceLines != nil {
		return *r.sentenceLines
	}
	r.sentenceLines = lineLists.Get().(*[]line)
	list := (*r.sentenceLines)[:0]
	for i := range r.Sentences {
		list = append(list, r.line(r.Sentences[i].First, r.Sentences[i].Last))
	}
	*r.sentenceLines = list
	return list
}

// line counts what stands between two tokens.
func (r *Reading) line(first, last int) (l line) {
	for i := first; i < last; i++ {
		t := &r.Tokens[i]
		if t.Kind == text.Mark {
			continue
		}
		l.tokens++
		number := t.Kind == text.Number
		switch {
		case number:
			l.numbers++
		default:
			l.words++
			if t.Is(text.Upper) {
				l.upper++
			}
		}
		if r.In(i, rules.ClassPlain) {
			continue
		}
		switch l.telling++; {
		case number:
		case !t.Is(text.Capital):
			l.small++
		case i == first:
			l.capital = true
		}
	}
	return l
}
