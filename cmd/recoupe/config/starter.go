package config

import (
	_ "embed" // the starter
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Starter is a file of settings for a desk that has none: every setting, with
// what it means, none of them in force.
//
//go:embed starter.toml
var Starter string

// Start writes the starter into a folder and returns its path. What is there
// already is never written over.
func Start(dir string) (string, error) {
	path := filepath.Join(dir, Name)
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return path, fmt.Errorf("%s is there already, and is left as it is", path)
	}
	if err != nil {
		return path, err
	}
	_, err = f.WriteString(Starter)
	return path, errors.Join(err, f.Close())
}
