// ── Selection ────────────────────────────────────────────────────────────────────────────────────

const selectNode = (node, inDiagram = false) => select({ node }, inDiagram);
const selectOpportunity = (opportunity, inDiagram = false) => select({ opportunity }, inDiagram);

/** @param inDiagram true if chosen on the drawing itself, which then stays as it is. */
function select(next, inDiagram) {
  if (selection) trail.push(selection);
  else cameFrom = document.activeElement;
  show(next, inDiagram);
}

/** Back to what was chosen before. */
function selectBefore() {
  if (trail.length) show(trail.pop(), false);
}

function show(next, inDiagram) {
  selection = next;
  if (!inDiagram) turnToSelection();
  paint();
  showPanel();
  bringIntoView(chosenElements(), !inDiagram);
  if (!inDiagram) at.panel.querySelector("h2").focus({ preventScroll: true });
  remember();
}

/** Points out the paths of one reason, or again of all. */
function selectReason(reason) {
  selection = { ...selection, reason: selection.reason === reason ? undefined : reason };
  paint();
  markReason();
  bringIntoView(nearElements(), false);
}

function clearSelection() {
  selection = null;
  trail = [];
  paint();
  showPanel();
  remember();
}

/** Focus goes to the stage: back in the search box, a phone would raise its keyboard. */
function closePanel() {
  clearSelection();
  at.stage.focus({ preventScroll: true });
}

function escape(event) {
  if (event.key !== "Escape" || !selection) return;
  clearSelection();
  if (cameFrom?.isConnected) cameFrom.focus();
}

function chosenElements() {
  const drawing = drawn();
  if (!drawing || !selection) return [];
  const { node, opportunity } = selection;
  const ends = opportunity ? [opportunity.from, opportunity.to] : [node];
  const lines = opportunity ? drawing.opportunities.get(opportunity.key) ?? [] : [];
  return [...ends.flatMap((end) => drawing.nodes.get(end) ?? []), ...lines];
}

/** What stays at full strength beside the chosen. */
function nearElements() {
  const drawing = drawn();
  if (!drawing) return [];
  const { nodes, ties, opportunities } = nearby();
  return [
    ...nodes.flatMap((node) => drawing.nodes.get(node) ?? []),
    ...ties.flatMap((tie) => drawing.ties.get(tie) ?? []),
    ...opportunities.flatMap(({ key }) => drawing.opportunities.get(key) ?? []),
  ];
}

function nearby() {
  if (!selection) return withinFilter();
  if (selection.reason) return along(selection.reason.paths, [selection.opportunity]);
  return selection.opportunity ? between(selection.opportunity) : around(selection.node);
}

function around(node) {
  const offers = opportunitiesOf[node];
  return {
    nodes: [...neighbours[node].map((link) => link.node), ...offers.flatMap((o) => [o.from, o.to])],
    ties: neighbours[node].map((link) => link.tie),
    opportunities: offers,
  };
}

/** All that the reasons speak of. */
function between(opportunity) {
  const { from, to, reasons } = opportunity;
  const found = along(reasons.flatMap((reason) => reason.paths), [opportunity]);
  return { ...found, nodes: [from, to, ...found.nodes] };
}

function along(paths, opportunities) {
  const nodes = [...new Set(paths.flat())];
  return { nodes, ties: paths.flatMap((path) => path.slice(1).flatMap((node, index) =>
    linksBetween(path[index], node).map((link) => link.tie))), opportunities };
}

const linksBetween = (from, to) => neighbours[from]?.filter((link) => link.node === to) ?? [];

/** Marks the chosen, and lets what is not near fade; with nothing to point out nothing fades. */
function paint() {
  const svg = drawn()?.svg;
  for (const element of svg?.querySelectorAll(".near, .chosen") ?? []) {
    element.classList.remove("near", "chosen");
  }
  const chosen = chosenElements();
  const near = nearElements();
  for (const element of [...near, ...chosen]) element.classList.add("near");
  for (const element of chosen) element.classList.add("chosen");
  svg?.classList.toggle("focused", near.length + chosen.length > 0);
  markRow();
}
