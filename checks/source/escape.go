package source

import (
	"html"
	"strings"
)

// entityMax is the length of the longest entity that is looked for.
const entityMax = 40

// unescape reads words in which characters are written as entities, and, where
// backslashes are told to, behind a backslash.
func (p *page) unescape(from, to int, backslashes bool) {
	at := from
	for i := from; i < to; {
		switch c := p.src[i]; {
		case c == '\\' && backslashes && i+1 < to && isPunctuation(p.src[i+1]):
			p.copy(at, i)
			p.put(p.src[i+1:i+2], i, i+2)
			i += 2
			at = i
		case c == '&':
			words, n := entity(p.src[i:to])
			if n == 0 {
				i++
				continue
			}
			p.copy(at, i)
			p.put(words, i, i+n)
			i += n
			at = i
		default:
			i++
		}
	}
	p.copy(at, to)
}

// entity decodes the entity that a string begins with, and tells its length; 0
// when there is none.
func entity(s string) (words string, n int) {
	end := strings.IndexByte(s[:min(len(s), entityMax)], ';')
	if end < 2 {
		return "", 0
	}
	raw := s[:end+1]
	if words = html.UnescapeString(raw); words == raw || strings.HasSuffix(words, ";") && len(words) > 1 {
		return "", 0
	}
	return strings.ToValidUTF8(words, "\ufffd"), end + 1
}

// isPunctuation reports the characters that a backslash makes plain.
func isPunctuation(c byte) bool {
	return c > ' ' && c < 0x7f && !('0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z')
}
