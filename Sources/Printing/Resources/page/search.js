// ── Search ───────────────────────────────────────────────────────────────────────────────────────

const MOST_RESULTS = 30;
let results = [];
let active = 0;

/** Nodes whose names hold all the words; names that begin with the first come first. */
function findNames(text) {
  const wanted = wordsOf(text);
  if (!wanted.length) return [];
  const found = [...searchNames.keys()].filter((node) => holds(searchNames[node], wanted));
  const late = (node) => (searchNames[node].startsWith(wanted[0]) ? 0 : 1);
  return found.sort((a, b) => late(a) - late(b) || a - b);
}

function updateResults() {
  const everywhere = findNames(at.search.value);
  const found = everywhere.filter(nodeFits);
  results = found.slice(0, MOST_RESULTS);
  active = 0;
  at.results.replaceChildren(...results.map(resultItem));
  const rest = found.length - results.length;
  const remark = !everywhere.length ? words.nothingFound
    : !found.length ? words.outsideFilter(everywhere.length)
      : rest ? words.moreResults(rest) : "";
  if (remark) at.results.append(make("li", { className: "soft", role: "presentation" }, remark));
  const isOpen = wordsOf(at.search.value).length > 0;
  at["search-remark"].textContent = isOpen ? remark || words.namesFound(found.length) : "";
  openResults(isOpen);
  markActive();
}

function resultItem(node, position) {
  return make("li", {
    id: `result-${position}`, role: "option", onclick: () => pick(node),
    // The list must outlive the press, or the click would find nothing.
    onpointerdown: (event) => event.preventDefault(),
  }, make("span", {}, nameOf(node)),
  make("span", { className: "soft" }, `${kindOf(node)} · ${brief(data.nodes[node].id)}`));
}

function openResults(open) {
  at.results.hidden = !open;
  at.search.setAttribute("aria-expanded", open);
}

function markActive() {
  results.forEach((_, position) =>
    at.results.children[position].setAttribute("aria-selected", position === active));
  const item = results.length ? at.results.children[active] : null;
  at.search.setAttribute("aria-activedescendant", item?.id ?? "");
  item?.scrollIntoView({ block: "nearest" });
}

function pick(node) {
  if (node === undefined) return;
  openResults(false);
  selectNode(node);
}

function searchKey(event) {
  if (event.isComposing) return;
  if (event.key === "Enter") pick(results[active]);
  else if (event.key === "Escape" && !at.results.hidden) closeSearch(event);
  else if (event.key === "ArrowDown") moveActive(event, 1);
  else if (event.key === "ArrowUp") moveActive(event, -1);
}

function moveActive(event, step) {
  event.preventDefault();
  if (at.results.hidden) return updateResults();
  active = clamp(active + step, 0, Math.max(results.length - 1, 0));
  markActive();
}

/** The first Escape closes the list only; the next one clears the selection. */
function closeSearch(event) {
  event.stopPropagation();
  openResults(false);
}

function listenToSearch() {
  at.search.addEventListener("input", updateResults);
  at.search.addEventListener("click", () => at.search.value && updateResults());
  at.search.addEventListener("blur", () => openResults(false));
  at.search.addEventListener("keydown", searchKey);
}
