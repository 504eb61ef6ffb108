// ── Hands on the stage: drag, pinch, wheel, keys ─────────────────────────────────────────────────

const pointers = new Map();                          // pointer id → last place
let dragging = false;
let lastWheel = -Infinity;

/** Middle and spread of the fingers that are down. */
function grip() {
  const [one, two = one] = [...pointers.values()];
  return {
    x: (one.x + two.x) / 2,
    y: (one.y + two.y) / 2,
    spread: Math.hypot(one.x - two.x, one.y - two.y),
  };
}

function pointerDown(event) {
  if (event.button !== 0 || !drawn()) return;
  if (!pointers.size) dragging = false;
  pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
}

function pointerMove(event) {
  const last = pointers.get(event.pointerId);
  const place = { x: event.clientX, y: event.clientY };
  if (!last) return;
  // A hand trembles: below five pixels it is still a click.
  if (!dragging && Math.hypot(place.x - last.x, place.y - last.y) < 5) return;
  const before = grip();
  pointers.set(event.pointerId, place);
  // This finger scrolls the page; see touch-action.
  if (event.pointerType === "touch" && pointers.size === 1 && isFitted()) return;
  if (!dragging) startDragging(event);
  const after = grip();
  panBy(after.x - before.x, after.y - before.y);
  if (before.spread && after.spread) zoomAt(after.spread / before.spread, after.x, after.y);
}

function startDragging(event) {
  dragging = true;
  at.stage.classList.add("dragging");
  at.stage.setPointerCapture(event.pointerId);
}

function pointerUp(event) {
  pointers.delete(event.pointerId);
  if (!pointers.size) at.stage.classList.remove("dragging");
}

/** Zooms, but lets the page scroll on when there is nothing left to zoom out of. */
function wheel(event) {
  if (!drawn()) return;
  const passing = event.deltaY > 0 && isFitted() && event.timeStamp - lastWheel > 400;
  if (passing && !event.ctrlKey) return;
  event.preventDefault();
  lastWheel = event.timeStamp;
  const lines = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : 20;
  const turn = clamp(event.deltaY * lines, -150, 150);
  zoomAt(2 ** (-turn * (event.ctrlKey ? 0.008 : 0.004)), event.clientX, event.clientY);
}

function stageKey(event) {
  if (!drawn() || event.ctrlKey || event.metaKey || event.altKey) return;
  const step = 80;
  const actions = {
    ArrowLeft: () => panBy(step, 0),
    ArrowRight: () => panBy(-step, 0),
    ArrowUp: () => panBy(0, step),
    ArrowDown: () => panBy(0, -step),
    "+": () => zoomButton(1.4),
    "=": () => zoomButton(1.4),
    "-": () => zoomButton(1 / 1.4),
    "0": fitCamera,
    Enter: () => openElement(event.target, false),
    " ": () => openElement(event.target, false),
  };
  if (!actions[event.key]) return;
  event.preventDefault();
  actions[event.key]();
}

function stageClick(event) {
  if (!dragging) openElement(event.target, true);
  dragging = false;
}

function openElement(target, inDiagram) {
  const meaning = drawn().meanings.get(target.closest('[role="button"]'));
  if (meaning) select(meaning, inDiagram);
}

/** Tabbing on to a name outside the picture brings the picture along. */
function stageFocus(event) {
  if (event.target !== at.stage && event.target.matches(":focus-visible") && !pointers.size) {
    bringIntoView([event.target], false);
  }
}

function listenToStage() {
  at.stage.addEventListener("pointerdown", pointerDown);
  at.stage.addEventListener("pointermove", pointerMove);
  for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, pointerUp);
  // Two fingers are ours even where one finger scrolls the page.
  at.stage.addEventListener("touchmove", (event) => {
    if (event.touches.length > 1 && event.cancelable) event.preventDefault();
  }, { passive: false });
  at.stage.addEventListener("wheel", wheel, { passive: false });
  at.stage.addEventListener("keydown", stageKey);
  at.stage.addEventListener("click", stageClick);
  at.stage.addEventListener("focusin", stageFocus);
  at["zoom-in"].onclick = () => zoomButton(1.4);
  at["zoom-out"].onclick = () => zoomButton(1 / 1.4);
  at["zoom-fit"].onclick = fitCamera;
}
