package source

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"io"
	"path"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// zstdMemory is the memory that a stream of zstd may ask for, whatever it says.
const zstdMemory = 256 << 20

// unpacked is a stream behind its packing, gzip or zstd, and the name that its
// file would have without. An archive is read as it is unpacked, so that a bomb
// fills no memory: what bounds a story bounds it.
func unpacked(name string, r *bufio.Reader) (string, *bufio.Reader, error) {
	var out io.Reader
	switch head, _ := r.Peek(4); {
	case bytes.HasPrefix(head, []byte{0x1f, 0x8b}):
		z, err := gzip.NewReader(r)
		if err != nil {
			return name, r, err
		}
		out = z
	case bytes.Equal(head, []byte{0x28, 0xb5, 0x2f, 0xfd}):
		z, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(zstdMemory))
		if err != nil {
			return name, r, err
		}
		out = z.IOReadCloser()
	default:
		return name, r, nil
	}
	return bare(name), bufio.NewReaderSize(out, 64<<10), nil
}

// packings are the endings of packed files, behind that of their format.
var packings = []string{".gz", ".zst"}

// bare is a file name without the ending of a packing.
func bare(name string) string {
	for _, ext := range packings {
		if strings.EqualFold(path.Ext(name), ext) {
			return name[:len(name)-len(ext)]
		}
	}
	return name
}
