package rules

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"recoupe/rules/calendar"
)

// A row is one table of a sheet, read with complaints: each getter reports a
// value of the wrong type with its line and what was wanted.
type row struct {
	*loader
	sheet *sheet
	name  string // what complaints call it: person, held
	path  string // of its header: office.held
	table map[string]any
	at    int  // its header among the statements; -1 for the file itself
	up    *row // what it inherits from
}

func (l *loader) root(s *sheet) *row {
	return &row{loader: l, sheet: s, name: "the file", table: s.root, at: -1}
}

// origin is where the row stands.
func (r *row) origin() Origin {
	if r.at < 0 {
		return Origin{r.sheet.file, 1}
	}
	return Origin{r.sheet.file, r.sheet.stmts[r.at].line}
}

// key is where a key of the row stands.
func (r *row) key(key string) Origin {
	return Origin{r.sheet.file, r.sheet.line(r.at, r.path, key)}
}

// complain reports a fault at a key.
func (r *row) complain(key, format string, args ...any) {
	r.faults.add(r.key(key), format, args...)
}

// has reports whether the key is written in the row itself.
func (r *row) has(key string) bool { _, ok := r.table[key]; return ok }

// holder is the row that has the key, this one or the nearest above.
func (r *row) holder(key string) *row {
	for at := r; at != nil; at = at.up {
		if at.has(key) {
			return at
		}
	}
	return nil
}

// only reports every key that is not among the known ones.
func (r *row) only(known ...string) {
	for _, key := range slices.Sorted(maps.Keys(r.table)) {
		if slices.Contains(known, key) {
			continue
		}
		guess := didYouMean(key, known)
		if guess == "" {
			guess = ", want one of " + oneOf(known)
		}
		r.complain(key, "%s has no key %q%s", r.name, key, guess)
	}
}

// str is a string, empty when the key is missing.
func (r *row) str(key string) string {
	v, ok := r.table[key]
	if !ok {
		return ""
	}
	s, ok := v.(string)
	if !ok {
		r.complain(key, "%s is %s, want a string in quotes", key, kindOf(v))
		return ""
	}
	if strings.TrimSpace(s) == "" {
		r.complain(key, "%s is empty, want words or no such key", key)
	}
	return s
}

// list is a list of strings; one string alone is a list of one.
func (r *row) list(key string) []string { return r.strings(key, r.table[key]) }

func (r *row) strings(key string, v any) []string {
	switch v := v.(type) {
	case nil:
		return nil
	case string:
		return []string{v}
	case []any:
		out := make([]string, 0, len(v))
		for _, x := range v {
			s, ok := x.(string)
			if !ok {
				r.complain(key, "%s holds %s, want strings in quotes", key, kindOf(x))
				continue
			}
			if slices.Contains(out, s) {
				r.complain(key, "%s lists %q twice", key, s)
				continue
			}
			out = append(out, s)
		}
		return out
	}
	r.complain(key, "%s is %s, want a list of strings", key, kindOf(v))
	return nil
}

// boolean is true or false; false when the key is missing.
func (r *row) boolean(key string) bool {
	v, ok := r.table[key]
	b, isBool := v.(bool)
	if ok && !isBool {
		r.complain(key, "%s is %s, want true or false", key, kindOf(v))
	}
	return b
}

// number is a number; ok is false when the key is missing or wrong.
func (r *row) number(key string) (n float64, ok bool) {
	switch v := r.table[key].(type) {
	case nil:
		return 0, false
	case int64:
		return float64(v), true
	case float64:
		return v, true
	default:
		r.complain(key, "%s is %s, want a number", key, kindOf(v))
		return 0, false
	}
}

// date is a date; zero when the key is missing.
func (r *row) date(key string) calendar.Date {
	v, ok := r.table[key]
	if !ok {
		return calendar.Date{}
	}
	s, ok := v.(string)
	if !ok {
		r.complain(key, "%s is %s, want a date in quotes: \"2022\", \"2022-02\" or \"2022-02-24\"", key, kindOf(v))
		return calendar.Date{}
	}
	d, err := calendar.ParseDate(s)
	if err != nil {
		r.complain(key, "%s: %v", key, err)
	}
	return d
}

// period is what the keys from and to, or others of that meaning, span.
func (r *row) period(from, to string) calendar.Period {
	p := calendar.Period{From: r.date(from), To: r.date(to)}
	if p.First() > p.Last() {
		r.complain(to, "%s %s is before %s %s, want the later date last", to, p.To, from, p.From)
		return calendar.Period{}
	}
	return p
}

// byLang is a table of lists by language: adjective.fr = ["français", …].
func (r *row) byLang(key string) map[string][]string {
	v, ok := r.table[key]
	if !ok {
		return nil
	}
	t, ok := v.(map[string]any)
	if !ok {
		r.complain(key, "%s is %s, want a list for each language: %s.%s = […]", key, kindOf(v), key, r.langs[0])
		return nil
	}
	out := map[string][]string{}
	for _, lang := range slices.Sorted(maps.Keys(t)) {
		if !slices.Contains(r.langs, lang) {
			r.complain(key+"."+lang, "%s has no language %q, want one of %s", key, lang, oneOf(r.langs))
			continue
		}
		out[lang] = r.strings(key+"."+lang, t[lang])
	}
	return out
}

// children are the rows of an array of tables inside the row.
func (r *row) children(key string) []*row {
	var tables []map[string]any
	switch v := r.table[key].(type) {
	case nil:
		return nil
	case []map[string]any:
		tables = v
	case []any:
		for _, x := range v {
			t, ok := x.(map[string]any)
			if !ok {
				r.complain(key, "%s holds %s, want tables", key, kindOf(x))
				return nil
			}
			tables = append(tables, t)
		}
	default:
		r.complain(key, "%s is %s, want tables headed [[%s]]", key, kindOf(v), strings.TrimPrefix(r.path+"."+key, "."))
		return nil
	}
	path := strings.TrimPrefix(r.path+"."+key, ".")
	out := make([]*row, len(tables))
	for i, t := range tables {
		c := &row{loader: r.loader, sheet: r.sheet, name: key, path: path, table: t, up: r}
		if c.at = r.sheet.child(path, r.path, r.at, i); c.at < 0 {
			c.at = r.at // an inline table: the line of what holds it must do
		}
		out[i] = c
	}
	return out
}

// kindOf names the type of a value as its author wrote it.
func kindOf(v any) string {
	switch v := v.(type) {
	case string:
		return fmt.Sprintf("%q", v)
	case int64, float64:
		return fmt.Sprint("the number ", v)
	case bool:
		return fmt.Sprint(v)
	case []any:
		return "a list"
	case map[string]any:
		return "a table"
	case []map[string]any:
		return "an array of tables"
	}
	return "a date without quotes"
}
