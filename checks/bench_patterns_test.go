package checks

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"recoupe/checks/text"
	"recoupe/rules"
)

// BenchmarkTenfoldPatterns reads news with the patterns of the house, and with
// nine more for each of them, made alike of other words of the same stories. It
// tells how many times longer the second takes, for claims alone and for all.
func BenchmarkTenfoldPatterns(b *testing.B) {
	once := openDesk(b).news()
	book, err := rules.Open()
	if err != nil {
		b.Fatal(err)
	}
	had, has := once.multiply(book, 10)
	linter, err := New(book)
	if err != nil {
		b.Fatal(err)
	}
	ctx := context.Background()
	best := [4]time.Duration{time.Hour, time.Hour, time.Hour, time.Hour}
	timed := func(k int, read func(*text.Document)) {
		begun := cpuTime()
		for _, d := range once.docs {
			read(d)
		}
		best[k] = min(best[k], cpuTime()-begun)
	}
	marks := once.linter.marker
	for b.Loop() {
		// In turns, so that what else the machine does falls on both.
		timed(0, func(d *text.Document) { once.linter.reader.Claims(marks.Mark(d)) })
		timed(1, func(d *text.Document) { linter.reader.Claims(marks.Mark(d)) })
		timed(2, func(d *text.Document) { once.linter.Lint(ctx, d) })
		timed(3, func(d *text.Document) { linter.Lint(ctx, d) })
	}
	b.ReportMetric(float64(has)/float64(had), "patterns")
	b.ReportMetric(float64(best[1])/float64(best[0]), "read-times")
	b.ReportMetric(float64(best[3])/float64(best[2]), "lint-times")
}

// multiply gives every rule of a book so many times the patterns it has, and
// returns how many there were and are.
func (d *copyDesk) multiply(book *rules.Book, times int) (had, has int) {
	words := map[string][]string{}
	for code := range book.Languages {
		words[code] = d.ranked(code)
	}
	for _, r := range book.Rules {
		for _, p := range r.Patterns[:len(r.Patterns):len(r.Patterns)] {
			had++
			for k := 1; k < times; k++ {
				like := *p
				like.Match = reworded(p.Match, words[p.Lang], book.Languages[p.Lang], 31*had+k)
				r.Patterns = append(r.Patterns, &like)
			}
		}
		has += len(r.Patterns)
	}
	return had, has
}

// ranked are the words of the stories in a language by how often they stand,
// those of every sentence and the rarest left out.
func (d *copyDesk) ranked(lang string) []string {
	count := map[string]int{}
	for _, doc := range d.docs {
		if doc.Lang == lang {
			for _, w := range strings.FieldsFunc(doc.Text, func(r rune) bool { return !unicode.IsLetter(r) }) {
				count[strings.ToLower(w)]++
			}
		}
	}
	words := make([]string, 0, len(count))
	for w := range count {
		words = append(words, w)
	}
	slices.SortFunc(words, func(a, b string) int {
		if count[a] != count[b] {
			return count[b] - count[a]
		}
		return strings.Compare(a, b)
	})
	return words[min(100, len(words)/2):min(3000, len(words))]
}

// reworded is a pattern of the same shape with other words. Classes of grammar
// stay; what a class or a lemma of the tongue says, three words say.
func reworded(match string, words []string, lang *rules.Language, seed int) string {
	pick := func() string {
		seed = (seed*1103515245 + 12345) & 0x7fffffff
		return words[(seed>>8)%len(words)]
	}
	var out strings.Builder
	for i := 0; i < len(match); {
		end := i + 1
		switch c := match[i]; {
		case c == '{':
			end = i + strings.IndexByte(match[i:], '}') + 1
			out.WriteString(match[i:end])
		case c == '%' || c == '@' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80:
			for end < len(match) && strings.IndexByte(" ()|?*{,", match[end]) < 0 {
				end++
			}
			switch name := match[i+1 : end]; {
			case c == '%' && grammatical(lang, name):
				out.WriteString(match[i:end])
			case c == '%' || c == '@':
				out.WriteString("(" + pick() + " | " + pick() + " | " + pick() + ")")
			default:
				out.WriteString(pick())
			}
		default:
			out.WriteByte(c)
		}
		i = end
	}
	return out.String()
}

// grammatical reports a class that has words of every sentence in it.
func grammatical(lang *rules.Language, class string) bool {
	return slices.ContainsFunc(lang.Class[class], func(w string) bool { return slices.Contains(lang.Function, w) })
}
