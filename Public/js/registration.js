// Vào sổ: a focused field lights its words on the page, a drawn box fills the focused field, and what a person
// typed counts as looked at. Without this script the form is the same form.
import { fragment } from "./request.js";
import { viewer } from "./viewer.js";

const bench = document.querySelector("[data-registration]");
const form = bench.querySelector("form.registration");
const section = bench.querySelector("[data-viewer]");
const pages = section && viewer(section);
let field = null;

const boxes = (element) => {
  try { return JSON.parse(element.dataset.boxes ?? "[]"); } catch { return []; }
};

form.addEventListener("focusin", (event) => {
  if (!event.target.matches("input, textarea, select")) return;
  field = event.target;
  pages?.light(boxes(field));
});

/** A field that somebody changed is no longer a suggestion. */
form.addEventListener("input", (event) => {
  form.dataset.touched = "1";
  const element = event.target;
  if (!element.dataset?.confidence) return;
  delete element.dataset.confidence;
  document.getElementById(`${element.id}-confidence`)?.remove();
});

/** Typed or pasted `2803/BTTTT-THH` in «Số» goes to both fields. */
form.elements.numberText?.addEventListener("change", () => {
  const [number, ...rest] = form.elements.numberText.value.trim().split("/");
  if (!rest.length || !form.elements.notation) return;
  form.elements.numberText.value = number.trim();
  form.elements.notation.value = rest.join("/").trim();
  form.elements.notation.dispatchEvent(new Event("input", { bubbles: true }));
});

section?.addEventListener("drawn", async ({ detail: box }) => {
  const target = field;
  if (!target || target.matches("select, [type=checkbox], [type=file]")) return;
  const query = new URLSearchParams({ page: box.page });
  for (const side of ["left", "top", "width", "height"]) query.set(side, box[side].toFixed(5));
  pages.light([box]);
  const base = section.dataset.readArea;
  const text = await fragment(base + (base.includes("?") ? "&" : "?") + query);
  if (text === null || !text.trim()) {
    say(target, "Không đọc được chữ trong khung vừa vẽ. Vẽ rộng hơn, hoặc gõ vào ô này.");
    return;
  }
  say(target, "");
  target.value = target.matches("textarea") ? text.trim() : text.trim().replace(/\s+/g, " ");
  target.dataset.boxes = JSON.stringify([box]);
  target.dispatchEvent(new Event("input", { bubbles: true }));
  target.dispatchEvent(new Event("change", { bubbles: true }));
  target.focus();
});

function say(target, sentence) {
  const holder = target.closest(".field");
  let line = holder?.querySelector("[data-say]");
  if (!line && holder && sentence) {
    line = document.createElement("p");
    line.className = "hint";
    line.dataset.say = "";
    line.setAttribute("role", "status");
    holder.append(line);
  }
  if (line) line.textContent = sentence;
}

/** Enter goes on to the next field, as on paper, also from the subject, which is one sentence; Ctrl+Enter saves. */
form.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) return;
  if (!event.target.matches("input:not([type=checkbox], [type=file]), select, textarea") || event.shiftKey) return;
  event.preventDefault();
  const all = [...form.elements].filter((one) => one.matches("input:not([type=hidden]), select, textarea, button") && one.getClientRects().length);
  all[all.indexOf(event.target) + 1]?.focus();
});

const first = form.querySelector("[autofocus]");
if (first) {
  first.focus();
  if (first === document.activeElement) pages?.light(boxes(first));
  field = first;
}
