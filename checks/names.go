package checks

import (
	"recoupe/checks/text"
	"recoupe/rules"
)

// A nameWord is one word of a name, parts joined by hyphens taken as one, with
// all its places in the story.
type nameWord struct {
	text.Span                 // of the first place that begins no sentence, or of the first
	word      string          // folded
	first     int             // token of that place
	name      int             // index of the name it stands in
	sentences []int           // in order
	given     []int           // other nameWords that stand before it as a first name
	lead      bool            // stands as the first of several words
	bare      bool            // stands alone somewhere
	civil     bool            // after M., Mrs somewhere
	onlyStart bool            // only where any word has a capital
	known     []*rules.Entity // what the book lists under it
	listed    bool            // the book has it, its parts taken as one: Seine-Saint-Denis
	place     bool            // one of them is a country, or its adjective
	times     int             // how often it stands
	lower     bool            // stands in small letters too
}

// nameWords collects the words of names, one entry a spelling, in order of
// their first places. Lines in capitals are left out. In brief it leaves out in
// which sentences each stands.
func (p *Pass) nameWords(x *nameIndex, brief bool) []nameWord {
	x.clear(len(p.Names))
	lines := p.lines()
	s, judged, loud := 0, -1, false
	for n := range p.Names {
		name := &p.Names[n]
		for s < len(p.Sentences) && p.Sentences[s].Last <= name.First {
			s++
		}
		if s == len(p.Sentences) {
			break
		}
		if judged != s {
			judged, loud = s, lines[s].shouts() || p.titleCased(p.Sentences[s])
		}
		if loud {
			continue
		}
		given := -1
		for i := name.First; i < name.Last; {
			end := p.joinedEnd(i, name.Last)
			if t := &p.Tokens[i]; t.Kind != text.Word || !t.Is(text.Capital) || p.In(i, rules.ClassPlain) || p.initialAt(i) {
				i = end
				continue
			}
			span := p.Over(i, end)
			starts := name.Starts && i == name.First
			k, fresh := x.at(p.keyOver(i, end))
			w := &x.words[k]
			if fresh {
				w.Span, w.first, w.name = span, i, n
				x.folded = text.AppendFold(x.folded, p.Words(span))
				x.ends = append(x.ends, len(x.folded))
			}
			if w.onlyStart && !starts {
				w.Span, w.first, w.name, w.onlyStart = span, i, n, false
			}
			if !brief && (len(w.sentences) == 0 || w.sentences[len(w.sentences)-1] != s) {
				w.sentences = append(w.sentences, s)
			}
			single := i == name.First && end == name.Last
			w.times++
			w.bare = w.bare || single
			w.civil = w.civil || name.Civil
			w.lead = w.lead || i == name.First && !single
			if given >= 0 {
				x.follows(w, given)
			}
			given = k
			i = end
		}
	}
	x.spell()
	return x.words
}

// keyOver is the key of some words that hyphens join, or of one.
func (p *Pass) keyOver(first, last int) uint64 {
	key := p.Tokens[first].Key
	for i := first + 1; i < last; i++ {
		key = text.Mix(key, p.Tokens[i].Key)
	}
	return key
}

// joinedEnd is the token after the words that hyphens join to a word.
func (p *Pass) joinedEnd(i, last int) int {
	for i++; i < last && p.Tokens[i].Is(text.Hyphen); i++ {
	}
	return i
}

// initialAt reports a single letter of a name.
func (p *Pass) initialAt(i int) bool {
	const longest = 8 // bytes that one letter may take, with its apostrophe
	return p.Tokens[i].End-p.Tokens[i].Start <= longest && text.Letters(p.Words(p.Tokens[i].Span)) < 2
}

// markWords notes the words that also stand in small letters, ordinary words, and
// what the book knows by them.
func (p *Pass) markWords(words []nameWord) {
	byKey := map[uint64]int{}
	for k := range words {
		byKey[text.Hash(words[k].word)] = k
	}
	for _, s := range p.Sentences {
		for i := s.First; i < s.Last; i++ {
			if t := p.Tokens[i]; t.Kind == text.Word && !t.Is(text.Capital) {
				if k, ok := byKey[t.Key]; ok {
					words[k].lower = true
				}
			}
		}
	}
	for _, m := range p.Mentions {
		if m.Last-m.First > 1 && p.Tokens[m.First].Is(text.Capital) {
			if k, ok := byKey[text.Hash(text.Fold(p.Words(m.Span)))]; ok {
				words[k].listed = true
			}
		}
		for i := m.First; i < m.Last && i < len(p.Tokens); i++ {
			if k, ok := byKey[p.Tokens[i].Key]; ok && p.Tokens[i].Is(text.Capital) && !m.Weak && m.Kind != rules.Office && m.Kind != rules.Title {
				words[k].known = m.Entities
				words[k].listed = true
				words[k].place = words[k].place || m.Kind == rules.Country
			}
		}
	}
}

// titleCased reports a line that writes most of its words with a capital.
func (p *Pass) titleCased(s text.Sentence) bool {
	if p.Tokens[s.Last-1].Kind == text.Mark {
		return false
	}
	capital, small := 0, 0
	for i := s.First + 1; i < s.Last; i++ {
		if t := &p.Tokens[i]; t.Kind == text.Word && t.Is(text.Capital) && p.tells(i) {
			capital++
		}
	}
	for i := s.First + 1; i < s.Last && small*3 < capital; i++ {
		if t := &p.Tokens[i]; t.Kind == text.Word && !t.Is(text.Capital) && p.tells(i) {
			small++
		}
	}
	return capital+small >= 4 && small*3 < capital
}

// apartFrom reports that two words stand in one sentence, where the story tells
// them apart itself.
func (w *nameWord) apartFrom(v *nameWord) bool {
	for i, j := 0, 0; i < len(w.sentences) && j < len(v.sentences); {
		switch {
		case w.sentences[i] < v.sentences[j]:
			i++
		case v.sentences[j] < w.sentences[i]:
			j++
		default:
			return true
		}
	}
	return false
}
