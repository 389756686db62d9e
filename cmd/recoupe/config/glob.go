package config

import (
	"path/filepath"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"recoupe/rules"
)

// A glob is a pattern of paths with the folder that it is told from.
type glob struct {
	pattern string
	dir     string // absolute
	origin  rules.Origin
}

// holds reports whether an absolute path, or a folder that it lies in, matches.
// A pattern without a slash is met at any depth. Paths are told from the folder
// of the file that holds the pattern; where the path does not lie in it, since
// another file extends that one, from the folder of the other.
func (g glob) holds(path, root string) bool {
	rel, ok := below(g.dir, path)
	if !ok {
		if rel, ok = below(root, path); !ok {
			return false
		}
	}
	p := strings.Trim(filepath.ToSlash(g.pattern), "/")
	if !strings.Contains(strings.TrimSuffix(filepath.ToSlash(g.pattern), "/"), "/") {
		p = "**/" + p
	}
	// Patterns were held valid when they were read.
	file, _ := doublestar.Match(p, rel)
	folder, _ := doublestar.Match(p+"/**", rel)
	return file || folder
}

// below is a path told from a folder, with slashes; ok is false when it does not
// lie in it.
func below(dir, path string) (rel string, ok bool) {
	rel, err := filepath.Rel(dir, path)
	rel = filepath.ToSlash(rel)
	return rel, err == nil && rel != ".." && !strings.HasPrefix(rel, "../")
}

// valid reports whether a pattern can be matched.
func valid(pattern string) bool { return doublestar.ValidatePattern(filepath.ToSlash(pattern)) }
