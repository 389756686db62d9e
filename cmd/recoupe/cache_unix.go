//go:build unix

package main

import (
	"io"
	"os"
	"syscall"
	"unsafe"
)

// mapped is a file's content, mapped: only what is used of it is read. It stays
// mapped until the program ends.
func mapped(name string) (string, error) {
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return "", err
	}
	if info.Size() == 0 {
		return "", io.ErrUnexpectedEOF
	}
	data, err := syscall.Mmap(int(f.Fd()), 0, int(info.Size()), syscall.PROT_READ, syscall.MAP_SHARED)
	if err != nil {
		return "", err
	}
	return unsafe.String(&data[0], len(data)), nil
}
