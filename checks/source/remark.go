package source

import (
	"strings"

	"recoupe/checks/text"
)

// Plain text has no comments. What stands in [stet …] or <!-- stet … --> is one:
// it is for the desk, not for readers, and is not read as prose.

// remarkMax bounds a remark, in bytes.
const remarkMax = 1000

// remarks finds the remarks of a plain text.
func remarks(body string) (out []text.Remark) {
	for at := 0; ; {
		i := strings.IndexAny(body[at:], "[<")
		if i < 0 {
			return out
		}
		at += i
		open, shut := "[", "]"
		if body[at] == '<' {
			open, shut = "<!--", "-->"
		}
		words, ok := strings.CutPrefix(body[at:], open)
		end := -1
		if ok {
			end = closing(words, shut)
		}
		if end < 0 {
			at++
			continue
		}
		span := text.Span{Start: at, End: at + len(open) + end + len(shut)}
		out = append(out, text.Remark{Span: span, Words: strings.TrimSpace(words[:end])})
		at = span.End
	}
}

// closing is where a remark that begins with stet ends, or -1. A mark that
// closes inside straight quotes closes nothing, and one in brackets keeps to
// its line.
func closing(words, shut string) int {
	head := strings.TrimLeft(words[:min(len(words), remarkMax)], " \t")
	if len(head) < 5 || !strings.EqualFold(head[:4], "stet") || strings.IndexByte(" \t:]-", head[4]) < 0 {
		return -1
	}
	quoted := false
	for i := 0; i < min(len(words), remarkMax); i++ {
		switch c := words[i]; {
		case c == '"':
			quoted = !quoted
		case (c == '\n' || c == '\r') && shut == "]":
			return -1
		case !quoted && strings.HasPrefix(words[i:], shut):
			return i
		}
	}
	return -1
}

// withoutRemarks is a text with its remarks blanked out, byte for byte; ends of
// lines stay.
func withoutRemarks(body string, remarks []text.Remark) string {
	if len(remarks) == 0 {
		return body
	}
	out := []byte(body)
	for _, r := range remarks {
		blank(out[r.Start:r.End])
	}
	return string(out)
}

func blank(b []byte) {
	for i := range b {
		if b[i] != '\n' && b[i] != '\r' {
			b[i] = ' '
		}
	}
}

// remark gives a document, laid out without them, the remarks of its text from an
// offset on. They are shown again where they stand outside paragraphs; inside
// they stay blank, so that no sentence holds them.
func remark(d *text.Document, body string, at int, remarks []text.Remark) {
	if len(remarks) == 0 {
		return
	}
	out := []byte(body)
	for _, r := range remarks {
		moved := text.Span{Start: r.Start + at, End: r.End + at}
		d.Remarks = append(d.Remarks, text.Remark{Span: moved, Words: r.Words})
		for _, p := range d.Paragraphs {
			if p.Touches(moved) {
				blank(out[r.Start:r.End])
			}
		}
	}
	d.Text = d.Text[:at] + string(out)
}
