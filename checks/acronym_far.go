package checks

import (
	"slices"

	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
)

// judgeFarAcronyms takes each acronym of the story once.
func (p *Pass) judgeFarAcronyms() {
	var seen map[*rules.Entity]bool
	var done map[int]bool
	var starts []farStart
	for i := range p.Mentions {
		n := &p.Mentions[i]
		if n.Kind == rules.Organisation && n.Way == rules.ByAcronym && len(n.Entities) > 0 && !seen[n.Entities[0]] {
			if seen == nil {
				seen, done, starts = map[*rules.Entity]bool{}, map[int]bool{}, p.farStarts()
			}
			seen[n.Entities[0]] = true
			if !slices.ContainsFunc(n.Entities, p.spelledOut) {
				p.judgeNearExpansion(n, done)
				p.judgeFarExpansion(n, starts, done)
			}
		}
	}
}

// spelledOut reports whether the story names a body in full.
func (p *Pass) spelledOut(e *rules.Entity) bool {
	for i := range p.Mentions {
		if m := &p.Mentions[i]; m.Way == rules.ByName && m.Names(e) {
			return true
		}
	}
	return false
}

// judgeFarExpansion looks through the story for a capitalised phrase that is
// meant as what an acronym of the story stands for, far from it: it begins and
// ends as an accepted wording does, is not much longer, holds at least half of
// that wording's words, and no name of the book covers it.
func (p *Pass) judgeFarExpansion(n *mark.Mention, starts []farStart, done map[int]bool) {
	accepted := p.longWordings(n, fewestFar)
	if len(accepted) == 0 {
		return
	}
	for _, s := range starts {
		i := s.token
		if !slices.ContainsFunc(accepted, func(w wording) bool { return w.keys[0] == s.key }) || done[i] || p.namedAt(i, 2) {
			continue
		}
		last := p.phraseEnd(i)
		if last-i < shortestFar || i <= n.Last+1 && n.First <= last+1 {
			continue
		}
		w := p.farWording(accepted, i, last)
		if w == nil {
			continue
		}
		done[i] = true
		p.reportGarbled(n, w, p.Over(i, last))
	}
}

// reportGarbled reports a phrase that garbles what an acronym stands for.
func (p *Pass) reportGarbled(n *mark.Mention, w *wording, span text.Span) {
	p.Report(Finding{
		Span: span, About: n.Span,
		Vars:        map[string]Said{"subject": {Words: p.Words(n.Span)}, "said": {Words: p.Words(span)}, "known": {Words: w.words}},
		Because:     []Evidence{{Fact: w.fact}},
		Suggestions: []string{w.words},
	})
}

// A wording is what an acronym stands for, by a fact, and its telling words.
type wording struct {
	fact  *rules.Fact
	words string
	keys  []uint64
}

// fewestNear and fewestFar are the telling words from which a wording is told from
// other phrases, near its acronym and far from it.
const (
	fewestNear = 3
	fewestFar  = 4
)

// longWordings are the wordings of so many telling words or more.
func (p *Pass) longWordings(n *mark.Mention, fewest int) (out []wording) {
	for _, f := range p.wordings(n) {
		if !f.Certain() {
			continue
		}
		for _, w := range f.Value.Words {
			if keys := p.telling(rules.Keys(w)); len(keys) >= fewest {
				out = append(out, wording{f, w, keys})
			}
		}
	}
	return out
}

// A farStart is a word with a capital within a sentence, where a wording may begin,
// and the key of the first telling word from there on.
type farStart struct {
	token int
	key   uint64
}

// farStarts are those of the story.
func (p *Pass) farStarts() (out []farStart) {
	for k := range p.Sentences {
		s := &p.Sentences[k]
		for i := s.First + 1; i < s.Last; i++ {
			if !p.Tokens[i].Is(text.Capital) {
				continue
			}
			at := i
			for at < len(p.Tokens) && p.smallWord(p.Tokens[at].Key) {
				at++
			}
			if at < len(p.Tokens) {
				out = append(out, farStart{i, p.Tokens[at].Key})
			}
		}
	}
	return out
}

// shortestFar is the length in tokens from which a phrase far from its acronym may spell it out.
const shortestFar = 5

// namedAt reports whether a name of the book, of so many tokens or more, covers a token.
func (p *Pass) namedAt(i, fewest int) bool {
	const longest = 16 // tokens of a name
	for _, m := range p.MentionsIn(max(0, i-longest), i+1) {
		if i < m.Last && m.Last-m.First >= fewest {
			return true
		}
	}
	return false
}

// phraseEnd is where the words end that a capitalised word within a sentence
// begins: at the next mark.
func (p *Pass) phraseEnd(i int) int {
	s := p.Sentences[p.SentenceAt(p.Tokens[i].Start)]
	if i == s.First {
		return i + 1 // its capital may be the sentence's
	}
	last := i + 1
	for last < s.Last && last < i+14 && !mark.Border(p.Tokens[last].Char) && p.Tokens[last].Kind == text.Word {
		last++
	}
	return last
}

func (p *Pass) keysOver(first, last int) []uint64 {
	var out []uint64
	for i := first; i < last; i++ {
		out = append(out, p.Tokens[i].Key)
	}
	return out
}

// farWording is the accepted wording that a phrase garbles.
func (p *Pass) farWording(accepted []wording, i, last int) (found *wording) {
	said := p.telling(p.keysOver(i, last))
	if len(said) < 3 {
		return nil
	}
	for n := range accepted {
		w := &accepted[n]
		keys := w.keys
		if keys[0] != said[0] || keys[len(keys)-1] != said[len(said)-1] || len(said) > len(keys)+1 {
			continue
		}
		shared := 0
		for _, k := range keys {
			if slices.Contains(said, k) {
				shared++
			}
		}
		if shared == len(keys) || shared == len(said) {
			return nil
		}
		if 2*shared >= len(keys) && found == nil {
			found = w
		}
	}
	return found
}
