// The keyboard first: "/" goes to the search, Escape leaves a field.
export function keys() {
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      const find = document.getElementById("find");
      find?.focus();
      find?.select();
    } else if (event.key === "Escape" && typing) {
      typing.blur();
    }
  });
}
