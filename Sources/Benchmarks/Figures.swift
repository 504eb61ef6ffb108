import Glibc
import Sheets

/// The rows that were taken in one call, and the table that is made of them.
struct Figures {
  private var rows: [Row] = []

  /// Adds rows, and prints them.
  mutating func add(_ rows: [Row]) {
    for row in rows { print(row.text) }
    fflush(nil)
    self.rows += rows
  }

  /// Whether some work took more than it may, or gave a wrong answer.
  var isMissed: Bool { rows.contains(where: \.isMissed) }

  /// Writes the table, with the machine, the day and the command.
  func write(to path: String, command: some Sequence<String>) throws(SheetError) {
    let text = """
      # Figures

      Made by `script/bench \(command.joined(separator: " "))`; not to be changed by hand.

      \(Machine.lines.map { "- \($0)" }.joined(separator: "\n"))

      Each figure is a median, in brackets the least and the most. A ratio is the median of the ratios of
      our own time to that of the best peer, run by run: both take turns in one call. Memory is the
      peak of the whole process for commands, else what the work took beyond what was loaded.

      \(table)

      ## How the cost grows

      Milliseconds by the number of tambons; the last column says how the cost grows with the work from the
      second size to the last: 1 is in proportion to it.

      \(growth)

      """
    try Folder.create(Folder.parent(of: path))
    try FileBytes.write(Array(text.utf8), to: path)
  }

  private var table: String {
    let heading = [
      "work", "tambons", "ours, ms", "MB", "best peer, ms", "its MB", "ratio", "at most", "kept",
    ]
    return Self.markdown(heading, rows.map(cells))
  }

  private func cells(_ row: Row) -> [String] {
    let best = row.best
    let size = row.stage.map { "\($0.tambons)" } ?? ""
    let spread = best.map { peer in
      "\(percent(peer.ratio)) (\(percent(peer.ratios.min() ?? 0))–\(percent(peer.ratios.max() ?? 0)))"
    }
    let kept = row.wanted.isEmpty && !row.isBroken ? "" : row.isMissed ? "**no**" : "yes"
    return [
      row.work, size, "\(rounded(row.own.median * 1_000)) (\(row.own.spread))",
      row.own.megabytes > 0 ? rounded(row.own.megabytes) : "",
      best.map { "\($0.name): \(rounded($0.timing.median * 1_000))" } ?? "",
      best.map { $0.timing.megabytes > 0 ? rounded($0.timing.megabytes) : "" } ?? "", spread ?? "",
      row.wanted, ([kept] + row.faults).filter { !$0.isEmpty }.joined(separator: "; "),
    ]
  }

  private var growth: String {
    let staged = rows.compactMap { row in row.stage.map { (stage: $0, row: row) } }
    let sizes = Set(staged.map(\.stage.tambons)).sorted()
    var stages: [String] = []
    for item in staged where !stages.contains(item.stage.name) { stages.append(item.stage.name) }
    let lines = stages.map { stage in
      let points = sizes.map { size in
        staged.first { $0.stage == (stage, size) }?.row.own.median
      }
      return [stage] + points.map { $0.map { rounded($0 * 1_000) } ?? "" }
        + [Self.exponent(sizes, points)]
    }
    return Self.markdown(["stage"] + sizes.map(String.init) + ["grows with"], lines)
  }

  /// The power of the size that the cost grows with, from the first size above one to the last.
  private static func exponent(_ sizes: [Int], _ seconds: [Double?]) -> String {
    let known = zip(sizes, seconds).compactMap { size, seconds in
      seconds.map { (size: Double(size), seconds: $0) }
    }.filter { $0.size > 1 }
    guard let first = known.first, let last = known.last, last.size > first.size else { return "" }
    return rounded(log(last.seconds / first.seconds) / log(last.size / first.size))
  }

  private static func markdown(_ heading: [String], _ rows: [[String]]) -> String {
    let rule = heading.map { _ in "---" }
    return ([heading, rule] + rows).map { "| " + $0.joined(separator: " | ") + " |" }
      .joined(separator: "\n")
  }
}
