import Graphs
public import Plans
import Sheets

extension Language {
  /// Where it was found: `กิจกรรม.csv ช่อง C12`.
  public func place(of diagnostic: Diagnostic) -> String {
    var parts = [diagnostic.file]
    if let sheet = diagnostic.sheet { parts.append(pick("แผ่นงาน \(sheet)", "sheet \(sheet)")) }
    if let cells = cells(of: diagnostic, atMost: 6) {
      let isRow = diagnostic.cells.first?.column == nil
      parts.append(
        isRow ? pick("แถว \(cells)", "row \(cells)") : pick("ช่อง \(cells)", "cell \(cells)"))
    }
    return parts.joined(separator: " ")
  }

  /// A place in a file: `กิจกรรม.csv ช่อง C12`.
  public func place(of source: Source) -> String {
    var parts = [source.file]
    if let sheet = source.sheet { parts.append(pick("แผ่นงาน \(sheet)", "sheet \(sheet)")) }
    if let cell = source.cell {
      parts.append(
        cell.column == nil
          ? pick("แถว \(cell)", "row \(cell)") : pick("ช่อง \(cell)", "cell \(cell)"))
    }
    return parts.joined(separator: " ")
  }

  /// How often it was found, in brackets; empty for once.
  public func times(_ diagnostic: Diagnostic) -> String {
    guard diagnostic.count > 1 else { return "" }
    if case .createdRows(let kind) = diagnostic.problem {
      return " (\(count(diagnostic.count, kind)))"
    }
    let number = number(diagnostic.count)
    let unit = diagnostic.cells.first?.column == nil ? "แห่ง" : "ช่อง"
    return pick(" (\(number) \(unit))", " (\(number) times)")
  }

  /// The cells of a diagnostic, `C4, C9–C12`; nil where it names none.
  public func cells(of diagnostic: Diagnostic, atMost limit: Int) -> String? {
    cells(diagnostic.cells, atMost: limit)
  }

  /// Cells as ranges, `C4, C9–C12`; nil where there are none.
  func cells(_ cells: [CellAddress], atMost limit: Int) -> String? {
    var runs: [(first: CellAddress, last: CellAddress)] = []
    for cell in cells.sorted(by: {
      ($0.column ?? -1, $0.row) < ($1.column ?? -1, $1.row)
    }) {
      if let last = runs.last, last.last.column == cell.column, cell.row <= last.last.row + 1 {
        runs[runs.count - 1].last = cell
      } else {
        runs.append((cell, cell))
      }
    }
    if runs.isEmpty { return nil }
    let shown = runs.prefix(limit).map { run in
      run.first == run.last ? "\(run.first)" : "\(run.first)–\(run.last)"
    }
    let rest = runs.count > limit ? pick(" …", " …") : ""
    return shown.joined(separator: ", ") + rest
  }

  /// How grave it is, in a word.
  public func name(of severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: pick("ต้องแก้", "error")
    case .warning: pick("ควรดู", "warning")
    case .note: pick("หมายเหตุ", "note")
    }
  }

  /// What is wrong and what was expected.
  ///
  /// - Parameter hidesPeople: Whether words from cells that may name people are left out, as on
  ///   paper for others than the officer.
  public func message(of diagnostic: Diagnostic, hidesPeople: Bool = false) -> String {
    DiagnosticSentence(self, hidesPeople: hidesPeople).pair(diagnostic.problem).message
  }

  /// What to do about it.
  public func suggestion(for diagnostic: Diagnostic) -> String {
    DiagnosticSentence(self, hidesPeople: true).pair(diagnostic.problem).suggestion
  }
}

/// Writes what is wrong and what to do, the two beside each other.
struct DiagnosticSentence {
  let language: Language
  let hidesPeople: Bool

  init(_ language: Language, hidesPeople: Bool) {
    self.language = language
    self.hidesPeople = hidesPeople
  }

  /// The one of two texts that is in this language.
  func pick(
    _ thai: @autoclosure () -> String, _ english: @autoclosure () -> String
  ) -> String { language.pick(thai(), english()) }

  /// A word from a cell in quotation marks, shortened.
  func word(_ text: String, _ table: Table, _ column: Column) -> String {
    // In the table of leaders a name may stand in any column by mistake.
    let mayNamePeople =
      table == .leaders || (column.mayNamePeople && ![.name, .id].contains(column))
    if hidesPeople, mayNamePeople { return pick("(ไม่แสดงชื่อ)", "(name not shown)") }
    return "“\(text.oneLine.clipped(to: 60))”"
  }

  /// The heading of a column in quotation marks.
  func heading(_ column: Column, _ table: Table) -> String {
    "“\(language.name(of: column, in: table))”"
  }

  /// What is wrong and what was expected, and what to do.
  typealias Pair = (message: String, suggestion: String)

  func pair(_ problem: Diagnostic.Problem) -> Pair {
    layout(problem) ?? value(problem) ?? reference(problem) ?? finding(problem) ?? ("", "")
  }
}
