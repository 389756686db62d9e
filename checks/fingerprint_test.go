package checks

import (
	"crypto/sha256"
	"encoding/hex"
	"testing"
	"time"

	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
)

func pageOf(body string) *Reading {
	return &Reading{Marks: &mark.Marks{Page: text.Cut(text.New("t", body), text.Borders{Abbreviation: func(uint64) bool { return false }, Starter: func(uint64) bool { return false }})}}
}

// The fingerprint is what the README of the formats promises, so that another
// program can work it out.
func TestFingerprint(t *testing.T) {
	body := "L’Été fut long. Le chat voit le chat.\n\nLe chat voit le chat."
	r := pageOf(body)
	rule := &rules.Rule{ID: "some-rule"}
	at := func(start, end int) Finding { return Finding{Rule: rule, Span: text.Span{Start: start, End: end}} }
	cat := len("L’Été fut long. ")
	again := len("L’Été fut long. Le chat voit le chat.\n\n")
	found := []Finding{at(0, len("L’Été")), at(cat+3, cat+7), at(cat+16, cat+20), at(again+3, again+7)}
	fingerprint(r, found)
	for i, want := range []string{
		"some-rule\nl'ete fut long.\nl'ete\n1",
		"some-rule\nle chat voit le chat.\nchat\n1",
		"some-rule\nle chat voit le chat.\nchat\n2",
		"some-rule\nle chat voit le chat.\nchat\n3",
	} {
		sum := sha256.Sum256([]byte(want))
		if got := found[i].Fingerprint; got != hex.EncodeToString(sum[:])[:16] {
			t.Errorf("%d: %s is not of %q", i, got, want)
		}
	}
}

// It survives edits elsewhere, capitals and accents, and tells rules apart.
func TestFingerprintSurvives(t *testing.T) {
	one := func(body, words, rule string) string {
		r := pageOf(body)
		i := len(body) - len(words) - 1
		found := []Finding{{Rule: &rules.Rule{ID: rule}, Span: text.Span{Start: i, End: i + len(words)}}}
		fingerprint(r, found)
		return found[0].Fingerprint
	}
	first := one("Un mot. C'est en février 2017.", "février 2017", "a")
	for _, body := range []string{"C'est en février 2017.", "Autre chose ici.\n\nC’EST en fe\u0301vrier 2017."} {
		words := "février 2017"
		if len(body) > 40 {
			words = "fe\u0301vrier 2017"
		}
		if got := one(body, words, "a"); got != first {
			t.Errorf("%q: %s, not %s", body, got, first)
		}
	}
	if one("C'est en février 2017.", "février 2017", "b") == first || one("C'est en février 2018.", "février 2018", "a") == first {
		t.Error("other rules or words have the same fingerprint")
	}
}

// A sentence without end that is full of findings takes no longer than one walk
// over it and one over the findings.
func TestFingerprintIsLinear(t *testing.T) {
	took := func(n int) time.Duration {
		body := make([]byte, 0, 4*n)
		for range n {
			body = append(body, "mot "...)
		}
		r := pageOf(string(body))
		found := make([]Finding, n)
		for i := range found {
			found[i] = Finding{Rule: &rules.Rule{ID: "a"}, Span: text.Span{Start: 4 * i, End: 4*i + 3}}
		}
		begun := time.Now()
		fingerprint(r, found)
		return time.Since(begun)
	}
	took(1000)
	// Others use the machine too: the best of some tries counts.
	var small, large time.Duration
	for range 8 {
		if small, large = took(5_000), took(50_000); large <= 40*small+100*time.Millisecond {
			return
		}
	}
	t.Errorf("ten times the findings took %v instead of %v", large, small)
}
