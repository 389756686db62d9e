package rules

import (
	"fmt"
	"hash/fnv"
	"maps"
	"reflect"
	"slices"

	"recoupe/rules/compiled"
)

// write writes any value of the types that languages and rules are made of: the
// exported fields of structs, in order. readInto reads them back.
func write(w *compiled.Writer, v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		write(w, v.Elem())
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				write(w, v.Field(i))
			}
		}
	case reflect.Map:
		w.Uint(uint64(v.Len()))
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int {
			if a.String() < b.String() {
				return -1
			}
			return 1
		})
		for _, k := range keys {
			w.String(k.String())
			write(w, v.MapIndex(k))
		}
	case reflect.Slice:
		w.Uint(uint64(v.Len()))
		for i := range v.Len() {
			write(w, v.Index(i))
		}
	case reflect.String:
		w.String(v.String())
	case reflect.Bool:
		n := uint64(0)
		if v.Bool() {
			n = 1
		}
		w.Uint(n)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		w.Int(v.Int())
	case reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		w.Uint(v.Uint())
	case reflect.Float64:
		w.Float(v.Float())
	default:
		panic("rules: no way to write a " + v.Type().String())
	}
}

// readInto sets a value from what write wrote of one of the same type. What was
// empty stays nil.
func readInto(r *compiled.Reader, v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		readInto(r, v.Elem())
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				readInto(r, v.Field(i))
			}
		}
	case reflect.Map:
		readMap(r, v)
	case reflect.Slice:
		readSlice(r, v)
	case reflect.String:
		v.SetString(r.String())
	case reflect.Bool:
		v.SetBool(r.Uint() == 1)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(r.Int())
	case reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(r.Uint())
	case reflect.Float64:
		v.SetFloat(r.Float())
	default:
		panic("rules: no way to read a " + v.Type().String())
	}
}

func readMap(r *compiled.Reader, v reflect.Value) {
	n := int(r.Uint())
	if n == 0 {
		return
	}
	if m, ok := v.Addr().Interface().(*map[string][]string); ok { // the bulk of a language
		*m = make(map[string][]string, n)
		for range n {
			key := r.String()
			(*m)[key] = r.List()
		}
		return
	}
	v.Set(reflect.MakeMapWithSize(v.Type(), n))
	for range n {
		key := reflect.New(v.Type().Key()).Elem()
		key.SetString(r.String())
		x := reflect.New(v.Type().Elem()).Elem()
		readInto(r, x)
		v.SetMapIndex(key, x)
	}
}

func readSlice(r *compiled.Reader, v reflect.Value) {
	switch list := v.Addr().Interface().(type) {
	case *[]string:
		*list = r.List()
		return
	}
	n := int(r.Uint())
	if n == 0 {
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), n, n))
	for i := range n {
		readInto(r, v.Index(i))
	}
}

// Kinds of values in a tree.
const (
	noValue = iota
	stringValue
	intValue
	floatValue
	boolValue
	listValue
	tableValue
)

// writeTree writes what TOML holds: a rule's settings.
func writeTree(w *compiled.Writer, v any) {
	switch v := v.(type) {
	case nil:
		w.Uint(noValue)
	case string:
		w.Uint(stringValue)
		w.String(v)
	case int64:
		w.Uint(intValue)
		w.Int(v)
	case float64:
		w.Uint(floatValue)
		w.Float(v)
	case bool:
		w.Uint(boolValue)
		write(w, reflect.ValueOf(v))
	case []any:
		w.Uint(listValue)
		w.Uint(uint64(len(v)))
		for _, x := range v {
			writeTree(w, x)
		}
	case []map[string]any:
		w.Uint(listValue)
		w.Uint(uint64(len(v)))
		for _, x := range v {
			writeTree(w, x)
		}
	case map[string]any:
		w.Uint(tableValue)
		w.Uint(uint64(len(v)))
		for _, key := range slices.Sorted(maps.Keys(v)) {
			w.String(key)
			writeTree(w, v[key])
		}
	default:
		writeTree(w, fmt.Sprint(v)) // a bare date: no setting is one, and its text is complained of
	}
}

// readTree reads what writeTree wrote.
func readTree(r *compiled.Reader) any {
	switch r.Uint() {
	case stringValue:
		return r.String()
	case intValue:
		return r.Int()
	case floatValue:
		return r.Float()
	case boolValue:
		return r.Uint() == 1
	case listValue:
		out := make([]any, r.Uint())
		for i := range out {
			out[i] = readTree(r)
		}
		return out
	case tableValue:
		out := map[string]any{}
		for range r.Uint() {
			key := r.String()
			out[key] = readTree(r)
		}
		return out
	}
	return nil
}

// shape is a number that changes with the types that are written: a file of
// other types must not be read.
func shape(types ...reflect.Type) uint64 {
	h := fnv.New64a()
	seen := map[reflect.Type]bool{}
	var walk func(t reflect.Type)
	walk = func(t reflect.Type) {
		fmt.Fprint(h, t.Kind(), " ")
		switch t.Kind() {
		case reflect.Pointer, reflect.Slice:
			walk(t.Elem())
		case reflect.Map:
			walk(t.Elem())
		case reflect.Struct:
			if seen[t] {
				return
			}
			seen[t] = true
			for i := range t.NumField() {
				if f := t.Field(i); f.IsExported() {
					fmt.Fprint(h, f.Name, " ")
					walk(f.Type)
				}
			}
		}
	}
	for _, t := range types {
		walk(t)
	}
	return h.Sum64()
}
