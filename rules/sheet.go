package rules

import (
	"errors"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
)

// A sheet is one TOML file, and the line of each of its headers and keys. The
// TOML library tells no positions of what it decoded well, and wrong ones inside
// arrays of tables; so the lines are found here, by counting headers.
type sheet struct {
	file    string
	root    map[string]any
	stmts   []stmt
	headers map[string][]int // path to the statements of its headers, in order
}

// A stmt is a header, [office] or [[office.held]], or a key with its value.
type stmt struct {
	path   string
	line   int
	header bool
}

// read opens a sheet. A byte order mark, which some editors write, does not
// count; a syntax error is reported with its line and yields nil.
func read(file string, raw []byte, faults *faults) *sheet {
	src := strings.TrimPrefix(string(raw), "\ufeff")
	s := &sheet{file: file, headers: map[string][]int{}}
	if _, err := toml.Decode(src, &s.root); err != nil {
		var parse toml.ParseError
		if errors.As(err, &parse) {
			// Where a line ends too early, the library counts its end as the next line.
			line := parse.Position.Line
			if at := parse.Position.Start; at >= 0 && at <= len(src) {
				line = min(line, 1+strings.Count(src[:at], "\n"))
			}
			faults.add(Origin{file, max(line, 1)}, "%s%s", strings.TrimSuffix(parse.Message, "."), unquoted(parse.Message))
		} else {
			faults.add(Origin{file, 1}, "%v", err)
		}
		return nil
	}
	s.scan(src)
	return s
}

// unquoted ends the complaint of a word without quotes, the commonest slip.
func unquoted(message string) string {
	if strings.HasPrefix(message, `expected value but found "`) {
		return "; want words in quotes"
	}
	return ""
}

// scan notes where statements begin. Lines inside a multi-line string or array
// are none; the source is known to be sound.
func (s *sheet) scan(src string) {
	depth, quote := 0, ""
	for n := 1; src != ""; n++ {
		line, rest, _ := strings.Cut(src, "\n")
		src = rest
		line = strings.TrimSpace(line)
		if depth == 0 && quote == "" && line != "" && line[0] != '#' {
			if line[0] == '[' {
				path := keyPath(strings.TrimLeft(line[:headerEnd(line)], "["))
				s.headers[path] = append(s.headers[path], len(s.stmts))
				s.stmts = append(s.stmts, stmt{path, n, true})
				continue
			}
			key, value := cutKey(line)
			s.stmts = append(s.stmts, stmt{keyPath(key), n, false})
			line = value
		}
		depth, quote = walkValue(line, depth, quote)
	}
}

// walkValue follows brackets and strings through a line of a value: how many
// brackets are open at its end, and which multi-line string.
func walkValue(line string, depth int, quote string) (int, string) {
	for i := 0; i < len(line); i++ {
		if quote != "" {
			end := strings.Index(line[i:], quote)
			if end < 0 {
				break
			}
			if esc := strings.IndexByte(line[i:i+end+1], '\\'); quote[0] == '"' && esc >= 0 {
				i += esc + 1
				continue
			}
			i += end + len(quote) - 1
			quote = ""
			continue
		}
		switch c := line[i]; c {
		case '[', '{':
			depth++
		case ']', '}':
			depth--
		case '#':
			return depth, quote
		case '"', '\'':
			quote = line[i : i+1]
			if strings.HasPrefix(line[i:], strings.Repeat(quote, 3)) {
				quote = strings.Repeat(quote, 3)
			}
			i += len(quote) - 1
		}
	}
	if len(quote) == 1 {
		quote = "" // a plain string ends with its line
	}
	return depth, quote
}

// cutKey parts a key from its value at the first "=" outside quotes.
func cutKey(line string) (key, value string) {
	var quote byte
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '=':
			return line[:i], line[i+1:]
		}
	}
	return line, ""
}

// headerEnd is where a header's brackets close; what follows is a comment.
func headerEnd(line string) int {
	var quote byte
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == ']':
			return i
		}
	}
	return len(line)
}

// keyPath writes a dotted key without the spaces and quotes it may hold.
func keyPath(key string) string {
	parts := strings.Split(key, ".")
	for i, p := range parts {
		parts[i] = strings.Trim(p, " \t\"'")
	}
	return strings.Join(parts, ".")
}

// child is the statement of the n-th header of a path after the header of its
// parent and before the parent's next; -1 when there is none, as for inline tables.
func (s *sheet) child(path, parent string, after, n int) int {
	all := s.headers[path]
	i, _ := slices.BinarySearch(all, after+1)
	if i+n >= len(all) {
		return -1
	}
	siblings := s.headers[parent]
	if j, _ := slices.BinarySearch(siblings, after+1); j < len(siblings) && siblings[j] < all[i+n] {
		return -1
	}
	return all[i+n]
}

// line is where a key of the table whose header is the statement at stands; the
// header's own line for a key that is not written there. The path is that of
// the table, empty for the file.
func (s *sheet) line(at int, path, key string) int {
	line := 1
	if at >= 0 {
		line = s.stmts[at].line
	}
	full := key
	if path != "" {
		full = path + "." + key
	}
	prefix := "" // of the header that keys now stand under, below the table
	for i := at + 1; i < len(s.stmts); i++ {
		st := s.stmts[i]
		if st.header {
			if st.path == full || strings.HasPrefix(st.path, full+".") {
				return st.line
			}
			if path != "" && !strings.HasPrefix(st.path, path+".") {
				break
			}
			prefix = strings.TrimPrefix(st.path, path)
			prefix = strings.TrimPrefix(prefix, ".") + "."
			continue
		}
		if k := prefix + st.path; k == key || strings.HasPrefix(k, key+".") {
			return st.line
		}
	}
	if i := strings.LastIndexByte(key, '.'); i > 0 {
		return s.line(at, path, key[:i]) // written as an inline table
	}
	return line
}
