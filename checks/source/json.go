package source

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf16"

	"recoupe/checks/text"
)

// A node is a value of JSON with its place in the file.
type node struct {
	value string // of a string, number or word
	text  bool   // it is a string
	list  bool
	at    text.Span // of a string, between its quotes
	keys  []string  // of an object, without marks and capitals
	kids  []*node
}

// Bounds of JSON that holds a story.
const (
	jsonDeepest = 100
	jsonNodes   = 500_000
)

// parseJSON reads the value that a file holds.
func parseJSON(src string) (*node, error) {
	dec := json.NewDecoder(strings.NewReader(src))
	dec.UseNumber()
	root := &node{list: true}
	open, at, count := []*node{root}, 0, 0
	for {
		token, err := dec.Token()
		if err == io.EOF && len(open) == 1 && len(root.kids) > 0 {
			if len(root.kids) > 1 {
				return root, nil // one after the other, without the marks of a list
			}
			return root.kids[0], nil
		}
		if err != nil {
			return nil, brokenJSON(src, int(dec.InputOffset()), err)
		}
		next := int(dec.InputOffset())
		for at < next && strings.IndexByte(" \t\r\n,:", src[at]) >= 0 {
			at++
		}
		top := open[len(open)-1]
		if count++; count > jsonNodes || len(open) > jsonDeepest {
			return nil, &Error{1 + strings.Count(src[:at], "\n"), "the JSON holds too much, or too deep, to be a story"}
		}
		switch t := token.(type) {
		case json.Delim:
			if t == '}' || t == ']' {
				open = open[:len(open)-1]
				break
			}
			n := &node{list: t == '['}
			top.kids = append(top.kids, n)
			open = append(open, n)
		case string:
			if !top.list && len(top.keys) == len(top.kids) {
				top.keys = append(top.keys, strings.ReplaceAll(strings.ToLower(t), "_", ""))
				break
			}
			top.kids = append(top.kids, &node{value: t, text: true, at: text.Span{Start: at + 1, End: next - 1}})
		default:
			top.kids = append(top.kids, &node{value: fmt.Sprint(t)})
		}
		at = next
	}
}

func brokenJSON(src string, at int, err error) error {
	for at < len(src) && strings.IndexByte(" \t\r\n,:", src[at]) >= 0 {
		at++
	}
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		at, err = len(src), errors.New("it ends too soon")
	}
	return &Error{1 + strings.Count(src[:at], "\n"), "the JSON is broken: " + strings.TrimPrefix(err.Error(), "json: ")}
}

// of is the value of the first of some keys that has one.
func (n *node) of(keys ...string) *node {
	for _, k := range keys {
		for i, have := range n.keys {
			if have == k && i < len(n.kids) && (!n.kids[i].text || n.kids[i].value != "") {
				return n.kids[i]
			}
		}
	}
	return &node{}
}

// literal reads a string of JSON as it is meant, with the place of each character.
func (p *page) literal(at text.Span) (words text.Span) {
	words.Start = p.words.Len()
	for i := at.Start; i < at.End; {
		end := i
		for end < at.End && p.src[end] != '\\' {
			end++
		}
		p.put(p.src[i:end], i, end)
		if i = end; i+1 >= at.End {
			break
		}
		n := 2
		said := map[byte]string{'n': "\n", 'r': "\r", 't': "\t", 'b': "\b", 'f': "\f"}[p.src[i+1]]
		switch {
		case p.src[i+1] == 'u':
			var r rune
			r, n = escaped(p.src[i:at.End])
			said = string(r)
		case said == "":
			said = p.src[i+1 : i+2]
		}
		p.put(said, i, i+n)
		i += n
	}
	words.End = p.words.Len()
	return words
}

// escaped is the character of \u0041, or of a pair of them, and its length.
func escaped(s string) (rune, int) {
	unit := func(s string) rune {
		if len(s) < 6 || s[:2] != `\u` {
			return -1
		}
		n, err := strconv.ParseUint(s[2:6], 16, 32)
		if err != nil {
			return -1
		}
		return rune(n)
	}
	r := unit(s)
	switch {
	case r < 0:
		return '\ufffd', min(len(s), 2)
	case !utf16.IsSurrogate(r):
		return r, 6
	}
	if pair := utf16.DecodeRune(r, unit(s[6:])); pair != '\ufffd' {
		return pair, 12
	}
	return '\ufffd', 6
}
