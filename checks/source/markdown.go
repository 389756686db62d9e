package source

import (
	"bufio"
	"iter"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	tables "github.com/yuin/goldmark/extension/ast"
	markdown "github.com/yuin/goldmark/text"

	"recoupe/checks/text"
)

// readMarkdown opens a file of Markdown, with front matter or without.
func readMarkdown(name string, r *bufio.Reader, o Options) iter.Seq[Story] {
	return whole(name, r, o, func(src string) (Story, error) { return openMarkdown(name, src, o) })
}

func openMarkdown(name, src string, o Options) (Story, error) {
	var s Story
	d, end, note := readHead(src)
	if note != "" {
		s.Notes = append(s.Notes, note)
	}
	if line, message := tangled(src[end:]); message != "" {
		return s, &Error{line + strings.Count(src[:end], "\n"), message}
	}
	p := newPage(src)
	p.head(d)
	heads := len(p.blocks)
	m := &marked{page: p, base: end, src: []byte(mask(src[end:]))}
	p.src = src[:end] + string(m.src)
	m.read()
	p.once(heads)
	s.Document = p.document(name)
	o.declare(&s, d.lang, d.date, d.titled)
	s.declareAuthor(d.author)
	return s, nil
}

// marked reads Markdown into a page. Its source is the file from base on, with
// what is no prose blanked out.
type marked struct {
	*page
	base int
	src  []byte
}

func (m *marked) read() {
	md := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Footnote, extension.DefinitionList))
	root := md.Parser().Parse(markdown.NewReader(m.src))
	// The walk holds its own stack, since its depth is the writer's to choose.
	for n := root.FirstChild(); n != nil; {
		if inside := m.block(n); inside && n.FirstChild() != nil {
			n = n.FirstChild()
			continue
		}
		for n != nil && n.NextSibling() == nil {
			if n = n.Parent(); n == root {
				return
			}
		}
		if n != nil {
			n = n.NextSibling()
		}
	}
}

// block reads a block that holds words, and reports whether to look inside it
// for others.
func (m *marked) block(n ast.Node) bool {
	role, fixed := text.Body, false
	switch n := n.(type) {
	case *ast.Heading:
		role, fixed = text.Headline, true
	case *ast.Paragraph, *ast.TextBlock:
		switch n.Parent().Kind() {
		case ast.KindListItem, ast.KindBlockquote, tables.KindFootnote, tables.KindDefinitionDescription:
			fixed = true
		}
	case *tables.TableCell, *tables.DefinitionTerm:
		fixed = true
	case *ast.HTMLBlock:
		for i := range n.Lines().Len() {
			l := n.Lines().At(i)
			m.comment(m.base+l.Start, m.base+l.Stop)
		}
		m.close(role, fixed)
		return false
	case *ast.CodeBlock, *ast.FencedCodeBlock, *ast.ThematicBreak, *ast.LinkReferenceDefinition:
		return false
	default:
		return true
	}
	m.inline(n)
	m.close(role, fixed)
	return false
}

// inline reads the words below a block in their order.
func (m *marked) inline(block ast.Node) {
	for n := block.FirstChild(); n != nil; {
		if m.span(n) && n.FirstChild() != nil {
			n = n.FirstChild()
			continue
		}
		for n.NextSibling() == nil {
			if n = n.Parent(); n == block {
				return
			}
		}
		n = n.NextSibling()
	}
}

// span reads a stretch of a block, and reports whether to look inside it.
func (m *marked) span(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.Text:
		at := n.Segment
		if n.IsRaw() {
			m.copy(m.base+at.Start, m.base+at.Stop)
		} else {
			m.unescape(m.base+at.Start, m.base+at.Stop, true)
		}
		if n.SoftLineBreak() || n.HardLineBreak() {
			m.endLine(at.Stop)
		}
	case *ast.RawHTML:
		if n.Segments.Len() > 0 {
			at := n.Segments.At(0)
			if tag := strings.ToLower(string(at.Value(m.src))); strings.HasPrefix(tag, "<br") {
				m.breakLine()
			}
			last := n.Segments.At(n.Segments.Len() - 1)
			m.comment(m.base+at.Start, m.base+last.Stop)
		}
	case *ast.CodeSpan, *ast.Image, *ast.AutoLink, *tables.FootnoteLink, *tables.FootnoteBacklink:
		return false
	}
	return true
}

// endLine reads the end of a line of source inside a block.
func (m *marked) endLine(at int) {
	for at < len(m.src) && m.src[at] != '\n' {
		at++
	}
	if at < len(m.src) && !m.spaced() {
		m.put("\n", m.base+at, m.base+at+1)
	}
}

// shortcodeMax is the length of the longest shortcode that is looked for.
const shortcodeMax = 4 << 10

// mask blanks out the shortcodes of site generators, {{< … >}}, {{ … }} and
// {% … %}, so that everything else stays where it is.
func mask(src string) string {
	if !strings.Contains(src, "{{") && !strings.Contains(src, "{%") {
		return src
	}
	out := []byte(src)
	for at := 0; ; {
		i := strings.IndexByte(src[at:], '{')
		if i < 0 || at+i+1 >= len(src) {
			return string(out)
		}
		at += i
		closing := map[byte]string{'{': "}}", '%': "%}"}[src[at+1]]
		if closing == "" {
			at++
			continue
		}
		ahead := src[at:min(len(src), at+shortcodeMax)]
		end := strings.Index(ahead, closing)
		if paragraph := strings.Index(ahead, "\n\n"); end < 0 || paragraph >= 0 && paragraph < end {
			at += 2
			continue
		}
		for end += at + len(closing); at < end; at++ {
			if src[at] != '\n' && src[at] != '\r' {
				out[at] = ' '
			}
		}
	}
}

// Bounds of Markdown. Beyond them the time to read it grows with the square of
// its length; no writer comes near them.
const (
	nestedMax = 200    // quotations and lists inside one another
	indentMax = 400    // columns
	signMax   = 10_000 // signs of markup in one paragraph, and definitions of links in all
)

// tangled reports Markdown that is no writer's, with its line.
func tangled(src string) (number int, message string) {
	signs, definitions := 0, 0
	for at, n := 0, 1; at < len(src); n++ {
		l, next := line(src, at)
		words := src[l.Start:l.End]
		rest := strings.TrimLeft(words, " \t")
		markers := 0
		for i := 0; i < len(rest) && strings.IndexByte(" \t>-*+0123456789.)", rest[i]) >= 0; i++ {
			if rest[i] == '>' || i+1 < len(rest) && strings.IndexByte("-*+.)", rest[i]) >= 0 && rest[i+1] == ' ' {
				markers++
			}
		}
		if rest == "" {
			signs = 0
		}
		for i := range len(words) {
			if strings.IndexByte("[*_~`<", words[i]) >= 0 && (words[i] == '[' || i == 0 || words[i-1] != words[i]) {
				signs++
			}
		}
		if strings.HasPrefix(rest, "[") && strings.Contains(rest, "]:") {
			definitions++
		}
		switch {
		case markers > nestedMax, rest != "" && len(words)-len(rest) > indentMax:
			return n, "the Markdown is nested too deep to be prose"
		case signs > signMax, definitions > signMax:
			return n, "the Markdown has too many signs of markup to be prose"
		}
		at = next
	}
	return 0, ""
}
