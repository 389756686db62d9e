package source

import (
	"bytes"
	"compress/gzip"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
)

func gzipped(t testing.TB, raw io.Reader) string {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := io.Copy(z, raw); err != nil || z.Close() != nil {
		t.Fatal(err)
	}
	return b.String()
}

func zstandard(t testing.TB, raw io.Reader) string {
	t.Helper()
	var b bytes.Buffer
	z, err := zstd.NewWriter(&b)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(z, raw); err != nil || z.Close() != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestPackedArchives(t *testing.T) {
	raw := `{"id":"1","text":"In."}` + "\n" + `{"id":"2","text":"Of."}` + "\n"
	for name, packed := range map[string]string{
		"a.jsonl.gz": gzipped(t, strings.NewReader(raw)), "A.JSONL.ZST": zstandard(t, strings.NewReader(raw)), "-": gzipped(t, strings.NewReader(raw)),
		"members.jsonl.gz": gzipped(t, strings.NewReader(raw[:24])) + gzipped(t, strings.NewReader(raw[24:])),
	} {
		got := read(name, packed, Options{})
		if len(got) != 2 || got[0].Err != nil || got[1].Document.Name != "2" {
			t.Errorf("%s: %d stories, %v", name, len(got), got[0].Err)
		}
	}
	if got := read("a.md.gz", gzipped(t, strings.NewReader("# The end")), Options{}); placed(got[0]) != "en  | #The end" {
		t.Error(placed(got[0]))
	}
	for name, packed := range map[string]string{"a.jsonl.gz": gzipped(t, strings.NewReader(raw))[:30], "a.jsonl.zst": zstandard(t, strings.NewReader(raw))[:20], "b.gz": "\x1f\x8b"} {
		got := read(name, packed, Options{})
		if last := got[len(got)-1]; last.Err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if !Known("a.jsonl.gz") || Known("a.tar.gz") {
		t.Error("endings")
	}
}

// nothing is a stream of zeros without end but that of its length.
type nothing struct{}

func (nothing) Read(p []byte) (int, error) { clear(p); return len(p), nil }

// A line of 2 GB, in two megabytes of gzip, is passed over without being held, and
// the stories behind it are read.
func TestBombs(t *testing.T) {
	const long = 2 << 30
	line := io.MultiReader(strings.NewReader(`{"id":"1","text":"In."}`+"\n"), io.LimitReader(nothing{}, long), strings.NewReader("\n"+`{"id":"3","text":"Of."}`+"\n"))
	for name, packed := range map[string]string{"a.jsonl.zst": zstandard(t, line), "a.md.zst": zstandard(t, io.LimitReader(nothing{}, long/8))} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		got := read(name, packed, Options{MaxSize: 1 << 20})
		runtime.ReadMemStats(&after)
		switch {
		case name == "a.jsonl.zst" && (len(got) != 3 || got[1].Err == nil || got[2].Document.Name != "3"):
			t.Errorf("%s: %d stories", name, len(got))
		case name == "a.md.zst" && (len(got) != 1 || got[0].Err == nil):
			t.Errorf("%s: %d stories", name, len(got))
		}
		if mb := (after.TotalAlloc - before.TotalAlloc) >> 20; mb > 300 {
			t.Errorf("%s: %d MB", name, mb)
		}
	}
}
