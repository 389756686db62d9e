package claim

import (
	"sort"

	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
)

// cues are word classes that give a clause its voice when one of their phrases
// stands in it. A longer phrase of the class "no_cue" ("non seulement") takes a
// cue back.
//
// A wide cue bears on all that follows in the sentence: "il affirme à tort que …".
var cues = []struct {
	class uint64
	voice Voice
	wide  bool
}{
	{rules.ClassKey("negation"), Denied, false},
	{rules.ClassKey("distance"), Distanced, true},
	{rules.ClassKey("hypothesis"), Supposed, false},
	{rules.ClassKey("report"), Reported, false},
	{rules.ClassKey("plan"), Planned, false},
	{rules.ClassKey("fiction"), Fiction, true},
}

// cueSign are the bits of all cues: most phrases are none.
var cueSign = signCues()

func signCues() (sign uint64) {
	for i := range cues {
		sign |= rules.SignBit(cues[i].class)
	}
	return sign
}

// heard is a cue that stands in the sentence.
type heard struct {
	first int
	voice Voice
	wide  bool
}

// hear notes the cues that a phrase is.
func (c *clauses) hear(h *mark.Hit) {
	for i := range cues {
		cue := &cues[i]
		// The month of May is no supposition, nor is Theresa May.
		if h.Has(cue.class) && !c.marks.InTime(h.First) && !c.named(h.First) && !c.takenBack(h.First, h.Last) {
			c.cues = append(c.cues, heard{h.First, cue.voice, cue.wide})
		}
	}
}

// farCue is how far before a claim a wide cue may stand, in tokens.
const farCue = 40

// voiceOf reads the voice of the tokens from first to last in a sentence: cues
// of their clause, quotation marks, a question.
func (c *clauses) voiceOf(first, last int) Voice {
	var v Voice
	from, to := c.around(first, last)
	for _, cue := range c.cues {
		if cue.first >= first-farCue && cue.first < to && (cue.wide || cue.first >= from) && c.reaches(cue.voice, cue.first, first, last) {
			v |= cue.voice
		}
	}
	if q := c.quoteOf(first); q >= 0 && q == c.quoteOf(last-1) {
		v |= Quoted
	}
	if c.asks() {
		v |= Supposed
	}
	return v
}

// named reports a word with a capital inside the name of a person.
func (c *clauses) named(token int) bool {
	const longest = 4 // words before it
	m := c.marks
	if !m.Tokens[token].Is(text.Capital) {
		return false
	}
	for i := m.MentionFrom(token - longest); i < len(m.Mentions) && m.Mentions[i].First <= token; i++ {
		if n := &m.Mentions[i]; n.Kind == rules.Person && token < n.Last {
			return true
		}
	}
	return false
}

// reaches reports whether a cue bears on the tokens from first to last. A
// negation stops at a coordinator: "is in the one and not in the other".
func (c *clauses) reaches(v Voice, cue, first, last int) bool {
	if v != Denied {
		return true
	}
	for i := min(cue, last); i < max(cue, first); i++ {
		if c.marks.In(i, rules.ClassCoordinator) || c.marks.Tokens[i].Char == ',' {
			return false
		}
	}
	return true
}

// denyLater reports whether what is denied around the tokens from first to last
// stands after them, and is not that the thing took place at all.
func (c *clauses) denyLater(first, last int) bool {
	m := c.marks
	from, to := c.around(first, last)
	for i := from; i < last; i++ {
		if m.ClassAt(i, "negation") > 0 && !c.takenBack(i, m.ClassAt(i, "negation")) {
			return false
		}
	}
	for i := last; i < to; i++ {
		if m.ClassAt(i, "takes_place") > 0 {
			return false
		}
	}
	return true
}

// takenBack reports whether a longer phrase of the class "no_cue" covers a cue.
func (c *clauses) takenBack(first, last int) bool {
	for i := max(c.first, first-3); i <= first; i++ {
		if end := c.marks.EndOf(i, noCue); end >= last && end-i > last-first {
			return true
		}
	}
	return false
}

var noCue = rules.ClassKey("no_cue")

// asks reports whether the sentence ends with a question mark.
func (c *clauses) asks() bool {
	for i := c.last - 1; i >= c.first && i >= c.last-3; i-- {
		if c.marks.Tokens[i].Char == '?' {
			return true
		}
	}
	return false
}

// modifiers are word classes that, beside the name of an office, say when it was held.
var modifiers = []struct {
	class rules.ClassSet
	voice Voice
}{
	{rules.ClassFormer, Former}, {rules.ClassElect, Elect}, {rules.ClassThen, Then}, {rules.ClassActing, Acting},
}

// officeVoice reads the modifiers of an office: right before it, inside it
// before its head, or right after it.
func (c *clauses) officeVoice(o *mark.Mention) Voice {
	m := c.marks
	var v Voice
	for _, mod := range modifiers {
		for i := max(c.first, o.First-3); i < o.Last; i++ {
			end := m.EndIn(i, mod.class)
			if end == 0 {
				continue
			}
			before := end <= o.First && m.OnlyClass(end, o.First, "article")
			inside := i >= o.First && end <= o.Head
			if before || inside {
				v |= mod.voice
			}
		}
		if mod.voice != Former && m.EndIn(o.Last, mod.class) > 0 {
			v |= mod.voice
		}
		if o.Last+1 < len(m.Tokens) && m.Tokens[o.Last].Char == ',' && mod.voice == Then && m.EndIn(o.Last+1, rules.ClassThen) > 0 {
			v |= Then
		}
	}
	return v
}

// quoteOf returns the index of the innermost quotation that holds a token, or -1.
func (c *clauses) quoteOf(token int) int {
	const nested = 4 // quotations inside each other
	quotes := c.marks.Quotes
	i := sort.Search(len(quotes), func(i int) bool { return quotes[i].First > token })
	for k := i - 1; k >= 0 && k >= i-nested; k-- {
		if token < quotes[k].Last {
			return k
		}
	}
	return -1
}
