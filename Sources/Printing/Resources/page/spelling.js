// ── Spelling: what two spellings share that are the same to a reader ─────────────────────────────

/** How near to its consonant a Thai mark stands; keyboards and old files put them in any order. */
function markRank(letter) {
  if (/[\u0e31\u0e34-\u0e3a]/.test(letter)) return 1;
  if (letter === "\u0e47") return 2;
  if (/[\u0e48-\u0e4b]/.test(letter)) return 3;
  return /[\u0e4c\u0e4e]/.test(letter) ? 4 : 5;      // ํ and ำ end the cluster
}

const THAI_MARKS = /[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]{2,}/g;

/** The marks of a consonant in one order, each once; ํ + า is ำ wherever the tone mark stands. */
function orderMarks(marks) {
  const whole = marks.includes("\u0e33") ? marks.replace(/\u0e4d/g, "") : marks;
  return [...new Set(whole)].sort((a, b) => markRank(a) - markRank(b)).join("");
}

/** A text as it is compared: small letters, no marks of width nothing, Thai marks in one order. */
function fold(text) {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, "")
    .replace(/\u0e4d([\u0e48-\u0e4b]?)\u0e32|([\u0e48-\u0e4b])\u0e4d\u0e32/g, "$1$2\u0e33")
    .replace(/\u0e40\u0e40/g, "\u0e41")
    .replace(/[\u0e50-\u0e59]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
    .replace(THAI_MARKS, orderMarks);
}

const LONGEST = 120;

/** A text that fits a line or two; cut between letters, never between a letter and its marks. */
function brief(text) {
  if (text.length <= LONGEST) return text;
  const letters = new Intl.Segmenter(language).segment(text.slice(0, LONGEST + 40));
  let end = 0;
  for (const { index } of letters) if (index <= LONGEST) end = index;
  return `${text.slice(0, end)}…`;
}

/** Without any blanks: in Thai nobody agrees where they stand. */
function bare(text) { return fold(text).replace(/\s+/g, ""); }

/** What is looked for: every one of the words typed, in any order. */
const wordsOf = (text) => fold(text).split(/\s+/).filter(Boolean);
const holds = (text, wanted) => wanted.every((word) => text.includes(word));
