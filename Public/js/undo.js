// What was sent can be taken back for a few seconds: they are counted down, and the offer leaves with them.
for (const notice of document.querySelectorAll("[data-undo-seconds]")) {
  const end = performance.now() + Number(notice.dataset.undoSeconds) * 1000;
  const left = notice.querySelector("[data-undo-left]");
  const tick = () => {
    const seconds = Math.ceil((end - performance.now()) / 1000);
    const form = notice.querySelector("form");
    if (!form || form.getAttribute("aria-busy")) return;
    if (seconds <= 0) {
      form.remove();
      return;
    }
    if (left) left.textContent = String(seconds);
    setTimeout(tick, 250);
  };
  tick();
}
