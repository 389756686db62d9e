package checks

import (
	"recoupe/checks/text"
	"recoupe/rules"
)

// acronymVariant finds acronyms that one story writes in two ways: OTAN, Otan.
var acronymVariant = Check{
	Name: "acronym-variant",
	Doc:  "one acronym in two spellings",
	Vars: []string{"said", "known"},
	New: func(*rules.Rule) (Judge, error) {
		return func(p *Pass) {
			var spelt map[uint64]*spellings
			for _, s := range p.Sentences {
				if p.shouts(s) {
					continue
				}
				for i := s.First; i < s.Last; i++ {
					if p.isAcronym(i, s) {
						if spelt == nil {
							spelt = map[uint64]*spellings{}
						}
						note(spelt, p.Tokens[i].Key).upper.see(i)
					}
				}
			}
			if len(spelt) > 0 {
				p.otherSpellings(spelt)
			}
		}, nil
	},
}

// spellings are the first places of an acronym in each way of writing it, as
// tokens plus one; 0 for none.
type spellings struct{ upper, mixed, lower place }

type place int

func (l *place) see(token int) {
	if *l == 0 {
		*l = place(token + 1)
	}
}

func note(spelt map[uint64]*spellings, key uint64) *spellings {
	if spelt[key] == nil {
		spelt[key] = &spellings{}
	}
	return spelt[key]
}

// isAcronym reports a word in capitals that is no name or place in a dateline,
// and not emphasised.
func (p *Pass) isAcronym(i int, s text.Sentence) bool {
	t := &p.Tokens[i]
	if t.Kind != text.Word || !t.Is(text.Upper) {
		return false
	}
	if n := text.Letters(p.Words(t.Span)); n < 3 || n > 6 || p.Is(i, "plain") {
		return false
	}
	if i-1 > s.First && p.Tokens[i-1].Is(text.Capital) && !p.Tokens[i-1].Is(text.Elided) || i+1 < s.Last && p.Tokens[i+1].Is(text.Upper) {
		return false // JEAN DUPONT, Jean DUPONT
	}
	return !p.inDateline(i, s)
}

// inDateline reports the place that opens a dispatch in capitals: PARIS –,
// BOSTON (AP).
func (p *Pass) inDateline(i int, s text.Sentence) bool {
	if i > s.First+1 || s.Start-p.Document.Paragraphs[s.Paragraph].Start > 1 || i+1 >= s.Last {
		return false
	}
	return p.Tokens[i+1].Kind == text.Mark
}

// shouts reports a sentence most of whose words are in capitals.
func (p *Pass) shouts(s text.Sentence) bool {
	l := p.line(s.First, s.Last)
	return l.shouts()
}

// otherSpellings looks for the acronyms written like a name, and reports each
// once, at the first place of the spelling that came second. A word that also
// stands in small letters is no acronym, and neither is a family name.
func (p *Pass) otherSpellings(spelt map[uint64]*spellings) {
	var order []*spellings
	var sieve uint64 // a bit of each key: most words miss it
	for key := range spelt {
		sieve |= 1 << (key >> 58)
	}
	for _, s := range p.Sentences {
		for i := s.First; i < s.Last; i++ {
			t := &p.Tokens[i]
			if t.Kind != text.Word || sieve>>(t.Key>>58)&1 == 0 || t.Is(text.Upper) {
				continue
			}
			a := spelt[t.Key]
			switch {
			case a == nil:
			case !t.Is(text.Capital):
				a.lower.see(i)
			case a.mixed == 0 && !p.besideName(i, s):
				a.mixed.see(i)
				order = append(order, a)
			}
		}
	}
	for _, a := range order {
		if a.lower > 0 {
			continue
		}
		said, known := int(max(a.upper, a.mixed)-1), int(min(a.upper, a.mixed)-1)
		p.Report(Finding{
			Span:        p.Tokens[said].Span,
			Vars:        map[string]Said{"said": {Words: p.Words(p.Tokens[said].Span)}, "known": {Words: p.Words(p.Tokens[known].Span)}},
			Because:     []Evidence{{Span: p.Tokens[known].Span, Note: "first"}},
			Suggestions: []string{p.Words(p.Tokens[known].Span)},
		})
	}
}

// besideName reports a word that stands next to another capitalised one, as a
// first name and a family name do.
func (p *Pass) besideName(i int, s text.Sentence) bool {
	before := i > s.First && p.Tokens[i-1].Kind == text.Word && p.Tokens[i-1].Is(text.Capital) && !p.Tokens[i-1].Is(text.Elided)
	after := i+1 < s.Last && p.Tokens[i+1].Kind == text.Word && p.Tokens[i+1].Is(text.Capital)
	return before && i-1 > s.First || after || p.Is(i-1, "address")
}
