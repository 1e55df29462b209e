// Follows an address while the page is open: server-sent events, or polling where they do not pass.
import { fragment, nodes } from "./request.js";

const pollMilliseconds = 4000;

function apply(change) {
  if (change.badge) {
    for (const badge of document.querySelectorAll(`[data-live-badge="${CSS.escape(change.badge)}"]`)) {
      const most = Number(badge.dataset.liveMax ?? 1000);
      badge.textContent = change.count > most ? `${most.toLocaleString("vi-VN")}+` : String(change.count);
      badge.hidden = change.count === 0 && !("liveZero" in badge.dataset);
    }
    return;
  }
  for (const line of document.querySelectorAll(`[data-live-key="${CSS.escape(String(change.key))}"]`)) {
    const bar = line.querySelector("progress");
    const text = line.querySelector("[data-live-text]");
    if (bar && change.max) bar.max = change.max;
    if (bar && change.value !== undefined && change.value !== null) bar.value = change.value;
    if (text && change.text && text.textContent !== change.text) text.textContent = change.text;
    if (change.done) renew(line);
  }
}

/** What is done is shown as the server now shows it: the nearest element with an id is taken from a fresh page. */
async function renew(line) {
  // A page that is being filled in is not taken away; there the new state is only offered, and keeps what was typed.
  if (document.querySelector("[data-registration]")) {
    offerReload(line);
    return;
  }
  const holder = line.closest("[id]:not(main, body)");
  const page = await fragment(location.href);
  const fresh = page && holder && nodes(page).querySelector(`#${CSS.escape(holder.id)}`);
  if (!fresh) {
    location.reload();
    return;
  }
  fresh.classList.add("arrived");
  holder.replaceWith(fresh);
}

function offerReload(line) {
  const form = document.getElementById("registration");
  const again = document.querySelector("[data-look-again] button");
  if (!form.dataset.touched) {
    // A page that answers to a sent form would send it again.
    if (document.querySelector("[data-registration=kept]")) again.click();
    else location.reload();
    return;
  }
  line.replaceChildren("Đã đọc xong. ", again);
}

/** Asks again and again, less often while nobody looks or the line is down; an address that is not there is left alone. */
async function poll(path, wait = pollMilliseconds) {
  let next = wait;
  try {
    const answer = await fetch(path, { headers: { Accept: "application/json", "X-Fragment": "1" }, credentials: "same-origin" });
    if (answer.status === 404) return;
    if (answer.ok) for (const change of [].concat(await answer.json())) apply(change);
    next = answer.ok ? pollMilliseconds : wait * 2;
  } catch {
    next = wait * 2;
  }
  next = Math.min(next, 120_000);
  setTimeout(() => poll(path, next), document.hidden ? next * 8 : next);
}

/** Nobody looks at a hidden window: it lets its connection go, since a browser has only six to a server without HTTP/2. */
function follow(path) {
  if (!path) return;
  if (!("EventSource" in window)) {
    poll(path);
    return;
  }
  let source = null;
  let failures = 0;
  let isPolling = false;
  const close = () => {
    source?.close();
    source = null;
  };
  const open = () => {
    if (source || isPolling || document.hidden) return;
    source = new EventSource(path);
    source.addEventListener("open", () => { failures = 0; });
    source.addEventListener("message", (event) => {
      try { apply(JSON.parse(event.data)); } catch { /* a line of another version */ }
    });
    source.addEventListener("error", () => {
      failures += 1;
      if (source && source.readyState !== EventSource.CLOSED && failures < 3) return;
      close();
      isPolling = true;
      setTimeout(() => poll(path), pollMilliseconds);
    });
  };
  open();
  document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
  addEventListener("pagehide", close);
}

for (const path of new Set([...document.querySelectorAll("[data-live]")].map((element) => element.dataset.live))) follow(path);
