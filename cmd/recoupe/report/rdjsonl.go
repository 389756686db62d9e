package report

import (
	"encoding/json"
	"io"
	"strings"

	"recoupe/checks"
	"recoupe/checks/text"
	"recoupe/rules"
)

// rdjsonl writes the diagnostics of reviewdog, which puts them on a change as
// comments and offers suggestions that one click applies. Its columns count bytes.
type rdjsonl struct {
	enc *json.Encoder
	o   Options
}

type diagnostic struct {
	Message     string         `json:"message"`
	Location    rdLocation     `json:"location"`
	Severity    string         `json:"severity"`
	Source      rdSource       `json:"source"`
	Code        rdCode         `json:"code"`
	Suggestions []rdSuggestion `json:"suggestions,omitempty"`
	Related     []rdRelated    `json:"relatedLocations,omitempty"`
}

type rdSource struct {
	Name string `json:"name"`
}

type rdCode struct {
	Value string `json:"value"`
}

type rdLocation struct {
	Path  string   `json:"path"`
	Range *rdRange `json:"range,omitempty"`
}

type rdRange struct {
	Start rdPosition  `json:"start"`
	End   *rdPosition `json:"end,omitempty"`
}

type rdPosition struct {
	Line   int `json:"line"`
	Column int `json:"column,omitempty"`
}

type rdSuggestion struct {
	Range rdRange `json:"range"`
	Text  string  `json:"text"`
}

type rdRelated struct {
	Message  string     `json:"message"`
	Location rdLocation `json:"location"`
}

func newRDJSONL(w io.Writer, o Options) Report {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return &rdjsonl{enc, o}
}

func (j *rdjsonl) Begin() error { return nil }
func (j *rdjsonl) End() error   { return nil }

func (j *rdjsonl) Add(r checks.Result) error {
	if r.Err != nil {
		at, f := j.o.unread(r)
		return j.enc.Encode(diagnostic{Message: at.told(f.Message), Location: rdLocated(at), Severity: "ERROR", Source: rdSource{"recoupe"}, Code: rdCode{unreadable}})
	}
	lang := j.o.tongue(r)
	for _, f := range j.o.shown(r) {
		if err := j.enc.Encode(j.diagnostic(r.Document, f, lang)); err != nil {
			return err
		}
	}
	return nil
}

func (j *rdjsonl) diagnostic(d *text.Document, f checks.Finding, lang *rules.Language) diagnostic {
	at := j.o.site(d, f.Span)
	out := diagnostic{
		Message: at.told(strings.Join(words(d, f, lang), "\n")), Location: rdLocated(at), Source: rdSource{"recoupe"}, Code: rdCode{f.Rule.ID},
		Severity: map[rules.Severity]string{rules.Error: "ERROR", rules.Warning: "WARNING", rules.Note: "INFO"}[f.Severity],
	}
	if !at.exact {
		return out // a line of the archive is not the story: nothing to click on
	}
	for _, s := range f.Suggestions {
		out.Suggestions = append(out.Suggestions, rdSuggestion{*out.Location.Range, s})
	}
	for _, e := range f.Because {
		if e.Fact == nil {
			out.Related = append(out.Related, rdRelated{clean(f.Note(lang, e)), rdLocated(j.o.site(d, e.Span))})
		}
	}
	return out
}

func rdLocated(at site) rdLocation {
	out := rdLocation{Path: at.named()}
	switch {
	case at.line > 0 && at.exact && at.from.Line > 0:
		out.Range = &rdRange{rdPosition{at.from.Line, at.from.UTF8}, &rdPosition{at.to.Line, at.to.UTF8}}
	case at.line > 0:
		out.Range = &rdRange{Start: rdPosition{Line: at.line}}
	}
	return out
}
