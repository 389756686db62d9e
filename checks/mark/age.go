package mark

import "recoupe/checks/text"

// An Age is how old somebody is told to be. It is no time, and no quantity to
// be compared with others.
type Age struct {
	text.Span       // from the number on
	First, Last int // tokens, Last excluded
	Years       int
	Then        bool // at the time told of, "à 16 ans"; else at the publication
}

// age is the age that a reading tells; ok is false when it tells none.
func (b *reading) age() (a Age, ok bool) {
	a.First, a.Last = b.first, b.end
	for _, o := range b.ops[:b.n] {
		switch o.code {
		case opNumber:
			a.Years, a.First = int(o.a), int(o.first)
		case opAge:
			a.Then, ok = o.a == 2, true
		}
	}
	return a, ok && a.Years > 0 && a.Years < 130
}
