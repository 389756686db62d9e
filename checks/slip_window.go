package checks

import (
	"slices"

	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
)

// Surroundings are what stands around a date: the words of its sentence, and of those
// before it and above it.
type surroundings struct {
	first, last int      // tokens of the sentence, or of that and the one it points back to
	time, until int      // its first token, and the one after its last
	bracket     bool     // the clause is a bracket: "(Challenger, 1986)"
	from, to    int      // tokens of the clause of the time, up to the next marks
	here        stemList // in the sentence
	around      stemList // before it, and in the headline
	clues       []rules.Clue
}

// A stemList is words to be looked up. They are sorted when one is first asked for that
// may be among them: mostly none is.
type stemList struct {
	list   []stem
	sieve  [4]uint64 // a bit for each key
	sorted bool
}

// gather takes the words in.
func (s *stemList) gather() {
	for i := range s.list {
		s.sieve[s.list[i].key>>6&3] |= 1 << (s.list[i].key & 63)
	}
}

// may reports whether a word may be among them. It errs only by saying yes.
func (s *stemList) may(key uint32) bool { return s.sieve[key>>6&3]>>(key&63)&1 != 0 }

// byKey are the words, sorted.
func (s *stemList) byKey() []stem {
	if !s.sorted {
		slices.SortFunc(s.list, func(a, b stem) int { return int(int64(a.key) - int64(b.key)) })
		s.sorted = true
	}
	return s.list
}

// find looks a word up.
func (s *stemList) find(key uint32) (found stem, ok bool) {
	if !s.may(key) {
		return found, false
	}
	i, ok := slices.BinarySearchFunc(s.byKey(), key, func(s stem, key uint32) int { return int(int64(s.key) - int64(key)) })
	if !ok {
		return found, false
	}
	return s.list[i], true
}

// A stem is a word as clues have it.
type stem struct {
	key   uint32
	token int
	name  bool
}

// A telling is how much some words tell of an event.
type telling struct {
	bits   int       // in all
	here   int       // … by the words of the sentence itself
	groups int       // how many of those there are, the words of one name taken as one
	plain  int       // … that are no names, and no words of most events
	acts   int       // … that are no names, and tell the event itself
	near   int       // … that tell the event itself in the clause of the time
	told   int       // … that tell the event itself, not only what is named after it
	after  bool      // one of them stands right after the time
	named  bool      // a name is among them
	alone  bool      // one of them stands in a bracket with the time
	token  int       // of the word that tells most
	at     text.Span // that word
}

// few is the number of words beside its date up to which a sentence is taken for
// a remark on the one before: "It was 9 November 1989."
const few = 4

// surroundingsOf reads what stands around a time; nil for one that stands alone.
func (p *Pass) surroundingsOf(t *mark.Time) *surroundings {
	s := p.SentenceAt(t.Start)
	if s < 0 {
		return nil
	}
	w := &surroundings{time: t.First, until: t.Last, first: p.Sentences[s].First, last: p.Sentences[s].Last}
	for w.from = t.First; w.from > w.first && !mark.Border(p.Tokens[w.from-1].Char); w.from-- {
	}
	for w.to = t.Last; w.to < w.last && !mark.Border(p.Tokens[w.to].Char); w.to++ {
	}
	w.bracket = w.to < w.last && p.Tokens[w.to].Char == ')' && w.from > w.first && p.Tokens[w.from-1].Char == ','
	for w.bracket && w.from > w.first && p.Tokens[w.from-1].Char != '(' {
		w.from--
	}
	w.here.list = p.stems(w.first, w.last, nil)
	before := s - 1
	if len(w.here.list) <= few && before >= 0 && p.Sentences[before].Paragraph == p.Sentences[s].Paragraph {
		w.first = p.Sentences[before].First
		w.here.list = p.stems(w.first, w.last, nil)
		before--
	}
	for k := before; k >= max(0, before-1); k-- {
		w.around.list = append(w.around.list, p.stemsOf(k)...)
	}
	for k := 0; k < min(2, before-1); k++ {
		w.around.list = append(w.around.list, p.stemsOf(k)...)
	}
	if next := s + 1; next < len(p.Sentences) && p.Sentences[next].Paragraph == p.Sentences[s].Paragraph {
		w.around.list = append(w.around.list, p.stemsOf(next)...)
	}
	w.here.gather()
	w.around.gather()
	return w
}

// stemsOf are the words of a sentence that say something, read once a story.
func (p *Pass) stemsOf(sentence int) []stem {
	if p.sentenceStems == nil {
		p.sentenceStems = make([][]stem, len(p.Sentences))
	}
	if p.sentenceStems[sentence] == nil {
		p.sentenceStems[sentence] = p.stems(p.Sentences[sentence].First, p.Sentences[sentence].Last, make([]stem, 0, 16))
	}
	return p.sentenceStems[sentence]
}

// mayTell reports whether the words of the sentence may tell an event. It errs only
// by saying yes.
func (w *surroundings) mayTell(p *Pass, e *rules.Entity) bool {
	w.clues = p.Book.Clues(w.clues[:0], e, p.Language.Code)
	for _, c := range w.clues {
		if w.here.may(c.Stem()) {
			return true
		}
	}
	return false
}

// stems adds the words from a token to another that say something.
func (p *Pass) stems(first, last int, out []stem) []stem {
	for i := first; i < min(last, first+120); i++ {
		t := &p.Tokens[i]
		if t.Kind != text.Word || p.In(i, rules.ClassPlain) || p.InTime(i) {
			continue
		}
		for _, name := range []bool{true, false} {
			if name && !t.Is(text.Capital) || !name && t.Is(text.Capital) && i != first {
				continue
			}
			if key := text.Stem(p.Words(t.Span), name); key != 0 {
				out = append(out, stem{rules.ClueStem(key), i, name})
			}
		}
	}
	return out
}

// tells is how much surroundings tell of an event. The words of one name count
// little more than one of them.
func (w *surroundings) tells(p *Pass, e *rules.Entity) (out telling) {
	var buf [24]found
	here, around := buf[:0], [3]int{} // words; the two names that tell most
	w.clues = p.Book.Clues(w.clues[:0], e, p.Language.Code)
	for _, c := range w.clues {
		if s, ok := w.here.find(c.Stem()); ok {
			if s.name && p.kinBefore(s.token) {
				continue // "le frère de Yitzhak Rabin"
			}
			here = append(here, found{s.token, c})
			if !s.name && c.Told() {
				out.acts++
			}
			if !s.name && c.Bits() > 6 {
				out.plain++
			}
			out.named = out.named || s.name
		} else if s, ok := w.around.find(c.Stem()); ok {
			out.named = out.named || s.name
			if s.name {
				around[1], around[2] = max(around[1], c.Bits()/2), max(around[2], min(around[1], c.Bits()/2))
			} else {
				around[0] += c.Bits() / 2
			}
		}
	}
	slices.SortFunc(here, func(a, b found) int { return a.token - b.token })
	last, most, best := -2, 0, 0
	for _, f := range here {
		if f.clue.Told() {
			out.told++
			if w.from <= f.token && f.token < w.to {
				out.near++
			}
		}
		bits := f.clue.Bits()
		if f.token == last+1 {
			bits = max(2, bits-most)
		} else {
			out.groups, most = out.groups+1, 0
		}
		last, most = f.token, max(most, bits)
		out.here += bits
		if bits > best {
			best, out.token, out.at = bits, f.token, p.Tokens[f.token].Span
		}
		out.after = out.after || w.until <= f.token && f.token < w.until+6
		out.alone = out.alone || w.bracket && bits > 8 && w.from <= f.token && f.token < w.to
	}
	out.bits = out.here + around[0] + around[1] + around[2]
	if out.at.End > 0 && last >= 0 && w.attached(p, here) {
		out.bits += 6
	}
	return out
}

// attached reports whether a word that tells the event stands right before the time:
// "the attacks of 13 November".
func (w *surroundings) attached(p *Pass, here []found) bool {
	for _, f := range here {
		if f.token < w.time && f.token+4 > w.time && p.OnlyClass(f.token+1, w.time, "date_link") {
			return true
		}
	}
	return false
}

// found is a clue that stands at a token.
type found struct {
	token int
	clue  rules.Clue
}
