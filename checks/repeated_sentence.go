package checks

import (
	"recoupe/checks/likeness"
	"recoupe/checks/text"
	"recoupe/rules"
)

// refrainMax is how many telling words a sentence may have that is told three
// times on purpose.
const refrainMax = 10

// repeatedSentence finds sentences that stand twice in paragraphs that differ.
var repeatedSentence = Check{
	Name: "repeated-sentence",
	Doc:  "a sentence that repeats an earlier one, word for word or lightly edited",
	Vars: []string{"words"},
	New: func(*rules.Rule) (Judge, error) {
		return func(p *Pass) {
			blocks := p.blocks(true)
			pairs := like(blocks, 0.7)
			if len(pairs) == 0 {
				return
			}
			whole := map[int]bool{}
			for _, c := range p.paragraphCopies() {
				whole[c.b.paragraph] = true
			}
			var found []likeness.Likeness
			copies := map[int]int{} // by the first of the like sentences
			root := map[int]int{}
			for _, l := range pairs {
				a, b := blocks[l.Earlier], blocks[l.Later]
				if b.telling < 5 && !(l.Exact() && len(b.words) >= 8) || whole[b.paragraph] || p.isHeading(a) || p.isHeading(b) || !p.isCopy(a, b, l) {
					continue
				}
				found = append(found, l)
				first, ok := root[l.Earlier]
				if !ok {
					first = l.Earlier
				}
				root[l.Later] = first
				copies[first]++
			}
			for _, l := range found {
				// What comes back time and again is a refrain or a form.
				if (copies[root[l.Later]] < 2 || blocks[l.Later].telling >= refrainMax) && !p.echoedAbove(blocks[l.Earlier], blocks[l.Later]) {
					p.reportCopy(blocks[l.Earlier], blocks[l.Later], l)
				}
			}
		}, nil
	},
}

// isHeading reports a headline or a crosshead.
func (p *Pass) isHeading(b block) bool {
	role := p.Document.Paragraphs[b.paragraph].Role
	return role == text.Headline || role == text.Crosshead || p.isPullQuote(b)
}

// echoedAbove reports a quotation that stands in the headline, the standfirst or
// the first paragraphs and again, with its speaker, in the body.
func (p *Pass) echoedAbove(a, b block) bool {
	return (!p.inBodyProper(a) || !p.inBodyProper(b)) && p.mostlyQuoted(a) && p.mostlyQuoted(b)
}

// inBodyProper reports a block below the first two paragraphs of the body.
func (p *Pass) inBodyProper(b block) bool {
	return !p.isHead(b.paragraph) && b.paragraph > 2 && !p.isHead(b.paragraph-1) && !p.isHead(b.paragraph-2)
}

// mostlyQuoted reports a block of which two thirds stand in quotation marks.
func (p *Pass) mostlyQuoted(b block) bool {
	inside := 0
	for _, i := range b.at {
		if p.QuoteAt(i) >= 0 {
			inside++
		}
	}
	return inside*3 >= len(b.at)*2
}
