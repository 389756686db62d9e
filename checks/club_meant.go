package checks

import (
	"slices"
	"strings"

	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
)

// isClub reports a body whose members the book lists.
func (h *hearing) isClub(e *rules.Entity) bool {
	return e.Kind == rules.Organisation && len(h.Book.Of(e, rules.Member)) > 0
}

// farClub is how many mentions back a club may have been named.
const farClub = 60

// clubsMeant are the clubs that the claim may speak of, the likeliest first: the
// one that its words name, or call by a word of its name ("the alliance"), else
// those named last.
func (h *hearing) clubsMeant() []mark.Mention {
	c := h.claim
	if c.Subject.Kind == rules.Organisation && c.Set["subject"] != "bodies" {
		if near := c.Set["near"]; near != "" && !h.namedNear(near) || len(c.Subject.Entities) != 1 || !h.isClub(c.Subject.Entities[0]) {
			return nil
		}
		return []mark.Mention{*c.Subject}
	}
	const most = 3
	s := h.Sentences[c.Sentence]
	noun := h.clubNoun(h.TokenAt(c.Start), s.Last)
	if noun == "" {
		noun = h.clubNoun(s.First, h.TokenAt(c.Start))
	}
	for i := h.MentionFrom(s.First); i < len(h.Mentions) && h.Mentions[i].First < s.Last; i++ {
		n := &h.Mentions[i]
		if n.Kind != rules.Organisation || n.End <= c.Start || n.Start >= c.End {
			continue
		}
		if c.Contains(n.Span) && len(n.Entities) == 1 && h.isClub(n.Entities[0]) {
			return []mark.Mention{*n}
		}
		return nil // its name is cut: another pattern reads it
	}
	var out []mark.Mention
	for i := h.MentionFrom(s.Last) - 1; i >= 0 && i >= h.MentionFrom(s.First)-farClub; i-- {
		n := &h.Mentions[i]
		if n.Kind != rules.Organisation || len(n.Entities) != 1 || !h.isClub(n.Entities[0]) {
			continue
		}
		if noun != "" && h.calledBy(n.Entities[0], noun) && !slices.ContainsFunc(out, same(n)) {
			out = slices.Insert(out, 0, *n)
			noun = ""
			continue
		}
		if universal := len(h.Book.Of(n.Entities[0], rules.Member)) > 150; universal {
			continue // everybody is in
		}
		if len(out) < most && (noun == "" || n.First < s.First) && !slices.ContainsFunc(out, same(n)) {
			out = append(out, *n)
		}
	}
	return out
}

// namedNear reports whether the story names an entity of the book.
func (h *hearing) namedNear(id string) bool {
	e := h.Book.Entity(id)
	if e == nil {
		return false
	}
	_, named := h.firstNamed(e)
	return named
}

// same finds the mention of what another names.
func same(n *mark.Mention) func(mark.Mention) bool {
	return func(o mark.Mention) bool { return o.Entities[0] == n.Entities[0] }
}

// clubNoun is the word for a club that stands between two tokens outside of names.
func (h *hearing) clubNoun(from, to int) string {
	for i := from; i < to; i++ {
		if h.ClassAt(i, "club_noun") == 0 {
			continue
		}
		if k := h.MentionFrom(i + 1); k == 0 || h.Mentions[k-1].Last <= i {
			return h.folded(i)
		}
	}
	return ""
}

// clubIn reports whether a club is named between two tokens.
func (h *hearing) clubIn(from, to int) bool {
	return slices.ContainsFunc(h.MentionsIn(from, to), func(n mark.Mention) bool { return slices.ContainsFunc(n.Entities, h.isClub) })
}

// calledBy reports whether a word is one of a body's names: "union" of the
// European Union.
func (h *hearing) calledBy(e *rules.Entity, word string) bool {
	return slices.ContainsFunc(e.Names[h.Lang], func(name string) bool {
		return slices.Contains(strings.Fields(text.Fold(name)), word)
	})
}

// joinedAnother reports whether what is said of an accession is true of another club of
// the story.
func (h *hearing) joinedAnother() bool {
	t, ok := h.time()
	if !ok {
		return false
	}
	for i := range h.Mentions {
		n := &h.Mentions[i]
		if n.Kind != rules.Organisation || i > manyMentions {
			continue
		}
		for _, org := range n.Entities {
			if org != h.claim.Subject.Entities[0] && h.accession(org, h.claim.Value, t) != nil {
				return true
			}
		}
	}
	return false
}

// manyMentions bounds what is asked of a story as long as a book.
const manyMentions = 400

// countryMeant gives the claim the country that the sentence before it speaks of:
// "It joined in 1979".
func (h *hearing) countryMeant() bool {
	s := h.claim.Sentence
	for back := s - 1; back >= max(0, s-2); back-- {
		from := h.Sentences[back]
		for i := h.MentionFrom(from.First); i < len(h.Mentions) && h.Mentions[i].First < from.Last; i++ {
			if n := &h.Mentions[i]; n.Kind == rules.Country && n.Way != rules.ByAdjective {
				one := *h.claim
				one.Value = n
				h.claim = &one
				return true
			}
		}
	}
	return false
}
