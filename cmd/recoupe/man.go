package main

import (
	"fmt"
	"os"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"

	"recoupe/cmd/recoupe/report"
)

// man writes the manual: the program's page, or one for each command into a
// folder. Its date is the book's, so that the same program writes the same page.
func (p *program) man() *cobra.Command {
	return &cobra.Command{
		Use:   "man [DIR]",
		Short: "Write the manual page, or one for each command into a folder",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return p.withBook(bookFlags{color: "never", noConfig: true}, func(o report.Options) error {
				asOf := o.Book.AsOf
				date := time.Date(max(asOf.Year, 1), max(asOf.Month, 1), max(asOf.Day, 1), 0, 0, 0, 0, time.UTC)
				head := &doc.GenManHeader{Title: "RECOUPE", Section: "1", Date: &date, Source: "recoupe " + built(), Manual: "recoupe"}
				root := c.Root()
				root.DisableAutoGenTag = true
				if len(args) == 0 {
					return doc.GenMan(root, head, p.out)
				}
				if err := os.MkdirAll(args[0], 0o755); err != nil {
					return err
				}
				head.Title = "" // each page has its own
				if err := doc.GenManTree(root, head, args[0]); err != nil {
					return err
				}
				_, err := fmt.Fprintln(p.out, args[0])
				return err
			})
		},
	}
}
