package rules

import (
	"crypto/sha256"
	_ "embed" // the house's compiled book
	"encoding/hex"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"reflect"
	"strconv"

	"recoupe/rules/compiled"
)

//go:generate env UPDATE=1 go test -count=1 -run ^TestHouseIsCompiled$ .

//go:embed compiled/house.book
var house string

// ErrStale says that a compiled book was made of other tables.
var ErrStale = errors.New("compiled from other tables")

// Open is the house's own book with others laid over it, in order. Alone it
// opens compiled, in place; where its tables have been edited since, and with
// others, the tables are read.
func Open(more ...fs.FS) (*Book, error) {
	if len(more) == 0 {
		if b := House(); b != nil {
			return b, nil
		}
	}
	return Load(append([]fs.FS{Embedded}, more...)...)
}

// House is the house's own book, opened in place; nil when somebody has edited
// its tables since it was compiled.
func House() *Book {
	// What the compiler of Go noted of each table tells in no time that none was
	// edited; only where it does not are they read.
	if f, err := compiled.OpenOwn(house); err == nil {
		if s := stamp(); s != "" && f.Section("stamp") == s {
			return tried(thaw(f))
		}
	}
	if f, err := compiled.Open(house); err == nil && f.Section("digest") == digest(Embedded) {
		return tried(thaw(f))
	}
	return nil
}

func tried(b *Book) *Book {
	b.Tried = true
	return b
}

// Load reads the books in order; a later one adds rows to an earlier one,
// replaces a row by its id, or withdraws it with drop = true. The languages of a
// book lie in lang, its rules in catalog; every other table holds facts. All
// faults are told at once, and then there is no book.
func Load(books ...fs.FS) (*Book, error) {
	data, err := Compile(books...)
	if err != nil {
		return nil, err
	}
	f, err := compiled.Open(string(data))
	if err != nil {
		return nil, err
	}
	return thaw(f), nil
}

// Compile reads books as Load does, and gives their compiled form.
func Compile(books ...fs.FS) ([]byte, error) {
	l, err := load(books)
	if err != nil {
		return nil, err
	}
	own := ""
	if len(books) == 1 && books[0] == Embedded {
		own = stamp()
	}
	return l.freeze(Key(books...), digest(books...), own), nil
}

// OpenCompiled opens a compiled book in place: its strings are parts of data,
// which must stay as it is. It must have been made of what the key says; one that
// was not, or that is cut or damaged, is refused.
func OpenCompiled(data, key string) (*Book, error) {
	f, err := compiled.Open(data)
	if err != nil {
		return nil, err
	}
	if f.Key != key {
		return nil, ErrStale
	}
	return thaw(f), nil
}

// Key tells books apart by their content, and by the program that compiles them.
func Key(books ...fs.FS) string {
	h := sha256.New()
	fmt.Fprint(h, compiled.Version, form())
	walk(books, func(book, name string, fsys fs.FS) error {
		f, err := fsys.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		inner := sha256.New()
		if _, err := io.Copy(inner, f); err != nil {
			return err
		}
		_, err = fmt.Fprintf(h, "%s\x00%s\x00%x", book, name, inner.Sum(nil))
		return err
	}, h)
	return hex.EncodeToString(h.Sum(nil))
}

// digest tells books apart as Key does, but in a millisecond: it is compared at
// every start, so that an edited table counts at once. No small edit escapes it.
func digest(books ...fs.FS) string {
	h, buf := crc32.New(crc32.MakeTable(crc32.Castagnoli)), make([]byte, 1<<15)
	fmt.Fprint(h, compiled.Version, form())
	walk(books, func(book, name string, fsys fs.FS) error {
		fmt.Fprintf(h, "%s\x00%s\x00", book, name)
		f, err := fsys.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		for {
			n, err := f.Read(buf)
			_, _ = h.Write(buf[:n]) // a hash takes everything
			if err == io.EOF {
				return nil
			}
			if err != nil {
				return err
			}
		}
	}, h)
	return strconv.FormatUint(uint64(h.Sum32()), 16)
}

// walk visits every table of books, in order. What can't be read tells books
// apart as well.
func walk(books []fs.FS, visit func(book, name string, fsys fs.FS) error, h io.Writer) {
	for _, fsys := range books {
		prefix := ""
		if n, ok := fsys.(named); ok {
			prefix = n.name + "\x00" + n.kind
		}
		err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !isTable(name) {
				return err
			}
			return visit(prefix, name, fsys)
		})
		fmt.Fprint(h, prefix, err, "\x01")
	}
}

// form changes with the types that a compiled book is made of.
func form() uint64 { return shape(reflect.TypeFor[Language](), reflect.TypeFor[Rule]()) }
