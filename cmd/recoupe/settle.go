package main

import (
	"errors"
	"fmt"
	"io/fs"
	"time"

	"github.com/spf13/cobra"

	"recoupe/cmd/recoupe/desk"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// deskFlags say what a desk lets stand.
type deskFlags struct {
	baseline   string
	nothingNew bool
}

func (f *deskFlags) add(c *cobra.Command) {
	c.Flags().StringVar(&f.baseline, "baseline", "", "`file` of findings that do not count, as \"recoupe baseline update\" writes it")
}

// settling makes the desk of a run. The baseline has to be there, unless it is
// about to be written.
func (ps *posts) settling(f deskFlags, main *post, anew bool) error {
	d := &desk.Desk{Today: today()}
	path := f.baseline
	if path == "" {
		path = main.settings.Baseline.Text
	}
	if path != "" {
		b, err := desk.ReadBaseline(path)
		switch {
		case errors.Is(err, fs.ErrNotExist) && anew:
		case errors.Is(err, fs.ErrNotExist):
			return fmt.Errorf("%s: there is no such baseline; \"recoupe baseline update\" writes it", path)
		case err != nil:
			return err
		}
		d.Baseline = b
	}
	if d.Baseline == nil && (f.nothingNew || anew) {
		return errors.New("there is no baseline; want --baseline FILE, or baseline = \"FILE\" in the settings")
	}
	ps.desk = d
	return nil
}

// today is the day on which marks expire.
func today() calendar.Day {
	now := time.Now()
	return calendar.Date{Year: now.Year(), Month: now.Month(), Day: now.Day()}.First()
}

// settle lets stand what a desk lets stand.
func (ps *posts) settle(o *outcome) {
	if ps.desk == nil || o.post == nil {
		return
	}
	b := desk.Bench{Used: o.post.book, Known: o.post.known}
	if o.file != "-" {
		b.Side = ps.side(o)
	}
	ps.desk.Settle(&o.Result, o.file, b)
	if ps.changed != nil && o.file != "-" {
		ps.changed.Keep(&o.Result, ps.finder.Abs(o.file), o.Result.Document.Name != o.file)
	}
}

// side is what lies beside the file of a story, read once for all its stories.
func (ps *posts) side(o *outcome) *desk.Side {
	if n := len(ps.sides); n > 0 && ps.sides[n-1].file == o.file {
		return ps.sides[n-1].Side
	}
	s, err := desk.ReadSide(o.file, o.post.known)
	if err != nil {
		ps.p.blame(err)
		ps.p.status = trouble
	}
	if s != nil || err != nil {
		ps.sides = append(ps.sides, side{o.file, s, o.post})
	}
	return s
}

// unused tells the marks beside files that let nothing stand, after all was read.
func (ps *posts) unused() {
	for _, s := range ps.sides {
		rule := s.at.book.Rule(desk.UnusedStet)
		if s.Side == nil || rule == nil {
			continue
		}
		for _, err := range s.Unused(ps.desk.Today, s.at.book) {
			ps.p.blame(err)
			ps.p.fails(rule.Severity, s.at.failOn)
		}
	}
}

// fails takes the share of a finding in the exit status.
func (p *program) fails(weight, failOn rules.Severity) {
	if weight >= failOn {
		p.status = max(p.status, found)
	}
}
