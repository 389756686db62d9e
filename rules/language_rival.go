package rules

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// A RivalTable is a language's words that shut one another out: the [rival]
// section of its file. Each set is a list of alternatives, and each alternative
// lists the forms that say it.
type RivalTable struct {
	Person   map[string][][]string // ranks, voices, parties: nobody holds two of a set at once
	Quoted   map[string][][]string // open, shut: a quotation has one or the other
	Headline map[string][][]string // verdicts, directions: a story bears its headline's one out, or another
}

// RivalClass opens the class of a phrase of the table.
const RivalClass = "rival:"

// A Rival is one alternative of a set.
type Rival struct {
	Set         string
	Alternative int
}

// RivalOf reads the class of a phrase; ok is false for other classes.
func RivalOf(class string) (r Rival, ok bool) {
	rest, ok := strings.CutPrefix(class, RivalClass)
	if !ok {
		return r, false
	}
	set, n, _ := strings.Cut(rest, "#")
	r.Set = set
	r.Alternative, _ = strconv.Atoi(n)
	return r, true
}

// index files the table's phrases.
func (t *RivalTable) index(p *filing) {
	for _, part := range []struct {
		name string
		sets map[string][][]string
	}{{"person.", t.Person}, {"quoted.", t.Quoted}, {"headline.", t.Headline}} {
		for _, set := range slices.Sorted(maps.Keys(part.sets)) {
			for i, forms := range part.sets[set] {
				for _, form := range forms {
					p.addWords(form, Label{Class: RivalClass + part.name + set + "#" + strconv.Itoa(i), Way: ByWord})
				}
			}
		}
	}
}
