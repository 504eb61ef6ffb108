// ── State ────────────────────────────────────────────────────────────────────────────────────────

let shown = null;                                    // diagram on the stage
let selection = null;                                // {node} or {opportunity, reason?}, or null
let trail = [];                                      // selections before this one
let cameFrom = null;                                 // where focus goes back to when it is cleared

const drawn = () => (shown ? drawingOf(shown) : null);

function showDiagram(diagram) {
  shown = diagram;
  at["leaf-choice"].value = diagram.key;
  const position = data.diagrams.indexOf(diagram);
  at["leaf-back"].disabled = position === 0;
  at["leaf-on"].disabled = position === data.diagrams.length - 1;
  at.stage.setAttribute("aria-label", diagram.title);
  at.stage.replaceChildren(drawn()?.svg ?? make("p", { className: "hint" }, words.brokenDiagram));
  fitCamera();
  paint();
  remember();
}

/** Turns the leaf forwards or back, as in a book. */
function turnLeaf(step) {
  const next = data.diagrams[data.diagrams.indexOf(shown) + step];
  if (next) showDiagram(next);
}

/** How much of a selection a diagram shows: of a proposal its ends and the line between them. */
function worth(diagram, { node, opportunity }) {
  const drawing = drawingOf(diagram);
  if (!drawing) return 0;
  if (!opportunity) return drawing.nodes.has(node) ? 1 : 0;
  const ends = [opportunity.from, opportunity.to].filter((end) => drawing.nodes.has(end));
  return ends.length + (drawing.opportunities.has(opportunity.key) ? 1 : 0);
}

/** Turns to the first diagram that shows more of the selection than the present one. */
function turnToSelection() {
  if (!shown) return;
  const best = data.diagrams.reduce((best, one) =>
    worth(one, selection) > worth(best, selection) ? one : best, shown);
  if (best !== shown) showDiagram(best);
}
