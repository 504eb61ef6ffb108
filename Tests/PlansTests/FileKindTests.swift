import Graphs
import Plans
import Sheets
import TestSupport
import Testing

/// Neither the kind of file nor the order of rows and columns changes what is found.
@Suite struct FileKindTests {
  @Test(
    "The same plan is read from every kind of file, its rows and columns in any order",
    arguments: Repository.plans, SheetFiles.allCases)
  func sameFindings(_ name: String, _ kind: SheetFiles) throws {
    let folder = try TemporaryFolder()
    let sheets = try Workbook(folder: Repository.plan(name)).sheets
    let expected = Findings(try PlanReading([Repository.plan(name)]))
    for seed in 0..<4 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let shuffled = seed == 0 ? sheets : sheets.map { shuffle($0, &generator) }
      let path = try kind.write(shuffled, to: "plan", in: folder)
      #expect(Findings(try PlanReading([path])) == expected, "seed \(seed)")
    }
  }

  @Test("What is wrong in a plan is found alike in every kind of file and order")
  func sameFaults() throws {
    let folder = try TemporaryFolder()
    let sheets = try Workbook(folder: Repository.plan("khok-charoen")).sheets.map(spoiled)
    var found: [Findings] = []
    for kind in SheetFiles.allCases {
      for seed in 0..<3 as Range<UInt64> {
        var generator = SeededGenerator(seed: seed)
        let shuffled = seed == 0 ? sheets : sheets.map { shuffle($0, &generator) }
        found.append(
          Findings(try PlanReading([try kind.write(shuffled, to: "plan\(seed)", in: folder)])))
      }
    }
    #expect(found[0].problems.count > 3)
    #expect(found.allSatisfy { $0 == found[0] })
  }

  /// Faults whose finding does not hang on which of two rows comes first.
  private func spoiled(_ sheet: Sheet) -> Sheet {
    var rows = (0..<sheet.rowCount).map { Array(sheet.row($0)) }
    for row in 1..<rows.count where row % 5 == 0 {
      let column = row % rows[row].count
      if column > 1 { rows[row][column] = .text("??\(row)") }
      if column > 3 { rows[row][column - 1] = .error("#REF!") }
    }
    return Sheet(file: sheet.file, name: sheet.name, isInWorkbook: false, rows: rows)
  }

  private func shuffle(_ sheet: Sheet, _ generator: inout SeededGenerator) -> Sheet {
    let columns = (0..<sheet.columnCount).shuffled(using: &generator)
    let rows = [0] + (1..<max(1, sheet.rowCount)).shuffled(using: &generator)
    return Sheet(
      file: sheet.file, name: sheet.name, isInWorkbook: false,
      rows: rows.map { row in columns.map { sheet[row, $0] } })
  }
}

/// What was found, without the places and the order that it was found in.
private struct Findings: Equatable {
  let tables: [String: Int]
  let problems: [String]
  let ties: [String: Int]
  let values: [String]

  init(_ reading: PlanReading) {
    tables = Dictionary(
      reading.sheets.compactMap { sheet in sheet.table.map { ($0.rawValue, sheet.rows) } },
      uniquingKeysWith: +)
    problems = reading.diagnostics.map { "\($0.severity) \($0.code) \($0.count)" }.sorted()
    ties = Dictionary(
      reading.plans.flatMap(\.ties).map { ("\($0.relation)", 1) }, uniquingKeysWith: +)
    values = reading.plans.flatMap { plan in
      NodeKind.all.flatMap { kind in
        (0..<plan.count(of: kind)).compactMap { plan.record(kind, $0) }.map { record in
          "\(kind) \(record.id) \(record.name)"
        }
      } + ["\(plan.offers.count) \(plan.decisions.count) \(plan.ties.count)"]
    }.sorted()
  }
}
