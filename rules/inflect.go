package rules

import (
	"maps"
	"slices"
	"strings"
)

// Forms returns all forms of a lemma: those that the language lists, or those
// that its paradigm makes. A lemma of several words inflects its first one,
// "faire la guerre à"; a reflexive loses its pronoun. Nothing is guessed: a
// lemma that the language does not know has no forms.
func (l *Language) Forms(lemma string) []string {
	if forms := l.wordForms(lemma); forms != nil {
		return forms
	}
	for _, pronoun := range l.Reflexive {
		if rest, ok := strings.CutPrefix(lemma, pronoun); ok {
			lemma = rest
			break
		}
	}
	verb, rest, _ := strings.Cut(lemma, " ")
	tails := []string{""}
	if rest != "" {
		tails = l.tails(rest)
	}
	var out []string
	for _, form := range l.wordForms(verb) {
		for _, tail := range tails {
			out = append(out, form+tail)
		}
	}
	return out
}

// tails are the ways to end a phrase: its last word may join with an article.
func (l *Language) tails(rest string) []string {
	at := strings.LastIndexByte(rest, ' ') + 1
	out := []string{" " + rest}
	for _, joined := range l.Joined[rest[at:]] {
		out = append(out, " "+rest[:at]+joined)
	}
	return out
}

// wordForms are the forms of a lemma of one entry.
func (l *Language) wordForms(lemma string) []string {
	if forms := l.Lemma[lemma]; forms != nil {
		return forms
	}
	if l.inflected == nil {
		return l.regularForms(lemma)
	}
	return l.inflected[lemma]
}

// regularForms are those of the paradigms that a lemma follows: a verb that is
// spelled in two ways follows two.
func (l *Language) regularForms(lemma string) (forms []string) {
	for _, name := range slices.Sorted(maps.Keys(l.Regular)) {
		if slices.Contains(l.Regular[name], lemma) {
			forms = append(forms, l.Paradigm[name].inflect(lemma)...)
		}
	}
	return forms
}

// inflect makes the forms of a lemma; none when it does not end as it should.
func (p Paradigm) inflect(lemma string) []string {
	stem, ok := strings.CutSuffix(lemma, p.Ending)
	if !ok {
		return nil
	}
	out := make([]string, len(p.Forms))
	for i, ending := range p.Forms {
		out[i] = stem + ending
	}
	return out
}
