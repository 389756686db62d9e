package checks

import (
	"context"
	"os"
	"strings"
	"testing"
	"time"

	"recoupe/checks/claim"
	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/fixtures"
	"recoupe/rules/calendar"
)

// copyDesk is what the benchmarks read: every story of our own as a document of
// its own, the way a newsroom sends them.
type copyDesk struct {
	linter *Linter
	docs   []*text.Document
	bytes  int
}

func openDesk(b *testing.B) *copyDesk {
	b.Helper()
	l, _ := house(b)
	stories, err := fixtures.Read(os.DirFS("../fixtures"), "fr", "en", "clean")
	if err != nil {
		b.Fatal(err)
	}
	desk := &copyDesk{linter: l}
	for _, s := range stories {
		if s.Raw != nil {
			s.Lang, s.Text = "fr", string(s.Raw)
		}
		d := text.NewStory(s.ID(), s.Title, s.Text)
		d.Lang, d.Meta = s.Lang, map[string]string{"date": s.Date}
		desk.docs = append(desk.docs, d)
		desk.bytes += len(d.Text)
	}
	return desk
}

// newsLength is how many bytes a story of a newspaper has, as the median of
// those that we keep from two of them; ours tell one thing each and are a tenth
// as long.
const newsLength = 1700

// news pastes stories of one language together until they are as long as those of
// a newspaper.
func (d *copyDesk) news() *copyDesk {
	out := &copyDesk{linter: d.linter}
	open := map[string]*text.Document{}
	for _, doc := range d.docs {
		page := open[doc.Lang]
		if page == nil {
			page = &text.Document{Lang: doc.Lang, Meta: doc.Meta}
			open[doc.Lang] = page
		}
		if page.Text += doc.Text + "\n\n"; len(page.Text) < newsLength {
			continue
		}
		whole := text.NewStory(doc.Name, "", page.Text)
		whole.Lang, whole.Meta = page.Lang, page.Meta
		out.docs, out.bytes = append(out.docs, whole), out.bytes+len(whole.Text)
		open[doc.Lang] = nil
	}
	return out
}

var sink int

// loop is how long the yardstick of all our figures takes for so many bytes: it
// adds, for every byte of a text, its entry of a table to a sum.
func loop(bytes int) time.Duration {
	page := strings.Repeat("Le directeur du port a refusé de commenter la décision. ", 10<<20/56)
	var table [256]int
	for i := range table {
		table[i] = i % 7
	}
	best := time.Hour
	for range 7 {
		begun := cpuTime()
		n := 0
		for i := 0; i < len(page); i++ {
			n += table[page[i]]
		}
		sink = n
		best = min(best, cpuTime()-begun)
	}
	return time.Duration(float64(best) * float64(bytes) / float64(len(page)))
}

// stage times one step of the corridor over every story, and tells how many
// times longer it takes than the yardstick.
func (d *copyDesk) stage(b *testing.B, step func(i int)) {
	b.Helper()
	b.SetBytes(int64(d.bytes))
	b.ReportAllocs()
	best := time.Hour
	for b.Loop() {
		begun := cpuTime()
		for i := range d.docs {
			step(i)
		}
		// Others use the machine too: the best of the runs is told.
		best = min(best, cpuTime()-begun)
	}
	b.ReportMetric(float64(best)/float64(loop(d.bytes)), "stage/loop")
}

// BenchmarkCorridor times each step over our stories, most of which tell one
// thing in a few lines.
func BenchmarkCorridor(b *testing.B) { openDesk(b).corridor(b) }

// BenchmarkNews times each step over stories as long as a newspaper's.
func BenchmarkNews(b *testing.B) { openDesk(b).news().corridor(b) }

func (d *copyDesk) corridor(b *testing.B) {
	ctx := context.Background()
	marks := make([]*mark.Marks, len(d.docs))
	claims := make([][]claim.Claim, len(d.docs))
	readings := make([]*Reading, len(d.docs))
	for i, doc := range d.docs {
		marks[i] = d.linter.marker.Mark(doc)
		claims[i] = d.linter.reader.Claims(marks[i])
		readings[i] = d.linter.Lint(ctx, doc).Reading
	}
	b.Run("cut", func(b *testing.B) {
		d.stage(b, func(i int) {
			var borders text.Borders
			if marks[i].Language != nil {
				borders = marks[i].Language.Borders()
			}
			text.Cut(d.docs[i], borders)
		})
	})
	b.Run("mark", func(b *testing.B) { d.stage(b, func(i int) { d.linter.marker.Mark(d.docs[i]) }) })
	b.Run("claim", func(b *testing.B) { d.stage(b, func(i int) { d.linter.reader.Claims(marks[i]) }) })
	b.Run("date", func(b *testing.B) {
		d.stage(b, func(i int) {
			r := &Reading{Marks: marks[i], Claims: claims[i], When: marks[i].Anchor(calendar.Period{})}
			d.linter.publication(r, nil)
		})
	})
	for _, j := range d.linter.judges {
		b.Run("judge/"+j.rule.ID, func(b *testing.B) {
			d.stage(b, func(i int) {
				// A fresh copy: judges may keep with a reading what they worked out.
				r := readings[i]
				again := &Reading{Marks: r.Marks, Claims: r.Claims, Publication: r.Publication, When: r.When}
				j.judge(&Pass{again, j.rule, d.linter.book, func(Finding) {}, func(Judged) {}})
				again.rest()
			})
		})
	}
	b.Run("lint", func(b *testing.B) { d.stage(b, func(i int) { d.linter.Lint(ctx, d.docs[i]) }) })
}
