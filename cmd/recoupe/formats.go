package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"recoupe/cmd/recoupe/report"
	"recoupe/rules"
)

// A target is a report that is asked for: its format, and the file that it goes
// to, or standard output where there is none.
type target struct {
	format report.Format
	path   string
}

// addFormat is the flag of commands that tell results in several formats.
func (f *readFlags) addFormat(c *cobra.Command, formats []report.Format) {
	c.Flags().StringArrayVar(&f.formats, "format", nil, "`format` of the report, and :PATH for a file (repeatable): "+strings.Join(formatNames(formats), ", ")+" (default "+formats[0].Name+")")
}

func formatNames(formats []report.Format) []string {
	var names []string
	for _, f := range formats {
		names = append(names, f.Name)
	}
	return names
}

// targets reads what --format says: FORMAT or FORMAT:PATH, each path once and at
// most one report without.
func targets(said []string, formats []report.Format) ([]target, error) {
	if len(said) == 0 {
		return []target{{format: formats[0]}}, nil
	}
	var out []target
	seen := map[string]string{}
	for _, s := range said {
		name, path, filed := strings.Cut(s, ":")
		f, err := formatNamed(name, formats)
		if err != nil {
			return nil, err
		}
		switch {
		case path == "-":
			path = ""
		case path != "":
			path = filepath.Clean(path)
		case filed:
			return nil, fmt.Errorf("--format %s: the path is missing; want %s:PATH", s, name)
		}
		if first, twice := seen[path]; twice && path == "" {
			return nil, fmt.Errorf("--format: %s and %s both go to standard output; give one a path, as in %s:report.%s", first, name, name, name)
		} else if twice {
			return nil, fmt.Errorf("--format: %s and %s both go to %s", first, name, path)
		}
		seen[path] = name
		out = append(out, target{f, path})
	}
	return out, nil
}

func formatNamed(name string, formats []report.Format) (report.Format, error) {
	names := formatNames(formats)
	for _, f := range formats {
		if f.Name == name {
			return f, nil
		}
	}
	if near := rules.Nearest(name, names); near != "" {
		return report.Format{}, fmt.Errorf("--format: there is no format %q; did you mean %q?", name, near)
	}
	return report.Format{}, fmt.Errorf("--format: there is no format %q; want one of %s", name, strings.Join(names, ", "))
}
