// The network as a drawing: nodes where the server put them, lines that say how a tie stands. The table beside it says
// the same, so the drawing takes no focus; what it does (choose a node, fold a community) is a link on the page too.
import Graph from "graphology";
import Sigma from "sigma";
import htmx from "htmx.org";
import { DashedProgram, TieProgram } from "./network_ties.js";
import { hulls } from "./network_hulls.js";

const COLOURS = 10;
const PALER = [1, 0.62, 0.8, 0.45]; // of a colour, at each turn through them
const MANY = 1000; // nodes from which on lines have no heads

export function network(element) {
  const stage = element.querySelector(".stage");
  const waiting = element.querySelector(".waiting");
  fetch(element.dataset.src, { headers: { accept: "application/json" } })
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))))
    .then((told) => {
      waiting.hidden = true;
      if (told.nodes.length) draw(element, stage, told);
      else finish(element);
    })
    .catch(() => {
      waiting.textContent = "The drawing could not be made; the table says the same.";
      finish(element);
    });
}

function finish(element) {
  requestAnimationFrame(() => requestAnimationFrame(() => (element.dataset.ready = "true")));
}

function draw(element, stage, told) {
  const ink = palette();
  const graph = new Graph({ type: "directed", multi: true });
  for (const node of told.nodes) {
    graph.addNode(node.id, {
      x: node.x, y: node.y, size: node.size, label: cut(node.name), name: node.name, community: node.community,
      color: ink.community(node.community), holds: node.holds, tied: node.tied, kind: node.kind,
      forceLabel: node.id === told.around || node.holds > 1,
    });
  }
  const thin = Math.min(1, Math.max(0.3, 14.2 / Math.sqrt(told.nodes.length)));
  for (const line of told.lines) {
    const { size, ...looks } = style(line, ink);
    graph.addDirectedEdge(line.one, line.other, { ...looks, size: size * thin, type: told.nodes.length > MANY ? "plain" : "tie" });
  }
  let sigma;
  try {
    sigma = new Sigma(graph, stage, settings(ink, told));
  } catch {
    element.querySelector(".waiting").hidden = false;
    element.querySelector(".waiting").textContent = "This browser draws no WebGL; the table says the same, and the SVG shows it.";
    return finish(element);
  }
  const folded = new Set(told.communities.filter((c) => c.folded).map((c) => c.number));
  const outlined = told.communities.filter((c) => !folded.has(c.number)).map((c) => c.number);
  if (told.communities.length > 1) hulls(sigma, graph, outlined.slice(0, 40), ink.community);
  interact(element, sigma, graph, ink);
  finish(element);
}

function settings(ink, told) {
  return {
    zIndex: true, // else what is chosen lies under what is not
    defaultEdgeType: "tie",
    edgeProgramClasses: { tie: TieProgram, plain: DashedProgram },
    minEdgeThickness: told.nodes.length > MANY ? 0.6 : 1.2,
    labelColor: { color: ink.ink },
    labelFont: getComputedStyle(document.body).fontFamily,
    labelSize: 12.5,
    labelRenderedSizeThreshold: told.nodes.length < 60 ? 0 : told.nodes.length < MANY ? 5 : 2.4,
    labelDensity: told.nodes.length < 25 ? 4 : 1,
    labelGridCellSize: 82,
    defaultDrawNodeLabel: (context, data, options) => label(context, data, options, ink),
    defaultDrawNodeHover: (context, data, options) => label(context, data, options, ink, true),
    minCameraRatio: 0.03,
    maxCameraRatio: 3,
    stagePadding: 46,
    enableEdgeEvents: false,
    allowInvalidContainer: true,
  };
}

function palette() {
  const said = getComputedStyle(document.documentElement);
  const value = (name) => said.getPropertyValue(name).trim();
  const paper = value("--sheet");
  const tints = Array.from({ length: COLOURS }, (_, n) => value(`--c${n}`));
  return {
    ink: value("--ink"), paper, soft: value("--soft"), bad: value("--bad"), warn: value("--warn"), good: value("--good"),
    community: (number) => {
      const part = PALER[Math.floor(number / COLOURS)];
      return part ? mixed(tints[number % COLOURS], paper, part) : value("--cx");
    },
    mix: (colour, part) => mixed(colour, paper, part),
  };
}

// A colour laid over the paper: WebGL would add up transparent lines where many cross.
function mixed(colour, paper, part) {
  const [a, b] = [colour, paper].map((hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)));
  return `#${a.map((v, n) => Math.round(v * part + b[n] * (1 - part)).toString(16).padStart(2, "0")).join("")}`;
}

function style(line, ink) {
  const said = line.status !== "stated";
  const colour = line.denied ? ink.bad : said ? ink.warn : line.standing === "confirmed" ? ink.good : ink.ink;
  const faint = { recorded: 0.62, confirmed: 0.9, read: 0.42, proposed: 0.55 }[line.standing] ?? 0.5;
  const dash = line.standing === "proposed" ? 5 : line.denied || said ? 13 : 0;
  const size = (line.standing === "confirmed" ? 3 : 2) * Math.min(1 + 0.3 * (line.ties - 1), 3);
  return { color: ink.mix(colour, line.undated ? faint * 0.55 : faint), full: colour, size, dash, zIndex: 0 };
}

function cut(name) {
  return name.length > 34 ? `${name.slice(0, 33)}…` : name;
}

function label(context, data, options, ink, above = false) {
  if (!data.label) return;
  context.font = `${data.chosen || above ? 600 : 400} ${options.labelSize}px ${options.labelFont}`;
  const [x, y] = [data.x, data.y - data.size - 5];
  context.textAlign = "center";
  context.lineJoin = "round";
  context.lineWidth = 4;
  context.strokeStyle = ink.paper;
  context.strokeText(data.label, x, y);
  context.fillStyle = data.dim ? ink.soft : ink.ink;
  context.fillText(data.label, x, y);
  if (above) {
    context.beginPath();
    context.arc(data.x, data.y, data.size + 2.5, 0, 2 * Math.PI);
    context.lineWidth = 2;
    context.strokeStyle = ink.ink;
    context.stroke();
  }
}

function interact(element, sigma, graph, ink) {
  let chosen = null;
  let near = new Set();
  let over = null;
  const tip = element.querySelector(".tip");
  const choose = (node) => {
    chosen = node;
    near = new Set(node ? graph.neighbors(node) : []);
    sigma.refresh({ skipIndexation: true });
  };
  sigma.setSetting("nodeReducer", (node, data) => {
    if (!chosen) return data;
    if (node === chosen) return { ...data, zIndex: 3, chosen: true, forceLabel: true };
    if (near.has(node)) return { ...data, zIndex: 2, forceLabel: near.size < 40 };
    return { ...data, color: ink.mix(data.color, 0.22), label: null, zIndex: 0, dim: true };
  });
  sigma.setSetting("edgeReducer", (edge, data) => {
    if (!chosen) return data;
    if (graph.hasExtremity(edge, chosen)) return { ...data, color: data.full, zIndex: 2 };
    return { ...data, color: ink.mix(data.color, 0.16), zIndex: 0 };
  });
  sigma.on("enterNode", ({ node }) => {
    over = node;
    const { name, tied, kind, holds } = graph.getNodeAttributes(node);
    tip.textContent = holds > 1 ? `${name}: a folded community` : `${name}${kind ? `, ${words(kind)}` : ""}: tied to ${tied} here`;
    tip.hidden = false;
    stageOf(element).classList.add("over");
  });
  sigma.on("leaveNode", () => {
    over = null;
    tip.hidden = true;
    stageOf(element).classList.remove("over");
  });
  sigma.on("clickNode", ({ node }) => {
    choose(node);
    list(element, node);
  });
  sigma.on("doubleClickNode", (event) => {
    event.preventSigmaDefault();
    if (!event.node.startsWith("community:")) location.assign(`${element.dataset.here}?entity=${encodeURIComponent(event.node)}`);
  });
  sigma.on("clickStage", () => {
    if (!chosen) return;
    choose(null);
    list(element, "");
  });
  document.addEventListener("click", (event) => event.target.closest("[data-clear]") && choose(null));
  for (const button of element.querySelectorAll("[data-zoom]")) {
    const camera = sigma.getCamera();
    const moves = { in: () => camera.animatedZoom({ duration: 150 }), out: () => camera.animatedUnzoom({ duration: 150 }), all: () => camera.animatedReset({ duration: 150 }) };
    button.addEventListener("click", moves[button.dataset.zoom]);
  }
  element.network = { sigma, graph, choose: (node) => (choose(node), list(element, node)), over: () => over };
}

function stageOf(element) {
  return element.querySelector(".stage");
}

function words(kind) {
  return kind.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
}

function list(element, node) {
  const address = element.dataset.ties;
  const asked = node ? `${address}${address.includes("?") ? "&" : "?"}of=${encodeURIComponent(node)}` : address;
  htmx.ajax("GET", asked, { target: "#ties", swap: "outerHTML" });
}

// The slider of years: two handles on one track, and their years in words while they move.
export function years(element) {
  const [since, until] = element.querySelectorAll("input");
  const [from, to] = element.querySelectorAll("output");
  const told = () => {
    if (Number(since.value) > Number(until.value)) [since.value, until.value] = [until.value, since.value];
    from.textContent = since.value;
    to.textContent = until.value;
  };
  element.addEventListener("input", told);
  element.dataset.ready = "true";
  element.closest("form").addEventListener("formdata", ({ formData }) => {
    if (since.value === element.dataset.first) formData.delete("since");
    if (until.value === element.dataset.last) formData.delete("until");
    for (const [name, value] of [...formData]) if (value === "") formData.delete(name);
    const standing = formData.getAll("standing").join();
    if (standing === "recorded,confirmed,read") formData.delete("standing");
  });
}
