package checks

import (
	"slices"

	"recoupe/checks/likeness"
	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
)

// quoteConflict finds one quotation in two wordings, or from two mouths.
var quoteConflict = Check{
	Name: "quote-conflict",
	Doc:  "one quotation in two wordings or from two speakers",
	Vars: []string{"said", "known"},
	New: func(*rules.Rule) (Judge, error) {
		return func(p *Pass) {
			blocks, quotes := p.quoteBlocks()
			told := map[int]bool{}
			for _, l := range like(blocks, 0.5) {
				a, b := &quotes[l.Earlier], &quotes[l.Later]
				wa, wb := blocks[l.Earlier], blocks[l.Later]
				told[l.Later] = true
				switch {
				case p.twoMouths(a, b, wa, wb, l):
					p.reportSpeakers(a, b)
				case p.twoWordings(a, b, wa, wb, l):
					p.reportQuotes(a.Span, b.Span, a.Span, b.Span)
				default:
					told[l.Later] = false
				}
			}
			p.sameRemark(blocks, quotes, told)
			p.headlineQuotes()
		}, nil
	},
}

// quoteBlocks are the quotations of three words or more below the headline,
// and their words. Pull quotes and crossheads lift words on purpose.
func (p *Pass) quoteBlocks() (blocks []block, quotes []mark.Quote) {
	for _, q := range p.Quotes {
		s := p.SentenceAt(q.Start)
		if s < 0 || q.Nested || q.Continued {
			continue
		}
		para := p.Sentences[s].Paragraph
		b := block{Span: q.Span, first: q.First, last: q.Last, paragraph: para}
		if role := p.Document.Paragraphs[para].Role; role != text.Body || p.liftsOut(q, para) {
			continue
		}
		p.readWords(&b, b.first)
		if len(b.words) >= 3 {
			blocks, quotes = append(blocks, b), append(quotes, q)
		}
	}
	return blocks, quotes
}

// liftsOut reports a quotation that is the whole of its paragraph.
func (p *Pass) liftsOut(q mark.Quote, para int) bool {
	span := p.Document.Paragraphs[para].Span
	return q.Start-span.Start < 4 && span.End-q.End < 6
}

// twoMouths reports the same words, six at least or a whole sentence, from two
// people that the story names, where it does not say that both said them.
func (p *Pass) twoMouths(a, b *mark.Quote, wa, wb block, l likeness.Likeness) bool {
	least := 6
	if l.Exact() && p.opensSentence(a) && p.opensSentence(b) {
		least = 4
	}
	if min(len(wa.words), len(wb.words)) < least || l.Share < 0.85 || l.Order < 0.75 || wa.paragraph == wb.paragraph {
		return false
	}
	x, y := p.mouth(a), p.mouth(b)
	if x == "" || y == "" || x == y {
		return false
	}
	return !p.nearQuote(a, "same_voice") && !p.nearQuote(b, "same_voice")
}

// opensSentence reports a quotation that has a capital of its own.
func (p *Pass) opensSentence(q *mark.Quote) bool { return p.Tokens[q.First].Is(text.Capital) }

// twoWordings reports long quotations of one speaker that differ by words on
// both sides. A shortened echo only leaves words out.
func (p *Pass) twoWordings(a, b *mark.Quote, wa, wb block, l likeness.Likeness) bool {
	short, long := min(len(wa.words), len(wb.words)), max(len(wa.words), len(wb.words))
	if x := p.mouth(a); x != "" && x == p.mouth(b) && len(l.Earliers)+len(l.Laters) == 0 && short >= 7 && l.Order < 0.9 && wa.paragraph != wb.paragraph {
		return true // the same words, changed round
	}
	if short < 7 || short*10 < long*7 || l.Inside < 0.8 || p.parallelQuotes(wa, wb, l) || !p.differ(wa, wb, l) {
		return false
	}
	x, y := p.mouth(a), p.mouth(b)
	return x != "" && x == y
}

// differ reports that the later has a telling word that the earlier has in no
// form, in the place of one of its own or in another order.
func (p *Pass) differ(wa, wb block, l likeness.Likeness) bool {
	var earlier, fresh stems
	for _, i := range wa.at {
		earlier.add(p.folded(i))
	}
	gained := false
	for _, w := range l.Laters {
		fresh.add(p.folded(wb.at[w]))
		gained = gained || !wb.words[w].Plain && !earlier.has(p.folded(wb.at[w]))
	}
	lost := slices.ContainsFunc(l.Earliers, func(w int) bool { return !wa.words[w].Plain && !fresh.has(p.folded(wa.at[w])) })
	return gained && (lost || l.Order < 0.4 && l.Inside < 0.95)
}

// swapped reports words that the later has in another order, where one of them
// may mean the contrary: "on ne déménage pas une montagne, on s'arrange".
func swapped(wa, wb block, l likeness.Likeness) bool {
	return min(len(wa.words), len(wb.words)) >= 6 && l.Share >= 0.8 && l.Order < 0.5
}

// remarkReach is how many quotations back a remark is looked for that the story
// takes up again.
const remarkReach = 12

// sameRemark reports quotations that the story presents as one it gave before
// ("her remark", "la phrase") and that has other words there.
func (p *Pass) sameRemark(blocks []block, quotes []mark.Quote, told map[int]bool) {
	for j := range quotes {
		if told[j] || !p.nearQuote(&quotes[j], "same_words") {
			continue
		}
		best, at := likeness.Likeness{}, -1
		for i := max(0, j-remarkReach); i < j; i++ {
			if l := likeness.Measure(blocks[i].words, blocks[j].words); l.Inside > best.Inside {
				best, at = l, i
			}
		}
		if at < 0 || best.Inside < 0.45 || best.Share < 0.4 || !p.differ(blocks[at], blocks[j], best) && !swapped(blocks[at], blocks[j], best) {
			continue
		}
		p.reportQuotes(quotes[at].Span, quotes[j].Span, quotes[at].Span, quotes[j].Span)
	}
}

// parallelQuotes reports two sentences of one speech that run parallel.
func (p *Pass) parallelQuotes(wa, wb block, l likeness.Likeness) bool {
	return wa.paragraph == wb.paragraph || p.parallel(wa, wb, l)
}

// cueReach is how many words before or after its marks a cue speaks of a quotation.
const cueReach = 16

// nearQuote reports a word of a class around a quotation, in its sentence.
func (p *Pass) nearQuote(q *mark.Quote, class string) bool {
	first, last := p.around(q)
	return p.classIn(class, max(first, q.First-cueReach), q.First-1) || p.classIn(class, q.Last, min(last, q.Last+cueReach))
}

// around is the stretch of the sentences that a quotation stands in.
func (p *Pass) around(q *mark.Quote) (first, last int) {
	a, b := p.SentenceAt(q.Start), p.SentenceAt(max(q.Start, q.End-1))
	if a < 0 || b < 0 {
		return q.First, q.Last
	}
	last = p.Sentences[b].Last
	if b+1 < len(p.Sentences) && p.Sentences[b+1].Paragraph == p.Sentences[b].Paragraph {
		last = p.Sentences[b+1].Last
	}
	return p.Sentences[a].First, last
}

// reportQuotes reports the later of two quotations, without the point or comma
// that closes it.
func (p *Pass) reportQuotes(known, said, a, b text.Span) {
	known, said, a, b = p.trimmed(known), p.trimmed(said), p.trimmed(a), p.trimmed(b)
	p.Report(Finding{
		Span:        b,
		Phrase:      p.quotePhrase(b),
		Suggestions: []string{p.Words(a)},
		Vars:        map[string]Said{"said": {Words: p.Words(said)}, "known": {Words: p.Words(known)}},
		Because:     []Evidence{{Span: a, Note: "first"}},
	})
}

// trimmed is a stretch without the marks at its end.
func (p *Pass) trimmed(s text.Span) text.Span {
	for i := p.TokenAt(s.End - 1); i > 0 && p.Tokens[i].Start > s.Start && p.Tokens[i].Kind == text.Mark; i-- {
		s.End = p.Tokens[i-1].End
	}
	return s
}
