// Many files dropped at once: one request a file, two at a time, each with its own progress and its own refusal.
// Without script the same form sends them all in one request.
import { seal, fragment, nodes } from "./request.js";

const atOnce = 2;

function megabytes(bytes) {
  return bytes < 100_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1e6).toFixed(1).replace(".", ",")} MB`;
}

function attach(form) {
  const input = form.querySelector('input[type="file"]');
  const list = form.querySelector("[data-upload-list]");
  const waiting = [];
  let running = 0;
  let refused = 0;

  function line(file) {
    const item = document.createElement("li");
    const name = document.createElement("b");
    const bar = document.createElement("progress");
    const state = document.createElement("span");
    name.textContent = file.name;
    bar.max = file.size || 1;
    bar.value = 0;
    bar.setAttribute("aria-label", `Đang gửi ${file.name}`);
    state.textContent = `${megabytes(file.size)}, đang chờ`;
    item.append(name, bar, state);
    list.append(item);
    return { item, bar, state };
  }

  function refuse(entry, reason) {
    refused += 1;
    entry.line.bar.remove();
    entry.line.item.classList.add("is-refused");
    entry.line.state.textContent = reason;
    const again = document.createElement("button");
    again.type = "button";
    again.className = "button button-quiet";
    again.textContent = "Gửi lại";
    again.addEventListener("click", () => {
      entry.line.item.remove();
      refused -= 1;
      add([entry.file]);
    });
    entry.line.item.append(again);
  }

  function send(entry) {
    running += 1;
    const request = new XMLHttpRequest();
    const body = new FormData();
    // The seal goes first, so that the server knows whose file it is before the bytes come.
    for (const field of form.querySelectorAll("input[type=hidden]")) body.append(field.name, field.value);
    body.append(input.name, entry.file, entry.file.name);
    request.open("POST", form.dataset.upload);
    request.setRequestHeader("X-Ma-Phien", seal());
    request.setRequestHeader("X-Fragment", "1");
    request.upload.addEventListener("progress", (event) => {
      entry.line.bar.max = event.total || 1;
      entry.line.bar.value = event.loaded;
      entry.line.state.textContent = `${megabytes(event.loaded)} / ${megabytes(event.total)}`;
    });
    request.addEventListener("load", () => {
      if (request.status >= 200 && request.status < 400) entry.line.item.remove();
      else refuse(entry, sentence(request));
      done();
    });
    request.addEventListener("error", () => {
      refuse(entry, "Mất liên lạc với máy chủ giữa chừng; tệp chưa được nhận.");
      done();
    });
    request.send(body);
  }

  function sentence(request) {
    const reasons = [...nodes(request.responseText).querySelectorAll(".reasons li, .notice li")].map((item) => item.textContent.trim());
    if (reasons.length) return reasons.join(" ");
    const text = request.responseText.trim();
    return text && !text.startsWith("<") ? text : `Máy chủ không nhận tệp này (mã ${request.status}).`;
  }

  function next() {
    while (running < atOnce && waiting.length) send(waiting.shift());
  }

  async function done() {
    running -= 1;
    next();
    if (running || waiting.length) return;
    const page = await fragment(location.href);
    const place = document.querySelector("[data-live]:not(body)");
    const fresh = page && [...nodes(page).querySelectorAll("[data-live]")].pop();
    if (place && fresh) {
      // The head counts the papers and leads to the first of them.
      const head = nodes(page).querySelector("main .page-head");
      if (head) document.querySelector("main .page-head")?.replaceWith(head);
      place.replaceChildren(...fresh.childNodes);
    } else if (!refused) location.reload();
  }

  function add(files) {
    for (const file of files) waiting.push({ file, line: line(file) });
    next();
  }

  form.classList.add("takes-drops");
  for (const name of ["dragenter", "dragover"]) {
    addEventListener(name, (event) => {
      if (![...(event.dataTransfer?.types ?? [])].includes("Files")) return;
      event.preventDefault();
      form.classList.add("is-over");
    });
  }
  addEventListener("dragleave", (event) => { if (!event.relatedTarget) form.classList.remove("is-over"); });
  addEventListener("drop", (event) => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    form.classList.remove("is-over");
    add(event.dataTransfer.files);
  });
  input.addEventListener("change", () => {
    add(input.files);
    input.value = "";
  });
  form.querySelector('button[type="submit"]')?.setAttribute("hidden", "");
  addEventListener("beforeunload", (event) => { if (running || waiting.length) event.preventDefault(); });
}

for (const form of document.querySelectorAll("form[data-upload]")) attach(form);
