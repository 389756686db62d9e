package mark

import "recoupe/checks/text"

// A Quote is a stretch between quotation marks, the marks excluded, and who is
// told to have said it.
type Quote struct {
	text.Span
	First, Last int       // tokens inside the marks, Last excluded
	Speaker     text.Span // the words that name the speaker; empty when none was found
}

func (m *Marks) findQuotes() {}
