// Recoupe cross-checks the draft of a news story: it tells what contradicts
// known facts, or the story itself. This package holds the commands, one file
// each, and all that touches the machine: files, signals, the clock, the
// terminal. It must not know how a contradiction is found.
package main

import (
	"fmt"
	"io"
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"
)

// Exit statuses.
const (
	clean   = 0 // nothing at or above --fail-on
	found   = 1
	trouble = 2 // could not run, or could not read something
)

func main() {
	if os.Getenv("GOGC") == "" {
		startUncollected()
	}
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// firstCollection is the memory in bytes up to which nothing is collected: a run
// over a few stories ends before.
const firstCollection = 64 << 20

// startUncollected puts off the first collection of garbage until the run shows
// that it is a long one, and then has it collected less often than Go would: a run
// makes little garbage after it has started.
func startUncollected() {
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(firstCollection)
	runtime.SetFinalizer(new([16]byte), func(*[16]byte) {
		debug.SetGCPercent(400)
		debug.SetMemoryLimit(math.MaxInt64)
	})
}

// A program is one run of the command: where it reads and writes, and the
// status that it will end with.
type program struct {
	in          io.Reader
	out, errout io.Writer
	stdin       string // name of what is read from in
	status      int
	waiting     *progress // of the run at hand; nil between runs
}

// run is main without the process: it returns the exit status.
func run(args []string, in io.Reader, out, errout io.Writer) int {
	p := &program{in: in, out: out, errout: errout}
	ctx, stop := interruptible(errout)
	defer stop()
	root := p.command()
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	switch {
	case err == nil:
	case closedPipe(err):
		p.status = trouble
	default:
		p.blame(err)
		p.status = trouble
	}
	return p.status
}

// complain writes a line to standard error, where all but findings goes.
func (p *program) complain(format string, args ...any) {
	p.waiting.clear()
	// There is nowhere left to tell that standard error is closed.
	_, _ = fmt.Fprintf(p.errout, "recoupe: "+format+"\n", args...)
}

// blame writes an error to standard error, a line for each fault. One that begins
// with its place, file:line:, is left as editors know it.
func (p *program) blame(err error) {
	for line := range strings.SplitSeq(err.Error(), "\n") {
		place, _, _ := strings.Cut(line, ": ")
		if i := strings.LastIndexByte(place, ':'); i > 0 && strings.Trim(place[i+1:], "0123456789") == "" {
			_, _ = fmt.Fprintln(p.errout, line)
		} else {
			p.complain("%s", line)
		}
	}
}

func (p *program) command() *cobra.Command {
	root := &cobra.Command{
		Use:           "recoupe",
		Short:         "Cross-check a news story against known facts and against itself",
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.SetIn(p.in)
	root.SetOut(p.out)
	root.SetErr(p.errout)
	root.AddCommand(
		p.check(),
		p.read(),
		p.explain(),
		p.rules(),
		p.facts(),
		p.fix(),
		p.baseline(),
		p.initial(),
		p.config(),
		p.version(),
		p.man(),
	)
	p.complete(root)
	return root
}
