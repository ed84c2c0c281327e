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
  document.addEventListener("drop", (event) => {
    if (!event.dataTransfer || !event.dataTransfer.files.length) return;
    input.files = event.dataTransfer.files;
    drop.querySelector("[data-progress]").hidden = false;
    drop.requestSubmit();
  });
  drop.addEventListener("submit", () => { drop.querySelector("[data-progress]").hidden = false; });
}
