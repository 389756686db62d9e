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

// Hash is the key of a folded form. Bytes are taken eight at a time, as wyhash and
// its kin do, so that a word is hashed as fast as it is found.
func Hash[S string | []byte](folded S) uint64 {
	h := newHasher()
	for i := 0; i < len(folded); i++ {
		h.add(uint64(folded[i]), 1)
	}
	return h.sum()
}

// A hasher is a key in the making.
type hasher struct {
	h     uint64
	chunk uint64 // bytes not yet mixed in, the first lowest
	n     uint   // how many they are
	size  uint64 // of all bytes
}

func newHasher() hasher { return hasher{h: hashSeed} }

// add goes on with some bytes, at most eight; those above are zero.
func (h *hasher) add(bytes uint64, n uint) {
	h.size += uint64(n)
	h.chunk |= bytes << (8 * h.n)
	if h.n += n; h.n >= 8 {
		h.h = scramble(h.h ^ h.chunk)
		h.n -= 8
		h.chunk = bytes >> (8 * (n - h.n))
	}
}

func (h *hasher) addAll(bytes []byte) {
	for _, c := range bytes {
		h.add(uint64(c), 1)
	}
}

// sum is the key of the bytes added.
func (h *hasher) sum() uint64 { return hashOf(h.h^h.chunk, h.size) }

// hashOf closes a key over its last bytes and its size.
func hashOf(h, size uint64) uint64 { return scramble(scramble(h) ^ size) }

// scramble lets every bit of a number reach the others.
func scramble(h uint64) uint64 {
	h *= hashPrime
	return h ^ h>>32
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
	hashSeed  uint64 = 0xa0761d6478bd642f
	hashPrime uint64 = 0xe7037ed1a0b428db
)
