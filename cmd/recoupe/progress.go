package main

import (
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// quiet is how long a run goes on before its progress is shown.
const quiet = time.Second

// A progress counts the stories of a long run for somebody who waits at a
// terminal. Where findings come to the same terminal they show the progress
// themselves, and everywhere else it is silent.
type progress struct {
	w     io.Writer // nil: silent
	begun time.Time
	n     int
	bar   *progressbar.ProgressBar
}

func (p *program) progress() *progress {
	f, ok := p.errout.(*os.File)
	if _, told := size(p.out); told || !ok || !term.IsTerminal(int(f.Fd())) {
		return &progress{}
	}
	return &progress{w: f, begun: time.Now()}
}

// add counts a story.
func (g *progress) add() {
	if g.w == nil {
		return
	}
	g.n++
	if g.bar == nil {
		if time.Since(g.begun) < quiet {
			return
		}
		g.bar = progressbar.NewOptions(-1, progressbar.OptionSetWriter(g.w), progressbar.OptionSetDescription("recoupe"),
			progressbar.OptionShowCount(), progressbar.OptionShowIts(), progressbar.OptionSetItsString("stories"),
			progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionClearOnFinish())
		// What can't be shown is not worth a word.
		_ = g.bar.Add(g.n)
		return
	}
	_ = g.bar.Add(1)
}

// clear takes the bar away before something else is written.
func (g *progress) clear() {
	if g != nil && g.bar != nil {
		_ = g.bar.Clear()
	}
}

// end takes the bar away for good.
func (g *progress) end() {
	if g.bar != nil {
		_ = g.bar.Finish()
	}
}
