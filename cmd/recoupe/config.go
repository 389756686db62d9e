package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"recoupe/cmd/recoupe/config"
)

func (p *program) config() *cobra.Command {
	c := &cobra.Command{
		Use:   "config",
		Short: "Look into the settings: which hold for a file, and which line says so",
		Args:  cobra.NoArgs,
		RunE:  func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(p.configShow())
	return c
}

func (p *program) configShow() *cobra.Command {
	var f bookFlags
	var file string
	c := &cobra.Command{
		Use:   "show",
		Short: "Show the settings of the working folder, or of a file, each with the line that says it",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			finder, err := f.finder()
			if err != nil {
				return err
			}
			s, err := finder.Run()
			if file != "" {
				s, err = finder.For(file)
			}
			if err != nil {
				return err
			}
			// Settings that the book does not bear out should not be shown as if
			// they held.
			if _, err := p.posts(readFlags{bookFlags: f, failOn: "error"}, finder).with(s); err != nil {
				return err
			}
			head := "# no " + config.Name + " in the folder or above it\n"
			if len(s.Files) > 0 {
				head = "# from " + strings.Join(s.Files, "\n# from ") + "\n"
			}
			if by, out := s.Excluded(finder.Abs(file)); file != "" && out {
				head += fmt.Sprintf("# left out by exclude %q, %s\n", by.Text, by.Origin)
			}
			if _, err := fmt.Fprint(p.out, head); err != nil {
				return err
			}
			return s.Write(p.out)
		},
	}
	f.add(c)
	c.Flags().StringVar(&file, "for", "", "the settings of this `file`")
	return c
}

func (p *program) initial() *cobra.Command {
	return &cobra.Command{
		Use:   "init [DIR]",
		Short: "Write " + config.Name + " with every setting explained, none in force",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			dir := "."
			if len(args) > 0 {
				dir = args[0]
			}
			path, err := config.Start(dir)
			if err == nil {
				_, err = fmt.Fprintf(p.out, "%s: take the # from a line to put it in force\n", path)
			}
			return err
		},
	}
}
