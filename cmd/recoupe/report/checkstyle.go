package report

import (
	"encoding/xml"
	"io"
	"strings"

	"recoupe/checks"
	"recoupe/rules"
)

// checkstyle writes findings by file in the XML of the tool of that name, which
// many build servers read.
type checkstyle struct {
	w io.Writer
	o Options
}

type checkstyleFile struct {
	XMLName xml.Name          `xml:"file"`
	Name    string            `xml:"name,attr"`
	Errors  []checkstyleError `xml:"error"`
}

type checkstyleError struct {
	Line     int    `xml:"line,attr"`
	Column   int    `xml:"column,attr,omitempty"`
	Severity string `xml:"severity,attr"`
	Message  string `xml:"message,attr"`
	Source   string `xml:"source,attr"`
}

func newCheckstyle(w io.Writer, o Options) Report { return &checkstyle{w, o} }

func (c *checkstyle) Begin() error {
	_, err := io.WriteString(c.w, xml.Header+"<checkstyle version=\"4.3\">\n")
	return err
}

func (c *checkstyle) Add(r checks.Result) error {
	var file checkstyleFile
	if r.Err != nil {
		at, f := c.o.unread(r)
		file.Name = at.named()
		file.Errors = []checkstyleError{{max(at.line, 1), 0, "error", clean(at.told(f.Message)), "recoupe." + unreadable}}
		return element(c.w, file)
	}
	lang := c.o.tongue(r)
	for _, f := range c.o.shown(r) {
		at := c.o.site(r.Document, f.Span)
		file.Name = at.named()
		e := checkstyleError{
			Line: at.line, Severity: map[rules.Severity]string{rules.Error: "error", rules.Warning: "warning", rules.Note: "info"}[f.Severity],
			Message: at.told(strings.Join(words(r.Document, f, lang), "\n")), Source: "recoupe." + f.Rule.ID,
		}
		if at.exact {
			e.Column = at.from.Rune
		}
		file.Errors = append(file.Errors, e)
	}
	if len(file.Errors) == 0 {
		return nil
	}
	return element(c.w, file)
}

func (c *checkstyle) End() error {
	_, err := io.WriteString(c.w, "</checkstyle>\n")
	return err
}

// element writes a part of an XML document on lines of its own.
func element(w io.Writer, part any) error {
	b, err := xml.MarshalIndent(part, "  ", "  ")
	if err != nil {
		return err
	}
	_, err = w.Write(append(b, '\n'))
	return err
}
