// Entry: what every screen has. The rest is fetched when the screen asks for it by an attribute.
import "./theme.js";
import "./keys.js";
import "./submit-once.js";

const root = document.documentElement;
root.classList.add("scripted");

const parts = [
  ["[data-live]", "./live.js"],
  ["[data-undo-seconds]", "./undo.js"],
  ["[data-preview]", "./preview.js"],
  ["form[data-batch]", "./batch.js"],
  ["[data-upload]", "./upload.js"],
  ["dialog input[type=file][multiple]", "./drop.js"],
  ["[data-row] a[data-open]", "./drag.js"],
  ["[data-viewer]", "./viewer.js"],
  ["[data-registration]", "./registration.js"],
  ["[data-combobox]", "./combobox.js"],
  ["[data-fragment]", "./fragment.js"],
  ["[data-day]", "./day.js"],
  ["[data-reads-places]", "./directive.js"],
  ["[data-copy]", "./copy.js"],
  ["body[data-idle-minutes]", "./idle-lock.js"],
];
const wanted = parts.filter(([selector]) => document.querySelector(selector));
// Says when every key of this screen works.
Promise.all(wanted.map(([, path]) => import(path))).then(() => root.classList.add("ready"));
