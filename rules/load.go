package rules

import (
	"embed"
	"io/fs"
	"path"
	"slices"
	"strings"

	"recoupe/rules/calendar"
)

//go:embed lang catalog facts
var embedded embed.FS

// Embedded is the house's own book, as tables.
var Embedded = Named("rules", embedded)

// Named gives a file system the path that its files are told under.
func Named(name string, fsys fs.FS) fs.FS { return named{fsys, name, "facts"} }

// Catalogue names a file system whose tables are rules, wherever they lie in it;
// only those of a folder lang belong to languages.
func Catalogue(name string, fsys fs.FS) fs.FS { return named{fsys, name, "catalog"} }

type named struct {
	fs.FS
	name string
	kind string // what its tables are that lie in no folder of a meaning
}

// load reads the tables of books.
func load(books []fs.FS) (*loader, error) {
	l := &loader{
		book: &Book{Languages: map[string]*Language{}},
		rows: map[string]*pending{}, dropped: map[string]bool{}, rules: map[string]int{},
	}
	sheets := make([]bookSheets, len(books))
	for i, fsys := range books {
		sheets[i] = l.readBook(fsys)
		for _, s := range sheets[i].lang {
			l.language(s)
		}
	}
	for i := range sheets {
		for _, s := range sheets[i].facts {
			l.declare(s, i)
		}
		for _, s := range sheets[i].catalog {
			l.rule(s, i)
		}
	}
	l.settle()
	if err := l.faults.err(); err != nil {
		return nil, err
	}
	return l, nil
}

// A loader turns sheets into a book: first every row becomes an entity, then
// what rows say of each other is resolved, then words are filed.
type loader struct {
	faults    faults
	book      *Book
	langs     []string // codes, sorted
	rows      map[string]*pending
	order     []*pending
	entities  []*Entity       // in the order of the tables
	facts     []*Fact         // those of an entity stand together
	dropped   map[string]bool // ids of entities and facts that a later book withdrew
	rules     map[string]int  // the book that each rule was read from
	particles map[string]bool // words that belong to a family name
	suffixes  map[string]bool // words after a name that are none of it
	unread    bool            // some file could not be read
	factRows  map[string]Origin
}

// pending is an entity whose row has not yet said its facts.
type pending struct {
	*row
	entity *Entity
	layer  int  // the book it was read from
	gone   bool // replaced or withdrawn
	mute   bool // withdrawn: its names stay, so that nobody else inherits them, and nothing is said of it
}

type bookSheets struct{ lang, catalog, facts []*sheet }

// readBook reads every table of a file system, in the order of their names.
func (l *loader) readBook(fsys fs.FS) (out bookSheets) {
	prefix, kind := "", "facts"
	if n, ok := fsys.(named); ok {
		prefix, kind = n.name, n.kind
	}
	n := 0
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() || !isTable(name) {
			return nil
		}
		n++
		raw, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		s := read(path.Join(prefix, name), raw, &l.faults)
		switch dir, _, _ := strings.Cut(name, "/"); {
		case s == nil:
			l.unread = true
		case dir == "lang":
			out.lang = append(out.lang, s)
		case dir == "catalog" || kind == "catalog":
			out.catalog = append(out.catalog, s)
		default:
			out.facts = append(out.facts, s)
		}
		return nil
	})
	switch {
	case err != nil:
		l.faults.add(Origin{path.Join(prefix, "."), 1}, "%v", err)
	case n == 0:
		l.faults.add(Origin{path.Join(prefix, "."), 1}, "no table here, want files that end in .toml")
	}
	return out
}

// isTable reports whether a file is a table of a book.
func isTable(name string) bool { return path.Ext(name) == ".toml" }

// declare makes an entity of each row of a sheet of facts. Who is who must be
// known before anything is said of anyone.
func (l *loader) declare(s *sheet, book int) {
	root := l.root(s)
	known := []string{"as_of", "since", "sources", "verified", "particles", "suffixes", "fact"}
	for _, kind := range kinds {
		known = append(known, string(kind))
	}
	root.only(known...)
	l.addWords(&l.particles, root.list("particles"))
	l.addWords(&l.suffixes, root.list("suffixes"))
	for _, kind := range kinds {
		for _, r := range root.children(string(kind)) {
			l.declareRow(r, kind, book)
		}
	}
	for _, r := range root.children("fact") {
		r.only("id", "drop")
		if !r.boolean("drop") {
			r.faults.add(r.origin(), "fact without drop = true, want facts told in the tables of what they are about")
		}
		l.dropped[r.str("id")] = true
		if l.factRows == nil {
			l.factRows = map[string]Origin{}
		}
		l.factRows[r.str("id")] = r.key("id")
	}
}

func (l *loader) addWords(set *map[string]bool, words []string) {
	if *set == nil {
		*set = map[string]bool{}
	}
	for _, w := range words {
		(*set)[w] = true
	}
}

// declareRow makes the entity of one row, or withdraws that of an earlier book.
func (l *loader) declareRow(r *row, kind Kind, book int) {
	id := r.str("id")
	if id == "" {
		r.faults.add(r.origin(), "%s without an id, want id = \"…\"", kind)
		return
	}
	if !kebab(id) {
		r.complain("id", "id %q is not in kebab case, want small letters and digits joined by hyphens", id)
		return
	}
	old := l.rows[id]
	if old != nil && old.layer == book {
		r.complain("id", "id %q is taken by the %s at %s, want another", id, old.name, old.origin())
		return
	}
	if old != nil {
		if old.entity.Kind != kind {
			r.complain("id", "id %q is a %s at %s, want the same kind or another id", id, old.name, old.origin())
			return
		}
		old.gone = true
		delete(l.rows, id)
	}
	if r.boolean("drop") {
		r.only("id", "drop")
		if old == nil {
			r.complain("id", "no %s is called %q, want the id of one to drop%s", kind, id, didYouMean(id, l.ids(kind)))
		}
		l.dropped[id] = true
		if old != nil {
			old.mute = true
			old.entity.Withdrawn = true
			old.entity.Origin = r.key("id")
		}
		return
	}
	delete(l.dropped, id)
	for _, p := range l.order {
		if p.entity.ID == id {
			p.mute = false // it comes back
		}
	}
	r.only(append(slices.Clip(shapes[kind]), l.commonKeys()...)...)
	p := &pending{row: r, entity: l.entity(r, id, kind), layer: book}
	l.rows[id] = p
	l.order = append(l.order, p)
}

// settle resolves what rows say of each other, and files all words.
func (l *loader) settle() {
	for _, p := range l.order {
		if !p.gone || p.mute {
			l.entities = append(l.entities, p.entity)
		}
	}
	facts := map[string]Origin{}
	for _, p := range l.order {
		if !p.gone || p.mute {
			l.say(p, facts)
		}
	}
	for id, at := range l.factRows {
		if _, ok := facts[id]; !ok {
			l.faults.add(at, "no fact is called %q, want the id of one to drop", id)
		}
	}
	l.findGaps()
	l.wordsOfRules()
	if len(l.faults.list) > 0 {
		return
	}
	for _, code := range l.langs {
		l.file(l.book.Languages[code])
	}
}

// newest keeps the latest day that any table was checked up to.
func (l *loader) newest(d calendar.Date) {
	if !d.IsZero() && (l.book.AsOf.IsZero() || d.First() > l.book.AsOf.First()) {
		l.book.AsOf = d
	}
}

// ids are those of the entities of some kinds, or of all.
func (l *loader) ids(of ...Kind) []string {
	var out []string
	for _, p := range l.order {
		if !p.gone && (len(of) == 0 || slices.Contains(of, p.entity.Kind)) {
			out = append(out, p.entity.ID)
		}
	}
	return out
}

func kebab(id string) bool {
	for i := range len(id) {
		c := id[i]
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && (c != '-' || i == 0 || id[i-1] == '-' || i == len(id)-1) {
			return false
		}
	}
	return id != ""
}
