package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"recoupe/checks"
	"recoupe/cmd/recoupe/report"
)

// outputs are the reports of one run, each told the same results.
type outputs []*output

// An output is a report and where it goes.
type output struct {
	report.Report
	w     *bufio.Writer
	draft *draft // nil for standard output
}

// outputs opens what the reports go to, so that a folder that is not there is
// told before anything is read.
func (p *program) outputs(targets []target, color string, o report.Options) (outputs, error) {
	if here, err := os.Getwd(); err == nil {
		o.Dir = filepath.ToSlash(here)
	}
	looks, err := p.looks(color, o)
	if err != nil {
		return nil, err
	}
	o.Paint = nil // colours are for terminals, unless asked for
	if color == "always" {
		o.Paint = looks.Paint
	}
	var out outputs
	for _, t := range targets {
		if t.path == "" {
			w := bufio.NewWriterSize(p.out, 64<<10)
			out = append(out, &output{t.format.New(w, looks), w, nil})
			continue
		}
		d, err := newDraft(t.path)
		if err != nil {
			out.discard()
			return nil, fmt.Errorf("--format %s:%s: %w", t.format.Name, t.path, err)
		}
		w := bufio.NewWriterSize(d, 64<<10)
		out = append(out, &output{t.format.New(w, o), w, d})
	}
	return out, nil
}

// Begin begins all reports.
func (o outputs) Begin() error { return o.each(report.Report.Begin) }

// Add tells all reports a result.
func (o outputs) Add(r checks.Result) error {
	return o.each(func(rep report.Report) error { return rep.Add(r) })
}

func (o outputs) each(do func(report.Report) error) error {
	for _, out := range o {
		if err := out.named(do(out.Report)); err != nil {
			return err
		}
	}
	return nil
}

// named says which file an error is about.
func (o *output) named(err error) error {
	if err == nil || o.draft == nil {
		return err
	}
	return fmt.Errorf("%s: %w", o.draft.path, reason(err))
}

// flush hands on what was told so far to those who read along.
func (o outputs) flush() error {
	for _, out := range o {
		if out.draft == nil {
			return out.w.Flush()
		}
	}
	return nil
}

// finish ends the reports, after an interruption as well: what goes to standard
// output is ended then, and files are left as they were, since half a report
// would look like a clean one. Files take their names when all of them are whole.
func (o outputs) finish(err error) error {
	interrupted := errors.Is(err, context.Canceled)
	if err != nil && !interrupted {
		return err
	}
	var left []string
	for _, out := range o {
		if interrupted && out.draft != nil {
			left = append(left, out.draft.path)
			continue
		}
		if err := out.named(out.end()); err != nil {
			return err
		}
	}
	for _, out := range o {
		if !interrupted && out.draft != nil {
			if err := out.named(out.draft.keep()); err != nil {
				return err
			}
		}
	}
	switch {
	case len(left) > 0:
		return fmt.Errorf("interrupted; %s left as before", strings.Join(left, ", "))
	case interrupted:
		return errors.New("interrupted; the report holds what was done until then")
	}
	return nil
}

// end writes what is left of a report, to the disk where it goes to a file.
func (o *output) end() error {
	if err := o.End(); err != nil {
		return err
	}
	if err := o.w.Flush(); err != nil {
		return err
	}
	if o.draft == nil || o.draft.direct {
		return nil
	}
	return o.draft.Sync()
}

// discard throws away the files that were not finished.
func (o outputs) discard() {
	for _, out := range o {
		if out.draft != nil {
			out.draft.discard()
		}
	}
}
