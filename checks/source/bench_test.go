package source

import (
	"os"
	"strings"
	"testing"
	"time"
)

// samples are the founding article in each format.
var samples = []string{"founding.md", "founding.html", "founding.newsml.xml", "founding.nitf", "founding.ninjs.json", "founding.rtf", "founding.docx", "founding.odt"}

// BenchmarkReaders times the opening of the same article in each format, and tells
// how many times as long as the plain one each takes.
func BenchmarkReaders(b *testing.B) {
	raw, err := os.ReadFile("../../fixtures/fr/founding.txt")
	if err != nil {
		b.Fatal(err)
	}
	plain := pace("founding.txt", string(raw))
	b.Run("plain", func(b *testing.B) { again(b, "founding.txt", string(raw)) })
	for _, name := range samples {
		raw, err := os.ReadFile("../../fixtures/formats/" + name)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(name, func(b *testing.B) {
			again(b, name, string(raw))
			b.ReportMetric(float64(pace(name, string(raw)))/float64(plain), "×plain")
		})
	}
}

func again(b *testing.B, name, raw string) {
	b.SetBytes(int64(len(raw)))
	for b.Loop() {
		open(name, raw)
	}
}

// pace is the shortest time that opening takes.
func pace(name, raw string) time.Duration {
	best := time.Hour
	for range 50 {
		start := time.Now()
		open(name, raw)
		best = min(best, time.Since(start))
	}
	return best
}

func open(name, raw string) (n int) {
	for s := range Open(name, strings.NewReader(raw), Options{Guess: guess}) {
		n += len(s.Document.Paragraphs)
	}
	return n
}
