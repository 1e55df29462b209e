// The row at the cursor shows its document beside the list.
import { fragment, nodes, quietly } from "./request.js";

const place = document.getElementById("preview");
let shown = "";

const show = quietly(async (path) => {
  if (!place || path === shown || place.getClientRects().length === 0) return;
  shown = path;
  const markup = await fragment(path);
  if (markup && path === shown) place.replaceChildren(nodes(markup));
}, 120);

document.addEventListener("cursor", (event) => {
  const path = event.target.dataset?.preview;
  if (path) show(path);
});
document.addEventListener("pointerover", (event) => {
  const path = event.target.closest?.("[data-preview]")?.dataset.preview;
  if (path && event.pointerType === "mouse") show(path);
});
// The cursor may have come back to its row before this script stood.
// Otherwise the first row shows what is to be done next.
const left = document.querySelector("[data-row].is-cursor") ?? document.querySelector("[data-preview]");
if (left?.dataset.preview) show(left.dataset.preview);
