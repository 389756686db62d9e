package report

import (
	"fmt"
	"path"
	"strings"

	"recoupe/checks"
	"recoupe/checks/text"
	"recoupe/rules"
)

// A site is where a finding stands, for tools that open files: lines and columns
// of a file that is there. Of a story in an archive only its line is; the place
// inside the story is told in words.
type site struct {
	file     string // slash path, relative where it can be; empty for standard input
	line     int    // from 1; 0 when the whole file is meant
	from, to text.Place
	exact    bool   // from and to are places of the file
	story    string // the story and the place in it, where the file holds many
}

func (o Options) site(d *text.Document, s text.Span) site {
	at := site{file: o.path(d), from: d.Place(s.Start), to: d.End(s.End)}
	switch {
	case at.from.Part != "":
		at.line, at.story = 1, fmt.Sprintf("%s, %d", at.from.Part, at.from.Paragraph)
	case d.File != "" && d.Origin == nil:
		at.line, at.story = d.FileLine, placeOf(d, s.Start)
	case at.from.Field != "text":
		at.line, at.story = 1, at.from.Field // declared somewhere in the file
	default:
		at.line, at.exact = at.from.Line, true
	}
	return at
}

// unread is the site of what could not be read.
func (o Options) unread(r checks.Result) (site, *failure) {
	f := newFailure(r.Err)
	at := site{file: o.path(r.Document), line: f.Line}
	if d := r.Document; d.File != "" && d.Name != d.File {
		at.story = d.Name
	}
	return at, f
}

// path is the file of a story, with slashes on every machine.
func (o Options) path(d *text.Document) string {
	name := d.Name
	if d.File != "" {
		name = d.File
	}
	if name == "-" {
		return ""
	}
	name = path.Clean(strings.ReplaceAll(name, `\`, "/"))
	if o.Dir != "" {
		name = strings.TrimPrefix(name, strings.TrimSuffix(o.Dir, "/")+"/")
	}
	return name
}

// named is the file's name where a format can't do without one.
func (s site) named() string {
	if s.file == "" {
		return "stdin"
	}
	return s.file
}

// told puts the story before a message, where the file holds many.
func (s site) told(message string) string {
	if s.story == "" {
		return message
	}
	return s.story + ": " + message
}

// words tells a finding in plain lines: the fault, its reasons, what to read
// instead.
func words(d *text.Document, f checks.Finding, lang *rules.Language) []string {
	lines := []string{f.Message(lang)}
	for _, e := range f.Because {
		if e.Fact != nil {
			lines = append(lines, fmt.Sprintf("%s %s (%s; %s)", lang.SayUI("known", nil), lang.SayFact(e.Fact), strings.Join(e.Fact.Sources, " · "), e.Fact.Origin))
			continue
		}
		line := within(d, e.Span.Start) + " " + cut(d.Words(e.Span), glimpse)
		if note := f.Note(lang, e); note != "" {
			line += " — " + note
		}
		lines = append(lines, line)
	}
	if len(f.Suggestions) > 0 {
		lines = append(lines, instead(f, lang))
	}
	for i, l := range lines {
		lines[i] = clean(l)
	}
	return lines
}

// glimpse is how many columns of another place are quoted.
const glimpse = 80

// within is a place inside a story.
func within(d *text.Document, offset int) string {
	return strings.TrimPrefix(placeOf(d, offset), d.Name+":")
}

func instead(f checks.Finding, lang *rules.Language) string {
	return lang.SayUI("instead", nil) + " " + strings.Join(f.Suggestions, lang.SayUI("or", nil))
}

// pointers are where the reasons of a finding stand: facts by their table, other
// places by line and column.
func pointers(d *text.Document, f checks.Finding) string {
	var out []string
	for _, e := range f.Because {
		if e.Fact != nil {
			out = append(out, e.Fact.Origin.String())
			continue
		}
		out = append(out, within(d, e.Span.Start))
	}
	return strings.Join(out, " ")
}

// shown are the findings that the report is to tell.
func (o Options) shown(r checks.Result) []checks.Finding {
	var out []checks.Finding
	for _, f := range r.Findings {
		if f.Severity >= o.Show {
			out = append(out, f)
		}
	}
	return out
}

// unreadable is the rule id of what could not be read, in formats that want one.
const unreadable = "unreadable"
