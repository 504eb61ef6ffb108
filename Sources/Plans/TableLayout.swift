import Sheets
import Synchronization

/// Where the text of a column comes from.
enum ColumnSource: Sendable {
  case cells(Int)
  /// A text with cells put in; the column of the first of them names the place.
  case template([TemplatePiece], first: Int)

  /// The columns that the text comes from.
  var cells: [Int] {
    switch self {
    case .cells(let column): [column]
    case .template(let pieces, _):
      pieces.compactMap { if case .cell(let column) = $0 { column } else { nil } }
    }
  }
}

/// A part of a text that a mapping puts together.
enum TemplatePiece: Sendable {
  case text(String)
  case cell(Int)
}

/// The columns of a table and where their texts come from.
struct ColumnMap: Sendable {
  private var sources = [ColumnSource?](repeating: nil, count: Column.allCases.count)

  subscript(column: Column) -> ColumnSource? {
    get { sources[column.rawValue] }
    set { sources[column.rawValue] = newValue }
  }

  /// The columns that are there, in the order of `Column`.
  var all: [(column: Column, source: ColumnSource)] {
    Column.allCases.compactMap { column in self[column].map { (column, $0) } }
  }
}

/// What a sheet's heading says of its columns; sheets of the same heading share one.
final class TableLayout: Sendable {
  let heading: Heading
  let columns: ColumnMap
  /// The columns that FORMAT does not know.
  let extras: [(heading: String, column: Int)]
  /// The columns of amounts and where they stand, from left to right.
  let amounts: [(column: Column, index: Int)]
  /// What each place under a heading is read as.
  let meanings: [Int: Column]
  /// By the number of a column where its cells stand; below zero where it has none of its own.
  private let places: [Int]
  /// Whether every heading is one of the table's own words, so that no other row can be the heading.
  let isWhollyKnown: Bool

  /// Finds the heading and what its columns mean; two columns of one meaning are reported.
  init(
    _ sheet: Sheet, as table: Table, rule: Mapping.TableRule?, mapping: Mapping?,
    log: DiagnosticLog
  ) throws(PlanError) {
    let theirs = (rule?.columns.values).map {
      Set($0.flatMap(Heading.headings(in:)).map(MatchKey.heading))
    }
    func isKnown(_ key: String) -> Bool {
      table.column(headingKey: key) != nil || table.column(aliasKey: key) != nil
        || theirs?.contains(key) == true
    }
    heading = Heading(sheet, rows: rule?.headerRows, isKnown: isKnown)
    (columns, extras) = try Self.columns(of: heading, table, sheet, rule, mapping, log)
    amounts = columns.all.compactMap { column, source in
      if case .cells(let index) = source, column.holdsNumbers { (column, index) } else { nil }
    }.sorted { $0.1 < $1.1 }
    let parts = columns.all.flatMap { column, source in source.cells.map { ($0, column) } }
    meanings = Dictionary(parts) { first, _ in first }
    places = Column.allCases.map { [columns] column in
      switch columns[column] {
      case .cells(let place)?: place
      case .template?: Self.template
      case nil: Self.absent
      }
    }
    isWhollyKnown =
      heading.rows == 0...0 && heading.count(isKnown) == heading.texts.count
      && columns.all.count == heading.texts.count
  }

  private static func columns(
    of heading: Heading, _ table: Table, _ sheet: Sheet, _ rule: Mapping.TableRule?,
    _ mapping: Mapping?, _ log: DiagnosticLog
  ) throws(PlanError) -> (ColumnMap, [(heading: String, column: Int)]) {
    var columns = ColumnMap()
    var used: Set<Int> = []
    for (column, text) in (rule?.columns ?? [:]).sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      columns[column] = try heading.source(
        text, mapping: mapping, line: rule?.columnLines[column], used: &used)
    }
    let aliases = aliases(of: heading, table)
    var extras: [(heading: String, column: Int)] = []
    for (index, text) in heading.texts where !used.contains(index) {
      if let column = aliases[index], columns[column] == nil {
        columns[column] = .cells(index)
        continue
      }
      guard let column = heading.meaning(index, { table.column(headingKey: $0) }) else {
        let isRemark =
          table == .decisions && ProposalSheet.isRemark(headingKey: MatchKey.heading(text))
        if !NationalID.isHeading(text), !isRemark { extras.append((text, index)) }
        continue
      }
      if columns[column] == nil {
        columns[column] = .cells(index)
      } else if rule?.columns[column] == nil {
        let place = CellAddress(row: heading.rows.lowerBound, column: index)
        log.add(.columnTwice(table, column), sheet, place)
      }
    }
    return (columns, extras)
  }

  /// What columns mean by another of our words, where no heading is that word itself, and no second
  /// one could mean the same: between “โครงการ” and “กิจกรรม” only the planner can choose.
  private static func aliases(of heading: Heading, _ table: Table) -> [Int: Column] {
    let exact = heading.texts.compactMap { index, _ in
      heading.meaning(index) { table.column(headingKey: $0) }
    }
    let found = heading.texts.compactMap { index, _ in
      heading.meaning(index) { table.column(aliasKey: $0) }.map { (index, $0) }
    }
    let unique = Dictionary(grouping: found, by: \.1).filter { column, places in
      places.count == 1 && !exact.contains(column)
    }
    return Dictionary(uniqueKeysWithValues: unique.map { ($1[0].0, $0) })
  }

  private static let absent = -1
  private static let template = -2

  /// Where the cells of a column stand; nil where it is put together of several.
  ///
  /// - Returns: Below zero where there is no such column.
  func place(of column: Column) -> Int? {
    let place = places[column.rawValue]
    return place == Self.template ? nil : place
  }

  /// A column without which a table cannot be read.
  func missing(in table: Table) -> Column? {
    table.required.first { columns[$0] == nil && !(table == .plan && columns[.id] != nil) }
  }
}

/// Layouts of sheets that were seen before, by the texts of their headings: the sheets of many plans
/// are headed alike.
final class KnownLayouts: Sendable {
  private struct Key: Hashable {
    let table: Table
    let headings: [String]

    init(_ sheet: Sheet, _ table: Table) {
      self.table = table
      headings = sheet.row(0).map(\.text)
    }
  }

  private let layouts = Mutex<[Key: TableLayout]>([:])

  /// The layout of a sheet whose heading was seen, and surely is its heading.
  func layout(of sheet: Sheet, as table: Table) -> TableLayout? {
    guard sheet.layout.merges.isEmpty, !sheet.isInWorkbook else { return nil }
    let key = Key(sheet, table)
    // No row bears more known headings than there are columns.
    guard sheet.columnCount == key.headings.count else { return nil }
    return layouts.withLock { $0[key] }
  }

  /// Keeps a layout that other sheets of the same first row will have too.
  func keep(_ layout: TableLayout, of sheet: Sheet, as table: Table) {
    guard sheet.layout.merges.isEmpty, !sheet.isInWorkbook, layout.isWhollyKnown,
      sheet.columnCount == layout.heading.texts.count
    else { return }
    layouts.withLock { $0[Key(sheet, table)] = layout }
  }
}
