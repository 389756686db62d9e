package main

import (
	"cmp"
	"fmt"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"recoupe/cmd/recoupe/report"
	"recoupe/rules"
)

func (p *program) version() *cobra.Command {
	var f bookFlags
	var licences bool
	c := &cobra.Command{
		Use:   "version",
		Short: "Tell the version of the program and the day of its book",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if licences {
				return p.licences()
			}
			return p.withBook(f, func(o report.Options) error {
				entities, facts := o.Book.Size()
				_, err := fmt.Fprintf(p.out, "recoupe %s\nbook as of %s: %d rules, %d entities, %d facts, languages %s\n",
					built(), o.Book.AsOf, len(o.Book.Rules), entities, facts, strings.Join(languages(o.Book), ", "))
				return err
			})
		},
	}
	f.add(c)
	c.Flags().BoolVar(&licences, "licences", false, "print the notices that the sources of the book ask for")
	return c
}

// licences prints the notices of the sources that ask for one.
func (p *program) licences() error {
	notices, err := rules.Notices()
	if err != nil {
		return err
	}
	for i, n := range notices {
		if i > 0 {
			fmt.Fprintln(p.out)
		}
		if _, err := fmt.Fprintf(p.out, "%s\n\n%s\n", n.File, n.Text); err != nil {
			return err
		}
	}
	return nil
}

// built is the version that the program was built from: its tag, or its commit.
func built() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "(unknown version)"
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && info.Main.Version == "(devel)" {
			return s.Value
		}
	}
	return cmp.Or(info.Main.Version, "(unknown version)")
}
