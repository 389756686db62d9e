package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
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

// readFlags say how stories are read and told, for every command that reads them.
type readFlags struct {
	bookFlags
	date     string
	lang     string
	format   string
	jobs     int
	maxStory int64
}

func (f *readFlags) add(c *cobra.Command, formats []report.Format) {
	f.bookFlags.add(c)
	c.Flags().StringVar(&f.date, "date", "", "publication `date` of every story: 2023-01-30, 2023-01 or today")
	c.Flags().StringVar(&f.lang, "lang", "", "`language` of every story: fr, en (default: declared, else guessed)")
	c.Flags().StringVar(&f.format, "format", formats[0].Name, "`format` of the report: "+formatNames(formats))
	c.Flags().IntVar(&f.jobs, "jobs", runtime.GOMAXPROCS(0), "stories read at a time")
	c.Flags().Int64Var(&f.maxStory, "max-story", source.DefaultMaxSize, "largest story, in `bytes`")
}

func formatNames(formats []report.Format) string {
	var names []string
	for _, f := range formats {
		names = append(names, f.Name)
	}
	return strings.Join(names, ", ")
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
		return nil, fmt.Errorf("--date %s: %w, or today", date, err)
	}
	return []checks.Publication{{Period: period, Origin: checks.Given}}, nil
}

// known refuses a language that the book does not have.
func known(flag, lang string, b *rules.Book) error {
	if lang == "" || b.Languages[lang] != nil {
		return nil
	}
	return fmt.Errorf("--%s: the book has no language %q; want one of %s", flag, lang, strings.Join(languages(b), ", "))
}

// source says how stories are opened.
func (f *readFlags) source(b *rules.Book) source.Options {
	words := map[string][]string{}
	for code, l := range b.Languages {
		words[code] = l.Function
	}
	return source.Options{Lang: f.lang, Guess: source.NewGuesser(words), MaxSize: f.maxStory}
}

// An outcome is a result with what had to be assumed to come to it.
type outcome struct {
	notes []string
	checks.Result
}

// report reads what is named and tells it in one of the formats.
func (p *program) report(ctx context.Context, names []string, f readFlags, formats []report.Format, o report.Options, failOn rules.Severity) error {
	given, err := f.publications()
	if err != nil {
		return err
	}
	format, err := formatNamed(f.format, formats)
	if err != nil {
		return err
	}
	if o, err = p.looks(f.color, o); err != nil {
		return err
	}
	linter, book, err := p.linter(f.facts)
	if err != nil {
		return err
	}
	if err := errors.Join(known("lang", f.lang, book), known("ui", f.ui, book)); err != nil {
		return err
	}
	o.Book, o.UI = book, f.ui
	out := bufio.NewWriterSize(p.out, 64<<10)
	rep := format.New(out, o)
	if err := rep.Begin(); err != nil {
		return err
	}
	read := 0
	err = inOrder(ctx, max(f.jobs, 1), p.stories(names, f.source(book)), func(s source.Story) outcome {
		return lint(ctx, linter, s, given)
	}, func(o outcome) error {
		if errors.Is(o.Err, context.Canceled) {
			return o.Err
		}
		read++
		p.weigh(o, failOn)
		return rep.Add(o.Result)
	}, out.Flush)
	if read == 0 && err == nil {
		p.complain("nothing to read; name files or folders, or - for standard input")
	}
	return finish(err, rep, out)
}

func formatNamed(name string, formats []report.Format) (report.Format, error) {
	for _, f := range formats {
		if f.Name == name {
			return f, nil
		}
	}
	return report.Format{}, fmt.Errorf("--format: there is no format %q; want one of %s", name, formatNames(formats))
}

// lint reads one story. A story that breaks the program does not take the others
// with it.
func lint(ctx context.Context, l *checks.Linter, s source.Story, given []checks.Publication) (o outcome) {
	o = outcome{s.Notes, checks.Result{Document: s.Document, Err: s.Err}}
	if s.Err != nil {
		return o
	}
	defer func() {
		if r := recover(); r != nil {
			o.Result = checks.Result{Document: s.Document, Err: fmt.Errorf("the story broke the program, please tell its makers: %v", r)}
		}
	}()
	o.Result = l.Lint(ctx, s.Document, given...)
	return o
}

// weigh takes a result's share of the exit status.
func (p *program) weigh(r outcome, failOn rules.Severity) {
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
func finish(err error, rep report.Report, out *bufio.Writer) error {
	interrupted := errors.Is(err, context.Canceled)
	if err != nil && !interrupted {
		return err
	}
	if err := rep.End(); err != nil {
		return err
	}
	if err := out.Flush(); err != nil {
		return err
	}
	if interrupted {
		return errors.New("interrupted; the report holds what was done until then")
	}
	return nil
}
