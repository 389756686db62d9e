package rules

// A TimeTable is how a language writes times: the [time] section of its file.
// It holds the words, and a grammar of expressions over them; package mark
// compiles it and reads with it, and knows no word of its own.
//
// A form is a list of sequences, each with what it builds:
//
//	week = ["la semaine %last => -1week"]
//
// In a sequence stand words, %class, {slot} (a value that is kept: {day},
// {month}, {year} …), <form>, (a | b), an optional x?, and ~ before the second
// end of a range. Four marks look without taking: &x and !x ahead, ^x and ^!x
// behind, where x is a word, a %class or a {slot}; ^{start} is the start of the
// sentence, ^{time} a time before in a list. In a class, "=a" is the word
// without accents only.
type TimeTable struct {
	Case        string              // how months and weekdays are written: "lower" or "capital"
	Numeric     string              // order of numeric dates: "dmy", "mdy"; empty: unknown, and an ambiguous one is not read
	Months      [][]string          // twelve, each its full name, then other spellings
	Weekdays    [][]string          // seven, Sunday first
	MonthsShort [][]string          `toml:"months-short"` // abbreviations, which need a day or a year beside them
	DaysShort   [][]string          `toml:"days-short"`   // abbreviations of weekdays, which need a date beside them
	DaysMany    [][]string          `toml:"days-many"`    // weekdays in the plural, for sets
	Ordinals    [][]string          // from the first on, in words
	Suffix      []string            // makes an ordinal of digits: er, th
	DaySuffix   []string            `toml:"day-suffix"` // the suffixes of days of the month: for 1, 2, 3 and all others, or the one that only 1 takes
	Number      map[string]float64  // words that stand for a number of units besides those of [quantity]; 0: nobody knows how many
	And         []string            // joins them
	Unit        map[string][]string // by the unit's id: day, week …
	Season      [][]string          // spring first
	Part        map[string][]string // parts of the day by TIMEX3 code: MO, AF, EV, NI …
	Class       map[string][]string // word classes of the section; words, phrases or marks
	Feast       []FeastName
	Form        map[string][]string
	Root        []string            // the forms that may stand by themselves, the first wins a draw
	Sense       map[string][]string // prepositions: at, since, until, before, after, around
	Skip        []string            // words between a preposition and its time: articles
	Article     []string            // numbers that are articles too, and count nothing by themselves
	Link        []string            // what may stand between two years of a list
	Upto        []string            // joins the ends of a range
	Names       []string            // months that are names or verbs too
	Verbs       []string            // small words and verbs, before which such a month is none
	Plural      []string            // endings of counted nouns
	Singular    []string            // words that end so and are no counted nouns
	Tense       Tense
}

// SuffixOf is the suffix that makes an ordinal of a day's digits: 24th, 1er.
func (t *TimeTable) SuffixOf(day int) string {
	n := len(t.DaySuffix)
	if n == 0 {
		return ""
	}
	if day%10 == 0 || day > 3 && day < 21 {
		return t.DaySuffix[n-1]
	}
	return t.DaySuffix[min(day%10-1, n-1)]
}

// A FeastName is a day that has a name.
type FeastName struct {
	Words []string
	On    string // see calendar.ParseFeast
}

// Tense is how a language tells what is to come from what was.
type Tense struct {
	Future      []string // words that announce
	Past        []string // words that look back
	Endings     []string // of verbs in the future
	PastEndings []string `toml:"past-endings"` // of verbs in the past
	Participles []string // endings of past participles as they are written, accents and all
	Except      []string // words that end so and are none
}
