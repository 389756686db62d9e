package main

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"recoupe/checks"
	"recoupe/checks/source"
	"recoupe/cmd/recoupe/config"
	"recoupe/cmd/recoupe/desk"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// A post is how the stories of a file are read: its settings and the linter that
// they ask for.
type post struct {
	settings *config.Settings
	linter   *checks.Linter
	book     *rules.Book // with the rules that are used
	known    []string    // ids of all rules, those that are not used as well
	given    []checks.Publication
	source   source.Options
	failOn   rules.Severity
}

// posts makes the posts of a run, one for each set of settings, and opens each
// book once.
type posts struct {
	p      *program
	finder *config.Finder
	f      readFlags
	made   map[*config.Settings]*post
	books  map[string]*rules.Book
	desk   *desk.Desk // nil where findings are not settled
	sides  []side

	changed              *desk.Changed // nil: all that is named
	limit, printed, over int           // findings that may be printed, that were, that were not
}

// A side is what lies beside a file: its marks, and the post that it was read at.
type side struct {
	file string
	*desk.Side
	at *post
}

func (p *program) posts(f readFlags, finder *config.Finder) *posts {
	return &posts{p: p, finder: finder, f: f, made: map[*config.Settings]*post{}, books: map[string]*rules.Book{}}
}

// of is the post of a file.
func (ps *posts) of(name string) (*post, error) {
	s, err := ps.finder.For(name)
	if err != nil {
		return nil, err
	}
	return ps.with(s)
}

// with is the post of settings.
func (ps *posts) with(s *config.Settings) (*post, error) {
	if have := ps.made[s]; have != nil {
		return have, nil
	}
	b, err := ps.book(s)
	if err != nil {
		return nil, err
	}
	known := ruleIDs(b)
	if b, err = ps.choose(b, s); err != nil {
		return nil, err
	}
	t := &post{settings: s, book: b, known: known, source: ps.f.source(b)}
	if t.linter, err = checks.New(b, checks.Style(s.Style...)); err != nil {
		return nil, err
	}
	t.source.Default = s.Lang.Text
	if t.given, err = ps.f.publications(s.Date.Text); err != nil {
		return nil, err
	}
	failOn := ps.f.failOn
	if ps.f.has("fail-on") && !ps.f.said("fail-on") && !ps.f.fixed && s.FailOn.Text != "" {
		failOn = s.FailOn.Text
	}
	if t.failOn, err = severity("fail-on", failOn, "never"); err != nil {
		return nil, err
	}
	ps.made[s] = t
	return t, nil
}

// book is the book of settings: their tables and rules, then those of the flags.
func (ps *posts) book(s *config.Settings) (*rules.Book, error) {
	var layers []folder
	for _, w := range s.Facts {
		layers = append(layers, folder{path: w.Text, told: ps.finder.Tell(w.Text), at: w.Origin})
	}
	for _, w := range s.Rules {
		layers = append(layers, folder{path: w.Text, told: ps.finder.Tell(w.Text), rules: true, at: w.Origin})
	}
	layers = append(layers, ps.f.folders()...)
	key := fmt.Sprint(layers)
	if b := ps.books[key]; b != nil {
		return b, nil
	}
	b, err := ps.p.book(layers)
	if err == nil {
		ps.books[key] = b
	}
	return b, err
}

// choose switches facts and rules of a book off, and gives rules the weight that
// the settings give them.
func (ps *posts) choose(b *rules.Book, s *config.Settings) (*rules.Book, error) {
	if err := s.Against(b); err != nil {
		return nil, err
	}
	only, skip := ps.f.only, ps.f.skip
	var errs []error
	for _, flag := range []struct {
		name string
		ids  []string
	}{{"only", only}, {"skip", skip}} {
		for _, id := range flag.ids {
			if b.Rule(id) == nil {
				errs = append(errs, fmt.Errorf("--%s: %w", flag.name, noSuch("rule", id, ruleIDs(b))))
			}
		}
	}
	var off []string
	for _, w := range s.FactsOff {
		off = append(off, w.Text)
	}
	b, err := b.Without(off...)
	if err := errors.Join(append(errs, err)...); err != nil {
		return nil, err
	}
	var chosen []*rules.Rule
	for _, r := range b.Rules {
		word := s.Severity[r.ID].Text
		switch named := slices.Contains(only, r.ID); {
		case slices.Contains(skip, r.ID), len(only) > 0 && !named, word == config.Off && !named:
			continue
		}
		if weight, ok := rules.ParseSeverity(word); ok {
			own := *r
			own.Severity = weight
			r = &own
		}
		chosen = append(chosen, r)
	}
	return b.Ruled(chosen), nil
}

// publications are the dates that the command line gives, or the settings.
func (f *readFlags) publications(configured string) ([]checks.Publication, error) {
	date, origin, blame := f.date, checks.Given, "--date"
	if date == "" {
		date, origin, blame = configured, checks.Config, "date"
	}
	if date == "" {
		return nil, nil
	}
	if date == "today" {
		date = time.Now().Format(time.DateOnly)
	}
	period, err := calendar.ParsePeriod(date)
	if err != nil {
		return nil, fmt.Errorf("%s %s: %w, or today", blame, date, err)
	}
	return []checks.Publication{{Period: period, Origin: origin}}, nil
}
