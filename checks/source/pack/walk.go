package pack

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"html"
	"io"
	"strings"
)

// deepest bounds the elements inside one another.
const deepest = 1000

// spaces are the namespaces that are read, by what their addresses hold, with the
// short names used here. Writers choose their own.
var spaces = []struct{ holds, short string }{
	{"wordprocessingml", "w"}, {"markup-compatibility", "mc"}, {"purl.org/dc/elements", "dc"}, {"purl.org/dc/terms", "dcterms"},
	{"xmlns:text:", "text"}, {"xmlns:office:", "office"}, {"xmlns:table:", "table"}, {"xmlns:style:", "style"}, {"xmlns:drawing:", "draw"},
	{"xmlns:meta:", "meta"}, {"xmlns:svg-compatible", "svg"}, {"xsl-fo-compatible", "fo"}, {"custom-properties", "cp"}, {"docPropsVTypes", "vt"},
}

// A walker goes through a part from element to element.
type walker struct {
	part  string
	src   []byte
	short map[string]string // prefix to short name
	path  []string          // elements that are open, as short:name
	start func(name string, attr func(string) string, at, next int)
	end   func(name string, next int)
	words func(at, next int)
}

func (w *walker) walk() error {
	dec := xml.NewDecoder(bytes.NewReader(w.src))
	dec.Strict = false
	dec.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	w.short = map[string]string{}
	for {
		at := int(dec.InputOffset())
		token, err := dec.RawToken()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("the part %s of the document is broken: %w", w.part, err)
		}
		next := int(dec.InputOffset())
		switch t := token.(type) {
		case xml.StartElement:
			if err := w.open(t, at, next); err != nil {
				return err
			}
		case xml.EndElement:
			w.close(w.name(t.Name), next)
		case xml.CharData:
			w.words(at, next)
		case xml.Directive:
			return fmt.Errorf("the part %s of the document declares a type of its own, which office documents don't", w.part)
		}
	}
}

func (w *walker) open(t xml.StartElement, at, next int) error {
	for _, a := range t.Attr {
		prefix := a.Name.Local
		switch {
		case a.Name.Space == "" && prefix == "xmlns":
			prefix = "" // of names that have none
		case a.Name.Space != "xmlns":
			continue
		}
		w.short[prefix] = "?"
		for _, s := range spaces {
			if strings.Contains(a.Value, s.holds) {
				w.short[prefix] = s.short
				break
			}
		}
	}
	name := w.name(t.Name)
	if w.path = append(w.path, name); len(w.path) > deepest {
		return fmt.Errorf("the part %s of the document is nested too deep", w.part)
	}
	w.start(name, func(key string) string {
		for _, a := range t.Attr {
			if a.Name.Local == key {
				return a.Value
			}
		}
		return ""
	}, at, next)
	return nil
}

func (w *walker) name(n xml.Name) string {
	short, ok := w.short[n.Space]
	if !ok {
		short = n.Space
	}
	return short + ":" + n.Local
}

func (w *walker) close(name string, next int) {
	for i := len(w.path) - 1; i >= 0; i-- {
		if w.path[i] == name {
			w.path = w.path[:i]
			break
		}
	}
	w.end(name, next)
}

func (w *walker) within(name string) bool {
	for _, n := range w.path {
		if n == name {
			return true
		}
	}
	return false
}

// runs are the words of a stretch of XML, decoded: verbatim stretches, and one for
// each entity.
func runs(src []byte, at, next int) (out []Run) {
	if bytes.HasPrefix(src[at:next], []byte("<![CDATA[")) {
		at += len("<![CDATA[")
		next = max(at, next-len("]]>"))
		return []Run{{string(src[at:next]), at, next, true}}
	}
	for at < next {
		end := at
		for end < next && src[end] != '&' {
			end++
		}
		if end > at {
			out = append(out, Run{string(src[at:end]), at, end, true})
		}
		if at = end; at == next {
			break
		}
		n := bytes.IndexByte(src[at:min(next, at+40)], ';') + 1
		if n == 0 {
			n = 1
		}
		raw := string(src[at : at+n])
		said := html.UnescapeString(raw)
		out = append(out, Run{said, at, at + n, said == raw})
		at += n
	}
	return out
}
