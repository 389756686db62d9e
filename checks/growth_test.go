package checks

import (
	"context"
	"flag"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"recoupe/checks/text"
	"recoupe/rules/calendar"
)

// shapes are stories made of one thing alone, as nobody writes them.
var shapes = map[string]string{
	"one endless sentence": "le mot et la ville de ",
	"letters":              "a\n\n",
	"dates":                "le 24 février 2017 ",
	"names":                "Emmanuel Macron président de la France ",
	"open quotes":          "« ",
	"quotes":               "« le mot » dit-il. ",
	"numbers":              "12 345 ",
	"faults":               "L’invasion de l’Ukraine en février 2017 a eu lieu. ",
	"faults in a row":      "l’invasion de l’Ukraine en février 2017 a eu lieu et ",
	"the same paragraph":   "Les dockers attendent un navire venu de Cork depuis plusieurs semaines déjà.\n\n",
	"nothing":              "\x00",
	"accents":              "e\u0301",
	"acronyms":             "OTAN Otan ",
	"headlines":            "Le port rouvre\n",
	"commas":               "la Russie, l’Ukraine, ",
	"questions":            "?! ",
	"weekdays":             "Il a plu jeudi 3 mars, et vendredi 4 mars aussi.\n\n",
	"roles":                "Le maire Paul Duval est venu. Le préfet Paul Duval est venu. ",
	"the dead":             "Nelson Mandela a déclaré lundi que tout va bien. ",
	"flags":                "L’écrivain belge Emmanuel Macron a parlé à Paris. Le joueur suisse a gagné. ",
	"speakers":             "« Nous irons au port demain », a dit le maire Paul Duval. ",
	"clubs":                "L’Otan compte 45 membres. La Suisse, membre de l’Union européenne, a voté. ",
	"lives":                "Simone Veil, née en 1925 à Nice, avait 79 ans. ",
}

// TestGrowth holds the time of a story to its length, whatever it is made of:
// four times the words take four times as long, and not sixteen times.
func TestGrowth(t *testing.T) {
	l, _ := house(t)
	took := func(shape string, size int) time.Duration {
		d := text.New("t", strings.Repeat(shape, size/len(shape)))
		d.Lang = "fr"
		begun := time.Now()
		l.Lint(context.Background(), d, Publication{Period: calendar.At(calendar.YMD(2024, 3, 1)), Origin: Given})
		return time.Since(begun)
	}
	const small, large = 150_000, 600_000
	for name, shape := range shapes {
		// Others use the machine too: the best of some tries counts.
		var least, most time.Duration
		for range 5 {
			a, b := took(shape, small), took(shape, large)
			if least, most = a, b; b < 9*a+20*time.Millisecond {
				break
			}
		}
		if most >= 9*least+20*time.Millisecond {
			t.Errorf("%s: %v for %d bytes, but %v for %d", name, least, small, most, large)
		}
	}
}

// huge adds stories of a hundred megabytes to BenchmarkGrowth, which want some
// twenty gigabytes of memory and half an hour.
var huge = flag.Bool("huge", false, "let BenchmarkGrowth read stories of 100 MB as well")

// BenchmarkGrowth tells what a byte costs each stage, in nanoseconds, in stories
// of one thing alone that grow a hundredfold: the figures of a shape should
// stay where they are from one size to the next.
//
//	go test ./checks -run '^$' -bench Growth -benchtime 1x
func BenchmarkGrowth(b *testing.B) {
	l, _ := house(b)
	sizes := []int{10_000, 1_000_000}
	if *huge {
		sizes = append(sizes, 100_000_000)
	}
	names := map[int]string{10_000: "10KB", 1_000_000: "1MB", 100_000_000: "100MB"}
	for _, shape := range slices.Sorted(maps.Keys(shapes)) {
		for _, size := range sizes {
			b.Run(strings.ReplaceAll(shape, " ", "-")+"/"+names[size], func(b *testing.B) {
				d := text.New("t", strings.Repeat(shapes[shape], size/len(shapes[shape])))
				d.Lang = "fr"
				best := map[string]time.Duration{}
				for b.Loop() {
					for stage, took := range l.stages(d) {
						if was, ok := best[stage]; !ok || took < was {
							best[stage] = took
						}
					}
				}
				for stage, took := range best {
					b.ReportMetric(float64(took)/float64(size), stage+"-ns/B")
				}
				b.ReportMetric(0, "ns/op") // the stages add up to it
			})
		}
	}
}

// stages lints a document and tells how long each stage took.
func (l *Linter) stages(d *text.Document) map[string]time.Duration {
	took := map[string]time.Duration{}
	begun := time.Now()
	lap := func(stage string) {
		took[stage] = time.Since(begun)
		begun = time.Now()
	}
	marks := l.marker.Mark(d)
	lap("mark")
	r := &Reading{Marks: marks, Claims: l.reader.Claims(marks)}
	lap("claim")
	r.When = marks.Anchor(calendar.Period{})
	r.Publication = l.publication(r, nil)
	r.When = marks.Anchor(r.Publication.Period)
	lap("date")
	var found []Finding
	for _, j := range l.judges {
		j.judge(&Pass{r, j.rule, l.book, func(f Finding) { f.Rule = j.rule; found = append(found, f) }, func(Judged) {}})
	}
	lap("judge")
	settle(r, found, nil)
	lap("settle")
	return took
}
