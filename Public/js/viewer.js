// Page images: next and previous page, zoom, turning, lit boxes, and drawing a box that reads its words.
const zooms = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 2.5, 3];
const drawnAtLeast = 0.004;

class Viewer {
  constructor(section) {
    this.section = section;
    this.pages = section.querySelector(".viewer-pages");
    this.figures = [...section.querySelectorAll("figure.page")];
    this.position = section.querySelector("[data-viewer-position]");
    this.zoom = zooms.indexOf(1);
    section.querySelector("[data-viewer-buttons]").hidden = false;
    section.addEventListener("click", (event) => {
      const act = event.target.closest("[data-viewer-act]")?.dataset.viewerAct;
      if (act) this.do(act);
    });
    this.pages.addEventListener("scroll", () => this.tellPosition(), { passive: true });
    this.pages.addEventListener("keydown", (event) => this.key(event));
    document.addEventListener("keydown", (event) => this.chord(event));
    if (section.dataset.lit) this.light(this.litFromStart);
    if (section.dataset.readArea) for (const figure of this.figures) this.letDraw(figure);
  }

  get litFromStart() {
    return this.section.dataset.lit.split(";").map((text) => {
      const [page, left, top, width, height] = text.split(",").map(Number);
      return { page, left, top, width, height };
    });
  }

  get current() {
    const middle = this.pages.getBoundingClientRect().top + this.pages.clientHeight / 3;
    let at = 0;
    this.figures.forEach((figure, index) => { if (figure.getBoundingClientRect().top <= middle) at = index; });
    return at;
  }

  do(act) {
    switch (act) {
      case "next": return this.goTo(this.current + 1);
      case "previous": return this.goTo(this.current - 1);
      case "in": return this.setZoom(this.zoom + 1);
      case "out": return this.setZoom(this.zoom - 1);
      case "turn": return this.turn(this.figures[this.current]);
      default: return undefined;
    }
  }

  key(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const act = { n: "next", p: "previous", "+": "in", "=": "in", "-": "out", r: "turn" }[event.key];
    if (!act || (event.key.length === 1 && document.documentElement.dataset.letterKeys === "off")) return;
    event.preventDefault();
    event.stopPropagation();
    this.do(act);
  }

  /** From any field: Alt with PageDown, PageUp, =, -, R. */
  chord(event) {
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    const act = { PageDown: "next", PageUp: "previous", "=": "in", "+": "in", "-": "out", r: "turn", R: "turn" }[event.key];
    if (!act) return;
    event.preventDefault();
    this.do(act);
  }

  goTo(index) {
    const figure = this.figures[Math.min(Math.max(index, 0), this.figures.length - 1)];
    this.scrollTo(figure, 0);
  }

  scrollTo(figure, fraction) {
    const top = figure.getBoundingClientRect().top - this.pages.getBoundingClientRect().top + this.pages.scrollTop;
    this.pages.scrollTo({ top: top + fraction * figure.clientHeight - (fraction ? this.pages.clientHeight / 3 : 0) });
  }

  setZoom(index) {
    this.zoom = Math.min(Math.max(index, 0), zooms.length - 1);
    this.pages.style.setProperty("--zoom", zooms[this.zoom]);
  }

  turn(figure) {
    const turns = (Number(figure.dataset.turns ?? 0) + 1) % 4;
    figure.dataset.turns = turns;
  }

  tellPosition() {
    const text = `${this.current + 1}/${this.figures.length}`;
    if (this.position && this.position.textContent !== text) this.position.textContent = text;
  }

  /** Lights boxes (fractions of their pages) and brings the first into sight. */
  light(boxes) {
    for (const old of this.section.querySelectorAll(".lit")) old.remove();
    let first = null;
    for (const box of boxes) {
      const figure = this.figures.find((one) => Number(one.dataset.page) === box.page);
      if (!figure) continue;
      const mark = document.createElement("span");
      mark.className = "lit";
      this.put(mark, box);
      figure.append(mark);
      first ??= { figure, box };
    }
    if (!first || first.figure.dataset.turns > 0) return;
    const mark = first.figure.querySelector(".lit").getBoundingClientRect();
    const frame = this.pages.getBoundingClientRect();
    if (mark.top < frame.top || mark.bottom > frame.bottom) this.scrollTo(first.figure, first.box.top);
  }

  put(element, box) {
    for (const side of ["left", "top", "width", "height"]) element.style.setProperty(side, `${box[side] * 100}%`);
  }

  letDraw(figure) {
    let start = null;
    let frame = null;
    const at = (event) => {
      const area = figure.getBoundingClientRect();
      return {
        x: Math.min(Math.max((event.clientX - area.left) / area.width, 0), 1),
        y: Math.min(Math.max((event.clientY - area.top) / area.height, 0), 1),
      };
    };
    const boxTo = (point) => ({
      page: Number(figure.dataset.page),
      left: Math.min(start.x, point.x), top: Math.min(start.y, point.y),
      width: Math.abs(point.x - start.x), height: Math.abs(point.y - start.y),
    });
    figure.addEventListener("pointerdown", (event) => {
      if (event.button !== 0 || event.pointerType === "touch" || figure.dataset.turns > 0) return;
      // The field keeps its focus: it is the one that will be filled.
      event.preventDefault();
      start = at(event);
      frame = document.createElement("span");
      frame.className = "drawn";
      figure.append(frame);
      figure.setPointerCapture(event.pointerId);
    });
    figure.addEventListener("pointermove", (event) => { if (start) this.put(frame, boxTo(at(event))); });
    const end = (event) => {
      if (!start) return;
      const box = boxTo(at(event));
      start = null;
      frame.remove();
      if (event.type === "pointercancel" || box.width < drawnAtLeast || box.height < drawnAtLeast) return;
      this.section.dispatchEvent(new CustomEvent("drawn", { detail: box }));
    };
    figure.addEventListener("pointerup", end);
    figure.addEventListener("pointercancel", end);
  }
}

const viewers = new WeakMap();

/** The viewer of a section, made once. */
export function viewer(section) {
  if (!viewers.has(section)) viewers.set(section, new Viewer(section));
  return viewers.get(section);
}
for (const section of document.querySelectorAll("[data-viewer]")) viewer(section);
