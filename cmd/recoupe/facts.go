package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"recoupe/cmd/recoupe/report"
)

func (p *program) facts() *cobra.Command {
	c := &cobra.Command{
		Use:   "facts",
		Short: "Look into the book: list facts, show one, check tables",
		Args:  cobra.NoArgs,
		RunE:  func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(p.factsList(), p.factsShow(), p.factsCheck())
	return c
}

func (p *program) factsList() *cobra.Command {
	var f bookFlags
	c := &cobra.Command{
		Use:   "list [WORD]",
		Short: "List the facts that hold a word, or all",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			word := ""
			if len(args) > 0 {
				word = args[0]
			}
			return p.withBook(f, func(o report.Options) error {
				listed, err := report.Facts(p.out, word, o)
				if err == nil && !listed {
					p.complain("no fact holds %q", word)
				}
				return err
			})
		},
	}
	f.add(c)
	return c
}

func (p *program) factsShow() *cobra.Command {
	var f bookFlags
	c := &cobra.Command{
		Use:   "show ID",
		Short: "Tell what the book holds of an id, and which table says so",
		Args:  one(`id; "recoupe facts list WORD" finds them`),
		RunE: func(_ *cobra.Command, args []string) error {
			return p.withBook(f, func(o report.Options) error {
				shown, err := report.Show(p.out, args[0], o)
				if err == nil && !shown {
					var ids []string
					for _, e := range o.Book.Entities() {
						ids = append(ids, e.ID)
					}
					for _, fact := range o.Book.Facts() {
						ids = append(ids, fact.ID)
					}
					return noSuch("entity or fact", args[0], ids)
				}
				return err
			})
		},
	}
	f.add(c)
	return c
}

func (p *program) factsCheck() *cobra.Command {
	var f bookFlags
	c := &cobra.Command{
		Use:   "check [DIR]…",
		Short: "Read the tables of folders, with the book, and tell every fault in them",
		RunE: func(_ *cobra.Command, dirs []string) error {
			f.facts = append(f.facts, dirs...)
			return p.withBook(f, func(o report.Options) error {
				problems := o.Book.Check()
				for _, problem := range problems {
					if _, err := fmt.Fprintln(p.out, problem); err != nil {
						return err
					}
				}
				if len(problems) > 0 {
					p.status = found
					return nil
				}
				entities, facts := o.Book.Size()
				_, err := fmt.Fprintf(p.out, "%d entities, %d facts: nothing to mend\n", entities, facts)
				return err
			})
		},
	}
	f.add(c)
	return c
}
