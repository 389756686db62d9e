package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"github.com/spf13/cobra"

	"recoupe/checks/source"
	"recoupe/cmd/recoupe/desk"
	"recoupe/cmd/recoupe/report"
	"recoupe/rules"
)

// checkFlags are the flags that only check has.
type checkFlags struct {
	reading readFlags
	desk    deskFlags
	show    string
	since   string
	most    int
	watch   bool
}

func (p *program) check() *cobra.Command {
	var f checkFlags
	c := &cobra.Command{
		Use:   "check [FILES|DIRS|-]",
		Short: "Report what contradicts known facts, or the story itself",
		Long: `Report what contradicts known facts, or the story itself.

Reads plain text, Markdown, HTML, rich text, Word and OpenDocument files, news in
XML and JSON, archives of a JSON object a line, crawls of the web, any of these
packed, the files of folders, and standard input (-).

The exit status is 0 when nothing weighs as much as --fail-on, 1 when something
does, and 2 when something could not be read or the run could not be done.`,
		RunE: func(c *cobra.Command, args []string) error {
			return p.runCheck(c.Context(), args, f)
		},
	}
	f.reading.add(c)
	f.reading.addFormat(c, report.All())
	c.Flags().StringVar(&f.reading.failOn, "fail-on", "error", "least `severity` that makes the exit status 1: error, warning, note or never")
	c.Flags().StringVar(&f.show, "show", "note", "least `severity` that is printed: error, warning or note")
	f.desk.add(c)
	c.Flags().BoolVar(&f.desk.nothingNew, "nothing-new", false, "fail on any finding that the baseline does not have, whatever its weight")
	c.Flags().StringVar(&f.since, "changed-since", "", "only findings on lines that git sees changed since a `revision`; without files, in all changed files")
	c.Flags().IntVar(&f.most, "max-findings", 0, "print at most so many `findings`; all count for the exit status (0: no limit)")
	c.Flags().BoolVar(&f.watch, "watch", false, "check again whenever a file changes")
	return c
}

func (p *program) runCheck(ctx context.Context, names []string, f checkFlags) error {
	if f.desk.nothingNew && !f.reading.said("fail-on") {
		f.reading.failOn, f.reading.fixed = "note", true
	}
	if f.most < 0 {
		return fmt.Errorf("--max-findings %d: want 0 (no limit) or more", f.most)
	}
	if !f.watch {
		return p.checkOnce(ctx, names, f)
	}
	if err := watchable(names); err != nil {
		return err
	}
	return p.watch(ctx, func() []string { return p.looked(names, f.reading, f.desk) }, func() error { return p.checkOnce(ctx, names, f) })
}

func (p *program) checkOnce(ctx context.Context, names []string, f checkFlags) error {
	var changed *desk.Changed
	if f.since != "" {
		var err error
		if changed, names, err = since(ctx, f.since, names); err != nil {
			return fmt.Errorf("--changed-since %s: %w", f.since, err)
		}
	}
	return p.report(ctx, names, f.reading, report.All(), func(ps *posts, main *post) (report.Options, error) {
		s := main.settings
		if s.Show.Text != "" && !f.reading.said("show") {
			f.show = s.Show.Text
		}
		show, err := severity("show", f.show, "")
		if err != nil {
			return report.Options{}, err
		}
		ps.changed, ps.limit = changed, f.most
		if n, err := strconv.Atoi(s.MaxFindings.Text); err == nil && !f.reading.said("max-findings") {
			ps.limit = n
		}
		return report.Options{Show: show}, ps.settling(f.desk, main, false)
	})
}

// since asks git what changed, and names the changed files where none are named.
func since(ctx context.Context, rev string, names []string) (*desk.Changed, []string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return nil, nil, err
	}
	c, err := desk.Since(ctx, dir, rev)
	if err != nil || len(names) > 0 {
		return c, names, err
	}
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		dir = real
	}
	for _, path := range c.Files {
		if rel, err := filepath.Rel(dir, path); err == nil && source.Known(path) {
			names = append(names, rel)
		}
	}
	return c, names, nil
}

// severity reads a flag's severity, or one more word that stands above them all.
func severity(flag, word, above string) (rules.Severity, error) {
	if s, ok := rules.ParseSeverity(word); ok {
		return s, nil
	}
	want := "error, warning or note"
	if above != "" {
		if word == above {
			return rules.Error + 1, nil
		}
		want = "error, warning, note or " + above
	}
	return 0, fmt.Errorf("--%s: there is no severity %q; want %s", flag, word, want)
}
