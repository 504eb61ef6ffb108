// ── Start ────────────────────────────────────────────────────────────────────────────────────────

let hasStarted = false;

function writeWords() {
  const targets = [
    ["data-word", (element, text) => { element.textContent = text; }],
    ["data-label", (element, text) => element.setAttribute("aria-label", text)],
    ["data-placeholder", (element, text) => { element.placeholder = text; }],
  ];
  for (const [attribute, write] of targets) {
    for (const element of document.querySelectorAll(`[${attribute}]`)) {
      write(element, words[element.getAttribute(attribute)]);
    }
  }
}

function showHeader() {
  at.title.textContent = data.title;
  at.title.lang = isThai(data.title) ? "th" : language;
  at.subtitle.textContent = data.subtitle;
  pairs(at.figures, data.figures);
  at["figures-box"].open = window.matchMedia("(min-width: 56.01rem)").matches;
  at["to-opportunities"].textContent = `${words.opportunities} (${data.opportunities.length})`;
  at["to-problems"].textContent = `${words.problems} (${data.problems.length})`;
}

/** The name of a drawing; sheets of one name are numbered. */
function diagramName(diagram) {
  const alike = data.diagrams.filter((one) => one.name === diagram.name);
  const number = alike.length > 1 ? ` (${alike.indexOf(diagram) + 1}/${alike.length})` : "";
  return diagram.name + number;
}

function showLeaves() {
  at["leaf-choice"].append(...data.diagrams.map((one) => option(one.key, diagramName(one))));
  at["leaf-choice"].onchange = () =>
    showDiagram(data.diagrams.find((one) => one.key === at["leaf-choice"].value));
  at["leaf-back"].onclick = () => turnLeaf(-1);
  at["leaf-on"].onclick = () => turnLeaf(1);
}

function showEmptyStates() {
  const none = !data.diagrams.length;
  at.workbench.classList.toggle("bare", none);
  at.leaf.hidden = at.frame.hidden = none;
  at["no-diagrams"].hidden = !none;
  at["no-opportunities"].hidden = data.opportunities.length > 0;
  at["opportunity-table"].hidden = !data.opportunities.length;
  document.querySelector("main").hidden = at.summary.hidden = data === EMPTY;
}

function listenToWindow() {
  window.addEventListener("keydown", escape);
  window.addEventListener("hashchange", () => recall(location.hash));
  window.addEventListener("resize", () => drawn() && isFitted() && fitCamera());
  window.addEventListener("beforeprint", () => { at["figures-box"].open = true; });
}

function start() {
  const address = location.hash;
  writeWords();
  showHeader();
  fillFilters();
  showLeaves();
  showEmptyStates();
  showPanel();
  updateRows();
  showChapters();
  showProblems();
  listenToFilter();
  listenToSearch();
  listenToStage();
  listenToWindow();
  if (data.diagrams.length) showDiagram(data.diagrams[0]);
  hasStarted = true;
  recall(address);
}

start();
