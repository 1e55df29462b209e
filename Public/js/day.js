// Days typed short: `57` is 05/07 of this year. The same cuts as the server's `TypedDay`, which has the last word.
const cuts = {
  2: [[1, 1]], 3: [[2, 1], [1, 2]], 4: [[2, 2], [1, 1, 2]], 5: [[2, 1, 2], [1, 2, 2]],
  6: [[2, 2, 2], [1, 1, 4]], 7: [[2, 1, 4], [1, 2, 4]], 8: [[2, 2, 4]],
};
const words = { hn: 0, "hôm nay": 0, nay: 0, hq: -1, "hôm qua": -1, mai: 1 };

const written = (date) =>
  `${String(date.getDate()).padStart(2, "0")}/${String(date.getMonth() + 1).padStart(2, "0")}/${date.getFullYear()}`;

function real(day, month, year, today) {
  let full = year === undefined ? today.getFullYear() : Number(year);
  if (year !== undefined && year.length <= 2) full += full + 2000 > today.getFullYear() + 10 ? 1900 : 2000;
  const date = new Date(full, Number(month) - 1, Number(day));
  const isReal = date.getFullYear() === full && date.getMonth() === Number(month) - 1 && date.getDate() === Number(day);
  return isReal ? written(date) : null;
}

/** `dd/MM/yyyy`, or null when the text is no day we can tell. */
export function completed(typed, today = new Date()) {
  const text = typed.trim().toLowerCase();
  if (text in words) return written(new Date(today.getFullYear(), today.getMonth(), today.getDate() + words[text]));
  if (!/^[\d\/.\- ]+$/.test(text)) return null;
  const numbers = text.split(/[^\d]+/).filter(Boolean);
  if (numbers.length === 2) return real(numbers[0], numbers[1], undefined, today);
  if (numbers.length === 3) {
    return numbers[0].length === 4 ? real(numbers[2], numbers[1], numbers[0], today) : real(...numbers, today);
  }
  if (numbers.length !== 1) return null;
  for (const cut of cuts[text.length] ?? []) {
    let at = 0;
    const parts = cut.map((length) => text.slice(at, (at += length)));
    const day = real(parts[0], parts[1], parts[2], today);
    if (day) return day;
  }
  return null;
}

document.addEventListener("change", (event) => {
  if (!event.target.matches?.("input[data-day]")) return;
  const full = completed(event.target.value);
  if (!full || full === event.target.value) return;
  event.target.value = full;
  event.target.dispatchEvent(new Event("input", { bubbles: true }));
});
