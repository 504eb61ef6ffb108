// ── Panel ────────────────────────────────────────────────────────────────────────────────────────

const CUT = 20;

function showPanel() {
  document.body.classList.toggle("has-selection", Boolean(selection));
  const parts = !selection ? [make("p", { className: "soft" }, words.panelHint)]
    : selection.opportunity ? opportunityPanel(selection.opportunity) : nodePanel(selection.node);
  at.panel.replaceChildren(...parts);
  at.panel.scrollTop = 0;
}

function panelTop(above, heading) {
  return [
    make("div", { className: "panel-top" },
      ...(trail.length ? [makeButton({ onclick: selectBefore }, words.back)] : []),
      make("p", { className: "soft" }, above), makeButton({ onclick: closePanel }, words.close)),
    make("h2", { tabIndex: -1 }, heading),
  ];
}

function nodePanel(node) {
  const { id, facts = [] } = data.nodes[node];
  const hidden = shown && !drawn()?.nodes.has(node);
  return [
    ...panelTop(`${kindOf(node)} · ${brief(id)}`, fullName(node)),
    ...(hidden ? [make("p", {}, words.notDrawn)] : []),
    pairs(make("dl", { className: "facts" }), facts),
    ...nodeOpportunities(node),
    ...nodeTies(node),
  ];
}

function nodeOpportunities(node) {
  const offers = opportunitiesOf[node];
  if (!offers.length) return [];
  return [
    make("h3", {}, `${words.opportunities} (${offers.length})`),
    ...cutList(offers, CUT, (offer) => opportunityCard(offer, node, offer === offers[0])),
  ];
}

function opportunityCard(opportunity, node, open) {
  const partner = opportunity.from === node ? opportunity.to : opportunity.from;
  return make("li", { className: "card" },
    makeButton({ className: "link", onclick: () => selectOpportunity(opportunity) },
      opportunityName(opportunity)),
    make("span", { className: "soft" }, words.to),
    nameButton(partner),
    make("p", {}, opportunity.explanation),
    ...opportunityNotes(opportunity),
    make("details", { open }, make("summary", {}, words.reasons), reasonList(opportunity)));
}

function nodeTies(node) {
  const links = neighbours[node];
  const heading = make("h3", {}, links.length ? `${words.ties} (${links.length})` : words.ties);
  if (!links.length) return [heading, make("p", { className: "soft" }, words.noTies)];
  return [heading, ...[...groupLinks(links)].flatMap(([said, nodes]) => [
    make("h4", {}, `${said} (${nodes.length})`),
    ...cutList(nodes, CUT, (other) => make("li", {}, nameButton(other))),
  ])];
}

/** Neighbours by what is said of the tie, each once, in the order of the dictionary. */
function groupLinks(links) {
  const groups = new Map();
  for (const { node, group } of links) {
    groups.set(group, (groups.get(group) ?? new Set()).add(node));
  }
  for (const [group, nodes] of groups) {
    groups.set(group, [...nodes].sort((a, b) => collator.compare(nameOf(a), nameOf(b))));
  }
  return groups;
}

function opportunityPanel(opportunity) {
  const { from, to, explanation } = opportunity;
  return [
    ...panelTop(opportunity.approach, words.opportunity(opportunity.number)),
    make("div", { className: "stack" },
      make("span", { className: "soft" }, words.from), nameButton(from),
      make("span", { className: "soft" }, words.to), nameButton(to)),
    make("h3", {}, words.explanation),
    make("p", {}, explanation),
    ...opportunityNotes(opportunity),
    makeButton({ onclick: () => goToRow(opportunity) }, words.toRow),
    ...(opportunity.reasons.length ? reasonParts(opportunity) : []),
  ];
}

/** What the link would change, what to mind, and what a meeting has said. */
const opportunityNotes = ({ notes = [] }) =>
  notes.map((note) => make("p", { className: "soft" }, note));

const opportunityName = ({ number, approach }) => `${words.opportunity(number)} · ${approach}`;

function reasonParts(opportunity) {
  const list = reasonList(opportunity, (reason) => [
    makeButton({ className: "reason", "aria-pressed": "false", onclick: () => selectReason(reason) },
      reason.text),
    make("div", { className: "paths", hidden: true }),
  ]);
  return [
    make("h3", {}, words.reasons), make("p", { className: "soft screen" }, words.reasonHint), list,
  ];
}

/** Reasons with their shares; `said` gives what stands before each share. */
function reasonList({ reasons = [] }, said = ({ text }) => [text]) {
  return make("ul", { className: "reasons" }, ...reasons.map((reason) => {
    const part = clamp(Number(reason.share) || 0, 0, 1);
    const bar = make("i");
    bar.style.width = `${part * 100}%`;
    return make("li", {}, ...said(reason), make("div", { className: "share" },
      make("span", { className: "bar", "aria-hidden": "true" }, bar),
      make("b", {}, percent.format(part))));
  }));
}

/** Opens the paths of the reason that is pointed out, and closes the others. */
function markReason() {
  const { opportunity, reason } = selection;
  [...at.panel.querySelectorAll(".reasons > li")].forEach((item, index) => {
    const isOpen = opportunity.reasons[index] === reason;
    const paths = item.querySelector(".paths");
    item.querySelector("button").setAttribute("aria-pressed", isOpen);
    paths.hidden = !isOpen;
    paths.replaceChildren(...(isOpen ? reason.paths.map(pathList) : []));
  });
}

/** A path from one end to the other: each name, and what ties it to the one before. */
function pathList(path) {
  return make("ol", { className: "path" }, ...path.map((node, index) => {
    const link = index ? linksBetween(path[index - 1], node)[0]?.group ?? words.like : "";
    return make("li", {}, ...(link ? [make("span", { className: "soft" }, `↓ ${link}`)] : []),
      nameButton(node));
  }));
}
