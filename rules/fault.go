package rules

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// A Fault is one thing wrong with a table: where, what was found, what was wanted.
type Fault struct {
	Origin
	Text string
}

// Error is the fault as an editor can jump to it: file:line: text.
func (f *Fault) Error() string { return f.Origin.String() + ": " + f.Text }

// faults gathers what is wrong with a book, so that all is told at once.
type faults struct{ list []*Fault }

func (fs *faults) add(at Origin, format string, args ...any) {
	fs.list = append(fs.list, &Fault{at, fmt.Sprintf(format, args...)})
}

// err joins the faults in the order of files and lines; nil when there is none.
func (fs *faults) err() error {
	slices.SortStableFunc(fs.list, func(a, b *Fault) int {
		return cmp.Or(strings.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), strings.Compare(a.Text, b.Text))
	})
	errs := make([]error, 0, len(fs.list))
	for i, f := range fs.list {
		if i == 0 || *f != *fs.list[i-1] {
			errs = append(errs, f)
		}
	}
	return errors.Join(errs...)
}
