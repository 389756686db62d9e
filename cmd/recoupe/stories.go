package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"recoupe/checks"
	"recoupe/checks/source"
	"recoupe/cmd/recoupe/desk"
	"recoupe/cmd/recoupe/report"
	"recoupe/rules"
)

// readFlags say how stories are read and told, for every command that reads them.
type readFlags struct {
	bookFlags
	date     string
	lang     string
	formats  []string
	jobs     int
	maxStory int64
	only     []string
	skip     []string
	failOn   string // of the commands that can fail
	fixed    bool   // whatever the settings say
	input    string
	stdin    string
}

func (f *readFlags) add(c *cobra.Command) {
	f.bookFlags.add(c)
	c.Flags().StringVar(&f.date, "date", "", "publication `date` of every story: 2023-01-30, 2023-01 or today")
	c.Flags().StringVar(&f.lang, "lang", "", "`language` of every story: fr, en (default: declared, else guessed)")
	c.Flags().IntVar(&f.jobs, "jobs", runtime.GOMAXPROCS(0), "stories read at a time")
	f.addInput(c)
	c.Flags().Int64Var(&f.maxStory, "max-story", source.DefaultMaxSize, "largest story, in `bytes`")
	c.Flags().StringSliceVar(&f.only, "only", nil, "`rules` to use, and no others; may be repeated or hold commas")
	c.Flags().StringSliceVar(&f.skip, "skip", nil, "`rules` to leave out; may be repeated or hold commas")
}

// known refuses a language that the book does not have.
func known(flag, lang string, b *rules.Book) error {
	if lang == "" || b.Languages[lang] != nil {
		return nil
	}
	return fmt.Errorf("--%s: the book has no language %q; want one of %s", flag, lang, strings.Join(languages(b), ", "))
}

// source says how stories are filed.
func (f *readFlags) source(b *rules.Book) source.Options {
	words := map[string][]string{}
	for code, l := range b.Languages {
		words[code] = l.Function
	}
	return source.Options{Format: f.input, Lang: f.lang, Guess: source.NewGuesser(words), MaxSize: f.maxStory}
}

// An outcome is a result, with the file that its story came from and what had to
// be assumed to come to it.
type outcome struct {
	filed
	checks.Result
}

// report reads what is named and tells it in one of the formats.
func (p *program) report(ctx context.Context, names []string, f readFlags, formats []report.Format, told func(*posts, *post) (report.Options, error)) error {
	ps, main, err := p.begin(names, &f)
	if err != nil {
		return err
	}
	o, err := told(ps, main)
	if err != nil {
		return err
	}
	targets, err := targets(f.formats, formats)
	if err != nil {
		return err
	}
	o.Book, o.UI, o.Fail = main.book, f.ui, main.failOn
	rep, err := p.outputs(targets, f.color, o)
	if err != nil {
		return err
	}
	defer rep.discard()
	if err := rep.Begin(); err != nil {
		return err
	}
	read, err := ps.each(ctx, names, func(r outcome) error {
		p.weigh(r)
		ps.bound(&r.Result, o.Show)
		return rep.Add(r.Result)
	}, rep.flush)
	switch {
	case read > 0 || err != nil:
	case ps.changed != nil:
		p.complain("nothing to read; no story changed")
	default:
		p.complain("nothing to read; name files or folders, or - for standard input")
	}
	if ps.over > 0 {
		p.complain("%d more not printed; --max-findings raises the limit of %d", ps.over, ps.limit)
	}
	return rep.finish(err)
}

// bound leaves of a result's findings those that a run may still print.
func (ps *posts) bound(r *checks.Result, show rules.Severity) {
	if ps.limit == 0 {
		return
	}
	var left []checks.Finding
	for _, f := range r.Findings {
		switch {
		case f.Severity < show:
			left = append(left, f)
		case ps.printed < ps.limit:
			ps.printed++
			left = append(left, f)
		default:
			ps.over++
		}
	}
	r.Findings = left
}

// begin makes the posts of a run and the one that tells its report, and lets the
// settings fill in what the flags do not say.
func (p *program) begin(names []string, f *readFlags) (*posts, *post, error) {
	finder, err := f.finder()
	if err != nil {
		return nil, nil, err
	}
	s, err := finder.Run(names...)
	if err != nil {
		return nil, nil, err
	}
	if f.ui == "" {
		f.ui = s.UI.Text
	}
	if len(s.Formats) > 0 && !f.said("format") && f.has("fail-on") {
		for _, w := range s.Formats {
			f.formats = append(f.formats, w.Text)
		}
	}
	ps := p.posts(*f, finder)
	main, err := ps.with(s)
	if err != nil {
		return nil, nil, err
	}
	// What is wrong with the settings of a file that is named is told before
	// anything is read.
	for _, name := range names {
		if _, err := ps.of(name); err != nil {
			return nil, nil, err
		}
	}
	p.stdin = f.stdin
	return ps, main, errors.Join(known("lang", f.lang, main.book), known("ui", f.ui, main.book), readable(f.input))
}

// each reads the stories of what is named, several at a time, and hands their
// outcomes on in order. It returns how many there were.
func (ps *posts) each(ctx context.Context, names []string, to func(outcome) error, idle func() error) (read int, err error) {
	ps.p.waiting = ps.p.progress()
	defer ps.p.waiting.end()
	err = inOrder(ctx, max(ps.f.jobs, 1), ps.stories(names), func(s filed) outcome {
		return lint(ctx, s)
	}, func(o outcome) error {
		if errors.Is(o.Result.Err, context.Canceled) {
			return o.Result.Err
		}
		read++
		ps.settle(&o)
		ps.p.waiting.add()
		return to(o)
	}, idle)
	if err == nil {
		ps.unused()
	}
	return read, err
}

// lint reads one story. A story that breaks the program does not take the others
// with it.
func lint(ctx context.Context, s filed) (o outcome) {
	o = outcome{s, checks.Result{Document: s.Document, Err: s.Err}}
	if s.Err != nil {
		return o
	}
	defer func() {
		if r := recover(); r != nil {
			o.Result = checks.Result{Document: s.Document, Err: fmt.Errorf("the story broke the program, please tell its makers: %v", r)}
		}
	}()
	o.Result = s.post.linter.Lint(ctx, s.Document, s.post.given...)
	if s.post.settings.Quotes.Text == "skip" {
		o.Findings = slices.DeleteFunc(o.Findings, func(f checks.Finding) bool { return desk.Quoted(o.Result, f.Span) })
	}
	return o
}

// weigh takes a result's share of the exit status.
func (p *program) weigh(r outcome) {
	for _, note := range r.Notes {
		p.complain("%s: %s", r.Result.Document.Name, note)
	}
	if err := r.Result.Err; err != nil {
		p.complain("%s: %v", r.Result.Document.Name, err)
		p.status = trouble
		return
	}
	for _, f := range r.Findings {
		p.fails(f.Severity, r.post.failOn)
	}
}
