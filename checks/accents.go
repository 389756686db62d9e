package checks

import (
	"strings"
	"unicode"

	"recoupe/checks/text"
	"recoupe/rules"
)

// inItsLetters is the name of an entity as the story would write it: without accents
// where none of its letters has any, as agencies send their copy.
func (p *Pass) inItsLetters(e *rules.Entity) string {
	name := e.Label(p.Lang)
	if unaccented(name) || !unaccented(p.Text) {
		return name
	}
	var out strings.Builder
	for _, r := range name {
		switch bare := text.Fold(string(r)); {
		case r < unicode.MaxASCII:
			out.WriteRune(r)
		case unicode.IsUpper(r):
			out.WriteString(strings.ToUpper(bare))
		default:
			out.WriteString(bare)
		}
	}
	return out.String()
}

// unaccented reports a text without a letter beyond the basic alphabet.
func unaccented(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r > unicode.MaxASCII && unicode.IsLetter(r) })
}
