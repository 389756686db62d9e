package claim

import (
	"slices"

	"recoupe/checks/mark"
	"recoupe/rules"
)

// named is everything of one kind that a story names, in order, gathered once:
// asking what was named before a place costs no more in a long story.
type named struct {
	mentions []int           // indexes of the story's mentions
	known    []int           // by mention: how many of the entities are named up to it
	entities []*rules.Entity // each once
}

// manyNamed is the number of entities from which nobody can say what is meant;
// what is named after them is left out.
const manyNamed = 32

func gather(m *mark.Marks, kind rules.Kind) *named {
	n := &named{}
	for i := range m.Mentions {
		if m.Mentions[i].Kind != kind {
			continue
		}
		for _, e := range m.Mentions[i].Entities {
			if !slices.Contains(n.entities, e) {
				n.entities = append(n.entities, e)
			}
		}
		n.mentions = append(n.mentions, i)
		n.known = append(n.known, len(n.entities))
		if len(n.entities) > manyNamed {
			break
		}
	}
	return n
}

// lastNamed is the last mention of a kind before a token, of the sentence or the
// one before it; nil where there is none.
func (r *run) lastNamed(kind rules.Kind, token int) *mark.Mention {
	m := r.marks
	s := m.SentenceAt(m.Tokens[token].Start)
	if s < 0 {
		return nil
	}
	from := m.Sentences[max(0, s-1)].First
	for i := m.MentionFrom(token) - 1; i >= 0 && m.Mentions[i].First >= from; i-- {
		if m.Mentions[i].Kind == kind {
			return &m.Mentions[i]
		}
	}
	return nil
}

// namedBefore is a mention of everything of a kind that the story names before a
// token: what "its 32 members" may speak of. It is nil where there is nothing.
func (r *run) namedBefore(kind rules.Kind, token int) *mark.Mention {
	n := r.named[kind]
	if n == nil {
		if r.named == nil {
			r.named = map[rules.Kind]*named{}
		}
		n = gather(r.marks, kind)
		r.named[kind] = n
	}
	at, _ := slices.BinarySearchFunc(n.mentions, token, func(i, token int) int { return r.marks.Mentions[i].First - token })
	if at == 0 {
		return nil
	}
	last := &r.marks.Mentions[n.mentions[at-1]]
	known := n.known[at-1]
	return &mark.Mention{Kind: kind, Span: last.Span, First: last.First, Last: last.Last, Entities: n.entities[:known:known]}
}
