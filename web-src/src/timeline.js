// A stretch of time is chosen by dragging over the strip or the lanes; it goes into the address.
const DAY = 86400000;

export function timeline(element) {
  const { since, until, first, last, here } = element.dataset;
  for (const [part, from, to] of [["[data-strip]", first, last], ["[data-lanes]", since, until]]) {
    const drawing = element.querySelector(`${part} svg`);
    if (drawing) brush(element, drawing, Date.parse(from), Date.parse(to), here);
  }
  element.dataset.ready = "true";
}

function brush(element, drawing, from, to, here) {
  const [left, right, wide] = ["left", "right", "wide"].map((name) => Number(drawing.dataset[name]));
  const strip = drawing.querySelector(".tl-brush");
  const mark = strip ?? rectangle(drawing);
  let start = null;
  let at = null;
  const along = (event) => {
    const box = drawing.getBoundingClientRect();
    return Math.min(Math.max(((event.clientX - box.left) / box.width) * wide, left), right);
  };
  const day = (x) => from + ((x - left) / (right - left)) * (to - from);
  drawing.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    start = at = along(event);
  });
  window.addEventListener("pointermove", (event) => {
    if (start === null) return;
    at = along(event);
    mark.setAttribute("x", Math.min(start, at));
    mark.setAttribute("width", Math.abs(at - start));
  });
  window.addEventListener("pointerup", () => {
    if (start === null) return;
    const [a, b] = [Math.min(start, at), Math.max(start, at)];
    start = null;
    if (b - a < 4) {
      mark.setAttribute("width", 0);
      return;
    }
    element.addEventListener("click", (event) => event.preventDefault(), { capture: true, once: true });
    show(here, day(a), Math.max(day(b), day(a) + 2 * DAY));
  });
  drawing.addEventListener("dragstart", (event) => event.preventDefault());
}

function rectangle(drawing) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [name, value] of Object.entries({ class: "tl-brush", x: 0, y: 0, width: 0, height: drawing.viewBox.baseVal.height })) made.setAttribute(name, value);
  return drawing.appendChild(made);
}

function show(here, from, to) {
  const words = (time) => new Date(time).toISOString().slice(0, 10);
  location.assign(`${here}${here.includes("?") ? "&" : "?"}from=${words(from)}&to=${words(to)}`);
}
