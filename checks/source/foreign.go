package source

import "bytes"

// foreign says why bytes are no text, or nothing. A report that finds nothing
// in a file that nobody could have read would be the worst of answers.
func foreign(raw []byte) string {
	for _, f := range []struct{ begin, is string }{
		{"%PDF-", "a PDF"},
		{"PK\x03\x04", "a zip or an office document under another name"},
		{"\xd0\xcf\x11\xe0", "an old office document (.doc), or one behind a password"},
	} {
		if bytes.HasPrefix(raw, []byte(f.begin)) {
			return advice(f.is)
		}
	}
	if _, ok := unmarked(raw); ok || bytes.HasPrefix(raw, bomBig) || bytes.HasPrefix(raw, bomSmall) {
		return ""
	}
	// Old copy holds a control character here and there; what is not text is full of them.
	controls := 0
	for _, b := range raw {
		if b < ' ' && (b < '\t' || b > '\r') {
			controls++
		}
	}
	if controls > 8 && controls*20 > len(raw) {
		return "this is not text"
	}
	return ""
}
