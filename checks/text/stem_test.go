package text

import "testing"

func TestStem(t *testing.T) {
	for _, pair := range [][2]string{{"réacteurs", "reacteur"}, {"crashed", "crashes"}, {"élections", "élection"}, {"Centrale", "centrales"}} {
		if a, b := Stem(pair[0], false), Stem(pair[1], false); a == 0 || a != b {
			t.Errorf("%q and %q have the stems %x and %x, want one", pair[0], pair[1], a, b)
		}
	}
	if Stem("Christchurch", true) == Stem("Christophe", true) {
		t.Error("names that begin alike have one stem")
	}
	if Stem("Bush", true) == Stem("bush", false) {
		t.Error("a name and a word have one stem")
	}
	if Stem("de", false) != 0 {
		t.Error("a word of two letters has a stem")
	}
}
