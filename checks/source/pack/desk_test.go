//go:build desk

package pack

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// LibreOffice makes the same documents of the flat one that are kept as samples,
// up to what it says of itself: the paragraphs are the same.
func TestLibreOfficeMakesTheSamples(t *testing.T) {
	const samples = "../../../fixtures/formats/"
	dir := t.TempDir()
	for _, ext := range []string{"docx", "odt"} {
		cmd := exec.Command("soffice", "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to", ext, "--outdir", dir, samples+"founding.fodt")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		fresh, err := os.ReadFile(filepath.Join(dir, "founding."+ext))
		if err != nil {
			t.Fatal(err)
		}
		if os.Getenv("UPDATE") != "" {
			if err := os.WriteFile(samples+"founding."+ext, fresh, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		kept, err := os.ReadFile(samples + "founding." + ext)
		if err != nil {
			t.Fatal(err)
		}
		a, err1 := Open(fresh)
		b, err2 := Open(kept)
		if err1 != nil || err2 != nil || read(a) != read(b) {
			t.Errorf("%s is read otherwise when made anew (%v, %v)", ext, err1, err2)
		}
	}
}
