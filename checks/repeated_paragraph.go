package checks

import (
	"recoupe/checks/likeness"
	"recoupe/checks/text"
	"recoupe/rules"
)

// repeatedParagraph finds paragraphs, headlines included, that stand twice.
var repeatedParagraph = Check{
	Name: "repeated-paragraph",
	Doc:  "a paragraph that repeats an earlier one, word for word or lightly edited",
	Vars: []string{"words"},
	New: func(*rules.Rule) (Judge, error) {
		return func(p *Pass) {
			for _, c := range p.paragraphCopies() {
				p.reportCopy(c.a, c.b, c.l)
			}
		}, nil
	},
}

// A copied paragraph is two blocks and how like they are.
type copied struct {
	a, b block
	l    likeness.Likeness
}

// paragraphCopies are the paragraphs that stand twice. They are worked out once
// for the two checks that ask.
func (p *Pass) paragraphCopies() []copied {
	if !p.copiesRead {
		p.copiesRead = true
		blocks := p.blocks(false)
		for _, l := range like(blocks, 0.7) {
			if a, b := blocks[l.Earlier], blocks[l.Later]; p.repeatsParagraph(a, b, l) {
				p.copies = append(p.copies, copied{a, b, l})
			}
		}
	}
	return p.copies
}

// repeatsParagraph judges two paragraphs. A lead says again what the headline
// said, so a headline is repeated only by its own words.
func (p *Pass) repeatsParagraph(a, b block, l likeness.Likeness) bool {
	if p.isPullQuote(a) || p.isPullQuote(b) {
		return false
	}
	ra, rb := p.Document.Paragraphs[a.paragraph].Role, p.Document.Paragraphs[b.paragraph].Role
	if ra != text.Body || rb != text.Body {
		if p.Tokens[b.last-1].Char == ':' {
			return false // "Here is the list:" under a headline of the same words
		}
		return l.Share >= 0.9 && l.Order >= 0.8 && !p.parallel(a, b, l)
	}
	return p.isCopy(a, b, l)
}
