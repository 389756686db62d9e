package source

import (
	"bufio"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"iter"
	"strings"

	"recoupe/checks/text"
)

// readXML opens news in XML: NewsML-G2, NITF, and the XHTML that they hold. One
// file may hold several items, each a story.
func readXML(name string, r *bufio.Reader, o Options) iter.Seq[Story] {
	return several(name, r, o, func(src string) ([]Story, error) { return openXML(name, src, o) })
}

// several reads a file of text at once and hands it, decoded, to what opens it as
// stories.
func several(name string, r *bufio.Reader, o Options, open func(src string) ([]Story, error)) iter.Seq[Story] {
	return func(yield func(Story) bool) {
		var rest []Story
		for s := range whole(name, r, o, func(src string) (Story, error) {
			all, err := open(src)
			if err != nil {
				return Story{}, err
			}
			rest = all[1:]
			return all[0], nil
		}) {
			if !yield(s) {
				return
			}
		}
		for _, s := range rest {
			if !yield(s) {
				return
			}
		}
	}
}

func openXML(name, src string, o Options) ([]Story, error) {
	x := &newsXML{src: src, name: name, o: o, dec: xml.NewDecoder(strings.NewReader(src))}
	x.dec.Strict = false                                                                   // bad markup is odd text
	x.dec.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // decoded before
	if err := x.read(); err != nil {
		return nil, err
	}
	x.finish()
	switch len(x.stories) {
	case 0:
		return nil, &Error{0, "this is XML, but neither NewsML-G2 nor NITF"}
	case 1:
		x.stories[0].Document.Name, x.stories[0].Document.File = name, ""
	}
	return x.stories, nil
}

// newsXML reads the items of a file of XML one after the other.
type newsXML struct {
	src, name string
	o         Options
	dec       *xml.Decoder
	open      []string // elements that are open
	lang      string   // of the whole file
	stories   []Story
	*item
}

// An item is a story that is being read.
type item struct {
	*page
	root    int  // depth of its element
	hidden  int  // depth from which nothing is read; 0: none
	reading int  // depth from which words are the story's; 0: none
	hyper   bool // what is open holds HTML as words
	capture string
	role    text.Role
	values  map[string]string // what is declared, by the name of its element
}

func (x *newsXML) read() error {
	for {
		at := int(x.dec.InputOffset())
		token, err := x.dec.RawToken()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return x.fault(err, at)
		}
		next := int(x.dec.InputOffset())
		switch t := token.(type) {
		case xml.StartElement:
			if x.open = append(x.open, t.Name.Local); len(x.open) > deepest {
				return &Error{x.number(at), "the XML is nested too deep to be a story"}
			}
			x.start(t)
			if strings.HasSuffix(x.src[at:next], "/>") {
				x.end(t.Name.Local)
			}
		case xml.EndElement:
			if next > at { // else the one of an element without content
				x.end(t.Name.Local)
			}
		case xml.CharData:
			x.said(at, next)
		case xml.Comment:
			if x.item != nil && x.reading > 0 && x.hidden == 0 {
				x.comment(at, next)
			}
		case xml.Directive:
			if bytes.Contains(t, []byte("ENTITY")) {
				return &Error{x.number(at), "the XML declares entities of its own, which are not followed; put what they stand for in their place"}
			}
		}
	}
}

func (x *newsXML) number(at int) int { return 1 + strings.Count(x.src[:min(at, len(x.src))], "\n") }

func (x *newsXML) fault(err error, at int) error {
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		return &Error{syntax.Line, "the XML is broken: " + syntax.Msg}
	}
	return &Error{x.number(at), "the XML is broken: " + err.Error()}
}

// said reads the words of a stretch, or what they declare.
func (x *newsXML) said(at, next int) {
	if x.item == nil {
		return
	}
	inner, cdata := strings.CutPrefix(x.src[at:next], "<![CDATA[")
	if cdata {
		at, next = at+len("<![CDATA["), at+len("<![CDATA[")+len(strings.TrimSuffix(inner, "]]>"))
	}
	switch {
	case x.capture != "" && x.values[x.capture] == "":
		x.values[x.capture] = strings.TrimSpace(x.src[at:next])
	case x.hidden > 0 || x.reading == 0:
	case cdata && x.hyper:
		if _, err := x.hypertext(text.Span{Start: at, End: next}); err != nil {
			x.copy(at, next) // nested too deep to be read as more than words
		}
	case cdata:
		x.copy(at, next)
	case x.open[len(x.open)-1] == "inlineData" || x.open[len(x.open)-1] == "pre":
		x.lines(at, next, x.role)
	default:
		x.unescape(at, next, false)
	}
}

// looksLikeXML reports whether bytes begin as news in XML does.
func looksLikeXML(head []byte) bool {
	head = bytes.TrimLeft(head[:min(len(head), 4096)], " \t\r\n")
	if !bytes.HasPrefix(head, []byte("<")) || bytes.Contains(bytes.ToLower(head), []byte("<html")) && !bytes.Contains(head, []byte("newsItem")) {
		return false
	}
	for _, root := range []string{"newsItem", "newsMessage", "<nitf", "packageItem"} {
		if bytes.Contains(head, []byte(root)) {
			return true
		}
	}
	return false
}
