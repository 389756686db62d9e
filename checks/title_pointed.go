package checks

import (
	"math"

	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
)

// pointedBack reads noun groups that point back at somebody without a name, "the
// young mezzo", "the departing superintendent", "le jeune pianiste", and gives
// them to the one person whom the story gives a rank of their set.
func (p *Pass) pointedBack(said []personal) []personal {
	var out []personal
	const most = 12
	tries := 0
	for s, sentence := range p.Sentences {
		if p.isHead(sentence.Paragraph) || tries > most {
			continue
		}
		for i := sentence.First; i < sentence.Last-1; i++ {
			if !p.Is(i, "the_one") {
				continue
			}
			at, age := p.pointing(i+1, sentence.Last)
			if at == 0 {
				continue
			}
			r, end := p.rivalAt(at, "person.")
			if end == 0 || r.Set == "person.party" || end < sentence.Last && (p.Tokens[end].Is(text.Capital) || p.Tokens[end].Is(text.Hyphen)) || p.Is(end, "of") || p.Is(end, "genitive") || p.Tokens[end-1].Is(text.Capital) {
				continue
			}
			tries++
			one := p.soleHolder(said, r.Set, s)
			if one == nil || p.standsElsewhere(i, end, r.Set, r.Alternative, one.rival.Alternative) || age > 0 && !p.hasAge(said, one, age) {
				continue
			}
			out = append(out, personal{person: one.person, given: one.given, sentence: s, span: p.Over(at, end), about: one.about, role: p.Over(i, end), rival: r})
		}
	}
	return out
}

// pointing is the noun that words which point back stand before, right after an
// article, and the age that is one of them; 0 where they point at nobody.
func (p *Pass) pointing(i, last int) (at int, age float64) {
	if end := p.ClassAt(i, "pointing"); end > 0 && end < last {
		return end, 0
	}
	if q := p.quantityFrom(i); q != nil && q.First == i && isAge(q) && q.Last < last && p.Is(q.Last, "old") {
		at = q.Last + 1
		for at < last && p.Tokens[at].Is(text.Hyphen) && at < q.Last+2 && p.Is(at, "old") {
			at++
		}
		return at, q.Low
	}
	return 0, 0
}

// soleHolder is the one person to whom the story gives a rank of a set before a
// sentence; nil when there are several, or none.
func (p *Pass) soleHolder(said []personal, set string, before int) *personal {
	var one *personal
	for i := range said {
		a := &said[i]
		if a.rival.Set != set {
			continue
		}
		if one != nil && (one.person != a.person || one.rival != a.rival) {
			return nil
		}
		one = a
	}
	if one == nil || one.sentence >= before {
		return nil
	}
	return one
}

// standsElsewhere reports that the story has a rank of a set that is neither
// another's own, or the pointed one outside a stretch.
func (p *Pass) standsElsewhere(first, last int, set string, pointed, own int) bool {
	for _, s := range p.Sentences {
		found := false
		p.eachRival(s, func(r rules.Rival, from, _ int) {
			if r.Set == set && r.Alternative != own && (r.Alternative != pointed || from < first || from >= last) {
				found = true
			}
		})
		if found {
			return true
		}
	}
	return false
}

// hasAge reports that the story gives a person an age.
func (p *Pass) hasAge(said []personal, one *personal, age float64) bool {
	for i := range said {
		if said[i].person == one.person && said[i].age > 0 {
			return said[i].age == age
		}
	}
	return false
}

// pointedAges reads an age of the one person whom the story names, in words that
// point back, "the 57-year-old nun", where it gives one other age, and that
// one of the same person by a relative or an apposition: "a driver who is 52".
func (p *Pass) pointedAges() []personal {
	var first, back *mark.Quantity
	for i := range p.Quantities {
		q := &p.Quantities[i]
		if s := p.SentenceAt(q.Start); s < 0 || p.isHead(p.Sentences[s].Paragraph) || !isAge(q) || !p.agedHere(q) {
			continue
		}
		switch {
		case first == nil:
			first = q
		case q.Low == first.Low:
		case back == nil && q.First > 0 && p.Is(q.First-1, "the_one") && p.Is(q.Last, "old"):
			back = q
		default:
			return nil
		}
	}
	if first == nil || back == nil || math.Abs(first.Low-back.Low) > 12 {
		return nil
	}
	n, ok := p.onlyPerson()
	if !ok {
		return nil
	}
	a := personal{sentence: p.SentenceAt(first.Start), span: first.Span, about: n.Span, age: first.Low}
	a.person, a.given = p.familyOf(n)
	b := a
	b.sentence, b.span, b.age = p.SentenceAt(back.Start), back.Span, back.Low
	return []personal{a, b}
}
