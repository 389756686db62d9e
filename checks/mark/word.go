package mark

import (
	"recoupe/checks/text"
	"recoupe/rules"
)

// words keeps what the last words of a language are, each at the place that its
// key gives it: a few thousand words make up most of all copy, and what they are
// lies side by side here instead of all over the tables of the book.
type words [4096]word

// word is what a single word is, whatever stands beside it.
type word struct {
	key    uint64
	prefix uint64         // of the phrases that it begins
	phrase *rules.Phrase  // what it is by itself; nil for nothing
	set    rules.ClassSet // its classes
	time   int32          // its number in the grammar of times
	longer bool           // longer phrases begin with it
}

// wordsOf are the words of a language on the desk.
func (k *desk) wordsOf(lang *rules.Language) *words {
	w := k.words[lang]
	if w == nil {
		w = &words{}
		k.words[lang] = w
	}
	return w
}

// at is the word of a key.
func (ws *words) at(key uint64, phrases *rules.Phrases, g *timeGrammar) *word {
	w := &ws[key%uint64(len(ws))]
	if w.key != key {
		*w = word{key: key}
		w.prefix, w.phrase, w.longer = phrases.Step(0, key)
		if w.phrase != nil {
			w.set = w.phrase.Set
		}
		if g != nil {
			w.time = g.at(key)
		}
	}
	return w
}

// findHits looks up each word of the page, and walks the phrase table from those
// that begin a phrase.
func (m *Marks) findHits(k *desk, g *timeGrammar) {
	m.hitsAt, m.classes = make([]int32, len(m.Tokens)+1), make([]rules.ClassSet, len(m.Tokens))
	phrases, words, known := m.Language.Phrases(), k.wordsOf(m.Language), k.reader.known[:0]
	for _, s := range m.Sentences {
		for i := s.First; i < s.Last; i++ {
			w := words.at(m.Tokens[i].Key, phrases, g)
			m.hitsAt[i], m.classes[i], known = int32(len(m.Hits)), w.set, append(known, w.time)
			if w.phrase != nil {
				m.Hits = append(m.Hits, Hit{i, i + 1, w.phrase})
			}
			if w.longer {
				m.walkFrom(phrases, w.prefix, i, s.Last)
			}
		}
	}
	m.hitsAt[len(m.Tokens)], k.reader.known = int32(len(m.Hits)), known
}

// walkFrom adds the phrases that go on after a token with a prefix. An initial
// inside a person's name is passed over: "Rudolph W. Giuliani".
func (m *Marks) walkFrom(phrases *rules.Phrases, prefix uint64, first, last int) {
	initial := false
	for j := first + 1; j < last; j++ {
		next, ends, longer := phrases.Step(prefix, m.Tokens[j].Key)
		if ends == nil && !longer && !initial && m.initialAt(j, last) {
			initial = true
			j++ // and its point
			continue
		}
		if initial {
			ends = personsOnly(ends)
		}
		if ends != nil {
			m.Hits = append(m.Hits, Hit{first, j + 1, ends})
		}
		if prefix = next; !longer {
			return
		}
	}
}

// initialAt reports whether a capital letter and a point stand at a token.
func (m *Marks) initialAt(i, last int) bool {
	t := &m.Tokens[i]
	return i+2 < last && t.End-t.Start == 1 && t.Is(text.Capital) && m.Tokens[i+1].Char == '.' && m.Tokens[i+1].Is(text.Glued)
}

// personsOnly is a phrase that names nothing but persons; nil for none.
func personsOnly(p *rules.Phrase) *rules.Phrase {
	if p == nil {
		return nil
	}
	var out []rules.Label
	for _, l := range p.Labels {
		if l.Entity != nil && l.Entity.Kind == rules.Person && l.Way == rules.ByName {
			out = append(out, l)
		}
	}
	return rules.NewPhrase(out)
}
