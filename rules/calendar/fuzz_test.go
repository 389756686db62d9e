package calendar

import "testing"

// FuzzPeriod reads any words as a period: what is read is written and read the
// same again, begins before it ends, and overlaps itself.
func FuzzPeriod(f *testing.F) {
	for _, s := range []string{"2022", "2022-02", "2022-02-24", "-0043-03-15", "../2020", "2014-10-01/..", "2020/2019", "2022-02-30", "", "/", "0000", "9999-12-31"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := ParsePeriod(s)
		if err != nil {
			return
		}
		again, err := ParsePeriod(p.String())
		if err != nil || again != p {
			t.Fatalf("%q is %v, written %q, read %v (%v)", s, p, p, again, err)
		}
		if p.First() > p.Last() || !p.Overlaps(p) {
			t.Fatalf("%q: %v to %v", s, p.First(), p.Last())
		}
		if !p.From.IsZero() && p.From.First().Date().First() != p.From.First() {
			t.Fatalf("%q: the day %v is not its date", s, p.From.First())
		}
	})
}
