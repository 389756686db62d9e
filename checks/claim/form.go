package claim

import (
	"fmt"

	"recoupe/checks/pattern"
	"recoupe/rules"
)

// A form is a pattern of a rule made ready to read with.
type form struct {
	rule    *rules.Rule
	source  *rules.Pattern
	pattern *pattern.Pattern
	unless  []*pattern.Pattern
	after   []*pattern.Pattern
	voice   Voice
	about   *rules.Entity // what every match speaks of, where the words say no name

	// What the pattern sets, so that no match need look it up.
	opens, undated, verbHost bool
	subject, scope           string
	slot                     int // tells apart what claims say: one for each rule and what its patterns set
}

// compile makes a form of a pattern.
func compile(rule *rules.Rule, p *rules.Pattern) (form, error) {
	f := form{
		rule: rule, source: p,
		opens: p.Set["at"] == "start", undated: p.Set["time"] == "none", verbHost: p.Set["host"] == "verb",
		subject: p.Set["subject"], scope: p.Set["scope"],
	}
	var err error
	if f.pattern, err = pattern.Compile(p.Match); err != nil {
		return f, err
	}
	if f.pattern.Needs.Empty() {
		return f, fmt.Errorf("pattern %q has no anchor: nothing in it is required", p.Match)
	}
	if f.unless, err = compileAll(p.Unless); err != nil {
		return f, err
	}
	if f.after, err = compileAll(p.After); err != nil {
		return f, err
	}
	if w, ok := p.Set["voice"]; ok {
		if f.voice, ok = ParseVoice(w); !ok {
			return f, fmt.Errorf("there is no voice %q; want one of %v", w, voiceWords)
		}
	}
	return f, nil
}

func compileAll(sources []string) ([]*pattern.Pattern, error) {
	var out []*pattern.Pattern
	for _, s := range sources {
		p, err := pattern.Compile(s)
		if err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}
