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
			blocks := p.blocks(false)
			for _, l := range like(blocks, 0.7) {
				if a, b := blocks[l.Earlier], blocks[l.Later]; p.repeatsParagraph(a, b, l) {
					p.reportCopy(a, b, l)
				}
			}
		}, nil
	},
}

// repeatsParagraph judges two paragraphs. A lead says again what the headline
// said, so a headline is repeated only by its own words.
func (p *Pass) repeatsParagraph(a, b block, l likeness.Likeness) bool {
	if p.isPullQuote(a) || p.isPullQuote(b) {
		return false
	}
	ra, rb := p.Document.Paragraphs[a.paragraph].Role, p.Document.Paragraphs[b.paragraph].Role
	if ra != text.Body || rb != text.Body {
		return l.Share >= 0.9 && l.Order >= 0.8 && !p.parallel(a, b, l)
	}
	return p.isCopy(a, b, l)
}
