package source

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"golang.org/x/text/encoding/unicode"

	"recoupe/checks/text"
)

// archived is one line of an archive; unknown keys are ignored.
type archived struct {
	ID    *jsonWord `json:"id"`
	Lang  *string   `json:"lang"`
	Date  *string   `json:"date"`
	Title *string   `json:"title"`
	Text  *string   `json:"text"`
}

// readArchive reads one story a line. A line that can't be read is a story with
// an error, and the next one follows.
func readArchive(name string, r *bufio.Reader, o Options) iter.Seq[Story] {
	return func(yield func(Story) bool) {
		r, note := withoutMark(r)
		for n := 1; ; n++ {
			raw, err := readLine(r, o.max())
			if err != nil && err != io.EOF && err != errTooLarge {
				yield(failed(name, n, err.Error()))
				return
			}
			if len(bytes.TrimSpace(raw)) > 0 || err == errTooLarge {
				s := failed(name, n, tooLarge(o.max()))
				if err != errTooLarge {
					s = story(name, n, raw, o)
				}
				s.Document.File, s.Document.FileLine = name, n
				if note != "" {
					s.Notes, note = append(s.Notes, note), ""
				}
				if !yield(s) {
					return
				}
			}
			if err == io.EOF {
				return
			}
		}
	}
}

func story(name string, n int, raw []byte, o Options) Story {
	line, note := decodeBytes(raw)
	var a archived
	err := json.Unmarshal([]byte(line), &a)
	if id := (*string)(a.ID); said(id) != "" {
		name = *id
	}
	if err != nil {
		return failed(name, n, jsonFault(err))
	}
	if a.Text == nil {
		return failed(name, n, `the line has no "text"`)
	}
	title := strings.TrimSpace(said(a.Title))
	s := Story{}
	left := remarks(*a.Text)
	body := withoutRemarks(*a.Text, left)
	if title == "" {
		s.Document = text.New(name, body)
	} else {
		// Spaces around the title stay, so that offsets count what was sent.
		s.Document = text.NewStory(name, *a.Title, body)
	}
	remark(s.Document, *a.Text, len(s.Document.Text)-len(body), left)
	if note != "" {
		s.Notes = append(s.Notes, note)
	}
	o.declare(&s, said(a.Lang), said(a.Date), title)
	return s
}

func said(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// jsonWord is a string, or a number taken for its digits.
type jsonWord string

// UnmarshalJSON takes a string or a number.
func (w *jsonWord) UnmarshalJSON(b []byte) error {
	var n json.Number
	if len(b) > 0 && b[0] != '"' && json.Unmarshal(b, &n) == nil {
		*w = jsonWord(n)
		return nil
	}
	return json.Unmarshal(b, (*string)(w))
}

// jsonFault says what is wrong with a line, in a reader's words.
func jsonFault(err error) string {
	var wrong *json.UnmarshalTypeError
	switch {
	case errors.As(err, &wrong) && wrong.Field == "":
		return fmt.Sprintf("the line is a JSON %s; want an object with \"text\"", wrong.Value)
	case errors.As(err, &wrong):
		return fmt.Sprintf("%q is a JSON %s; want a string", wrong.Field, wrong.Value)
	}
	return "the line is not JSON: " + strings.TrimPrefix(err.Error(), "json: ")
}

var errTooLarge = errors.New("line too long")

// readLine reads up to the next line feed. A line longer than the limit is
// passed over without being held.
func readLine(r *bufio.Reader, limit int64) ([]byte, error) {
	var line []byte
	long := false
	for {
		part, err := r.ReadSlice('\n')
		if long = long || int64(len(line)+len(part)) > limit+1; long {
			line = nil
		} else {
			line = append(line, part...)
		}
		if err == bufio.ErrBufferFull {
			continue
		}
		if long && (err == nil || err == io.EOF) {
			// The end shows again at the next call.
			return nil, errTooLarge
		}
		return line, err
	}
}

// withoutMark drops a byte order mark and decodes UTF-16.
func withoutMark(r *bufio.Reader) (*bufio.Reader, string) {
	head, _ := r.Peek(3)
	switch {
	case bytes.HasPrefix(head, bomUTF8):
		// Peek has shown that these bytes are there.
		_, _ = r.Discard(len(bomUTF8))
	case bytes.HasPrefix(head, bomBig), bytes.HasPrefix(head, bomSmall):
		return bufio.NewReaderSize(unicode.UTF16(unicode.BigEndian, unicode.ExpectBOM).NewDecoder().Reader(r), 64<<10), noteUTF16
	}
	return r, ""
}

// looksLikeArchive reports whether bytes begin with a JSON object.
func looksLikeArchive(head []byte) bool {
	rest, ok := bytes.CutPrefix(bytes.TrimLeft(head, " \t\r\n"), []byte("{"))
	return ok && bytes.HasPrefix(bytes.TrimLeft(rest, " \t\r\n"), []byte(`"`))
}
