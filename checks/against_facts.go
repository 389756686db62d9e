package checks

import (
	"fmt"
	"slices"
	"strings"

	"recoupe/checks/claim"
	"recoupe/checks/mark"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// againstFacts holds each claim that a rule reads up to the book. How a claim
// is judged depends on the relation alone, so that a new rule needs no code.
func againstFacts() Check {
	return Check{
		Name: "against-facts",
		Doc:  "holds a claim of the story up to the facts of the book",
		Vars: []string{"subject", "said", "absent", "inside", "known", "when"},
		New: func(r *rules.Rule) (Judge, error) {
			judges := relations()
			for _, name := range relationsOf(r) {
				if judges[name] == nil {
					return nil, fmt.Errorf("rule %q: no claim is judged by relation %q; want one of %s", r.ID, name, strings.Join(relationNames(), ", "))
				}
			}
			var s factSettings
			if err := r.Settings(&s); err != nil {
				return nil, err
			}
			return func(p *Pass) {
				if r.Relation == rules.Existed {
					p.untimely()
				}
				var settled []bool
				if s.Slips {
					settled = make([]bool, len(p.When))
				}
				for i := range p.Claims {
					if c := &p.Claims[i]; c.Rule == p.Rule {
						v := unknown(whyWeak)
						if !c.Subject.Weak {
							v = judges[c.Relation()](&hearing{Pass: p, claim: c, settings: s})
						}
						if s.Slips && c.When != nil && v.Verdict != Unknown {
							settled[c.When.Time] = true
						}
						if v.Why != whyNothing {
							v.Claim = i
							p.Verdict(v)
						}
					}
				}
				if s.Slips {
					p.slips(settled)
					p.countSlips(settled)
				}
				if r.Relation == rules.Holds && p.Language != nil {
					p.misnamed()
				}
			}, nil
		},
	}
}

type factSettings struct {
	Slips  bool // whether dates that no claim settles are held up to the days of events
	Recent int  // days after the end of a tenure up to which a stale title may be a slip of memory
}

// relations says how claims of each relation are judged.
func relations() map[string]func(*hearing) Judged {
	return map[string]func(*hearing) Judged{
		rules.TookPlace: (*hearing).tookPlace,
		rules.Holds:     (*hearing).holds,
		rules.Capital:   (*hearing).capital,
		rules.Member:    (*hearing).member,
		rules.LiesIn:    (*hearing).location,
		rules.Born:      (*hearing).born,
		rules.Died:      (*hearing).died,
		rules.Counts:    (*hearing).counts,
		"appointed":     (*hearing).appointed,
		"counterpart":   (*hearing).counterpart,
		"regime":        (*hearing).regime,
		"left":          (*hearing).left,
		"served":        (*hearing).served,
		"succeeded":     (*hearing).succeeded,
		"leads":         (*hearing).leads,
		rules.Existed:   (*hearing).existed,
		"near-date":     (*hearing).nearDate,
		"interval":      (*hearing).interval,
		"anniversary":   (*hearing).anniversary,
		"seat":          (*hearing).formerCapital,
		"alive":         (*hearing).alive,
		"aged":          (*hearing).aged,
		"lived":         (*hearing).lived,
		"nth":           (*hearing).nth,
		"size":          (*hearing).size,
		"roll":          (*hearing).roll,
		"club":          (*hearing).club,
		"parts":         (*hearing).parts,
		"bare-parts":    (*hearing).bareParts,
		"rank":          (*hearing).rank,
		"seats":         (*hearing).seats,
		"titles":        (*hearing).titles,
		rules.Side:      (*hearing).side,
		rules.Citizen:   (*hearing).citizen,
	}
}

// relationsOf are the relations that a rule's claims may have: its own, and
// those that single patterns set.
func relationsOf(r *rules.Rule) []string {
	names := []string{r.Relation}
	for _, p := range r.Patterns {
		if n := p.Set["relation"]; n != "" {
			names = append(names, n)
		}
	}
	return names
}

func relationNames() []string {
	var names []string
	for n := range relations() {
		names = append(names, n)
	}
	slices.Sort(names)
	return names
}

// A hearing is one claim before the book.
type hearing struct {
	*Pass
	claim    *claim.Claim
	settings factSettings
}

// Reasons why a claim was neither confirmed nor contradicted.
const (
	whyNothing   = "nothing is asserted that a table could bear out"
	whyVoice     = "not asserted"
	whyNoDate    = "no date to hold it against"
	whyNoFact    = "the book does not know"
	whyOpenTable = "the table is not complete there"
	whyReadings  = "some reading agrees or is unknown"
	whyWeak      = "nothing in the story says which bearer of the name is meant"
	whyGuess     = "the date is a guess"
	whyPart      = "the number may count a part"
	whyMargin    = "the date may belong to something else"
)

func unknown(why string) Judged { return Judged{Verdict: Unknown, Why: why} }

func confirmed(f *rules.Fact) Judged { return Judged{Verdict: Confirmed, Fact: f} }

// time is the anchored time of the claim; ok is false when none is said or it
// cannot be worked out.
func (h *hearing) time() (t *mark.Time, ok bool) {
	if h.claim.When == nil {
		return nil, false
	}
	t = &h.When[h.claim.When.Time]
	return t, !t.Period.IsZero()
}

// asOf is the period at which what the story states as current has to be true;
// ok is false when the publication date is not known.
func (h *hearing) asOf() (calendar.Period, bool) {
	return h.Publication.Period, !h.Publication.Period.IsZero()
}

// steps counts the steps down that every finding against the book takes: quoted
// words, a small margin, an inferred publication date, a single source.
func (h *hearing) steps(restsOnPublication bool, because ...*rules.Fact) int {
	down := 0
	if h.claim.Voice&claim.Quoted != 0 {
		down++
	}
	if w := h.claim.When; w != nil && w.Margin < claim.Sure && !h.ofTheseDays(w) {
		down++
	}
	if o := h.Publication.Origin; restsOnPublication && o != Given && o != Declared {
		down++
	}
	for _, f := range because {
		if !f.Certain() {
			down = max(down, int(h.Rule.Severity)-int(rules.Note))
		}
	}
	return down
}

// contradicted reports a finding on the words that give the value.
func (h *hearing) contradicted(f Finding) Judged {
	f.Quoted = h.claim.Voice&claim.Quoted != 0
	h.Report(f)
	return Judged{Verdict: Contradicted, Fact: f.Because[0].Fact}
}
