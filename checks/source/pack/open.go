package pack

import (
	"bytes"
	"strconv"
	"strings"
)

// readOpen reads an ODT: its text, then its notes, with the headings that its
// styles name.
func (f *File) readOpen() error {
	kinds, based := map[string]Kind{}, map[string]string{}
	for _, part := range []string{"styles.xml", "content.xml"} {
		if err := f.openStyles(part, kinds, based); err != nil {
			return err
		}
	}
	inherit(kinds, based)
	src, err := f.Part("content.xml")
	if err != nil {
		return err
	}
	o := &open{file: f, styles: kinds, walker: walker{part: "content.xml", src: src}}
	o.walker.start, o.walker.end, o.walker.words = o.begin, o.finish, o.text
	if err := o.walk(); err != nil {
		return err
	}
	f.Paragraphs = append(f.Paragraphs, o.notes...)
	return f.properties("meta.xml")
}

// openStyles reads the kinds of styles; those made for a paragraph alone are based
// on the ones that a writer chooses.
func (f *File) openStyles(part string, kinds map[string]Kind, based map[string]string) error {
	src, err := f.Part(part)
	if err != nil {
		return err
	}
	w := &walker{part: part, src: src, end: func(string, int) {}, words: func(int, int) {}}
	w.start = func(name string, attr func(string) string, _, _ int) {
		switch name {
		case "style:style":
			kinds[attr("name")] = named(attr("name"))
			if parent := attr("parent-style-name"); parent != "" {
				based[attr("name")] = parent
			}
		case "style:text-properties":
			if lang := attr("language"); w.within("style:default-style") && lang != "" && lang != "none" {
				f.Lang = lang
			}
		}
	}
	return w.walk()
}

// open reads the text of an ODT.
type open struct {
	walker
	file   *File
	styles map[string]Kind
	number int
	open   []*Paragraph
	notes  []Paragraph
	hidden int // depth from which nothing is read; 0: none
}

// openSilent hold nothing that is read with changes accepted.
var openSilent = map[string]bool{
	"text:tracked-changes": true, "office:annotation": true, "text:note-citation": true, "text:sequence-decls": true, "text:table-of-content": true,
	"svg:title": true, "svg:desc": true, "text:ruby-text": true, "text:hidden-text": true, "text:illustration-index": true, "office:forms": true,
	"text:bibliography": true, "text:alphabetical-index": true,
}

func (o *open) begin(name string, attr func(string) string, at, next int) {
	if o.hidden > 0 || !o.within("office:body") {
		return
	}
	if openSilent[name] {
		o.hidden = len(o.path)
		return
	}
	switch name {
	case "text:p", "text:h":
		o.number++
		p := &Paragraph{Part: o.part, Number: o.number, Kind: o.styles[attr("style-name")]}
		switch {
		case name == "text:h":
			p.Kind = Heading
		case o.within("text:note"):
			p.Kind = Note
		case p.Kind == Prose && (o.within("text:list-item") || o.within("table:table-cell")):
			p.Kind = Item
		}
		o.open = append(o.open, p)
	case "text:s":
		n, err := strconv.Atoi(attr("c"))
		if err != nil || n < 1 || n > 1000 {
			n = 1
		}
		o.add(Run{strings.Repeat(" ", n), at, next, false})
	case "text:tab":
		o.add(Run{"\t", at, next, false})
	case "text:line-break":
		o.add(Run{"\n", at, next, false})
	}
}

func (o *open) add(runs ...Run) {
	if n := len(o.open); n > 0 && o.hidden == 0 {
		o.open[n-1].Runs = append(o.open[n-1].Runs, runs...)
	}
}

// text reads words. Line ends of the part are blanks.
func (o *open) text(at, next int) {
	if o.hidden > 0 || len(o.open) == 0 || bytes.TrimSpace(o.src[at:next]) == nil && bytes.ContainsAny(o.src[at:next], "\r\n") {
		return
	}
	o.add(runs(o.src, at, next)...)
}

func (o *open) finish(name string, _ int) {
	if o.hidden > len(o.path) {
		o.hidden = 0
		return
	}
	if o.hidden > 0 || name != "text:p" && name != "text:h" || len(o.open) == 0 {
		return
	}
	p := *o.open[len(o.open)-1]
	o.open = o.open[:len(o.open)-1]
	if p.Kind == Note {
		o.notes = append(o.notes, p)
	} else {
		o.file.Paragraphs = append(o.file.Paragraphs, p)
	}
}
