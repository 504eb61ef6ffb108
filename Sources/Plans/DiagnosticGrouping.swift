import Sheets

/// Many diagnostics made few, and put in order.
extension Diagnostic {
  /// Joins what is the same problem in the same sheet, and sorts: grave first, then as found.
  static func grouped(_ all: [Diagnostic]) -> [Diagnostic] { sorted(joined([all])) }

  /// Those of all steps of reading: grave first, then by the steps, then as found.
  static func sorted(_ steps: [[Diagnostic]]) -> [Diagnostic] {
    Severity.allCases.flatMap { severity in
      steps.flatMap { step in step.filter { $0.severity == severity } }
    }
  }

  /// Joins what is the same problem in the same sheet with the first that was found of it, in whatever
  /// step of reading.
  ///
  /// - Complexity: O(diagnostics and their cells).
  static func joined(_ steps: [[Diagnostic]]) -> [[Diagnostic]] {
    struct Key: Hashable {
      let problem: Problem
      let file: String
      let sheet: String?
    }
    var places: [Key: (step: Int, place: Int)] = [:]
    var joined = [[Diagnostic]](repeating: [], count: steps.count)
    for (step, found) in steps.enumerated() {
      for diagnostic in found {
        let key = Key(
          problem: diagnostic.problem, file: diagnostic.file, sheet: diagnostic.sheet)
        if let first = places[key] {
          joined[first.step][first.place].cells += diagnostic.cells
          joined[first.step][first.place].count += diagnostic.count
        } else {
          places[key] = (step, joined[step].count)
          joined[step].append(diagnostic)
        }
      }
    }
    return joiningTexts(joined)
  }

  /// With its cells ascending, of whatever plans they are.
  var withCellsInOrder: Diagnostic {
    var ordered = self
    if zip(cells, cells.dropFirst()).contains(where: { $1 < $0 }) { ordered.cells.sort() }
    return ordered
  }

  /// A column of cells that are no numbers, or no dates.
  private struct TextColumn: Hashable {
    let code: String
    let table: Table
    let column: Column
    let file: String
    let sheet: String?
  }

  /// The text that is no number or date, and its column.
  private var oddText: (text: String, column: TextColumn)? {
    switch problem {
    case .notANumber(let table, let column, let text), .notADate(let table, let column, let text):
      (text, TextColumn(code: code, table: table, column: column, file: file, sheet: sheet))
    default: nil
    }
  }

  /// Makes one entry of many cells of a column that each say something else, none of it a number or date.
  private static func joiningTexts(_ steps: [[Diagnostic]]) -> [[Diagnostic]] {
    let odd = steps.flatMap { $0.filter { $0.oddText != nil } }
    let many = Dictionary(grouping: odd) { $0.oddText?.column }.filter { $1.count > 3 }
    if many.isEmpty { return steps }
    var done: Set<TextColumn> = []
    return steps.map { step in
      step.compactMap { entry in
        guard let column = entry.oddText?.column, let alike = many[column] else { return entry }
        guard done.insert(column).inserted else { return nil }
        let texts = alike.prefix(4).compactMap(\.oddText?.text)
        let isNumber = if case .notANumber = entry.problem { true } else { false }
        return Diagnostic(
          isNumber
            ? .notNumbers(column.table, column.column, texts: texts)
            : .notDates(column.table, column.column, texts: texts),
          file: entry.file, sheet: entry.sheet, cells: alike.flatMap(\.cells).sorted(),
          count: alike.reduce(0) { $0 + $1.count })
      }
    }
  }
}
