package pack

import (
	"strconv"
	"strings"
)

// readWord reads a DOCX: its text, then its notes, with the headings that its
// styles name.
func (f *File) readWord() error {
	styles, err := f.wordStyles()
	if err != nil {
		return err
	}
	for _, part := range []string{"word/document.xml", "word/footnotes.xml", "word/endnotes.xml"} {
		src, err := f.Part(part)
		if err != nil {
			return err
		}
		w := &word{file: f, styles: styles, walker: walker{part: part, src: src}}
		w.walker.start, w.walker.end, w.walker.words = w.begin, w.finish, w.text
		if err := w.walk(); err != nil {
			return err
		}
	}
	if err := f.properties("docProps/core.xml"); err != nil {
		return err
	}
	return f.properties("docProps/custom.xml")
}

// word reads a part of a DOCX.
type word struct {
	walker
	file   *File
	styles map[string]Kind
	number int
	open   []*Paragraph // those of text frames lie inside others
	hidden int          // depth from which nothing is read; 0: none
	quiet  bool         // the run is hidden
}

// wordSilent hold nothing that is read with changes accepted.
var wordSilent = map[string]bool{"w:del": true, "w:moveFrom": true, "mc:Fallback": true, "w:instrText": true, "w:delText": true, "w:rubyText": true}

func (w *word) begin(name string, attr func(string) string, at, next int) {
	if w.hidden > 0 {
		return
	}
	switch name {
	case "w:p":
		w.number++
		p := &Paragraph{Part: w.part, Number: w.number}
		switch {
		case w.within("w:tc"):
			p.Kind = Item
		case w.part != "word/document.xml":
			p.Kind = Note
		}
		w.open = append(w.open, p)
	case "w:footnote", "w:endnote":
		if attr("type") != "" { // the line between text and notes, and the like
			w.hidden = len(w.path)
		}
	case "w:r":
		w.quiet = false
	case "w:vanish":
		w.quiet = w.quiet || attr("val") != "0" && attr("val") != "false" && w.within("w:r")
	case "w:tab", "w:ptab":
		if w.within("w:r") {
			w.add(Run{"\t", at, next, false})
		}
	case "w:br", "w:cr":
		w.add(Run{"\n", at, next, false})
	case "w:noBreakHyphen":
		w.add(Run{"\u2011", at, next, false})
	}
	if p := w.top(); p != nil {
		w.style(p, name, attr)
	}
	if wordSilent[name] && !w.within("w:rPr") { // there it says that the mark of the paragraph is deleted
		w.hidden = len(w.path)
	}
}

// style takes what the properties of a paragraph say that it is.
func (w *word) style(p *Paragraph, name string, attr func(string) string) {
	if !w.within("w:pPr") {
		return
	}
	switch name {
	case "w:pStyle":
		if kind, ok := w.styles[attr("val")]; ok && kind != Prose && p.Kind == Prose {
			p.Kind = kind
		}
	case "w:outlineLvl":
		if n, err := strconv.Atoi(attr("val")); err == nil && n < 9 && p.Kind == Prose {
			p.Kind = Heading
		}
	case "w:numPr":
		if p.Kind == Prose {
			p.Kind = Item
		}
	}
}

func (w *word) top() *Paragraph {
	if len(w.open) == 0 {
		return nil
	}
	return w.open[len(w.open)-1]
}

func (w *word) add(runs ...Run) {
	if p := w.top(); p != nil && w.hidden == 0 && !w.quiet && !w.within("w:pPr") {
		p.Runs = append(p.Runs, runs...)
	}
}

func (w *word) text(at, next int) {
	if n := len(w.path); n > 0 && w.path[n-1] == "w:t" && w.hidden == 0 {
		w.add(runs(w.src, at, next)...)
	}
}

func (w *word) finish(name string, _ int) {
	if w.hidden > len(w.path) {
		w.hidden = 0
	}
	if name == "w:p" && len(w.open) > 0 && w.hidden == 0 {
		w.file.Paragraphs = append(w.file.Paragraphs, *w.top())
		w.open = w.open[:len(w.open)-1]
	}
}

// wordStyles are the kinds of the styles that a DOCX defines, by their ids: their
// names are the same in every language of the writer's program.
func (f *File) wordStyles() (map[string]Kind, error) {
	src, err := f.Part("word/styles.xml")
	if err != nil {
		return nil, err
	}
	kinds, based, id := map[string]Kind{}, map[string]string{}, ""
	w := &walker{part: "word/styles.xml", src: src, end: func(string, int) {}, words: func(int, int) {}}
	w.start = func(name string, attr func(string) string, _, _ int) {
		switch name {
		case "w:style":
			id = attr("styleId")
		case "w:name":
			kinds[id] = named(attr("val"))
		case "w:basedOn":
			based[id] = attr("val")
		case "w:lang":
			if w.within("w:docDefaults") {
				f.Lang = attr("val")
			}
		}
	}
	if err := w.walk(); err != nil {
		return nil, err
	}
	inherit(kinds, based)
	return kinds, nil
}

// inherit gives a style without a kind that of the one it is based on.
func inherit(kinds map[string]Kind, based map[string]string) {
	for id := range based {
		parent := id
		for range 10 {
			if kinds[parent] != Prose {
				kinds[id] = kinds[parent]
				break
			}
			parent = based[parent]
		}
	}
}

// named is the kind of a style by its name.
func named(name string) Kind {
	name = strings.ToLower(strings.ReplaceAll(name, "_20_", " "))
	switch {
	case strings.HasPrefix(name, "heading") || name == "title":
		return Heading
	case name == "subtitle":
		return Subtitle
	case name == "caption" || name == "illustration" || name == "figure":
		return Caption
	case strings.HasPrefix(name, "list "):
		return Item
	case name == "footnote" || name == "endnote" || strings.HasPrefix(name, "footnote text") || strings.HasPrefix(name, "endnote text"):
		return Note
	}
	return Prose
}

// properties reads what a document says of itself.
func (f *File) properties(part string) error {
	src, err := f.Part(part)
	if err != nil {
		return err
	}
	var custom string
	w := &walker{part: part, src: src, end: func(string, int) {}}
	w.start = func(name string, attr func(string) string, _, _ int) {
		if name == "cp:property" || name == "meta:user-defined" {
			custom = strings.ToLower(attr("name"))
		}
	}
	w.words = func(at, next int) {
		said := strings.TrimSpace(Paragraph{Runs: runs(src, at, next)}.Words())
		if said == "" || len(w.path) == 0 {
			return
		}
		switch top := w.path[len(w.path)-1]; {
		case top == "dc:title":
			f.Title = said
		case top == "dc:creator" || top == "meta:initial-creator":
			f.Author = said
		case (strings.HasPrefix(top, "vt:") || top == "meta:user-defined") && (custom == "date" || custom == "publication date" || custom == "published"):
			f.Date = said
		}
	}
	return w.walk()
}
