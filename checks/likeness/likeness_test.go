package likeness

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strings"
	"testing"
)

// words makes a sequence; words of three letters or fewer are plain.
func words(s string) []Word {
	var out []Word
	for _, w := range strings.Fields(s) {
		h := fnv.New64a()
		h.Write([]byte(w))
		out = append(out, Word{h.Sum64(), len(w) <= 3})
	}
	return out
}

func TestRepeats(t *testing.T) {
	stories := [][]Word{
		words("the ferry left the harbour at dawn with forty sheep and a brass band on deck"),
		words("nobody had told the captain about the sheep or asked who paid"),
		words("with forty sheep and a brass band on deck the ferry left the harbour at dawn"),
		words("the ferry left the harbour at dusk with forty sheep and a brass band on deck"),
		words("an ordinary line about lamps and nothing else that matters here"),
	}
	got := Repeats(stories, 0.8)
	if len(got) != 2 {
		t.Fatalf("got %d repeats, want 2: %+v", len(got), got)
	}
	if moved := got[0]; moved.Later != 2 || moved.Earlier != 0 || moved.Share != 1 || moved.Order == 1 || moved.Exact() {
		t.Errorf("a moved clause: %+v", moved)
	}
	if edited := got[1]; edited.Later != 3 || edited.Earlier != 0 || len(edited.Laters) != 1 || edited.Laters[0] != 6 {
		t.Errorf("a changed word: %+v", edited)
	}
}

func TestMeasureExact(t *testing.T) {
	a := words("market vendors folded their umbrellas before the rain came back")
	if l := Measure(a, a); !l.Exact() || l.Inside != 1 {
		t.Errorf("a sequence is not like itself: %+v", l)
	}
	if l := Measure(a, words("quite another matter altogether")); l.Share != 0 {
		t.Errorf("nothing in common, yet %+v", l)
	}
	if l := Measure(nil, a); l.Share != 0 {
		t.Errorf("an empty sequence is like %+v", l)
	}
}

// Many forms with one wording must not be compared each with each.
func BenchmarkRepeats(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		var stories [][]Word
		for i := range n {
			stories = append(stories, words(fmt.Sprintf("station %d reported fair weather with light winds from the western coast", i)))
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				Repeats(stories, 0.8)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/sequence")
		})
	}
}

// Two ways to the same slips: each beside each, and filed by what is left.
func TestSlipsBothWays(t *testing.T) {
	list := strings.Fields("sorel sorrel zelensky zelenski selenski marie maire martin martine é e élan alan lane line lien nile a b ab ba sorrell ssoreell")
	few, filed := fewSlips(list), append(filedSlips(list), doubled(list)...)
	slices.SortFunc(filed, func(a, b [2]int) int {
		if a[1] != b[1] {
			return a[1] - b[1]
		}
		return a[0] - b[0]
	})
	filed = slices.Compact(filed)
	if !slices.Equal(few, filed) {
		t.Errorf("each beside each %v\nfiled            %v", few, filed)
	}
	if len(few) < 10 {
		t.Errorf("only %d pairs found", len(few))
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b       string
		most, want int
	}{
		{"clark", "clark", 1, 0}, {"clark", "clarke", 1, 1}, {"clark", "lark", 1, 1}, {"clark", "clrak", 1, 1},
		{"clark", "clork", 1, 1}, {"clark", "klork", 1, 2}, {"clark", "clarkes", 1, 2}, {"clark", "klork", 2, 2},
		{"stoltenberg", "stoltenbreg", 2, 1}, {"stoltenberg", "soltenbreg", 2, 2}, {"élan", "elan", 1, 1}, {"", "a", 1, 1},
		{strings.Repeat("x", 50), strings.Repeat("x", 49) + "yz", 2, 2},
	} {
		if got := Distance(c.a, c.b, c.most); got != c.want {
			t.Errorf("%s, %s: %d slips, want %d", c.a, c.b, got, c.want)
		}
	}
}
