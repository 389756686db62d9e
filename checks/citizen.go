package checks

import (
	"slices"

	"recoupe/checks/claim"
	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
)

// citizen judges a person called by the adjective of a country that is none of
// theirs: "l'écrivain sénégalais Alain Mabanckou". Every reading of both names
// has to contradict; a country that holds, held or stands within one of theirs
// is let stand, and so is whoever the words call born, adopted or exiled.
func (h *hearing) citizen() Judged {
	c := h.claim
	if voice := c.Voice &^ claim.Fiction; !voice.Own() || c.Value == nil { // who made a film is no part in it
		return unknown(whyVoice)
	}
	if h.ofAnother() || h.goesOnAfter(c.Subject) {
		return unknown(whyNothing)
	}
	if h.classBeside("naturalised", 4) || c.Set["coach"] == "never" && h.anywhere("coaching") {
		return unknown(whyNothing)
	}
	// A country named before may have somebody of its own in the story.
	if c.Set["subject"] == "spoken-of" && (h.namedBefore(c.Value) || h.namesCountry(c.Value)) {
		return unknown(whyReadings)
	}
	var right []*rules.Fact
	for _, person := range c.Subject.Entities {
		facts := h.Book.Of(person, rules.Citizen)
		if len(facts) == 0 || !h.wellKnown(person, facts) {
			return unknown(whyNoFact)
		}
		for _, said := range c.Value.Entities {
			if f := belongsTo(said, facts); f != nil {
				return confirmed(f)
			}
		}
		right = append(right, facts...)
	}
	if len(right) == 0 || h.manyBear(c.Subject) {
		return unknown(whyNoFact)
	}
	f := Finding{
		Span: c.Value.Span, About: c.Subject.Span,
		Vars: map[string]Said{"subject": {Words: h.Words(c.Subject.Span)}, "said": {Words: h.Words(c.Value.Span)}, "known": {Entity: right[0].Value.Entity}},
	}
	if c.Voice&claim.Quoted != 0 {
		f.Down++
	}
	if c.Set["subject"] == "spoken-of" && h.strangers(c.Value.First) {
		f.Down++
	}
	for _, r := range right {
		f.Because = append(f.Because, Evidence{Fact: r})
	}
	if to := h.renationed(right[0].Value.Entity, c.Subject.Entities[0].Sex); to != "" {
		f.Suggestions = []string{to}
	}
	return h.contradicted(f)
}

// renationed is what an editor would put for the wrong country: its adjective in
// the form and with the capital of the one that stands there, or its name.
func (h *hearing) renationed(known *rules.Entity, sex string) string {
	old := h.Words(h.claim.Value.Span)
	if h.claim.Value.Way != rules.ByAdjective {
		return known.Label(h.Lang)
	}
	forms, own := known.Adjectives[h.Lang], h.claim.Value.Entities[0].Adjectives[h.Lang]
	if len(forms) == 0 {
		return ""
	}
	to := forms[0]
	// Tables give the feminine right after the masculine, where there is one.
	first := len(own) > 0 && text.Fold(own[0]) == text.Fold(old)
	changes := func(f []string) bool { return len(f) > 1 && commonPrefix(f[0], f[1]) >= 3 && f[1] != f[0]+"s" }
	if changes(forms) && !h.Language.Composes("{of} {title}") && (!first || !changes(own) && sex == "f") {
		to = forms[1]
	}
	if to = sameCase(old, to); to != old {
		return to
	}
	return ""
}

// belongsTo is the citizenship that lets a person be called by a country: the
// country itself, one that it lies or lay in, or one that lies or lay in it,
// unless the book gives the person another part of that whole: a Welshman is
// British and no Scot, a Serb may be called Yugoslav and no Croat.
func belongsTo(said *rules.Entity, facts []*rules.Fact) *rules.Fact {
	for _, f := range facts {
		if f.Value.Entity == said {
			return f
		}
	}
	for _, f := range facts {
		theirs := f.Value.Entity
		if slices.Contains(theirs.In, said) {
			return f
		}
		if slices.Contains(said.In, theirs) && !slices.ContainsFunc(facts, func(o *rules.Fact) bool {
			return o != f && slices.Contains(o.Value.Entity.In, theirs)
		}) {
			return f
		}
	}
	return nil
}

// wellKnown reports whether the book is sure of a person's countries: by two
// sources, by hand, or by an office that they held in one of them where the
// story speaks of politics.
func (h *hearing) wellKnown(person *rules.Entity, facts []*rules.Fact) bool {
	if !slices.ContainsFunc(facts, func(f *rules.Fact) bool { return !f.Certain() }) {
		return true
	}
	for _, held := range h.Book.With(person, rules.Holds) {
		for _, f := range facts {
			if held.Subject.Of == f.Value.Entity {
				return true
			}
		}
	}
	return false
}

// namesCountry reports whether an adjective is as well the country's name, after
// an article that countries take: "l'Argentine" is either, "le Suisse" a man.
func (h *hearing) namesCountry(n *mark.Mention) bool {
	return h.Is(n.First-1, "country_article") && slices.ContainsFunc(h.MentionsIn(n.First, n.Last), func(o mark.Mention) bool {
		return o.Kind == rules.Country && o.Way == rules.ByName
	})
}

// namedBefore reports whether the story names something of a mention before it.
func (h *hearing) namedBefore(n *mark.Mention) bool {
	for _, e := range n.Entities {
		if first, ok := h.firstNamed(e); ok && first < n.First {
			return true
		}
	}
	return false
}

// strangers reports whether the story names anybody before a token whom the book
// does not know.
func (h *hearing) strangers(token int) bool { return h.firstStranger() < token }

// classBeside reports whether a phrase of a class stands in the claim's words or
// a few words to either side of them in its sentence.
func (h *hearing) classBeside(class string, reach int) bool {
	c := h.claim
	first, last := min(c.Subject.First, c.Value.First), max(c.Subject.Last, c.Value.Last)
	s := h.Sentences[c.Sentence]
	for i := max(s.First, first-reach); i < min(s.Last, last+reach); i++ {
		if h.ClassAt(i, class) > 0 {
			return true
		}
	}
	return false
}

// goesOnAfter reports whether a name goes on where the mention ends: what the
// book knows as a name is then the beginning of another's.
func (h *hearing) goesOnAfter(n *mark.Mention) bool {
	if n.Last >= len(h.Tokens) || h.Sentences[h.claim.Sentence].Last <= n.Last {
		return false
	}
	t := h.Tokens[n.Last]
	if t.Is(text.Hyphen) {
		return true
	}
	return t.Kind == text.Word && t.Is(text.Capital) && len(h.MentionsIn(n.Last, n.Last+1)) == 0 && h.TimeAt(n.Last) < 0 && h.ClassAt(n.Last, "weekday") == 0
}

// manyBear reports whether a name is one that many people bear: a common given
// name before a common family name.
func (h *hearing) manyBear(n *mark.Mention) bool {
	return n.Last-n.First == 2 && h.Is(n.First, "namesake_given") && h.Is(n.First+1, "namesake_family")
}
