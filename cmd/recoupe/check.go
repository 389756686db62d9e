package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"recoupe/checks"
	"recoupe/checks/source"
	"recoupe/cmd/recoupe/report"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// checkFlags are the flags of check.
type checkFlags struct {
	reading readFlags
	format  string
	failOn  string
	show    string
	color   string
}

// readFlags say how stories are read, for every command that reads them.
type readFlags struct {
	date     string
	lang     string
	ui       string
	jobs     int
	maxStory int64
}

func (f *readFlags) add(c *cobra.Command) {
	c.Flags().StringVar(&f.date, "date", "", "publication `date` of every story: 2023-01-30, 2023-01 or today")
	c.Flags().StringVar(&f.lang, "lang", "", "`language` of every story: fr, en (default: declared, else guessed)")
	c.Flags().StringVar(&f.ui, "ui", "", "`language` of the report (default: each story's own)")
	c.Flags().IntVar(&f.jobs, "jobs", runtime.GOMAXPROCS(0), "stories read at a time")
	c.Flags().Int64Var(&f.maxStory, "max-story", source.DefaultMaxSize, "largest story, in `bytes`")
}

// publications are the dates that the command line gives.
func (f *readFlags) publications() ([]checks.Publication, error) {
	if f.date == "" {
		return nil, nil
	}
	date := f.date
	if date == "today" {
		date = time.Now().Format(time.DateOnly)
	}
	period, err := calendar.ParsePeriod(date)
	if err != nil {
		return nil, fmt.Errorf("--date: %w, or today", err)
	}
	return []checks.Publication{{Period: period, Origin: checks.Given}}, nil
}

func (p *program) check() *cobra.Command {
	var f checkFlags
	c := &cobra.Command{
		Use:   "check [FILES|DIRS|-]",
		Short: "Report what contradicts known facts, or the story itself",
		RunE: func(c *cobra.Command, args []string) error {
			return p.runCheck(c.Context(), args, f)
		},
	}
	f.reading.add(c)
	c.Flags().StringVar(&f.format, "format", "text", "`format` of the report: "+formatNames())
	c.Flags().StringVar(&f.failOn, "fail-on", "error", "least `severity` that makes the exit status 1: error, warning, note or never")
	c.Flags().StringVar(&f.color, "color", "auto", "`when` to colour the text report: auto, always or never")
	c.Flags().StringVar(&f.show, "show", "note", "least `severity` that is printed: error, warning or note")
	return c
}

func formatNames() string {
	var names []string
	for _, f := range report.All() {
		names = append(names, f.Name)
	}
	return strings.Join(names, ", ")
}

func (p *program) runCheck(ctx context.Context, names []string, f checkFlags) error {
	failOn, err := severity("fail-on", f.failOn, "never")
	if err != nil {
		return err
	}
	show, err := severity("show", f.show, "")
	if err != nil {
		return err
	}
	given, err := f.reading.publications()
	if err != nil {
		return err
	}
	book, err := p.book()
	if err != nil {
		return err
	}
	linter, err := checks.New(book)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(p.out, 64<<10)
	rep, err := newReport(out, f.format, p.looks(f.color, report.Options{Book: book, UI: f.reading.ui, Show: show}))
	if err != nil {
		return err
	}
	if err := rep.Begin(); err != nil {
		return err
	}
	lint := func(s source.Story) outcome {
		if s.Err != nil {
			return outcome{s.Notes, checks.Result{Document: s.Document, Err: s.Err}}
		}
		return outcome{s.Notes, linter.Lint(ctx, s.Document, given...)}
	}
	err = inOrder(ctx, max(f.reading.jobs, 1), p.stories(names, f.reading.options(book)), lint, func(o outcome) error {
		p.judge(o, failOn)
		return rep.Add(o.Result)
	})
	return p.finish(err, rep, out)
}

// An outcome is a result with what had to be assumed to come to it.
type outcome struct {
	notes []string
	checks.Result
}

// judge takes a result's share of the exit status.
func (p *program) judge(r outcome, failOn rules.Severity) {
	for _, note := range r.notes {
		p.complain("%s: %s", r.Document.Name, note)
	}
	if r.Err != nil {
		p.complain("%s: %v", r.Document.Name, r.Err)
		p.status = trouble
		return
	}
	for _, f := range r.Findings {
		if f.Severity >= failOn {
			p.status = max(p.status, found)
		}
	}
}

// finish ends a report, after an interruption as well.
func (p *program) finish(err error, rep report.Report, out *bufio.Writer) error {
	interrupted := errors.Is(err, context.Canceled)
	if err != nil && !interrupted {
		return err
	}
	if err := errors.Join(rep.End(), out.Flush()); err != nil {
		return err
	}
	if interrupted {
		return errors.New("interrupted: the report ends with what was done")
	}
	return nil
}

func (f *readFlags) options(book *rules.Book) source.Options {
	words := map[string][]string{}
	for code, l := range book.Languages {
		words[code] = l.Function
	}
	return source.Options{Lang: f.lang, Guess: source.NewGuesser(words), MaxSize: f.maxStory}
}

func newReport(w io.Writer, name string, o report.Options) (report.Report, error) {
	for _, f := range report.All() {
		if f.Name == name {
			return f.New(w, o), nil
		}
	}
	return nil, fmt.Errorf("--format: there is no format %q; want one of %s", name, formatNames())
}

// severity reads a flag's severity, or one more word that stands above them all.
func severity(flag, word, above string) (rules.Severity, error) {
	if s, ok := rules.ParseSeverity(word); ok {
		return s, nil
	}
	if above != "" && word == above {
		return rules.Error + 1, nil
	}
	return 0, fmt.Errorf("--%s: %q is no severity; want error, warning or note", flag, word)
}
