package checks

import "slices"

// settle sorts what was found, gives each its severity and one voice per fault.
func settle(r *Reading, found []Finding) Result {
	res := Result{Document: r.Document, Reading: r, Publication: r.Publication}
	for _, f := range found {
		f.Severity = f.Rule.Severity
		for range f.Down {
			f.Severity = f.Severity.Down()
		}
		if f.Severity > 0 {
			res.Findings = append(res.Findings, f)
		}
	}
	slices.SortStableFunc(res.Findings, func(a, b Finding) int { return a.Span.Start - b.Span.Start })
	fingerprint(r, res.Findings)
	return res
}
