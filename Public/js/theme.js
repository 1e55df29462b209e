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
