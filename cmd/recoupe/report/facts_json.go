package report

import (
	"encoding/json"
	"io"

	"recoupe/rules"
)

// factRow is a fact as programs read it.
type factRow struct {
	ID       string   `json:"id"`
	Subject  string   `json:"subject"`
	Relation string   `json:"relation"`
	Value    any      `json:"value"`    // an id, a period in EDTF, a number, or a list of words
	During   string   `json:"during"`   // EDTF, with .. for an open end
	Acting   bool     `json:"acting"`   // an interim holder
	Nth      int      `json:"nth"`      // ordinal of a holder; 0 where not counted
	Says     string   `json:"says"`     // in the language of the report
	Sources  []string `json:"sources"`  // at least one
	Verified *string  `json:"verified"` // when it was checked by hand; null where it was not
	AsOf     string   `json:"as_of"`
	Origin   string   `json:"origin"` // file:line
}

func newFactRow(f *rules.Fact, lang *rules.Language) factRow {
	row := factRow{ID: f.ID, Relation: f.Relation, During: f.During.String(), Acting: f.Acting, Nth: f.Nth,
		Says: lang.SayFact(f), Sources: f.Sources, AsOf: f.AsOf.String(), Origin: f.Origin.String()}
	if f.Subject != nil {
		row.Subject = f.Subject.ID
	}
	switch v := f.Value; {
	case v.Entity != nil:
		row.Value = v.Entity.ID
	case !v.Period.IsZero():
		row.Value = v.Period.String()
	case len(v.Words) > 0:
		row.Value = v.Words
	default:
		row.Value = v.Number
	}
	if !f.Verified.IsZero() {
		day := f.Verified.String()
		row.Verified = &day
	}
	return row
}

// entityRow is an entity as programs read it, with what the book says of it.
type entityRow struct {
	ID        string              `json:"id"`
	Kind      rules.Kind          `json:"kind"`
	Names     map[string][]string `json:"names"` // by language, the label first
	Acronyms  map[string][]string `json:"acronyms"`
	Origin    string              `json:"origin"`
	Withdrawn bool                `json:"withdrawn"` // by a table of the newsroom
	Facts     []factRow           `json:"facts,omitempty"`
}

func newEntityRow(e *rules.Entity) entityRow {
	row := entityRow{ID: e.ID, Kind: e.Kind, Names: e.Names, Acronyms: e.Acronyms, Origin: e.Origin.String(), Withdrawn: e.Withdrawn}
	if row.Names == nil {
		row.Names = map[string][]string{}
	}
	if row.Acronyms == nil {
		row.Acronyms = map[string][]string{}
	}
	return row
}

// writeJSON writes a value, pleasant to read.
func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(v)
}
