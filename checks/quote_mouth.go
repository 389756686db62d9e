package checks

import (
	"recoupe/checks/mark"
	"recoupe/checks/text"
)

// mouth is the family name of a quotation's speaker, folded; "" when the story
// names nobody. A pronoun stands for the one person named before it in its
// paragraph.
func (p *Pass) mouth(q *mark.Quote) string {
	if q.Speaker.Empty() {
		return ""
	}
	at := p.TokenAt(q.Speaker.Start)
	if p.Is(at, "pronoun") {
		s := p.SentenceAt(q.Speaker.Start)
		if s < 0 {
			return ""
		}
		first := s
		for first > 0 && p.Sentences[first-1].Paragraph == p.Sentences[s].Paragraph {
			first--
		}
		return p.soleName(p.Sentences[first].First, q.First)
	}
	end := at
	for end < len(p.Tokens) && p.Tokens[end].End <= q.Speaker.End {
		end++
	}
	return p.soleName(at, end)
}

// soleName is the family name of the one person named between two tokens; ""
// when there are several, or none but after a preposition or an article.
func (p *Pass) soleName(from, to int) string {
	found, bound := "", false
	for _, n := range p.Names[p.NameFrom(from):] {
		if n.First >= to {
			break
		}
		if n.First < from || p.isPlace(n) || p.Tokens[n.First].Is(text.Upper) {
			continue
		}
		family, _ := p.familyOf(n)
		if found != "" && found != family {
			return ""
		}
		found = family
		bound = n.First > 0 && (p.Is(n.First-1, "article") || p.Is(n.First-1, "preposition"))
	}
	if bound {
		return ""
	}
	return found
}

// reportSpeakers reports the speaker to whom a quotation is given that was
// another's before.
func (p *Pass) reportSpeakers(a, b *mark.Quote) {
	f := Finding{
		Span:    p.trimmed(b.Span),
		Vars:    map[string]Said{"said": {Words: p.Words(b.Speaker)}, "known": {Words: p.Words(a.Speaker)}},
		Because: []Evidence{{Span: p.trimmed(a.Span), Note: "first"}, {Span: a.Speaker, Note: "speaker"}, {Span: b.Speaker, Note: "speaker"}},
	}
	if x, y := p.nameIn(a.Speaker), p.nameIn(b.Speaker); !x.Empty() && !y.Empty() {
		f.Because[2] = Evidence{Span: f.Span, Note: "first"}
		f.Span, f.About, f.Suggestions = y, f.Span, []string{p.Words(x)}
	}
	p.Report(f)
}

// nameIn is the first name within a stretch; empty when there is none.
func (p *Pass) nameIn(s text.Span) text.Span {
	if i := p.NameFrom(p.TokenAt(s.Start)); i < len(p.Names) && s.Contains(p.Names[i].Span) {
		return p.Names[i].Span
	}
	return text.Span{}
}
