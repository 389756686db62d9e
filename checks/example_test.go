package checks_test

import (
	"context"
	"fmt"

	"recoupe/checks"
	"recoupe/checks/text"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// A program opens the book once, makes a linter of it, and hands it documents,
// from as many goroutines as it likes.
func ExampleLinter_Lint() {
	book, err := rules.Open()
	if err != nil {
		panic(err)
	}
	linter, err := checks.New(book)
	if err != nil {
		panic(err)
	}
	doc := text.New("draft", "Russia invaded Ukraine in February 2017, and the port of the town closed.")
	doc.Lang = "en"
	today := checks.Publication{Period: calendar.At(calendar.YMD(2023, 1, 30)), Origin: checks.Given}

	result := linter.Lint(context.Background(), doc, today)
	for _, f := range result.Findings {
		at := doc.Place(f.Span.Start)
		fmt.Printf("%d:%d %s: %q, better %q\n", at.Line, at.Rune, f.Rule.ID, doc.Words(f.Span), f.Suggestions)
	}
	// Output:
	// 1:27 event-date: "February 2017", better ["February 2022"]
}

// A caller may bring checks of its own, and rules for them.
func ExampleWith() {
	shout := checks.Check{
		Name: "shout",
		Doc:  "finds words in capitals",
		Vars: []string{"word"},
		New: func(*rules.Rule) (checks.Judge, error) {
			return func(p *checks.Pass) {
				for _, t := range p.Tokens {
					if t.Is(text.Upper) {
						p.Report(checks.Finding{Span: t.Span, Vars: map[string]checks.Said{"word": {Words: p.Words(t.Span)}}, Because: []checks.Evidence{{Span: t.Span}}})
					}
				}
			}, nil
		},
	}
	book := &rules.Book{
		Languages: map[string]*rules.Language{"en": {Code: "en"}},
		Rules:     []*rules.Rule{{ID: "no-shouting", Check: "shout", Severity: rules.Warning, Message: map[string]string{"en": "in capitals: {word}"}}},
	}
	linter, err := checks.New(book, checks.With(shout))
	if err != nil {
		panic(err)
	}
	for _, f := range linter.Lint(context.Background(), text.New("draft", "The harbour is CLOSED.")).Findings {
		fmt.Println(f.Message(book.Tongue("en")))
	}
	// Output:
	// in capitals: CLOSED
}
