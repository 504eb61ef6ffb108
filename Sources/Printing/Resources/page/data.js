// ── Data, indexed once ───────────────────────────────────────────────────────────────────────────

const EMPTY = {
  title: words.brokenData, subtitle: "", figures: [], kinds: {}, relations: {},
  nodes: [], ties: [], opportunities: [], diagrams: [], chapters: [], problems: [],
};

const data = readData();
const neighbours = indexTies();                      // node → [{node, tie, group}]
const opportunitiesOf = indexOpportunities();        // node → [opportunity], best first
const opportunityByKey = new Map(data.opportunities.map((one) => [one.key, one]));
const opportunityByRank = new Map(                   // of the approach that a diagram shows
  data.opportunities.map((one) => [`${one.section} ${one.rank}`, one]));
const nodeById = new Map(data.nodes.map((node, index) => [node.id, index]));
const nodeByName = indexNames();                     // name → node, where only one bears it
const searchNames = data.nodes.map((node) => bare(`${node.name} ${node.id}`));

function readData() {
  try {
    // A mark that turns the direction of letters would turn those of the sentences around it, too.
    const text = document.getElementById("data").textContent.replace(/[\u202a-\u202e\u2066-\u2069]/g, "");
    return { ...EMPTY, ...JSON.parse(text) };
  } catch (error) {
    console.error(error);
    return EMPTY;
  }
}

function indexTies() {
  const lists = data.nodes.map(() => []);
  data.ties.forEach(([from, to, relation], tie) => {
    if (from === to || !lists[from] || !lists[to]) return;
    const [forth, back] = data.relations[relation] ?? [relation, relation];
    lists[from].push({ node: to, tie, group: forth });
    lists[to].push({ node: from, tie, group: back });
  });
  return lists;
}

function indexOpportunities() {
  const lists = data.nodes.map(() => []);
  for (const one of data.opportunities) {
    for (const end of new Set([one.from, one.to])) lists[end]?.push(one);
  }
  return lists;
}

function indexNames() {
  const found = new Map();
  data.nodes.forEach(({ name }, node) => found.set(name, found.has(name) ? null : node));
  return found;
}

const fullName = (node) => data.nodes[node]?.name ?? "";
const nameOf = (node) => brief(fullName(node));      // the details bear the whole of it
const kindOf = (node) => data.kinds[data.nodes[node]?.kind] ?? data.nodes[node]?.kind ?? "";
const isIssue = (node) => data.nodes[node]?.kind === "issue";
const approachOf = (opportunity) => opportunity.approach;
