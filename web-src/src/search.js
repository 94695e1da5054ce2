// The field in the head: what is found while somebody types opens below it; Escape, or going elsewhere, closes it.
export function search() {
  const field = document.getElementById("find");
  const found = document.getElementById("found");
  if (!field || !found) return;
  const head = field.closest(".find");
  const close = () => found.replaceChildren();
  head.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !head.contains(event.relatedTarget)) close();
  });
  document.addEventListener("pointerdown", (event) => {
    if (!head.contains(event.target)) close();
  });
  head.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    close();
    field.focus();
  });
}
