package source

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"strings"

	"recoupe/checks/text"
)

// readPlain opens a whole file as one story, with front matter or without.
func readPlain(name string, r *bufio.Reader, o Options) iter.Seq[Story] {
	return whole(name, r, o, func(body string) (Story, error) { return plain(name, body, o), nil })
}

// whole reads a file of text at once and hands it, decoded, to what opens it as
// one story.
func whole(name string, r *bufio.Reader, o Options, open func(src string) (Story, error)) iter.Seq[Story] {
	return func(yield func(Story) bool) {
		raw, err := io.ReadAll(io.LimitReader(r, o.max()+1))
		switch {
		case err != nil:
			yield(failed(name, 0, err.Error()))
		case int64(len(raw)) > o.max():
			yield(failed(name, 0, tooLarge(o.max())))
		case foreign(raw) != "":
			yield(failed(name, 0, foreign(raw)))
		default:
			src, note := decode(raw)
			s := opened(name, src, open)
			if note != "" && s.Err == nil {
				s.Notes = append([]string{note}, s.Notes...)
			}
			yield(s)
		}
	}
}

// opened is the story of a file. A file that breaks its reader does not take the
// others with it.
func opened(name, src string, open func(src string) (Story, error)) (s Story) {
	defer func() {
		if r := recover(); r != nil {
			s = failed(name, 0, fmt.Sprintf("the file broke its reader, please tell its makers: %v", r))
		}
	}()
	s, err := open(src)
	if err != nil {
		return Story{Document: &text.Document{Name: name}, Err: err}
	}
	return s
}

func tooLarge(limit int64) string {
	return fmt.Sprintf("the story is larger than %d bytes; --max-story raises the limit", limit)
}

func plain(name, body string, o Options) Story {
	var s Story
	f := readFront(body)
	whole, left := body, remarks(body)
	body = withoutRemarks(body, left)
	if f.end == 0 {
		s.Document = text.New(name, body)
	} else {
		s.Document = &text.Document{Name: name, Text: body, Fields: []text.Field{{Name: "text", Span: text.Span{End: len(body)}}}}
		if !f.title.Empty() {
			s.Document.Paragraphs = append(s.Document.Paragraphs, text.Paragraph{Span: f.title, Role: text.Headline})
		}
		s.Document.Paragraphs = append(s.Document.Paragraphs, text.Layout(body[f.end:], f.end, !f.title.Empty())...)
	}
	remark(s.Document, whole, 0, left)
	o.declare(&s, f.lang, f.date, body[f.title.Start:f.title.End])
	return s
}

// front is what stands at the top of a plain file, before the story.
type front struct {
	lang, date string
	title      text.Span
	end        int // where the story begins; 0 without front matter
}

// frontMax bounds the lines of front matter.
const frontMax = 100

// readFront reads "key: value" lines closed by a blank line, or any that stand
// between two lines of ---. Without the fence every key must be one of ours,
// lest a headline with a colon be taken for one.
func readFront(body string) front {
	var f front
	first, at := line(body, 0)
	fenced := strings.TrimSpace(body[first.Start:first.End]) == "---"
	if !fenced {
		at = 0
	}
	ours := 0
	for range frontMax {
		if at >= len(body) && fenced {
			return front{}
		}
		l, next := line(body, at)
		words := strings.TrimSpace(body[l.Start:l.End])
		switch {
		case fenced && (words == "---" || words == "..."), !fenced && words == "":
			if ours == 0 {
				return front{}
			}
			f.end = next
			return f
		case f.take(body, l):
			ours++
		case !fenced:
			return front{}
		}
		at = next
	}
	return front{}
}

// take reads one line of front matter and reports whether its key is ours.
func (f *front) take(body string, l text.Span) bool {
	key, value, ok := strings.Cut(body[l.Start:l.End], ":")
	if !ok {
		return false
	}
	trimmed := strings.TrimSpace(value)
	at := text.Span{End: l.End - (len(value) - len(strings.TrimRight(value, " \t\u00a0")))}
	at.Start = at.End - len(strings.TrimLeft(body[l.End-len(value):at.End], " \t\u00a0"))
	if n := len(trimmed); n >= 2 && (trimmed[0] == '"' || trimmed[0] == '\'') && trimmed[n-1] == trimmed[0] {
		trimmed = trimmed[1 : n-1]
		at.Start++
		at.End--
	}
	switch strings.ToLower(strings.TrimSpace(key)) {
	case "lang":
		f.lang = trimmed
	case "date":
		f.date = trimmed
	case "title":
		f.title = at
	default:
		return false
	}
	return true
}

// line returns the line that begins at an offset, without its end, and where
// the next one begins.
func line(s string, start int) (l text.Span, next int) {
	i := strings.IndexAny(s[start:], "\r\n")
	if i < 0 {
		return text.Span{Start: start, End: len(s)}, len(s)
	}
	l = text.Span{Start: start, End: start + i}
	if strings.HasPrefix(s[l.End:], "\r\n") {
		return l, l.End + 2
	}
	return l, l.End + 1
}
