package rules

import (
	"io/fs"
	"path"
	"strings"
)

// A Notice is what the licence of a source asks to be said beside the tables
// made from it.
type Notice struct {
	File string // beside the tables
	Text string
}

// Notices are those of the embedded book, in the order of their files.
func Notices() ([]Notice, error) {
	var out []Notice
	err := fs.WalkDir(Embedded, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasPrefix(path.Base(name), "NOTICE") {
			return err
		}
		words, err := fs.ReadFile(Embedded, name)
		if err != nil {
			return err
		}
		out = append(out, Notice{"rules/" + name, strings.TrimSpace(string(words))})
		return nil
	})
	return out, err
}
