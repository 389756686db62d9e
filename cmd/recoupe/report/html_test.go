package report

import (
	"slices"
	"strings"
	"testing"

	"recoupe/checks"
	"recoupe/checks/text"
)

// attributes are the values of an attribute of a page.
func attributes(html, name string) []string {
	var out []string
	for _, rest := range strings.Split(html, " "+name+`="`)[1:] {
		value, _, _ := strings.Cut(rest, `"`)
		out = append(out, value)
	}
	return out
}

// The page asks nothing of anywhere, leads nowhere that is not there, and takes
// no story's word for markup.
func TestHTML(t *testing.T) {
	book := testBook(t)
	odd := text.NewStory("<i>&", `A "bold" <script>alert(1)</script>`, "</style><img src=x> onerror=1.\n\n<!-- dash --> 'quoted'.")
	odd.Lang = "en"
	overlapping := checks.Result{Document: odd, Findings: []checks.Finding{
		{Rule: rule("capital", "{said}", "{said}"), Severity: 3, Span: span(t, odd, "<script>alert(1)", 1), About: span(t, odd, "bold", 1), Because: []checks.Evidence{{Span: span(t, odd, "<!-- dash", 1)}}, Vars: map[string]checks.Said{"said": {Words: "<b>"}}},
		{Rule: rule("location", "{said}", "{said}"), Severity: 2, Span: span(t, odd, "alert", 1), Because: []checks.Evidence{{Span: span(t, odd, "dash --> 'quoted'", 1), Note: "first"}}, Suggestions: []string{"</ins>"}},
	}}
	results := []checks.Result{harbour(t, book), ferry(t, book), misdated(t, book), overlapping, quay(t, book), broken()}
	results[0].Stood = []checks.Stood{{Finding: results[0].Findings[2], By: "stet", Reason: "<u>"}}
	for n := range len(results) + 1 {
		html := string(write(t, "html", results[:n], Options{Book: book}))
		for _, word := range []string{"http:", "https:", "//", "url(", "@import", "<link", "<script src", "<i>", "<u>", "<b>", "<img", "alert(1)</script>", "ZgotmplZ"} {
			// The script has comments of its own.
			if page, _, _ := strings.Cut(html, "<script>"); strings.Contains(page, word) {
				t.Errorf("%d stories: the page holds %s", n, word)
			}
		}
		ids := attributes(html, "id")
		slices.Sort(ids)
		if len(slices.Compact(slices.Clone(ids))) != len(ids) {
			t.Errorf("%d stories: an anchor stands twice in %v", n, ids)
		}
		for _, href := range attributes(html, "href") {
			if !slices.Contains(ids, strings.TrimPrefix(href, "#")) {
				t.Errorf("%d stories: %s leads nowhere", n, href)
			}
		}
		if policy := attributes(html, "content")[0]; !strings.HasPrefix(policy, "default-src &#39;none&#39;") {
			t.Errorf("policy: %s", policy)
		}
		if got := strings.Count(html, "<article "); got != n {
			t.Errorf("%d articles of %d stories", got, n)
		}
		if strings.Contains(html, `id="index"`) != (n > 1) {
			t.Errorf("%d stories: index %v", n, n <= 1)
		}
	}
}

// The page says in which language each part is.
func TestHTMLLanguages(t *testing.T) {
	book := testBook(t)
	html := string(write(t, "html", []checks.Result{harbour(t, book)}, Options{Book: book, UI: "en"}))
	langs := attributes(html, "lang")
	slices.Sort(langs)
	if got := slices.Compact(langs); !slices.Equal(got, []string{"en", "fr"}) || !strings.Contains(html, `<article class="story" id="s1" lang="en">`) || !strings.Contains(html, `<div class="text" lang="fr">`) {
		t.Errorf("%v", got)
	}
	for _, code := range []string{"fr", "en"} {
		for id, words := range book.Languages["fr"].UI {
			if strings.HasPrefix(id, "page-") && book.Languages[code].UI[id] == "" {
				t.Errorf("%s has no %s (%s)", code, id, words)
			}
		}
	}
}
