package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"
)

func (p *program) baseline() *cobra.Command {
	c := &cobra.Command{
		Use:   "baseline",
		Short: "Keep the findings that a run does not count: those that were there when checking began",
		Args:  cobra.NoArgs,
		RunE:  func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(
		p.baselineCommand("update", "Write all findings of the files named into the baseline", true),
		p.baselineCommand("prune", "Take out of the baseline what no longer occurs, and let nothing in", false),
	)
	return c
}

func (p *program) baselineCommand(name, short string, grow bool) *cobra.Command {
	var f readFlags
	var path string
	c := &cobra.Command{
		Use:   name + " [FILES|DIRS]",
		Short: short,
		Long: short + `.

What the baseline has of files that are not named stays, unless the file is no
more. A finding is known again by its rule, its sentence and its words, so that
it survives edits elsewhere in the story.`,
		RunE: func(c *cobra.Command, args []string) error {
			return p.runBaseline(c.Context(), args, f, path, grow)
		},
	}
	f.add(c)
	c.Flags().StringVar(&path, "baseline", "", "`file` of the baseline (default: that of the settings)")
	return c
}

func (p *program) runBaseline(ctx context.Context, names []string, f readFlags, path string, grow bool) error {
	f.failOn = "never"
	ps, main, err := p.begin(names, &f)
	if err != nil {
		return err
	}
	if err := ps.settling(deskFlags{baseline: path}, main, true); err != nil {
		return err
	}
	b := ps.desk.Baseline
	read, err := ps.each(ctx, names, func(o outcome) error {
		p.weigh(o)
		return nil
	}, func() error { return nil })
	if err != nil {
		return err
	}
	if read == 0 && grow {
		return errors.New("nothing to read, and nothing written; name files or folders")
	}
	gone, fresh := b.Gone(), b.Fresh()
	if !grow {
		fresh = nil
	}
	kept, err := b.Write(grow)
	if err != nil {
		return err
	}
	for _, e := range gone {
		if _, err := fmt.Fprintf(p.out, "gone: %s: %s %q\n", e.File, e.Rule, e.Words); err != nil {
			return err
		}
	}
	_, err = fmt.Fprintf(p.out, "%s: %d in it, %d new, %d gone\n", ps.finder.Tell(ps.finder.Abs(b.Path())), kept, len(fresh), len(gone))
	return err
}
