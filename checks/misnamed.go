package checks

import (
	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
)

// misnamed reports the holder of an office under another's first name: "le
// président François Macron". The first name has to be one that the book knows,
// of another holder of that office or of many people, and the family name rare.
func (p *Pass) misnamed() {
	now := p.Publication.Period
	if now.IsZero() {
		return
	}
	for i := range p.Mentions {
		o := &p.Mentions[i]
		if o.Kind != rules.Office || len(o.Entities) == 0 || o.Last+1 >= len(p.Tokens) {
			continue
		}
		first := o.Last
		if p.Tokens[first].Char == ',' {
			first++
		}
		given, family := first, first+1
		if !p.twoNames(given, family) || p.mentionsPair(given, family) || p.Is(family, "namesake_family") || p.Is(o.First-1, "former") || p.Is(o.First-1, "of") {
			continue
		}
		if f := p.holderCalled(o, p.Tokens[family].Key, p.Tokens[given].Key); f != nil {
			p.reportMisnamed(o, given, family, f)
		}
	}
}

// mentionsPair reports whether the book knows the two names together, or the second
// for something.
func (p *Pass) mentionsPair(given, family int) bool {
	for _, n := range p.MentionsIn(given, family+1) {
		if n.First == family || n.Last > family {
			return true
		}
	}
	return false
}

// twoNames reports a first name and a family name, and no third beside them.
func (p *Pass) twoNames(given, family int) bool {
	n := p.NameFrom(given)
	if n >= len(p.Names) || p.Names[n].First != given || p.Names[n].Last != family+1 {
		return false
	}
	return p.Tokens[given].Kind == text.Word && p.Tokens[family].Kind == text.Word && !p.Tokens[family].Is(text.Hyphen)
}

// holderCalled is the one present holder of an office with that family name whose
// first name is another, where the first name that stands is known for one.
func (p *Pass) holderCalled(o *mark.Mention, family, given uint64) (found *rules.Fact) {
	known := p.known(given)
	for _, office := range o.Entities {
		if len(o.Of) == 0 && (office.Of == nil || office.Of.Kind != rules.Country) {
			continue
		}
		for _, f := range p.Book.Ask(office, rules.Holds, p.Publication.Period).Facts {
			if !calledBy(f.Value.Entity, family) || found != nil && found.Value.Entity != f.Value.Entity {
				continue
			}
			for _, names := range f.Value.Entity.Names {
				for _, name := range names {
					if keys := rules.Keys(name); len(keys) > 0 && keys[0] == given {
						return nil
					}
				}
			}
			if known && len(o.Of) > 0 || p.heldBySomeone(office, given) {
				found = f
			}
		}
	}
	return found
}

// known reports a word that the language lists as a common first name.
func (p *Pass) known(given uint64) bool {
	for _, w := range p.Language.Class["namesake_given"] {
		if text.Key(w) == given {
			return true
		}
	}
	return false
}

// heldBySomeone reports whether somebody of that first name ever held an office.
func (p *Pass) heldBySomeone(office *rules.Entity, given uint64) bool {
	for _, f := range p.Book.Of(office, rules.Holds) {
		if keys := rules.Keys(f.Value.Entity.Label(p.Lang)); len(keys) > 1 && keys[0] == given {
			return true
		}
	}
	return false
}

// calledBy reports whether a word is the family name of a person.
func calledBy(person *rules.Entity, family uint64) bool {
	for _, name := range person.Family {
		if keys := rules.Keys(name); len(keys) == 1 && keys[0] == family {
			return true
		}
	}
	return false
}

func (p *Pass) reportMisnamed(o *mark.Mention, given, family int, f *rules.Fact) {
	name := p.Over(given, family+1)
	p.Report(Finding{
		Span: name, About: o.Span, RestsOnDate: true,
		Vars:        map[string]Said{"subject": {Words: p.Words(o.Span)}, "said": {Words: p.Words(name)}, "known": {Entity: f.Value.Entity}, "when": {Period: p.Publication.Period}},
		Because:     []Evidence{{Fact: f}},
		Suggestions: []string{p.inItsLetters(f.Value.Entity)},
	})
}
