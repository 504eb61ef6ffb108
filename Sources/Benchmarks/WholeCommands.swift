// Whole commands, timed from outside in turn with their peers, so that a drift of the machine's
// speed meets both. `script/bench` builds everything first.
//
// For every case: median and range of the wall time, the largest peak of memory, and against the
// peer the median of the ratios pair by pair.

let program = Command(".build/release/sanphaen")
let scratch = "/tmp/sanphaen-bench"

let cases = [
  Case(
    name: "report khok-charoen",
    command: program.with("report", "plans/khok-charoen", "--output", scratch),
    limitSeconds: 3, limitMegabytes: 200,
    peer: Command("sh").with(
      "-c", "for f in \(scratch)/diagrams/*.dot; do dot -Tsvg \"$f\" >/dev/null; done"),
    peerName: "dot on the same diagrams, one after the other"),
  Case(
    name: "check khok-charoen", command: program.with("check", "plans/khok-charoen"),
    limitSeconds: 0.05, limitMegabytes: nil,
    peer: Command("python3").with(
      "-c",
      """
      import csv, glob
      for name in glob.glob('plans/khok-charoen/*.csv'):
          for row in csv.DictReader(open(name, encoding='utf-8-sig')): dict(row)
      """),
    peerName: "python's csv reading the same files"),
  Case(
    name: "links khok-charoen",
    command: program.with("links", "plans/khok-charoen", "--limit", "0"),
    limitSeconds: nil, limitMegabytes: nil, peer: nil, peerName: ""),
]

/// Times all commands, and prints what each took.
///
/// - Returns: Whether one took more than it may.
func timeCommands(runs: Int) -> Bool {
  var hasMissed = false
  for item in cases {
    let result = item.measure(runs: runs)
    print(result.text)
    hasMissed = hasMissed || result.misses
  }
  return hasMissed
}
