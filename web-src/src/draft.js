// The draft of a report: pieces are dragged by their grips, what is written is kept as it is written, the page stays put.
const PLACE = "draft-scroll";

export function draft(form) {
  const list = form.querySelector("[data-blocks]");
  const saved = form.querySelector("[data-saved]");
  const at = sessionStorage.getItem(PLACE);
  if (at !== null) {
    sessionStorage.removeItem(PLACE);
    if (!location.hash) window.scrollTo(0, Number(at));
  }
  form.addEventListener("submit", () => sessionStorage.setItem(PLACE, String(window.scrollY)));

  const save = async () => {
    const body = new URLSearchParams(new FormData(form));
    body.set("op", "save");
    saved.textContent = "saving …";
    try {
      const answer = await fetch(form.action, { method: "POST", body, headers: { "X-Desk": "draft" }, redirect: "manual" });
      saved.textContent = answer.status === 204 ? "saved" : "not saved: press Save to see why";
    } catch {
      saved.textContent = "not saved: the desk does not answer";
    }
  };
  let waiting;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    saved.textContent = "";
    waiting = setTimeout(save, 1500);
  });
  form.addEventListener("submit", () => clearTimeout(waiting));

  let moving = null;
  for (const block of list.querySelectorAll("[data-block]")) {
    const grip = block.querySelector("[data-grip]");
    grip.addEventListener("pointerdown", () => (block.draggable = true));
    grip.addEventListener("pointerup", () => (block.draggable = false));
    block.addEventListener("dragstart", (event) => {
      moving = block;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", "");
      block.classList.add("moving");
    });
    block.addEventListener("dragend", () => {
      block.draggable = false;
      block.classList.remove("moving");
      if (moving) form.requestSubmit(form.querySelector('button[value="save"]'));
      moving = null;
    });
    block.addEventListener("dragover", (event) => {
      if (!moving || moving === block) return;
      event.preventDefault();
      const { top, height } = block.getBoundingClientRect();
      block[event.clientY < top + height / 2 ? "before" : "after"](moving);
    });
  }
}
