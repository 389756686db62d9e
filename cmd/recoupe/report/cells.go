package report

import (
	"strings"
	"unicode"

	"github.com/clipperhouse/displaywidth"

	"recoupe/checks/text"
)

// A cell is one character as a terminal shows it, with all that combines with
// it, and where it comes from.
type cell struct {
	text.Span
	shown string
	width int
}

// cells cuts a stretch of a text into what a terminal shows for it.
func cells(s string, within text.Span) []cell {
	var out []cell
	at := within.Start
	for g := displaywidth.StringGraphemes(s[within.Start:within.End]); g.Next(); {
		end := at + len(g.Value())
		shown := clean(g.Value())
		out = append(out, cell{text.Span{Start: at, End: end}, shown, displaywidth.String(shown)})
		at = end
	}
	return out
}

// clean makes words safe to show: control characters, which could steer the
// terminal, become their pictures; marks of writing direction, which could
// reorder the line, are left out.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r' || r == 0x85 || r == 0x2028 || r == 0x2029:
			return ' '
		case r < 0x20:
			return 0x2400 + r
		case r == 0x7f:
			return 0x2421
		case unicode.Is(unicode.Cc, r), r == unicode.ReplacementChar:
			return unicode.ReplacementChar
		case unicode.Is(unicode.Bidi_Control, r), r == 0xfeff, r == 0x200b, r == 0x2060, r == 0xad:
			return -1
		}
		return r
	}, s)
}

// width is how many columns words take.
func width(s string) int { return displaywidth.String(s) }

// wrap breaks words into lines of at most so many columns, at plain spaces; a
// word that is longer is broken where the line ends.
func wrap(s string, columns int) []string {
	columns = max(columns, 8)
	var lines []string
	line, used := "", 0
	flush := func() {
		lines = append(lines, line)
		line, used = "", 0
	}
	for _, word := range strings.Split(s, " ") {
		w := width(word)
		if used > 0 && used+1+w > columns {
			flush()
		}
		for w > columns {
			head := displaywidth.TruncateString(word, columns, "")
			if head == "" {
				break
			}
			lines = append(lines, head)
			word = word[len(head):]
			w = width(word)
		}
		if used > 0 {
			line, used = line+" ", used+1
		}
		line, used = line+word, used+w
	}
	flush()
	return lines
}

// cut shortens words to so many columns.
func cut(s string, columns int) string { return displaywidth.TruncateString(s, columns, "…") }
