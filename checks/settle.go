package checks

import (
	"slices"
	"strings"

	"recoupe/checks/text"
	"recoupe/rules"
)

// settle gives each finding its severity, folds what follows from a wrong
// publication date, keeps one voice for each fault, and sorts.
func settle(r *Reading, found []Finding, judged []Judged) Result {
	res := Result{Document: r.Document, Reading: r, Publication: r.Publication, Judged: judged}
	for _, f := range found {
		f.Severity = f.Rule.Severity
		for range f.Down {
			f.Severity = f.Severity.Down()
		}
		if f.Severity > 0 {
			res.Findings = append(res.Findings, f)
		}
	}
	res.Findings = fold(res.Findings)
	slices.SortStableFunc(res.Findings, func(a, b Finding) int {
		if a.Span.Start != b.Span.Start {
			return a.Span.Start - b.Span.Start
		}
		if a.Yields != b.Yields {
			if b.Yields {
				return -1
			}
			return 1
		}
		if a.Severity != b.Severity {
			return int(b.Severity) - int(a.Severity)
		}
		return strings.Compare(a.Rule.ID, b.Rule.ID)
	})
	res.Findings = oneCause(oneVoice(res.Findings))
	for i := range res.Findings {
		res.Findings[i].widen(r)
	}
	fingerprint(r, res.Findings)
	return res
}

// fold moves the findings that follow from a wrong publication date under the
// finding that says so.
func fold(found []Finding) []Finding {
	i := slices.IndexFunc(found, func(f Finding) bool { return f.Rule.Check == publicationWindow().Name })
	if i < 0 {
		return found
	}
	head := found[i]
	var rest []Finding
	for k, f := range found {
		switch {
		case k == i:
		case f.RestsOnDate:
			head.Because = append(head.Because, Evidence{Span: f.Span, Rule: f.Rule})
		default:
			rest = append(rest, f)
		}
	}
	return append(rest, head)
}

// oneVoice drops a finding whose span another of the same rule holds already,
// and of two findings on the very same words the weaker. The findings are sorted
// by place.
func oneVoice(found []Finding) []Finding {
	var out []Finding
	reach := map[*rules.Rule]int{} // the furthest end of a rule's spans so far
	for _, f := range found {
		same := f.Span.End <= reach[f.Rule]
		for i := len(out) - 1; i >= 0 && out[i].Span.Start == f.Span.Start; i-- {
			same = same || out[i].Span == f.Span
		}
		if !same {
			out = append(out, f)
			reach[f.Rule] = max(reach[f.Rule], f.Span.End)
		}
	}
	return out
}

// oneCause drops what the story says against itself where one of the two places
// is wrong by the book: of an age and a year of birth that do not fit, the book
// knows which. The findings are sorted by place.
func oneCause(found []Finding) []Finding {
	var known []text.Span // the words that the book contradicts
	for _, f := range found {
		if f.knows() && f.Severity > rules.Note {
			known = append(known, f.Span)
		}
	}
	if len(known) == 0 {
		return found
	}
	explained := func(s text.Span) bool {
		i, same := slices.BinarySearchFunc(known, s.Start, func(k text.Span, at int) int { return k.Start - at })
		if !same {
			i--
		}
		return i >= 0 && !s.Empty() && known[i].Start <= s.Start && s.End <= known[i].End
	}
	return slices.DeleteFunc(found, func(f Finding) bool {
		return !f.knows() && slices.ContainsFunc(f.Because, func(e Evidence) bool { return explained(e.Span) })
	})
}

// knows reports a finding that rests on the book.
func (f *Finding) knows() bool {
	return slices.ContainsFunc(f.Because, func(e Evidence) bool { return e.Fact != nil })
}
