package checks

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"sort"
	"strconv"

	"recoupe/checks/text"
)

// fingerprint gives each finding the name under which a baseline knows it: rule,
// folded sentence, folded quote, and which occurrence of the three it is. It
// survives edits elsewhere in the story. The findings are sorted by place.
func fingerprint(r *Reading, findings []Finding) {
	seen := map[string]int{}
	at, begun := -1, map[string]hash.Hash{} // the sentence at hand is hashed once a rule, however long
	for i := range findings {
		f := &findings[i]
		n := sentenceAt(r.Page, f.Span.Start)
		if n != at {
			at = n
			clear(begun)
		}
		head := begun[f.Rule.ID]
		if head == nil {
			head = sha256.New()
			head.Write([]byte(f.Rule.ID + "\n" + sentenceFolded(r.Page, n) + "\n"))
			begun[f.Rule.ID] = head
		}
		quoted := resume(head)
		quoted.Write([]byte(text.Fold(r.Words(f.Span)) + "\n"))
		key := string(resume(quoted).Sum(nil))
		seen[key]++
		quoted.Write([]byte(strconv.Itoa(seen[key])))
		f.Fingerprint = hex.EncodeToString(quoted.Sum(nil))[:16]
	}
}

// Fingerprint gives findings of a story theirs, as settle does, after others were
// added to them. They are sorted by place.
func Fingerprint(r *Result, findings []Finding) {
	if r.Reading != nil {
		fingerprint(r.Reading, findings)
	}
}

// resume is a copy of a hash, to write on without changing it.
func resume(h hash.Hash) hash.Hash {
	c, err := h.(hash.Cloner).Clone()
	if err != nil {
		panic(err) // SHA-256 of the standard library can be cloned
	}
	return c.(hash.Hash)
}

// sentenceAt is the index of the sentence that an offset lies in, or -1.
func sentenceAt(p *text.Page, offset int) int {
	i := sort.Search(len(p.Sentences), func(i int) bool { return p.Sentences[i].End > offset })
	if i < len(p.Sentences) && p.Sentences[i].Start <= offset {
		return i
	}
	return -1
}

func sentenceFolded(p *text.Page, i int) string {
	if i < 0 {
		return ""
	}
	return text.Fold(p.Words(p.Sentences[i].Span))
}
