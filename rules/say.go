package rules

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"recoupe/rules/calendar"
)

// Say is how a language says dates, numbers and facts: the [say] section of its
// file. Templates hold {names}; a part in [brackets] is left out when one of its
// names has nothing to say.
type Say struct {
	First     string            // the first day of a month: 1er; empty: 1
	Day       string            // "{day} {month} {year}"
	Month     string            // "{month} {year}"
	Dated     string            // with its weekday: "{weekday} {date}"
	BC        string            // a year before our era: "{year} av. J.-C."
	The       map[string]string // by grain, day, month or year: "le {date}"
	On        map[string]string // by grain: "le {date}", "en {date}"
	Of        map[string]string // by grain: "du {date}", "de {date}"
	Between   string            // "de {from} à {to}"
	Since     string            // "depuis {from}"
	Until     string            // "jusqu'à {to}"
	Contract  [][]string        // pairs: "de le " becomes "du "
	Singular  []int             // numbers after which a thing stands in the singular
	Thousands string            // between groups of three digits
	Decimal   string
	Office    string              // "{title} ({of})"
	Past      map[string][]string // by unit: this one, the last one, "{n} years ago"
	Future    map[string][]string // by unit: this one, the next one, "in {n} years"
	Length    map[string][]string // by unit: one, "{n} years"
	Worded    Worded              // numbers in words
	Nth       map[string]string   // what digits take on to be an ordinal, by the digits they end in; "" for the rest
	Fact      map[string]string   // by relation: how a fact is told
}

// Tongue is the language of a code, for telling; where the book lacks it, the
// first that it has in alphabetical order; and never nil.
func (b *Book) Tongue(code string) *Language {
	if l := b.Languages[code]; l != nil {
		return l
	}
	first := ""
	for code := range b.Languages {
		if first == "" || code < first {
			first = code
		}
	}
	if l := b.Languages[first]; l != nil {
		return l
	}
	return &Language{}
}

// Fill puts values into a template's {names}. A part in [brackets] is left out
// when one of its names has no value.
func Fill(template string, value func(name string) string) string {
	var out strings.Builder
	for template != "" {
		i := strings.IndexAny(template, "{[")
		if i < 0 {
			break
		}
		end := strings.IndexByte(template[i:], closing(template[i]))
		if end < 0 {
			break
		}
		out.WriteString(template[:i])
		inner := template[i+1 : i+end]
		if template[i] == '{' {
			out.WriteString(value(inner))
		} else if !lacking(inner, value) {
			out.WriteString(Fill(inner, value))
		}
		template = template[i+end+1:]
	}
	out.WriteString(template)
	return out.String()
}

func closing(open byte) byte {
	if open == '{' {
		return '}'
	}
	return ']'
}

func lacking(template string, value func(string) string) bool {
	return slices.ContainsFunc(Names(template), func(name string) bool { return value(name) == "" })
}

// Names lists the names that a template mentions, in order.
func Names(template string) []string {
	var names []string
	for {
		_, rest, ok := strings.Cut(template, "{")
		if !ok {
			return names
		}
		name, after, ok := strings.Cut(rest, "}")
		if !ok {
			return names
		}
		names = append(names, name)
		template = after
	}
}

// SayDate is a date as the language writes it: 24 février 2022. Without the
// words for it, it is the date in EDTF.
func (l *Language) SayDate(d calendar.Date) string {
	s := &l.Say
	if d.IsZero() || d.Grain() > calendar.YearGrain && (len(l.Time.Months) != 12 || s.Day == "" || s.Month == "") {
		return d.String()
	}
	template := map[calendar.Grain]string{calendar.DayGrain: s.Day, calendar.MonthGrain: s.Month, calendar.YearGrain: "{year}"}[d.Grain()]
	return Fill(template, func(name string) string {
		switch name {
		case "day":
			if d.Day == 1 && s.First != "" {
				return s.First
			}
			return strconv.Itoa(d.Day)
		case "month":
			return l.Time.Months[d.Month-1][0]
		}
		if d.Year <= 0 && s.BC != "" {
			return Fill(s.BC, func(string) string { return strconv.Itoa(1 - d.Year) })
		}
		return strconv.Itoa(d.Year)
	})
}

// SayDay is a date with its day of the week: jeudi 24 février 2022. A date
// without its year is said without one.
func (l *Language) SayDay(d calendar.Date, day time.Weekday) string {
	if len(l.Time.Weekdays) != 7 {
		return l.SayDate(d)
	}
	return Fill(l.Say.Dated, func(name string) string {
		if name == "weekday" {
			return l.Time.Weekdays[day][0]
		}
		return l.SayDate(d)
	})
}

// SayWhen says a period in the way that a template asks for: "on" for when it
// happened (le 24 février 2022, en 2022), "of" for what is dated so (du 24
// février 2022), else as it is written alone. A stretch is told from its first
// day to its last in any way.
func (l *Language) SayWhen(p calendar.Period, way string) string {
	if !p.Single() {
		return l.SayPeriod(p)
	}
	switch way {
	case "on":
		return l.contract(l.inGrain(l.Say.On, p.From))
	case "of":
		return l.contract(l.inGrain(l.Say.Of, p.From))
	}
	return l.SayDate(p.From)
}

// SayPeriod is a period as the language writes it: a date, or a stretch between two.
func (l *Language) SayPeriod(p calendar.Period) string {
	s := &l.Say
	template := s.Between
	switch {
	case p.IsZero():
		return ""
	case p.Single():
		return l.SayDate(p.From)
	case p.To.IsZero():
		template = s.Since
	case p.From.IsZero():
		template = s.Until
	}
	if template == "" {
		return p.String()
	}
	return l.contract(Fill(template, func(name string) string {
		if name == "from" {
			return l.inGrain(s.The, p.From)
		}
		return l.inGrain(s.The, p.To)
	}))
}

// inGrain puts a date into the template of its grain.
func (l *Language) inGrain(templates map[string]string, d calendar.Date) string {
	template := templates[map[calendar.Grain]string{calendar.DayGrain: "day", calendar.MonthGrain: "month", calendar.YearGrain: "year"}[d.Grain()]]
	if template == "" {
		return l.SayDate(d)
	}
	return Fill(template, func(string) string { return l.SayDate(d) })
}

// contract joins the small words that the language writes as one. Only a whole
// word before may be joined.
func (l *Language) contract(s string) string {
	for _, pair := range l.Say.Contract {
		if len(pair) != 2 {
			continue
		}
		for at := 0; ; {
			i := strings.Index(s[at:], pair[0])
			if i < 0 {
				break
			}
			i += at
			if i == 0 || strings.ContainsRune(" '’(", rune(s[i-1])) {
				s = s[:i] + pair[1] + s[i+len(pair[0]):]
				at = i + len(pair[1])
			} else {
				at = i + len(pair[0])
			}
		}
	}
	return s
}

// SayNumber is a number as the language writes it: 45 000, 2,9.
func (l *Language) SayNumber(n float64) string {
	digits := strconv.FormatFloat(n, 'f', -1, 64)
	sign := ""
	if strings.HasPrefix(digits, "-") {
		sign, digits = "-", digits[1:]
	}
	whole, part, _ := strings.Cut(digits, ".")
	var b strings.Builder
	b.WriteString(sign)
	for i := range len(whole) {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(l.Say.Thousands)
		}
		b.WriteByte(whole[i])
	}
	if part != "" {
		b.WriteString(cmp.Or(l.Say.Decimal, ".") + part)
	}
	return b.String()
}

// SayEntity is what the language calls an entity: an organisation by its
// acronym, an office by its title and whose it is.
func (l *Language) SayEntity(e *Entity) string {
	if e == nil {
		return ""
	}
	if e.Kind == Organisation && len(e.Acronyms[l.Code]) > 0 {
		return e.Acronyms[l.Code][0]
	}
	if e.Kind != Office || e.Title == nil || l.Say.Office == "" {
		return e.Label(l.Code)
	}
	return Fill(l.Say.Office, func(name string) string {
		if name == "of" {
			return l.SayEntity(e.Of)
		}
		title := strings.ReplaceAll(e.Title.Label(l.Code), "{of}", "")
		return strings.Join(strings.Fields(title), " ")
	})
}

// SayValue is what the language calls a value.
func (l *Language) SayValue(v Value) string {
	switch {
	case v.Entity != nil:
		return l.SayEntity(v.Entity)
	case !v.Period.IsZero():
		return l.SayPeriod(v.Period)
	case len(v.Words) > 0:
		return v.Words[0]
	}
	return l.SayNumber(v.Number)
}

// SayAbout tells a fact as SayFact does, without whom it is about, where that has
// been said: "naissance le 8 janvier 1942".
func (l *Language) SayAbout(f *Fact) string {
	about := *f
	about.Subject = nil
	return strings.TrimLeft(l.SayFact(&about), " \u00a0\u202f:,")
}

// SayFact tells a fact, as the language tells its relation.
func (l *Language) SayFact(f *Fact) string {
	template := cmp.Or(l.Say.Fact[f.Relation], "{subject}: {value}[, {during}]")
	return l.contract(Fill(template, func(name string) string {
		switch name {
		case "value:on":
			return l.SayWhen(f.Value.Period, "on")
		case "subject":
			return l.SayEntity(f.Subject)
		case "value":
			return l.SayValue(f.Value)
		case "during":
			return l.SayPeriod(f.During)
		case "nth":
			if f.Nth > 0 {
				return strconv.Itoa(f.Nth)
			}
		}
		return ""
	}))
}

// SayUI is one of the report's own texts, its {names} filled. A text that the
// language lacks is its id.
func (l *Language) SayUI(id string, value func(name string) string) string {
	return Fill(cmp.Or(l.UI[id], id), value)
}
