package pack

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"
)

const (
	wordHead = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>`
	wordTail = `</w:body></w:document>`
	openHead = `<?xml version="1.0"?><o:doc xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:tb="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><o:body><o:text>`
	openTail = `</o:text></o:body></o:doc>`
	styles   = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:styleId="Titre1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="Mien"><w:name w:val="Mon titre"/><w:basedOn w:val="Titre1"/></w:style></w:styles>`
)

// zipped packs parts, given as name and bytes in turn.
func zipped(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err == nil {
			_, err = io.WriteString(w, parts[i+1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// read tells the paragraphs of a document that hold words: number, kind, words.
func read(f *File) string {
	var out []string
	for _, p := range f.Paragraphs {
		if len(p.Runs) > 0 {
			out = append(out, fmt.Sprintf("%d:%d:%s", p.Number, p.Kind, p.Words()))
		}
	}
	return strings.Join(out, " | ")
}

func TestWord(t *testing.T) {
	for _, c := range []struct{ what, body, want string }{
		{"runs", `<w:p><w:r><w:t>fév</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">rier </w:t></w:r><w:r><w:t>2017</w:t></w:r></w:p>`, "1:0:février 2017"},
		{"changes", `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:del><w:r><w:delText>no</w:delText><w:t>no</w:t></w:r></w:del><w:ins><w:r><w:t>yes</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>no</w:t></w:r></w:moveFrom></w:p>`, "1:0:yes"},
		{"headings", `<w:p><w:pPr><w:pStyle w:val="Titre1"/></w:pPr><w:r><w:t>A</w:t></w:r></w:p><w:p/><w:p><w:pPr><w:pStyle w:val="Mien"/></w:pPr><w:r><w:t>B</w:t></w:r></w:p><w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:r><w:t>C</w:t></w:r></w:p>`, "1:1:A | 3:1:B | 4:1:C"},
		{"hidden and signs", `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t></w:r><w:r><w:t>a&amp;b</w:t><w:tab/><w:t>c</w:t><w:br/><w:noBreakHyphen/></w:r><w:r><w:instrText>no</w:instrText></w:r></w:p>`, "1:0:a&b\tc\n\u2011"},
		{"cells and lists", `<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>b</w:t></w:r></w:p>`, "1:3:a | 2:3:b"},
		{"frames", `<w:p><w:r><w:t>out</w:t><mc:AlternateContent><mc:Choice><w:p><w:r><w:t>in</w:t></w:r></w:p></mc:Choice><mc:Fallback><w:p><w:r><w:t>in</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>er</w:t></w:r></w:p>`, "2:0:in | 1:0:outer"},
	} {
		f, err := Open(zipped(t, "word/document.xml", wordHead+c.body+wordTail, "word/styles.xml", styles))
		if err != nil {
			t.Errorf("%s: %v", c.what, err)
			continue
		}
		if got := read(f); got != c.want {
			t.Errorf("%s: got %q, want %q", c.what, got, c.want)
		}
	}
	notes := `<w:footnotes xmlns:w="http://x/wordprocessingml/main"><w:footnote w:type="separator"><w:p><w:r><w:t>no</w:t></w:r></w:p></w:footnote><w:footnote><w:p><w:r><w:t>note</w:t></w:r></w:p></w:footnote></w:footnotes>`
	f, err := Open(zipped(t, "word/document.xml", wordHead+wordTail, "word/footnotes.xml", notes, "word/comments.xml", notes))
	if err != nil || read(f) != "1:5:note" {
		t.Errorf("%v", err)
	}
}

func TestOpenDocument(t *testing.T) {
	body := `<t:tracked-changes><t:p>no</t:p></t:tracked-changes><t:h>A</t:h><t:p>b<t:span>c</t:span><t:s t:c="2"/>d<o:annotation><t:p>no</t:p></o:annotation><t:note><t:note-citation>1</t:note-citation><t:note-body><t:p>note</t:p></t:note-body></t:note>e<t:line-break/></t:p><t:list><t:list-item><t:p>i</t:p></t:list-item></t:list><tb:table-cell><t:p>j</t:p></tb:table-cell>`
	f, err := Open(zipped(t, "content.xml", openHead+body+openTail))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := read(f), "1:1:A | 2:0:bc  de\n | 4:3:i | 5:3:j | 3:5:note"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A document that is written without changes is the same, byte for byte; with a
// change, all but the words it touches is.
func TestWrite(t *testing.T) {
	for name, part := range map[string]string{"founding.docx": "word/document.xml", "founding.odt": "content.xml"} {
		raw, err := os.ReadFile("../../../fixtures/formats/" + name)
		if err != nil {
			t.Fatal(err)
		}
		f, err := Open(raw)
		if err != nil {
			t.Fatal(err)
		}
		var same, changed bytes.Buffer
		if err := f.Write(&same, nil); err != nil || !bytes.Equal(same.Bytes(), raw) {
			t.Errorf("%s: written otherwise (%v)", name, err)
		}
		const words = "février 2017" // in three runs
		var edits []Edit
		for _, p := range f.Paragraphs {
			i := strings.Index(p.Words(), words)
			if i < 0 {
				continue
			}
			from, ok1 := p.At(i)
			to, ok2 := p.At(i + len(words))
			if !ok1 || !ok2 || p.Part != part {
				t.Fatalf("%s: no place for a comment", name)
			}
			edits = append(edits, Edit{part, from, from, "<?from?>"}, Edit{part, to, to, "<?to?>"})
		}
		if len(edits) != 2 {
			t.Fatalf("%s: %d edits", name, len(edits))
		}
		if err := f.Write(&changed, edits); err != nil {
			t.Fatal(err)
		}
		g, err := Open(changed.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range f.zip.File {
			was, err1 := f.Part(e.Name)
			is, err2 := g.Part(e.Name)
			if e.Name == part {
				is = bytes.ReplaceAll(bytes.ReplaceAll(is, []byte("<?from?>"), nil), []byte("<?to?>"), nil)
			}
			if err1 != nil || err2 != nil || !bytes.Equal(was, is) {
				t.Errorf("%s: the part %s is another (%v, %v)", name, e.Name, err1, err2)
			}
		}
		if read(f) != read(g) {
			t.Errorf("%s: the words are others", name)
		}
	}
}

// What is made to break readers ends in an error, soon and in little memory.
func TestHostile(t *testing.T) {
	deep := strings.Repeat("<w:sdt>", 1_000_000)
	bomb := wordHead + strings.Repeat(" ", PartMax+1) + wordTail
	for what, c := range map[string]struct {
		raw  []byte
		want string
	}{
		"no zip":        {[]byte("PK\x03\x04 and then nothing"), "its zip can't be opened"},
		"other zip":     {zipped(t, "a.txt", "x"), "neither .docx nor .odt"},
		"leads out":     {zipped(t, "../../etc/passwd", "x", "word/document.xml", wordHead+wordTail), "leads out of it"},
		"absolute":      {zipped(t, "/etc/passwd", "x", "word/document.xml", wordHead+wordTail), "leads out of it"},
		"zip bomb":      {zipped(t, "word/document.xml", bomb), "unpacks to more than 64 MB"},
		"nested":        {zipped(t, "word/document.xml", wordHead+deep), "nested too deep"},
		"entities":      {zipped(t, "word/document.xml", `<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>`+wordHead+"<w:p><w:r><w:t>&a;</w:t></w:r></w:p>"+wordTail), "declares a type of its own"},
		"broken XML":    {zipped(t, "content.xml", openHead+"<t:p"), "is broken"},
		"broken UTF-8":  {zipped(t, "content.xml", openHead+"<t:p>\xff\xfe</t:p>"+openTail), "is broken"},
		"a broken part": {cut(zipped(t, "word/document.xml", wordHead+strings.Repeat("<w:p/>", 1000)+wordTail)), "is broken"},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := time.Now()
		_, err := Open(c.raw)
		runtime.ReadMemStats(&after)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", what, err)
		}
		if took := time.Since(start); took > 20*time.Second || after.TotalAlloc-before.TotalAlloc > 16*PartMax {
			t.Errorf("%s: %v, %d MB", what, took, (after.TotalAlloc-before.TotalAlloc)>>20)
		}
	}
}

// cut damages the packed bytes of the first part of a zip.
func cut(raw []byte) []byte {
	for i := 60; i < 80; i++ {
		raw[i] ^= 0x55
	}
	return raw
}

func FuzzWord(f *testing.F) {
	for _, s := range []string{"", "<w:p><w:r><w:t>a&amp;&#233;</w:t></w:r></w:p>", "<w:p><w:del><w:p></w:del></w:p>", "<w:t>a<w:r><w:p></w:t>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, body string) {
		for _, raw := range [][]byte{
			zipped(t, "word/document.xml", wordHead+body+wordTail),
			zipped(t, "content.xml", openHead+strings.NewReplacer("w:p", "t:p", "w:r", "t:span", "w:t>", "t:s>", "w:del", "o:annotation").Replace(body)+openTail),
		} {
			d, err := Open(raw)
			if err != nil {
				continue
			}
			for _, p := range d.Paragraphs {
				src, _ := d.Part(p.Part)
				for _, r := range p.Runs {
					if r.Start < 0 || r.End < r.Start || r.End > len(src) || r.Verbatim && string(src[r.Start:r.End]) != r.Words {
						t.Fatalf("run %+v of %d bytes", r, len(src))
					}
				}
			}
		}
	})
}
