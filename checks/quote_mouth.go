package checks

import (
	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
)

// mouth is the family name of a quotation's speaker, folded; "" when the story
// names nobody. A pronoun stands for the one person named before it in its
// paragraph.
func (p *Pass) mouth(q *mark.Quote) string {
	if q.Speaker.Empty() {
		return ""
	}
	at := p.TokenAt(q.Speaker.Start)
	if p.In(at, rules.ClassPronoun|rules.ClassPossessive) && p.nameIn(q.Speaker).Empty() {
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
// when there are several. A single word that a preposition or an article binds
// to another is a place's.
func (p *Pass) soleName(from, to int) string {
	found := ""
	for _, n := range p.Names[p.NameFrom(from):] {
		if n.First >= to {
			break
		}
		family, given := p.familyOf(n)
		if given == "" && n.First > from && (p.Is(n.First-1, "article") || p.Is(n.First-1, "preposition")) {
			continue
		}
		if n.First < from || p.opensWithPlace(n) || p.Tokens[n.First].Is(text.Upper) && n.Last < n.First+3 || p.opensOnly(n) {
			continue
		}
		if found != "" && found != family {
			return ""
		}
		found = family
	}
	return found
}

// opensWithPlace reports a name whose first words the book knows for something
// else than a person: "Île-de-France sur Franceinfo".
func (p *Pass) opensWithPlace(n mark.Name) bool {
	for i := max(0, p.MentionFrom(n.First)-3); i < len(p.Mentions) && p.Mentions[i].First <= n.First; i++ {
		m := &p.Mentions[i]
		if m.Last > n.First && m.Kind != rules.Person && (m.First < n.First || m.Kind != rules.Office && m.Kind != rules.Title) {
			return true
		}
	}
	return false
}

// opensOnly reports a word whose capital comes from the head of its sentence
// alone: no other name around it has it.
func (p *Pass) opensOnly(n mark.Name) bool {
	if !n.Starts || n.Civil || n.Last > n.First+1 {
		return false
	}
	const reach = 60 // names before it and after it
	at := p.NameFrom(n.First)
	for _, o := range p.Names[max(0, at-reach):min(len(p.Names), at+reach)] {
		for i := o.First; i < o.Last; i++ {
			if !(o.Starts && i == o.First) && p.Tokens[i].Key == p.Tokens[n.First].Key {
				return false
			}
		}
	}
	return true
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

// nameIn is the first name of a person within a stretch; empty when there is none.
func (p *Pass) nameIn(s text.Span) text.Span {
	for i := p.NameFrom(p.TokenAt(s.Start)); i < len(p.Names) && s.Contains(p.Names[i].Span); i++ {
		n := p.Names[i]
		if _, given := p.familyOf(n); given != "" || n.Start == s.Start || !p.Is(n.First-1, "article") && !p.Is(n.First-1, "preposition") {
			return n.Span
		}
	}
	return text.Span{}
}
