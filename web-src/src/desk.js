// What the desk does in the browser: htmx for parts of pages, keys, and the islands where a page has one.
import "htmx.org";
import { keys } from "./keys.js";
import { lists } from "./lists.js";
import { network, years } from "./network.js";
import { reader } from "./reader.js";
import { match } from "./match.js";
import { timeline } from "./timeline.js";
import { upload } from "./upload.js";

const islands = { timeline, network, years, reader, upload, match };

function start() {
  keys();
  lists();
  for (const [name, island] of Object.entries(islands)) {
    for (const element of document.querySelectorAll(`[data-island="${name}"]`)) island(element);
  }
  document.documentElement.dataset.ready = "true";
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
