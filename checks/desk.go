package checks

import "recoupe/rules"

// byDesk is the check of rules whose findings a desk's own marks give rise to,
// such as one that lets nothing stand any more. The linter reads no such marks
// and stays silent; whoever keeps them tells the findings with the rule's words.
func byDesk() Check {
	return Check{
		Name: "desk",
		Doc:  "told by whoever reads the marks of a desk; the linter is silent",
		Vars: []string{"said", "until", "rule", "guess", "want"},
		New:  func(*rules.Rule) (Judge, error) { return func(*Pass) {}, nil },
	}
}

// A Stood finding was let stand: by a mark in the story or beside it, or because
// the baseline has it.
type Stood struct {
	Finding
	By     string // "stet" or "baseline"
	Reason string // as its author gave it; may be empty
}
