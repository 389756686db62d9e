"use strict";
(function () {
  const root = document.documentElement, body = document.body;
  const all = (selector) => Array.from(document.querySelectorAll(selector));
  const help = document.getElementById("help");

  // The index is written last, since stories come one at a time; it is read first.
  const index = document.getElementById("index"), main = document.querySelector("main");
  if (index) main.before(index);

  document.querySelector(".tools").hidden = false;
  for (const b of all("[data-show]")) {
    const what = b.dataset.show;
    const n = all(what === "claims" ? ".ok" : ".card." + what).length;
    b.querySelector(".count").textContent = " " + n;
    b.disabled = n === 0;
    b.addEventListener("click", () => {
      const on = b.getAttribute("aria-pressed") !== "true";
      b.setAttribute("aria-pressed", String(on));
      body.classList.toggle("no-" + what, !on);
      align();
    });
  }

  // Light and dark follow the machine until a reader says otherwise.
  function theme() {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  }
  document.querySelector("[data-do=theme]").addEventListener("click", theme);
  document.querySelector("[data-do=help]").addEventListener("click", () => help.showModal());

  // A note stands at the height of its words where there is room beside them,
  // and below the note before it.
  function align() {
    const wide = matchMedia("screen and (min-width: 60rem)").matches;
    body.classList.toggle("floats", wide);
    for (const story of all(".story")) {
      story.style.minHeight = "";
      const top = story.getBoundingClientRect().top;
      let used = 0;
      for (const note of story.querySelectorAll(".card")) {
        note.style.top = "";
        if (!wide || getComputedStyle(note).display === "none") continue;
        const mark = document.getElementById("m" + note.id.slice(1));
        const want = mark ? mark.getBoundingClientRect().top - top - 4 : 0;
        const at = Math.max(want, used);
        note.style.top = at + "px";
        used = at + note.offsetHeight + 10;
      }
      if (wide) story.style.minHeight = used + 30 + "px";
    }
  }
  document.addEventListener("toggle", align, true);
  addEventListener("resize", align);
  addEventListener("load", align);
  addEventListener("beforeprint", () => {
    for (const d of all(".after details")) d.open = true;
  });
  addEventListener("afterprint", align);

  // From finding to finding.
  let at = -1;
  function marks() {
    const seen = new Set();
    return all("a.mark").filter((m) => {
      const note = document.getElementById("n" + m.dataset.note);
      if (seen.has(m.dataset.note) || !note || getComputedStyle(note).display === "none") return false;
      seen.add(m.dataset.note);
      return true;
    });
  }
  function show(mark) {
    for (const n of all(".on")) n.classList.remove("on");
    const note = document.getElementById("n" + mark.dataset.note);
    for (const m of all('a.mark[data-note="' + mark.dataset.note + '"]')) m.classList.add("on");
    if (note) note.classList.add("on");
  }
  function go(step) {
    const list = marks();
    if (!list.length) return;
    const here = list.indexOf(document.activeElement);
    at = here >= 0 ? here + step : at + step;
    at = (at + list.length) % list.length;
    list[at].focus({ preventScroll: true });
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    list[at].scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  }
  document.addEventListener("focusin", (e) => {
    const mark = e.target.closest("a.mark");
    if (mark) show(mark);
  });
  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || help.open || e.target.closest("input, textarea, select")) return;
    const act = { j: () => go(1), ArrowDown: () => go(1), k: () => go(-1), ArrowUp: () => go(-1), t: theme, "?": () => help.showModal() }[e.key];
    if (!act) return;
    e.preventDefault();
    act();
  });
  align();
})();
