package checks_test

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"recoupe/checks"
	"recoupe/checks/source"
	"recoupe/checks/text"
	"recoupe/fixtures"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// bench is what the tests of the whole share, loaded once.
type bench struct {
	book    *rules.Book
	linter  *checks.Linter
	stories []fixtures.Story
	results []checks.Result
}

var loadBench = sync.OnceValues(func() (*bench, error) {
	b := &bench{}
	var err error
	if b.book, err = rules.Open(); err != nil {
		return nil, err
	}
	if b.linter, err = checks.New(b.book); err != nil {
		return nil, err
	}
	if b.stories, err = fixtures.Read(os.DirFS("../fixtures"), "fr", "en", "clean"); err != nil {
		return nil, err
	}
	for _, s := range b.stories {
		b.results = append(b.results, lint(b, s))
	}
	return b, nil
})

func load(t testing.TB) *bench {
	t.Helper()
	b, err := loadBench()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// lint reads a story as the program would.
func lint(b *bench, s fixtures.Story) checks.Result {
	doc := text.NewStory(s.ID(), s.Title, s.Text)
	doc.Lang, doc.Meta = s.Lang, map[string]string{"date": s.Date}
	var given []checks.Publication
	if s.Raw != nil {
		for opened := range source.Open(s.File, bytes.NewReader(s.Raw), source.Options{Lang: s.Lang, Guess: guesser(b.book)}) {
			doc = opened.Document
		}
		if day, err := calendar.ParsePeriod(s.Date); err == nil {
			given = append(given, checks.Publication{Period: day, Origin: checks.Given})
		}
	}
	return b.linter.Lint(context.Background(), doc, given...)
}

func guesser(book *rules.Book) *source.Guesser {
	words := map[string][]string{}
	for code, l := range book.Languages {
		words[code] = l.Function
	}
	return source.NewGuesser(words)
}

// TestFixtures holds every story to its expectations. With UPDATE set, a miss
// that is found becomes a want, and a wrong that is gone is taken out.
func TestFixtures(t *testing.T) {
	b := load(t)
	var known []string
	for _, r := range b.book.Rules {
		known = append(known, r.ID)
	}
	update := map[string]map[int]fixtures.Change{}
	for i, s := range b.stories {
		for _, e := range s.Expected {
			if !slices.Contains(known, e.Rule) {
				t.Errorf("%s:%d: there is no rule %q", e.File, e.At, e.Rule)
			}
		}
		if b.book.Languages[b.results[i].Document.Lang] == nil {
			t.Errorf("%s:%d: no language %q", s.File, s.Line, s.Lang)
			continue
		}
		compare(t, b, s, b.results[i], update)
	}
	for _, file := range slices.Sorted(maps.Keys(update)) {
		if err := fixtures.Reword("../fixtures/"+file, update[file]); err != nil {
			t.Error(err)
		}
	}
}

// compare holds the findings of one story against what it lists.
func compare(t *testing.T, b *bench, s fixtures.Story, r checks.Result, update map[string]map[int]fixtures.Change) {
	t.Helper()
	if r.Err != nil {
		t.Errorf("%s:%d: %v", s.File, s.Line, r.Err)
		return
	}
	claimed := make([]bool, len(r.Findings))
	for _, e := range s.Expected {
		if word := "confirmed"; strings.HasSuffix(e.Word, word) {
			if confirmed(r, e) != (e.Word == word) {
				t.Errorf("%s: the book tells otherwise", e)
			}
			continue
		}
		i := find(b, r, e, claimed)
		if i >= 0 {
			claimed[i] = true
		}
		problem, change := verdict(b, r, e, i)
		switch {
		case problem == "":
		case change != nil && os.Getenv("UPDATE") != "":
			if update[e.File] == nil {
				update[e.File] = map[int]fixtures.Change{}
			}
			update[e.File][e.At] = *change
		default:
			t.Errorf("%s %s", e, problem)
		}
	}
	for i, f := range r.Findings {
		if !claimed[i] {
			p := r.Document.Place(f.Span.Start)
			t.Errorf("%s:%d %s: not listed: %s:%d %s %s %q %s", s.File, s.Line, s.ID(), p.Field, p.Line, f.Severity, f.Rule.ID, r.Document.Words(f.Span), tell(b, r, f))
		}
		wellFormed(t, s, r, f)
	}
	compareRun(t, s, r)
}

// verdict says what is wrong with an expectation that finding i meets, or none
// when i is negative, and what it should become, where that is plain.
func verdict(b *bench, r checks.Result, e fixtures.Expectation, i int) (problem string, change *fixtures.Change) {
	switch {
	case e.Word == "want" && i < 0:
		return "is not found", nil
	case e.Word == "want":
		f := r.Findings[i]
		if e.Severity != "" && e.Severity != f.Severity.String() {
			return "is a " + f.Severity.String(), nil
		}
		if told := tell(b, r, f); untold(told, e) != "" {
			return fmt.Sprintf("does not tell %q but: %s", untold(told, e), told), nil
		}
	case e.Word == "miss" && i >= 0:
		words := r.Document.Words(r.Findings[i].Span)
		return fmt.Sprintf("is found on %q: make it a want (UPDATE=1 does)", words), &fixtures.Change{Word: "want", Words: words}
	case e.Word == "wrong" && i < 0:
		return "is gone: take it out (UPDATE=1 does)", &fixtures.Change{}
	}
	return "", nil
}

// find returns the finding that an expectation speaks of, unless another claimed
// it before, or -1. A miss may be found on words that merely touch its own, but
// the finding has to tell what the story wants told.
func find(b *bench, r checks.Result, e fixtures.Expectation, claimed []bool) int {
	for i, f := range r.Findings {
		if e.Word != "miss" && !claimed[i] && f.Rule.ID == e.Rule && r.Document.Words(f.Span) == e.Words && at(r.Document, f.Span, e) {
			return i
		}
	}
	for i, f := range r.Findings {
		if e.Word == "miss" && !claimed[i] && f.Rule.ID == e.Rule && touches(r.Document, f.Span, e) && untold(tell(b, r, f), e) == "" {
			return i
		}
	}
	return -1
}

// untold is the first hint that a finding does not tell.
func untold(told string, e fixtures.Expectation) string {
	for _, h := range e.Hints {
		if !strings.Contains(told, h) {
			return h
		}
	}
	return ""
}

// touches reports whether a span shares a byte with the words of an expectation.
func touches(d *text.Document, s text.Span, e fixtures.Expectation) bool {
	p := d.Place(s.Start)
	if e.Line != 0 {
		return p.Line == e.Line && d.Words(s) == e.Words
	}
	return p.Field == e.Field && p.Byte < e.Start+len(e.Words) && e.Start < p.Byte+s.End-s.Start
}

// at reports whether a span lies where an expectation says.
func at(d *text.Document, s text.Span, e fixtures.Expectation) bool {
	p := d.Place(s.Start)
	if e.Line != 0 {
		return p.Line == e.Line
	}
	return p.Field == e.Field && p.Byte == e.Start
}

// confirmed reports whether the book confirms a claim over the words.
func confirmed(r checks.Result, e fixtures.Expectation) bool {
	return slices.ContainsFunc(r.Judged, func(j checks.Judged) bool {
		c := r.Reading.Claims[j.Claim]
		return j.Verdict == checks.Confirmed && c.Rule.ID == e.Rule &&
			r.Document.Words(c.At) == e.Words && at(r.Document, c.At, e)
	})
}

// wellFormed holds what is true of every finding: reasons, and spans over words.
func wellFormed(t *testing.T, s fixtures.Story, r checks.Result, f checks.Finding) {
	t.Helper()
	words := r.Document.Words(f.Span)
	if len(f.Because) == 0 {
		t.Errorf("%s:%d: %s on %q gives no reason", s.File, s.Line, f.Rule.ID, words)
	}
	if words == "" || strings.TrimSpace(words) != words {
		t.Errorf("%s:%d: %s marks %q", s.File, s.Line, f.Rule.ID, words)
	}
	if slices.Contains(f.Suggestions, words) {
		t.Errorf("%s:%d: %s suggests %q for itself", s.File, s.Line, f.Rule.ID, words)
	}
	for _, e := range f.Because {
		if e.Fact == nil && e.Span.Empty() {
			t.Errorf("%s:%d: %s on %q has a reason that shows nothing", s.File, s.Line, f.Rule.ID, words)
		}
	}
}

// compareRun holds a run over a raw file to its status and window.
func compareRun(t *testing.T, s fixtures.Story, r checks.Result) {
	t.Helper()
	if s.Exit != "" {
		exit := "0"
		if slices.ContainsFunc(r.Findings, func(f checks.Finding) bool { return f.Severity == rules.Error }) {
			exit = "1"
		}
		if exit != s.Exit {
			t.Errorf("%s, %s: ends with %s, not %s", s.File, s.Name, exit, s.Exit)
		}
	}
	if s.Window != "" {
		within, holds, _ := strings.Cut(s.Window, " ")
		outer, err1 := calendar.ParsePeriod(within)
		day, err2 := calendar.ParsePeriod(holds)
		if w := r.Publication.Window; err1 != nil || err2 != nil || !w.Within(outer) || !day.Within(w) {
			t.Errorf("%s, %s: the window is %v, want it within %s, holding %s", s.File, s.Name, w, within, holds)
		}
	}
}

// tell is all that a finding says, as the reports would have it.
func tell(b *bench, r checks.Result, f checks.Finding) string {
	l := b.book.Languages[r.Document.Lang]
	parts := []string{f.Message(l)}
	for _, s := range f.Suggestions {
		parts = append(parts, "→ "+s)
	}
	for _, e := range f.Because {
		if e.Fact != nil {
			parts = append(parts, "["+e.Fact.Subject.Label(l.Code)+" "+l.SayFact(e.Fact)+" "+e.Fact.During.String()+"]")
		} else {
			parts = append(parts, fmt.Sprintf("[line %d: %s]", r.Document.Place(e.Span.Start).Line, r.Document.Words(e.Span)))
		}
		if note := f.Note(l, e); note != "" {
			parts = append(parts, note)
		}
	}
	return strings.Join(parts, " ")
}

// TestSameAnswer reads every story again, shuffled and many at a time.
func TestSameAnswer(t *testing.T) {
	b := load(t)
	order := rand.Perm(len(b.stories))
	again := make([]checks.Result, len(b.stories))
	next := make(chan int)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for i := range next {
				again[i] = lint(b, b.stories[i])
			}
		})
	}
	for _, i := range order {
		next <- i
	}
	close(next)
	wg.Wait()
	for i, s := range b.stories {
		if was, is := digest(b, b.results[i]), digest(b, again[i]); was != is {
			t.Errorf("%s: first\n%s\nthen\n%s", s.ID(), was, is)
		}
	}
}

// digest is everything of a result that a reader may see.
func digest(b *bench, r checks.Result) string {
	var out strings.Builder
	fmt.Fprintln(&out, r.Publication.Period, r.Publication.Origin, r.Publication.Window)
	for _, f := range r.Findings {
		fmt.Fprintln(&out, f.Rule.ID, f.Severity, f.Span, f.About, f.Fingerprint, tell(b, r, f))
	}
	for _, j := range r.Judged {
		fmt.Fprintln(&out, r.Reading.Claims[j.Claim].Span, j.Verdict, j.Why)
	}
	return out.String()
}

// TestScore prints recall and precision, by rule and language, from what the
// stories say is found, missed and wrong.
func TestScore(t *testing.T) {
	b := load(t)
	type row struct{ rule, lang string }
	n := map[row]map[string]int{}
	count := func(rule, lang, word string) {
		k := row{rule, lang}
		if n[k] == nil {
			n[k] = map[string]int{}
		}
		n[k][word]++
	}
	for i, s := range b.stories {
		lang := cmp.Or(s.Lang, b.results[i].Document.Lang)
		for _, e := range s.Expected {
			count(e.Rule, lang, e.Word)
			count("all", lang, e.Word)
		}
	}
	if len(n) == 0 {
		t.Error("no story expects anything")
	}
	keys := slices.SortedFunc(maps.Keys(n), func(a, b row) int {
		return cmp.Or(strings.Compare(a.rule, b.rule), strings.Compare(a.lang, b.lang))
	})
	for _, k := range keys {
		c := n[k]
		t.Logf("%-20s %s  recall %s  precision %s", k.rule, k.lang,
			share(c["want"], c["want"]+c["miss"]), share(c["want"], c["want"]+c["wrong"]))
	}
}

func share(part, all int) string {
	if all == 0 {
		return "      –        "
	}
	return fmt.Sprintf("%3d %% (%3d/%3d)", 100*part/all, part, all)
}
