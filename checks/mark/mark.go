// Package mark notices things in a page: times, mentions of entities,
// quantities and quotations. It knows languages and the names that the book
// lists, and must not know rules, relations or what is true.
package mark

import (
	"errors"
	"fmt"
	"sync"

	"recoupe/checks/text"
	"recoupe/rules"
)

// Marks is a page with all that was noticed in it, each list in reading order.
type Marks struct {
	*text.Page
	Language   *rules.Language
	Hits       []Hit
	Times      []Time
	Ages       []Age
	Mentions   []Mention
	Quantities []Quantity
	Quotes     []Quote
	Names      []Name

	hitsAt  []int32          // first hit that begins at or after each token
	classes []rules.ClassSet // of each token as a single word
}

// A Hit is a phrase of the language's table that stands in the page: a name, a
// word of a class or a form of a lemma. Tokens Last excluded.
type Hit struct {
	First, Last   int
	*rules.Phrase // never nil
}

// A Marker notices things; it may be shared.
type Marker struct {
	book  *rules.Book
	index *index
	times map[string]func() *timeGrammar // by language; made for its first story, or at once
	desks sync.Pool                      // of *desk
}

// New is a marker over a book's languages and names.
// The error joins one for every language whose grammar does not compile; those
// of a book that was tried are compiled when a story needs them.
func New(book *rules.Book) (*Marker, error) {
	m := &Marker{book: book, index: &index{Book: book}, times: map[string]func() *timeGrammar{}}
	var wg sync.WaitGroup
	codes := sortedKeys(book.Languages)
	errs := make([]error, len(codes))
	for i, code := range codes {
		l := book.Languages[code]
		if len(l.Time.Root) == 0 {
			continue
		}
		grammar := sync.OnceValue(func() *timeGrammar {
			g, err := compileTimes(l)
			if err != nil {
				errs[i] = fmt.Errorf("language %s: %w", code, err)
				return nil
			}
			return g
		})
		m.times[code] = grammar
		if !book.Tried {
			wg.Go(func() { grammar() })
		}
	}
	wg.Wait()
	return m, errors.Join(errs...)
}

// grammar is the time grammar of a language; nil where it has none.
func (m *Marker) grammar(lang string) *timeGrammar {
	if g := m.times[lang]; g != nil {
		return g()
	}
	return nil
}

// Mark notices everything in a document. A document in a language that the book
// does not have yields a page without marks.
func (m *Marker) Mark(d *text.Document) *Marks {
	lang := m.book.Languages[d.Lang]
	if lang == nil {
		return &Marks{Page: text.Cut(d, text.Borders{})}
	}
	borders := lang.Borders()
	g := m.grammar(d.Lang)
	if g != nil {
		borders.Dated = g.dated
	}
	ms := &Marks{Page: text.Cut(d, borders), Language: lang}
	k, ok := m.desks.Get().(*desk)
	if !ok {
		k = newDesk()
	}
	defer m.desks.Put(k)
	k.lay(ms)
	ms.findHits(k, g)
	ms.findNames()
	ms.findQuotes()
	ms.findTimes(g, &k.reader)
	ms.findMentions(m.index, k)
	ms.findQuantities()
	k.clear(ms)
	return ms
}

// HitsAt returns the phrases that begin at a token, shortest first.
func (m *Marks) HitsAt(token int) []Hit {
	if token+1 >= len(m.hitsAt) {
		return nil
	}
	return m.Hits[m.hitsAt[token]:m.hitsAt[token+1]]
}

// Is reports whether the single word at a token belongs to a class of the language.
func (m *Marks) Is(token int, class string) bool {
	if token < 0 || token >= len(m.Tokens) || m.Language == nil {
		return false
	}
	// A word of a class is a phrase of the table: most words begin none.
	if hits := m.HitsAt(token); len(hits) == 0 || hits[0].Last != token+1 {
		return false
	}
	return m.Language.Is(m.Tokens[token].Key, class)
}

// EndOf returns the token after the longest phrase of a class or a lemma, told by
// its key, that begins at a token, or 0 when there is none.
func (m *Marks) EndOf(token int, key uint64) (end int) {
	hits := m.HitsAt(token)
	for i := range hits {
		if h := &hits[i]; h.Has(key) {
			end = h.Last
		}
	}
	return end
}

// HitsOver returns the phrases that begin at the tokens from first to last, last
// excluded.
func (m *Marks) HitsOver(first, last int) []Hit {
	if last >= len(m.hitsAt) {
		return nil
	}
	return m.Hits[m.hitsAt[first]:m.hitsAt[last]]
}

// ClassAt returns the token after the longest phrase of a class that begins at
// a token, or 0 when there is none.
func (m *Marks) ClassAt(token int, class string) (end int) {
	hits := m.HitsAt(token)
	for i := range hits {
		h := &hits[i]
		for k := range h.Labels {
			if h.Labels[k].Class == class {
				end = h.Last
				break
			}
		}
	}
	return end
}

// In reports whether the single word at a token belongs to any of some classes.
func (m *Marks) In(token int, set rules.ClassSet) bool { return m.in(token, set) }

// in reports whether the single word at a token belongs to any of some classes.
func (m *Marks) in(token int, set rules.ClassSet) bool {
	return uint(token) < uint(len(m.classes)) && m.classes[token]&set != 0
}

// EndIn is ClassAt for any of some classes.
func (m *Marks) EndIn(token int, set rules.ClassSet) int { return m.classAt(token, set) }

// classAt is ClassAt for any of some classes.
func (m *Marks) classAt(token int, set rules.ClassSet) (end int) {
	hits := m.HitsAt(token)
	for i := range hits {
		if h := &hits[i]; h.Set&set != 0 {
			end = h.Last
		}
	}
	return end
}

// LemmaAt returns the token after the longest form of a lemma that begins at a
// token, or 0 when there is none.
func (m *Marks) LemmaAt(token int, lemma string) (end int) {
	hits := m.HitsAt(token)
	for i := range hits {
		h := &hits[i]
		for k := range h.Labels {
			if h.Labels[k].Lemma == lemma {
				end = h.Last
				break
			}
		}
	}
	return end
}

// Over returns the span of the tokens from first to last, last excluded.
func (m *Marks) Over(first, last int) text.Span {
	return m.Tokens[first].Span.Join(m.Tokens[last-1].Span)
}

// from returns the index of the first of some marks in reading order that begins
// at a token or after it.
func from[M any](marks []M, token int, first func(*M) int) int {
	low, high := 0, len(marks)
	for low < high {
		if mid := (low + high) / 2; first(&marks[mid]) < token {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low
}

// MentionFrom returns the index of the first mention that begins at a token or
// after it.
func (m *Marks) MentionFrom(token int) int {
	return from(m.Mentions, token, func(n *Mention) int { return n.First })
}

// TimeFrom returns the index of the first time that begins at a token or after it.
func (m *Marks) TimeFrom(token int) int {
	return from(m.Times, token, func(t *Time) int { return t.First })
}

// TimeAt returns the index of the time that begins at a token, or -1.
func (m *Marks) TimeAt(token int) int {
	if i := m.TimeFrom(token); i < len(m.Times) && m.Times[i].First == token {
		return i
	}
	return -1
}

// InTime reports whether a token is part of a time.
func (m *Marks) InTime(token int) bool {
	i := m.TimeFrom(token+1) - 1
	return i >= 0 && token < m.Times[i].Last
}

// QuantityFrom returns the index of the first quantity that begins at a token or after it.
func (m *Marks) QuantityFrom(token int) int {
	return from(m.Quantities, token, func(q *Quantity) int { return q.First })
}

// QuantityAt returns the index of the quantity that begins at a token, or -1.
func (m *Marks) QuantityAt(token int) int {
	if i := m.QuantityFrom(token); i < len(m.Quantities) && m.Quantities[i].First == token {
		return i
	}
	return -1
}

// OnlyClass reports whether every word from first to last belongs to a class;
// an empty stretch does.
func (m *Marks) OnlyClass(first, last int, class string) bool {
	for first < last {
		end := m.ClassAt(first, class)
		if end == 0 {
			return false
		}
		first = end
	}
	return first == last
}
