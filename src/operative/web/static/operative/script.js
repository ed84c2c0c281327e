// Pages work without this: it closes evidence that is open elsewhere, and lets a file be dropped on the desk.
"use strict";
document.addEventListener("toggle", (event) => {
  const opened = event.target;
  if (!(opened instanceof HTMLDetailsElement) || !opened.open || !opened.classList.contains("mark")) return;
  for (const other of document.querySelectorAll("details.mark[open]")) if (other !== opened) other.open = false;
}, true);
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const open = document.querySelector("details.mark[open]");
  if (open) { open.open = false; open.querySelector("summary").focus(); }
});
const drop = document.querySelector("form[data-drop]");
if (drop) {
  const input = drop.querySelector("input[type=file]");
  for (const name of ["dragover", "drop"]) document.addEventListener(name, (event) => event.preventDefault());
  document.addEventListener("dragenter", () => drop.classList.add("over"));
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) drop.classList.remove("over"); });
  document.addEventListener("drop", (event) => {
    drop.classList.remove("over");
    if (!event.dataTransfer || !event.dataTransfer.files.length) return;
    input.files = event.dataTransfer.files;
    drop.querySelector("[data-progress]").hidden = false;
    drop.requestSubmit();
  });
  drop.addEventListener("submit", () => { drop.querySelector("[data-progress]").hidden = false; });
}
// The reader: an act or a value lights up its words, words light up their value; a value scrolls to its words.
const reader = document.querySelector("main.reader");
if (reader) {
  const light = (from) => {
    for (const one of reader.querySelectorAll(".lit")) one.classList.remove("lit");
    const source = from instanceof Element ? from.closest("[data-words], [data-act]") : null;
    if (!source) return;
    const { words, act } = source.dataset;
    const wanted = words ? `[data-words="${words}"]` : `[data-act="${CSS.escape(act)}"]`;
    for (const one of reader.querySelectorAll(wanted)) one.classList.add("lit");
    if (!words) for (const one of reader.querySelectorAll(`section[data-act="${CSS.escape(act)}"]`)) one.classList.remove("lit");
  };
  for (const name of ["pointerover", "focusin"]) reader.addEventListener(name, (event) => light(event.target));
  reader.addEventListener("click", (event) => {
    const value = event.target.closest("a[data-words]");
    const words = value && reader.querySelector(`.w[data-words="${value.dataset.words}"], .hit[data-words="${value.dataset.words}"]`);
    if (words && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
      event.preventDefault();
      words.scrollIntoView({ block: "center" });
      light(value);
    }
    const said = !value && !event.target.closest("a, button, input") && event.target.closest(".w[data-words], .hit[data-words]");
    const shown = said && reader.querySelector(`a[data-words="${said.dataset.words}"]`);
    if (shown) shown.focus();
  });
}
