package rules_test

import (
	"testing"

	"recoupe/rules"
)

func BenchmarkLoadTables(b *testing.B) {
	for b.Loop() {
		if _, err := rules.Load(rules.Embedded); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkOpenCompiled(b *testing.B) {
	data, err := rules.Compile(rules.Embedded)
	if err != nil {
		b.Fatal(err)
	}
	key, src := rules.Key(rules.Embedded), string(data)
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := rules.OpenCompiled(src, key); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkKey(b *testing.B) {
	for b.Loop() {
		rules.Key(rules.Embedded)
	}
}
