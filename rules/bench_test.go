package rules_test

import (
	"testing"

	"recoupe/checks/text"
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

// BenchmarkStep walks the phrase table over the words of the book's own facts.
func BenchmarkStep(b *testing.B) {
	book, err := rules.Open()
	if err != nil {
		b.Fatal(err)
	}
	src := ""
	for _, e := range book.Entities()[:4000] {
		src += "La semaine dernière, " + e.Label("fr") + " a dit que " + e.ID + ". "
	}
	toks := text.Tokens(nil, src, text.Span{End: len(src)})
	phrases := book.Languages["fr"].Phrases()
	b.SetBytes(int64(len(src)))
	hits := 0
	for b.Loop() {
		for i := range toks {
			var prefix uint64
			for j := i; j < len(toks); j++ {
				next, ends, longer := phrases.Step(prefix, toks[j].Key)
				if ends != nil {
					hits += len(ends.Labels)
				}
				if prefix = next; !longer {
					break
				}
			}
		}
	}
}
