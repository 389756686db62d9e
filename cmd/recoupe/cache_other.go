//go:build !unix

package main

import "os"

// mapped is a file's content, read where files can't be mapped.
func mapped(name string) (string, error) {
	data, err := os.ReadFile(name)
	return string(data), err
}
