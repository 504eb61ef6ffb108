// ── Chapters: other findings, as said and as tables ──────────────────────────────────────────────

function showChapters() {
  at.chapters.append(...data.chapters.map(chapterSection));
  at["to-chapters"].append(...data.chapters.map(({ key, title }) =>
    make("a", { href: `#chapter-${key}` }, title)));
}

function chapterSection({ key, title, question, paragraphs, grids, notes, svg = "" }) {
  const heading = `chapter-title-${key}`;
  return make("section", { id: `chapter-${key}`, className: "chapter", "aria-labelledby": heading },
    make("h2", { id: heading }, title),
    make("p", {}, question),
    ...chapterDiagrams(key),
    make("ul", {}, ...paragraphs.map((text) => make("li", {}, text))),
    ...chart(svg, title),
    ...grids.flatMap(chapterTable),
    ...notes.map((text) => make("p", { className: "soft" }, text)));
}

/** The drawings that show what the chapter says: their keys begin with its own. */
function chapterDiagrams(key) {
  const found = data.diagrams.filter((one) => one.key === key || one.key.startsWith(`${key}-`));
  const open = (diagram) => {
    clearSelection();
    showDiagram(diagram);
    at.frame.scrollIntoView({ block: "start", behavior: "instant" });
    at.stage.focus({ preventScroll: true });
  };
  return found.length ? [make("p", { className: "screen" }, ...found.map((diagram) =>
    makeButton({ onclick: () => open(diagram) }, words.seeDiagram(diagramName(diagram)))))] : [];
}

/** A chart that stands in the chapter itself; the table below it says the same in figures. */
function chart(text, title) {
  const svg = text && parseDrawing(text);
  if (!svg) return [];
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", title);
  return [make("figure", { className: "chart" }, svg)];
}

function chapterTable({ title, columns, numeric, rows }) {
  const side = (index) => (numeric[index] ? "numeric" : "");
  const body = make("tbody");
  const moreBox = make("div");
  fill(body, moreBox, rows, MOST_ROWS, (row) => make("tr", {}, ...row.map((text, index) =>
    make("td", { className: side(index), "data-label": columns[index] }, cellContent(text)))));
  const head = make("tr", {}, ...columns.map((heading, index) =>
    make("th", { scope: "col", className: side(index) }, heading)));
  return [
    make("h3", {}, title),
    make("div", { className: "wide" },
      make("table", { "aria-label": title }, make("thead", {}, head), body)),
    moreBox,
  ];
}

/** A text that is the name of one thing leads to it. */
function cellContent(text) {
  const node = nodeByName.get(text);
  return typeof node === "number" ? nameLink(node) : make("span", {}, text);
}
