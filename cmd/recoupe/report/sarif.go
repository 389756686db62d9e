package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/url"
	"slices"
	"strings"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"recoupe/checks"
	"recoupe/checks/text"
	"recoupe/rules"
)

// sarifLog writes a SARIF 2.1.0 log of one run: its head with all rules, results as
// they come, its tail. What a desk lets stand is told with its suppression.
type sarifLog struct {
	w     io.Writer
	o     Options
	tail  []byte
	begun bool
}

func newSARIF(w io.Writer, o Options) Report { return &sarifLog{w: w, o: o} }

// noResults is where the results of a log belong.
var noResults = []byte(`"results":[]`)

// fingerprintKey names how results are known again from run to run; it changes
// when the way of making fingerprints does.
const fingerprintKey = "recoupe/v1"

func (s *sarifLog) Begin() error {
	driver := sarif.NewToolComponent().WithName("recoupe")
	lang := s.o.Book.Tongue(s.o.UI)
	if lang.Code != "" {
		driver.WithLanguage(lang.Code)
	}
	for _, r := range s.o.Book.Rules {
		driver.AddRule(sarifRule(r, lang))
	}
	if !s.o.Book.AsOf.IsZero() {
		driver.WithProperties(sarif.NewPropertyBag().Add("book-as-of", s.o.Book.AsOf.String()))
	}
	// Columns as Place counts them in UTF16.
	run := sarif.NewRun().WithTool(sarif.NewTool().WithDriver(driver)).WithColumnKind("utf16CodeUnits")
	var b bytes.Buffer
	if err := sarif.NewReport().AddRun(run).Write(&b); err != nil {
		return err
	}
	head, tail, ok := bytes.Cut(b.Bytes(), noResults)
	if !ok {
		return errors.New("a SARIF log without a place for results")
	}
	s.tail = append([]byte("\n]"), tail...)
	_, err := s.w.Write(append(head, `"results":[`...))
	return err
}

// sarifRule is a rule as its own file tells it.
func sarifRule(r *rules.Rule, lang *rules.Language) *sarif.ReportingDescriptor {
	var help strings.Builder
	help.WriteString(inTongue(r.Why, lang) + "\n")
	for _, bad := range []bool{true, false} {
		id, headed := map[bool]string{true: "explain-flags", false: "explain-stands"}[bad], false
		for _, e := range examples(r) {
			if e.Bad != bad || e.Lang != lang.Code {
				continue
			}
			if !headed {
				help.WriteString("\n" + lang.SayUI(id, nil) + "\n\n")
				headed = true
			}
			help.WriteString("- " + e.Text + "\n")
		}
	}
	title := inTongue(r.Title, lang)
	return sarif.NewRule(r.ID).WithName(r.ID).
		WithDescription(title).
		WithFullDescription(sarif.NewMultiformatMessageString().WithText(title + ". " + inTongue(r.Why, lang))).
		WithMarkdownHelp(help.String()).
		WithDefaultConfiguration(sarif.NewReportingConfiguration().WithLevel(r.Severity.String()))
}

func (s *sarifLog) Add(r checks.Result) error {
	if r.Err != nil {
		at, f := s.o.unread(r)
		return s.write(sarif.NewRuleResult(unreadable).WithLevel("error").WithMessage(sarif.NewTextMessage(at.told(f.Message))).
			AddLocation(sarifLocation(at)).WithPartialFingerprints(map[string]string{fingerprintKey: mixed(at.named(), at.story, f.Message)}))
	}
	lang := s.o.tongue(r)
	for _, f := range s.o.shown(r) {
		if err := s.write(s.result(r.Document, f, lang)); err != nil {
			return err
		}
	}
	for _, f := range r.Stood {
		if f.Severity < s.o.Show {
			continue
		}
		kind := "external" // a file beside the story
		if f.By == "stet" {
			kind = "inSource"
		}
		let := sarif.NewSuppression().WithKind(kind).WithStatus("accepted")
		if f.Reason != "" {
			let.WithJustification(f.Reason)
		}
		if err := s.write(s.result(r.Document, f.Finding, lang).AddSuppression(let)); err != nil {
			return err
		}
	}
	return nil
}

func (s *sarifLog) result(d *text.Document, f checks.Finding, lang *rules.Language) *sarif.Result {
	at := s.o.site(d, f.Span)
	out := sarif.NewRuleResult(f.Rule.ID).WithLevel(f.Severity.String()).
		WithMessage(sarif.NewTextMessage(at.told(strings.Join(words(d, f, lang), "\n")))).
		AddLocation(sarifLocation(at))
	out.RuleIndex = slices.IndexFunc(s.o.Book.Rules, func(r *rules.Rule) bool { return r.ID == f.Rule.ID })
	print := f.Fingerprint
	if !at.exact {
		print = mixed(d.Name, print) // stories of an archive share a file
	}
	out.WithPartialFingerprints(map[string]string{fingerprintKey: print})
	if !at.exact {
		return out
	}
	for _, e := range f.Because {
		if e.Fact == nil {
			out.AddRelatedLocation(sarifLocation(s.o.site(d, e.Span)).WithID(len(out.RelatedLocations)).WithMessage(sarif.NewTextMessage(clean(f.Note(lang, e)))))
		}
	}
	for _, instead := range f.Suggestions {
		change := sarif.NewArtifactChange().WithArtifactLocation(sarif.NewSimpleArtifactLocation(uri(at))).
			AddReplacement(sarif.NewReplacement().WithDeletedRegion(region(at)).WithInsertedContent(sarif.NewArtifactContent().WithText(instead)))
		out.AddFixe(sarif.NewFix().WithDescription(sarif.NewTextMessage(clean(lang.SayUI("instead", nil) + " " + instead))).AddArtifactChange(change))
	}
	return out
}

func sarifLocation(at site) *sarif.Location {
	return sarif.NewLocationWithPhysicalLocation(sarif.NewPhysicalLocation().WithArtifactLocation(sarif.NewSimpleArtifactLocation(uri(at))).WithRegion(region(at)))
}

func region(at site) *sarif.Region {
	out := sarif.NewRegion().WithStartLine(max(at.line, 1))
	if at.exact {
		out.WithStartColumn(at.from.UTF16).WithEndLine(at.to.Line).WithEndColumn(at.to.UTF16)
	}
	return out
}

// uri is a site's file as a relative reference.
func uri(at site) string { return (&url.URL{Path: at.named()}).String() }

func (s *sarifLog) write(r *sarif.Result) error {
	b, err := json.Marshal(r)
	if err != nil {
		return err
	}
	lead := "\n"
	if s.begun {
		lead = ",\n"
	}
	s.begun = true
	_, err = s.w.Write(append([]byte(lead), b...))
	return err
}

func (s *sarifLog) End() error {
	_, err := s.w.Write(append(s.tail, '\n'))
	return err
}
