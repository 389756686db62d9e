package rules_test

import (
	"testing"

	"recoupe/rules"
)

func BenchmarkLoadTables(b *testing.B) {
	for b.Loop() {
		if _, err := rules.Open(); err != nil {
			b.Fatal(err)
		}
	}
}
