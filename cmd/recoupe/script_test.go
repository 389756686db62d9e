package main

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// asProgram makes the test binary the program itself, for tests that start it.
const asProgram = "RECOUPE_TEST_AS_PROGRAM"

// sharedCache tells the programs that tests start where their cache is.
const sharedCache = "RECOUPE_TEST_CACHE"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
	}
	// All runs of the program share a cache, so that the book is compiled once.
	// The script runner starts this binary again as the program.
	if os.Getenv(sharedCache) == "" {
		os.Setenv(sharedCache, filepath.Join(os.TempDir(), "recoupe-tests"))
	}
	os.Setenv("XDG_CACHE_HOME", os.Getenv(sharedCache))
	testscript.Main(m, map[string]func(){"recoupe": main})
}

// TestScripts runs what a user types, from testdata/*.txtar. UPDATE=1 writes
// the expected outputs anew.
func TestScripts(t *testing.T) {
	stories, err := filepath.Abs("../../fixtures")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:           "testdata",
		Cmds:          map[string]func(*testscript.TestScript, bool, []string){"exec-status": wantStatus},
		UpdateScripts: os.Getenv("UPDATE") != "",
		Setup: func(e *testscript.Env) error {
			e.Setenv("NO_COLOR", "")
			e.Setenv("FIXTURES", stories)
			e.Setenv(sharedCache, os.Getenv(sharedCache))
			return nil
		},
	})
}

// wantStatus runs a command and wants an exit status: exec-status 2 recoupe check x.
func wantStatus(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exec-status STATUS COMMAND ARGS…")
	}
	if got, want := status(ts.Exec(args[1], args[2:]...)), args[0]; strconv.Itoa(got) != want {
		ts.Fatalf("exit status %d; want %s", got, want)
	}
}
