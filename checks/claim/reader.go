package claim

import (
	"errors"
	"fmt"
	"slices"
	"sync"

	"recoupe/checks/mark"
	"recoupe/checks/pattern"
	"recoupe/checks/text"
	"recoupe/rules"
)

// A Reader reads claims; it never changes and may be shared.
type Reader struct {
	langs map[string]func() *shelf // made for the first story of a language, or at once
	runs  sync.Pool                // of *run: their buffers serve story after story
}

// NewReader compiles the patterns of a book's rules; the error lists every
// pattern that does not compile. Those of a book that was tried are compiled when
// the first story of their language comes.
func NewReader(book *rules.Book) (*Reader, error) {
	r := &Reader{langs: map[string]func() *shelf{}}
	var errs []error
	for _, rule := range book.Rules {
		for _, p := range rule.Patterns {
			if r.langs[p.Lang] != nil {
				continue
			}
			shelve := sync.OnceValue(func() *shelf {
				s, bad := stock(book, p.Lang)
				if !book.Tried {
					errs = append(errs, bad...)
				}
				return s
			})
			r.langs[p.Lang] = shelve
			if !book.Tried {
				shelve()
			}
		}
	}
	return r, errors.Join(errs...)
}

// stock is the shelf of a language with all patterns of the book's rules that
// compile, and the faults of the others.
func stock(book *rules.Book, lang string) (*shelf, []error) {
	s := newShelf(book.Languages[lang])
	var errs []error
	for _, rule := range book.Rules {
		for _, p := range rule.Patterns {
			if p.Lang != lang {
				continue
			}
			f, err := compile(rule, p)
			if err != nil {
				errs = append(errs, fmt.Errorf("%s: %w", p.Origin, err))
				continue
			}
			if id := p.Set["about"]; id != "" {
				if f.about = book.Entity(id); f.about == nil {
					continue // the newsroom withdrew it
				}
			}
			s.file(f)
		}
	}
	return s, errs
}

// Claims reads what a marked page asserts, in reading order.
func (r *Reader) Claims(m *mark.Marks) []Claim {
	if m.Language == nil || r.langs[m.Language.Code] == nil {
		return nil
	}
	read, ok := r.runs.Get().(*run)
	if !ok {
		read = &run{matcher: pattern.NewMatcher(nil)}
	}
	defer r.runs.Put(read)
	return read.story(r.langs[m.Language.Code](), m)
}

// A run reads one story after another.
type run struct {
	*shelf
	marks   *mark.Marks
	matcher *pattern.Matcher
	tried   []int // by form: the turn in which it was last tried
	turn    int   // counts the sentences of all stories
	wanted  []int32
	claims  []Claim
	clauses clauses
	named   map[rules.Kind]*named // what the story names, by kind; made when asked for
	met     [phrasesMet]met
}

// phrasesMet is how many phrases a run remembers, a power of two.
const phrasesMet = 1024

// met is a phrase that a run met before, with the forms filed under what it
// stands for: few phrases make most of a text.
type met struct {
	phrase *rules.Phrase
	ids    []int32
}

// story reads the claims of a page, and leaves nothing of it behind.
func (r *run) story(s *shelf, m *mark.Marks) []Claim {
	r.shelf, r.marks = s, m
	r.matcher.Turn(m)
	if len(r.tried) < len(s.forms) {
		r.tried = append(r.tried, make([]int, len(s.forms)-len(r.tried))...)
	}
	for i := range m.Sentences {
		r.sentence(i)
	}
	var claims []Claim
	if len(r.claims) > 0 {
		claims = slices.Clone(r.claims)
	}
	clear(r.claims)
	r.shelf, r.marks, r.claims, r.named = nil, nil, r.claims[:0], nil
	r.clauses.leave()
	r.matcher.Turn(nil)
	return claims
}

// sentence tries the forms whose anchors stand in a sentence.
func (r *run) sentence(i int) {
	m, s := r.marks, &r.marks.Sentences[i]
	sign := r.matcher.Sign(s.First, s.Last)
	if sign.Chunks() == 0 {
		return
	}
	r.turn++
	r.wanted = r.wanted[:0]
	r.want(r.byKind, sign)
	for t := s.First; t < s.Last; t++ {
		if key := m.Tokens[t].Key; r.may(key) {
			r.want(r.at(key), sign)
		}
	}
	hits := m.HitsOver(s.First, s.Last)
	for k := range hits {
		p := hits[k].Phrase
		known := &r.met[p.Number&(phrasesMet-1)]
		if known.phrase != p {
			*known = met{p, r.of(p)}
		}
		r.want(known.ids, sign)
	}
	slices.Sort(r.wanted)
	r.clauses.sentence = -1
	from := len(r.claims)
	for _, id := range r.wanted {
		f := &r.forms[id]
		for _, match := range r.matcher.Match(f.pattern, s.First, s.Last) {
			r.read(i, f, match)
		}
	}
	r.claims = r.claims[:from+settle(r.claims[from:])]
}

// want notes the forms that were not tried yet and may match what stands in a
// sentence.
func (r *run) want(ids []int32, sign pattern.Signature) {
	for _, id := range ids {
		if f := &r.forms[id]; r.tried[id] != r.turn && f.pattern.Needs.Met(sign) {
			r.tried[id] = r.turn
			r.wanted = append(r.wanted, id)
		}
	}
}

// read makes a claim of a match.
func (r *run) read(sentence int, f *form, match pattern.Match) {
	m := r.marks
	if f.opens && match.First != m.Sentences[sentence].First {
		return
	}
	c := Claim{Sentence: sentence, Rule: f.rule, Pattern: f.source, Span: m.Over(match.First, match.Last), Set: f.source.Set, slot: f.slot}
	var value pattern.Bound
	if b, ok := match.Find("subject"); ok && b.Mention >= 0 {
		c.Subject = &m.Mentions[b.Mention]
	}
	if b, ok := match.Find("value"); ok {
		value = b
		if b.Mention >= 0 {
			c.Value = &m.Mentions[b.Mention]
		} else if b.Quantity >= 0 {
			c.Quantity = &m.Quantities[b.Quantity]
		}
		c.At = m.Over(b.First, b.Last)
	}
	if b, ok := match.Find("holder"); ok && b.Mention >= 0 {
		c.Value = &m.Mentions[b.Mention]
	}
	if c.Subject == nil {
		if c.Subject = c.Value; f.source.Set["subject"] != "value" {
			c.Subject = r.meant(sentence, f, match)
		}
	}
	if c.Subject == nil || r.unless(f, match, m.Sentences[sentence]) {
		return
	}
	if r.clauses.sentence != sentence {
		r.clauses.read(m, r.matcher, sentence)
	}
	c.Voice = f.voice | r.clauses.voiceOf(match.First, match.Last)
	switch f.scope {
	case "presupposed":
		c.Voice &^= Denied | Supposed | Planned | Reported // "President X will not …" still calls X president
	case "dated":
		c.Voice &^= Planned | Reported // "the 2015 accord aims to …" still dates the accord
		if c.Voice&Denied != 0 && r.clauses.denyLater(match.First, match.Last) {
			c.Voice &^= Denied // and so does "the 2015 accord was not forgotten"
		}
	}
	for _, n := range []*mark.Mention{c.Subject, c.Value} {
		if n != nil && n.Kind == rules.Office {
			c.Voice |= r.clauses.officeVoice(n)
		}
	}
	c.When = r.when(f, match)
	if c.When != nil && value.Name == "" {
		c.At = m.Times[c.When.Time].Span
	}
	r.claims = append(r.claims, c)
}

// meant is whom or what a match speaks of where its words name nothing: what the
// pattern says, something that the story named, a person told of before.
func (r *run) meant(sentence int, f *form, match pattern.Match) *mark.Mention {
	m := r.marks
	if f.about != nil {
		return &mark.Mention{Span: m.Over(match.First, match.Last), First: match.First, Last: match.Last, Kind: f.about.Kind, Entities: []*rules.Entity{f.about}}
	}
	opens := match.First == m.Sentences[sentence].First
	switch f.subject {
	case "bodies":
		return r.namedBefore(rules.Organisation, match.First)
	case "bodies-anywhere":
		return r.namedBefore(rules.Organisation, len(m.Tokens))
	case "city-before":
		return r.lastNamed(rules.City, match.First)
	case "events":
		return r.namedBefore(rules.Event, len(m.Tokens))
	case "countries":
		return r.namedBefore(rules.Country, len(m.Tokens))
	case "story": // its judge looks for what the story speaks of
		return &mark.Mention{Span: m.Over(match.First, match.Last), First: match.First, Last: match.Last, Kind: rules.Figure}
	case "deceased":
		if opens && r.goesOn(match.Last, m.Sentences[sentence].Last) {
			return r.deceased(sentence)
		}
	case "opening":
		return r.opening(sentence, match.First)
	case "spoken-of":
		if opens {
			return r.spokenOf(sentence)
		}
	}
	return nil
}

// when is the time a match says itself, or the one that attaches to its subject.
func (r *run) when(f *form, match pattern.Match) *Attached {
	m := r.marks
	if b, ok := match.Find("time"); ok && b.Time >= 0 {
		a := &Attached{Time: b.Time, Sense: m.Times[b.Time].Sense, Margin: Sure}
		if s, ok := match.Find("subject"); ok {
			h := host{first: s.First, last: s.Last, mention: s.Mention}
			if a.Order = r.clauses.order(&h); a.Order != 0 && s.Last < b.First && m.Tokens[s.Last].Char == ',' {
				return nil // "revus avant l'invasion, en 2017": the date is the verb's
			}
		}
		return a
	}
	if f.undated {
		return nil
	}
	for i := range r.clauses.hosts {
		if h := &r.clauses.hosts[i]; h.first < match.Last && match.First < h.last {
			if f.verbHost && !h.verb {
				continue
			}
			if a := r.clauses.timeOf(h); a != nil {
				return a
			}
		}
	}
	return nil
}

// unless reports whether words right before or after a match take it back.
func (r *run) unless(f *form, match pattern.Match, s text.Sentence) bool {
	for _, u := range f.unless {
		if r.matcher.Ends(u, max(s.First, match.First-6), match.First) {
			return true
		}
	}
	for _, u := range f.after {
		if r.matcher.Begins(u, match.Last, min(s.Last, match.Last+6)) {
			return true
		}
	}
	return false
}

// settle keeps one claim for each rule, subject and value: the one whose words
// say most. It returns how many are left, at the front.
func settle(in []Claim) int {
	n := 0
	for k := range in {
		c := &in[k]
		i := saidBefore(in[:n], c)
		switch {
		case i < 0:
			in[n] = *c
			n++
		case c.When != nil && in[i].When == nil, c.When != nil && c.When.Margin > in[i].When.Margin:
			in[i] = *c
		default:
			in[i].Voice |= c.Voice
		}
	}
	return n
}

// saidBefore is where a claim says the same as another; -1 for nowhere.
func saidBefore(in []Claim, c *Claim) int {
	for i := range in {
		if in[i].says(c) {
			return i
		}
	}
	return -1
}

// says reports whether two claims say the same of the same.
func (c *Claim) says(o *Claim) bool {
	return c.slot == o.slot && c.Subject == o.Subject && c.Value == o.Value && c.Quantity == o.Quantity &&
		(c.When == nil || o.When == nil || c.When.Time == o.When.Time)
}
