package checks

import (
	"strings"

	"recoupe/checks/text"
	"recoupe/rules"
)

// A Preference is one line of a house style: what a desk writes, and what it
// does not.
type Preference struct {
	Use    string
	Not    []string
	Except []string // phrases in which the words stand: chicken Kiev
	Lang   string   // of the stories it holds for; empty: all
	Why    string   // what the finding is told with
	Origin rules.Origin
}

// Style is an option: the house style that stories are held to. Without it the
// linter has no taste.
func Style(prefer ...Preference) Option { return With(houseStyle(prefer)) }

// houseStyle finds the words that a desk does not write.
func houseStyle(prefer []Preference) Check {
	return Check{
		Name: "house-style",
		Doc:  "words that the house style of the configuration replaces",
		Vars: []string{"said", "known"},
		New: func(*rules.Rule) (Judge, error) {
			words := map[uint64][]spelling{}
			for i := range prefer {
				fact := styleFact(&prefer[i])
				for _, n := range prefer[i].Not {
					if keys := rules.Keys(n); len(keys) > 0 {
						words[keys[0]] = append(words[keys[0]], spelling{&prefer[i], fact, n, keys})
					}
				}
			}
			return func(p *Pass) {
				if len(words) > 0 {
					p.unstyled(words)
				}
			}, nil
		},
	}
}

// A spelling is one that the style replaces.
type spelling struct {
	*Preference
	fact  *rules.Fact
	words string
	keys  []uint64
}

// styleFact tells a preference as a reason: the line of the configuration.
func styleFact(p *Preference) *rules.Fact {
	names := map[string][]string{p.Lang: {p.Not[0]}}
	source := p.Why
	if source == "" {
		source = "house style"
	}
	return &rules.Fact{
		ID:      "house-style/" + text.Fold(p.Use),
		Subject: &rules.Entity{ID: "house-style", Names: names}, Relation: "house-style",
		Value: rules.Value{Words: []string{p.Use}}, Sources: []string{source}, Origin: p.Origin,
	}
}

func (p *Pass) unstyled(words map[uint64][]spelling) {
	for _, s := range p.Sentences {
		for i := s.First; i < s.Last; i++ {
			for _, w := range words[p.Tokens[i].Key] {
				last := i + len(w.keys)
				if w.Lang != "" && w.Lang != p.Document.Lang || last > s.Last || !p.spelt(i, w) || p.excepted(i, last, s, w.Except) {
					continue
				}
				span := p.Tokens[i].Span.Join(p.Tokens[last-1].Span)
				said := p.Words(span)
				use := w.Use
				if p.shouts(s) && p.Tokens[i].Is(text.Upper) {
					use = strings.ToUpper(use)
				}
				if use != said {
					p.Report(Finding{
						Span: span, Vars: map[string]Said{"said": {Words: said}, "known": {Words: use}},
						Because: []Evidence{{Fact: w.fact}}, Suggestions: []string{use},
					})
				}
			}
		}
	}
}

// spelt reports whether a spelling stands at a token. Where the style changes
// nothing but capitals or accents, it must stand letter for letter.
func (p *Pass) spelt(at int, w spelling) bool {
	for k, key := range w.keys {
		if p.Tokens[at+k].Key != key {
			return false
		}
	}
	if text.Fold(w.words) != text.Fold(w.Use) {
		return true
	}
	span := p.Tokens[at].Span.Join(p.Tokens[at+len(w.keys)-1].Span)
	return p.Words(span) == w.words
}

// excepted reports whether tokens are part of a phrase that the style lets be.
func (p *Pass) excepted(first, last int, s text.Sentence, phrases []string) bool {
	for _, phrase := range phrases {
		keys := rules.Keys(phrase)
		for at := max(s.First, last-len(keys)); at <= first && at+len(keys) <= s.Last; at++ {
			same := true
			for k, key := range keys {
				same = same && p.Tokens[at+k].Key == key
			}
			if same {
				return true
			}
		}
	}
	return false
}
