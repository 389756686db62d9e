package checks

import (
	"recoupe/checks/mark"
	"recoupe/checks/text"
)

// headlineNames reports a name of the headline that the body does not have
// where it tells the same of the one person that it names.
func (p *Pass) headlineNames() {
	for i, h := range p.Names {
		s := p.SentenceAt(h.Start)
		if s < 0 || !p.isHead(p.Sentences[s].Paragraph) || i >= headMax {
			break
		}
		if h.Starts || p.shouts(p.Sentences[s]) || p.titleCased(p.Sentences[s]) || p.isKnown(h) || !p.personLike(h) {
			continue
		}
		if p.anyInBody(h) {
			continue
		}
		if n, ok := p.onlyPerson(); ok && p.sharedWords(p.Sentences[s], n) >= sharedLeast {
			p.reportHead(h.Span, n.Span, p.Words(n.Span))
			return
		}
	}
}

// sharedLeast is how many telling words a headline must share with the sentence
// that names somebody else.
const sharedLeast = 2

// isKnown reports a name that is part of what the book lists.
func (p *Pass) isKnown(n mark.Name) bool {
	for i := max(0, p.MentionFrom(n.First)-2); i < len(p.Mentions) && p.Mentions[i].First < n.Last; i++ {
		if p.Mentions[i].Last > n.First {
			return true
		}
	}
	return false
}

// personLike reports a name of whole words, no acronym and no number.
func (p *Pass) personLike(n mark.Name) bool {
	for i := n.First; i < n.Last; i++ {
		if t := p.Tokens[i]; t.Is(text.Upper) || t.Is(text.Capital) && text.Letters(p.Words(t.Span)) < 3 {
			return false
		}
	}
	return n.Words(p.Marks) <= 3 && !p.Is(n.First, "plain") && (n.First == 0 || !p.Is(n.First-1, "article") && !p.Is(n.First-1, "preposition"))
}

func (p *Pass) anyInBody(n mark.Name) bool {
	for i := n.First; i < n.Last; i++ {
		if p.Tokens[i].Kind == text.Word && p.bodyHas(i) {
			return true
		}
	}
	return false
}

// onlyPerson is the one person that the body names in full.
func (p *Pass) onlyPerson() (found mark.Name, ok bool) {
	family := ""
	for _, n := range p.Names {
		s := p.SentenceAt(n.Start)
		if s < 0 || p.isHead(p.Sentences[s].Paragraph) || n.Words(p.Marks) < 2 || p.isPlace(n) || !p.personLike(n) {
			continue
		}
		f, _ := p.familyOf(n)
		if family != "" && f != family {
			return found, false
		}
		if family == "" {
			family, found = f, n
		}
	}
	return found, family != ""
}

// sharedWords counts the telling words that a headline shares with the sentence
// of a name.
func (p *Pass) sharedWords(head text.Sentence, n mark.Name) int {
	var words stems
	for i := head.First; i < head.Last; i++ {
		if p.tells(i) && !p.Tokens[i].Is(text.Capital) {
			words.add(p.folded(i))
		}
	}
	s := p.Sentences[p.SentenceAt(n.Start)]
	count := 0
	for i := s.First; i < s.Last; i++ {
		if p.tells(i) && words.has(p.folded(i)) {
			count++
		}
	}
	return count
}
