package checks

import (
	"slices"
	"strings"

	"recoupe/checks/text"
	"recoupe/rules"
)

// partFigures are the figures that the counted noun and the words for a part of a
// country make: "régions de France métropolitaine".
func (h *hearing) partFigures() (out []*rules.Entity) {
	phrases := h.Language.Phrases()
	owner := h.claim.Subject
	words := h.Words(h.Over(owner.First, owner.Last+1))
	for _, n := range h.countedNouns() {
		begins, _, _ := n.walk(phrases, 0)
		for _, of := range h.Language.Class["figure_of"] {
			if after, _, ok := phrases.Walk(begins, of); ok {
				_, called, _ := phrases.Walk(after, words)
				out = addFigures(out, called)
			}
		}
	}
	return out
}

// chamberFigures are the figures that the counted noun, a chamber that the story
// names and the name of one of its countries make.
func (h *hearing) chamberFigures() (out []*rules.Entity) {
	nouns := h.countedNouns()
	if len(nouns) == 0 {
		return nil
	}
	if h.ClassAt(h.afterNumber(), "seat_noun") > 0 {
		nouns = nil
		for _, word := range h.Language.Class["seat_base"] {
			nouns = append(nouns, rules.Keys(word))
		}
	}
	owners := h.ownersNamed()
	for _, chamber := range h.chambersNamed() {
		for _, n := range nouns {
			out = h.chamberFigure(out, n, chamber, owners)
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// afterNumber is the token after the number and the mark that ties it to its noun.
func (h *hearing) afterNumber() int {
	i := h.claim.Quantity.Last
	for i < len(h.Tokens) && h.Tokens[i].Kind == text.Mark && i < h.claim.Quantity.Last+2 {
		i++
	}
	return i
}

// chamberFigure adds the figures of a noun, a chamber and its country: "seats in
// the Senate", "seats in the French Senate", "sièges du Sénat français".
func (h *hearing) chamberFigure(out []*rules.Entity, n noun, chamber string, owners []*rules.Entity) []*rules.Entity {
	phrases := h.Language.Phrases()
	begins, _, _ := n.walk(phrases, 0)
	for _, of := range h.Language.Class["figure_of"] {
		after, _, ok := phrases.Walk(begins, of)
		named, called, longer := phrases.Walk(after, chamber)
		if strings.HasSuffix(of, "'") { // one word with the chamber
			ok = true
			named, called, longer = phrases.Walk(begins, of+chamber)
		}
		if !ok {
			continue
		}
		for _, e := range addFigures(nil, called) {
			if (e.Of == nil || len(owners) == 0 || slices.Contains(owners, e.Of)) && !slices.Contains(out, e) {
				out = append(out, e)
			}
		}
		for _, owner := range owners {
			for _, adjective := range owner.Adjectives[h.Lang] {
				if longer {
					_, called, _ := phrases.Walk(named, adjective)
					out = addFigures(out, called)
				}
				if next, _, ok := phrases.Walk(after, adjective); ok {
					_, called, _ := phrases.Walk(next, chamber)
					out = addFigures(out, called)
				}
			}
		}
	}
	return out
}

// chambersNamed are the words for chambers and courts that the story uses: those of
// the claim's sentence, else those before it, the last first.
func (h *hearing) chambersNamed() []string {
	const far, most = 300, 3
	s := h.Sentences[h.claim.Sentence]
	var out []string
	for i := s.Last - 1; i >= 0 && i >= s.First-far && len(out) < most; i-- {
		if end := h.ClassAt(i, "chamber"); end > i {
			if word := text.Fold(h.Words(h.Over(i, end))); !slices.Contains(out, word) {
				out = append(out, word)
			}
		}
	}
	return out
}

// ownersNamed are the countries that the story names, or in which a town lies that
// it names.
func (h *hearing) ownersNamed() []*rules.Entity {
	const most = 8
	var out []*rules.Entity
	add := func(e *rules.Entity) {
		if e.Kind == rules.Country && len(out) < most && !slices.Contains(out, e) {
			out = append(out, e)
		}
	}
	for i := range h.Mentions {
		n := &h.Mentions[i]
		if i > manyMentions || n.Kind == rules.Person {
			continue
		}
		for k, e := range n.Entities {
			if n.Kind == rules.City && k > 0 {
				break // the lesser bearers of its name
			}
			add(e)
			if n.Kind == rules.City && len(n.Entities) <= 2 || n.Kind == rules.PlaceKind && len(n.Entities) == 1 {
				addCountries(e, add, 3)
			} else if e.Of != nil {
				add(e.Of)
			}
		}
		for _, e := range n.Of {
			add(e)
		}
	}
	return out
}

// addCountries adds what a place lies in, and what that lies in.
func addCountries(e *rules.Entity, add func(*rules.Entity), levels int) {
	for _, in := range e.In {
		if add(in); levels > 1 {
			addCountries(in, add, levels-1)
		}
	}
}
