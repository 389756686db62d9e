package source

import (
	"bufio"
	"bytes"
	"iter"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"recoupe/checks/text"
)

// readRTF opens rich text for its words, paragraphs and headings.
func readRTF(name string, r *bufio.Reader, o Options) iter.Seq[Story] {
	return whole(name, r, o, func(src string) (Story, error) { return openRTF(name, src, o) })
}

func openRTF(name, src string, o Options) (Story, error) {
	if !looksLikeRTF([]byte(src)) {
		return Story{}, &Error{0, "this is not rich text: it does not begin with {\\rtf"}
	}
	r := &rich{page: newPage(src), set: charmap.Windows1252}
	if err := r.read(); err != nil {
		return Story{}, err
	}
	s := Story{Document: r.document(name)}
	title := r.title
	if p := s.Document.Paragraphs; len(p) > 0 && p[0].Role == text.Headline {
		title = s.Document.Words(p[0].Span)
	}
	o.declare(&s, "", "", title)
	s.declareAuthor(r.author)
	return s, nil
}

func looksLikeRTF(head []byte) bool { return bytes.HasPrefix(head, []byte(`{\rtf`)) }

// rich reads RTF into a page.
type rich struct {
	*page
	at            int
	state         look
	open          []look
	role          text.Role
	skip          int // characters that stand in for one that was told by its number
	high          rune
	highAt        int
	set           *charmap.Charmap
	title, author string
}

// A look is what a group of RTF changes for its inside.
type look struct {
	silent bool   // nothing in it is read
	hidden bool   // by the writer, or deleted with changes tracked
	into   string // what its words declare; empty: the story
	stand  int    // how many characters stand in for one told by its number
}

func (r *rich) read() error {
	r.state.stand = 1
	for r.at < len(r.src) {
		switch c := r.src[r.at]; c {
		case '{':
			if r.open = append(r.open, r.state); len(r.open) > deepest {
				return &Error{1 + strings.Count(r.src[:r.at], "\n"), "the rich text is nested too deep to be a story"}
			}
			r.at++
		case '}':
			if n := len(r.open); n > 0 {
				r.state, r.open = r.open[n-1], r.open[:n-1]
			}
			r.at++
			if len(r.open) == 0 {
				r.close(r.role, r.role != text.Body)
				return nil // what follows is no rich text
			}
		case '\\':
			r.control()
		case '\r', '\n':
			r.at++
		default:
			end := r.at + 1
			for end < len(r.src) && strings.IndexByte("{}\\\r\n", r.src[end]) < 0 {
				end++
			}
			for ; r.skip > 0 && r.at < end; r.skip-- {
				_, n := utf8.DecodeRuneInString(r.src[r.at:end])
				r.at += n
			}
			r.say(r.src[r.at:end], r.at, end)
			r.at = end
		}
	}
	r.close(r.role, r.role != text.Body)
	return nil
}

// say reads words, or what they declare.
func (r *rich) say(words string, from, to int) {
	switch {
	case r.state.into == "title":
		r.title += words
	case r.state.into == "author":
		r.author += words
	case !r.state.silent && !r.state.hidden:
		r.put(words, from, to)
	}
}

// control reads a backslash and what it begins.
func (r *rich) control() {
	from := r.at
	if r.at++; r.at >= len(r.src) {
		return
	}
	c := r.src[r.at]
	if c < 'a' || c > 'z' {
		r.symbol(c, from)
		return
	}
	start := r.at
	for r.at < len(r.src) && 'a' <= r.src[r.at] && r.src[r.at] <= 'z' && r.at-start < 32 {
		r.at++
	}
	word, number := r.src[start:r.at], r.at
	if r.at < len(r.src) && r.src[r.at] == '-' {
		r.at++
	}
	for r.at < len(r.src) && '0' <= r.src[r.at] && r.src[r.at] <= '9' && r.at-number < 10 {
		r.at++
	}
	n, err := strconv.Atoi(r.src[number:r.at])
	if r.at < len(r.src) && r.src[r.at] == ' ' {
		r.at++
	}
	r.word(word, n, err == nil, from)
}

// symbol reads a control of one sign.
func (r *rich) symbol(c byte, from int) {
	_, n := utf8.DecodeRuneInString(r.src[r.at:])
	r.at += n
	switch c {
	case '\'':
		b, err := strconv.ParseUint(r.src[r.at:min(len(r.src), r.at+2)], 16, 8)
		if err != nil {
			return
		}
		if r.at += 2; r.skip > 0 {
			r.skip--
			return
		}
		r.say(string(r.set.DecodeByte(byte(b))), from, r.at)
	case '\\', '{', '}':
		r.say(string(c), from, r.at)
	case '~':
		r.say("\u00a0", from, r.at)
	case '_':
		r.say("\u2011", from, r.at)
	case '*':
		r.state.silent = true
	case '\r', '\n':
		r.paragraph()
	}
}

var (
	richSigns = map[string]string{"emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "tab": "\t", "line": "\n", "emspace": " ", "enspace": " "}
	// richSilent begin groups without words of the story.
	richSilent = set(`fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf fldinst datafield
		themedata listtable listoverridetable rsidtbl generator filetbl revtbl annotation atnid atnauthor nonshppict xmlnstbl bkmkstart bkmkend pntext listtext`)
	richSets = map[int]*charmap.Charmap{1250: charmap.Windows1250, 1251: charmap.Windows1251, 1252: charmap.Windows1252, 1253: charmap.Windows1253, 1254: charmap.Windows1254, 1257: charmap.Windows1257, 437: charmap.CodePage437, 850: charmap.CodePage850, 10000: charmap.Macintosh}
)

// word reads a control word with its number.
func (r *rich) word(word string, n int, numbered bool, from int) {
	if sign, ok := richSigns[word]; ok {
		r.say(sign, from, r.at)
		return
	}
	switch word {
	case "par", "sect", "page", "cell", "row", "nestcell":
		r.paragraph()
	case "pard":
		r.role = text.Body
	case "outlinelevel":
		r.role = text.Headline
	case "ansicpg":
		if set := richSets[n]; set != nil {
			r.set = set
		}
	case "mac":
		r.set = charmap.Macintosh
	case "uc":
		r.state.stand = min(max(n, 0), 8)
	case "u":
		r.unicode(n, from)
	case "v", "deleted":
		r.state.hidden = !numbered || n != 0
	case "plain":
		r.state.hidden = false
	case "title", "author":
		if r.state.silent {
			r.state.into = word
		}
	case "footnote":
		r.state.silent = true
	case "bin":
		r.at = min(len(r.src), r.at+max(n, 0))
		for r.at < len(r.src) && !utf8.RuneStart(r.src[r.at]) {
			r.at++
		}
	default:
		r.state.silent = r.state.silent || richSilent[word]
	}
}

// paragraph ends one, unless its words are not the story's.
func (r *rich) paragraph() {
	if !r.state.silent {
		r.close(r.role, r.role != text.Body)
	}
}

// unicode reads a character that is told by its number; one beyond the first
// 65,536 is told in two halves.
func (r *rich) unicode(n, from int) {
	c := rune(uint16(n))
	r.skip = r.state.stand
	switch {
	case utf16.IsSurrogate(c) && r.high == 0:
		r.high, r.highAt = c, from
		return
	case r.high != 0:
		c, from = utf16.DecodeRune(r.high, c), r.highAt
		r.high = 0
	}
	r.say(string(c), from, r.at)
}
