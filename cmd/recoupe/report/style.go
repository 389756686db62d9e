package report

import "github.com/fatih/color"

// A Role says what words of the report are there for; a style gives it a look.
type Role string

// Roles of words.
const (
	Fault   Role = "fault"   // what is wrong
	Subject Role = "subject" // what it is about
	Known   Role = "known"   // what the book or another place says
	Place   Role = "place"   // where
	Quiet   Role = "quiet"   // the rest of the line
)

// A Painter gives words the look of their role.
type Painter func(Role, string) string

// Plain paints nothing.
func Plain(_ Role, words string) string { return words }

// Coloured is the painter of terminals. It is told by its caller that colours
// are wanted and looks at nothing by itself.
func Coloured() Painter {
	looks := map[Role]*color.Color{
		Fault:   color.New(color.FgRed, color.Bold),
		Subject: color.New(color.FgYellow, color.Bold),
		Known:   color.New(color.FgGreen),
		Place:   color.New(color.FgCyan),
		Quiet:   color.New(color.Faint),
	}
	for _, c := range looks {
		c.EnableColor()
	}
	return func(r Role, words string) string {
		if c := looks[r]; c != nil && words != "" {
			return c.Sprint(words)
		}
		return words
	}
}

// WantsColour decides whether to paint: always and never are obeyed; auto paints
// on a terminal that can, unless NO_COLOR is set to anything.
func WantsColour(mode string, terminal bool, env func(string) string) bool {
	switch mode {
	case "always":
		return true
	case "never":
		return false
	}
	return terminal && env("NO_COLOR") == "" && env("TERM") != "dumb"
}
