package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// start makes a command of the program itself, as a user's shell would.
func start(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, args...)
	cmd.Env = append(os.Environ(), asProgram+"=1")
	return cmd
}

// twice is a story with a finding.
const twice = `The dockers had been waiting for the boat from the island for several weeks.\n\nThe dockers had been waiting for the boat from the island for several weeks.`

// An interrupted run ends within a second, hands over what was done as a whole
// document, and ends with 2.
func TestInterrupt(t *testing.T) {
	for format, whole := range map[string]func(told string) bool{
		"text": func(told string) bool { return strings.Contains(told, "1 warning\n") },
		"jsonl": func(told string) bool {
			return strings.HasPrefix(told, `{"document":"first"`) && strings.Count(told, "\n") == 1
		},
		"json": func(told string) bool {
			var doc struct{ Results []struct{ Document string } }
			return json.Unmarshal([]byte(told), &doc) == nil && len(doc.Results) == 1 && doc.Results[0].Document == "first"
		},
	} {
		cmd := start(t, "check", "--format", format, "--lang", "en", "-")
		told, errout, took, err := interrupt(t, cmd)
		if took > time.Second {
			t.Errorf("%s: ended after %v", format, took)
		}
		if status(err) != trouble || !strings.Contains(errout, "interrupted") {
			t.Errorf("%s: %v, %q", format, err, errout)
		}
		if !whole(told) {
			t.Errorf("%s: %s", format, told)
		}
	}
}

// interrupt starts a command, gives it a story and a half, waits until the first
// is told, and interrupts it.
func interrupt(t *testing.T, cmd *exec.Cmd) (told, errout string, took time.Duration, err error) {
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var complaints bytes.Buffer
	cmd.Stderr = &complaints
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(in, `{"id":"first","text":"`+twice+`"}`+"\n"+`{"id":"second","te`); err != nil {
		t.Fatal(err)
	}
	for b := make([]byte, 1000); !strings.Contains(told, "first"); {
		n, err := out.Read(b)
		if err != nil {
			t.Fatal(err)
		}
		told += string(b[:n])
	}
	begun := time.Now()
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	rest, err := io.ReadAll(out)
	if err != nil {
		t.Fatal(err)
	}
	err = cmd.Wait()
	return told + string(rest), complaints.String(), time.Since(begun), err
}

// status is the exit status that an error of exec tells.
func status(err error) int {
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return exit.ExitCode()
	}
	return 0
}

// Nobody reads any more: no panic, no word, and not a success.
func TestClosedPipe(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	r.Close()
	cmd := start(t, "check", "--format", "jsonl", "-")
	cmd.Stdin = strings.NewReader(strings.Repeat(`{"text":"The ferries sailed."}`+"\n", 5000))
	var errout bytes.Buffer
	cmd.Stdout, cmd.Stderr = w, &errout
	err = cmd.Run()
	w.Close()
	if status(err) != trouble || errout.Len() > 0 {
		t.Errorf("%v, %q", err, errout.String())
	}
}

// fullDisk takes so many bytes and no more.
type fullDisk struct{ left int }

func (d *fullDisk) Write(b []byte) (int, error) {
	if len(b) > d.left {
		return 0, &os.PathError{Op: "write", Path: "/dev/stdout", Err: syscall.ENOSPC}
	}
	d.left -= len(b)
	return len(b), nil
}

// What can't be written is told, wherever the disk is full.
func TestFullDisk(t *testing.T) {
	stories := strings.Repeat(`{"text":"The ferries sailed."}`+"\n", 2000)
	for format, left := range map[string]int{"text": 0, "json": 100, "jsonl": 100_000} {
		var errout bytes.Buffer
		status := run([]string{"check", "--format", format, "-"}, strings.NewReader(stories), &fullDisk{left}, &errout)
		if status != trouble || !strings.Contains(errout.String(), "no space left on device") {
			t.Errorf("%s, %d bytes: status %d, %q", format, left, status, errout.String())
		}
	}
	for _, args := range [][]string{{"rules"}, {"read", "-"}} {
		var errout bytes.Buffer
		if status := run(args, strings.NewReader("The end."), &fullDisk{}, &errout); status != trouble || !strings.Contains(errout.String(), "no space") {
			t.Errorf("%v: status %d, %q", args, status, errout.String())
		}
	}
}

// An interrupted run leaves the files of its reports as they were, since half a
// report looks like a clean one.
func TestInterruptFiles(t *testing.T) {
	path := filepath.Join(t.TempDir(), "gl.json")
	if err := os.WriteFile(path, []byte("as it was"), 0o644); err != nil {
		t.Fatal(err)
	}
	told, errout, _, err := interrupt(t, start(t, "check", "--format", "jsonl", "--format", "gitlab:"+path, "--lang", "en", "-"))
	if status(err) != trouble || !strings.Contains(errout, path+" left as before") || !strings.HasPrefix(told, `{"document":"first"`) {
		t.Errorf("%v, %q, %s", err, errout, told)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "as it was" {
		t.Errorf("%q, %v", got, err)
	}
	if left, err := os.ReadDir(filepath.Dir(path)); err != nil || len(left) != 1 {
		t.Errorf("beside it: %v, %v", left, err)
	}
}
