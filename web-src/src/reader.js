import htmx from "htmx.org";

// The reader: the open record is marked and kept in the address, notes in the margin light up their words, and words
// that are selected can be written down as a record that was missed.
export function reader(root) {
  const side = root.querySelector("#side");
  const missed = root.querySelector(".missed");
  const text = root.querySelector("#text");

  root.addEventListener("click", (event) => {
    const link = event.target.closest("a[hx-get]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const id = link.getAttribute("hx-get").split("/")[3] ?? "";
    for (const old of text.querySelectorAll(".m.on, .m[aria-current]")) {
      old.classList.remove("on");
      old.removeAttribute("aria-current");
    }
    for (const piece of of(id)) piece.classList.add("on");
    if (link.classList.contains("m")) link.setAttribute("aria-current", "true");
    if (link.pathname.startsWith("/source/")) history.replaceState(history.state, "", link.href);
  });

  for (const over of ["mouseover", "focusin"]) {
    text.addEventListener(over, (event) => light(event.target.closest(".note a[data-r]")?.dataset.r ?? ""));
  }
  function light(id) {
    for (const lit of text.querySelectorAll(".m.lit")) lit.classList.remove("lit");
    for (const piece of of(id)) piece.classList.add("lit");
  }
  function of(id) {
    return id ? text.querySelectorAll(`.m[data-r~="${CSS.escape(id)}"]`) : [];
  }

  // A name that is signed once is signed in every form of the panel.
  side.addEventListener("input", (event) => {
    if (event.target.name !== "by" || event.target.type === "hidden") return;
    for (const signed of side.querySelectorAll("input.as-signed")) signed.value = event.target.value;
  });

  document.addEventListener("selectionchange", () => {
    const selected = document.getSelection();
    const words = selected?.toString().trim() ?? "";
    const from = selected?.anchorNode?.parentElement?.closest?.(".line");
    const to = selected?.focusNode?.parentElement?.closest?.(".line");
    const fits = from && from === to && text.contains(from) && words.length > 1;
    missed.hidden = !fits;
    if (!fits) return;
    const box = selected.getRangeAt(0).getBoundingClientRect();
    const at = root.getBoundingClientRect();
    missed.style.left = `${Math.max(0, Math.min(box.left - at.left, at.width - 240))}px`;
    missed.style.top = `${box.bottom - at.top + 8}px`;
    missed.elements.at.value = from.dataset.seq;
    // What the browser shows may flow on where the text has a line break: the words are taken as they stand in it.
    missed.elements.quote.value = selected.getRangeAt(0).toString().trim();
  });
  missed.addEventListener("mousedown", (event) => event.preventDefault());
  missed.addEventListener("submit", (event) => {
    event.preventDefault();
    const asked = new URLSearchParams(new FormData(missed));
    missed.hidden = true;
    htmx.ajax("GET", `${new URL(missed.action).pathname}?${asked}`, { target: "#side", swap: "innerHTML" });
  });
  root.dataset.ready = "true";
}
