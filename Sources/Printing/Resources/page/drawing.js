// ── Diagrams: parsed when first needed, then kept ────────────────────────────────────────────────

const SVG = "http://www.w3.org/2000/svg";
const DRAWING_ELEMENTS = new Set([
  "svg", "g", "a", "defs", "linearGradient", "radialGradient", "stop", "pattern", "clipPath", "path",
  "polygon", "polyline", "ellipse", "circle", "rect", "line", "text", "tspan",
]);

const drawings = new Map();                          // diagram → its drawing

/** A drawing holds the groups of one diagram by what they show; null if it cannot be read. */
function drawingOf(diagram) {
  if (!drawings.has(diagram)) drawings.set(diagram, prepareDrawing(diagram));
  return drawings.get(diagram);
}

function prepareDrawing(diagram) {
  const svg = parseDrawing(diagram.svg);
  if (!svg) return null;
  const drawing = { diagram, svg, camera: null, nodes: new Map(), ties: new Map(),
    opportunities: new Map(), meanings: new Map() };
  for (const group of svg.querySelectorAll("g.node, g.edge")) register(group, drawing);
  wrapInCamera(drawing);
  return drawing;
}

/** The shapes and texts of a drawing; null where it cannot be read. */
function parseDrawing(text) {
  const parsed = new DOMParser().parseFromString(text.trim(), "image/svg+xml");
  const svg = parsed.documentElement;
  if (svg.localName !== "svg" || parsed.querySelector("parsererror")) return null;
  clean(svg);
  return svg;
}

/** Keeps shapes and text only, and of references those to the drawing's own patterns. */
function clean(svg) {
  for (const element of [svg, ...svg.querySelectorAll("*")]) {
    const allowed = element.namespaceURI === SVG && DRAWING_ELEMENTS.has(element.localName);
    if (!allowed) element.remove();
    for (const { name, value } of [...element.attributes]) {
      const leadsOut = /url\s*\((?!\s*["']?#)/i.test(value);
      if (leadsOut || /^on|href$|^style$/i.test(name)) element.removeAttribute(name);
    }
  }
}

/**
 * Files a group under what its id says: "3" and "giver-3" are nodes, "tie-7-12" a line that stands for
 * two ties, "opportunity-2" the number of a proposal and "opportunity-2-a" one half of its line.
 */
function register(group, drawing) {
  const own = group.id.slice(drawing.diagram.key.length + 1);
  const [, word, digits] = /^(?:(\w+)-)?(\d+(?:-\d+)*)(?:-[ab])?$/.exec(own) ?? [];
  const numbers = (digits ?? "").split("-").map(Number);
  const isNode = group.classList.contains("node") && numbers.length === 1;
  if (own.startsWith("legend")) group.classList.add("fixed");
  else if (word === "tie") registerTies(group, numbers.filter((tie) => data.ties[tie]), drawing);
  else if (word === "opportunity") registerOpportunity(group, numbers, drawing);
  else if (isNode && digits && showsNode(group, word, numbers[0])) {
    registerNode(group, numbers[0], drawing);
  }
}

/** Whether a group is about a node: a number behind a word may count something else. */
function showsNode(group, word, node) {
  if (!data.nodes[node]) return false;
  return !word || bare(group.textContent).includes(bare(nameOf(node)).slice(0, 8));
}

const push = (map, key, value) => map.set(key, [...(map.get(key) ?? []), value]);

function registerNode(group, node, drawing) {
  push(drawing.nodes, node, group);
  drawing.meanings.set(group, { node });
  describe(group, `${nameOf(node)} (${kindOf(node)})`);
  makeClickable(group);
}

function registerTies(group, ties, drawing) {
  const sentences = ties.map((tie) => {
    const [from, to, relation] = data.ties[tie];
    push(drawing.ties, tie, group);
    return `${nameOf(from)} – ${data.relations[relation]?.[0] ?? relation} – ${nameOf(to)}`;
  });
  if (sentences.length) describe(group, sentences.join("\n"));
}

/** A diagram numbers the proposals of one approach. */
const opportunitiesRanked = (ranks, { section }) =>
  ranks.map((rank) => opportunityByRank.get(`${section} ${rank}`)).filter(Boolean);

function registerOpportunity(group, ranks, drawing) {
  const opportunities = opportunitiesRanked(ranks, drawing.diagram);
  for (const { key } of opportunities) push(drawing.opportunities, key, group);
  if (!opportunities.length || !group.classList.contains("node")) return;
  drawing.meanings.set(group, { opportunity: opportunities[0] });
  const sentences = opportunities.map(({ from, to, number }) =>
    `${words.opportunity(number)}: ${nameOf(from)} – ${nameOf(to)}`);
  describe(group, sentences.join("\n"));
  makeClickable(group);
}

/** The same words for the mouse (tooltip) and for a screen reader; of lines the panel tells more. */
function describe(group, text) {
  const title = group.ownerDocument.createElementNS(SVG, "title");
  title.textContent = text;
  group.prepend(title);
  if (group.classList.contains("node")) group.setAttribute("aria-label", text);
  else group.setAttribute("aria-hidden", "true");
}

function makeClickable(group) {
  group.setAttribute("tabindex", "0");
  group.setAttribute("role", "button");
}

/** The browser fits the viewBox into the stage; zoom and pan move a group within it. */
function wrapInCamera(drawing) {
  const { svg, diagram } = drawing;
  const camera = svg.ownerDocument.createElementNS(SVG, "g");
  camera.setAttribute("class", "camera");
  camera.append(...svg.childNodes);
  svg.append(camera);
  drawing.camera = camera;
  if (!svg.hasAttribute("viewBox")) {
    const size = ["width", "height"].map((side) => parseFloat(svg.getAttribute(side)) || 100);
    svg.setAttribute("viewBox", `0 0 ${size.join(" ")}`);
  }
  svg.removeAttribute("width");
  svg.removeAttribute("height");
  svg.setAttribute("preserveAspectRatio", "xMidYMin meet");
  svg.setAttribute("role", "group");
  svg.setAttribute("aria-label", diagram.title);
}
