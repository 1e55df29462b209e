// A document that is dragged from a list can be dropped onto a dossier: while it is held, the dossiers that fit it stand at
// the side. Rows that are ticked go along with a ticked one.
import { fragment, nodes } from "./request.js";

// Where what can lie in a dossier has its pages, and its kind: the page says it.
const kinds = new Map((document.querySelector("main").dataset.filed ?? "").split(" ").map((one) => one.split(":")));

const openers = "[data-row] a[data-open]";
let panel = null;
let held = [];
let dropped = false;

function recordOf(link) {
  const [, from, number] = new URL(link.href).pathname.match(/^(.+)\/(\d+)$/) ?? [];
  return kinds.has(from) ? { kind: kinds.get(from), number } : null;
}

/** The dragged document, with every ticked one where it is ticked itself. */
function together(link) {
  const isTicked = (row) => row.querySelector("input[type=checkbox]")?.checked;
  const rows = [...document.querySelectorAll("[data-row]")].filter(isTicked);
  const own = link.closest("[data-row]");
  const links = rows.includes(own) ? rows.map((row) => row.querySelector("a[data-open]")).filter(Boolean) : [link];
  return links.map(recordOf).filter(Boolean);
}

function hidden(name, value) {
  const field = document.createElement("input");
  Object.assign(field, { type: "hidden", name, value });
  return field;
}

/** Nothing but a held document goes onto these; the button itself sends the form. */
function takeOn(target) {
  target.addEventListener("dragover", (event) => {
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    target.classList.add("is-over");
  });
  target.addEventListener("dragleave", () => target.classList.remove("is-over"));
  target.addEventListener("drop", (event) => {
    event.preventDefault();
    dropped = true;
    const form = target.form;
    form.append(hidden("ve", location.pathname + location.search));
    for (const { kind, number } of held) form.append(hidden("van-ban", `${kind}:${number}`));
    form.requestSubmit(target);
  });
}

async function show(record) {
  const mine = document.createElement("aside");
  mine.className = "drop-panel";
  mine.setAttribute("aria-label", "Thả vào hồ sơ");
  mine.innerHTML = "<h2></h2><p>Đang tìm hồ sơ hợp với văn bản…</p>";
  mine.querySelector("h2").textContent = held.length > 1 ? `Thả ${held.length} văn bản vào hồ sơ` : "Thả vào hồ sơ";
  document.body.append(mine);
  panel = mine;
  const markup = await fragment(`/ho-so/dua-vao/${record.kind}/${record.number}/tha`);
  if (panel !== mine) return;
  mine.querySelector("p").remove();
  mine.append(nodes(markup ?? "<p>Không hỏi được hồ sơ. Thả ra rồi thử lại.</p>"));
  for (const target of mine.querySelectorAll("button[data-drop]:not(:disabled)")) takeOn(target);
}

document.addEventListener("dragstart", (event) => {
  const link = event.target instanceof Element ? event.target.closest(openers) : event.target.parentElement?.closest(openers);
  const record = link && recordOf(link);
  if (!record) return;
  event.dataTransfer.effectAllowed = "copyLink";
  held = together(link);
  dropped = false;
  // Only once the browser has begun to drag: what changes the page at once ends it.
  setTimeout(() => show(record));
});
document.addEventListener("dragend", () => {
  if (!dropped) panel?.remove();
  panel = null;
});
