package report

import (
	"encoding/json"
	"io"

	"recoupe/checks"
)

// jsonl writes a line for each story.
type jsonl struct {
	enc *json.Encoder
	o   Options
}

func newJSONL(w io.Writer, o Options) Report {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return &jsonl{enc, o}
}

func (j *jsonl) Begin() error              { return nil }
func (j *jsonl) Add(r checks.Result) error { return j.enc.Encode(newRow(r, j.o)) }
func (j *jsonl) End() error                { return nil }
