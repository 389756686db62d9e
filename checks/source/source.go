// Package source is the way in: it opens bytes as documents, one file a format,
// and streams the stories of an archive one after the other. It is handed
// readers and the words by which languages are guessed; it must not know
// files, the book or what is read in a story.
package source

import (
	"fmt"
	"strings"

	"recoupe/checks/text"
	"recoupe/rules/calendar"
)

// A Story is a document as opened. When Err is set the document has a name and
// nothing else.
type Story struct {
	Document *text.Document
	Notes    []string // what had to be assumed to read it
	Err      error
}

// An Error says why a story can't be read, and on which line of its file.
type Error struct {
	Line    int // 0 when the whole file is meant
	Message string
}

func (e *Error) Error() string {
	if e.Line == 0 {
		return e.Message
	}
	return fmt.Sprintf("line %d: %s", e.Line, e.Message)
}

// Options say how to open.
type Options struct {
	Format  string // name of the format of every file; empty: told by name and content
	Walked  bool   // the file was found in a folder, not named
	Lang    string // of every story, whatever it declares; empty: not known
	Default string // of stories that declare none; empty: guessed
	Guess   *Guesser
	MaxSize int64 // of one story in bytes; 0: DefaultMaxSize
}

// DefaultMaxSize bounds a story when nothing else is said.
const DefaultMaxSize = 256 << 20

func (o Options) max() int64 {
	if o.MaxSize > 0 {
		return o.MaxSize
	}
	return DefaultMaxSize
}

// failed is a story that could not be read.
func failed(name string, line int, message string) Story {
	return Story{Document: &text.Document{Name: name}, Err: &Error{line, message}}
}

// declare gives a document what its format says of it: the language, or a guess
// of it, and the date, which has to be one.
func (o Options) declare(s *Story, lang, date, title string) {
	d := s.Document
	d.Meta = map[string]string{}
	if title != "" {
		d.Meta["title"] = title
	}
	if date != "" {
		if day, ok := readDate(date); ok {
			d.Meta["date"] = day
		} else {
			s.Notes = append(s.Notes, fmt.Sprintf("date %q is not understood; want YYYY-MM-DD", date))
		}
	}
	switch {
	case o.Lang != "":
		d.Lang = o.Lang
	case lang != "":
		d.Lang = primary(lang)
	case o.Default != "":
		d.Lang = o.Default
	case o.Guess != nil:
		d.Lang = o.Guess.Guess(d)
	}
}

// declareAuthor keeps who the format says wrote the story.
func (s *Story) declareAuthor(author string) {
	if author != "" {
		s.Document.Meta["author"] = author
	}
}

// readDate takes a date, an EDTF interval, or a time stamp for its day.
func readDate(s string) (string, bool) {
	s = strings.TrimSpace(s)
	if len(s) > 10 && (s[10] == 'T' || s[10] == ' ') {
		s = s[:10]
	}
	_, err := calendar.ParsePeriod(s)
	return s, err == nil
}

// primary is the language of a tag: fr of fr-FR.
func primary(tag string) string {
	tag, _, _ = strings.Cut(strings.ReplaceAll(strings.TrimSpace(tag), "_", "-"), "-")
	return strings.ToLower(tag)
}
