package report

import (
	"bytes"
	"path/filepath"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"recoupe/checks"
)

// TestSchema holds the JSON formats to the schema that is published for them.
func TestSchema(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile(filepath.Join(golden, "report.schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	book := testBook(t)
	results := []checks.Result{harbour(t, book), ferry(t, book), misdated(t, book), quay(t, book), broken()}
	valid := func(raw []byte) error {
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
		if err != nil {
			return err
		}
		return schema.Validate(doc)
	}
	for n := range len(results) + 1 {
		raw := write(t, "json", results[:n], Options{Book: book})
		if err := valid(raw); err != nil {
			t.Errorf("%d results: %v\n%s", n, err, raw)
		}
	}

	// The lines of jsonl are the members of results.
	lines := write(t, "jsonl", results, Options{Book: book})
	lines = bytes.TrimSuffix(bytes.ReplaceAll(lines, []byte("\n"), []byte(",")), []byte(","))
	if err := valid([]byte(`{"version":1,"book":{"as_of":null},"results":[` + string(lines) + `]}`)); err != nil {
		t.Error(err)
	}

	// What must not pass does not.
	raw := write(t, "json", results[:1], Options{Book: book})
	for _, c := range []struct{ from, to string }{
		{`"window":null`, `"window":"2022"`},
		{`"date_from":"declared"`, `"date_from":"today"`},
		{`"findings":[{`, `"findings":null,"x":[{`},
		{`"because":[{`, `"because":[],"x":[{`},
		{`"line":3`, `"line":0`},
	} {
		bad := bytes.Replace(raw, []byte(c.from), []byte(c.to), 1)
		if bytes.Equal(bad, raw) {
			t.Fatalf("%s is not in the report", c.from)
		}
		if valid(bad) == nil {
			t.Errorf("%s passes", c.to)
		}
	}
}
