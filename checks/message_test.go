package checks

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"recoupe/rules"
	"recoupe/rules/calendar"
)

func TestMessage(t *testing.T) {
	book, err := rules.Open()
	if err != nil {
		t.Fatal(err)
	}
	f := Finding{
		Rule: &rules.Rule{
			ID:      "x",
			Message: map[string]string{"fr": "{words} : {day}, {day:on}, {day:of}[, {none}]", "en": "{words}: {day}, {day:on}, {term}, {n}"},
			Notes:   map[string]map[string]string{"a": {"fr": "le {n}"}},
		},
		Vars: map[string]Said{
			"words": {Words: "l’un\n et  l’autre"},
			"day":   {Period: calendar.At(calendar.YMD(2022, 3, 1))},
			"term":  {Period: calendar.Period{From: calendar.YMD(2014, 10, 1)}},
			"n":     {Number: 45000},
		},
	}
	for lang, want := range map[string]string{
		"fr": "l’un et l’autre : 1er mars 2022, le 1er mars 2022, du 1er mars 2022",
		"en": "l’un et l’autre: 1 March 2022, on 1 March 2022, since 1 October 2014, 45,000",
	} {
		if got := f.Message(book.Languages[lang]); got != want {
			t.Errorf("%s: %q; want %q", lang, got, want)
		}
	}
	if got, want := f.Note(book.Languages["fr"], Evidence{Note: "a"}), "le 45\u00a0000"; got != want {
		t.Errorf("%q; want %q", got, want)
	}
	if got := f.Note(book.Languages["fr"], Evidence{Note: "b"}); got != "" {
		t.Errorf("%q", got)
	}
	f.Vars["words"] = Said{Words: strings.Repeat("mot ", 100)}
	if got := f.Message(book.Languages["fr"]); len(got) > 200 || !strings.Contains(got, " … ") {
		t.Errorf("%q", got)
	}
}

func TestUnderstands(t *testing.T) {
	c := Check{Name: "c", Vars: []string{"said", "known"}}
	for _, k := range []struct{ message, want string }{
		{"{said} against {known:on}[, {said}]", ""},
		{"{when}", "catalog/x.toml:3: message (en) mentions {when}; c gives {said}, {known}"},
		{"{said:at}", "catalog/x.toml:3: message (en) says {said:at}; want {said}, {said:on} or {said:of}"},
	} {
		err := c.understands(&rules.Rule{ID: "x", Message: map[string]string{"en": k.message}, Origin: rules.Origin{File: "catalog/x.toml", Line: 3}})
		got := ""
		if err != nil {
			got = err.Error()
		}
		if got != k.want {
			t.Errorf("%q: %q; want %q", k.message, got, k.want)
		}
	}
}

// Every language has words for each reason why a claim was let be; the reasons
// are their own words in English.
func TestReasonsAreTold(t *testing.T) {
	set := token.NewFileSet()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	_, book := house(t)
	reasons := 0
	for _, name := range files {
		tree, err := parser.ParseFile(set, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || len(spec.Values) != 1 || !strings.HasPrefix(spec.Names[0].Name, "why") {
				return true
			}
			lit, ok := spec.Values[0].(*ast.BasicLit)
			if !ok {
				return true
			}
			reason, err := strconv.Unquote(lit.Value)
			if err != nil {
				t.Fatal(err)
			}
			reasons++
			for code, l := range book.Languages {
				if code != "en" && l.UI[reason] == "" {
					t.Errorf("%s has no words for %q", code, reason)
				}
			}
			return true
		})
	}
	if reasons == 0 {
		t.Error("there are no reasons")
	}
}
