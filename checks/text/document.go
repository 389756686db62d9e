// Package text is the page: a document, its paragraphs, sentences and tokens,
// all of them spans into one string that is never altered, and the folding that
// lets words be compared whatever their case, accents and apostrophes.
// It imports nothing of ours and must not know languages, formats or the book.
package text

// A Span is a stretch of a document's text in bytes, its end excluded.
type Span struct{ Start, End int }

// Empty reports whether the span holds nothing.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether t lies wholly inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Touches reports whether s and t share a byte.
func (s Span) Touches(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Join is the shortest span that holds both.
func (s Span) Join(t Span) Span { return Span{min(s.Start, t.Start), max(s.End, t.End)} }

// A Role is what a paragraph is to the story.
type Role uint8

// Roles of paragraphs.
const (
	Body Role = iota
	Headline
	Standfirst
	Crosshead // a short heading inside the body
	Byline    // who wrote it, with which agency
)

// A Paragraph is one block of the story. In a container, such as an office
// document, it is known by its part and its number there.
type Paragraph struct {
	Span
	Role   Role
	Part   string
	Number int // from 1
}

// A Field is a named part of the document: "title" or "text".
type Field struct {
	Name string
	Span
}

// A Remark is a comment that a format lets its author leave for the desk. It is
// no prose, and no paragraph holds its words.
type Remark struct {
	Span         // with its marks
	Words string // between them
}

// A Document is the article as opened. Text is what a reader sees, and every
// span of the program points into it; Fields cut it into the parts in which
// places are counted. A plain file has the single field "text"; so has a file of
// markup, whose places are counted in the file itself.
type Document struct {
	Name       string            // path, or id in an archive
	File       string            // of a story in an archive: the archive; else empty
	FileLine   int               // of a story in an archive: its line there
	Lang       string            // declared or guessed; empty when unknown
	Meta       map[string]string // what the format declared: date, title, author
	Text       string
	Fields     []Field     // in order, not overlapping
	Paragraphs []Paragraph // in order, not overlapping; text outside them is not read
	Remarks    []Remark    // in order
	Origin     *Origin     // nil where the fields are what the file holds

	places places
}

// Words returns the text of a span.
func (d *Document) Words(s Span) string { return d.Text[s.Start:s.End] }

// New is a document of the single field "text" whose paragraphs are laid out
// by Layout.
func New(name, body string) *Document {
	d := &Document{Name: name, Text: body, Fields: []Field{{"text", Span{0, len(body)}}}}
	d.Paragraphs = Layout(body, 0, false)
	return d
}

// NewStory is a document of the fields "title" and "text", as archives hold
// them. An empty title is no field.
func NewStory(name, title, body string) *Document {
	if title == "" {
		return New(name, body)
	}
	d := &Document{Name: name, Text: title + "\n\n" + body}
	start := len(title) + 2
	d.Fields = []Field{{"title", Span{0, len(title)}}, {"text", Span{start, len(d.Text)}}}
	d.Paragraphs = append(d.Paragraphs, Paragraph{Span: Span{0, len(title)}, Role: Headline})
	d.Paragraphs = append(d.Paragraphs, Layout(body, start, true)...)
	return d
}
