// What the desk does in the browser: htmx for parts of pages, keys, and the islands where a page has one.
import "htmx.org";
import { feeds } from "./feeds.js";
import { keys } from "./keys.js";
import { lists } from "./lists.js";
import { network, years } from "./network.js";
import { reader } from "./reader.js";
import { search } from "./search.js";
import { draft } from "./draft.js";
import { match } from "./match.js";
import { timeline } from "./timeline.js";
import { upload } from "./upload.js";

const islands = { feeds, timeline, network, years, reader, upload, match, draft };

function start() {
  keys();
  lists();
  search();
  for (const [name, island] of Object.entries(islands)) {
    for (const element of document.querySelectorAll(`[data-island="${name}"]`)) island(element);
  }
  document.documentElement.dataset.ready = "true";
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
