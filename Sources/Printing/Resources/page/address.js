// ── Address: #d=diagram&n=node or &o=opportunity, so that a link or a reload finds the same place ─

const FILTERS = { i: "filter-issue", k: "filter-kind", a: "filter-approach" };

function remember() {
  if (!hasStarted) return;
  const place = new URLSearchParams();
  if (shown) place.set("d", shown.key);
  if (selection?.opportunity) place.set("o", selection.opportunity.key);
  else if (selection) place.set("n", data.nodes[selection.node].id);
  for (const [key, id] of Object.entries(FILTERS)) if (at[id].value) place.set(key, at[id].value);
  try {
    history.replaceState(null, "", `#${place}`);
  } catch {
    // Some browsers forbid this for file://; the page works without a memory.
  }
}

/** Follows the address; an anchor such as #problems names no place of ours and changes nothing. */
function recall(hash) {
  const place = new URLSearchParams(hash.slice(1));
  const diagram = data.diagrams.find((one) => one.key === place.get("d"));
  const node = nodeById.get(place.get("n"));
  const opportunity = opportunityByKey.get(Number(place.get("o") ?? NaN));
  for (const [key, id] of Object.entries(FILTERS)) {
    if (place.has(key)) at[id].value = place.get(key);
    if (at[id].selectedIndex < 0) at[id].value = "";
  }
  if (Object.keys(FILTERS).some((key) => place.has(key))) readFilter();
  if (diagram && diagram !== shown) showDiagram(diagram);
  if (opportunity) selectOpportunity(opportunity);
  else if (node !== undefined) selectNode(node);
}
