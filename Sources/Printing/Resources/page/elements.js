// ── Building elements ────────────────────────────────────────────────────────────────────────────

const at = Object.fromEntries(
  [...document.querySelectorAll("[id]")].map((element) => [element.id, element]));

/** Text that begins in Thai, on a page in another language: a voice must know. */
const isThai = (text) => language !== "th" && /^[^A-Za-z]*[\u0e00-\u0e7f]/.test(text);

/** Makes an element; strings among the children become text nodes. */
function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  }
  if (typeof children[0] === "string" && isThai(children[0])) element.lang = "th";
  element.append(...children);
  return element;
}

const makeButton = (properties, ...children) =>
  make("button", { type: "button", ...properties }, ...children);

/**
 * Fills `list` with the first `limit` items; a button in `moreBox` brings as many again, since a plan
 * may have thousands. `told` hears how many there are now.
 */
function fill(list, moreBox, items, limit, render, told = () => {}) {
  list.replaceChildren();
  const showMore = (focus) => {
    const first = list.children.length;
    list.append(...items.slice(first, first + limit).map(render));
    const count = list.children.length;
    const rest = items.length - count;
    const button = makeButton({ className: "more", onclick: () => showMore(true) },
      words.showMore(Math.min(limit, rest), rest));
    moreBox.replaceChildren(...(rest ? [button] : []));
    told(count);
    if (focus) focusFirst(list.children[first]);
  };
  showMore(false);
  return showMore;
}

/** The first control of what has just appeared, or the thing itself. */
function focusFirst(element) {
  if (!element) return;
  const control = element.querySelector("button") ?? element;
  if (control === element) element.tabIndex = -1;
  control.focus({ preventScroll: true });
}

/** A pair of list and button for places that are built anew each time. */
function cutList(items, limit, render, className = "stack") {
  const list = make("ul", { className });
  const moreBox = make("div");
  fill(list, moreBox, items, limit, render);
  return [list, moreBox];
}

function pairs(list, entries) {
  list.append(...entries.map(([term, value]) =>
    make("div", {}, make("dt", {}, String(term)), make("dd", {}, String(value)))));
  return list;
}

/** A name that opens its details; its kind below. */
function nameButton(node) {
  return makeButton({ className: "name", onclick: () => selectNode(node) },
    make("span", {}, nameOf(node)), make("span", { className: "soft" }, kindOf(node)));
}

/** A name in running text that opens its details. */
const nameLink = (node) =>
  makeButton({ className: "link", onclick: () => selectNode(node) }, nameOf(node));
