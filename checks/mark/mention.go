package mark

import (
	"recoupe/checks/text"
	"recoupe/rules"
)

// A Mention is a stretch that names one of a set of entities of one kind: a
// finding needs every reading to contradict.
type Mention struct {
	text.Span
	First, Last int // tokens, Last excluded
	Kind        rules.Kind
	Entities    []*rules.Entity // the readings; for a title without its place, the title itself
	Way         rules.Way
	Of          []*rules.Entity // of an office: the readings of its place; empty when it names none
	Weak        bool            // a family name that nothing in the story introduces
}

// findMentions will read names off the hits.
func (m *Marks) findMentions(book *rules.Book) {}
