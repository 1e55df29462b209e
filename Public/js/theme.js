// Menus close where people expect it; a chosen post or filter is sent at once.
for (const menu of document.querySelectorAll("details[data-menu]")) {
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
    event.stopPropagation();
  });
}
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details[data-menu][open]")) if (!menu.contains(event.target)) menu.open = false;
  const target = event.target.closest?.("[data-dismiss]");
  if (target) document.getElementById(target.dataset.dismiss)?.remove();
});
for (const form of document.querySelectorAll("form[data-submit-on-change]")) {
  for (const select of form.querySelectorAll("select")) select.addEventListener("change", () => form.requestSubmit());
}
// The undo offer leaves with its seconds.
for (const notice of document.querySelectorAll("[data-undo-seconds]")) {
  setTimeout(() => notice.querySelector("form")?.remove(), Number(notice.dataset.undoSeconds) * 1000);
}
// On a phone, filters that are not in use fold away.
if (matchMedia("(max-width: 760px)").matches) {
  for (const fold of document.querySelectorAll("details[data-fold-narrow]:not([data-set])")) fold.open = false;
}
// A row of chips that scrolls shows the chosen one.
for (const chosen of document.querySelectorAll(".chips [aria-current]")) {
  const row = chosen.closest("ul");
  row.scrollLeft = chosen.offsetLeft - row.offsetLeft - row.clientWidth / 3;
}
