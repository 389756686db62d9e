package checks

import (
	"slices"
	"strings"

	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
)

// nearAcronym is how many tokens away from an acronym a phrase may stand that
// spells it out: "La Cnil, Commission nationale …", "… and agreed. NATO, the …".
const nearAcronym = 30

// judgeNearExpansion looks around an acronym for a capitalised phrase that spells
// it out with another word in the place of one: it begins or ends as an accepted
// wording does and shares most of its words.
func (p *Pass) judgeNearExpansion(n *mark.Mention, done map[int]bool) {
	accepted := p.longWordings(n, fewestNear)
	if len(accepted) == 0 {
		return
	}
	s := p.SentenceAt(n.Start)
	if s < 0 {
		return
	}
	from, to := p.Sentences[max(0, s-1)].First, p.Sentences[min(len(p.Sentences)-1, s+1)].Last
	for i := max(from, n.First-nearAcronym); i < min(to, n.Last+nearAcronym); i++ {
		if !p.Tokens[i].Is(text.Capital) || done[i] || i >= n.First && i < n.Last || p.smallWord(p.Tokens[i].Key) || p.namedAt(i, 3) {
			continue
		}
		w, last := p.nearWording(accepted, n, i)
		if w == nil {
			continue
		}
		done[i] = true
		p.reportGarbled(n, w, p.Over(i, last))
		return
	}
}

// nearWording is the accepted wording that a phrase garbles, and where the phrase
// ends; none where it says one of them as it is.
func (p *Pass) nearWording(accepted []wording, n *mark.Mention, i int) (found *wording, last int) {
	most := 0
	rest := letters(p.Words(p.Over(i, min(len(p.Tokens), i+nearAcronym))))
	for k := range accepted {
		w := &accepted[k]
		if strings.HasPrefix(rest, letters(w.words)) {
			return nil, 0
		}
		end, same, swapped := p.compare(w.keys, n, i)
		if end == 0 {
			continue
		}
		if same == len(w.keys) && swapped == 0 {
			return nil, 0
		}
		if swapped == 0 || swapped > max(1, len(w.keys)/3) || same+swapped < len(w.keys) || same <= most || p.allGeneric(w.keys, i, end) {
			continue
		}
		found, last, most = w, end, same
	}
	return found, last
}

// compare lays a wording beside the telling words from a token on: how many are
// the same, and how many others stand in their place. The end is 0 where the
// words run into a mark, the acronym or a name too early.
func (p *Pass) compare(keys []uint64, n *mark.Mention, i int) (end, same, swapped int) {
	k := 0
	for t := i; t < len(p.Tokens) && k < len(keys); t++ {
		tok := &p.Tokens[t]
		if t >= n.First && t < n.Last || tok.Kind == text.Mark && tok.Char != ',' && tok.Char != '-' {
			return 0, 0, 0
		}
		if tok.Kind == text.Mark || p.smallWord(tok.Key) {
			continue
		}
		if tok.Key == keys[k] || p.plural(t, keys[k]) {
			same++
		} else {
			swapped++
		}
		k, end = k+1, t+1
	}
	first, closing := p.Tokens[i].Key == keys[0], p.Tokens[max(0, end-1)].Key == keys[len(keys)-1]
	opens := p.SentenceAt(p.Tokens[i].Start) >= 0 && p.Sentences[p.SentenceAt(p.Tokens[i].Start)].First == i
	if k < len(keys) || !first && (!closing || opens) {
		return 0, 0, 0
	}
	return end, same, swapped
}

// allGeneric reports whether the words that a phrase shares with a wording are
// such as many bodies have in their names.
func (p *Pass) allGeneric(keys []uint64, i, end int) bool {
	for t := i; t < end; t++ {
		if k := p.Tokens[t].Key; slices.Contains(keys, k) && !p.smallWord(k) && !p.Language.Is(k, "generic_body") {
			return false
		}
	}
	return true
}

// plural reports whether a token is a word of a wording but for its last letter.
func (p *Pass) plural(t int, key uint64) bool {
	word := p.folded(t)
	return rules.Keys(word + "s")[0] == key || len(word) > 1 && rules.Keys(word[:len(word)-1])[0] == key && strings.HasSuffix(word, "s")
}
