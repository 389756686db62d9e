package text

import (
	"math/bits"
	"unicode"
	"unicode/utf8"
)

// A Kind tells words, numbers and marks apart.
type Kind uint8

// Kinds of tokens.
const (
	Word   Kind = iota // letters
	Number             // digits, with the points and commas between them: 24,5 1.200 12.30
	Mark               // one character of punctuation, or any other sign
)

// A Shape says how a token is written and how it hangs on the one before.
type Shape uint8

// Shapes, as bits.
const (
	Glued   Shape = 1 << iota // no space before it
	Hyphen                    // joined to the word before by a hyphen: Jean-Marc, a-t-il
	Capital                   // begins with a capital
	Upper                     // two letters or more, all of them capitals
	Elided                    // ends with an apostrophe: l', qu', O'
)

// A Token is one word, number or mark. A hyphen between two words is no token
// but a shape of the second; "l'Otan" is two tokens, l' and Otan; "NATO's" is
// two as well, NATO and 's; digits and letters that touch are parted: 12 h 30.
type Token struct {
	Span
	Key   uint64 // hash of the folded form
	Char  rune   // the character, of a Mark; 0 otherwise
	Kind  Kind
	Shape Shape
}

// Is reports whether all bits of a shape are set.
func (t Token) Is(s Shape) bool { return t.Shape&s == s }

// Tokens appends the tokens of a stretch of text to dst.
func Tokens(dst []Token, src string, within Span) []Token {
	s := scanner{src: src[:within.End], at: within.Start, last: -1}
	for s.at < len(s.src) {
		switch letterOf[s.src[s.at]] {
		case plainLetter:
			dst = s.word(dst)
		case asciiSpace:
			s.at++
		case asciiMark:
			c := s.src[s.at]
			dst = s.push(dst, Token{Span: Span{s.at, s.at + 1}, Key: hashOf(hashSeed^uint64(c), 1), Char: rune(c), Kind: Mark, Shape: s.glue()})
		default:
			dst = s.next(dst)
		}
	}
	return dst
}

type scanner struct {
	src  string
	at   int
	last int // end of the token before; -1 at the start
	hyph bool
}

// next skips what parts words, or appends the token that follows, where a byte
// alone does not tell what it begins.
func (s *scanner) next(dst []Token) []Token {
	r, n := s.rune(s.at)
	switch {
	case isSpace(r) || r == '\ufeff' || r == '\u200b' || r == '\u200e' || r == '\u200f' || r >= 0x300 && unicode.Is(unicode.Mn, r):
		s.at += n
		return dst
	case isDigit(r):
		return s.number(dst)
	case r >= utf8.RuneSelf && unicode.IsLetter(r):
		return s.word(dst)
	case isHyphen(r) && s.last == s.at && s.letterAt(s.at+n) && len(dst) > 0 && dst[len(dst)-1].Kind == Word:
		s.at += n
		s.last, s.hyph = s.at, true
		return dst
	}
	var buf [8]byte
	h := newHasher()
	h.addAll(AppendFold(buf[:0], s.src[s.at:s.at+n]))
	return s.push(dst, Token{Span: Span{s.at, s.at + n}, Key: h.sum(), Char: r, Kind: Mark, Shape: s.glue()})
}

// What a byte begins, where it tells that by itself.
const (
	plainLetter = iota + 1
	asciiSpace
	asciiMark
)

var letterOf = readLetters()

func readLetters() (of [256]uint8) {
	for c := 'a'; c <= 'z'; c++ {
		of[c], of[c-'a'+'A'] = plainLetter, plainLetter
	}
	of[' '], of['\n'] = asciiSpace, asciiSpace
	for _, c := range []byte(",.:;()\"!?") {
		of[c] = asciiMark
	}
	return of
}

// word reads letters, and the apostrophe that belongs to them.
func (s *scanner) word(dst []Token) []Token {
	h, shape := newHasher(), s.glue()
	end := s.letters(&h, &shape)
	apostrophe := s.apostrophe(end)
	if apostrophe > 0 && !s.clitic(end+apostrophe) {
		h.add('\'', 1)
		end, shape = end+apostrophe, shape|Elided
		apostrophe = s.apostrophe(end)
	}
	dst = s.push(dst, Token{Span: Span{s.at, end}, Key: h.sum(), Kind: Word, Shape: shape})
	if apostrophe > 0 {
		return s.suffix(dst, apostrophe)
	}
	return dst
}

// letters reads the letters that begin where the scanner stands, and returns where
// they end. Plain ones are taken eight at a time.
func (s *scanner) letters(h *hasher, shape *Shape) (end int) {
	i, many, upper := s.at, 0, true
	for i < len(s.src) {
		if plain, n := plainLetters(s.src, i); n > 0 {
			small := smallBits >> (64 - 8*n)
			if many == 0 && plain&0x20 == 0 {
				*shape |= Capital
			}
			upper = upper && plain&small == 0
			h.add(plain|small, n)
			many += int(n)
			if i += int(n); n == 8 || i == len(s.src) {
				continue
			}
		}
		c := s.src[i]
		if c < utf8.RuneSelf {
			break
		}
		if c == 0xc3 && i+1 < len(s.src) {
			if fold := latin[s.src[i+1]]; fold != 0 {
				small := s.src[i+1] >= 0xa0
				if many == 0 && !small {
					*shape |= Capital
				}
				upper = upper && !small
				h.add(uint64(fold), 1)
				many++
				i += 2
				continue
			}
		}
		n := s.letter(i, many, &upper, h, shape)
		if n == 0 {
			break
		}
		many++
		i += n
	}
	if many > 1 && upper && *shape&Capital != 0 {
		*shape |= Upper
	}
	return i
}

// letter reads a letter of any script, or an accent that stands behind one; its
// length is 0 where there is none.
func (s *scanner) letter(i, many int, upper *bool, h *hasher, shape *Shape) int {
	r, n := utf8.DecodeRuneInString(s.src[i:])
	if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) && r != '\u00ad' {
		return 0
	}
	if many == 0 && unicode.IsUpper(r) {
		*shape |= Capital
	}
	*upper = *upper && !unicode.IsLower(r)
	var buf [8]byte
	h.addAll(appendFolded(buf[:0], r))
	return n
}

const (
	everyByte = 0x0101010101010101
	highBits  = 0x80 * everyByte
	smallBits = 0x20 * uint64(everyByte) // what tells a small letter from its capital
)

// plainLetters are the letters of ASCII that begin at a byte, at most eight, and
// how many they are. They are told from the rest all at once: a byte that is no
// letter carries into its highest bit, or does not where a letter would.
func plainLetters(src string, i int) (letters uint64, n uint) {
	if i+8 > len(src) {
		for ; i < len(src) && letterOf[src[i]] == plainLetter; i++ {
			letters |= uint64(src[i]) << (8 * n)
			n++
		}
		return letters, n
	}
	s := src[i : i+8]
	x := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
	low := (x | smallBits) &^ highBits
	fromA, beyondZ := low+(0x80-'a')*everyByte, low+(0x80-'z'-1)*everyByte
	n = uint(bits.TrailingZeros64((^fromA|beyondZ|x)&highBits)) / 8
	return x & (^uint64(0) >> (64 - 8*n)), n
}

// latin are the plain letters of the accented ones from À to ÿ, by their second
// byte; 0 where there is none, or more than one.
var latin = readLatin()

func readLatin() (of [256]byte) {
	for r := 'À'; r <= 'ÿ'; r++ {
		if to := foldTable[r]; len(to) == 1 {
			of[r&0x3f|0x80] = to[0]
		}
	}
	return of
}

// apostrophe is the length of an apostrophe at i that a letter follows, or 0.
func (s *scanner) apostrophe(i int) int {
	if i >= len(s.src) {
		return 0
	}
	if c := s.src[i]; c != '\'' && c != '`' && c < utf8.RuneSelf {
		return 0
	}
	if r, n := s.rune(i); isApostrophe(r) && s.letterAt(i+n) {
		return n
	}
	return 0
}

// suffix reads 's, 're, 't … as a token of its own that begins with the apostrophe.
func (s *scanner) suffix(dst []Token, apostrophe int) []Token {
	end := s.at + apostrophe
	for s.letterAt(end) {
		_, n := s.rune(end)
		end += n
	}
	t := Token{Span: Span{s.at, end}, Kind: Word, Shape: s.glue()}
	t.Key = Key(s.src[t.Start:t.End])
	return s.push(dst, t)
}

// clitic reports whether the letters at i are an English ending that follows an
// apostrophe, and nothing more.
func (s *scanner) clitic(i int) bool {
	end := i
	for s.letterAt(end) {
		_, n := s.rune(end)
		end += n
	}
	switch s.src[i:end] {
	case "s", "S", "t", "T", "d", "m", "re", "ve", "ll", "RE", "VE", "LL":
		return true
	}
	return false
}

// number reads digits with the single points, commas and apostrophes between them.
func (s *scanner) number(dst []Token) []Token {
	start, i := s.at, s.at
	for i < len(s.src) {
		c := s.src[i]
		if c >= '0' && c <= '9' {
			i++
			continue
		}
		if (c == '.' || c == ',') && i+1 < len(s.src) && s.src[i+1] >= '0' && s.src[i+1] <= '9' {
			i += 2
			continue
		}
		break
	}
	t := Token{Span: Span{start, i}, Kind: Number, Shape: s.glue()}
	t.Key = Hash(s.src[start:i])
	return s.push(dst, t)
}

func (s *scanner) push(dst []Token, t Token) []Token {
	s.at, s.last, s.hyph = t.End, t.End, false
	return append(dst, t)
}

func (s *scanner) glue() Shape {
	switch {
	case s.hyph:
		return Hyphen | Glued
	case s.last == s.at:
		return Glued
	}
	return 0
}

func (s *scanner) rune(i int) (rune, int) {
	if i >= len(s.src) {
		return 0, 0
	}
	if c := s.src[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(s.src[i:])
}

func (s *scanner) letterAt(i int) bool {
	if i >= len(s.src) {
		return false
	}
	if c := s.src[i]; c < utf8.RuneSelf {
		return letterOf[c] == plainLetter
	}
	r, _ := s.rune(i)
	return unicode.IsLetter(r)
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isHyphen(r rune) bool { return r == '-' || r == '‐' || r == '‑' }

func isApostrophe(r rune) bool {
	return r == '\'' || r == '’' || r == '‘' || r == 'ʼ' || r == '′' || r == '＇' || r == '`' || r == '´'
}
