import Sheets

/// Collects what the reading finds; a class, because every reader adds to the same one.
final class DiagnosticLog {
  /// What was found, in the order of the steps of reading.
  private(set) var steps: [[Diagnostic]] = [[]]

  /// All that was found, as it was found.
  var all: [Diagnostic] { steps.flatMap(\.self) }

  /// Begins the next step of reading.
  func beginStep() { steps.append([]) }

  func add(
    _ problem: Diagnostic.Problem, _ sheet: Sheet, _ address: CellAddress? = nil, count: Int = 1
  ) {
    add(problem, Source(sheet, address), count: count)
  }

  /// Adds one entry of several cells.
  func add(_ problem: Diagnostic.Problem, _ sheet: Sheet, _ cells: [CellAddress]) {
    steps[steps.count - 1].append(Diagnostic(problem, Source(sheet), cells: cells))
  }

  func add(_ problem: Diagnostic.Problem, _ source: Source, count: Int = 1) {
    steps[steps.count - 1].append(Diagnostic(problem, source, count: count))
  }
}
