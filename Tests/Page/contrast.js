// The texts on the screen whose contrast with their ground is below `arguments[0]` (WCAG 2.2, 1.4.3).
const least = arguments[0];
const channel = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const numbers = (colour) => colour.match(/[\d.]+/g).map(Number);
const light = ([r, g, b]) =>
  0.2126 * channel(r / 255) + 0.7152 * channel(g / 255) + 0.0722 * channel(b / 255);

function ground(element) {
  for (let one = element; one; one = one.parentElement) {
    const colour = numbers(getComputedStyle(one).backgroundColor);
    if (colour.length < 4 || colour[3] === 1) return colour;
  }
  return [255, 255, 255];
}

const poor = [];
for (const element of document.querySelectorAll("body *:not(svg *, script, option)")) {
  const hasText = [...element.childNodes].some((one) => one.nodeType === 3 && one.data.trim());
  if (!hasText || !element.checkVisibility() || element.disabled) continue;
  const shades = [light(numbers(getComputedStyle(element).color)), light(ground(element))];
  const ratio = (Math.max(...shades) + 0.05) / (Math.min(...shades) + 0.05);
  if (ratio < least) poor.push(`${element.tagName} ${ratio.toFixed(2)} ${element.textContent.slice(0, 40)}`);
}
return poor;
