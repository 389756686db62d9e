package mark

import (
	"time"

	"recoupe/rules/calendar"
)

// part is one end of an expression as it was said: some fields of a date, or a
// count of units from the publication or an earlier time of the story.
type part struct {
	date     calendar.Date // the fields written
	fields   Fields
	weekday  time.Weekday
	unit     calendar.Unit // what is named beside or below a year: a season, a quarter, a decade
	nth      int           // which one; 0: the one the date or the count names
	relative bool
	count    int
	counted  calendar.Unit
	byNumber bool // the count was read from the text
	vague    bool // a few units: nobody can count them
	story    bool // counted from an earlier time of the story
	numeric  bool // written in digits alone
	short    bool // the year has two digits
	feast    int  // index plus one
	part     int  // of the day
	dir      int8 // -1 said to be past, 1 to come
	bc       bool
	julian   bool
	at       [4][2]int32 // tokens of weekday, day, month and year; the second excluded, 0 where there is none
	found    resolved    // once anchored
}

// said is the part as others see it.
func (p *part) said() Part {
	out := Part{Written: p.fields, Date: p.date, Weekday: p.weekday, WeekdayAt: -1, MonthAt: -1, YearAt: -1, Period: p.found.Period, Guessed: p.found.guessed}
	for i, at := range p.at {
		if at[1] == 0 {
			continue
		}
		first, last := int(at[0]), int(at[1])
		if out.Last == 0 {
			out.First = first
		}
		out.First, out.Last = min(out.First, first), max(out.Last, last)
		switch i {
		case 0:
			out.WeekdayAt = first
		case 1:
			out.DayAt = [2]int{first, last}
		case 2:
			out.MonthAt = first
		case 3:
			out.YearAt = first
		}
	}
	out.Numeric = p.numeric
	if p.short {
		out.Written &^= YearField
		if !p.found.IsZero() {
			out.Written |= YearField
			out.Date.Year = p.found.First().Date().Year
		}
	}
	return out
}

// relative is how an unanchored time is worked out.
type relative struct {
	from     part
	to       *part // the second end; never written once the time is built, since copies share it
	two      bool
	window   int8 // -1: the last n units, 1: the next
	number   int
	numberAt [2]int32 // its tokens, the second excluded
	units    calendar.Unit
	tense    int8 // what the words around say
	table    *timeGrammar
	votes    string // "dmy" or "mdy" where the order of a date shows how the story writes them
	twisted  calendar.Date
	hourAt   int  // token of the hour, plus one
	coming   bool // a duration unless the words around announce
	half     int  // half a unit more
}

// emit turns the best reading into a time, or into nothing when it says so.
func (r *timeReader) emit() {
	b := &r.best
	if a, ok := b.age(); ok {
		a.Span = r.m.Over(a.First, a.Last)
		r.m.Ages = append(r.m.Ages, a)
		return
	}
	if b.n > 1 && b.ops[0].code == opPart && b.ops[1].last > 0 {
		b.first = int(b.ops[1].first) // "la nuit du 9 novembre": the date is what others need
	}
	r.m.Times = append(r.m.Times, Time{First: b.first, Last: b.end, Span: r.m.Over(b.first, b.end)})
	t := &r.m.Times[len(r.m.Times)-1]
	t.rel.table = r.g
	if !t.build(b.ops[:b.n]) {
		r.m.Times = r.m.Times[:len(r.m.Times)-1]
		return
	}
	t.Sense = r.sense(b.first)
	if t.needsTense() {
		t.rel.tense = r.tense(t)
		if t.rel.tense == 0 && (t.Sense == Until || t.Sense == Before) {
			t.rel.tense = 1
		}
	}
	if t.rel.coming && t.rel.tense <= 0 {
		t.Type, t.rel.from = Duration, part{}
	}
	t.settle()
}

// build runs the ops of a reading; false when it is no time after all.
func (t *Time) build(ops []op) bool {
	rel := &t.rel
	p := &rel.from
	kind, mod := typeDate, 0
	for _, o := range ops {
		switch o.code {
		case opNone:
			return false
		case opSecond:
			if rel.to == nil {
				rel.to = &part{}
			}
			p, rel.two = rel.to, true
		case opMod:
			mod = int(o.a)
		case opType:
			kind = int(o.a)
		case opClock:
			kind = typeClock
			rel.count(o)
		case opAmbiguous, opNumeric:
			p.place(o)
			p.numeric = true
			p.setDate(calendar.YMD(int(o.a)/10000, time.Month(o.a/100%100), int(o.a)%100))
			if o.code == opAmbiguous {
				rel.twisted = calendar.YMD(p.date.Year, time.Month(p.date.Day), int(p.date.Month))
			}
		default:
			if !rel.count(o) {
				p.apply(o, rel)
			}
		}
	}
	if rel.two {
		share(&rel.from, rel.to)
	}
	t.Mod = modNames[mod]
	if kind == typeDate && (rel.two || rel.window != 0) {
		kind = typeRange
		if rel.window != 0 {
			kind = typeDuration
		}
	}
	t.Type = typeNames[kind]
	rel.votes = order(ops)
	return t.sound()
}

// count takes the ops that count units or hours; false when it is another.
func (rel *relative) count(o op) bool {
	switch o.code {
	case opNumber, opOrdinal:
		rel.number = int(o.a)
		if o.last > 0 {
			rel.numberAt = [2]int32{o.first, o.last}
		}
	case opOne:
		rel.number = 1
	case opUnit:
		rel.units = o.unit
	case opAfternoon:
		if rel.number < 1200 {
			rel.number += 1200
		}
	case opHalf:
		rel.half = 1
	case opHalved:
		rel.half, rel.number = 1, 0
	case opComing:
		rel.coming = true
	case opWindow:
		rel.window = int8(o.a)
	case opClock:
		rel.number += int(o.a)
		if rel.hourAt == 0 {
			rel.hourAt = int(o.first) + 1
		}
	default:
		return false
	}
	return true
}

// order tells whether the reading wrote a day before its month.
func order(ops []op) string {
	for i := 1; i < len(ops); i++ {
		switch {
		case ops[i-1].code == opDay && ops[i].code == opMonth:
			return "dmy"
		case ops[i-1].code == opMonth && ops[i].code == opDay:
			return "mdy"
		}
	}
	return ""
}

func (p *part) apply(o op, rel *relative) {
	if o.code == opDay && p.fields&DayField != 0 {
		return // "les 3, 10 et 17 avril" begins on the 3rd
	}
	p.place(o)
	switch o.code {
	case opDay:
		p.date.Day, p.fields = int(o.a), p.fields|DayField
	case opMonth:
		p.date.Month, p.fields = time.Month(o.a), p.fields|MonthField
	case opWeekday:
		p.weekday, p.fields = weekday(int(o.a)), p.fields|WeekdayField
	case opYear:
		p.date.Year, p.fields = int(o.a), p.fields|YearField
	case opShortYear:
		p.date.Year, p.fields, p.short = int(o.a), p.fields|YearField, true
	case opSeason:
		p.unit, p.nth = calendar.Season, int(o.a)
	case opPart:
		p.part = int(o.a)
	case opFeast:
		p.feast = int(o.a) + 1
	case opNth:
		p.unit, p.nth = o.unit, rel.number
	case opHold, opThis, opNamed:
		p.unit, p.nth = o.unit, 0
	case opRelative:
		p.relative, p.count, p.counted = true, int(o.a), o.unit
		if p.count == byNumber || p.count == -byNumber {
			p.count = p.count / byNumber * rel.number
			p.vague, p.byNumber = rel.number == 0, true
		}
		if p.counted == calendar.NoUnit {
			p.counted = rel.units
		}
	case opStory:
		p.story = true
	case opPast:
		p.dir = -1
	case opFuture:
		p.dir = 1
	case opBefore:
		p.bc = true
	case opJulian:
		p.julian = true
	}
}

// place keeps where a field was read.
func (p *part) place(o op) {
	field := -1
	switch o.code {
	case opWeekday:
		field = 0
	case opDay:
		field = 1
	case opMonth:
		field = 2
	case opYear, opShortYear, opNumeric, opAmbiguous:
		field = 3
	}
	if field >= 0 {
		p.at[field] = [2]int32{o.first, o.last}
	}
}

func (p *part) setDate(d calendar.Date) {
	p.date, p.fields = d, p.fields|YearField|MonthField|DayField
}

// sound takes back readings whose numbers make no sense.
func (t *Time) sound() bool {
	a, b := &t.rel.from, t.rel.to
	if t.rel.two && b.short && !a.short && a.fields&YearField != 0 {
		year := a.date.Year/100*100 + b.date.Year
		if year <= a.date.Year {
			return false
		}
		b.date.Year, b.short = year, false
	}
	if t.rel.two && a.fields == YearField && b.fields == YearField && !a.short && b.date.Year < a.date.Year && !b.bc {
		return b.date.Year > 999
	}
	if a.bc {
		a.date.Year = 1 - a.date.Year
	}
	if t.rel.number > 400 && a.relative {
		return t.rel.units >= calendar.Year
	}
	return true
}

// needsTense reports whether anchoring has to choose between past and future.
func (t *Time) needsTense() bool {
	p := &t.rel.from
	return t.rel.coming || !p.relative && p.dir == 0 && p.fields&YearField == 0 && t.Type != Duration && t.Type != Clock && t.Type != Set
}

// settle fills what can be told without a publication date.
func (t *Time) settle() {
	p := &t.rel.from
	t.Written, t.Weekday, t.Date = p.fields, p.weekday, p.date
	t.Relative = p.relative || t.rel.window != 0
	t.NeedsStory = p.story
	t.anchor(&anchoring{})
}
