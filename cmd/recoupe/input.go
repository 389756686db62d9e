package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"recoupe/checks/source"
)

// addInput are the flags that say in which format stories are written.
func (f *readFlags) addInput(c *cobra.Command) {
	c.Flags().StringVar(&f.input, "input-format", "", "`format` of every file: "+inputNames()+" (default: told by name and content)")
	c.Flags().StringVar(&f.stdin, "stdin-name", "-", "`name` of standard input, for its format and for the report")
}

func inputNames() string {
	var names []string
	for _, f := range source.All() {
		names = append(names, f.Name)
	}
	return strings.Join(names, ", ")
}

// readable refuses a format in which nothing is read.
func readable(format string) error {
	if _, ok := source.Named(format); ok || format == "" {
		return nil
	}
	return fmt.Errorf("--input-format: there is no format %q; want one of %s", format, inputNames())
}
