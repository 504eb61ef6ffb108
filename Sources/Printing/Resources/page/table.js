// ── Table of opportunities ───────────────────────────────────────────────────────────────────────

const MOST_ROWS = 100;
let rowText = null;                                  // folded once, when first looked through
let showMoreRows = () => {};

function textOf(index) {
  rowText ??= data.opportunities.map((one) => bare(
    [one.number, one.approach, nameOf(one.from), nameOf(one.to), one.explanation].join(" ")));
  return rowText[index];
}

function updateRows() {
  const wanted = wordsOf(at["filter-text"].value);
  const found = data.opportunities.filter((one, index) =>
    opportunityFits(one) && (!wanted.length || holds(textOf(index), wanted)));
  const all = data.opportunities.length;
  showMoreRows = fill(at.rows, at["more-rows"], found, MOST_ROWS, opportunityRow, (count) => {
    at["row-count"].textContent = words.rows(count, found.length);
  });
  const narrowed = isFiltering() || wanted.length;
  at["filter-count"].textContent = narrowed ? words.filtered(found.length, all) : "";
  markRow();
}

function opportunityRow(opportunity) {
  const { key, number, approach, from, to, explanation } = opportunity;
  const cell = (label, ...children) => make("td", { "data-label": label }, ...children);
  const party = (label, node) =>
    cell(label, make("span", {}, nameOf(node)), make("small", {}, kindOf(node)));
  const button = makeButton({ "aria-label": opportunityName(opportunity) }, number);
  // The button is there for the keyboard; its click bubbles to the row like any other.
  return make("tr", { "data-key": key, onclick: () => selectOpportunity(opportunity) },
    cell(words.rank, button), party(words.from, from), party(words.to, to),
    cell(words.explanation, make("span", {}, explanation), make("small", {}, approach)));
}

const rowOf = ({ key }) => at.rows.querySelector(`[data-key="${key}"]`);

function markRow() {
  at.rows.querySelector('[aria-current="true"]')?.removeAttribute("aria-current");
  if (selection?.opportunity) rowOf(selection.opportunity)?.setAttribute("aria-current", "true");
}

/** From the drawing to the table: to the row of a proposal, out of the filter if need be. */
function goToRow(opportunity) {
  if (!opportunityFits(opportunity) || at["filter-text"].value) clearFilter();
  while (!rowOf(opportunity) && at["more-rows"].firstChild) showMoreRows(false);
  const row = rowOf(opportunity);
  markRow();
  row?.scrollIntoView({ block: "center", behavior: "instant" });
  row?.querySelector("button").focus({ preventScroll: true });
}
