package rules

import (
	"strings"
	"sync/atomic"

	"recoupe/checks/text"
	"recoupe/rules/compiled"
)

// A Way is how a phrase points at what it labels.
type Way uint8

// Ways of naming.
const (
	ByName      Way = iota
	ByAcronym       // matched only in capitals
	ByAdjective     // français
	ByFamily        // a family name alone
	ByVerb          // a form of a verb that tells an act
	ByNoun          // a noun that tells an act
	ByWord          // a word of a class or a form of a lemma
)

// A Label is what a phrase may stand for: an entity, a word class (%art) or a
// lemma (@nommer). Exactly one of the three is set.
type Label struct {
	Entity *Entity
	Class  string
	Lemma  string
	Way    Way
	Key    uint64 // of a class or a lemma: ClassKey or LemmaKey of it; 0 of an entity
}

// A Phrase is what the table of a language files under some words: all that they
// may stand for. There is one for all places where they stand; it never changes.
type Phrase struct {
	Labels []Label  // never empty
	Names  []Naming // the entities among the labels, those of acts left out
	Keys   []uint64 // of the classes and the lemmas among the labels
	Among  Among    // what all labels are, together
	Set    ClassSet // the classes among the labels that have a bit
	Sign   uint64   // the bits of the keys
	Number int      // in its language's table
}

// A Naming is what a phrase names of one kind in one way.
type Naming struct {
	Kind     Kind
	Way      Way
	Entities []*Entity // never empty
}

// name adds an entity to those that the phrase names.
func (p *Phrase) name(e *Entity, way Way) {
	for i := range p.Names {
		if n := &p.Names[i]; n.Kind == e.Kind && n.Way == way {
			n.Entities = append(n.Entities, e)
			return
		}
	}
	p.Names = append(p.Names, Naming{e.Kind, way, e.Alone()})
}

// SignBits is the number of bits of a signature.
const SignBits = 50

// SignBit is the bit by which the key of a word, a class or a lemma signs: what
// stands somewhere is told in one number, with a mistake now and then, since many
// keys share a bit.
func SignBit(key uint64) uint64 { return 1 << (key % SignBits) }

// NewPhrase is the phrase of some labels; nil where there are none.
func NewPhrase(labels []Label) *Phrase {
	if len(labels) == 0 {
		return nil
	}
	p := &Phrase{Labels: labels}
	for i := range labels {
		l := &labels[i]
		p.Among |= l.among()
		p.Set |= classBits[l.Class]
		if l.among() == AmongNames {
			p.name(l.Entity, l.Way)
		}
		if l.Key != 0 {
			p.Keys = append(p.Keys, l.Key)
			p.Sign |= SignBit(l.Key)
		}
	}
	return p
}

// Has reports whether a class or a lemma, told by its key, is among what the
// phrase stands for.
func (p *Phrase) Has(key uint64) bool {
	if p.Sign&SignBit(key) == 0 {
		return false
	}
	for _, k := range p.Keys {
		if k == key {
			return true
		}
	}
	return false
}

// Among says what is among the labels of a phrase, so that who looks for one
// kind need not look at all labels of all phrases.
type Among uint8

// What may be among the labels of a phrase, as bits.
const (
	AmongNames    Among = 1 << iota // entities, other than by an act
	AmongActs                       // entities, by a verb or a noun of their act
	AmongNumerals                   // the class of numerals
	AmongUnits                      // a class of units
	AmongRivals                     // a class of words that shut others out
	AmongForms                      // forms of lemmas
)

// among is what one label is.
func (l *Label) among() Among {
	switch {
	case l.Entity != nil && (l.Way == ByVerb || l.Way == ByNoun):
		return AmongActs
	case l.Entity != nil:
		return AmongNames
	case l.Lemma != "":
		return AmongForms
	case l.Class == NumeralClass:
		return AmongNumerals
	case strings.HasPrefix(l.Class, UnitClass):
		return AmongUnits
	case strings.HasPrefix(l.Class, RivalClass):
		return AmongRivals
	}
	return 0
}

// ClassKey is the number by which a word class is told from others and from
// lemmas, so that whoever asks for it at every word need compare no strings.
func ClassKey(class string) uint64 { return text.Hash("%" + class) }

// LemmaKey is the number of a lemma.
func LemmaKey(lemma string) uint64 { return text.Hash("@" + lemma) }

// Phrases finds the phrases of a language in one pass over tokens, whatever
// their number: a phrase is filed under the mixed keys of its tokens, and each
// prefix of it says that a longer one exists.
type Phrases struct {
	store  *store
	table  compiled.Table
	deeper compiled.Filter // the prefixes of two words and more: many words begin a phrase, and few go on with one
	slots  compiled.Filter // the first words of titles with a slot
	second compiled.Filter // the second words of all
	lists  compiled.Lists  // the labels of each phrase, packed
	ready  []atomic.Pointer[Phrase]
}

// SlotKey is the token key of the place slot in a slotted title: "ministre {of}
// des Affaires étrangères".
var SlotKey = text.Key("{of}")

// Step walks one token on from a prefix (0 at the start): the new prefix, the
// phrase that ends here or nil, and whether longer ones exist.
func (p *Phrases) Step(prefix, token uint64) (next uint64, ends *Phrase, longer bool) {
	next = text.Mix(prefix, token)
	if p == nil || prefix != 0 && !p.deeper.Has(next) {
		return next, nil, false
	}
	list, longer := p.table.Find(next)
	if list == 0 {
		return next, nil, longer
	}
	if ready := p.ready[list-1].Load(); ready != nil {
		return next, ready, longer
	}
	return next, p.unpack(int(list - 1)), longer
}

// Walk walks on from a prefix over some words, and says the same as Step of the last.
func (p *Phrases) Walk(prefix uint64, words string) (next uint64, ends *Phrase, longer bool) {
	next, longer = prefix, true
	var buf [8]text.Token
	for _, t := range text.Tokens(buf[:0], words, text.Span{End: len(words)}) {
		if !longer {
			return 0, nil, false
		}
		next, ends, longer = p.Step(next, t.Key)
	}
	return next, ends, longer
}

// Pairs reports whether a phrase may begin with two words; where none does, Step
// finds none.
func (p *Phrases) Pairs(first, second uint64) bool {
	return p != nil && p.deeper.Has(text.Mix(text.Mix(0, first), second))
}

// Second reports whether a word may be the second of a phrase.
func (p *Phrases) Second(token uint64) bool { return p != nil && p.second.Has(token) }

// Slotted reports whether a word may begin a title with a place in its middle.
func (p *Phrases) Slotted(token uint64) bool { return p.slots.Has(text.Mix(0, token)) }

// unpack makes a phrase, when it is first asked for.
func (p *Phrases) unpack(list int) *Phrase {
	from, to := p.lists.Range(list)
	labels := make([]Label, 0, to-from)
	for i := from; i < to; i++ {
		labels = append(labels, p.store.label(p.lists.At(i)))
	}
	phrase := NewPhrase(labels)
	phrase.Number = list
	p.ready[list].CompareAndSwap(nil, phrase)
	return p.ready[list].Load()
}

// phraseKey is the key that a phrase is filed under.
func phraseKey(phrase string) (h uint64) {
	for _, k := range Keys(phrase) {
		h = text.Mix(h, k)
	}
	return h
}

// Keys are the keys of a phrase's tokens. A phrase that ends with an elided
// word ("de l'") is read as it stands before another word, one that begins with
// an apostrophe ("'s") as it stands after one.
func Keys(phrase string) []uint64 {
	elided := strings.HasSuffix(phrase, "'") || strings.HasSuffix(phrase, "’")
	if elided {
		phrase += "x"
	}
	clitic := len(phrase) > 1 && (strings.HasPrefix(phrase, "'") || strings.HasPrefix(phrase, "’")) && !elided
	if clitic {
		phrase = "x" + phrase // 's is a word of its own only after another
	}
	var buf [16]text.Token
	toks := text.Tokens(buf[:0], phrase, text.Span{End: len(phrase)})
	if elided {
		toks = toks[:len(toks)-1]
	}
	if clitic {
		toks = toks[1:]
	}
	keys := make([]uint64, len(toks))
	for i, t := range toks {
		keys[i] = t.Key
	}
	return keys
}
