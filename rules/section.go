package rules

import "slices"

// A Section is a table of a file of settings, read with complaints: a value of
// another type than asked for is a fault with its line. It is how the settings
// of a desk are read as strictly as the tables of the book.
type Section struct{ row *row }

// ReadSection opens a file of settings. A syntax error yields nil and an error
// with its line; faults found by asking are told by Err.
func ReadSection(file string, raw []byte) (*Section, error) {
	l := &loader{}
	s := read(file, raw, &l.faults)
	if s == nil {
		return nil, l.faults.err()
	}
	return &Section{l.root(s)}, nil
}

// Err joins the faults of the whole file, in the order of its lines.
func (t *Section) Err() error { return t.row.faults.err() }

// Call gives the table the name that complaints call it by.
func (t *Section) Call(name string) { t.row.name = name }

// Only complains of every key that is not among the known ones.
func (t *Section) Only(known ...string) { t.row.only(known...) }

// Has reports whether a key is written.
func (t *Section) Has(key string) bool { return t.row.has(key) }

// Keys are the keys that are written, in the order of their lines.
func (t *Section) Keys() []string {
	var keys []string
	for key := range t.row.table {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	slices.SortStableFunc(keys, func(a, b string) int { return t.Origin(a).Line - t.Origin(b).Line })
	return keys
}

// Origin is where a key stands; the table itself for the empty key.
func (t *Section) Origin(key string) Origin {
	if key == "" {
		return t.row.origin()
	}
	return t.row.key(key)
}

// Complain reports a fault at a key.
func (t *Section) Complain(key, format string, args ...any) { t.row.complain(key, format, args...) }

// Word is a string, empty when the key is missing. One that is none of the
// words wanted, where there are such, is a fault.
func (t *Section) Word(key string, want ...string) string {
	s := t.row.str(key)
	if s != "" && len(want) > 0 && !slices.Contains(want, s) {
		t.row.complain(key, "%s is %q, want %s%s", key, s, oneOf(want), didYouMean(s, want))
		return ""
	}
	return s
}

// Words is a list of strings; one string alone is a list of one.
func (t *Section) Words(key string) []string { return t.row.list(key) }

// Number is a whole number; 0 when the key is missing.
func (t *Section) Number(key string) int {
	n, ok := t.row.table[key].(int64)
	if !ok && t.row.has(key) {
		t.row.complain(key, "%s is %s, want a whole number", key, kindOf(t.row.table[key]))
	}
	return int(n)
}

// Section is a table inside the table; nil when there is none.
func (t *Section) Section(key string) *Section {
	if inner := t.row.table0(key); inner != nil {
		return &Section{inner}
	}
	return nil
}

// Sections are those of an array of tables.
func (t *Section) Sections(key string) []*Section {
	var out []*Section
	for _, c := range t.row.children(key) {
		out = append(out, &Section{c})
	}
	return out
}
