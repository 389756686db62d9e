package rules

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"recoupe/rules/calendar"
)

// A Problem is something in the book that can't be right, or that would be read
// wrongly: unlike a fault it does not keep the book from loading.
type Problem = Fault

// Check looks through the whole book for what can't be right: two holders of an
// office for one, holders before their birth or after their death, gaps in tables
// that claim to be complete, members before the foundation, capitals in other
// countries, facts of the future, names that several of a kind share or that are
// in another script. The problems come in the order of files and lines.
func (b *Book) Check() []*Problem {
	c := &checker{book: b}
	for _, e := range b.Entities() {
		switch e.Kind {
		case Office:
			c.tenures(e)
		case Organisation:
			c.members(e)
		case Country, City, PlaceKind:
			c.places(e)
		}
		c.script(e)
	}
	for _, f := range b.Facts() {
		if !f.AsOf.IsZero() && f.During.From.First() > f.AsOf.Last() && !f.During.From.IsZero() {
			c.add(f.Origin, "%s: begins on %s, after the day the table was checked up to, %s", f.ID, f.During.From, f.AsOf)
		}
	}
	c.shared()
	slices.SortStableFunc(c.list, func(a, b *Problem) int {
		return cmp.Or(strings.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), strings.Compare(a.Text, b.Text))
	})
	return c.list
}

type checker struct {
	book *Book
	list []*Problem
}

func (c *checker) add(at Origin, format string, args ...any) {
	c.list = append(c.list, &Problem{at, fmt.Sprintf(format, args...)})
}

// tenures looks at who held an office, in the order in which they took it.
func (c *checker) tenures(office *Entity) {
	held := slices.Clone(c.book.Of(office, Holds))
	slices.SortStableFunc(held, func(a, b *Fact) int {
		return cmp.Or(cmp.Compare(a.During.First(), b.During.First()), cmp.Compare(a.During.Last(), b.During.Last()))
	})
	var before *Fact
	for _, f := range held {
		c.lifetime(f)
		if before != nil && !office.Several && !f.Acting && !before.Acting && f.Value.Entity != before.Value.Entity && !f.During.From.IsZero() {
			if days := int(min(surely(before.During), surely(f.During)) - f.During.From.Last()); days > max(f.Slack(), before.Slack()) {
				c.add(f.Origin, "%s: holds it while %s does (%s), for %d days; want one at a time, acting = true or several = true", f.ID, before.Value.Entity.ID, before.During, days)
			}
		}
		if before == nil || f.During.Last() >= before.During.Last() {
			before = f
		}
	}
	for _, gap := range office.gaps {
		if days := gap.Last() - gap.First() + 1; days > 45 {
			c.add(office.Origin, "%s: nobody holds the office from %s to %s, and the table claims to be complete since %s; want the holder or [[office.vacant]]", office.ID, gap.From, gap.To, office.Since)
		}
	}
}

// surely is the last day that a tenure covers for certain: the first of a month
// or year in which it ended.
func surely(p calendar.Period) calendar.Day {
	if p.To.IsZero() {
		return calendar.Latest
	}
	return p.To.First()
}

// lifetime looks at whether somebody lived when holding an office.
func (c *checker) lifetime(f *Fact) {
	life := f.Value.Entity.Exists
	switch {
	case !life.From.IsZero() && !f.During.From.IsZero() && f.During.Last() < life.First():
		c.add(f.Origin, "%s: held until %s by someone born in %s", f.ID, f.During.To, life.From)
	case !life.To.IsZero() && !f.During.From.IsZero() && f.During.First() > life.Last():
		c.add(f.Origin, "%s: held from %s by someone who died in %s", f.ID, f.During.From, life.To)
	case !life.To.IsZero() && f.During.Last() != calendar.Latest && f.During.To.First() > life.Last()+1:
		c.add(f.Origin, "%s: held until %s by someone who died in %s", f.ID, f.During.To, life.To)
	case !life.To.IsZero() && f.During.To.IsZero() && !f.During.From.IsZero():
		c.add(f.Origin, "%s: still held by someone who died in %s", f.ID, life.To)
	}
}

// members looks at memberships against the life of both.
func (c *checker) members(org *Entity) {
	for _, f := range c.book.Of(org, Member) {
		for _, e := range []*Entity{org, f.Value.Entity} {
			if from := f.During.From; !from.IsZero() && from.Last() < began(e) {
				c.add(f.Origin, "%s: member from %s, before %s began in %s; want a later day or what %s continues", f.ID, from, e.ID, e.Exists.From, e.ID)
			}
			if end := e.Exists.To; !end.IsZero() && (f.During.To.IsZero() || f.During.To.First() > end.Last()) {
				c.add(f.Origin, "%s: member after %s ended in %s", f.ID, e.ID, end)
			}
		}
	}
}

// began is the first day of an entity, or of the earliest that it continues.
func began(e *Entity) calendar.Day {
	first := e.Exists.First()
	for _, before := range e.Continues {
		first = min(first, before.Exists.First())
	}
	return first
}

// places looks at whether capitals lie in their countries, and nothing in itself.
// Divided countries lie in each other, and a region's capital may lie beside it.
func (c *checker) places(e *Entity) {
	if e.Kind == Country {
		for _, f := range c.book.Of(e, Capital) {
			if !lies(f.Value.Entity, e, 0) && f.During.To.IsZero() && e.Exists.To.IsZero() {
				c.add(f.Origin, "%s: the capital of %s does not lie in it, by its own table at %s", f.ID, e.ID, f.Value.Entity.Origin)
			}
		}
		return
	}
	for _, in := range e.In {
		if lies(in, e, 0) {
			c.add(e.Origin, "%s: lies in %s, which lies in it", e.ID, in.ID)
		}
	}
}

// lies reports whether a place lies in another, through however many.
func lies(place, in *Entity, depth int) bool {
	if place == in {
		return true
	}
	return depth < 8 && slices.ContainsFunc(place.In, func(e *Entity) bool { return lies(e, in, depth+1) })
}

// script reports names with letters that are not Latin.
func (c *checker) script(e *Entity) {
	for _, words := range []map[string][]string{e.Names, e.Adjectives, e.Acronyms, e.Expansions} {
		for _, lang := range slices.Sorted(maps.Keys(words)) {
			for _, w := range words[lang] {
				if r := foreign(w); r != 0 {
					c.add(e.Origin, "%s: the name %q holds %q, which is no Latin letter", e.ID, w, r)
				}
			}
		}
	}
	for _, w := range e.Family {
		if r := foreign(w); r != 0 {
			c.add(e.Origin, "%s: the name %q holds %q, which is no Latin letter", e.ID, w, r)
		}
	}
}

func foreign(name string) rune {
	for _, r := range name {
		if unicode.IsLetter(r) && !unicode.In(r, unicode.Latin, unicode.Lm) {
			return r
		}
	}
	return 0
}

// alone are the kinds in which no two entities should go by one name. Cities,
// people and currencies do, and events: elections recur.
var alone = []Kind{Country, Organisation, Figure}

// shared reports labels, by which entities are told, that two of one kind have.
func (c *checker) shared() {
	type name struct {
		kind   Kind
		lang   string
		phrase uint64
	}
	first := map[name]*Entity{}
	for _, e := range c.book.Entities() {
		if !slices.Contains(alone, e.Kind) {
			continue
		}
		for _, lang := range slices.Sorted(maps.Keys(e.Names)) {
			if len(e.Names[lang]) == 0 {
				continue
			}
			n := name{e.Kind, lang, phraseKey(e.Names[lang][0])}
			if other := first[n]; other != nil {
				c.add(e.Origin, "%s: goes by %q, as %s at %s does; want one of them told apart", e.ID, e.Names[lang][0], other.ID, other.Origin)
				continue
			}
			first[n] = e
		}
	}
}
