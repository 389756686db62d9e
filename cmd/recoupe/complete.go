package main

import (
	"strings"

	"github.com/spf13/cobra"

	"recoupe/cmd/recoupe/report"
)

// complete tells shells what may stand after flags, wherever a command has them.
func (p *program) complete(root *cobra.Command) {
	levels := []string{"error", "warning", "note"}
	fixed := map[string][]string{
		"show":    levels,
		"fail-on": append(levels, "never"),
		"color":   {"auto", "always", "never"},
	}
	for _, f := range report.All() {
		fixed["format"] = append(fixed["format"], f.Name+"\t"+f.Doc)
	}
	asked := map[string]func(o report.Options) []string{
		"only": ruleHelp, "skip": ruleHelp,
		"lang": func(o report.Options) []string { return languages(o.Book) },
		"ui":   func(o report.Options) []string { return languages(o.Book) },
	}
	for _, c := range append(root.Commands(), nested(root)...) {
		for flag, words := range fixed {
			if c.Flags().Lookup(flag) != nil {
				offer(c, flag, func() []string { return words })
			}
		}
		for flag, ask := range asked {
			if c.Flags().Lookup(flag) != nil {
				offer(c, flag, func() []string { return p.offered(ask) })
			}
		}
		if c.Name() == "explain" {
			c.ValidArgsFunction = func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
				if len(args) > 0 {
					return nil, cobra.ShellCompDirectiveNoFileComp
				}
				return p.offered(ruleHelp), cobra.ShellCompDirectiveNoFileComp
			}
		}
	}
}

func nested(root *cobra.Command) (out []*cobra.Command) {
	for _, c := range root.Commands() {
		out = append(out, c.Commands()...)
	}
	return out
}

// offer gives a flag its words. After a comma the list goes on.
func offer(c *cobra.Command, flag string, words func() []string) {
	// Only a flag that the command does not have is refused.
	_ = c.RegisterFlagCompletionFunc(flag, func(_ *cobra.Command, _ []string, begun string) ([]string, cobra.ShellCompDirective) {
		before := begun[:strings.LastIndexByte(begun, ',')+1]
		var out []string
		for _, w := range words() {
			out = append(out, before+w)
		}
		return out, cobra.ShellCompDirectiveNoFileComp
	})
}

// offered asks the book, which has nothing to offer while its tables are broken.
func (p *program) offered(ask func(report.Options) []string) (out []string) {
	err := p.withBook(bookFlags{color: "never"}, func(o report.Options) error {
		out = ask(o)
		return nil
	})
	if err != nil {
		return nil
	}
	return out
}

// ruleHelp are the ids of rules, each with its title.
func ruleHelp(o report.Options) (out []string) {
	for _, r := range o.Book.Rules {
		out = append(out, r.ID+"\t"+r.Title["en"])
	}
	return out
}
