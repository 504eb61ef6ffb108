// ── Filter by issue, kind and approach: of the table, the names found and the drawing ────────────

const CHOICES = ["filter-issue", "filter-kind", "filter-approach"];
const filter = { issue: null, kind: "", approach: "" };

const isFiltering = () => filter.issue !== null || Boolean(filter.kind || filter.approach);

/** Issue → what has to do with it: at hand, or through work on it. Reckoned when first asked for. */
const circles = new Map();

function circleOf(issue) {
  if (!circles.has(issue)) {
    const circle = new Set([issue]);
    for (const { node } of neighbours[issue]) {
      circle.add(node);
      if (data.nodes[node].kind !== "activity") continue;
      for (const next of neighbours[node]) if (reaches(next.node)) circle.add(next.node);
    }
    circles.set(issue, circle);
  }
  return circles.get(issue);
}

/** Through a whole plan or another issue everything would hang together. */
const reaches = (node) => !["plan", "issue"].includes(data.nodes[node].kind);

const nodeFits = (node) =>
  (!filter.kind || data.nodes[node].kind === filter.kind)
  && (filter.issue === null || circleOf(filter.issue).has(node));

/** The issues at a proposal's ends; where these have none, those of the work that they stand beside. */
function isAbout(opportunity, issue) {
  const ends = [opportunity.from, opportunity.to];
  const known = ends.flatMap((end) => neighbours[end].filter((link) => isIssue(link.node)));
  if (known.length) return known.some((link) => link.node === issue);
  return ends.some((end) => circleOf(issue).has(end));
}

const opportunityFits = (one) =>
  (!filter.approach || one.approach === filter.approach)
  && (!filter.kind || [one.from, one.to].some((end) => data.nodes[end].kind === filter.kind))
  && (filter.issue === null || isAbout(one, filter.issue));

/** What of the drawing stays at full strength. */
function withinFilter() {
  const drawing = drawn();
  if (!isFiltering()) return { nodes: [], ties: [], opportunities: [] };
  const opportunities = [...drawing.opportunities.keys()].map((key) => opportunityByKey.get(key))
    .filter(opportunityFits);
  // An approach is about pairs: of names only those at the ends of its proposals.
  const own = filter.approach ? [] : [...drawing.nodes.keys()].filter(nodeFits);
  const nodes = new Set([...own, ...opportunities.flatMap((one) => [one.from, one.to])]);
  // A line may stand for ties to what is folded away.
  const stays = (node) => nodes.has(node) || (!filter.approach && nodeFits(node));
  const ties = [...drawing.ties.keys()].filter((tie) => data.ties[tie].slice(0, 2).every(stays));
  return { nodes: [...nodes], ties, opportunities };
}

function option(value, text) { return make("option", { value }, text); }

/** Choices that are there: those under which the page holds something, in the order of the data. */
function fillFilters() {
  const issues = data.nodes.flatMap(({ kind }, node) => (kind === "issue" ? [node] : []))
    .sort((a, b) => collator.compare(nameOf(a), nameOf(b)));
  const kinds = [...new Set(data.nodes.map(({ kind }) => kind))].filter((kind) => kind !== "plan");
  const approaches = [...new Set(data.opportunities.map(approachOf))];
  at["filter-issue"].append(option("", words.all),
    ...issues.map((issue) => option(data.nodes[issue].id, nameOf(issue))));
  at["filter-kind"].append(option("", words.all),
    ...kinds.map((kind) => option(kind, data.kinds[kind] ?? kind)));
  at["filter-approach"].append(option("", words.all),
    ...approaches.map((approach) => option(approach, approach)));
}

function readFilter() {
  filter.issue = nodeById.get(at["filter-issue"].value) ?? null;
  filter.kind = at["filter-kind"].value;
  filter.approach = at["filter-approach"].value;
  applyFilter();
}

function applyFilter() {
  at["filter-clear"].disabled = !isFiltering() && !at["filter-text"].value;
  for (const id of CHOICES) {
    at[id].parentElement.classList.toggle("filtering", at[id].value !== "");   // on paper, too
  }
  updateRows();
  paint();
  remember();
}

function clearFilter() {
  for (const id of [...CHOICES, "filter-text"]) at[id].value = "";
  readFilter();
  at["filter-issue"].focus();
}

function listenToFilter() {
  for (const id of CHOICES) at[id].onchange = readFilter;
  at["filter-text"].addEventListener("input", applyFilter);
  at["filter-clear"].onclick = clearFilter;
}
