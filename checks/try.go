package checks

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"recoupe/checks/text"
	"recoupe/rules"
)

// Try holds a rule against its examples: of a bad one the words in [brackets]
// and nothing else must be flagged by it, of a good one nothing. It returns how
// many there were and what is wrong, each with its place in the rule's file.
func (l *Linter) Try(ctx context.Context, r *rules.Rule) (tried int, err error) {
	var errs []error
	try := func(e rules.Example) {
		tried++
		errs = append(errs, l.tryOne(ctx, r, e))
	}
	for _, e := range r.Examples {
		try(e)
	}
	for _, p := range r.Patterns {
		for _, e := range p.Examples {
			try(e)
		}
	}
	return tried, errors.Join(errs...)
}

func (l *Linter) tryOne(ctx context.Context, r *rules.Rule, e rules.Example) error {
	title, inTitle := unbracket(e.Title)
	body, inBody := unbracket(e.Text)
	d := text.NewStory("example", title, body)
	d.Lang = e.Lang
	if e.Date != "" {
		d.Meta = map[string]string{"date": e.Date}
	}
	start := len(d.Text) - len(body)
	want := inTitle
	for _, s := range inBody {
		want = append(want, text.Span{Start: s.Start + start, End: s.End + start})
	}
	if e.Bad && len(want) == 0 {
		return fmt.Errorf("%s: a bad example needs its faulty words in [brackets]: %q", e.Origin, e.Text)
	}
	res := l.Lint(ctx, d)
	if res.Err != nil {
		return res.Err
	}
	var got []text.Span
	for _, f := range res.Findings {
		if f.Rule.ID == r.ID {
			got = append(got, f.Span)
		}
	}
	var errs []error
	for _, s := range want {
		if !slices.Contains(got, s) {
			errs = append(errs, fmt.Errorf("%s: %s does not flag %q in an example: %q", e.Origin, r.ID, d.Words(s), e.Text))
		}
	}
	for _, s := range got {
		if !slices.Contains(want, s) {
			errs = append(errs, fmt.Errorf("%s: %s flags %q in an example: %q", e.Origin, r.ID, d.Words(s), e.Text))
		}
	}
	return errors.Join(errs...)
}

// unbracket takes [brackets] out of a text and returns what stood in them.
func unbracket(s string) (plain string, marked []text.Span) {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(s, "[")
		words, after, closed := strings.Cut(rest, "]")
		b.WriteString(before)
		if !ok || !closed {
			b.WriteString(rest)
			return b.String(), marked
		}
		marked = append(marked, text.Span{Start: b.Len(), End: b.Len() + len(words)})
		b.WriteString(words)
		s = after
	}
}
