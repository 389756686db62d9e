package mark

import (
	"recoupe/checks/text"
	"recoupe/rules"
)

// words keeps what the last words of a language are, each at the place that its
// key gives it: some thousand words make up most of all copy, and what they are
// lies side by side here instead of all over the tables of the book.
type words [8192]word

// word is what a single word is, whatever stands beside it.
type word struct {
	key    uint64
	phrase *rules.Phrase  // what it is by itself; nil for nothing
	set    rules.ClassSet // its classes
	time   int32          // its number in the grammar of times
	among  rules.Among    // what it may stand for
	longer bool           // longer phrases begin with it
	second bool           // it is the second word of some
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

// read looks a word up.
func (w *word) read(key uint64, phrases *rules.Phrases, g *timeGrammar) {
	*w = word{key: key, second: phrases.Second(key)}
	_, w.phrase, w.longer = phrases.Step(0, key)
	if w.phrase != nil {
		w.set, w.among = w.phrase.Set, w.phrase.Among
	}
	if g != nil {
		w.time = g.at(key)
	}
}

// findHits looks up the words of the page and the phrases that begin with each.
// What most of the time goes into is waiting for memory, so each table is asked
// for all words in a row, with nothing that depends on the answers in between:
// then the processor waits for many at once.
func (m *Marks) findHits(k *desk, g *timeGrammar) {
	phrases := m.Language.Phrases()
	m.lookUp(k, phrases, g)
	k.findBegun(m, phrases)
	m.hitsAt, m.classes, k.reader.known = make([]int32, len(m.Tokens)+1), make([]rules.ClassSet, len(m.Tokens)), k.reader.known[:0]
	begun, s, last := k.begun, 0, 0
	for i := range k.found {
		w := &k.found[i]
		m.hitsAt[i], m.classes[i] = int32(len(m.Hits)), w.set
		k.reader.known = append(k.reader.known, w.time)
		if w.phrase != nil {
			m.Hits = append(m.Hits, Hit{i, i + 1, w.phrase})
		}
		if len(begun) > 0 && int(begun[0]) == i {
			for begun = begun[1:]; last <= i; s++ {
				last = m.Sentences[s].Last
			}
			w.among |= m.walkFrom(phrases, i, last)
		}
	}
	m.hitsAt[len(m.Tokens)] = int32(len(m.Hits))
}

// lookUp finds what each word is.
func (m *Marks) lookUp(k *desk, phrases *rules.Phrases, g *timeGrammar) {
	words := k.wordsOf(m.Language)
	k.found = k.found[:0]
	for i := range m.Tokens {
		key := m.Tokens[i].Key
		w := &words[key%uint64(len(words))]
		if w.key != key {
			w.read(key, phrases, g)
		}
		k.found = append(k.found, *w)
	}
}

// findBegun finds the words that may begin a phrase with the word after them.
func (k *desk) findBegun(m *Marks, phrases *rules.Phrases) {
	k.begun = k.begun[:0]
	for _, s := range m.Sentences {
		for i := s.First; i+1 < s.Last; i++ {
			if w := &k.found[i]; w.longer && (k.found[i+1].second || m.initialAt(i+1, s.Last)) {
				k.begun = append(k.begun, int32(i))
			}
		}
	}
	kept := 0
	for _, i := range k.begun {
		k.begun[kept] = i
		if phrases.Pairs(m.Tokens[i].Key, m.Tokens[i+1].Key) || m.initialAt(int(i)+1, len(m.Tokens)) {
			kept++
		}
	}
	k.begun = k.begun[:kept]
}

// walkFrom adds the phrases of two words and more that begin at a token, and says
// what is among them. An initial inside a person's name is passed over: "Rudolph
// W. Giuliani".
func (m *Marks) walkFrom(phrases *rules.Phrases, first, last int) (among rules.Among) {
	prefix, initial := text.Mix(0, m.Tokens[first].Key), false
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
			among |= ends.Among
		}
		if prefix = next; !longer {
			break
		}
	}
	return among
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
