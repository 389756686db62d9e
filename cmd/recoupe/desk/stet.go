package desk

import (
	"slices"
	"strings"

	"recoupe/checks"
	"recoupe/checks/text"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// UnusedStet is the rule of marks without effect.
const UnusedStet = "unused-stet"

// wellFormed is how a mark is written.
const wellFormed = "stet RULE \"…\" until 2026-12-31: …"

// A Desk lets findings stand in one run.
type Desk struct {
	Today    calendar.Day
	Baseline *Baseline // nil: none
}

// A Bench is what a story was judged with: the rules that were used, by which a
// mark can be without effect, and all that there are, by which it can be wrong.
type Bench struct {
	Used  *rules.Book
	Known []string
	Side  *Side // marks beside the story's file; nil: none
}

// Settle takes what stands out of a result's findings: first by the marks of the
// story and beside it, then by the baseline. Marks in the story that let nothing
// stand become findings of their own.
func (d *Desk) Settle(r *checks.Result, file string, b Bench) {
	if r.Err != nil {
		return
	}
	inside, faulty := storyMarks(r.Document, b)
	marks := inside
	if b.Side != nil {
		marks = slices.Concat(inside, b.Side.Marks)
	}
	var left []checks.Finding
	for _, f := range r.Findings {
		if m := d.stands(r.Document, f, marks); m != nil {
			r.Stood = append(r.Stood, checks.Stood{Finding: f, By: "stet", Reason: m.Reason})
			continue
		}
		left = append(left, f)
	}
	for _, m := range inside {
		if f, ok := d.unused(m, b); ok {
			faulty = append(faulty, f)
		}
	}
	if len(faulty) > 0 {
		slices.SortStableFunc(faulty, func(a, b checks.Finding) int { return a.Span.Start - b.Span.Start })
		// Those of the linter keep theirs, which count what is let stand as well.
		checks.Fingerprint(r, faulty)
		left = append(left, faulty...)
		slices.SortStableFunc(left, func(a, b checks.Finding) int { return a.Span.Start - b.Span.Start })
	}
	r.Findings = left
	d.known(r, file)
}

// known takes out what the baseline has.
func (d *Desk) known(r *checks.Result, file string) {
	if d.Baseline == nil {
		return
	}
	d.Baseline.Read(file)
	var left []checks.Finding
	for _, f := range r.Findings {
		if d.Baseline.Has(entry(r.Document, file, f)) {
			r.Stood = append(r.Stood, checks.Stood{Finding: f, By: "baseline"})
		} else {
			left = append(left, f)
		}
	}
	r.Findings = left
	slices.SortStableFunc(r.Stood, func(a, b checks.Stood) int { return a.Span.Start - b.Span.Start })
}

// stands is the mark that lets a finding stand; nil when none does. One that has
// expired is known to have met something, and lets nothing stand.
func (d *Desk) stands(doc *text.Document, f checks.Finding, marks []*Mark) *Mark {
	var by *Mark
	for _, m := range marks {
		if m.means(f.Rule.ID, f.Fingerprint, doc.Words(f.Span), f.Span) && !m.expired(d.Today) {
			m.used = true
			if by == nil {
				by = m
			}
		}
	}
	return by
}

// unused is the finding of a mark in the story that lets nothing stand.
func (d *Desk) unused(m *Mark, b Bench) (checks.Finding, bool) {
	vars := map[string]checks.Said{"said": {Words: m.Said}}
	switch {
	case m.used:
		return checks.Finding{}, false
	case m.expired(d.Today):
		vars["until"] = checks.Said{Period: calendar.Period{From: m.Until, To: m.Until}}
	case !m.tried(b.Used):
		return checks.Finding{}, false
	}
	return without(m, b, vars)
}

// tried reports whether any rule that the mark names was used: a mark for others
// may well be needed when they are.
func (m *Mark) tried(b *rules.Book) bool {
	return len(m.Rules) == 0 || slices.ContainsFunc(m.Rules, func(id string) bool { return b.Rule(id) != nil })
}

func without(m *Mark, b Bench, vars map[string]checks.Said) (checks.Finding, bool) {
	rule := b.Used.Rule(UnusedStet)
	if rule == nil {
		return checks.Finding{}, false
	}
	return checks.Finding{
		Rule: rule, Severity: rule.Severity, Span: m.Span, Vars: vars,
		Because: []checks.Evidence{{Span: m.scope, Note: "scope"}},
	}, true
}

// storyMarks reads the remarks of a story that are marks. Those that name no
// rule, or one that nobody knows, are findings at once.
func storyMarks(doc *text.Document, b Bench) (marks []*Mark, faulty []checks.Finding) {
	l := lay(doc)
	for _, r := range l.remarks {
		words, ok := stet(r.Words)
		if !ok {
			continue
		}
		m, err := Parse(words)
		m.Span, m.scope = l.place(r.Span)
		if err != nil {
			if f, ok := without(m, b, map[string]checks.Said{"said": {Words: strings.TrimSpace("stet" + words)}, "want": {Words: wellFormed}}); ok {
				faulty = append(faulty, f)
			}
			continue
		}
		for _, id := range m.Rules {
			if slices.Contains(b.Known, id) {
				continue
			}
			vars := map[string]checks.Said{"said": {Words: m.Said}, "rule": {Words: id}, "guess": {Words: rules.Nearest(id, b.Known)}}
			if f, ok := without(m, b, vars); ok {
				faulty = append(faulty, f)
			}
			m.used = true // told already
		}
		marks = append(marks, m)
	}
	return marks, faulty
}

// stet cuts the word off that makes a remark a mark.
func stet(words string) (rest string, ok bool) {
	if len(words) < 4 || !strings.EqualFold(words[:4], "stet") {
		return "", false
	}
	return words[4:], len(words) == 4 || strings.IndexByte(" \t\r\n:-", words[4]) >= 0
}
