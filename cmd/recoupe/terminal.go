package main

import (
	"fmt"
	"io"
	"os"
	"slices"

	"golang.org/x/term"

	"recoupe/cmd/recoupe/report"
)

// looks fits the text report to what it is written to.
func (p *program) looks(color string, o report.Options) (report.Options, error) {
	if !slices.Contains([]string{"auto", "always", "never"}, color) {
		return o, fmt.Errorf("--color: %q is not known; want auto, always or never", color)
	}
	columns, terminal := size(p.out)
	if o.Width = columns; report.WantsColour(color, terminal, os.Getenv) {
		o.Paint = report.Coloured()
	}
	return o, nil
}

// size is the width of a terminal in columns; 0 for what is none.
func size(w io.Writer) (columns int, terminal bool) {
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return 0, false
	}
	// A terminal that hides its width is given the usual one.
	columns, _, _ = term.GetSize(int(f.Fd()))
	return columns, true
}
