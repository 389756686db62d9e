package desk

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"unicode/utf8"

	"recoupe/checks"
	"recoupe/rules"
)

// An Edit puts words of a file in the place of others.
type Edit struct {
	Start, End int // bytes of the file
	New        string
}

// A Draft is a file whose story may be mended.
type Draft struct {
	Path  string
	Old   []byte
	Edits []Edit
	base  int // bytes before the text: a byte order mark
}

// Reasons why a file is not mended.
var (
	errArchive  = errors.New("an archive is not mended; mend the story where it comes from")
	errOffice   = errors.New("an office document is not mended from here; mend it where it is written")
	errEncoding = errors.New("it is not UTF-8; save it as UTF-8 to mend it")
)

// OpenDraft reads the file of a result, to mend it.
func OpenDraft(r checks.Result, file string) (*Draft, error) {
	if r.Document.Name != file {
		return nil, errArchive
	}
	if r.Document.Place(0).Part != "" {
		return nil, errOffice
	}
	old, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	d := &Draft{Path: file, Old: old}
	if bytes.HasPrefix(old, []byte("\xef\xbb\xbf")) {
		d.base = 3
	}
	if !utf8.Valid(old) || bytes.HasPrefix(old, []byte("\xff\xfe")) {
		return nil, errEncoding
	}
	return d, nil
}

// Sure reports whether a finding may be mended without being asked for: an error
// with a single suggestion, outside quotations.
func Sure(r checks.Result, f checks.Finding) bool {
	return f.Severity == rules.Error && len(f.Suggestions) == 1 && !Quoted(r, f.Span)
}

// Offered reports whether there is something to ask about: a suggestion, outside
// quotations, where only the speaker may mend.
func Offered(r checks.Result, f checks.Finding) bool {
	return len(f.Suggestions) > 0 && !Quoted(r, f.Span)
}

// Put takes an edit that puts a suggestion in the place of a finding's words. It
// is refused where these words do not stand in the file as the story has them,
// as in an office document, or where another edit was made.
func (d *Draft) Put(r checks.Result, f checks.Finding, suggestion string) error {
	words := r.Document.Words(f.Span)
	start := d.base + r.Document.Place(f.Span.Start).Byte
	e := Edit{start, start + len(words), suggestion}
	marked := r.Document.Origin != nil && strings.ContainsAny(suggestion, "&<>\"\\")
	if marked || !r.Document.Verbatim(f.Span) || e.End > len(d.Old) || string(d.Old[e.Start:e.End]) != words {
		return fmt.Errorf("%q does not stand in the file as it is read; mend it by hand", words)
	}
	if slices.ContainsFunc(d.Edits, func(o Edit) bool { return o.Start < e.End && e.Start < o.End }) {
		return fmt.Errorf("%q was mended already", words)
	}
	d.Edits = append(d.Edits, e)
	return nil
}

// Mended is the file with its edits.
func (d *Draft) Mended() []byte {
	slices.SortFunc(d.Edits, func(a, b Edit) int { return cmp.Compare(a.Start, b.Start) })
	var out []byte
	at := 0
	for _, e := range d.Edits {
		out = append(append(out, d.Old[at:e.Start]...), e.New...)
		at = e.End
	}
	return append(out, d.Old[at:]...)
}

// Write writes the mended file, unless somebody changed it meanwhile.
func (d *Draft) Write() error {
	now, err := os.ReadFile(d.Path)
	if err != nil {
		return err
	}
	if !bytes.Equal(now, d.Old) {
		return fmt.Errorf("%s was changed meanwhile, and is left as it is", d.Path)
	}
	return WriteFile(d.Path, d.Mended())
}
