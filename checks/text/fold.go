package text

import (
	"unicode"
	"unicode/utf8"
)

// Fold returns the form in which words are compared: lower case, without
// accents, ligatures written out, one apostrophe, plain spaces, superscript
// letters and digits as plain ones. Composed and decomposed letters fold alike.
// It allocates only when it changes something.
func Fold(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= utf8.RuneSelf || c >= 'A' && c <= 'Z' {
			return string(AppendFold(make([]byte, 0, len(s)), s))
		}
	}
	return s
}

// AppendFold appends the folded form of s to dst.
func AppendFold(dst []byte, s string) []byte {
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c >= 'A' && c <= 'Z' {
				c += 'a' - 'A'
			}
			dst = append(dst, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		dst = appendFolded(dst, r)
	}
	return dst
}

func appendFolded(dst []byte, r rune) []byte {
	if r < foldLimit {
		if to := foldTable[r]; to != "" {
			return append(dst, to...)
		}
	}
	switch {
	case unicode.Is(unicode.Mn, r) || r == '\u00ad' || r == '\u200b' || r == '\u200e' || r == '\u200f' || r == '\ufeff':
		return dst
	case isSpace(r):
		return append(dst, ' ')
	}
	if to, ok := foldHigh[r]; ok {
		return append(dst, to...)
	}
	if small := unicode.ToLower(r); small != r {
		return appendFolded(dst, small) // which may fold on: Ǝ, ǝ, e
	}
	return utf8.AppendRune(dst, r)
}

// foldLimit ends the Latin blocks that the table covers.
const foldLimit = 0x250

// foldPairs lists plain letters, each followed by the letters that fold to it.
var foldPairs = []struct{ to, from string }{
	{"a", "ÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎǞǟǠǡǺǻȀȁȂȃȦȧª"}, {"b", "ƀƁƂƃɃ"}, {"c", "ÇçĆćĈĉĊċČčƇƈȻȼ"},
	{"d", "ĎďĐđÐðƉƊƋƌ"}, {"e", "ÈÉÊËèéêëĒēĔĕĖėĘęĚěȄȅȆȇȨȩɆɇƏǝ"}, {"f", "Ƒƒ"}, {"g", "ĜĝĞğĠġĢģǤǥǦǧǴǵƓ"},
	{"h", "ĤĥĦħȞȟ"}, {"i", "ÌÍÎÏìíîïĨĩĪīĬĭĮįİıǏǐȈȉȊȋƗ"}, {"j", "ĴĵǰɈɉ"}, {"k", "ĶķĸƘƙǨǩ"},
	{"l", "ĹĺĻļĽľĿŀŁłƚȽ"}, {"n", "ÑñŃńŅņŇňŉŊŋƝƞǸǹȠ"}, {"o", "ÒÓÔÕÖØòóôõöøŌōŎŏŐőƟƠơǑǒǪǫǬǭǾǿȌȍȎȏȪȫȬȭȮȯȰȱº"},
	{"p", "Ƥƥ"}, {"r", "ŔŕŖŗŘřȐȑȒȓɌɍ"}, {"s", "ŚśŜŝŞşŠšȘșſȿ"}, {"t", "ŢţŤťŦŧƫƬƭƮȚțȾ"},
	{"u", "ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưǓǔǕǖǗǘǙǚǛǜȔȕȖȗɄ"}, {"v", "Ʋ"}, {"w", "Ŵŵ"}, {"y", "ÝýÿŶŷŸƳƴȲȳɎɏ"},
	{"z", "ŹźŻżŽžƵƶȤȥɀ"}, {"ae", "ÆæǢǣǼǽ"}, {"oe", "Œœ"}, {"ss", "ß"}, {"th", "Þþ"}, {"ij", "Ĳĳ"},
	{"1", "¹"}, {"2", "²"}, {"3", "³"},
}

// foldPairsHigh are letters beyond the table: superscripts, typographic
// apostrophes, Vietnamese vowels.
var foldPairsHigh = []struct{ to, from string }{
	{"'", "’‘ʼ′＇`´ʹ"}, {"e", "ᵉₑẹẻẽếềểễệẸẺẼẾỀỂỄỆ"}, {"r", "ʳ"}, {"d", "ᵈ"}, {"t", "ᵗ"}, {"h", "ʰ"}, {"s", "ˢẛ"}, {"n", "ⁿ"}, {"o", "ᵒọỏốồổỗộớờởỡợỌỎỐỒỔỖỘỚỜỞỠỢ"},
	{"a", "ᵃạảấầẩẫậắằẳẵặẠẢẤẦẨẪẬẮẰẲẴẶ"}, {"i", "ᶦỉịỈỊ"}, {"u", "ᵘụủứừửữựỤỦỨỪỬỮỰ"}, {"y", "ỳỵỷỹỲỴỶỸ"}, {"w", "ẀẁẂẃẄẅ"}, {"m", "ᵐ"},
	{"0", "⁰"}, {"4", "⁴"}, {"5", "⁵"}, {"6", "⁶"}, {"7", "⁷"}, {"8", "⁸"}, {"9", "⁹"}, {"-", "‐‑"},
}

var foldTable, foldHigh = buildFold()

func buildFold() (table [foldLimit]string, high map[rune]string) {
	high = map[rune]string{}
	for _, p := range foldPairs {
		for _, r := range p.from {
			table[r] = p.to
		}
	}
	table['´'] = "'"
	for _, p := range foldPairsHigh {
		for _, r := range p.from {
			high[r] = p.to
		}
	}
	return table, high
}

func isSpace(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\r', '\v', '\f', 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0x2060:
		return true
	}
	return r >= 0x2000 && r <= 0x200a
}

// Hash is the key of a folded form (FNV-1a, 64 bits).
func Hash[S string | []byte](folded S) uint64 {
	h := hashSeed
	for i := 0; i < len(folded); i++ {
		h = (h ^ uint64(folded[i])) * hashPrime
	}
	return h
}

// Key is the key under which a word is looked up: the hash of its folded form.
func Key(word string) uint64 { return Hash(Fold(word)) }

// Mix joins the key of a phrase so far with that of its next token.
func Mix(phrase, token uint64) uint64 {
	h := (phrase<<23 | phrase>>41) ^ token
	h *= 0x9e3779b97f4a7c15
	return h ^ h>>29
}

const (
	hashSeed  uint64 = 14695981039346656037
	hashPrime uint64 = 1099511628211
)
