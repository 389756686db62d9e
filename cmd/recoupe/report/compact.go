package report

import (
	"fmt"
	"io"

	"recoupe/checks"
)

// compact writes a line for each finding, with its place in front as editors and
// grep write it.
type compact struct {
	w io.Writer
	o Options
}

func newCompact(w io.Writer, o Options) Report { return &compact{w, o} }

func (c *compact) Begin() error { return nil }
func (c *compact) End() error   { return nil }

func (c *compact) Add(r checks.Result) error {
	if r.Err != nil {
		at, f := c.o.unread(r)
		_, err := fmt.Fprintf(c.w, "%s error[%s] %s\n", c.place(at), unreadable, clean(at.told(f.Message)))
		return err
	}
	lang := c.o.tongue(r)
	for _, f := range c.o.shown(r) {
		at := c.o.site(r.Document, f.Span)
		message := f.Message(lang)
		if len(f.Suggestions) > 0 {
			message += "; " + instead(f, lang)
		}
		if _, err := fmt.Fprintf(c.w, "%s %s[%s] %s [%s]\n", c.place(at), f.Severity, f.Rule.ID, clean(at.told(message)), clean(pointers(r.Document, f))); err != nil {
			return err
		}
	}
	return nil
}

func (c *compact) place(at site) string {
	name := clean(at.named())
	switch {
	case at.line == 0:
		return name + ":"
	case !at.exact:
		return fmt.Sprintf("%s:%d:", name, at.line)
	}
	return fmt.Sprintf("%s:%d:%d:", name, at.line, at.from.Rune)
}
