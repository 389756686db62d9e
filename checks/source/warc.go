package source

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
)

// readWARC opens a crawl as an archive: each page of HTML that was answered with
// success is a story, named after its address. What else a crawl holds is passed
// over.
func readWARC(name string, r *bufio.Reader, o Options) iter.Seq[Story] {
	return func(yield func(Story) bool) {
		for n := 1; ; n++ {
			record, body, err := nextRecord(r)
			if err == io.EOF {
				return
			}
			if err != nil {
				yield(failed(name, 0, fmt.Sprintf("record %d of the crawl is broken: %v", n, err)))
				return
			}
			if t := record["warc-type"]; t != "response" {
				if _, err := io.Copy(io.Discard, body); err != nil {
					yield(failed(name, 0, fmt.Sprintf("record %d of the crawl is cut short", n)))
					return
				}
				continue
			}
			s, ok := crawled(strings.Trim(record["warc-target-uri"], "<>"), name, bufio.NewReader(body), o)
			// What was not read of the record stands before the next one.
			if _, err := io.Copy(io.Discard, body); err != nil {
				yield(failed(name, 0, fmt.Sprintf("record %d of the crawl is cut short", n)))
				return
			}
			if ok && !yield(s) {
				return
			}
		}
	}
}

var errNoRecord = errors.New("it does not begin with WARC/")

// headerMax bounds the lines above a record, in bytes.
const headerMax = 64 << 10

// nextRecord reads the lines above a record, and gives its body.
func nextRecord(r *bufio.Reader) (header, io.Reader, error) {
	version := ""
	for version == "" {
		l, err := readLine(r, 1<<10)
		if err != nil && (err != io.EOF || len(l) == 0) {
			return nil, nil, err
		}
		version = strings.TrimSpace(string(l))
	}
	if !strings.HasPrefix(version, "WARC/") {
		return nil, nil, errNoRecord
	}
	above, err := readHeader(r)
	if err != nil {
		return nil, nil, err
	}
	size, err := strconv.ParseInt(above["content-length"], 10, 64)
	if err != nil || size < 0 {
		return nil, nil, errors.New("its length is not told")
	}
	return above, &whole64{r, size}, nil
}

// A header is what stands above a record or an answer, by keys without capitals.
type header map[string]string

// readHeader reads "key: value" lines up to an empty one.
func readHeader(r *bufio.Reader) (header, error) {
	out := header{}
	for size := 0; size < headerMax; {
		l, err := readLine(r, headerMax)
		if err != nil {
			return nil, err
		}
		size += len(l)
		line := strings.TrimSpace(string(l))
		if line == "" {
			return out, nil
		}
		if key, value, ok := strings.Cut(line, ":"); ok {
			out[strings.ToLower(strings.TrimSpace(key))] = strings.TrimSpace(value)
		}
	}
	return nil, errors.New("the lines above it are too long")
}

// whole64 is a stretch of a stream that has to be there in whole.
type whole64 struct {
	r    io.Reader
	left int64
}

// Read reads on, and fails where the stream ends before the stretch.
func (w *whole64) Read(p []byte) (int, error) {
	if w.left == 0 {
		return 0, io.EOF
	}
	n, err := w.r.Read(p[:min(int64(len(p)), w.left)])
	if w.left -= int64(n); err == io.EOF && w.left > 0 {
		err = io.ErrUnexpectedEOF
	}
	return n, err
}

// crawled is the story of an answer, where it is a page.
func crawled(address, file string, r *bufio.Reader, o Options) (s Story, ok bool) {
	status, err := readLine(r, 1<<10)
	if parts := strings.Fields(string(status)); err != nil || len(parts) < 2 || parts[1] != "200" {
		return s, false
	}
	above, err := readHeader(r)
	if err != nil || !strings.Contains(above["content-type"], "html") {
		return s, false
	}
	var body io.Reader = r
	if strings.EqualFold(above["transfer-encoding"], "chunked") {
		body = &chunks{r: r}
	}
	if strings.EqualFold(above["content-encoding"], "gzip") {
		if body, err = gzip.NewReader(body); err != nil {
			return failed(address, 0, "the page is packed, and broken"), true
		}
	}
	raw, err := io.ReadAll(io.LimitReader(body, o.max()+1))
	switch {
	case int64(len(raw)) > o.max():
		return failed(address, 0, tooLarge(o.max())), true
	case err != nil:
		return failed(address, 0, "the page is cut short"), true
	}
	src, note := decode(raw)
	s = opened(address, src, func(src string) (Story, error) { return openHTML(address, src, o) })
	if s.Document.File = file; s.Err != nil {
		return s, true
	}
	// The page stands in the crawl under layers of packing, where no editor opens it:
	// places are counted in the text read.
	s.Document.Origin = nil
	if note != "" {
		s.Notes = append(s.Notes, note)
	}
	return s, len(s.Document.Paragraphs) > 0
}

// chunks is a body that is sent in parts, each after its length.
type chunks struct {
	r    *bufio.Reader
	left int64
	end  bool
}

// Read reads on in the part, or begins the next.
func (c *chunks) Read(p []byte) (int, error) {
	for c.left == 0 && !c.end {
		l, err := readLine(c.r, 1<<10)
		if err != nil {
			return 0, io.ErrUnexpectedEOF
		}
		size, _, _ := strings.Cut(strings.TrimSpace(string(l)), ";")
		if size == "" {
			continue // the end of the part before
		}
		if c.left, err = strconv.ParseInt(size, 16, 64); err != nil || c.left < 0 {
			return 0, io.ErrUnexpectedEOF
		}
		c.end = c.left == 0
	}
	if c.end {
		return 0, io.EOF
	}
	n, err := c.r.Read(p[:min(int64(len(p)), c.left)])
	c.left -= int64(n)
	return n, err
}

func looksLikeWARC(head []byte) bool { return bytes.HasPrefix(head, []byte("WARC/")) }
