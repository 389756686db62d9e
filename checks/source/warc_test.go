package source

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"strings"
	"testing"
)

// record is one of a crawl, of its kind.
func record(kind, address, body string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, address, len(body), body)
}

func answer(status, header, body string) string {
	return "HTTP/1.1 " + status + "\r\nContent-Type: text/html\r\n" + header + "\r\n" + body
}

func TestWARC(t *testing.T) {
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	fmt.Fprint(z, "<p>The war of the city.</p>")
	z.Close()
	crawl := []string{
		record("warcinfo", "", "software: x\r\n"),
		record("request", "http://x/1", "GET / HTTP/1.1\r\n\r\n"),
		record("response", "http://x/1", answer("200 OK", "", page1)),
		record("response", "http://x/2", answer("404 Not Found", "", "<p>The")),
		record("response", "http://x/3", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nPNG"),
		record("response", "<http://x/4>", answer("200 OK", "Content-Encoding: gzip\r\n", packed.String())),
		record("response", "http://x/5", answer("200 OK", "Transfer-Encoding: chunked\r\n", "7;x\r\n<p>The \r\n3\r\nend\r\n0\r\n\r\n")),
		record("response", "http://x/6", answer("200 OK", "", "<p>Le caf\xe9 de la rue.</p>")),
	}
	want := []string{
		"http://x/1 en 2023-01-30 | #The end of the war@text:10:3 | What it was.@text:30:5 | By A. Writer@text:44:7 | The war ended in the city.@text:65:11 | It was the end of it.@text:110:15 | The rest@text:133:17",
		"http://x/4 en  | The war of the city.@text:0:1",
		"http://x/5 en  | The end@text:0:1",
		"http://x/6 fr  | Le café de la rue.@text:0:1 ! not UTF-8; read as Windows-1252",
	}
	members := ""
	for _, r := range crawl {
		members += gzipped(t, strings.NewReader(r))
	}
	// The text read holds the menus as well, outside of paragraphs.
	for name, raw := range map[string]string{"a.warc": strings.Join(crawl, ""), "a.warc.gz": members, "-": strings.Join(crawl, "")} {
		var out []string
		for _, s := range read(name, raw, Options{}) {
			out = append(out, told(s))
		}
		if got := strings.Join(out, "\n"); got != strings.Join(want, "\n") {
			t.Errorf("%s: got\n%s", name, got)
		}
	}
}

func TestBrokenWARC(t *testing.T) {
	whole := record("response", "http://x/1", answer("200 OK", "", "<p>The end.</p>"))
	for what, raw := range map[string]string{
		"cut":     whole + whole[:len(whole)-20],
		"nothing": whole + "and more\r\n",
		"length":  whole + "WARC/1.0\r\nContent-Length: x\r\n\r\n",
		"headers": whole + "WARC/1.0\r\n" + strings.Repeat("a: b\r\n", 1<<20),
		"a line":  whole + "WARC/1.0\r\n" + strings.Repeat("a", 1<<22),
	} {
		got := read("a.warc", raw, Options{})
		if len(got) != 2 || got[0].Err != nil || got[1].Err == nil {
			t.Errorf("%s: %d stories", what, len(got))
		}
	}
	got := read("a.warc", record("response", "http://x/1", answer("200 OK", "", strings.Repeat("<p>The", 1000)))+whole, Options{MaxSize: 1000})
	if len(got) != 2 || got[0].Err == nil || got[1].Err != nil {
		t.Errorf("%d stories", len(got))
	}
}

func FuzzWARC(f *testing.F) {
	f.Add(record("response", "x", answer("200 OK", "Transfer-Encoding: chunked\r\n", "3\r\n<p>\r\n1\r\na\r\n0\r\n\r\n")))
	f.Add("WARC/1.0\r\nContent-Length: 3\r\n\r\nabc")
	f.Fuzz(func(t *testing.T, raw string) {
		for _, s := range read("a.warc", raw, Options{MaxSize: 1 << 16}) {
			sound(t, s)
		}
	})
}
