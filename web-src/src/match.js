// The queue of pairs by keyboard: s, d, u decide, arrows leave a pair for later, z takes the last decision back.
const VERDICTS = { s: "same", d: "different", u: "unsure" };

export function match(page) {
  const form = page.querySelector("[data-verdicts]");
  let leaving = false; // a key that comes while the next pair is on its way is not for this one
  window.addEventListener("pageshow", () => (leaving = false));
  document.addEventListener("submit", () => (leaving = true));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || leaving) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    if (event.key in VERDICTS) {
      event.preventDefault();
      form.requestSubmit(form.querySelector(`button[value="${VERDICTS[event.key]}"]`));
    } else if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      page.querySelector(event.key === "ArrowLeft" ? "[data-before]" : "[data-after]")?.click();
    } else if (event.key === "z") {
      document.querySelector('.said form[action="/undo"]')?.requestSubmit();
    }
  });
}
