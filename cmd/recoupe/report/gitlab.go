package report

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"strings"

	"recoupe/checks"
	"recoupe/rules"
)

// gitlab writes the array that GitLab reads as a code quality report.
type gitlab struct {
	w     io.Writer
	o     Options
	begun bool
}

// An issue of a code quality report.
type issue struct {
	Type        string          `json:"type"`
	CheckName   string          `json:"check_name"`
	Description string          `json:"description"`
	Content     issueContent    `json:"content"`
	Categories  []string        `json:"categories"`
	Severity    string          `json:"severity"`
	Fingerprint string          `json:"fingerprint"`
	Location    issueLocation   `json:"location"`
	Other       []issueLocation `json:"other_locations,omitempty"`
}

type issueContent struct {
	Body string `json:"body"`
}

type issueLocation struct {
	Path  string     `json:"path"`
	Lines issueLines `json:"lines"`
}

type issueLines struct {
	Begin int `json:"begin"`
	End   int `json:"end"`
}

func newGitLab(w io.Writer, o Options) Report { return &gitlab{w: w, o: o} }

func (g *gitlab) Begin() error {
	_, err := io.WriteString(g.w, "[")
	return err
}

func (g *gitlab) Add(r checks.Result) error {
	if r.Err != nil {
		at, f := g.o.unread(r)
		return g.write(issue{
			CheckName: unreadable, Description: at.told(f.Message), Content: issueContent{at.told(f.Message)}, Severity: "blocker",
			Fingerprint: mixed(at.named(), at.story, unreadable, f.Message), Location: located(at),
		})
	}
	lang := g.o.tongue(r)
	for _, f := range g.o.shown(r) {
		at := g.o.site(r.Document, f.Span)
		said := words(r.Document, f, lang)
		i := issue{
			CheckName: f.Rule.ID, Description: at.told(said[0]), Content: issueContent{strings.Join(said, "\n\n")},
			Severity: map[rules.Severity]string{rules.Error: "major", rules.Warning: "minor", rules.Note: "info"}[f.Severity],
			// Two stories may hold the same fault, which GitLab would take for one.
			Fingerprint: mixed(at.named(), r.Document.Name, f.Fingerprint), Location: located(at),
		}
		for _, e := range f.Because {
			if e.Fact == nil && at.exact {
				i.Other = append(i.Other, located(g.o.site(r.Document, e.Span)))
			}
		}
		if err := g.write(i); err != nil {
			return err
		}
	}
	return nil
}

func located(at site) issueLocation {
	begin := max(at.line, 1)
	lines := issueLines{begin, begin}
	if at.exact {
		lines.End = max(at.to.Line, begin)
	}
	return issueLocation{at.named(), lines}
}

// mixed is a fingerprint of several words.
func mixed(words ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(words, "\n")))
	return hex.EncodeToString(sum[:16])
}

func (g *gitlab) write(i issue) error {
	i.Type, i.Categories = "issue", []string{"Bug Risk"}
	b, err := json.Marshal(i)
	if err != nil {
		return err
	}
	lead := "\n"
	if g.begun {
		lead = ",\n"
	}
	g.begun = true
	_, err = io.WriteString(g.w, lead+string(b))
	return err
}

func (g *gitlab) End() error {
	_, err := io.WriteString(g.w, "\n]\n")
	return err
}
