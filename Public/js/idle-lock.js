// After idle minutes the page is covered until the password is given; what was typed stays under the cover.
// The time is shared between the tabs of this browser, so that work in one keeps the others open.
import { post } from "./request.js";

const limit = Number(document.body.dataset.idleMinutes) * 60_000;
const cover = document.getElementById("lock");
const shelf = "last-act";
let last = Date.now();
let noted = 0;

function note() {
  if (cover?.open) return;
  last = Date.now();
  if (last - noted < 5000) return;
  noted = last;
  try { localStorage.setItem(shelf, String(last)); } catch { /* private window: this tab counts alone */ }
}

function lastAnywhere() {
  try { return Math.max(last, Number(localStorage.getItem(shelf)) || 0); } catch { return last; }
}

function check() {
  if (!cover || cover.open || Date.now() - lastAnywhere() < limit) return;
  cover.showModal();
  cover.querySelector('input[type="password"]').focus();
}

if (cover && limit > 0) {
  for (const name of ["pointerdown", "keydown", "wheel", "touchstart"]) addEventListener(name, note, { passive: true, capture: true });
  setInterval(check, 5000);
  document.addEventListener("visibilitychange", check);
  cover.addEventListener("cancel", (event) => event.preventDefault());
  cover.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    const field = cover.querySelector('input[type="password"]');
    const reason = cover.querySelector("[data-lock-reason]");
    const answer = await post(event.target.action, { password: field.value });
    field.value = "";
    if (answer?.ok) {
      reason.textContent = "";
      const { csrf } = await answer.json().catch(() => ({}));
      if (csrf) for (const input of document.querySelectorAll('input[name="ma-phien"]')) input.value = csrf;
      cover.close();
      note();
    } else if (answer && answer.status === 422) {
      reason.textContent = await answer.text();
      field.focus();
    } else {
      reason.textContent = answer
        ? "Phiên đăng nhập đã hết. Mở trang đăng nhập ở cửa sổ khác, đăng nhập xong quay lại đây mở khóa."
        : "Không liên lạc được máy chủ. Kiểm tra mạng rồi thử lại; nội dung đang nhập vẫn còn.";
      field.focus();
    }
  });
}
