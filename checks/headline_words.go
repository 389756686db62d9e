package checks

import (
	"strings"

	"recoupe/checks/text"
	"recoupe/rules"
)

// A headWord is a rival word of the headline, with the places of the body's.
type headWord struct {
	rival rules.Rival
	span  text.Span
}

// headMax is how many words, numbers or places of the headlines are held
// against the story.
const headMax = 12

// headlineRivals reports a word of the headline that the body has in no form
// where the body has the word that shuts it out: acquitted, convicted; the
// tenor, the baritone.
func (p *Pass) headlineRivals() {
	var heads []headWord
	for s, sentence := range p.Sentences {
		if !p.isHead(sentence.Paragraph) || p.asks(sentence) {
			continue
		}
		p.eachRival(sentence, func(r rules.Rival, first, end int) {
			if p.headRole(r, first, end, s) {
				heads = append(heads, headWord{r, p.Over(first, end)})
			}
		})
	}
	for _, h := range heads[:min(len(heads), headMax)] {
		p.rivalOfBody(h)
	}
}

// asks reports a headline that is a question.
func (p *Pass) asks(s text.Sentence) bool { return p.Tokens[s.Last-1].Char == '?' }

// headRole reports a rival word that a headline says of its story: no word of
// the outcome of anything else, no title of a name.
func (p *Pass) headRole(r rules.Rival, first, end, s int) bool {
	if strings.HasPrefix(r.Set, "headline.") {
		return !p.classIn("negation", first-3, first) && !p.classIn("hypothesis", p.Sentences[s].First, p.Sentences[s].Last)
	}
	next := end < len(p.Tokens) && p.Tokens[end].Kind == text.Word && p.Tokens[end].Is(text.Capital)
	return r.Set == "person.voice" || r.Set == "person.player" || r.Set == "person.trade" && !next
}

// eachRival calls f with the rival words of a sentence, the longest first.
func (p *Pass) eachRival(s text.Sentence, f func(r rules.Rival, first, end int)) {
	for i := s.First; i < s.Last; {
		r, end := p.rivalAt(i, "")
		if end == 0 || p.Tokens[i].Is(text.Hyphen) || end < s.Last && p.Tokens[end].Is(text.Hyphen) {
			i++
			continue
		}
		f(r, i, end)
		i = end
	}
}

// rivalOfBody reports the one rival that the body has instead of a word of the
// headline.
func (p *Pass) rivalOfBody(h headWord) {
	var other text.Span
	alternative, borne := -1, false
	for _, sentence := range p.Sentences {
		if p.isHead(sentence.Paragraph) {
			continue
		}
		p.eachRival(sentence, func(r rules.Rival, first, end int) {
			switch {
			case r.Set != h.rival.Set:
			case r.Alternative == h.rival.Alternative:
				borne = true
			case alternative >= 0 && alternative != r.Alternative:
				borne = true // several, as in an orchestra
			default:
				alternative = r.Alternative
				if p.classIn("negation", first-4, first) || p.classIn("plan", first-4, first) || p.classIn("hypothesis", first-4, first) || p.classIn("former", first-3, first) {
					borne = true
				}
				if other.Empty() {
					other = p.Over(p.numberBefore(first), end)
				}
			}
		})
	}
	if borne || other.Empty() {
		return
	}
	p.reportHead(h.span, other, p.formLike(h.span, other, h.rival.Set, alternative))
}

// numberBefore is where the number begins that a word is the unit of: "dix-huit
// ans de réclusion"; the word itself when there is none.
func (p *Pass) numberBefore(token int) int {
	for k := max(0, token-4); k < token; k++ {
		if q := p.quantityFrom(k); q != nil && q.First == k && q.Last >= token {
			return k
		}
	}
	return token
}

// formLike is the form of a rival word that stands in best for a word: the one
// that ends as it does, or else the one that the body has.
func (p *Pass) formLike(old, said text.Span, set string, alternative int) string {
	sets := p.Language.Rival.Person
	kind, name, _ := strings.Cut(set, ".")
	if kind == "headline" {
		sets = p.Language.Rival.Headline
	}
	was := strings.ToLower(p.Words(old))
	best := strings.ToLower(p.Words(said))
	if forms := sets[name]; alternative < len(forms) {
		most := 0
		for _, f := range append([]string{best}, forms[alternative]...) {
			n := commonSuffix(was, strings.ToLower(f))
			if strings.Count(f, " ") == strings.Count(was, " ") {
				n += len(was)
			}
			if n > most {
				best, most = f, n
			}
		}
	}
	return sameCase(p.Words(old), best)
}

// reportHead reports words of the headline that others of the body contradict.
func (p *Pass) reportHead(head, body text.Span, repair string) {
	f := Finding{
		Span:    head,
		Vars:    map[string]Said{"said": {Words: p.Words(head)}, "known": {Words: p.Words(body)}},
		Because: []Evidence{{Span: body, Note: "body"}},
	}
	if repair != p.Words(head) {
		f.Suggestions = []string{repair}
	}
	p.Report(f)
}

// window returns the first telling words after a quotation, folded.
func (p *Pass) window(from, last int) []string {
	const size = 3
	var out []string
	for i := from; i < last && len(out) < size; i++ {
		if p.tells(i) {
			out = append(out, p.folded(i))
		}
	}
	return out
}

// windowBefore returns the telling words of a sentence before a quotation, folded.
func (p *Pass) windowBefore(to, first int) []string {
	const size = 6
	var out []string
	for i := to - 1; i >= first && len(out) < size; i-- {
		if p.tells(i) {
			out = append(out, p.folded(i))
		}
	}
	return out
}
