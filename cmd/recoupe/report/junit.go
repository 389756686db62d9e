package report

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"recoupe/checks"
)

// junit writes each story as a suite of tests. What fails the run is a failure;
// lesser findings are tests that pass and say so, lest a report change the
// verdict; a story that can't be read is an error.
type junit struct {
	w io.Writer
	o Options
}

type junitSuite struct {
	XMLName  xml.Name    `xml:"testsuite"`
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Errors   int         `xml:"errors,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Name    string      `xml:"name,attr"`
	Class   string      `xml:"classname,attr"`
	Failure *junitFault `xml:"failure"`
	Error   *junitFault `xml:"error"`
	Out     string      `xml:"system-out,omitempty"`
}

type junitFault struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr"`
	Body    string `xml:",chardata"`
}

func newJUnit(w io.Writer, o Options) Report { return &junit{w, o} }

func (j *junit) Begin() error {
	_, err := io.WriteString(j.w, xml.Header+"<testsuites name=\"recoupe\">\n")
	return err
}

func (j *junit) Add(r checks.Result) error {
	name := r.Document.Name
	if r.Document.File == "" {
		name = site{file: j.o.path(r.Document)}.named()
	}
	s := junitSuite{Name: name}
	if r.Err != nil {
		at, f := j.o.unread(r)
		message := clean(f.Message)
		if at.line > 0 {
			message = fmt.Sprintf("%s:%d: %s", at.named(), at.line, message)
		}
		s.Errors = 1
		s.Cases = []junitCase{{Name: unreadable, Class: name, Error: &junitFault{message, unreadable, message}}}
	} else {
		lang := j.o.tongue(r)
		for _, f := range j.o.shown(r) {
			said := words(r.Document, f, lang)
			body := clean(placeOf(r.Document, f.Span.Start)) + "\n" + strings.Join(said, "\n")
			c := junitCase{Name: f.Rule.ID + ": " + clean(cut(r.Document.Words(f.Span), glimpse)), Class: name}
			if f.Severity >= j.o.Fail {
				s.Failures++
				c.Failure = &junitFault{said[0], f.Severity.String(), body}
			} else {
				c.Out = f.Severity.String() + ": " + body
			}
			s.Cases = append(s.Cases, c)
		}
		if len(s.Cases) == 0 {
			// A story without findings is a test that passed.
			s.Cases = []junitCase{{Name: "recoupe", Class: name}}
		}
	}
	s.Tests = len(s.Cases)
	return element(j.w, s)
}

func (j *junit) End() error {
	_, err := io.WriteString(j.w, "</testsuites>\n")
	return err
}
