import Graphs
import Plans
import Printing
import Sheets
import Words

/// What the check found, for a reader: what was read, then what to mend, what to look at, and what
/// is good to know.
struct CheckText: Sendable {
  private let reading: PlanReading
  private let plans: PlanGraph
  private let language: Language

  init(_ reading: PlanReading, _ plans: PlanGraph, _ language: Language) {
    self.reading = reading
    self.plans = plans
    self.language = language
  }

  /// The whole text, without an end of line at its end.
  var text: String {
    let problems = Diagnostic.Severity.allCases.flatMap(problems)
    return (read + problems + ["", summary]).joined(separator: "\n")
  }

  private var read: [String] {
    var lines = reading.plans.map { "\($0.name) [\($0.id)]" }
    lines += concurrentMap(reading.sheets.count, grain: 1 << 10) { line(of: reading.sheets[$0]) }
    let kinds: [NodeKind] = [.activity, .leader, .fund, .organisation, .mechanism, .place, .issue]
    lines.append(
      language.pick("อ่านได้: ", "Read: ")
        + kinds.map { language.count(plans.graph.nodes(of: $0).count, $0) }.joined(separator: ", "))
    lines.append(
      language.pick("ความเชื่อมโยง: ", "Ties: ")
        + plans.tieCounts.sorted { $0.key < $1.key }
        .map { "\($0.key) \(language.number($0.value))" }.joined(separator: ", "))
    return lines
  }

  private func line(of sheet: PlanReading.SheetReading) -> String {
    let name = [sheet.source.file, sheet.source.sheet].compactMap(\.self).joined(separator: " · ")
    let rows = language.number(sheet.rows)
    return "  \(name): " + language.pick("\(rows) แถว", "\(rows) rows") + form(sheet.form)
  }

  /// How a text sheet was read: ` (UTF-8, คั่นด้วย ;)`.
  private func form(_ form: TextForm?) -> String {
    guard let form, let encoding = form.encoding else { return "" }
    let name = encoding == .windows874 ? "Windows-874/TIS-620" : encoding.rawValue
    let separator = form.separator.map { $0 == .tab ? "Tab" : $0.rawValue }
    return " (\(name)"
      + (separator.map { language.pick(", คั่นด้วย \($0)", ", apart by \($0)") } ?? "") + ")"
  }

  /// The entries of one severity below a heading; of many alike the first ones.
  private func problems(_ severity: Diagnostic.Severity) -> [String] {
    let number = self.number(of: severity)
    guard number > 0 else { return [] }
    var lines = ["", count(number, severity)]
    var shown: [String: Int] = [:]
    for problem in reading.diagnostics where problem.severity == severity {
      shown[problem.code, default: 0] += 1
      guard shown[problem.code, default: 0] <= Self.limit else { continue }
      lines.append(
        "  • \(language.place(of: problem))\(language.times(problem)): "
          + language.message(of: problem).oneLine)
      lines.append("    → " + language.suggestion(for: problem).oneLine)
    }
    for (code, count) in shown.sorted(by: { $0.key < $1.key }) where count > Self.limit {
      let rest = language.number(count - Self.limit)
      lines.append(
        "  • "
          + language.pick(
            "และอีก \(rest) เรื่องแบบเดียวกัน (\(code)) ดูทั้งหมดในสำเนาที่ระบายสี: check --write ไฟล์.xlsx",
            "and \(rest) more of the same kind (\(code)); check --write FILE.xlsx shows all of them."
          ))
    }
    return lines
  }

  /// More entries of one kind than this are not read by anybody.
  private static let limit = 25

  private func count(_ number: Int, _ severity: Diagnostic.Severity) -> String {
    let count = language.number(number)
    let thing = number == 1 ? "entry" : "entries"
    return switch severity {
    case .error: language.pick("ต้องแก้ \(count) เรื่อง", "To mend: \(count) \(thing)")
    case .warning: language.pick("ควรดู \(count) เรื่อง", "To look at: \(count) \(thing)")
    case .note: language.pick("หมายเหตุ \(count) เรื่อง", "Good to know: \(count) \(thing)")
    }
  }

  private func number(of severity: Diagnostic.Severity) -> Int {
    reading.diagnostics.count { $0.severity == severity }
  }

  private var summary: String {
    let (errors, warnings) = (number(of: .error), number(of: .warning))
    if errors > 0 {
      return language.pick(
        "สรุป: มี \(language.number(errors)) เรื่องที่ต้องแก้ ส่วนที่เหลืออ่านได้และใช้ได้",
        "In short: \(language.number(errors)) to mend; the rest was read and can be used.")
    }
    return warnings > 0
      ? language.pick(
        "สรุป: ไม่พบข้อผิดพลาด มี \(language.number(warnings)) เรื่องที่ควรดู",
        "In short: nothing is wrong; \(language.number(warnings)) to look at.")
      : language.pick("สรุป: ไม่พบข้อผิดพลาด", "In short: nothing is wrong.")
  }
}
