// Parts of a page that the server fills anew as named fields are typed in (the duplicates of «Vào sổ»), or fills once
// when the page stands (what is like a document).
import { fragment, nodes, quietly } from "./request.js";

for (const place of document.querySelectorAll("[data-fragment]")) {
  if ("load" in place.dataset) {
    fragment(place.dataset.fragment).then((markup) => { if (markup) place.replaceChildren(nodes(markup)); });
    continue;
  }
  const form = place.closest("form") ?? document.getElementById(place.dataset.form);
  const names = (place.dataset.watch ?? "").split(",").filter(Boolean);
  let last = "";
  const ask = quietly(async () => {
    const query = new URLSearchParams();
    for (const name of names) query.set(name, form.elements[name]?.value ?? "");
    const text = query.toString();
    if (text === last) return;
    last = text;
    const path = place.dataset.fragment;
    const markup = await fragment(path + (path.includes("?") ? "&" : "?") + text);
    if (markup !== null && text === last) place.replaceChildren(nodes(markup));
  }, 350);
  form?.addEventListener("input", (event) => { if (names.includes(event.target.name)) ask(); });
  form?.addEventListener("change", (event) => { if (names.includes(event.target.name)) ask(); });
}
