package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"recoupe/checks"
	"recoupe/cmd/recoupe/report"
)

func (p *program) rules() *cobra.Command {
	var f bookFlags
	var markdown bool
	c := &cobra.Command{
		Use:   "rules",
		Short: "List the rules",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return p.withBook(f, func(o report.Options) error { return report.Catalogue(p.out, markdown, o) })
		},
	}
	f.add(c)
	c.Flags().BoolVar(&markdown, "markdown", false, "as a table of Markdown")
	var checked bookFlags
	check := &cobra.Command{
		Use:   "check",
		Short: "Try every rule: its patterns, its message, its examples",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return p.withBook(checked, func(o report.Options) error {
				l, err := checks.New(o.Book)
				if err != nil {
					return err
				}
				n, err := 0, error(nil)
				for _, r := range o.Book.Rules {
					tried, wrong := l.Try(c.Context(), r)
					n, err = n+tried, errors.Join(err, wrong)
				}
				if err != nil {
					return err
				}
				_, err = fmt.Fprintf(p.out, "%d rules, %d examples: nothing to mend\n", len(o.Book.Rules), n)
				return err
			})
		},
	}
	checked.add(check)
	c.AddCommand(check)
	return c
}
