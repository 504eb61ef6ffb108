// ── Camera: a sheet point p is drawn at offset + scale · p, in units of the viewBox ──────────────

const camera = { x: 0, y: 0, scale: 1 };
const SMALLEST_TEXT = 0.95;                          // screen pixels per unit that one can read
const LARGEST = 3;

const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
const pixelsPerUnit = () => drawn().svg.getScreenCTM()?.a || 1;

/** The scale at which the whole drawing is seen; a small drawing is not blown up beyond 1.6. */
const fittedScale = () => Math.min(1, 1.6 / pixelsPerUnit());

function fitCamera() {
  if (!drawn()) return;
  const box = drawn().svg.viewBox.baseVal;
  camera.scale = fittedScale();
  camera.x = (1 - camera.scale) * (box.x + box.width / 2);
  camera.y = (1 - camera.scale) * (box.y + box.height / 2);
  applyCamera();
}

function applyCamera() {
  const { svg, camera: group } = drawn();
  const box = svg.viewBox.baseVal;
  // The middle of the stage stays over the drawing, so that it cannot be pushed out and lost.
  camera.x = keepOver(camera.x, box.x, box.width);
  camera.y = keepOver(camera.y, box.y, box.height);
  group.style.transform = `translate(${camera.x}px, ${camera.y}px) scale(${camera.scale})`;
  at.stage.classList.toggle("zoomed", !isFitted());
}

function keepOver(offset, start, length) {
  const middle = start + length / 2;
  return clamp(offset, middle - camera.scale * (start + length), middle - camera.scale * start);
}

const isFitted = () => camera.scale <= fittedScale() * 1.001;

function panBy(dx, dy) {
  const unit = pixelsPerUnit();
  camera.x += dx / unit;
  camera.y += dy / unit;
  applyCamera();
}

/** Zooms so that what lies under the given point of the screen stays there. */
function zoomAt(factor, clientX, clientY) {
  const smallest = fittedScale();
  const largest = Math.max(smallest * 2, LARGEST / pixelsPerUnit());
  const scale = clamp(camera.scale * factor, smallest, largest);
  if (scale === smallest) return fitCamera();
  const ratio = scale / camera.scale;
  const still = new DOMPoint(clientX, clientY).matrixTransform(drawn().svg.getScreenCTM().inverse());
  camera.x = still.x - (still.x - camera.x) * ratio;
  camera.y = still.y - (still.y - camera.y) * ratio;
  camera.scale = scale;
  applyCamera();
}

function zoomButton(factor) {
  if (!drawn()) return;
  const middle = middleOf(at.stage.getBoundingClientRect());
  zoomAt(factor, middle.x, middle.y);
}

const middleOf = (box) => ({ x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 });

/** Brings elements into the free part of the stage; `readably` also enlarges their text. */
function bringIntoView(elements, readably) {
  if (!elements.length) return;
  if (readably) scrollToStage();
  const free = freeBox();
  if (readably) zoomToRead(unionBox(elements), free);
  const box = unionBox(elements);
  const inside = box.left >= free.left && box.right <= free.right
    && box.top >= free.top && box.bottom <= free.bottom;
  const [from, to] = [middleOf(box), middleOf(free)];
  if (!inside) panBy(to.x - from.x, to.y - from.y);
}

function zoomToRead(box, free) {
  const wanted = Math.max(1, SMALLEST_TEXT / (pixelsPerUnit() * camera.scale));
  const room = Math.min(free.width / box.width, free.height / box.height) * 0.85;
  const { x, y } = middleOf(box);
  zoomAt(Math.min(wanted, room), x, y);
}

function unionBox(elements) {
  const boxes = elements.map((element) => element.getBoundingClientRect());
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.right));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  return { left, top, right, bottom, width: right - left, height: bottom - top };
}

/** The part of the stage that is on the screen and not under the panel of a phone. */
function freeBox() {
  const stage = at.stage.getBoundingClientRect();
  const sheet = getComputedStyle(at.panel).position === "fixed" && selection;
  const floor = sheet ? at.panel.getBoundingClientRect().top : window.innerHeight;
  const top = Math.max(stage.top, 0);
  const bottom = Math.max(Math.min(stage.bottom, floor), top + 40);
  return { left: stage.left, right: stage.right, top, bottom,
    width: stage.width, height: bottom - top };
}

/** Jumps rather than glides: the geometry is needed at once, and nobody grows dizzy. */
function scrollToStage() {
  if (freeBox().height < at.stage.offsetHeight * 0.7) {
    at.stage.scrollIntoView({ block: "start", behavior: "instant" });
  }
}
