package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"recoupe/checks"
	"recoupe/checks/text"
	"recoupe/rules"
)

// keeps reports whether a JSON document keeps to a schema.
func keeps(t *testing.T, schema string, raw []byte) error {
	t.Helper()
	wanted, err := jsonschema.UnmarshalJSON(strings.NewReader(schema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", wanted); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		return err
	}
	return compiled.Validate(doc)
}

// crowd is a story with so many findings of each severity, in a file whose name
// has all that must be escaped.
func crowd(t *testing.T, name string, each int) checks.Result {
	d := text.New(name, strings.Repeat("Un mot, 10 % de trop : là.\n", each))
	d.Lang = "fr"
	out := checks.Result{Document: d}
	for n := range each {
		for s := rules.Note; s <= rules.Error; s++ {
			out.Findings = append(out.Findings, checks.Finding{
				Rule: rule("known-number", "{said} de trop\r\nà 100 %", "{said} too many"), Severity: s, Fingerprint: fmt.Sprintf("%016x", 10*n+int(s)),
				Span: span(t, d, "10 %", n+1), Vars: map[string]checks.Said{"said": {Number: float64(n + 1)}},
				Because: []checks.Evidence{{Span: span(t, d, "là", n+1)}},
			})
		}
	}
	return out
}

// What GitHub does not show is counted, and the worst come first.
func TestGitHub(t *testing.T) {
	o := Options{Book: testBook(t)}
	told := string(write(t, "github", []checks.Result{crowd(t, "un, deux:100%\n.txt", 14), crowd(t, "b.txt", 3)}, o))
	lines := strings.Split(strings.TrimSuffix(told, "\n"), "\n")
	var levels []string
	for _, l := range lines {
		level, _, _ := strings.Cut(strings.TrimPrefix(l, "::"), " ")
		levels = append(levels, level)
	}
	want := slices.Concat(slices.Repeat([]string{"error"}, 10), slices.Repeat([]string{"warning"}, 10), slices.Repeat([]string{"notice"}, 10))
	if !slices.Equal(levels, want) {
		t.Errorf("%v", levels)
	}
	if want := "::error file=un%2C deux%3A100%25%0A.txt,line=1,col=9,endColumn=13,title=known-number::1 de trop  à 100 %25%0A1:24 là"; lines[0] != want {
		t.Errorf("%s\nwant %s", lines[0], want)
	}
	if want := "::notice title=recoupe::2 textes lus; 17 erreurs, 17 avertissements, 17 notes; 22 non montrés ici"; lines[len(lines)-1] != want {
		t.Errorf("%s\nwant %s", lines[len(lines)-1], want)
	}
	if told := write(t, "github", nil, o); len(told) > 0 {
		t.Errorf("of nothing: %s", told)
	}
	if told, want := string(write(t, "github", []checks.Result{quay(t, o.Book)}, o)), "::notice title=recoupe::1 texte lu; rien à signaler\n"; told != want {
		t.Errorf("%s; want %s", told, want)
	}
}

// codeQuality is what GitLab asks of a report.
const codeQuality = `{"type":"array","items":{"type":"object","required":["description","check_name","fingerprint","severity","location"],"properties":{
	"description":{"type":"string","minLength":1},"check_name":{"type":"string","pattern":"^[a-z-]+$"},
	"fingerprint":{"type":"string","pattern":"^[0-9a-f]{32}$"},"severity":{"enum":["info","minor","major","critical","blocker"]},
	"location":{"type":"object","required":["path","lines"],"properties":{"path":{"type":"string","pattern":"^[^./]"},
		"lines":{"type":"object","required":["begin"],"properties":{"begin":{"type":"integer","minimum":1}}}}}}}}`

func TestGitLab(t *testing.T) {
	book := testBook(t)
	// One fault in two files of the same words is two issues.
	results := []checks.Result{harbour(t, book), ferry(t, book), broken(), crowd(t, "./a.txt", 3), crowd(t, "/desk/b.txt", 3)}
	raw := write(t, "gitlab", results, Options{Book: book, Dir: "/desk"})
	if err := keeps(t, codeQuality, raw); err != nil {
		t.Errorf("%v\n%s", err, raw)
	}
	var issues []issue
	if err := json.Unmarshal(raw, &issues); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, i := range issues {
		if seen[i.Fingerprint] {
			t.Errorf("%s stands twice", i.Fingerprint)
		}
		seen[i.Fingerprint] = true
	}
	if len(issues) != 3+2+1+9+9 {
		t.Errorf("%d issues", len(issues))
	}
	if bad := bytes.Replace(raw, []byte(`"major"`), []byte(`"grave"`), 1); keeps(t, codeQuality, bad) == nil {
		t.Error("the schema takes anything")
	}
}

// A node is an element of any XML document.
type node struct {
	XMLName xml.Name
	Attrs   []xml.Attr `xml:",any,attr"`
	Nodes   []node     `xml:",any"`
}

// shape checks that elements stand only where they may, with their attributes.
func (n node) shape(t *testing.T, path string, attrs map[string]string) {
	t.Helper()
	path += "/" + n.XMLName.Local
	want, ok := attrs[path]
	if !ok {
		t.Errorf("%s does not belong there", path)
	}
	var got []string
	for _, a := range n.Attrs {
		got = append(got, a.Name.Local)
	}
	for _, name := range got {
		if !slices.Contains(strings.Fields(want), strings.TrimSuffix(name, "?")) && !slices.Contains(strings.Fields(want), name+"?") {
			t.Errorf("%s has the attribute %s", path, name)
		}
	}
	for _, name := range strings.Fields(want) {
		if !strings.HasSuffix(name, "?") && !slices.Contains(got, name) {
			t.Errorf("%s lacks %s", path, name)
		}
	}
	for _, inner := range n.Nodes {
		inner.shape(t, path, attrs)
	}
}

func readXML(t *testing.T, raw []byte) node {
	t.Helper()
	var root node
	dec := xml.NewDecoder(bytes.NewReader(raw))
	if err := dec.Decode(&root); err != nil {
		t.Fatalf("%v\n%s", err, raw)
	}
	if _, err := dec.Token(); err != nil && err != io.EOF {
		t.Errorf("after the document: %v", err)
	}
	return root
}

func TestCheckstyle(t *testing.T) {
	book := testBook(t)
	for n, results := range map[int][]checks.Result{0: nil, 6: {harbour(t, book), ferry(t, book), quay(t, book), broken()}} {
		root := readXML(t, write(t, "checkstyle", results, Options{Book: book}))
		root.shape(t, "", map[string]string{"/checkstyle": "version", "/checkstyle/file": "name", "/checkstyle/file/error": "line column? severity message source"})
		errors := 0
		for _, f := range root.Nodes {
			errors += len(f.Nodes)
		}
		if errors != n {
			t.Errorf("%d errors; want %d", errors, n)
		}
	}
}

// The verdict of a suite is that of the run.
func TestJUnit(t *testing.T) {
	book := testBook(t)
	results := []checks.Result{harbour(t, book), ferry(t, book), quay(t, book), broken()}
	for fail, failures := range map[rules.Severity]int{rules.Note: 5, rules.Warning: 4, rules.Error: 1, rules.Error + 1: 0} {
		root := readXML(t, write(t, "junit", results, Options{Book: book, Fail: fail}))
		root.shape(t, "", map[string]string{
			"/testsuites": "name", "/testsuites/testsuite": "name tests failures errors", "/testsuites/testsuite/testcase": "name classname",
			"/testsuites/testsuite/testcase/failure": "message type", "/testsuites/testsuite/testcase/error": "message type", "/testsuites/testsuite/testcase/system-out": "",
		})
		found := map[string]int{}
		for _, suite := range root.Nodes {
			for _, c := range suite.Nodes {
				for _, n := range c.Nodes {
					found[n.XMLName.Local]++
				}
			}
		}
		if found["failure"] != failures || found["error"] != 1 || found["system-out"] != 5-failures {
			t.Errorf("from %v on: %v", fail, found)
		}
	}
}

// rdformat is what reviewdog asks of a diagnostic.
const rdformat = `{"type":"object","required":["message","location"],"additionalProperties":false,"properties":{
	"message":{"type":"string","minLength":1},"location":{"$ref":"#/$defs/location"},"severity":{"enum":["ERROR","WARNING","INFO"]},
	"source":{"type":"object","required":["name"]},"code":{"type":"object","required":["value"]},
	"suggestions":{"type":"array","items":{"type":"object","required":["range","text"],"additionalProperties":false,"properties":{"range":{"$ref":"#/$defs/range"},"text":{"type":"string"}}}},
	"relatedLocations":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"message":{"type":"string"},"location":{"$ref":"#/$defs/location"}}}}},
	"$defs":{
		"location":{"type":"object","required":["path"],"additionalProperties":false,"properties":{"path":{"type":"string","minLength":1},"range":{"$ref":"#/$defs/range"}}},
		"range":{"type":"object","required":["start"],"additionalProperties":false,"properties":{"start":{"$ref":"#/$defs/position"},"end":{"$ref":"#/$defs/position"}}},
		"position":{"type":"object","required":["line"],"additionalProperties":false,"properties":{"line":{"type":"integer","minimum":1},"column":{"type":"integer","minimum":1}}}}}`

// A suggestion replaces exactly the faulty words, counted in bytes.
func TestRDJSONL(t *testing.T) {
	book := testBook(t)
	harbour := harbour(t, book)
	results := []checks.Result{harbour, ferry(t, book), quay(t, book), broken()}
	file := strings.Split(harbour.Document.Text, "\n")
	suggested := 0
	for _, line := range bytes.Split(bytes.TrimSpace(write(t, "rdjsonl", results, Options{Book: book})), []byte("\n")) {
		if err := keeps(t, rdformat, line); err != nil {
			t.Errorf("%v\n%s", err, line)
		}
		var d diagnostic
		if err := json.Unmarshal(line, &d); err != nil {
			t.Fatal(err)
		}
		for _, s := range d.Suggestions {
			suggested++
			row := file[s.Range.Start.Line-1]
			words := row[s.Range.Start.Column-1 : s.Range.End.Column-1]
			if want := map[string]string{"avril 2023": "avril 2022", "Otan": "OTAN"}[s.Text]; words != want || d.Location.Path != harbour.Document.Name {
				t.Errorf("%s: %q stands for %q", d.Location.Path, s.Text, words)
			}
		}
	}
	if suggested != 2 {
		t.Errorf("%d suggestions; want those of the file alone", suggested)
	}
}

// Of every format a finding is told in one line of its own, whatever it quotes.
func TestCompact(t *testing.T) {
	book := testBook(t)
	results := []checks.Result{harbour(t, book), ferry(t, book), misdated(t, book), quay(t, book), broken(), crowd(t, "-", 2)}
	lines := strings.Split(strings.TrimSpace(string(write(t, "compact", results, Options{Book: book}))), "\n")
	if len(lines) != 3+2+1+1+6 {
		t.Errorf("%d lines:\n%s", len(lines), strings.Join(lines, "\n"))
	}
	if last := lines[len(lines)-1]; !strings.HasPrefix(last, "stdin:2:9: error[known-number] ") {
		t.Error(last)
	}
}
