package rules

import (
	"maps"
	"reflect"
	"slices"
	"strings"
)

// A filler decodes a table into Go values as their types want it, and reports
// keys that no field takes and values of another type, each with its line.
type filler struct {
	name   string // what complaints call the whole table
	faults *faults
	at     func(path string) Origin // where a key stands
}

// fill sets v from a TOML value found at a key path below the row.
func (f *filler) fill(v reflect.Value, from any, path string) {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
		}
		f.fill(v.Elem(), from, path)
	case reflect.Struct:
		if t, ok := f.table(from, path); ok {
			f.fillStruct(v, t, path)
		}
	case reflect.Map:
		if t, ok := f.table(from, path); ok {
			f.fillMap(v, t, path)
		}
	case reflect.Slice:
		f.fillSlice(v, from, path)
	case reflect.String:
		set(f, v, from, path, "a string in quotes", func(s string) { v.SetString(s) })
	case reflect.Bool:
		set(f, v, from, path, "true or false", func(b bool) { v.SetBool(b) })
	case reflect.Int, reflect.Int64, reflect.Int32, reflect.Int16, reflect.Int8:
		set(f, v, from, path, "a whole number", func(n int64) { v.SetInt(n) })
	case reflect.Float64:
		if n, ok := from.(int64); ok {
			from = float64(n)
		}
		set(f, v, from, path, "a number", func(n float64) { v.SetFloat(n) })
	default:
		panic("rules: no way to fill a " + v.Type().String())
	}
}

func set[T any](f *filler, v reflect.Value, from any, path, want string, put func(T)) {
	x, ok := from.(T)
	if !ok {
		f.complain(path, "%s is %s, want %s", path, kindOf(from), want)
		return
	}
	put(x)
}

func (f *filler) complain(path, format string, args ...any) {
	f.faults.add(f.at(path), format, args...)
}

func (f *filler) table(from any, path string) (map[string]any, bool) {
	t, ok := from.(map[string]any)
	if !ok {
		f.complain(path, "%s is %s, want a table", path, kindOf(from))
	}
	return t, ok
}

func (f *filler) fillStruct(v reflect.Value, t map[string]any, path string) {
	fields := map[string]int{}
	for i := range v.NumField() {
		if field := v.Type().Field(i); field.IsExported() {
			name := field.Tag.Get("toml")
			if name == "" {
				name = strings.ToLower(field.Name)
			}
			fields[name] = i
		}
	}
	for _, key := range slices.Sorted(maps.Keys(t)) {
		i, ok := fields[key]
		if !ok {
			known := slices.Sorted(maps.Keys(fields))
			guess := didYouMean(key, known)
			if guess == "" {
				guess = ", want one of " + oneOf(known)
			}
			where := path
			if where == "" {
				where = f.name
			}
			f.complain(join(path, key), "%s has no key %q%s", where, key, guess)
			continue
		}
		f.fill(v.Field(i), t[key], join(path, key))
	}
}

// fillMap adds to what the map holds: a later file of a language adds to it.
func (f *filler) fillMap(v reflect.Value, t map[string]any, path string) {
	if v.IsNil() {
		v.Set(reflect.MakeMap(v.Type()))
	}
	for _, key := range slices.Sorted(maps.Keys(t)) {
		x := reflect.New(v.Type().Elem()).Elem()
		if have := v.MapIndex(reflect.ValueOf(key)); have.IsValid() && x.Kind() != reflect.Slice {
			x.Set(have)
		}
		f.fill(x, t[key], join(path, key))
		v.SetMapIndex(reflect.ValueOf(key), x)
	}
}

func (f *filler) fillSlice(v reflect.Value, from any, path string) {
	var items []any
	switch from := from.(type) {
	case []any:
		items = from
	case []map[string]any:
		for _, t := range from {
			items = append(items, t)
		}
	default:
		f.complain(path, "%s is %s, want a list", path, kindOf(from))
		return
	}
	out := reflect.MakeSlice(v.Type(), len(items), len(items))
	for i, x := range items {
		f.fill(out.Index(i), x, path)
	}
	v.Set(out)
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}
