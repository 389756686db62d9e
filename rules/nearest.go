package rules

import "strings"

// Nearest is the word of a list that another was most likely meant to be, or ""
// when none is near: at most a third of its letters wrong, missing or swapped.
func Nearest(word string, list []string) string {
	best, least := "", len(word)/3+1
	for _, w := range list {
		if d := edits(strings.ToLower(word), strings.ToLower(w), least); d < least {
			best, least = w, d
		}
	}
	return best
}

// edits counts the letters to change, add, leave out or swap with the next to
// make b of a; it stops at a limit.
func edits(a, b string, limit int) int {
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			rows[i][j] = min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(a)][len(b)]
}

// didYouMean ends a complaint with the known word that is nearest to what was
// found, or with nothing when none is near.
func didYouMean(found string, known []string) string {
	if word := Nearest(found, known); word != "" {
		return `; did you mean "` + word + `"?`
	}
	return ""
}

// oneOf lists words that were wanted.
func oneOf(words []string) string { return strings.Join(words, ", ") }
