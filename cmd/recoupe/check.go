package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"recoupe/cmd/recoupe/report"
	"recoupe/rules"
)

// checkFlags are the flags that only check has.
type checkFlags struct {
	reading readFlags
	desk    deskFlags
	show    string
}

func (p *program) check() *cobra.Command {
	var f checkFlags
	c := &cobra.Command{
		Use:   "check [FILES|DIRS|-]",
		Short: "Report what contradicts known facts, or the story itself",
		Long: `Report what contradicts known facts, or the story itself.

Reads plain text (with or without front matter), archives of a JSON object a
line (.jsonl), the files of folders, and standard input (-).

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
	c.Flags().StringVar(&f.desk.baseline, "baseline", "", "`file` of findings that do not count, as \"recoupe baseline update\" writes it")
	c.Flags().BoolVar(&f.desk.nothingNew, "nothing-new", false, "fail on any finding that the baseline does not have, whatever its weight")
	return c
}

func (p *program) runCheck(ctx context.Context, names []string, f checkFlags) error {
	if f.desk.nothingNew && !f.reading.said("fail-on") {
		f.reading.failOn = "note"
		f.reading.fixed = true
	}
	return p.report(ctx, names, f.reading, report.All(), func(ps *posts, main *post) (report.Options, error) {
		if s := main.settings; s.Show.Text != "" && !f.reading.said("show") {
			f.show = s.Show.Text
		}
		show, err := severity("show", f.show, "")
		if err != nil {
			return report.Options{}, err
		}
		return report.Options{Show: show}, ps.settling(f.desk, main, false)
	})
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
