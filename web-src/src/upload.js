// Files and folders that are dropped or chosen go to the desk in one form, each with the path that the user has it by.
const READ = 100; // entries that a browser gives of a folder at once

async function inside(entry, path, found, most) {
  if (found.length > most) return;
  if (entry.isFile) {
    const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
    found.push({ file, path: path + file.name });
  } else if (entry.isDirectory) {
    const reader = entry.createReader();
    for (;;) {
      const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
      for (const one of some) await inside(one, `${path}${entry.name}/`, found, most);
      if (some.length === 0 || (some.length < READ && found.length > most)) return;
    }
  }
}

function size(bytes) {
  const steps = [[1e9, "GB"], [1e6, "MB"], [1e3, "kB"]];
  const [by, name] = steps.find(([n]) => bytes >= n) ?? [1, "bytes"];
  return `${by === 1 ? bytes : (bytes / by).toFixed(1)} ${name}`;
}

export function upload(form) {
  const drop = form.querySelector("[data-drop]");
  const chosen = form.querySelector("[data-chosen]");
  const progress = form.querySelector("[data-progress]");
  const error = form.querySelector("[data-error]");
  const button = form.querySelector("button");
  const inputs = [...form.querySelectorAll('input[type=file][name="files"]')];
  const most = Number(form.dataset.files);
  const largest = Number(form.dataset.gigabytes) * 2 ** 30;
  let files = [];

  const say = (what) => {
    error.hidden = !what;
    error.textContent = what;
  };
  const take = (more) => {
    const here = new Map(files.map((f) => [f.path, f]));
    for (const one of more) here.set(one.path, one);
    files = [...here.values()];
    const bytes = files.reduce((sum, f) => sum + f.file.size, 0);
    const names = files.slice(0, 3).map((f) => f.path).join(", ");
    chosen.textContent = `${files.length.toLocaleString("en")} ${files.length === 1 ? "file" : "files"}, ${size(bytes)}: ${names}${files.length > 3 ? " …" : ""}`;
    say(files.length > most ? `More than ${most.toLocaleString("en")} files: add them in parts.` : bytes > largest ? "Too large for one time: add them in parts." : "");
    button.disabled = !error.hidden;
    return error.hidden;
  };

  for (const input of inputs) {
    input.addEventListener("change", () => {
      take([...input.files].map((file) => ({ file, path: file.webkitRelativePath || file.name })));
      input.value = "";
    });
  }
  // The whole page takes what is dropped, so that a near miss does not open the file instead.
  const dragging = (event) => event.dataTransfer?.types.includes("Files");
  document.addEventListener("dragover", (event) => {
    if (!dragging(event)) return;
    event.preventDefault();
    drop.classList.add("over");
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) drop.classList.remove("over");
  });
  document.addEventListener("drop", async (event) => {
    if (!dragging(event)) return;
    event.preventDefault();
    drop.classList.remove("over");
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    const found = [];
    try {
      for (const entry of entries) await inside(entry, "", found, most);
    } catch {
      say("Some of what was dropped could not be read by the browser.");
      return;
    }
    take(found);
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!files.length) {
      say("Choose files first, or drop them here.");
      return;
    }
    const body = new FormData();
    for (const [name, value] of new FormData(form)) {
      if (name !== "files" && !(value instanceof File && !value.name)) body.append(name, value);
    }
    for (const { file, path } of files) {
      body.append("path", path);
      body.append("files", file, file.name);
    }
    const request = new XMLHttpRequest();
    const bar = progress.querySelector("progress");
    const fail = (what) => {
      progress.hidden = true;
      button.disabled = false;
      say(what);
    };
    request.upload.addEventListener("progress", (sent) => {
      if (!sent.lengthComputable) return;
      bar.max = sent.total;
      bar.value = sent.loaded;
      progress.querySelector("[data-sent]").textContent = `${size(sent.loaded)} of ${size(sent.total)}`;
    });
    request.addEventListener("load", () => {
      const said = request.response ?? {};
      if (request.status === 200 && said.job) window.location.assign(said.job);
      else fail([said.what ?? "The files could not be sent.", said.try ? `Try: ${said.try}` : ""].join(" "));
    });
    request.addEventListener("error", () => fail("The desk did not answer: is it still running?"));
    request.open("POST", form.action);
    request.responseType = "json";
    request.setRequestHeader("X-Desk", "upload");
    say("");
    button.disabled = true;
    progress.hidden = false;
    request.send(body);
  });
}
