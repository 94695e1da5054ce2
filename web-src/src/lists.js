// Lists that arrows walk through ([data-walk]), and forms that ask again when a choice in them changes ([data-instant]).
export function lists() {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const list = event.target.closest(".find")?.querySelector("[data-walk]") ?? document.querySelector("main [data-walk]");
    if (!list) return;
    const from = event.target.closest("input[type=search]") ?? event.target.closest("[data-walk] a");
    if (!from) return;
    const items = [...list.querySelectorAll("a[data-item]")];
    const at = items.indexOf(document.activeElement);
    const next = event.key === "ArrowDown" ? at + 1 : at - 1;
    event.preventDefault();
    if (next < 0) (list.closest(".find")?.querySelector("input") ?? document.querySelector("main input[type=search]"))?.focus();
    else items[Math.min(next, items.length - 1)]?.focus();
  });
  document.addEventListener("change", (event) => {
    const form = event.target.closest("form[data-instant]");
    if (form) form.requestSubmit();
  });
}
