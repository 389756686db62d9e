//go:build desk

package report

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"recoupe/checks"
)

// browser opens the page of some stories in Debian's chromium, with a profile of
// its own, and collects what the page is refused or breaks on.
func browser(t *testing.T, html []byte) (ctx context.Context, address string) {
	t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil {
		t.Fatalf("the desk tests need chromium: %v", err)
	}
	file := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(file, html, 0o644); err != nil {
		t.Fatal(err)
	}
	alloc, stop := chromedp.NewExecAllocator(context.Background(), chromedp.Flag("headless", "new"), chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.UserDataDir(t.TempDir()))
	t.Cleanup(stop)
	ctx, end := chromedp.NewContext(alloc)
	t.Cleanup(end)
	ctx, cancel := context.WithTimeout(ctx, 2*time.Minute)
	t.Cleanup(cancel)
	return ctx, "file://" + file
}

func ask[T any](t *testing.T, ctx context.Context, script string) T {
	t.Helper()
	got, err := chromedp.Run(ctx, chromedp.Evaluate[T](script))
	if err != nil {
		t.Fatalf("%s: %v", script, err)
	}
	return got
}

func do(t *testing.T, ctx context.Context, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(ctx, steps...); err != nil {
		t.Fatal(err)
	}
}

// measure is what is asked of the page at each width.
const measure = `(() => {
	const cards = [...document.querySelectorAll(".card")].filter((c) => getComputedStyle(c).display !== "none").map((c) => c.getBoundingClientRect());
	let overlaps = 0, far = 0, beside = 0;
	cards.forEach((a, i) => cards.slice(i + 1).forEach((b) => { if (a.top < b.bottom - 1 && b.top < a.bottom - 1 && a.left < b.right && b.left < a.right) overlaps++; }));
	for (const c of document.querySelectorAll(".card")) {
		const m = document.getElementById("m" + c.id.slice(1)).getBoundingClientRect();
		if (c.getBoundingClientRect().left > m.right) beside++;
		if (c.getBoundingClientRect().top < m.top - 12) far++;
	}
	return { cards: cards.length, overlaps, far, beside, wide: document.documentElement.scrollWidth - innerWidth };
})()`

type measured struct{ Cards, Overlaps, Far, Beside, Wide int }

// The page holds at three widths, in light and dark.
func TestPageWidths(t *testing.T) {
	book := testBook(t)
	ctx, page := browser(t, write(t, "html", []checks.Result{harbour(t, book), ferry(t, book), misdated(t, book), broken()}, Options{Book: book}))
	for _, width := range []int64{390, 820, 1280} {
		do(t, ctx, chromedp.EmulateViewport(width, 900), chromedp.Navigate(page))
		m := ask[measured](t, ctx, measure)
		if m.Cards != 6 || m.Overlaps != 0 || m.Far != 0 || m.Wide > 0 {
			t.Errorf("%d wide: %+v", width, m)
		}
		if beside := m.Beside > 0; beside != (width == 1280) {
			t.Errorf("%d wide: %d notes beside the text", width, m.Beside)
		}
		picture(t, ctx, width, "light")
		do(t, ctx, chromedp.KeyEvent("t"))
		if bg := ask[string](t, ctx, `getComputedStyle(document.body).backgroundColor`); bg != "rgb(24, 23, 22)" {
			t.Errorf("dark is %s", bg)
		}
		if least := ask[float64](t, ctx, contrast); least < 4.5 {
			t.Errorf("%d wide, dark: contrast %.2f", width, least)
		}
		picture(t, ctx, width, "dark")
		do(t, ctx, chromedp.KeyEvent("t"))
		if least := ask[float64](t, ctx, contrast); least < 4.5 {
			t.Errorf("%d wide, light: contrast %.2f", width, least)
		}
	}
}

// contrast is the least between words and what they stand on.
const contrast = `(() => {
	const rgb = (s) => s.match(/[\d.]+/g).map(Number);
	const light = (c) => { const [r, g, b] = c.slice(0, 3).map((v) => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b; };
	let least = 21;
	for (const e of document.querySelectorAll("body *:not(script)")) {
		if (![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) || !e.offsetParent || e.disabled || e.closest(":disabled")) continue;
		let under = e, back;
		while (under && (back = rgb(getComputedStyle(under).backgroundColor), back.length === 4 && back[3] === 0)) under = under.parentElement;
		const [a, b] = [light(rgb(getComputedStyle(e).color)), light(back)].sort((x, y) => y - x);
		least = Math.min(least, (a + .05) / (b + .05));
	}
	return least;
})()`

// picture keeps what the browser shows where RECOUPE_PICTURES names a folder.
func picture(t *testing.T, ctx context.Context, width int64, look string) {
	t.Helper()
	dir := os.Getenv("RECOUPE_PICTURES")
	if dir == "" {
		return
	}
	shot, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%s-%d.png", look, width)), shot, 0o644); err != nil {
		t.Fatal(err)
	}
}

// Keys walk from finding to finding, buttons hide and show, the index stands
// first, and nothing is asked of the network.
func TestPageManners(t *testing.T) {
	book := testBook(t)
	ctx, page := browser(t, write(t, "html", []checks.Result{harbour(t, book), ferry(t, book)}, Options{Book: book}))
	do(t, ctx, chromedp.EmulateViewport(1280, 900), chromedp.Navigate(page))
	focused := func() string { return ask[string](t, ctx, `document.activeElement.dataset.note || ""`) }
	for _, step := range []struct{ key, want string }{{"j", "1"}, {"j", "2"}, {kb.ArrowDown, "3"}, {"k", "2"}, {kb.ArrowUp, "1"}, {"k", "5"}} {
		do(t, ctx, chromedp.KeyEvent(step.key))
		if got := focused(); got != step.want {
			t.Errorf("after %q at %q; want %s", step.key, got, step.want)
		}
	}
	if on := ask[string](t, ctx, `document.querySelector(".card.on").id`); on != "n5" {
		t.Errorf("the note shown is %s", on)
	}
	ask[any](t, ctx, `document.querySelector("[data-show=warning]").click()`)
	if left := ask[[]string](t, ctx, `[...document.querySelectorAll(".card")].filter((c) => c.offsetParent).map((c) => c.id)`); len(left) != 2 || left[0] != "n2" || left[1] != "n3" {
		t.Errorf("without warnings: %v", left)
	}
	do(t, ctx, chromedp.KeyEvent("?"))
	if !ask[bool](t, ctx, `document.getElementById("help").open`) {
		t.Error("no help")
	}
	if first := ask[string](t, ctx, `document.querySelector("main").previousElementSibling.id`); first != "index" {
		t.Errorf("%q stands before the stories", first)
	}
	if n := ask[int](t, ctx, `performance.getEntriesByType("resource").length`); n != 0 {
		t.Errorf("%d requests", n)
	}
}
