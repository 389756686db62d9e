package mark

import (
	"recoupe/checks/text"
	"recoupe/rules/calendar"
)

// slot is a kind of value that a form reads.
type slot uint8

const (
	noSlot    slot = iota
	slotDay        // day of the month: 24, 1er, 24th, first
	slotMonth      // a month's full name
	slotMon        // a month, shortened or not
	slotWeekday
	slotWkd    // a weekday, shortened or not
	slotYear   // four digits
	slotShort  // a year of two digits
	slotDecade // a year that ends in 0, four digits
	slotTens   // two digits that end in 0
	slotN      // a number, in digits or words
	slotDigits // digits alone
	slotUnit
	slotSeason
	slotOrd // an ordinal, in digits or words
	slotPart
	slotNumeric // 24/02/2022
	slotRoman   // XXe, 20th
	slotColon   // 15:30
	slotDotted  // 15.30
	slotHour    // 0 to 24
	slotAnyHour // 0 to 29, so that a slip is read too
	slotMinute  // two digits
	slotOld     // a year of two digits that can be no day
	slotMany    // a weekday in the plural
	slotTenWord // a decade in words: sixties
	slotAD      // a year of one to four digits
	slotPlural  // only looked at: a counted noun
	slotSure    // a month that is nothing else
	slotAdult   // a number from 12 to 120
	slotTight   // a dash between two words without spaces
	slotNoun    // only looked at: a small word that may be a noun
	slotUpto    // only looked at: "to" and a number
	slotHyphen  // only looked at: a word that a hyphen joins to the one before
	slotPoss    // only looked at: an apostrophe and an s
	slotName    // only looked at: a word with a capital
	slotStart   // only looked at: the start of the sentence
	slotTime    // only looked at: the time before, in a list
	lastSlot    = slotTime
)

var slotNames = map[string]slot{
	"day": slotDay, "month": slotMonth, "mon": slotMon, "weekday": slotWeekday, "wkd": slotWkd, "year": slotYear,
	"yy": slotShort, "decade": slotDecade, "tens": slotTens, "n": slotN, "digits": slotDigits, "unit": slotUnit,
	"season": slotSeason, "ord": slotOrd, "part": slotPart, "numeric": slotNumeric, "century": slotRoman,
	"colon": slotColon, "dotted": slotDotted, "hour": slotHour, "anyhour": slotAnyHour, "minute": slotMinute,
	"old": slotOld, "weekdays": slotMany, "tensword": slotTenWord, "ad": slotAD, "plural": slotPlural, "time": slotTime, "start": slotStart, "hyphen": slotHyphen, "poss": slotPoss, "surely": slotSure, "adult": slotAdult, "tight": slotTight, "noun": slotNoun, "upto": slotUpto, "name": slotName,
}

// words are the classes of the words that may begin the slot.
func (s slot) words() []class {
	switch s {
	case slotDay, slotOrd:
		return []class{ordinalWord}
	case slotMonth, slotSure:
		return []class{monthWord}
	case slotMon:
		return []class{monthWord, monthShort}
	case slotWeekday:
		return []class{weekdayWord}
	case slotWkd:
		return []class{weekdayWord, weekdayShort}
	case slotN, slotTenWord:
		return []class{numberWord}
	case slotMany:
		return []class{weekdayMany}
	case slotUnit:
		return []class{unitWord}
	case slotSeason:
		return []class{seasonWord}
	case slotPart:
		return []class{partWord, partStart}
	case slotRoman:
		return []class{ordinalWord, romanWord}
	}
	return nil
}

// digits reports whether digits may begin the slot.
func (s slot) digits() bool {
	switch s {
	case slotDay, slotYear, slotShort, slotDecade, slotTens, slotN, slotDigits, slotOrd, slotNumeric, slotRoman, slotColon, slotDotted, slotHour, slotAnyHour, slotMinute, slotOld, slotAD, slotAdult:
		return true
	}
	return false
}

// slot reads a value at a token; end is 0 when it does not stand there.
func (r *timeReader) slot(s slot, i int, like bool) (o op, end int) {
	if i >= r.limit {
		return o, 0
	}
	switch s {
	case slotDay:
		return r.day(i)
	case slotMonth:
		return r.word(opMonth, monthWord, i, like)
	case slotMon:
		if o, end = r.word(opMonth, monthWord, i, like); end == 0 {
			o, end = r.shortened(opMonth, monthShort, i, like)
		}
		return o, end
	case slotWeekday:
		return r.word(opWeekday, weekdayWord, i, like)
	case slotWkd:
		if o, end = r.word(opWeekday, weekdayWord, i, like); end == 0 {
			o, end = r.shortened(opWeekday, weekdayShort, i, like)
		}
		return o, end
	case slotUnit:
		if o, end = r.word(opUnit, unitWord, i, false); end > 0 {
			o.unit = calendar.Unit(o.a)
		}
		return o, end
	case slotMany:
		return r.word(opWeekday, weekdayMany, i, like)
	case slotTenWord:
		return r.tens(i)
	case slotPlural, slotSure, slotAdult, slotTight, slotNoun, slotUpto, slotName, slotHyphen, slotPoss:
		return r.look(s, i)
	case slotSeason:
		return r.word(opSeason, seasonWord, i, like)
	case slotPart:
		return r.part(i)
	case slotN:
		n, end := r.number(i)
		if end == i+1 && r.is(i, articleWord) {
			return op{}, 0
		}
		return op{code: opNumber, a: int32(n)}, end
	case slotOrd:
		return r.ordinal(i, suffixWord)
	case slotNumeric:
		return r.numeric(i)
	case slotRoman:
		return r.century(i)
	case slotColon:
		return r.colon(i)
	case slotDotted:
		return r.dotted(i)
	}
	return r.figure(s, i)
}

// word reads a word of a class; like asks for the case that the language writes.
func (r *timeReader) word(code opCode, c class, i int, like bool) (op, int) {
	v, ok := r.lex(i).value(c)
	if !ok || like && !r.cased(i) {
		return op{}, 0
	}
	return op{code: code, a: int32(v)}, i + 1
}

// shortened reads an abbreviation and the point that may close it.
func (r *timeReader) shortened(code opCode, c class, i int, like bool) (op, int) {
	o, end := r.word(code, c, i, like)
	if end > 0 && end < r.limit && r.m.Tokens[end].Char == '.' && r.m.Tokens[end].Is(text.Glued) {
		end++
	}
	return o, end
}

// cased reports whether a word is written as the language writes months: small,
// unless it opens its sentence or all is in capitals; or with a capital.
func (r *timeReader) cased(i int) bool {
	t := r.m.Tokens[i]
	if r.g.table.Case == "capital" {
		return t.Is(text.Capital)
	}
	if !t.Is(text.Capital) || i == r.first {
		return true
	}
	if t.Is(text.Upper) {
		return true
	}
	prev := r.m.Tokens[i-1]
	return prev.Kind == text.Mark && prev.Char != ','
}

// figure reads a number in digits that the slot takes.
func (r *timeReader) figure(s slot, i int) (op, int) {
	n, width := r.plain(i)
	if width == 0 {
		return op{}, 0
	}
	ok := false
	code := opNumber
	switch s {
	case slotYear:
		code, ok = opYear, width == 4 && n >= 1000 && n < 2200
	case slotShort:
		code, ok = opShortYear, width == 2
	case slotDecade:
		code, ok = opYear, width == 4 && n%10 == 0 && n >= 1000 && n < 2200
	case slotTens:
		code, ok = opShortYear, width == 2 && n%10 == 0
	case slotAD:
		code, ok = opYear, width <= 4
	case slotDigits:
		ok = width < 6
	case slotOld:
		code, ok = opShortYear, width == 2 && n > 31
	case slotHour:
		code, ok = opClock, width <= 2 && n < 25
		n *= 100
	case slotAnyHour:
		code, ok = opClock, width <= 2 && n < 30
		n *= 100
	case slotMinute:
		code, ok = opClock, width == 2
	}
	if !ok {
		return op{}, 0
	}
	return op{code: code, a: int32(n)}, i + 1
}

// tens reads the number of a decade in words: sixty, quatre-vingt.
func (r *timeReader) tens(i int) (op, int) {
	n, end := r.number(i)
	if end == 0 || r.m.Tokens[i].Kind != text.Word || n < 20 || n > 90 || n%10 != 0 {
		return op{}, 0
	}
	return op{code: opShortYear, a: int32(n)}, end
}

// plain is the number that a token writes in digits alone, and how many.
func (r *timeReader) plain(i int) (n, width int) {
	if i == r.digit.at {
		return r.digit.n, r.digit.width
	}
	t := &r.m.Tokens[i]
	if t.Kind != text.Number || t.End-t.Start > 6 {
		return 0, 0
	}
	for _, c := range []byte(r.m.Text[t.Start:t.End]) {
		if c < '0' || c > '9' {
			return 0, 0
		}
		n = 10*n + int(c-'0')
	}
	return n, t.End - t.Start
}

// day reads a day of the month; up to 39, so that a 32nd is seen.
func (r *timeReader) day(i int) (op, int) {
	o, end := r.ordinal(i, daySuffix)
	if end == 0 || r.m.Tokens[i].Is(text.Capital) {
		n, width := r.plain(i)
		if width == 0 || width > 2 {
			return op{}, 0
		}
		o, end = op{a: int32(n)}, i+1
	}
	if o.a < 1 || o.a > 39 {
		return op{}, 0
	}
	o.code = opDay
	return o, end
}

// ordinal reads "third", "3rd", "1er".
func (r *timeReader) ordinal(i int, suffix class) (op, int) {
	if v, ok := r.lex(i).value(ordinalWord); ok {
		return op{code: opOrdinal, a: int32(v)}, i + 1
	}
	n, width := r.plain(i)
	if width == 0 || i+1 >= r.limit || !r.m.Tokens[i+1].Is(text.Glued) {
		return op{}, 0
	}
	if _, ok := r.lex(i + 1).value(suffix); !ok {
		return op{}, 0
	}
	return op{code: opOrdinal, a: int32(n)}, i + 2
}

// number reads a number of at most six digits, or one in words.
func (r *timeReader) number(i int) (n, end int) {
	if n, width := r.plain(i); width > 0 {
		return n, i + 1
	}
	total, part, last := 0, 0, 0
	for j := i; j < r.limit; j++ {
		v, ok := r.lex(j).value(numberWord)
		if !ok {
			if _, and := r.lex(j).value(andWord); and && last >= 20 && j+1 < r.limit {
				if w, ok := r.lex(j + 1).value(numberWord); ok && w < 100 && w < last {
					continue
				}
			}
			break
		}
		switch {
		case v >= 1000 && total == 0:
			total, part = max(part, 1)*v, 0
		case v == 100 && part < 100:
			part = max(part, 1) * 100
		case v == 20 && last == 4 && r.g.vigesimal:
			part += 4*20 - 4
		case v < 100 && (last == 0 || last >= 20 && v < 20 || last >= 100 || last == 10 && v < 10):
			part += v
		default:
			return total + part, end
		}
		last, end = v, j+1
	}
	return total + part, end
}

// part reads a part of the day, which may be a phrase: après-midi.
func (r *timeReader) part(i int) (op, int) {
	for _, p := range r.g.partPhrases {
		if i+len(p.keys) <= r.limit && r.spells(p.keys, i) {
			return op{code: opPart, a: int32(p.value)}, i + len(p.keys)
		}
	}
	return r.word(opPart, partWord, i, false)
}
