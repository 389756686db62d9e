package mark

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"recoupe/rules/calendar"
)

// op is one step in building the value of an expression: a field that was read,
// or something that its form says.
type op struct {
	code        opCode
	unit        calendar.Unit
	a           int32
	first, last int32 // the tokens it was read from, last excluded
}

type opCode uint8

const (
	opDay opCode = iota
	opMonth
	opWeekday
	opYear
	opShortYear // 68
	opNumber
	opUnit
	opSeason
	opOrdinal
	opPart
	opFeast
	opNumeric // a: year, month and day of a date in digits
	opClock
	opSecond // what follows belongs to the second end
	opRelative
	opStory
	opMod
	opType
	opNth // the number that was read counts this unit: third quarter
	opPast
	opFuture
	opWindow // the last, or the next, n units
	opBefore // before our era
	opJulian
	opOne  // the number is one
	opHold // the unit that holds the date
	opHalf // and a half
	opHalved
	opComing
	opAfternoon // twelve hours more
	opNamed     // the unit that begins with the year read: a decade
	opThis      // the unit at hand: this weekend
	opAmbiguous
	opLook // nothing was read for the value
	opNone
	opAge // the number is an age: 1 now, 2 at the time told of
)

// byNumber as the count of a relative op stands for the number that was read.
const byNumber = 1 << 20

var plainOps = map[string]op{
	"story": {code: opStory}, "none": {code: opNone}, "age": {code: opAge, a: 1}, "age-then": {code: opAge, a: 2}, "past": {code: opPast}, "future": {code: opFuture},
	"half": {code: opHalf}, "halved": {code: opHalved}, "coming": {code: opComing}, "pm": {code: opAfternoon}, "bc": {code: opBefore}, "julian": {code: opJulian}, "one": {code: opOne},
	"start": {code: opMod, a: modStart}, "mid": {code: opMod, a: modMid}, "end": {code: opMod, a: modEnd}, "approx": {code: opMod, a: modApprox},
	"duration": {code: opType, a: typeDuration}, "set": {code: opType, a: typeSet}, "clock": {code: opType, a: typeClock},
	"last-n": {code: opWindow, a: -1}, "next-n": {code: opWindow, a: 1},
}

// unitOps take the name of a unit: "nth:quarter".
var unitOps = map[string]opCode{"nth": opNth, "around": opHold, "this": opThis, "named": opNamed, "unit": opUnit}

// Modifiers and types as the ops hold them.
const (
	modStart = iota + 1
	modMid
	modEnd
	modApprox
)

const (
	typeDate = iota
	typeRange
	typeDuration
	typeSet
	typeClock
)

var modNames = [...]string{"", "START", "MID", "END", "APPROX"}

var typeNames = [...]TimeType{DateTime, Range, Duration, Set, Clock}

// parseOps reads what a sequence builds: "-1year", "+n" (units as read),
// "nth:quarter", "story", "start", "duration" …
func (l *lexicon) parseOps(s string) ([]op, error) {
	var ops []op
	for _, w := range strings.Fields(s) {
		if o, ok := plainOps[w]; ok {
			ops = append(ops, o)
			continue
		}
		if on, ok := strings.CutPrefix(w, "on:"); ok {
			f, err := calendar.ParseFeast(on)
			if err != nil {
				return nil, err
			}
			l.feasts = append(l.feasts, f)
			ops = append(ops, op{code: opFeast, a: int32(len(l.feasts) - 1)})
			continue
		}
		if name, ok := strings.CutPrefix(w, "part:"); ok {
			i := slices.Index(l.parts, name)
			if i < 0 {
				return nil, fmt.Errorf("no part of the day is called %q", name)
			}
			ops = append(ops, op{code: opPart, a: int32(i + 1)})
			continue
		}
		if known, err := constants(w); err != nil {
			return nil, err
		} else if known != nil {
			ops = append(ops, known...)
			continue
		}
		if verb, name, ok := strings.Cut(w, ":"); ok && unitOps[verb] != opDay {
			u, ok := calendar.Units[name]
			if !ok {
				return nil, fmt.Errorf("no unit is called %q", name)
			}
			ops = append(ops, op{code: unitOps[verb], unit: u})
			continue
		}
		o, err := parseRelative(w)
		if err != nil {
			return nil, err
		}
		ops = append(ops, o)
	}
	return ops, nil
}

// constants reads what a form says in figures of its own: n:4, time:1200,
// years:1914-1918.
func constants(w string) ([]op, error) {
	verb, rest, ok := strings.Cut(w, ":")
	if !ok || verb != "n" && verb != "time" && verb != "years" {
		return nil, nil
	}
	from, to, two := strings.Cut(rest, "-")
	a, err := strconv.Atoi(from)
	b := 0
	if err == nil && two {
		b, err = strconv.Atoi(to)
	}
	switch {
	case err != nil || two != (verb == "years"):
		return nil, fmt.Errorf("%q builds nothing", w)
	case verb == "n":
		return []op{{code: opNumber, a: int32(a)}}, nil
	case verb == "time":
		return []op{{code: opClock, a: int32(a)}}, nil
	}
	return []op{{code: opYear, a: int32(a)}, {code: opSecond}, {code: opYear, a: int32(b)}}, nil
}

// parseRelative reads a sign, a number or n, and a unit or none: the one read.
func parseRelative(w string) (op, error) {
	digits := strings.TrimLeft(w, "+-")
	name := strings.TrimLeft(digits, "0123456789")
	count := digits[:len(digits)-len(name)]
	o := op{code: opRelative}
	if count == "" {
		if !strings.HasPrefix(name, "n") || digits == w {
			return o, fmt.Errorf("%q builds nothing", w)
		}
		name, o.a = name[1:], byNumber
	} else {
		n, err := strconv.Atoi(count)
		if err != nil {
			return o, fmt.Errorf("%q builds nothing", w)
		}
		o.a = int32(n)
	}
	if strings.HasPrefix(w, "-") {
		o.a = -o.a
	}
	if name != "" {
		u, ok := calendar.Units[name]
		if !ok {
			return o, fmt.Errorf("no unit is called %q", name)
		}
		o.unit = u
	}
	return o, nil
}
