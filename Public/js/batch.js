// Several rows chosen: how many, and only what all of them allow. Without this script every act of the page stands there.
for (const form of document.querySelectorAll("form[data-batch]")) {
  const boxes = [...document.querySelectorAll(`input[type=checkbox][form="${form.id}"]`)];
  const told = form.querySelector("[data-batch-count]");
  const all = form.querySelector("[data-batch-all]");
  const acts = [...form.querySelectorAll("[data-batch-act]")];

  const look = () => {
    const chosen = boxes.filter((box) => box.checked);
    form.classList.toggle("is-open", chosen.length > 0);
    let offered = 0;
    for (const act of acts) {
      const fits = chosen.length > 0 && chosen.every((box) => box.dataset.acts.split(" ").includes(act.dataset.batchAct));
      act.hidden = !fits;
      offered += fits ? 1 : 0;
    }
    told.textContent = chosen.length === 0 ? matchMedia("(hover: none), (pointer: coarse), (max-width: 760px)").matches ? "Chọn dòng bằng ô vuông." : "Chọn dòng: phím x hoặc ô vuông." : offered > 0 ? `Đã chọn ${chosen.length}:` : `Đã chọn ${chosen.length}; các dòng này không có việc chung.`;
    if (all) all.textContent = chosen.length === boxes.length ? "Bỏ chọn" : "Chọn cả trang";
  };
  for (const box of boxes) box.addEventListener("change", look);
  all?.addEventListener("click", (event) => {
    event.preventDefault();
    const tick = boxes.some((box) => !box.checked);
    for (const box of boxes) box.checked = tick;
    look();
  });
  addEventListener("pageshow", look);
  look();
}
