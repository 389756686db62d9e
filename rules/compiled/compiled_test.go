package compiled

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"
)

func TestSectionsComeBack(t *testing.T) {
	var b Builder
	b.Add("first", []byte("one"))
	b.Add("sixteen-letters-", nil)
	b.Add("last", []byte{0, 1, 2, 3, 4, 5, 6, 7, 8})
	f, err := Open(string(b.Bytes("a key")))
	if err != nil {
		t.Fatal(err)
	}
	if f.Key != "a key" || f.Section("first") != "one" || f.Section("sixteen-letters-") != "" || len(f.Section("last")) != 9 || f.Section("none") != "" {
		t.Errorf("read %+v", f)
	}
}

func TestRecordsComeBack(t *testing.T) {
	w := &Writer{Pool: &Pool{}}
	uints := []uint64{0, 1, 127, 128, 300, math.MaxUint64}
	ints := []int64{0, -1, 1, -64, 64, math.MinInt64, math.MaxInt64}
	floats := []float64{0, -1.5, math.Pi, math.MaxFloat64}
	words := []string{"", "a", "é", "a", "longer words"}
	for _, n := range uints {
		w.Uint(n)
	}
	for _, n := range ints {
		w.Int(n)
	}
	for _, n := range floats {
		w.Float(n)
	}
	w.Strings(words)
	w.Strings(nil)
	r := NewReader(StringsOf(string(w.Pool.Bytes())), string(w.Bytes))
	for _, n := range uints {
		if got := r.Uint(); got != n {
			t.Errorf("%d for %d", got, n)
		}
	}
	for _, n := range ints {
		if got := r.Int(); got != n {
			t.Errorf("%d for %d", got, n)
		}
	}
	for _, n := range floats {
		if got := r.Float(); got != n {
			t.Errorf("%v for %v", got, n)
		}
	}
	for i, s := range r.List() {
		if s != words[i] {
			t.Errorf("%q for %q", s, words[i])
		}
	}
	if got := r.List(); got != nil {
		t.Errorf("%q for nothing", got)
	}
}

func TestListsComeBack(t *testing.T) {
	starts, all := PackLists([][]uint32{{1, 2}, nil, {3}})
	l := ListsOf(string(starts), string(all))
	if l.Len() != 3 {
		t.Fatalf("%d lists", l.Len())
	}
	var got []uint32
	for i := range l.Len() {
		from, to := l.Range(i)
		for at := from; at < to; at++ {
			got = append(got, uint32(i)*10+l.At(at))
		}
	}
	if len(got) != 3 || got[0] != 1 || got[1] != 2 || got[2] != 23 {
		t.Errorf("read %v", got)
	}
}

func TestTableFindsWhatItHolds(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{0, 1, 2, 3, 100, 50000} {
		held := map[uint64]Entry{}
		var entries []Entry
		for len(entries) < n {
			e := Entry{Key: random.Uint64() | 1, Value: random.Uint32() >> 1, Longer: random.IntN(2) == 0}
			if _, ok := held[e.Key]; !ok {
				held[e.Key] = e
				entries = append(entries, e)
			}
		}
		table := TableOf(string(PackTable(entries)))
		for _, e := range entries {
			if value, longer := table.Find(e.Key); value != e.Value || longer != e.Longer {
				t.Fatalf("of %d: found %d %v, want %d %v", n, value, longer, e.Value, e.Longer)
			}
		}
		for range 100000 {
			key := random.Uint64()
			if _, ok := held[key]; ok {
				continue
			}
			if value, longer := table.Find(key); value != 0 || longer {
				t.Fatalf("of %d: found what is not there", n)
			}
		}
	}
	if value, longer := TableOf("").Find(1); value != 0 || longer {
		t.Error("an empty section holds something")
	}
}

// Keys that fall on one place and look alike in the table must grow it.
func TestTableTellsLikeKeysApart(t *testing.T) {
	entries := []Entry{{Key: 5, Value: 1}, {Key: 5 + 1<<20, Value: 2}, {Key: 6, Value: 3}}
	table := TableOf(string(PackTable(entries)))
	for _, e := range entries {
		if value, _ := table.Find(e.Key); value != e.Value {
			t.Errorf("found %d, want %d", value, e.Value)
		}
	}
}

func FuzzOpen(f *testing.F) {
	var b Builder
	b.Add("section", []byte("words"))
	whole := string(b.Bytes("key"))
	f.Add(whole)
	f.Add(whole[:40])
	f.Add("")
	f.Fuzz(func(t *testing.T, data string) {
		file, err := Open(data)
		if (file == nil) == (err == nil) {
			t.Fatal("neither a file nor an error, or both")
		}
		if err != nil && !errors.Is(err, ErrFormat) && !errors.Is(err, ErrVersion) && !errors.Is(err, ErrDamaged) {
			t.Fatalf("an error of another kind: %v", err)
		}
	})
}

func TestFilterMissesNone(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	keys := make([]uint64, 5000)
	for i := range keys {
		keys[i] = r.Uint64()
	}
	f := FilterOf(string(PackFilter(keys)))
	for _, k := range keys {
		if !f.Has(k) {
			t.Fatalf("key %x is missed", k)
		}
	}
	passed := 0
	for range 10000 {
		if f.Has(r.Uint64()) {
			passed++
		}
	}
	if passed > 2000 {
		t.Errorf("%d of 10000 other keys pass", passed)
	}
	if empty := FilterOf(""); !empty.Has(1) {
		t.Error("a filter that is not there holds keys back")
	}
}
