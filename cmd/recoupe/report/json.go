package report

import (
	"encoding/json"
	"io"

	"recoupe/checks"
)

// whole writes one JSON document that holds all results, as they come.
type whole struct {
	w     io.Writer
	enc   *json.Encoder
	o     Options
	begun bool
}

// version counts the shapes of the document; keys may be added within one.
const version = 1

func newJSON(w io.Writer, o Options) Report {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return &whole{w: w, enc: enc, o: o}
}

func (j *whole) Begin() error {
	head := struct {
		Version int  `json:"version"`
		Book    book `json:"book"`
	}{version, newBook(j.o)}
	b, err := json.Marshal(head)
	if err != nil {
		return err
	}
	_, err = io.WriteString(j.w, string(b[:len(b)-1])+`,"results":[`)
	return err
}

func (j *whole) Add(r checks.Result) error {
	if j.begun {
		if _, err := io.WriteString(j.w, ","); err != nil {
			return err
		}
	}
	j.begun = true
	return j.enc.Encode(newRow(r, j.o))
}

func (j *whole) End() error {
	_, err := io.WriteString(j.w, "]}\n")
	return err
}

// A book as the machine formats tell it.
type book struct {
	AsOf *string `json:"as_of"`
}

func newBook(o Options) (b book) {
	if !o.Book.AsOf.IsZero() {
		b.AsOf = edtf(o.Book.AsOf.String())
	}
	return b
}
