// Keys of the screen. Single letters rest while somebody types, while an input method composes (Telex, VNI),
// and when they are switched off; chords and Escape always work.
const lettersAllowed = () => document.documentElement.dataset.letterKeys !== "off";
const typing = (element) =>
  element?.matches?.('input:not([type=checkbox], [type=radio], [type=submit], [type=button], [type=file]), textarea, select, [contenteditable="true"]');

function visible(element) {
  return element.getClientRects().length > 0 && !element.disabled;
}

function chord(event) {
  const names = [];
  if (event.ctrlKey || event.metaKey) names.push("ctrl");
  if (event.altKey) names.push("alt");
  if (event.shiftKey && (event.key.length > 1 || names.length > 0)) names.push("shift");
  names.push(event.key.toLowerCase());
  return names.join("+");
}

function press(element) {
  if (element.matches("input:not([type=file]), select, textarea")) {
    element.focus();
    element.select?.();
  } else {
    element.click();
  }
}

const rows = () => [...document.querySelectorAll("[data-list] [data-row]")].filter(visible);
const cursor = () => document.querySelector("[data-row].is-cursor");

function moveTo(row) {
  cursor()?.classList.remove("is-cursor");
  row.classList.add("is-cursor");
  const link = row.querySelector("a[data-open]");
  (link ?? row).focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
  row.dispatchEvent(new CustomEvent("cursor", { bubbles: true }));
}

function step(by) {
  const all = rows();
  if (!all.length) return false;
  const at = all.indexOf(cursor());
  moveTo(all[Math.min(Math.max(at + by, 0), all.length - 1)]);
  return true;
}

/** Whoever comes back to a list stands where they left it. */
const shelf = "row-left";
addEventListener("pagehide", () => {
  const left = cursor()?.querySelector("a[data-open]")?.getAttribute("href");
  try {
    const at = rows().indexOf(cursor());
    if (left) sessionStorage.setItem(shelf, JSON.stringify([location.href, left, at]));
  } catch { /* private window: the cursor begins at the top */ }
});
function comeBack() {
  const way = performance.getEntriesByType("navigation")[0];
  // By the browser's history, or led back after an act.
  if (way?.type !== "back_forward" && !way?.redirectCount) return;
  try {
    const [page, left, at] = JSON.parse(sessionStorage.getItem(shelf) ?? "[]");
    if (page !== location.href) return;
    const all = rows();
    // What was done has left the list: the next one stands in its place.
    const row = all.find((one) => one.querySelector("a[data-open]")?.getAttribute("href") === left) ?? all[Math.min(at, all.length - 1)];
    if (row) moveTo(row);
  } catch { /* nothing was kept */ }
}
comeBack();

function tick() {
  const box = cursor()?.querySelector("input[type=checkbox]");
  box?.click();
  return Boolean(box);
}

function leave(event) {
  if (document.querySelector("dialog[open]")) return false;
  if (typing(event.target)) {
    event.target.blur();
    return true;
  }
  return false;
}

function act(name, event) {
  switch (name) {
    case "j": return step(1);
    case "k": return step(-1);
    case "x": return tick();
    case "enter": {
      const link = cursor()?.querySelector("a[data-open]");
      if (!link || event.target.matches?.("a, button, summary")) return false;
      link.click();
      return true;
    }
    default: {
      const path = name.length === 1 && cursor()?.getAttribute(`data-on-${name}`);
      if (!path) return false;
      location.href = path;
      return true;
    }
  }
}

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return;
  if (event.key === "Escape") {
    leave(event);
    return;
  }
  const name = chord(event);
  const isChord = event.ctrlKey || event.metaKey || event.altKey;
  if (!isChord && (typing(event.target) || (name.length === 1 && !lettersAllowed()))) return;
  if (!isChord && document.querySelector("dialog[open]")) return;
  const target = [...document.querySelectorAll(`[data-key="${CSS.escape(name)}"]`)].find((one) => visible(one) || one.matches("[data-opens], [type=file]"));
  if (target) {
    event.preventDefault();
    press(target);
  } else if (!isChord && act(name, event)) {
    event.preventDefault();
  }
});

document.addEventListener("focusin", (event) => {
  const row = event.target.closest?.("[data-list] [data-row]");
  if (!row || row === cursor()) return;
  cursor()?.classList.remove("is-cursor");
  row.classList.add("is-cursor");
  row.dispatchEvent(new CustomEvent("cursor", { bubbles: true }));
});

document.addEventListener("click", (event) => {
  const opener = event.target.closest?.("[data-opens]");
  const opened = opener && document.getElementById(opener.dataset.opens);
  if (!opened) return;
  event.preventDefault();
  show(opened);
});
// Also a dialog whose form came back refused, which without script stands on the page.
function show(dialog) {
  dialog.classList.remove("is-refused");
  dialog.showModal();
  (dialog.querySelector("[aria-invalid]") ?? dialog.querySelector("input:not([type=hidden]), select, textarea"))?.focus();
}
const refused = document.querySelector("dialog.is-refused");
if (refused) show(refused);
document.addEventListener("click", (event) => {
  const closer = event.target.closest?.("[data-closes]");
  if (!closer) return;
  event.preventDefault();
  closer.closest("dialog").close();
});
for (const button of document.querySelectorAll("[data-opens][hidden]")) button.hidden = false;
