// Package desk is what a desk does about findings: it lets some stand, by marks
// in the story or beside it; it knows those of a baseline again; it looks only
// at what was changed; and it puts suggestions into files. It must not know how
// anything was found, nor how it is told.
package desk

import (
	"slices"

	"recoupe/checks"
	"recoupe/checks/mark"
	"recoupe/checks/text"
)

// Quoted reports whether a span lies in words that the story quotes: what others
// said is theirs.
func Quoted(r checks.Result, s text.Span) bool {
	return r.Reading != nil && slices.ContainsFunc(r.Reading.Quotes, func(q mark.Quote) bool { return q.Touches(s) })
}
