import Sheets

/// The steps of reading, in the order in which what they find is told.
enum ReadingStep: Int, CaseIterable {
  case rows, series, issues, references, mappedLinks, links, decisions, spellings, mappings
  case names, dates, columns, looseRows
}

/// Collects what the reading finds; a class, because every reader adds to the same one.
final class DiagnosticLog {
  /// What was found, step by step.
  private(set) var steps = [[Diagnostic]](repeating: [], count: ReadingStep.allCases.count)
  private var step = ReadingStep.rows

  /// All that was found, as it was found.
  var all: [Diagnostic] { steps.flatMap(\.self) }

  /// Begins a step of reading.
  func begin(_ step: ReadingStep) { self.step = step }

  func add(
    _ problem: Diagnostic.Problem, _ sheet: Sheet, _ address: CellAddress? = nil, count: Int = 1
  ) {
    add(problem, Source(sheet, address), count: count)
  }

  /// Adds one entry of several cells.
  func add(_ problem: Diagnostic.Problem, _ sheet: Sheet, _ cells: [CellAddress]) {
    add(problem, Source(sheet), cells)
  }

  /// Adds one entry of several cells of a sheet.
  func add(_ problem: Diagnostic.Problem, _ source: Source, _ cells: [CellAddress]) {
    steps[step.rawValue].append(Diagnostic(problem, source, cells: cells))
  }

  func add(_ problem: Diagnostic.Problem, _ source: Source, count: Int = 1) {
    steps[step.rawValue].append(Diagnostic(problem, source, count: count))
  }
}
