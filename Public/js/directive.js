// Bút phê: whom the text names is ticked as it is typed, with the role and the deadline; what a person has chosen by hand
// stays theirs.
import { fragment, nodes, quietly } from "./request.js";

for (const form of document.querySelectorAll("form:has([data-reads-places])")) {
  const text = form.querySelector("textarea");
  const list = form.querySelector("[data-reads-places]");
  const touched = new Set();
  let proposed = new Set();
  list.addEventListener("change", (event) => touched.add(event.target.name));

  const set = (name, value) => {
    const field = form.elements[name];
    if (!field || touched.has(name)) return;
    field.value = value;
    field.closest("li").classList.toggle("is-proposed", value !== "");
  };
  const read = quietly(async () => {
    const asked = text.value;
    const markup = await fragment(`${list.dataset.readsPlaces}?y-kien=${encodeURIComponent(asked)}`);
    if (markup === null || asked !== text.value) return;
    const named = new Map([...nodes(markup).querySelectorAll("li")].map((line) => [line.dataset.key, line.dataset]));
    for (const key of new Set([...proposed, ...named.keys()])) {
      set(`han-${key}`, named.get(key)?.due ?? "");
      set(`vai-${key}`, named.get(key)?.role ?? "");
    }
    proposed = new Set(named.keys());
  }, 300);
  text.addEventListener("input", read);
  // Typed before this script stood, or kept by a form that came back.
  if (text.value) read();
}

// Câu mẫu: a tap puts the sentence behind the text; throwing one away goes the form's way.
for (const list of document.querySelectorAll(".phrases > ul")) {
  list.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    event.preventDefault();
    const text = button.form.querySelector("textarea");
    text.value += (text.value === "" || /\s$/.test(text.value) ? "" : " ") + button.value;
    text.dispatchEvent(new Event("input", { bubbles: true }));
    text.focus();
  });
}
