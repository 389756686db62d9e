package checks

import (
	"math"

	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
)

// titleConflict finds one person with two ranks, parties or ages that can't
// both hold.
var titleConflict = Check{
	Name: "title-conflict",
	Doc:  "one person with two roles or ages that shut each other out",
	Vars: []string{"subject", "said", "known"},
	New: func(*rules.Rule) (Judge, error) {
		return func(p *Pass) {
			said := append(p.personals(), p.looseAges()...)
			said = append(said, p.pointedBack(said)...)
			said = append(said, p.pointedAges()...)
			if len(said) < 2 {
				return
			}
			byPerson := map[string][]*personal{}
			for i := range said {
				byPerson[said[i].person] = append(byPerson[said[i].person], &said[i])
			}
			for i := range said {
				if list := byPerson[said[i].person]; list[0] == &said[i] {
					p.judgePerson(list)
				}
			}
		}, nil
	},
}

// judgePerson reports the first two sayings of a person that clash.
func (p *Pass) judgePerson(list []*personal) {
	const most = 12
	for n, b := range list[:min(len(list), most)] {
		for _, a := range list[:n] {
			if a.given != "" && b.given != "" && a.given != b.given || a.sentence == b.sentence {
				continue
			}
			if clash(a, b) {
				f := Finding{
					Span:        b.span,
					About:       b.about,
					Vars:        map[string]Said{"subject": {Words: p.Words(b.about)}, "said": {Words: p.Words(b.span)}, "known": {Words: p.Words(a.span)}},
					Because:     []Evidence{{Span: a.span, Note: "first"}},
					Phrase:      p.rolePhrase(b),
					Suggestions: p.otherRole(a, b),
				}
				if span, words, ok := p.swapRoles(a, b); ok {
					f.Phrase, f.Span, f.Suggestions = text.Span{}, span, []string{words}
				}
				if b.rival.Set == "person.party" {
					f.Span = p.partyOf(b.span)
				}
				p.Report(f)
				return
			}
		}
	}
}

// clash reports two sayings that can't both hold.
func clash(a, b *personal) bool {
	switch {
	case a.age > 0 && b.age > 0:
		return a.age != b.age && (!a.loose && !b.loose || math.Abs(a.age-b.age) <= 6)
	case a.age > 0 || b.age > 0:
		return false
	}
	return a.rival.Set == b.rival.Set && a.rival.Alternative != b.rival.Alternative
}

// looseAges reads ages at the head of a sentence: "À 79 ans, il n'a jamais
// manqué une foire", "Quatre-vingt-trois ans, une casquette : Gaston Delvallée
// a cédé". They are of the one person named there, or last named before.
func (p *Pass) looseAges() []personal {
	var out []personal
	for s := range p.Sentences {
		q := p.quantityFrom(p.Sentences[s].First)
		if q == nil {
			break
		}
		if !isAge(q) || q.Last >= p.Sentences[s].Last {
			continue
		}
		if first := p.Sentences[s].First; s > 0 && q.First == first+2 && p.Is(first, "pronoun") && p.Is(first+1, "has_age") && (q.Unit == "year" || q.Unit == "" && q.Head < 0) {
			if n, ok := p.onlyName(p.Sentences[s-1].First, p.Sentences[s-1].Last); ok { // "Elle a 44 ans"
				a := personal{sentence: s, span: q.Span, about: n.Span, age: q.Low}
				a.person, a.given = p.familyOf(n)
				out = append(out, a)
			}
			continue
		}
		if q.Unit != "year" || !p.opens(q.First, p.Sentences[s].First) || p.Tokens[q.Last].Char != ',' {
			continue
		}
		if n, ok := p.personOf(s, q.Last); ok {
			out = append(out, personal{sentence: s, span: q.Span, about: n.Span, age: q.Low, loose: true})
			out[len(out)-1].person, out[len(out)-1].given = p.familyOf(n)
		}
	}
	return out
}

// opens reports a number at the head of a sentence, after "à" or a dateline.
func (p *Pass) opens(i, first int) bool {
	if i > first && p.Is(i-1, "at_age") {
		i--
	}
	if i > first && i-first <= 6 {
		if c := p.Tokens[i-1].Char; c == '–' || c == '—' || c == '-' {
			return true
		}
	}
	return i == first
}

// personOf is the person that a sentence tells of from a token on: the only
// name in it or, where a pronoun follows, the last of the sentence before.
func (p *Pass) personOf(s, from int) (mark.Name, bool) {
	if p.Is(from+1, "pronoun") {
		if s == 0 {
			return mark.Name{}, false
		}
		return p.onlyName(p.Sentences[s-1].First, p.Sentences[s-1].Last)
	}
	return p.onlyName(from, p.Sentences[s].Last)
}

// onlyName is the single person's name between two tokens: of two words or
// more, no place after a preposition.
func (p *Pass) onlyName(from, to int) (found mark.Name, ok bool) {
	for _, n := range p.Names[p.NameFrom(from):] {
		if n.First >= to {
			break
		}
		if n.First < from || n.Words(p.Marks) < 2 && !n.Civil || n.First > 0 && p.Is(n.First-1, "preposition") {
			continue
		}
		if ok && found.Span != (text.Span{}) {
			return found, false
		}
		found, ok = n, true
	}
	return found, ok
}
