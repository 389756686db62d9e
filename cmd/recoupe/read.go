package main

import (
	"context"

	"github.com/spf13/cobra"

	"recoupe/cmd/recoupe/report"
)

func (p *program) read() *cobra.Command {
	var f readFlags
	var todo bool
	c := &cobra.Command{
		Use:   "read [FILES|DIRS|-]",
		Short: "Show what is read in a story: claims and what the book says of them, dates, names, numbers, quotations",
		RunE: func(c *cobra.Command, args []string) error {
			return p.runRead(c.Context(), args, f, todo)
		},
	}
	f.add(c)
	f.addFormat(c, report.Readings())
	c.Flags().BoolVar(&todo, "todo", false, "only the claims that the book can't judge, for checking by hand")
	return c
}

func (p *program) runRead(ctx context.Context, names []string, f readFlags, todo bool) error {
	f.failOn = "never"
	return p.report(ctx, names, f, report.Readings(), func(*posts, *post) (report.Options, error) {
		return report.Options{Todo: todo}, nil
	})
}
