package report

import (
	"fmt"
	"io"
	"strings"

	"recoupe/checks"
	"recoupe/rules"
)

// github writes the commands of which GitHub Actions makes annotations. GitHub
// shows ten of each level in a step and drops the rest without a word, so the
// worst come first, what is too much is counted, and one of the notices is kept
// for the sum.
type github struct {
	w     io.Writer
	o     Options
	lang  *rules.Language // of the sum: the first story's
	lines [rules.Error + 1][]string
	over  int // findings for which there was no room
	tally
}

// annotations is how many GitHub shows of a level.
const annotations = 10

func newGitHub(w io.Writer, o Options) Report { return &github{w: w, o: o} }

func (g *github) Begin() error { return nil }

func (g *github) Add(r checks.Result) error {
	lang := g.o.tongue(r)
	if g.lang == nil {
		g.lang = lang
	}
	g.tally.add(r)
	if r.Err != nil {
		at, f := g.o.unread(r)
		g.keep(rules.Error, at, unreadable, at.told(f.Message))
		return nil
	}
	for _, f := range r.Findings {
		if f.Severity < g.o.Show {
			g.hidden++
			continue
		}
		at := g.o.site(r.Document, f.Span)
		g.keep(f.Severity, at, f.Rule.ID, at.told(strings.Join(words(r.Document, f, lang), "\n")))
	}
	return nil
}

// keep holds a command until the end, if there is room for it.
func (g *github) keep(s rules.Severity, at site, title, message string) {
	room := annotations
	if s == rules.Note {
		room--
	}
	if len(g.lines[s]) >= room {
		g.over++
		return
	}
	g.lines[s] = append(g.lines[s], annotation(map[rules.Severity]string{rules.Error: "error", rules.Warning: "warning", rules.Note: "notice"}[s], at, title, message))
}

// annotation is one workflow command.
func annotation(level string, at site, title, message string) string {
	var props []string
	if at.file != "" {
		props = append(props, "file="+property(at.file))
		if at.line > 0 {
			props = append(props, fmt.Sprintf("line=%d", at.line))
		}
		// Columns of a stretch over several lines are refused.
		if at.exact && at.from.Line == at.to.Line {
			props = append(props, fmt.Sprintf("col=%d,endColumn=%d", at.from.Rune, at.to.Rune))
		} else if at.exact {
			props = append(props, fmt.Sprintf("endLine=%d", at.to.Line))
		}
	}
	props = append(props, "title="+property(title))
	return "::" + level + " " + strings.Join(props, ",") + "::" + data(message) + "\n"
}

// data escapes what stands after the colons of a command, property what stands
// before.
func data(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

func property(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C").Replace(s)
}

func (g *github) End() error {
	if g.lang == nil {
		return nil // no story, nothing to say
	}
	var b strings.Builder
	for s := rules.Error; s >= rules.Note; s-- {
		for _, l := range g.lines[s] {
			b.WriteString(l)
		}
	}
	sum := g.read(g.lang)
	if g.stories > g.unread {
		sum += "; " + g.findings(g.lang)
	}
	if g.over > 0 {
		sum += "; " + counted(g.lang, part{"over", g.over})
	}
	b.WriteString(annotation("notice", site{}, "recoupe", sum))
	_, err := io.WriteString(g.w, b.String())
	return err
}
