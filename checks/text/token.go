package text

import (
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
	for s.at < within.End {
		dst = s.next(dst)
	}
	return dst
}

type scanner struct {
	src  string
	at   int
	last int // end of the token before; -1 at the start
	hyph bool
}

// next skips what parts words and appends the token that follows.
func (s *scanner) next(dst []Token) []Token {
	switch letterOf[s.src[s.at]] {
	case smallLetter, capitalLetter:
		return s.word(dst)
	case asciiSpace:
		s.at++
		return dst
	}
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
	t := Token{Span: Span{s.at, s.at + n}, Kind: Mark, Char: r, Shape: s.glue()}
	t.Key = Key(s.src[t.Start:t.End])
	return s.push(dst, t)
}

// What a byte is to a word; a byte of a longer character is nothing by itself.
const (
	noLetter = iota
	smallLetter
	capitalLetter
	asciiSpace
)

var letterOf = readLetters()

func readLetters() (of [256]uint8) {
	for c := 'a'; c <= 'z'; c++ {
		of[c], of[c-'a'+'A'] = smallLetter, capitalLetter
	}
	of[' '], of['\n'] = asciiSpace, asciiSpace
	return of
}

// word reads letters, and the apostrophe that belongs to them.
func (s *scanner) word(dst []Token) []Token {
	t := Token{Kind: Word, Shape: s.glue()}
	i, h, upper, letters := s.at, hashSeed, true, 0
word:
	for i < len(s.src) {
		c := s.src[i]
		switch letterOf[c] {
		case smallLetter:
			upper = false
		case capitalLetter:
			if letters == 0 {
				t.Shape |= Capital
			}
			c += 'a' - 'A'
		default:
			if c < utf8.RuneSelf {
				break word
			}
			r, n := utf8.DecodeRuneInString(s.src[i:])
			if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) && r != '\u00ad' {
				break word
			}
			if letters == 0 && unicode.IsUpper(r) {
				t.Shape |= Capital
			}
			h = hashFolded(h, r)
			upper = upper && !unicode.IsLower(r)
			letters++
			i += n
			continue
		}
		h = (h ^ uint64(c)) * hashPrime
		letters++
		i++
	}
	t.Span = Span{s.at, i}
	if t.Is(Capital) && upper && letters > 1 {
		t.Shape |= Upper
	}
	apostrophe := s.apostrophe(i)
	if apostrophe > 0 && !s.clitic(i+apostrophe) {
		h = (h ^ '\'') * hashPrime
		t.End, t.Shape = i+apostrophe, t.Shape|Elided
		apostrophe = s.apostrophe(t.End)
	}
	t.Key = h
	dst = s.push(dst, t)
	if apostrophe > 0 {
		return s.suffix(dst, apostrophe)
	}
	return dst
}

// hashFolded goes on with the hash of a word over one more letter.
func hashFolded(h uint64, r rune) uint64 {
	var buf [8]byte
	for _, c := range appendFolded(buf[:0], r) {
		h = (h ^ uint64(c)) * hashPrime
	}
	return h
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
		return letterOf[c] == smallLetter || letterOf[c] == capitalLetter
	}
	r, _ := s.rune(i)
	return unicode.IsLetter(r)
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isHyphen(r rune) bool { return r == '-' || r == '‐' || r == '‑' }

func isApostrophe(r rune) bool {
	return r == '\'' || r == '’' || r == '‘' || r == 'ʼ' || r == '′' || r == '＇' || r == '`' || r == '´'
}
