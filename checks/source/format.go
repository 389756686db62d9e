package source

import (
	"bufio"
	"bytes"
	"io"
	"iter"
	"path"
	"slices"
	"strings"
)

// A Format is one way in which stories are written down.
type Format struct {
	Name  string
	Exts  []string // of file names, with the point
	Doc   string   // what is read of it, for people
	Shy   bool     // other files have these endings too: of a folder, only those that look like it
	Looks func(head []byte) bool
	Read  func(name string, r *bufio.Reader, o Options) iter.Seq[Story]
}

// All lists the formats; the first is the one of what looks like no other. Looks
// is asked of the first bytes of a file whose name tells nothing, or something
// else; a format without it has no looks of its own, and is told by name alone. The looks are
// asked in this order.
func All() []Format {
	return []Format{
		{"plain", []string{".txt", ".text"}, "plain text, with or without `key: value` lines on top", false, nil, readPlain},
		{"odt", []string{".odt", ".ott"}, "OpenDocument text, changes as accepted, with its notes", false, looksLikeOpen, readOffice},
		{"docx", []string{".docx", ".docm"}, "Word documents, changes as accepted, with their notes", false, looksLikeZip, readOffice},
		{"rtf", []string{".rtf"}, "rich text, for its words, paragraphs and headings", false, looksLikeRTF, readRTF},
		{"warc", []string{".warc"}, "crawls of the web: each page of HTML is a story, its main text alone", false, looksLikeWARC, readWARC},
		{"ninjs", []string{".json"}, "news in JSON, ninjs 1 to 3: an item or a list of them, a story for each language", true, looksLikeNinjs, readNinjs},
		{"archive", []string{".jsonl", ".ndjson"}, "one JSON object a line: `id`, `lang`, `date`, `title`, `text`", false, looksLikeArchive, readArchive},
		{"markdown", []string{".md", ".markdown", ".mdown", ".mkd"}, "Markdown, with or without YAML or TOML front matter", false, nil, readMarkdown},
		{"xml", []string{".xml", ".nitf"}, "news in XML: NewsML-G2, also several items in a file, and NITF", true, looksLikeXML, readXML},
		{"html", []string{".html", ".htm", ".xhtml"}, "HTML: pages with their story, or fragments", false, looksLikeHTML, readHTML},
	}
}

// Known reports whether a file name has the ending of a format.
func Known(name string) bool {
	_, ok := byName(name)
	return ok
}

// Named is the format of a name, as --input-format has it.
func Named(name string) (Format, bool) {
	i := slices.IndexFunc(All(), func(f Format) bool { return f.Name == name })
	if i < 0 {
		return Format{}, false
	}
	return All()[i], true
}

// Open reads the stories of a file in the format that is asked for, else that
// its name tells, unless its first bytes are plainly of another. A format's
// stories come one at a time; none waits for the next.
func Open(name string, r io.Reader, o Options) iter.Seq[Story] {
	inner, br, err := unpacked(name, bufio.NewReaderSize(r, 64<<10))
	if err != nil {
		return func(yield func(Story) bool) { yield(failed(name, 0, "the packed file is broken: "+err.Error())) }
	}
	f, ok := Named(o.Format)
	if !ok {
		if f = recognise(inner, br); f.Shy && o.Walked && !f.Looks(firstBytes(br)) {
			return func(func(Story) bool) {}
		}
	}
	return f.Read(name, br, o)
}

// recognise tells the format of a file: by its name, or its looks where the name
// tells nothing or promises text where there is a container, or the reverse.
func recognise(name string, r *bufio.Reader) Format {
	named, ok := byName(name)
	if ok && named.Looks == nil && named.Name != "plain" || ok && named.Name == "archive" {
		return named
	}
	head := firstBytes(r)
	if ok && named.Name != "plain" && (named.Shy || named.Looks(head)) {
		return named
	}
	for _, f := range All() {
		if f.Looks != nil && f.Looks(head) && !(ok && f.Name == "archive") {
			return f
		}
	}
	if bytes.HasPrefix(head, []byte("<?xml")) {
		f, _ := Named("xml") // which will say that it is of no kind it knows
		return f
	}
	if ok && named.Name == "html" {
		return named // any text is a fragment
	}
	return All()[0]
}

// firstBytes are those that a stream hands over first. It asks for no more than
// one that is no blank, since a stream may wait for an answer.
func firstBytes(r *bufio.Reader) []byte {
	for n := 1; n <= r.Size(); n++ {
		head, err := r.Peek(n)
		if err != nil {
			return head
		}
		if n > len(bomUTF8) && !isBlank(head[n-1]) {
			break
		}
	}
	// What is buffered can be looked at without waiting.
	head, _ := r.Peek(r.Buffered())
	return bytes.TrimPrefix(head, bomUTF8)
}

func byName(name string) (Format, bool) {
	ext := strings.ToLower(path.Ext(bare(name)))
	for _, f := range All() {
		if slices.Contains(f.Exts, ext) {
			return f, true
		}
	}
	return Format{}, false
}
