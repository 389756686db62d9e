package source

import (
	"fmt"
	"strings"
	"testing"
)

// Remarks are found where they are, are no prose, and move nothing.
func TestRemarks(t *testing.T) {
	for _, c := range []struct{ story, prose, want string }{
		{"The ferries sailed. [stet capital: no]", "The ferries sailed.", "stet capital: no"},
		{"The ferries sailed. [STET]\n\nThey came.", "The ferries sailed.|They came.", "STET"},
		{"[stet a \"x]y\"] One [sic] and [stetson] two.", "One [sic] and [stetson] two.", `stet a "x]y"`},
		{"One. <!-- stet a:\nb --> Two.\n<!-- no mark -->", "One.|Two.|<!-- no mark -->", "stet a:\nb"},
		{"One [stet a\nb] two.", "One [stet a|b] two.", ""},
		{"Fin. [stet a][stet b] [stet", "Fin. " + strings.Repeat(" ", 17) + "[stet", "stet a;stet b"},
		{"One [stet a: inside] two.", "One " + strings.Repeat(" ", len("[stet a: inside]")) + " two.", "stet a: inside"},
		{"<!-- stet", "<!-- stet", ""},
		{"[stet " + strings.Repeat("x", 2000) + "]", "[stet " + strings.Repeat("x", 2000) + "]", ""},
	} {
		for _, archive := range []bool{false, true} {
			name, raw := "a.txt", c.story
			if archive {
				name, raw = "a.jsonl", fmt.Sprintf(`{"title":"Été","text":%q}`, c.story)
			}
			s := read(name, raw, Options{})[0]
			var prose, got []string
			for i, p := range s.Document.Paragraphs {
				if !archive || i > 0 {
					prose = append(prose, s.Document.Words(p.Span))
				}
			}
			for _, r := range s.Document.Remarks {
				got = append(got, r.Words)
				if at := strings.Index(c.story, r.Words); len(got) == 1 && s.Document.Place(r.Start).Byte > at {
					t.Errorf("%q: a remark at byte %d; want it before %d", c.story, s.Document.Place(r.Start).Byte, at)
				}
			}
			if told := strings.Join(prose, "|"); told != c.prose {
				t.Errorf("%q: read as %q; want %q", c.story, told, c.prose)
			}
			if told := strings.Join(got, ";"); told != c.want {
				t.Errorf("%q: remarks %q; want %q", c.story, told, c.want)
			}
		}
	}
}
