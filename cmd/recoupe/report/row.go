package report

import (
	"errors"
	"strconv"
	"strings"

	"recoupe/checks"
	"recoupe/checks/source"
	"recoupe/checks/text"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// A row is a result as the machine formats tell it. Keys are added to it, never
// renamed; lists are never null.
type row struct {
	Document string    `json:"document"`
	Lang     *string   `json:"lang"`
	Date     *string   `json:"date"`
	DateFrom string    `json:"date_from"`
	Window   *string   `json:"window"`
	Findings []finding `json:"findings"`
	Claims   claims    `json:"claims"`
	Error    *failure  `json:"error"`
}

type finding struct {
	Rule        string   `json:"rule"`
	Severity    string   `json:"severity"`
	Message     string   `json:"message"`
	Field       string   `json:"field"`
	Start       int      `json:"start"`
	End         int      `json:"end"`
	Line        int      `json:"line"`
	Column      int      `json:"column"`
	Quote       string   `json:"quote"`
	Suggestions []string `json:"suggestions"`
	Fingerprint string   `json:"fingerprint"`
	Because     []any    `json:"because"`        // facts and places
	Part        string   `json:"part,omitempty"` // of a container
	Paragraph   int      `json:"paragraph,omitempty"`
}

// A fact of the book as a reason.
type fact struct {
	Fact   string  `json:"fact"`
	Value  string  `json:"value"`
	During *string `json:"during"`
	Source string  `json:"source"`
	Origin string  `json:"origin"`
	Note   string  `json:"note"`
}

// Another place of the story as a reason.
type place struct {
	Field  string `json:"field"`
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
	Quote  string `json:"quote"`
	Note   string `json:"note"`

	Part      string `json:"part,omitempty"` // of a container
	Paragraph int    `json:"paragraph,omitempty"`
}

type claims struct {
	Confirmed    int `json:"confirmed"`
	Contradicted int `json:"contradicted"`
	Unknown      int `json:"unknown"`
}

type failure struct {
	Line    int    `json:"line"`
	Message string `json:"message"`
}

func newRow(r checks.Result, o Options) row {
	out := row{Document: r.Document.Name, DateFrom: string(checks.None), Findings: []finding{}, Claims: count(r.Judged)}
	if r.Document.Lang != "" {
		out.Lang = &r.Document.Lang
	}
	if r.Err != nil {
		out.Error = newFailure(r.Err)
		return out
	}
	p := r.Publication
	if p.Origin != "" {
		out.DateFrom = string(p.Origin)
	}
	if p.Origin != checks.Window && p.Origin != checks.None && !p.Period.IsZero() {
		out.Date = edtf(p.Period.String())
	}
	if !p.Window.IsZero() {
		out.Window = edtf(interval(p.Window))
	}
	lang := o.tongue(r)
	for _, f := range r.Findings {
		if f.Severity >= o.Show {
			out.Findings = append(out.Findings, newFinding(r.Document, f, lang))
		}
	}
	return out
}

func edtf(s string) *string { return &s }

// interval is a period with both its ends, even where they are one date.
func interval(p calendar.Period) string {
	if p.Single() {
		return p.From.String() + "/" + p.To.String()
	}
	return p.String()
}

func newFailure(err error) *failure {
	var at *source.Error
	if errors.As(err, &at) {
		return &failure{at.Line, at.Message}
	}
	return &failure{0, err.Error()}
}

func newFinding(d *text.Document, f checks.Finding, lang *rules.Language) finding {
	at := newPlace(d, f.Span, "")
	out := finding{
		Rule: f.Rule.ID, Severity: f.Severity.String(), Message: f.Message(lang),
		Field: at.Field, Start: at.Start, End: at.End, Line: at.Line, Column: at.Column, Quote: at.Quote,
		Suggestions: append([]string{}, f.Suggestions...), Fingerprint: f.Fingerprint, Because: []any{},
		Part: at.Part, Paragraph: at.Paragraph,
	}
	for _, e := range f.Because {
		if e.Fact != nil {
			out.Because = append(out.Because, newFact(e.Fact, lang))
		} else {
			out.Because = append(out.Because, newPlace(d, e.Span, f.Note(lang, e)))
		}
	}
	return out
}

func newPlace(d *text.Document, s text.Span, note string) place {
	at := d.Place(s.Start)
	return place{at.Field, at.Byte, d.End(s.End).Byte, at.Line, at.Rune, d.Words(s), note, at.Part, at.Paragraph}
}

func newFact(f *rules.Fact, lang *rules.Language) fact {
	out := fact{Fact: f.ID, Value: plainValue(f.Value, lang), Source: strings.Join(f.Sources, "; "), Origin: f.Origin.String(), Note: lang.SayFact(f)}
	if !f.During.IsZero() {
		out.During = edtf(interval(f.During))
	}
	return out
}

// plainValue is a value for programs: dates in EDTF, numbers in digits.
func plainValue(v rules.Value, lang *rules.Language) string {
	switch {
	case v.Entity != nil:
		return lang.SayEntity(v.Entity)
	case !v.Period.IsZero():
		return v.Period.String()
	case len(v.Words) > 0:
		return v.Words[0]
	}
	return strconv.FormatFloat(v.Number, 'f', -1, 64)
}

func count(judged []checks.Judged) claims {
	var c claims
	for _, j := range judged {
		switch j.Verdict {
		case checks.Confirmed:
			c.Confirmed++
		case checks.Contradicted:
			c.Contradicted++
		default:
			c.Unknown++
		}
	}
	return c
}
