package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// A draft is a file that takes its name when it is whole: whoever reads the file
// meanwhile, or after a full disk, finds it as it was before.
type draft struct {
	*os.File
	path   string // as it was said
	target string // behind symbolic links
	open   bool
	direct bool // a pipe or device, which can't be replaced
}

func newDraft(path string) (*draft, error) {
	d := &draft{path: path, target: path}
	mode := fs.FileMode(0o666)
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return nil, errors.New("this is a folder; want a file")
	case err == nil && !info.Mode().IsRegular():
		d.direct = true
		d.File, err = os.OpenFile(path, os.O_WRONLY, 0)
		d.open = err == nil
		return d, reason(err)
	case err == nil:
		mode = info.Mode().Perm()
		if d.target, err = filepath.EvalSymlinks(path); err != nil {
			return nil, reason(err)
		}
	}
	dir := filepath.Dir(d.target)
	if info, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("there is no folder %s; make it first", dir)
	} else if err == nil && !info.IsDir() {
		return nil, fmt.Errorf("%s is no folder", dir)
	}
	for n := os.Getpid(); ; n++ {
		name := filepath.Join(dir, fmt.Sprintf(".%s.%d", filepath.Base(d.target), n))
		// The usual way to make temporary files gives them to their owner alone.
		d.File, err = os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if !errors.Is(err, fs.ErrExist) {
			break
		}
	}
	d.open = err == nil
	return d, reason(err)
}

// keep gives the whole file its name; it has to be on the disk by then.
func (d *draft) keep() error {
	if d.direct {
		d.open = false
		return d.Close()
	}
	if err := d.Close(); err != nil {
		return err
	}
	if err := os.Rename(d.Name(), d.target); err != nil {
		return err
	}
	d.open = false
	return nil
}

// discard throws away what was not kept.
func (d *draft) discard() {
	if !d.open {
		return
	}
	d.open = false
	// What is in the way of closing or removing it was told before.
	_ = d.Close()
	if !d.direct {
		_ = os.Remove(d.Name())
	}
}
