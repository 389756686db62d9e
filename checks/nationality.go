package checks

import (
	"slices"

	"recoupe/checks/claim"
	"recoupe/checks/text"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// nationality reports a person put under the wrong flag. An office given to its
// holder in the wrong country, "le président russe Volodymyr Zelensky": the
// person holds just that title, but elsewhere. Or a person called by the
// adjective of a country that is not theirs. The faulty words are those that
// name the country.
var nationality = Check{
	Name: "nationality",
	Doc:  "finds a person put under the wrong flag",
	Vars: []string{"subject", "said", "known", "when"},
	New: func(*rules.Rule) (Judge, error) {
		return func(p *Pass) {
			for i := range p.Claims {
				c := &p.Claims[i]
				if c.Rule == p.Rule {
					v := unknown(whyWeak)
					if h := (&hearing{Pass: p, claim: c}); !c.Subject.Weak {
						v = h.citizen()
					}
					if v.Why != whyNothing {
						v.Claim = i
						p.Verdict(v)
					}
					continue
				}
				if c.Relation() != rules.Holds || !c.Voice.Own() {
					continue
				}
				h := &hearing{Pass: p, claim: c}
				now, dated := h.asOf()
				if !dated {
					continue
				}
				if f := h.elsewhere(now); f != nil {
					h.wrongFlag(f, now)
				}
			}
		}, nil
	},
}

// elsewhere is the tenure of the same title that the person holds in another
// country at the time, where the claim's own place was never theirs.
func (h *hearing) elsewhere(now calendar.Period) *rules.Fact {
	s := h.claim.Subject
	if len(s.Of) == 0 || s.Title == nil || h.claim.Value == nil || len(s.Entities) == 0 || len(h.tenures()) > 0 {
		return nil
	}
	for _, person := range h.claim.Value.Entities {
		for _, f := range h.Book.With(person, rules.Holds) {
			if (f.Subject.Title == s.Title || h.namedAlike(f.Subject.Title)) && f.Subject.Of != nil && f.Subject.Of.Kind == rules.Country && !slices.Contains(s.Of, f.Subject.Of) &&
				(f.During.Overlaps(now) || h.narrated(f.During) || h.claim.Voice&(claim.Former|claim.Then) != 0 && f.During.First() <= now.Last()) {
				return f
			}
		}
	}
	return nil
}

// namedAlike reports whether a title bears the words of the claim's too: "chef du
// gouvernement" is the president of the council here and the chancellor there.
func (h *hearing) namedAlike(title *rules.Entity) bool {
	s := h.claim.Subject
	if title == nil || s.HeadLast <= s.Head {
		return false
	}
	said := text.Fold(h.Words(h.Over(s.Head, s.HeadLast)))
	return slices.ContainsFunc(title.Names[h.Lang], func(name string) bool { return text.Fold(name) == said })
}

func (h *hearing) wrongFlag(f *rules.Fact, now calendar.Period) {
	s := h.claim.Subject
	out := Finding{
		Span: s.Place, About: h.claim.Value.Span,
		Vars:    map[string]Said{"subject": {Words: h.Words(h.claim.Value.Span)}, "said": {Words: h.Words(s.Place)}, "known": {Entity: f.Subject.Of}, "when": {Period: now}},
		Because: []Evidence{{Fact: f}},
		Down:    h.steps(true, f),
		Quoted:  h.claim.Voice&claim.Quoted != 0,
	}
	if a := agree(h.Words(s.Place), f.Subject.Of.Adjectives[h.Lang], f.Value.Entity.Sex); a != h.Words(s.Place) && s.Adjective {
		out.Suggestions = []string{a}
	} else if !s.Adjective {
		out.Suggestions = []string{f.Subject.Of.Label(h.Lang)}
	}
	h.Report(out)
}
