package report

import "testing"

func TestWantsColour(t *testing.T) {
	env := func(pairs ...string) func(string) string {
		return func(name string) string {
			for i := 0; i < len(pairs); i += 2 {
				if pairs[i] == name {
					return pairs[i+1]
				}
			}
			return ""
		}
	}
	for _, c := range []struct {
		mode     string
		terminal bool
		env      func(string) string
		want     bool
	}{
		{"auto", true, env(), true},
		{"auto", false, env(), false},
		{"auto", true, env("NO_COLOR", "1"), false},
		{"auto", true, env("NO_COLOR", ""), true},
		{"auto", true, env("TERM", "dumb"), false},
		{"always", false, env("NO_COLOR", "1"), true},
		{"never", true, env(), false},
	} {
		if got := WantsColour(c.mode, c.terminal, c.env); got != c.want {
			t.Errorf("%s, terminal %v: %v", c.mode, c.terminal, got)
		}
	}
}

// Colours come from the painter alone, whatever the process writes to.
func TestColoured(t *testing.T) {
	paint := Coloured()
	if got := paint(Fault, "x"); got != "\x1b[31;1mx\x1b[0;22m" {
		t.Errorf("%q", got)
	}
	for _, r := range []Role{Fault, Subject, Known, Place, Quiet} {
		if paint(r, "x") == "x" {
			t.Errorf("%s has no look", r)
		}
		if paint(r, "") != "" {
			t.Errorf("%s paints nothing", r)
		}
	}
}
