package checks

import (
	"math"

	"recoupe/checks/mark"
	"recoupe/checks/text"
)

// sayLike says a value the way a number of the story is written: in figures or
// in words, a count or an ordinal, with its unit and its scale.
func (p *Pass) sayLike(q *mark.Quantity, value float64) string {
	first, last := p.digitsIn(q)
	if first < 0 {
		return p.sayWorded(q, value)
	}
	if q.Ordinal && value == math.Trunc(value) {
		rest := p.Words(text.Span{Start: p.Tokens[last].End, End: q.End})
		return p.Language.SayNth(int(value), rest)
	}
	scale := 1.0
	for i := last + 1; i < q.Last; i++ {
		if n := p.Language.Quantity.Numeral(p.Tokens[i].Key); n.Scale > 0 {
			scale *= n.Scale
		} else if f := p.Language.Quantity.Suffix[p.Words(p.Tokens[i].Span)]; f > 0 && i == last+1 {
			scale *= f
		}
	}
	said := p.Language.SayNumber(figuresLike(value/scale, q.Step/scale))
	return p.replace(q.Span, p.Over(first, last+1), said)
}

// sayOther says the value of another number in the manner of one; a range or a
// bound is told in its own words.
func (p *Pass) sayOther(like, other *mark.Quantity) string {
	if like.Low != like.High || other.Low != other.High || like.Part || other.Part || like.Unit != other.Unit {
		return p.Words(other.Span)
	}
	if p.wordedOrNot(like, other) {
		return p.sayLike(like, other.Low)
	}
	return p.Words(other.Span)
}

// wordedOrNot reports that a value written as precisely as another can be said
// in the manner of a number: not 1.25 million in whole millions.
func (p *Pass) wordedOrNot(like, other *mark.Quantity) bool {
	return like.Unit != other.Unit || like.Step <= other.Step || math.Mod(other.Low, like.Step) == 0
}

// digitsIn are the first and the last token of digits in a number; -1 when it
// is said in words.
func (p *Pass) digitsIn(q *mark.Quantity) (first, last int) {
	first, last = -1, -1
	for i := q.First; i < q.Last; i++ {
		if p.Tokens[i].Kind == text.Number {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	return first, last
}

// sayWorded says a value in words where the language has them: "quarante-deux",
// "trois millions d'euros", "twelfth".
func (p *Pass) sayWorded(q *mark.Quantity, value float64) string {
	scale, from := 1.0, q.Last
	whole := q.Low == math.Trunc(q.Low)
	for i := q.First + 1; i < q.Last; i++ {
		if n := p.Language.Quantity.Numeral(p.Tokens[i].Key); n.Scale >= 1000 {
			scale, from = n.Scale, i
			break
		}
		if unit, _ := p.UnitAt(i); unit == q.Unit && unit != "" {
			from = i
			break
		}
	}
	rest := ""
	if from < q.Last && !whole {
		if _, end := p.UnitAt(from); end > from {
			rest = " " + p.Words(p.Over(from, end)) // "a ton and a half"
		}
	} else if from < q.Last {
		rest = p.Words(text.Span{Start: p.Tokens[from-1].End, End: q.End})
	}
	value /= scale
	words := ""
	if value == math.Trunc(value) {
		words = sameCase(p.Words(q.Span), p.Language.SayWords(int(value), q.Ordinal))
	}
	if words == "" {
		words = p.Language.SayNumber(figuresLike(value, 0))
	}
	return words + rest
}

// figuresLike rounds a value to the last digit that the story writes, or to two
// digits where that leaves nothing.
func figuresLike(v, step float64) float64 {
	if v == 0 || math.IsInf(v, 0) || math.IsNaN(v) {
		return 0
	}
	if step <= 0 || math.Abs(v) < 2*step {
		step = math.Pow(10, math.Floor(math.Log10(math.Abs(v)))-1)
	}
	digits := math.Round(1 / step) // steps below one are tenths, hundredths …
	if step < 1 && digits > 0 {
		return math.Round(v*digits) / digits
	}
	return math.Round(v/step) * step
}

// numberPhrase is a number with the words that belong to it in print: what it
// counts, the change that it tells, the word that makes it a rest or an age.
func (p *Pass) numberPhrase(q *mark.Quantity) text.Span {
	first, last := q.First, p.countedEnd(q)
	s := p.SentenceAt(q.Start)
	if s < 0 {
		return q.Span
	}
	begin, end := p.Sentences[s].First, p.Sentences[s].Last
	switch {
	case first-2 >= begin && p.Is(first-1, "had_age") && p.Is(first-2, "pronoun"):
		first -= 2
	case q.Ordinal:
		first = p.withArticle(first, begin)
	case first > begin && p.Is(first-1, "rest"):
		first = p.withArticle(first-1, begin)
	case last < end && p.Is(last, "rest"):
		last++
	case first-2 >= begin && (p.Is(first-1, "complement") || p.Is(first-1, "by")) && p.changes(first-2):
		first = p.withArticle(first-2, begin)
	case last < end && last == q.Last && p.changes(last):
		last++
	case last < end && p.Is(last, "each"):
		last++
	case first-2 >= begin && p.Is(first-2, "each") && p.Tokens[first-1].Kind == text.Word && !p.Is(first-1, "complement") && !p.Is(first-1, "preposition"):
		first -= 2
	}
	return p.Over(first, last)
}

// fullPhrase is the phrase of a number with what blurs it or points it out, and
// with its occasion: "près de 8 500 mètres", "les dix-sept blessés", "trois buts
// par match".
func (p *Pass) fullPhrase(q *mark.Quantity) text.Span {
	span := p.numberPhrase(q)
	s := p.SentenceAt(q.Start)
	if s < 0 {
		return span
	}
	first := p.TokenAt(span.Start)
	if first == q.First {
		first = p.withBound(first, p.Sentences[s].First)
	}
	last := p.TokenAt(span.End-1) + 1
	if end := p.ClassAt(last, "per_occasion"); end > last && end <= p.Sentences[s].Last {
		last = end
	}
	return p.Over(first, last)
}

// withBound is the place of the words right before a number that blur it or
// point it out: "près de", "the", "all".
func (p *Pass) withBound(i, begin int) int {
	for k := max(begin, i-3); k < i; k++ {
		if p.ClassAt(k, "about") == i || p.ClassAt(k, "over") == i || p.ClassAt(k, "under") == i {
			return k
		}
	}
	if i > begin && p.Is(i-1, "the_same") && !p.Tokens[i-1].Is(text.Elided) && !p.Is(i-1, "complement") {
		return i - 1
	}
	return i
}

// numberPhraseAt is the phrase of the number that begins a stretch.
func (p *Pass) numberPhraseAt(s text.Span) text.Span {
	if q := p.quantityFrom(p.TokenAt(s.Start)); q != nil && q.Start == s.Start {
		return p.numberPhrase(q)
	}
	return s
}

// changes reports a word of rise or fall.
func (p *Pass) changes(i int) bool {
	return p.ClassAt(i, "rise") == i+1 || p.ClassAt(i, "fall") == i+1
}

// withArticle is the place of the article right before a word, or of the word.
func (p *Pass) withArticle(i, begin int) int {
	if i > begin && p.Is(i-1, "article") && !p.Tokens[i-1].Is(text.Elided) && !p.Is(i-1, "preposition") && !p.Is(i-1, "complement") {
		return i - 1
	}
	return i
}

// countedEnd is the token after what a number counts: "33 États membres", "the
// 28-nation bloc".
func (p *Pass) countedEnd(q *mark.Quantity) int {
	last := max(q.Last, q.Head+1)
	for q.Head >= 0 && last < len(p.Tokens) && p.Tokens[last].End <= q.Of.End {
		if p.Language.Quantity.HeadLast && !p.Is(last, "complement") && !p.Is(last-1, "complement") && !p.Is(last-1, "article") && !p.Tokens[last].Is(text.Capital) {
			break // a verb, where adjectives stand before their noun
		}
		last++
	}
	if q.Last+1 < last && p.Tokens[q.Last].Char == '-' && p.Tokens[q.Last].Is(text.Glued) && last < len(p.Tokens) && p.Tokens[last].Kind == text.Word && !p.Tokens[last].Is(text.Glued) && p.tells(last) {
		last++
	}
	// A name is not cut in two: "the 45th president of the United States".
	if i := p.NameFrom(last) - 1; i >= 0 && p.Names[i].First < last && p.Names[i].Last > last && p.Names[i].First > q.Last {
		return p.Names[i].Last
	}
	return last
}

// otherWay is a change with its word of rise or fall turned round, and with the
// number that the two others give where it is not the one told.
func (p *Pass) otherWay(span text.Span, at int, x *mark.Quantity, change float64) []string {
	word := p.folded(at)
	for _, pair := range p.Language.Opposite {
		for side := range pair {
			if len(pair) == 2 && text.Fold(pair[side]) == word {
				parts := []swap{{p.Tokens[at].Span, sameCase(p.Words(p.Tokens[at].Span), pair[1-side])}}
				if !bandOf(x).widen(0.6).holds(band{change, change}) {
					parts = append(parts, swap{x.Span, p.sayLike(x, change)})
				}
				return []string{p.replaced(span, parts)}
			}
		}
	}
	return nil
}
