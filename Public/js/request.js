// One way to ask the server from a script: same origin, marked as a fragment, sealed by the page's own secret.

/** The session's secret as it stands on this page. */
export function seal() {
  return document.querySelector('input[name="ma-phien"]')?.value ?? "";
}

/** A fragment or a text; null when the person is signed out, locked, or the line is down. */
export async function fragment(path, options = {}) {
  try {
    const answer = await fetch(path, { headers: { "X-Fragment": "1" }, credentials: "same-origin", redirect: "error", ...options });
    return answer.ok ? await answer.text() : null;
  } catch {
    return null;
  }
}

/** Posts fields; the answer itself, or null when the line is down. */
export async function post(path, fields) {
  try {
    return await fetch(path, {
      method: "POST", credentials: "same-origin", redirect: "manual",
      headers: { "X-Ma-Phien": seal(), "X-Fragment": "1" },
      body: new URLSearchParams(fields),
    });
  } catch {
    return null;
  }
}

/** Markup made by our own server, as nodes. */
export function nodes(markup) {
  const holder = document.createElement("template");
  holder.innerHTML = markup;
  return holder.content;
}

/** Runs `work` once nothing has called for `milliseconds`. */
export function quietly(work, milliseconds) {
  let timer;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...values), milliseconds);
  };
}
