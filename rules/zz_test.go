package rules

import "testing"

func TestZ(t *testing.T) {
	b, err := Open()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range b.Check() {
		t.Log(p.Error())
	}
}
