package desk

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"recoupe/checks"
	"recoupe/checks/text"
)

// An Entry is a finding as a baseline knows it: by rule, sentence and words, not
// by line.
type Entry struct {
	Fingerprint string `json:"fingerprint"`
	Rule        string `json:"rule"`
	File        string `json:"file"`            // from the folder of the baseline, with slashes
	Story       string `json:"story,omitempty"` // of an archive
	Words       string `json:"words"`           // for readers
}

type key struct{ print, file, story string }

func (e Entry) key() key { return key{e.Fingerprint, e.File, e.Story} }

// entry is the entry of a finding, its file told from the working folder.
func entry(doc *text.Document, file string, f checks.Finding) Entry {
	e := Entry{Fingerprint: f.Fingerprint, Rule: f.Rule.ID, File: file, Words: doc.Words(f.Span)}
	if doc.Name != file {
		e.Story = doc.Name
	}
	return e
}

// A Baseline is a file of findings that a run does not count: those that were
// there when a desk began to check.
type Baseline struct {
	path    string
	entries map[key]Entry
	met     map[key]bool
	fresh   []Entry
	read    map[string]bool // files, as entries tell them
}

// head is the first line of a baseline.
const head = `{"recoupe":"baseline","version":1}`

// NewBaseline is an empty baseline for a path.
func NewBaseline(path string) *Baseline {
	return &Baseline{path: path, entries: map[key]Entry{}, met: map[key]bool{}, read: map[string]bool{}}
}

// ReadBaseline reads a baseline.
func ReadBaseline(path string) (*Baseline, error) {
	b := NewBaseline(path)
	raw, err := os.ReadFile(path)
	if err != nil {
		return b, err
	}
	var errs []error
	for i, line := range bytes.Split(raw, []byte("\n")) {
		line = bytes.TrimSpace(line)
		if i == 0 {
			var first struct {
				Recoupe string
				Version int
			}
			if json.Unmarshal(line, &first) != nil || first.Recoupe != "baseline" || first.Version != 1 {
				return b, fmt.Errorf("%s:1: this is no baseline; want %s", path, head)
			}
			continue
		}
		if len(line) == 0 {
			continue
		}
		var e Entry
		if err := json.Unmarshal(line, &e); err != nil || e.Fingerprint == "" || e.File == "" {
			errs = append(errs, fmt.Errorf("%s:%d: %.40q is no finding; want one of \"recoupe baseline update\"", path, i+1, line))
			continue
		}
		b.entries[e.key()] = e
	}
	return b, errors.Join(errs...)
}

// told is the file of an entry, from the folder of the baseline.
func (b *Baseline) told(file string) string {
	if file == "-" {
		return file
	}
	from, err := filepath.Abs(filepath.Dir(b.path))
	to, err2 := filepath.Abs(file)
	if err != nil || err2 != nil {
		return filepath.ToSlash(file)
	}
	rel, err := filepath.Rel(from, to)
	if err != nil {
		return filepath.ToSlash(to)
	}
	return filepath.ToSlash(rel)
}

// Has reports whether the baseline holds a finding, and notes that it was met.
func (b *Baseline) Has(e Entry) bool {
	e.File = b.told(e.File)
	_, ok := b.entries[e.key()]
	b.met[e.key()] = ok
	if !ok {
		b.fresh = append(b.fresh, e)
	}
	return ok
}

// Read notes that a file was read: what it no longer has is gone.
func (b *Baseline) Read(file string) { b.read[b.told(file)] = true }

// Gone are the entries that no longer occur: of files that were read, or that
// are no more.
func (b *Baseline) Gone() []Entry {
	var out []Entry
	for k, e := range b.entries {
		if b.met[k] {
			continue
		}
		_, err := os.Stat(filepath.Join(filepath.Dir(b.path), filepath.FromSlash(e.File)))
		if b.read[e.File] || errors.Is(err, fs.ErrNotExist) && e.File != "-" {
			out = append(out, e)
		}
	}
	sortEntries(out)
	return out
}

// Path is where the baseline lies.
func (b *Baseline) Path() string { return b.path }

// Fresh are the findings that the baseline did not have.
func (b *Baseline) Fresh() []Entry { return b.fresh }

// Write writes the baseline without what is gone and, when it is to grow, with
// what is fresh.
func (b *Baseline) Write(grow bool) (kept int, err error) {
	for _, e := range b.Gone() {
		delete(b.entries, e.key())
	}
	if grow {
		for _, e := range b.fresh {
			b.entries[e.key()] = e
		}
	}
	var all []Entry
	for _, e := range b.entries {
		all = append(all, e)
	}
	sortEntries(all)
	var out bytes.Buffer
	out.WriteString(head + "\n")
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	for _, e := range all {
		if err := enc.Encode(e); err != nil {
			return 0, err
		}
	}
	return len(all), WriteFile(b.path, out.Bytes())
}

func sortEntries(list []Entry) {
	slices.SortFunc(list, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Story, b.Story), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Words, b.Words), cmp.Compare(a.Fingerprint, b.Fingerprint))
	})
}
