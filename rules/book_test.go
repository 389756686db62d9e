package rules_test

import (
	"testing"

	"recoupe/rules"
)

func TestEmbeddedBookLoads(t *testing.T) {
	b, err := rules.Open()
	if err != nil {
		t.Fatal(err)
	}
	if len(b.Entities) < 10000 || len(b.Facts) < 20000 || len(b.Rules) < 8 || len(b.Languages) < 2 {
		t.Errorf("%d entities, %d facts, %d rules, %d languages: want the whole book", len(b.Entities), len(b.Facts), len(b.Rules), len(b.Languages))
	}
}
