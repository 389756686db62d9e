package checks

import (
	"recoupe/checks/mark"
)

// A ballot is the votes that a sentence tells: for, against and withheld.
type ballot struct {
	sum   float64
	parts []*mark.Quantity
	whole *mark.Quantity // those who voted
}

// reckonVotes holds the votes for, against and withheld against the number of
// those who voted, told in the same sentence or in the next.
func (p *Pass) reckonVotes() {
	var last ballot
	at := -2
	p.eachNumbers(func(s int, in []mark.Quantity) {
		t := p.ballotOf(in)
		voters := p.votersIn(in, t)
		switch {
		case t.parts != nil && voters != nil:
			t.whole = voters
			p.reckonBallot(t)
			t = ballot{}
		case voters != nil && at == s-1 && last.parts != nil && p.Sentences[s].Paragraph <= p.Sentences[s-1].Paragraph+1:
			last.whole = voters
			p.reckonBallot(last)
		}
		last, at = t, s
	})
}

// ballotOf reads "28 voix contre 15 et 4 abstentions", "61 votes to 44, with
// three abstentions", "voted 9 to 4, with two abstentions".
func (p *Pass) ballotOf(in []mark.Quantity) ballot {
	for i := 0; i+1 < len(in); i++ {
		yes, no := &in[i], &in[i+1]
		if !plainCount(yes) && yes.To < 0 || !plainCount(no) || no.Unit != "" || yes.Unit != "" || no.First-p.tail(yes) > 2 || yearlike(yes) || yearlike(no) {
			continue
		}
		if !(yes.Head >= 0 && p.Is(yes.Head, "vote")) && !p.endsAt("voted", yes.First, 4) {
			continue
		}
		if !p.versus(yes, no) {
			continue
		}
		t := ballot{yes.Low + no.Low, []*mark.Quantity{yes, no}, nil}
		for k := i + 2; k < len(in); k++ {
			if q := &in[k]; q.Head >= 0 && p.Is(q.Head, "withheld") {
				t.sum += q.Low
				t.parts = append(t.parts, q)
			}
		}
		return t
	}
	return ballot{}
}

// versus reports what stands between the votes for and those against.
func (p *Pass) versus(yes, no *mark.Quantity) bool {
	for i := yes.Last; i < no.First; i++ {
		if p.ClassAt(i, "against") > 0 || p.Is(i, "to") || p.Tokens[i].Char == '-' || p.Tokens[i].Char == '–' {
			return true
		}
	}
	return false
}

// votersIn is the number of those who had a vote: "les 45 délégués", "the 108
// members", and no other that the sentence counts.
func (p *Pass) votersIn(in []mark.Quantity, t ballot) *mark.Quantity {
	for i := range in {
		q := &in[i]
		if q.Unit != "" || q.Head < 0 || !plainCount(q) || q.First == 0 || p.Is(q.Head, "vote") || p.Is(q.Head, "withheld") {
			continue
		}
		if !p.Is(q.First-1, "the_same") && !p.endsAt("all_of", q.First, 3) {
			continue
		}
		if p.Is(q.Head, "voter") || t.parts != nil && i == 0 && in[0].First < t.parts[0].First {
			return q
		}
	}
	return nil
}

// reckonBallot reports more votes than voters.
func (p *Pass) reckonBallot(t ballot) {
	if t.sum <= t.whole.High || t.sum > 3*t.whole.High {
		return
	}
	first, last := t.parts[0], t.parts[len(t.parts)-1]
	span := p.Over(first.First, p.tail(last))
	p.Report(Finding{
		Span:    span,
		Vars:    map[string]Said{"said": {Words: p.Words(span)}, "known": {Words: p.Language.SayNumber(t.sum)}},
		Because: []Evidence{{Span: p.headed(t.whole), Note: "whole"}},
	})
}
