package checks

import "recoupe/checks/text"

// sameElse reports two words that stand in names which have all other words in
// common: Harcastle Chimes, Hardcastle Chimes; Trémolat & Fils.
func (p *Pass) sameElse(a, b *nameWord) bool {
	x, y := p.Names[a.name], p.Names[b.name]
	before, after := a.first-x.First, x.Last-a.first
	if b.first-y.First != before || y.Last-b.first != after || before+after < 2 {
		return false
	}
	shared := 0
	for k := -before; k < after; k++ {
		i, j := a.first+k, b.first+k
		if p.Tokens[i].Start >= a.Start && p.Tokens[i].End <= a.End {
			if p.Tokens[j].Start < b.Start || p.Tokens[j].End > b.End {
				return false
			}
			continue
		}
		if p.Tokens[i].Key != p.Tokens[j].Key {
			return false
		}
		if p.Tokens[i].Is(text.Capital) && text.Letters(p.Words(p.Tokens[i].Span)) > 1 {
			shared++
		}
	}
	return shared > 0
}

// siblingReach is how near to a first name a word for a relative stands that
// tells one from another.
const siblingReach = 7

// amongSiblings reports that a word for one of several relatives stands near a
// name: "her sister Anna".
func (p *Pass) amongSiblings(w *nameWord) bool {
	for i := max(0, w.first-siblingReach); i < min(len(p.Tokens), w.first+siblingReach); i++ {
		if p.Is(i, "sibling") && !p.Tokens[i].Is(text.Capital) {
			return true // but not Martin & Fils, the Warner Brothers
		}
	}
	return false
}

// betterKnown reports that the book has the later of two spellings in some name
// and not the earlier, with which the story does not say who that is.
func (p *Pass) betterKnown(later, earlier *nameWord) bool {
	return (later.lead || len(later.word) >= bareLetters) && !p.aged(p.Names[earlier.name].Last) && p.Book.InName(later.word) && !p.Book.InName(earlier.word)
}

// changedGiven reports two first names of one family name of which the second
// stands for the first: the story, which speaks of no relatives, gives an age
// with the first, and takes the second for known.
func (p *Pass) changedGiven(words []nameWord, i, j int) bool {
	a, b := &words[i], &words[j]
	if !a.lead || !b.lead || b.times > 1 || a.word[0] != b.word[0] || min(len(a.word), len(b.word)) < givenLetters || !sharedFamily(words, i, j) {
		return false
	}
	x, y := p.Names[a.name], p.Names[b.name]
	if x.Words(p.Marks) != 2 || y.Words(p.Marks) != 2 || p.isKnown(x) || p.isKnown(y) || x.First >= y.First {
		return false
	}
	return p.aged(x.Last) && !p.introduced(y.First, y.Last) && !p.hasSiblings()
}

// aged reports an age right after a name.
func (p *Pass) aged(at int) bool {
	return at+1 < len(p.Tokens) && (p.Tokens[at].Char == ',' || p.Tokens[at].Char == '(') && p.Tokens[at+1].Kind == text.Number
}

// introduced reports a name with words beside it that tell who that is: an age
// or a description between commas, a trade before.
func (p *Pass) introduced(first, last int) bool {
	if last < len(p.Tokens) && (p.Tokens[last].Char == ',' || p.Tokens[last].Char == '(') {
		return true
	}
	return first > 0 && (p.Tokens[first-1].Char == ',' || p.Tokens[first-1].Kind == text.Word && !p.Is(first-1, "plain") && !p.Is(first-1, "preposition") && !p.Is(first-1, "speech") && !p.Tokens[first-1].Is(text.Elided))
}

// hasSiblings reports that the story speaks of relatives.
func (p *Pass) hasSiblings() bool {
	for i := range p.Tokens {
		if p.Is(i, "sibling") && !p.Tokens[i].Is(text.Capital) {
			return true
		}
	}
	return false
}
