package checks

import (
	"context"
	"strings"
	"testing"

	"recoupe/rules"
)

// house is the linter of the book of the house.
// TestHouseWasTried holds the house's book to what it says of itself: all its
// grammars and patterns compile, though they wait for a story.
func TestHouseWasTried(t *testing.T) {
	_, book := house(t)
	untried := *book
	untried.Tried = false
	if _, err := New(&untried); err != nil {
		t.Error(err)
	}
}

func house(t testing.TB) (*Linter, *rules.Book) {
	t.Helper()
	book, err := rules.Open()
	if err != nil {
		t.Fatal(err)
	}
	l, err := New(book)
	if err != nil {
		t.Fatal(err)
	}
	return l, book
}

// TestExamples runs every example of every rule: bad ones are flagged exactly in
// their brackets, good ones are left alone.
func TestExamples(t *testing.T) {
	l, book := house(t)
	for _, r := range book.Rules {
		tried, err := l.Try(context.Background(), r)
		if err != nil {
			t.Error(err)
		}
		if tried == 0 {
			t.Errorf("%s: %s has no example", r.Origin, r.ID)
		}
	}
}

// TestTry is a test of the trial: it tells what is wrong, and where.
func TestTry(t *testing.T) {
	l, book := house(t)
	r := *book.Rule("event-date")
	at := rules.Origin{File: "x.toml", Line: 7}
	for _, c := range []struct {
		e    rules.Example
		want string
	}{
		{rules.Example{Lang: "en", Text: "Russia invaded Ukraine in [February 2017].", Bad: true}, ""},
		{rules.Example{Lang: "en", Text: "Russia invaded Ukraine in February 2022."}, ""},
		{rules.Example{Lang: "en", Text: "Russia invaded Ukraine in [February 2022].", Bad: true}, `x.toml:7: event-date does not flag "February 2022"`},
		{rules.Example{Lang: "en", Text: "Russia invaded Ukraine in February 2017."}, `x.toml:7: event-date flags "February 2017"`},
		{rules.Example{Lang: "en", Text: "Russia [invaded] Ukraine in February 2017.", Bad: true}, `x.toml:7: event-date does not flag "invaded"`},
		{rules.Example{Lang: "en", Text: "Russia invaded Ukraine in February 2017.", Bad: true}, "x.toml:7: a bad example needs its faulty words in [brackets]"},
	} {
		c.e.Origin = at
		r.Examples, r.Patterns = []rules.Example{c.e}, nil
		got := ""
		if _, err := l.Try(context.Background(), &r); err != nil {
			got = err.Error()
		}
		if (got == "") != (c.want == "") || !strings.HasPrefix(got, c.want) {
			t.Errorf("%q: %q; want %q", c.e.Text, got, c.want)
		}
	}
}
