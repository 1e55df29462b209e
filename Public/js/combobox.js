// Proposals under a field while it is typed in. The list is made by the server; diacritics are its business.
import { fragment, nodes, quietly } from "./request.js";

let counter = 0;

function attach(input) {
  const list = document.createElement("ul");
  list.className = "proposals";
  list.id = `proposals-${(counter += 1)}`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Gợi ý");
  list.hidden = true;
  input.after(list);
  // A box of several lines stays what it is to the ear: only its list is told of.
  const hasLines = input.tagName === "TEXTAREA";
  for (const [name, value] of Object.entries({
    ...(hasLines ? {} : { role: "combobox", "aria-expanded": "false" }), "aria-autocomplete": "list", "aria-controls": list.id,
  })) input.setAttribute(name, value);
  // What the list is wanted for; empty once it was sent away, so that a late answer opens nothing.
  let asked = "";
  let wanted = false;

  // Where the line that is typed begins and ends; a box of one line is that line.
  function line() {
    if (!hasLines) return [0, input.value.length];
    const at = input.selectionStart;
    const end = input.value.indexOf("\n", at);
    return [input.value.lastIndexOf("\n", at - 1) + 1, end < 0 ? input.value.length : end];
  }

  const typedNow = () => input.value.slice(...line()).trim();

  function shows(isShown) {
    list.hidden = !isShown;
    if (!hasLines) input.setAttribute("aria-expanded", String(isShown));
  }

  const items = () => [...list.children];
  const chosen = () => list.querySelector('[aria-selected="true"]');

  function close() {
    wanted = false;
    asked = "";
    shows(false);
    input.removeAttribute("aria-activedescendant");
  }

  function select(item) {
    chosen()?.setAttribute("aria-selected", "false");
    item?.setAttribute("aria-selected", "true");
    if (item) input.setAttribute("aria-activedescendant", item.id);
    item?.scrollIntoView({ block: "nearest" });
  }

  function take(item) {
    if (item.dataset.path) {
      close();
      location.assign(item.dataset.path);
      return;
    }
    const [from, to] = line();
    const isLast = hasLines && to === input.value.length;
    input.setRangeText(isLast ? `${item.dataset.value}\n` : item.dataset.value, from, to, "end");
    for (const other of input.form?.querySelectorAll(`[data-fill-from="${CSS.escape(input.name)}"]`) ?? []) other.value = item.dataset.key ?? "";
    close();
    input.dispatchEvent(new Event("input", { bubbles: true }));
    close();
  }

  const ask = quietly(async () => {
    const typed = typedNow();
    if (!wanted) return undefined;
    if (!typed || document.activeElement !== input) return close();
    asked = typed;
    const source = input.dataset.combobox;
    const markup = await fragment(`${source}${source.includes("?") ? "&" : "?"}q=${encodeURIComponent(typed)}`);
    if (asked !== typed || document.activeElement !== input) return undefined;
    if (markup === null) return close();
    list.replaceChildren(...nodes(markup).querySelectorAll("li[data-value]"));
    items().forEach((item, index) => {
      item.id = `${list.id}-${index}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
    });
    shows(list.children.length > 0);
    return undefined;
  }, 140);

  input.addEventListener("input", (event) => {
    if (!event.isTrusted) return;
    // Typed words are no longer the agency that was chosen.
    for (const other of input.form?.querySelectorAll(`[data-fill-from="${CSS.escape(input.name)}"]`) ?? []) other.value = "";
    wanted = true;
    ask();
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (list.hidden) {
      if (event.key === "Escape") close();
      return;
    }
    const all = items();
    const at = all.indexOf(chosen());
    if (event.key === "ArrowDown") select(all[Math.min(at + 1, all.length - 1)]);
    else if (event.key === "ArrowUp") select(all[Math.max(at - 1, 0)]);
    else if (event.key === "Enter" && chosen() && !event.ctrlKey && !event.altKey) take(chosen());
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  list.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    const item = event.target.closest("li");
    if (item) take(item);
  });
  input.addEventListener("blur", close);
}

for (const input of document.querySelectorAll("[data-combobox]")) attach(input);
