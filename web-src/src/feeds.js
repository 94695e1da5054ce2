// Sliders say their value while they move; the form asks anew when one is let go, and the page stays where it was.
export function feeds(form) {
  const key = `scroll:${location.pathname}`;
  const at = sessionStorage.getItem(key);
  if (at) {
    sessionStorage.removeItem(key);
    window.scrollTo(0, Number(at));
  }
  form.addEventListener("input", ({ target }) => {
    const told = target.closest(".slide")?.querySelector("output");
    if (told) told.textContent = target.value;
  });
  form.addEventListener("submit", () => sessionStorage.setItem(key, String(window.scrollY)));
  form.addEventListener("formdata", ({ formData }) => {
    for (const [name, value] of [...formData]) if (value === "") formData.delete(name);
  });
  form.dataset.ready = "true";
}
