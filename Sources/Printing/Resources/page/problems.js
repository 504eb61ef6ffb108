// ── What the check found ─────────────────────────────────────────────────────────────────────────

function showProblems() {
  const counts = Object.entries(words.severity)
    .map(([severity, word]) => [word, data.problems.filter((p) => p.severity === severity).length])
    .filter(([, count]) => count > 0);
  at["problem-summary"].textContent =
    counts.map(([word, count]) => `${word} ${count}`).join(" · ") || words.noProblems;
  fill(at["problem-list"], at["more-problems"], data.problems, MOST_ROWS, problemItem);
}

function problemItem({ severity, where, message, suggestion }) {
  const lines = [
    where && make("p", { className: "soft" }, where),
    make("p", {}, message),
    suggestion && make("p", {}, make("b", {}, words.suggestion), suggestion),
  ].filter(Boolean);
  return make("li", { className: `problem ${severity}` },
    make("span", { className: "badge" }, words.severity[severity] ?? severity),
    make("div", {}, ...lines));
}
