import Sheets

/// One sheet seen as a table: where each column stands, and which rows are one.
struct TableView {
  /// Where the text of a column comes from.
  enum ColumnSource {
    case cells(Int)
    /// A text with cells put in; the column of the first of them names the place.
    case template([TemplatePiece], first: Int)
  }

  enum TemplatePiece {
    case text(String)
    case cell(Int)
  }

  let table: Table
  let sheet: Sheet
  let columns: [Column: ColumnSource]
  let values: [Column: [String: String]]
  let extras: [(heading: String, column: Int)]
  /// Rows that are one record, each a list of row numbers from 0.
  let groups: [[Int]]

  /// Sees a sheet as a table; nil, with a diagnostic, where a column is missing.
  init?(
    _ sheet: Sheet, as table: Table, rule: Mapping.TableRule?, mapping: Mapping?,
    log: DiagnosticLog
  ) throws(PlanError) {
    self.table = table
    self.sheet = sheet
    values = rule?.values ?? [:]
    let heading = Heading(sheet, row: rule?.headerRow)
    var columns: [Column: ColumnSource] = [:]
    var used: Set<Int> = []
    for (column, text) in (rule?.columns ?? [:]).sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      let source = try heading.source(
        text, mapping: mapping, line: rule?.columnLines[column], used: &used)
      columns[column] = source
    }
    var extras: [(heading: String, column: Int)] = []
    for (index, text) in heading.texts where !used.contains(index) {
      guard let column = table.column(headed: text) else {
        extras.append((text, index))
        continue
      }
      if columns[column] == nil {
        columns[column] = .cells(index)
      } else if rule?.columns[column] == nil {
        log.add(.columnTwice(table, column), sheet, CellAddress(row: heading.row, column: index))
      }
    }
    self.columns = columns
    self.extras = extras
    groups = try Self.groups(sheet, heading, rule: rule, mapping: mapping)
    if !extras.isEmpty {
      // A renamed column that makes ties would be missed in silence. Where a mapping says what stands
      // where, what it leaves out is meant to be left out.
      let named =
        rule == nil
        ? table.columns.map(\.column).filter { columns[$0] == nil && $0.makesTies } : []
      log.add(.unknownColumns(table, headings: extras.map(\.heading), absent: named), sheet)
    }
    let headed = Set(heading.texts.map(\.column))
    for row in groups.lazy.flatMap({ $0 }) {
      for (column, cell) in sheet.row(row).enumerated()
      where !headed.contains(column) && !MatchKey.isUnknown(cell.text) {
        log.add(.cellsWithoutHeading(table), sheet, CellAddress(row: row, column: column))
      }
    }
    if let missing = Self.missing(columns, table) {
      log.add(.missingColumn(table, missing, found: heading.texts.map(\.text)), sheet)
      return nil
    }
  }

  private static func missing(_ columns: [Column: ColumnSource], _ table: Table) -> Column? {
    table.required.first { columns[$0] == nil && !(table == .plan && columns[.id] != nil) }
  }

  /// Every filled row below the heading by itself, or those together that agree in `one_per`.
  private static func groups(
    _ sheet: Sheet, _ heading: Heading, rule: Mapping.TableRule?, mapping: Mapping?
  ) throws(PlanError) -> [[Int]] {
    let rows = ((heading.row + 1)..<max(heading.row + 1, sheet.rowCount)).filter { row in
      sheet.row(row).contains { !MatchKey.isUnknown($0.text) }
    }
    guard let onePer = rule?.onePer else { return rows.map { [$0] } }
    guard let column = heading.column(onePer) else {
      throw heading.unknown(onePer, mapping: mapping, line: rule?.onePerLine)
    }
    var order: [String] = []
    var groups: [String: [Int]] = [:]
    for row in rows {
      let key = MatchKey.name(sheet[row, column].text)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(row)
    }
    return order.compactMap { groups[$0] }
  }
}

/// The heading row of a sheet.
struct Heading {
  let row: Int
  /// The filled cells of the row.
  let texts: [(column: Int, text: String)]

  /// The given row (from 1), or the first that is not empty.
  init(_ sheet: Sheet, row given: Int?) {
    let row =
      given.map { $0 - 1 }
      ?? (0..<sheet.rowCount).first { sheet.row($0).contains { $0 != .empty } } ?? 0
    self.row = row
    texts = sheet.row(row).enumerated().compactMap { column, cell in
      MatchKey.name(cell.text).isEmpty ? nil : (column, cell.text)
    }
  }

  func column(_ heading: String) -> Int? {
    let key = MatchKey.heading(heading)
    return texts.first { MatchKey.heading($0.text) == key }?.column
  }

  /// What a mapping's text stands for: a heading, or a text with `{headings}` in it.
  func source(
    _ text: String, mapping: Mapping?, line: Int?, used: inout Set<Int>
  ) throws(PlanError) -> TableView.ColumnSource {
    guard text.contains("{") else {
      guard let column = column(text) else { throw unknown(text, mapping: mapping, line: line) }
      used.insert(column)
      return .cells(column)
    }
    var pieces: [TableView.TemplatePiece] = []
    var columns: [Int] = []
    for (index, part) in text.split(separator: "{", omittingEmptySubsequences: false).enumerated() {
      guard index > 0 else {
        pieces.append(.text(String(part)))
        continue
      }
      let halves = part.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
      guard let column = column(String(halves[0])) else {
        throw unknown(String(halves[0]), mapping: mapping, line: line)
      }
      columns.append(column)
      pieces += [.cell(column), .text(halves.count > 1 ? String(halves[1]) : "")]
    }
    used.formUnion(columns)
    return .template(pieces, first: columns.first ?? 0)
  }

  func unknown(_ heading: String, mapping: Mapping?, line: Int?) -> PlanError {
    .mapping(
      path: mapping?.path ?? "", line: line,
      problem: .unknownHeading(heading, found: texts.map(\.text)))
  }
}
