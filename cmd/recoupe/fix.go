package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"recoupe/checks"
	"recoupe/cmd/recoupe/desk"
	"recoupe/cmd/recoupe/report"
	"recoupe/rules"
)

// fixFlags say how stories are mended.
type fixFlags struct {
	reading readFlags
	desk    deskFlags
	yes     bool
	diff    bool
}

func (p *program) fix() *cobra.Command {
	var f fixFlags
	c := &cobra.Command{
		Use:   "fix [FILES|DIRS]",
		Short: "Mend stories: ask for each finding that has a suggestion, and put the chosen one into the file",
		Long: `Mend stories: ask for each finding that has a suggestion, and put the chosen
one into the file.

With --yes nothing is asked, and only errors that have a single suggestion are
mended. What stands in a quotation is the speaker's and is never touched. A file
is written whole or not at all.

The exit status is 1 when findings that weigh as much as --fail-on are left; with
--diff, when there is something to mend.`,
		RunE: func(c *cobra.Command, args []string) error { return p.runFix(c.Context(), args, f) },
	}
	f.reading.add(c)
	f.desk.add(c)
	c.Flags().StringVar(&f.reading.failOn, "fail-on", "error", "least `severity` that, left unmended, makes the exit status 1: error, warning, note or never")
	c.Flags().BoolVar(&f.yes, "yes", false, "ask nothing; mend errors that have a single suggestion")
	c.Flags().BoolVar(&f.diff, "diff", false, "show what --yes would do, and change nothing")
	return c
}

func (p *program) runFix(ctx context.Context, names []string, f fixFlags) error {
	if f.yes && f.diff {
		return errors.New("--diff changes nothing, and --yes does; want one of them")
	}
	ps, main, err := p.begin(names, &f.reading)
	if err != nil {
		return err
	}
	if err := ps.settling(f.desk, main, false); err != nil {
		return err
	}
	looks, err := p.looks(f.reading.color, report.Options{Book: main.book, UI: f.reading.ui, Show: rules.Note})
	if err != nil {
		return err
	}
	m := &mender{p: p, flags: f, looks: looks, answers: bufio.NewReader(p.in)}
	read, err := ps.each(ctx, names, m.mend, func() error { return nil })
	if err != nil && !errors.Is(err, errEnough) {
		return err
	}
	if read == 0 {
		p.complain("nothing to read; name files or folders")
	}
	if f.diff {
		return nil
	}
	_, err = fmt.Fprintf(p.out, "mended: %d\n", m.mended)
	return err
}

// errEnough says that whoever was asked has had enough.
var errEnough = errors.New("enough")

// A mender mends one story after the other.
type mender struct {
	p       *program
	flags   fixFlags
	looks   report.Options
	answers *bufio.Reader
	mended  int
	enough  bool
}

// mend mends the story of one outcome, and weighs what is left of it.
func (m *mender) mend(o outcome) error {
	if o.Result.Err != nil || o.file == "-" {
		if o.file == "-" {
			o.Result.Err = errors.New("standard input can't be mended; name a file")
		}
		m.p.weigh(o)
		return nil
	}
	var draft *desk.Draft
	var left []checks.Finding
	for _, f := range o.Findings {
		suggestion, ok, err := m.choose(o.Result, f)
		if err != nil {
			return err
		}
		if ok && draft == nil {
			if draft, err = desk.OpenDraft(o.Result, o.file); err != nil {
				m.p.complain("%s: %v", o.file, err)
				ok = false
			}
		}
		if ok {
			if err := draft.Put(o.Result, f, suggestion); err != nil {
				m.p.complain("%s: %v", o.file, err)
				ok = false
			}
		}
		if !ok {
			left = append(left, f)
		}
	}
	if draft != nil && len(draft.Edits) > 0 {
		if err := m.keep(draft); err != nil {
			return err
		}
	}
	if !m.flags.diff {
		o.Findings = left
		m.p.weigh(o)
	}
	if m.enough {
		return errEnough
	}
	return nil
}

// keep shows what would be done, or does it.
func (m *mender) keep(d *desk.Draft) error {
	m.mended += len(d.Edits)
	if m.flags.diff {
		m.p.status = max(m.p.status, found)
		_, err := io.WriteString(m.p.out, d.Diff())
		return err
	}
	return d.Write()
}

// choose is the suggestion to put in, if any.
func (m *mender) choose(r checks.Result, f checks.Finding) (string, bool, error) {
	switch {
	case m.flags.yes || m.flags.diff:
		if desk.Sure(r, f) {
			return f.Suggestions[0], true, nil
		}
		return "", false, nil
	case m.enough || !desk.Offered(r, f):
		return "", false, nil
	}
	// The finding is told as a report tells it, without the lines that end one.
	alone := r
	alone.Findings = []checks.Finding{f}
	if err := report.All()[0].New(m.p.out, m.looks).Add(alone); err != nil {
		return "", false, err
	}
	return m.ask(f.Suggestions)
}

// ask offers suggestions by number.
func (m *mender) ask(suggestions []string) (string, bool, error) {
	var b strings.Builder
	for i, s := range suggestions {
		fmt.Fprintf(&b, "  %d  %s\n", i+1, s)
	}
	for {
		if _, err := fmt.Fprintf(m.p.out, "\n%s  s  let it be   q  quit\n> ", b.String()); err != nil {
			return "", false, err
		}
		line, err := m.answers.ReadString('\n')
		answer := strings.ToLower(strings.TrimSpace(line))
		if n, bad := strconv.Atoi(answer); bad == nil && n >= 1 && n <= len(suggestions) {
			return suggestions[n-1], true, nil
		}
		switch {
		case err != nil, answer == "q":
			m.enough = true
			return "", false, nil
		case answer == "s", answer == "":
			return "", false, nil
		}
		m.p.complain("%q is no answer; want a number, s or q", answer)
	}
}
