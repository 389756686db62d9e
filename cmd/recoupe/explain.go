package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"recoupe/cmd/recoupe/report"
	"recoupe/rules"
)

func (p *program) explain() *cobra.Command {
	var f bookFlags
	c := &cobra.Command{
		Use:   "explain RULE",
		Short: "Tell what a rule looks for, why, and with which examples",
		Args:  one(`rule; "recoupe rules" lists them`),
		RunE: func(_ *cobra.Command, args []string) error {
			return p.withBook(f, func(o report.Options) error {
				r := o.Book.Rule(args[0])
				if r == nil {
					return noSuch("rule", args[0], ruleIDs(o.Book))
				}
				return report.Explain(p.out, r, o)
			})
		},
	}
	f.add(c)
	return c
}

// one wants one argument, and says what it should be.
func one(what string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) != 1 {
			return fmt.Errorf("want one %s", what)
		}
		return nil
	}
}

func ruleIDs(b *rules.Book) []string {
	var ids []string
	for _, r := range b.Rules {
		ids = append(ids, r.ID)
	}
	return ids
}

func noSuch(what, id string, have []string) error {
	if near := rules.Nearest(id, have); near != "" {
		return fmt.Errorf("there is no %s %q; did you mean %q?", what, id, near)
	}
	return fmt.Errorf("there is no %s %q", what, id)
}
