// After idle minutes the page is covered until the password is given; what was typed stays under the cover.
// The time is shared between the tabs of this browser, so that work in one keeps the others open.
import { post } from "./request.js";

const limit = Number(document.body.dataset.idleMinutes) * 60_000;
const cover = document.getElementById("lock");
const shelf = "last-act";
// Reading and typing ask the server for nothing; it is told now and then, or it would lock what is being worked on.
const tellEvery = limit / 5;
let last = Date.now();
let noted = 0;
let told = Date.now();

function note() {
  if (cover?.open) return;
  last = Date.now();
  if (last - noted < 5000) return;
  noted = last;
  try { localStorage.setItem(shelf, String(last)); } catch { /* private window: this tab counts alone */ }
  if (last - told >= tellEvery) tell();
}

async function tell() {
  told = last;
  try {
    const answer = await fetch(document.body.dataset.stillHere, { headers: { "X-Fragment": "1" }, credentials: "same-origin", redirect: "error" });
    if (answer.status === 423) coverPage();
  } catch { /* the line is down: told again with the next act after a while */ }
}

function coverPage() {
  if (cover.open) return;
  cover.showModal();
  cover.querySelector('input[type="password"]').focus();
}

function lastAnywhere() {
  try { return Math.max(last, Number(localStorage.getItem(shelf)) || 0); } catch { return last; }
}

function check() {
  if (!cover || cover.open || Date.now() - lastAnywhere() < limit) return;
  coverPage();
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
