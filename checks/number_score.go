package checks

import (
	"strconv"

	"recoupe/checks/text"
)

// A score is two numbers joined by a dash: of a match, of a vote.
type score struct {
	text.Span
	a, b int
}

// scoresMax is how many scores of a headline are held against the body.
const scoresMax = 2

// headlineScores reports a score of the headline that the body does not have
// where it has one other that shares a side with it: 3-1, 3-2.
func (p *Pass) headlineScores() {
	var heads []score
	var body []score
	for s := range p.Sentences {
		head := p.isHead(p.Sentences[s].Paragraph)
		if head && len(heads) == scoresMax {
			continue
		}
		for i := p.Sentences[s].First; i+2 < p.Sentences[s].Last; i++ {
			if c, ok := p.scoreAt(i); ok && head {
				heads = append(heads, c)
			} else if ok {
				body = append(body, c)
			}
		}
		if !head && len(heads) == 0 {
			return
		}
	}
	for _, h := range heads {
		if b := onlyScore(body, h); b != nil {
			p.Report(Finding{
				Span:        b.Span,
				Vars:        map[string]Said{"said": {Words: p.Words(b.Span)}, "known": {Words: p.Words(h.Span)}},
				Because:     []Evidence{{Span: h.Span, Note: "first"}},
				Suggestions: []string{p.Words(h.Span)},
			})
		}
	}
}

// onlyScore is the one score of the body, which shares a side with the
// headline's and is another.
func onlyScore(body []score, h score) *score {
	for i := range body {
		if body[i].a != body[0].a || body[i].b != body[0].b {
			return nil
		}
	}
	if len(body) == 0 {
		return nil
	}
	b := &body[0]
	if b.a == h.a && b.b == h.b || b.a == h.b && b.b == h.a || b.a != h.a && b.b != h.b && b.a != h.b && b.b != h.a {
		return nil
	}
	return b
}

// scoreAt reads a score that begins at a token.
func (p *Pass) scoreAt(i int) (c score, ok bool) {
	first, dash, second := &p.Tokens[i], &p.Tokens[i+1], &p.Tokens[i+2]
	if first.Kind != text.Number || second.Kind != text.Number || dash.Char != '-' && dash.Char != '–' || !dash.Is(text.Glued) || !second.Is(text.Glued) || p.InTime(i) || p.InTime(i+2) {
		return c, false
	}
	if first.Is(text.Glued) || i+3 < len(p.Tokens) && p.Tokens[i+3].Is(text.Glued) && p.Tokens[i+3].Char != '.' && p.Tokens[i+3].Char != ',' && p.Tokens[i+3].Char != ')' && p.Tokens[i+3].Char != ';' {
		return c, false
	}
	a, err := strconv.Atoi(p.Words(first.Span))
	b, err2 := strconv.Atoi(p.Words(second.Span))
	return score{p.Over(i, i+3), a, b}, err == nil && err2 == nil && a < 200 && b < 200
}
