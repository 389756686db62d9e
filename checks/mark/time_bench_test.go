package mark

import (
	"strings"
	"testing"
	"time"

	"recoupe/checks/text"
)

// filler is prose without times, three sentences for each that has one: half of
// the paragraphs of a newsroom have a time, in one sentence of three or four.
var filler = map[string]string{
	"fr": "Le directeur du port a refusé de commenter la décision des magistrats. Une trentaine de dockers attendaient devant les grilles, sous la pluie, sans un mot. « On ne lâchera rien, et personne ne nous fera taire », assure Marianne Lucas, porte-parole du syndicat. ",
	"en": "The harbour master declined to comment on the ruling of the judges. About thirty dockers stood at the gates, in the rain, without a word. “We are not giving up, and nobody will shut us up,” said Marianne Lucas, who speaks for the union. ",
}

// page is a page of at least so many bytes in which times stand as they do in copy.
func page(t testing.TB, m *Marker, lang string, size int) *Marks {
	t.Helper()
	var b strings.Builder
	var gold []goldLine
	for _, g := range readGold(t, lang) {
		if len(g.spans) < 3 {
			gold = append(gold, g)
		}
	}
	for i := 0; b.Len() < size; i++ {
		b.WriteString(gold[i%len(gold)].text)
		b.WriteByte(' ')
		b.WriteString(filler[lang])
		b.WriteString("\n\n")
	}
	d := text.New("bench", b.String())
	d.Lang = lang
	l := m.book.Languages[lang]
	borders := l.Borders()
	borders.Dated = m.grammar(lang).dated
	return &Marks{Page: text.Cut(d, borders), Language: l}
}

var sink int

// classTable is the yardstick: it adds an entry of a table for every byte.
func classTable(src string) {
	var table [256]int
	for i := range table {
		table[i] = i % 7
	}
	n := 0
	for i := 0; i < len(src); i++ {
		n += table[src[i]]
	}
	sink = n
}

// fastest is the shortest of some runs: on a shared machine the others measure
// the neighbours.
func fastest(runs int, f func()) time.Duration {
	best := time.Hour
	for range runs {
		start := time.Now()
		f()
		best = min(best, time.Since(start))
	}
	return best
}

// BenchmarkTimes looks up tokens that are there and reads times off them, and tells how many
// times longer that takes than the class-table loop over the same bytes.
func BenchmarkTimes(b *testing.B) {
	m := testMarker(b)
	for _, lang := range []string{"fr", "en"} {
		b.Run(lang, func(b *testing.B) {
			ms := page(b, m, lang, 10<<20)
			k, g := newDesk(), m.grammar(lang)
			read := func() {
				ms.Hits, ms.Times, ms.Ages = ms.Hits[:0], ms.Times[:0], ms.Ages[:0]
				ms.findHits(k, g)
				ms.findTimes(g, &k.reader)
			}
			read()
			b.SetBytes(int64(len(ms.Text)))
			b.ReportAllocs()
			for b.Loop() {
				read()
			}
			loop := fastest(9, func() { classTable(ms.Text) })
			stage := fastest(9, read)
			b.ReportMetric(float64(len(ms.Text))/loop.Seconds()/1e6, "loop-MB/s")
			b.ReportMetric(float64(len(ms.Text))/stage.Seconds()/1e6, "stage-MB/s")
			b.ReportMetric(float64(stage)/float64(loop), "stage/loop")
		})
	}
}

// TestTimesAllocate holds the walk to the heap that its times need: words
// without times cost none.
func TestTimesAllocate(t *testing.T) {
	m := testMarker(t)
	for _, lang := range []string{"fr", "en"} {
		d := text.New("plain", strings.Repeat(filler[lang]+"\n\n", 200))
		d.Lang = lang
		ms := &Marks{Page: text.Cut(d, text.Borders{}), Language: m.book.Languages[lang]}
		k, g := newDesk(), m.grammar(lang)
		ms.findHits(k, g)
		if n := testing.AllocsPerRun(5, func() { ms.findTimes(g, &k.reader) }); n > 0 {
			t.Errorf("%s: %v allocations for %d tokens without a time", lang, n, len(ms.Tokens))
		}
		if len(ms.Times) > 0 {
			t.Errorf("%s: %q was taken for a time", lang, ms.Words(ms.Times[0].Span))
		}
	}
}

// BenchmarkCompileTimes compiles a grammar from its section.
func BenchmarkCompileTimes(b *testing.B) {
	m := testMarker(b)
	for _, lang := range []string{"fr", "en"} {
		b.Run(lang, func(b *testing.B) {
			for b.Loop() {
				if _, err := compileTimes(m.book.Languages[lang]); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
