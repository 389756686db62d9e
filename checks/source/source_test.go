package source

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"recoupe/checks/text"
)

var guess = NewGuesser(map[string][]string{
	"fr": {"le", "la", "les", "des", "est", "dans", "une", "pour", "on"},
	"en": {"the", "of", "and", "is", "in", "for", "with", "on"},
})

func read(name, raw string, o Options) []Story {
	if o.Guess == nil {
		o.Guess = guess
	}
	var out []Story
	for s := range Open(name, strings.NewReader(raw), o) {
		out = append(out, s)
	}
	return out
}

// told is a story in one line: language, date, fields, paragraphs, notes, error.
func told(s Story) string {
	d := s.Document
	out := fmt.Sprintf("%s %s %s", d.Name, d.Lang, d.Meta["date"])
	for _, p := range d.Paragraphs {
		role := ""
		if p.Role == text.Headline {
			role = "#"
		}
		at := d.Place(p.Start)
		out += fmt.Sprintf(" | %s%s@%s:%d:%d", role, d.Words(p.Span), at.Field, at.Byte, at.Line)
	}
	for _, n := range s.Notes {
		out += " ! " + n
	}
	if s.Err != nil {
		out += " ERROR " + s.Err.Error()
	}
	return out
}

func TestOpen(t *testing.T) {
	for _, c := range []struct{ what, name, raw, want string }{
		{"plain", "a.txt", "Le chat est dans la rue.\n", "a.txt fr  | Le chat est dans la rue.@text:0:1"},
		{"empty", "a.txt", "", "a.txt  "},
		{"undecided", "a.txt", "Le chat, the cat.", "a.txt   | Le chat, the cat.@text:0:1"},
		{"shared words tell nothing", "a.txt", "On on on the.", "a.txt en  | On on on the.@text:0:1"},
		{"UTF-8 mark does not count", "a.txt", "\ufeffIn the city.", "a.txt en  | In the city.@text:0:1"},
		{"keys", "a.txt", "lang: fr-CA\r\ndate: 2023-03-04\r\ntitle: Grève\r\n\r\nThe end.", "a.txt fr 2023-03-04 | #Grève@text:38:3 | The end.@text:48:5"},
		{"keys need a blank line after them", "a.txt", "date: 2023-03-04\nThe end of the line.", "a.txt en  | #date: 2023-03-04@text:0:1 | The end of the line.@text:17:2"},
		{"a headline with a colon is no key", "a.txt", "Ukraine: the end\n\nThe war is over.", "a.txt en  | #Ukraine: the end@text:0:1 | The war is over.@text:18:3"},
		{"fence", "a.txt", "---\ntitle: 'Les  morts'\nauthor: X\ndate: 2023-03-04T10:00:00+01:00\n---\nLe fin.", "a.txt fr 2023-03-04 | #Les  morts@text:12:2 | Le fin.@text:70:6"},
		{"fence that does not close", "a.txt", "---\ntitle: x\nThe end.", "a.txt en  | #---@text:0:1 | #title: x@text:4:2 | The end.@text:13:3"},
		{"fence of something else", "a.txt", "---\nfoo: x\n---\nThe end.", "a.txt en  | #---@text:0:1 | #foo: x@text:4:2 | #---@text:11:3 | The end.@text:15:4"},
		{"empty title", "a.txt", "title:\nlang: en\n\nLe fin.", "a.txt en  | Le fin.@text:17:4"},
		{"bad date", "a.txt", "date: hier\nlang: fr\n\nLe fin.", `a.txt fr  | Le fin.@text:21:4 ! date "hier" is not understood; want YYYY-MM-DD`},
		{"UTF-16, little end first", "a.txt", "\xff\xfeL\x00e\x00 \x00\xe9\x00t\x00\xe9\x00.\x00", "a.txt fr  | Le été.@text:0:1 ! read as UTF-16"},
		{"UTF-16, big end first", "a.txt", "\xfe\xff\x00L\x00e\x00.\xd8\x3d\xde\x00", "a.txt fr  | Le.😀@text:0:1 ! read as UTF-16"},
		{"UTF-16, cut short", "a.txt", "\xff\xfeL\x00e\x00 \x00\x3d\xd8a", "a.txt fr  | Le \ufffd\ufffd@text:0:1 ! read as UTF-16"},
		{"UTF-16 without a mark, little end first", "a.txt", "L\x00e\x00 \x00\xe9\x00t\x00\xe9\x00.\x00", "a.txt fr  | Le été.@text:0:1 ! read as UTF-16"},
		{"UTF-16 without a mark, big end first", "a.txt", "\x00L\x00e\x00 \x00\xe9\x00t\x00\xe9\x00.", "a.txt fr  | Le été.@text:0:1 ! read as UTF-16"},
		{"PDF", "a.txt", "%PDF-1.7\nLe", "a.txt   ERROR this is a PDF; save it as .docx, .odt or plain text"},
		{"office document", "a.docx", "PK\x03\x04\x14\x00\x06\x00", "a.docx   ERROR the document is broken: its zip can't be opened"},
		{"no text at all", "a.txt", strings.Repeat("\x7fE\x02\x01\x00\x00L\x03", 20), "a.txt   ERROR this is not text"},
		{"Windows-1252", "a.txt", "Le caf\xe9 de l\x92\xe9t\xe9 co\xfbte 3\xa0\x80.", "a.txt fr  | Le café de l’été coûte 3\u00a0€.@text:0:1 ! not UTF-8; read as Windows-1252"},
		{"Latin-1", "a.txt", "Le caf\xe9.", "a.txt fr  | Le café.@text:0:1 ! not UTF-8; read as Windows-1252"},
		{"UTF-8 with a broken byte", "a.txt", "Le café de l’été \xe2\x80.", "a.txt fr  | Le café de l’été \ufffd.@text:0:1 ! broken UTF-8; each wrong byte is read as U+FFFD"},
		{"lone CR and NUL", "a.txt", "Le un.\rLe\x00deux.\r\nLe trois.", "a.txt fr  | Le un.@text:0:1 | Le\x00deux.@text:7:2 | Le trois.@text:17:3"},
		{"archive", "a.jsonl", `{"id":"x","lang":"EN","date":"2020-01-02","title":"T","text":"A.\n\nB."}` + "\n", "x en 2020-01-02 | #T@title:0:1 | A.@text:0:1 | B.@text:4:3"},
		{"archive with nulls", "a.jsonl", `{"id":null,"lang":null,"date":null,"title":null,"text":"In the city.","more":[1]}`, "a.jsonl en  | In the city.@text:0:1"},
		{"archive, numeric id, blank title", "a.jsonl", `{"id":17,"title":"  ","text":"In."}`, "17 en  | In.@text:0:1"},
		{"archive with blank lines and a mark", "a.jsonl", "\ufeff\n\n" + `{"text":"In."}` + "\r\n", "a.jsonl en  | In.@text:0:1"},
		{"archive without text", "a.jsonl", `{"id":"x"}`, `x   ERROR line 1: the line has no "text"`},
		{"archive, wrong type", "a.jsonl", `{"id":"x","text":3}`, `x   ERROR line 1: "text" is a JSON number; want a string`},
		{"archive, wrong id", "a.jsonl", `{"id":{},"text":"In."}`, `a.jsonl   ERROR line 1: "id" is a JSON object; want a string`},
		{"archive, no object", "a.jsonl", `[3]`, `a.jsonl   ERROR line 1: the line is a JSON array; want an object with "text"`},
		{"archive, cut short", "a.jsonl", `{"text":"In`, `a.jsonl   ERROR line 1: the line is not JSON: unexpected end of JSON input`},
		{"archive in UTF-16", "a.jsonl", "\xff\xfe{\x00\"\x00t\x00e\x00x\x00t\x00\"\x00:\x00\"\x00I\x00n\x00.\x00\"\x00}\x00", "a.jsonl en  | In.@text:0:1 ! read as UTF-16"},
		{"archive in Windows-1252", "a.jsonl", "{\"text\":\"Le caf\xe9.\"}", "a.jsonl fr  | Le café.@text:0:1 ! not UTF-8; read as Windows-1252"},
		{"a stream of objects is an archive", "-", ` {"text":"In."}`, "- en  | In.@text:0:1"},
		{"a stream of words is plain", "-", "In.", "- en  | In.@text:0:1"},
		{"lone surrogates", "a.jsonl", `{"text":"In \ud83d."}`, "a.jsonl en  | In \ufffd.@text:0:1"},
	} {
		t.Run(c.what, func(t *testing.T) {
			got := read(c.name, c.raw, Options{})
			if len(got) != 1 {
				t.Fatalf("%d stories", len(got))
			}
			if got := told(got[0]); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestLangIsForced(t *testing.T) {
	if got := told(read("a.txt", "lang: fr\n\nThe end.", Options{Lang: "en"})[0]); got != "a.txt en  | The end.@text:10:3" {
		t.Error(got)
	}
}

func TestABrokenLineStopsNothing(t *testing.T) {
	long := `{"id":"long","text":"` + strings.Repeat("a", 200) + `"}`
	raw := `{"id":"1","text":"In."}` + "\n" + "nonsense\n" + long + "\n" + `{"id":"4","text":"In."}` + "\n" + long
	var out []string
	for _, s := range read("a.jsonl", raw, Options{MaxSize: 100}) {
		out = append(out, told(s))
	}
	want := []string{
		"1 en  | In.@text:0:1",
		"a.jsonl   ERROR line 2: the line is not JSON: invalid character 'o' in literal null (expecting 'u')",
		"a.jsonl   ERROR line 3: the story is larger than 100 bytes; --max-story raises the limit",
		"4 en  | In.@text:0:1",
		"a.jsonl   ERROR line 5: the story is larger than 100 bytes; --max-story raises the limit",
	}
	if strings.Join(out, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s", strings.Join(out, "\n"))
	}
}

func TestLinesMayBeLongerThanBuffers(t *testing.T) {
	words := strings.Repeat("In the city. ", 20000)
	got := read("a.jsonl", `{"id":"1","text":"`+words+`"}`+"\n"+`{"id":"2","text":"In."}`, Options{})
	if len(got) != 2 || got[0].Document.Text != words || got[1].Document.Name != "2" {
		t.Errorf("%d stories", len(got))
	}
}

func TestTooLarge(t *testing.T) {
	if got := read("a.txt", strings.Repeat("a", 100), Options{MaxSize: 100}); got[0].Err != nil {
		t.Error(got[0].Err)
	}
	got := read("a.txt", strings.Repeat("a", 101), Options{MaxSize: 100})
	if len(got) != 1 || got[0].Err == nil || got[0].Document.Name != "a.txt" {
		t.Errorf("%v", got)
	}
}

// No story waits for the next: the first comes before the second is written.
func TestStreams(t *testing.T) {
	r, w := io.Pipe()
	go func() {
		io.WriteString(w, `{"id":"1","text":"In."}`+"\n")
	}()
	for s := range Open("a.jsonl", r, Options{}) {
		if s.Document.Name != "1" {
			t.Error(s.Document.Name)
		}
		break
	}
	r.Close()
}

func FuzzPlain(f *testing.F) {
	for _, s := range []string{"", "lang: fr\n\nLe.", "---\ntitle: x\n---\ny", "\xff\xfea\x00", "\xe9\x80", "a\r\n\u2028b\x00", "title: \"\n\n", "title:\u00a0x\u00a0\r\r"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		for _, s := range read("a.txt", string(raw), Options{MaxSize: 1 << 16}) {
			sound(t, s)
		}
	})
}

func FuzzArchive(f *testing.F) {
	for _, s := range []string{"", `{"text":"a"}`, "{\"title\":\" x \",\"text\":\"\"}\n\n{", "\xff\xfe{\x00", "\xef\xbb\xbf{}", `{"id":1e9,"text":"\ud83d","date":"x"}`, `{"text":"a","text":null}`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		for _, s := range read("a.jsonl", string(raw), Options{MaxSize: 1 << 16}) {
			sound(t, s)
		}
	})
}

// sound holds what is true of every story: valid text, paragraphs inside their
// fields on character borders and in order.
func sound(t *testing.T, s Story) {
	d := s.Document
	if s.Err != nil {
		if d == nil || d.Text != "" || s.Err.Error() == "" {
			t.Fatalf("a broken story has words: %q", d.Text)
		}
		return
	}
	if !utf8.ValidString(d.Text) {
		t.Fatalf("not UTF-8: %q", d.Text)
	}
	last := 0
	for _, p := range d.Paragraphs {
		if p.Empty() || p.Start < last || p.End > len(d.Text) {
			t.Fatalf("paragraph %v after %d of %d", p.Span, last, len(d.Text))
		}
		if !utf8.RuneStart(d.Text[p.Start]) || p.End < len(d.Text) && !utf8.RuneStart(d.Text[p.End]) {
			t.Fatalf("paragraph %v cuts a character", p.Span)
		}
		inside := false
		for _, f := range d.Fields {
			inside = inside || f.Contains(p.Span)
		}
		if !inside {
			t.Fatalf("paragraph %v outside the fields", p.Span)
		}
		last = p.End
		start, end := d.Place(p.Start), d.End(p.End)
		if d.Origin == nil || start.Byte > end.Byte && p.Role != text.Headline {
			continue
		}
		if end.Byte > len(d.Origin.File) || d.Verbatim(p.Span) && d.Origin.File[start.Byte:end.Byte] != d.Words(p.Span) {
			t.Fatalf("paragraph %q is said to stand at %d to %d", d.Words(p.Span), start.Byte, end.Byte)
		}
	}
}

// A name that tells nothing, or the wrong thing, is overruled by what is there.
func TestRecognise(t *testing.T) {
	for _, c := range []struct{ name, raw, want string }{
		{"-", "The end.", "plain"},
		{"a.note", "<!DOCTYPE html><p>The", "html"},
		{"a.txt", "<!DOCTYPE html><p>The", "html"},
		{"a.txt", "<nitf><body>", "xml"},
		{"a.txt", "{\"text\":\"The\"}", "plain"}, // who names it a text means its words
		{"a.md", "<p>The end", "markdown"},
		{"a.html", "The end of it", "html"},
		{"a.html", "<?xml version='1.0'?><nitf>", "xml"},
		{"a.xml", "<!DOCTYPE html><p>The", "xml"},
		{"-", "<?xml version='1.0'?><notes>", "xml"},
		{"-", "{\"headline\":\"x\"}", "ninjs"},
		{"-", "{\"text\":\"The\"}", "archive"},
		{"a.jsonl", "{\"headline\":\"x\"}", "archive"},
		{"A.NITF", "", "xml"},
	} {
		if got := recognise(c.name, bufio.NewReader(strings.NewReader(c.raw))).Name; got != c.want {
			t.Errorf("%s %q is read as %s, not %s", c.name, c.raw, got, c.want)
		}
	}
	o := Options{Walked: true}
	if got := read("pom.xml", "<?xml version='1.0'?><project/>", o); len(got) != 0 {
		t.Errorf("%d stories of no story's file", len(got))
	}
	if got := read("a.xml", nitf1, o); len(got) != 1 {
		t.Errorf("%d stories", len(got))
	}
}
