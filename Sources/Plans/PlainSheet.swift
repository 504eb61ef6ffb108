import Glibc
import Sheets

/// A text sheet in which every cell is as FORMAT has it, as far as it has been read.
///
/// Where a cell is not, `isPlain` becomes false, and the sheet is left to `TableView` and `TableRow`, which
/// know how to read it and what to say of it.
final class PlainSheet {
  let table: Table
  let layout: TableLayout
  let source: Source
  let form: TextForm?
  let cells: CellBytes
  let lexicon: Lexicon
  /// The rows that are looked at, from 0, ascending; all of them records.
  let rows: [Int]
  private(set) var isPlain = true

  /// Rows of a sheet; where none are given, all that are records.
  init(_ found: Found, _ cells: CellBytes, _ words: Lexicon, rows: [Int]? = nil) {
    table = found.table
    layout = found.layout
    source = found.source
    form = found.form
    self.cells = cells
    lexicon = words
    let records =
      rows ?? Self.records(in: 0..<cells.rowCount, of: cells, below: found.layout.heading)
    self.rows = records ?? []
    isPlain = records != nil
  }

  /// A sheet and what it was found to be.
  struct Found: Sendable {
    let sheet: Sheet
    let table: Table
    let layout: TableLayout
    let source: Source
    var form: TextForm? { sheet.textForm }

    init(_ sheet: Sheet, _ table: Table, _ layout: TableLayout) {
      self.sheet = sheet
      self.table = table
      self.layout = layout
      source = Source(sheet)
    }
  }

  /// Says that a cell is to be looked at in full.
  func doubt() { isPlain = false }

  /// Where the cells of a column stand; below zero where there is none.
  func place(_ column: Column) -> Int {
    if let place = layout.place(of: column) { return place }
    doubt()
    return -1
  }

  /// Whether a cell of a column says nothing.
  func isUnknown(_ cell: UnsafeBufferPointer<UInt8>, _ column: Column) -> Bool {
    if BlankText.isBlank(cell) { return true }
    guard MatchKey.maySayUnknown(cell.leading), column.takesWordsForUnknown else { return false }
    return MatchKey.saysUnknown(String(decoding: cell, as: UTF8.self))
  }

  /// Those of some rows that lie below the heading and surely are records: each begins with its first
  /// column, by a text that is no heading, sum or remark; nil where one may be anything else.
  static func records(
    in rows: Range<Int>, of cells: CellBytes, below heading: Heading
  ) -> [Int]? {
    guard let key = heading.keys.first, let column = heading.texts.first?.column else { return nil }
    let code = TextCode(key)
    var records: [Int] = []
    records.reserveCapacity(rows.count)
    for row in rows where row >= heading.firstDataRow {
      guard let lead = cells.lead(row) else {
        // A row of nothing but dashes is none, and an empty one neither.
        continue
      }
      guard lead.column == column, !TotalsRow.mayBegin(lead.bytes),
        code == nil && TextCode(utf8: lead.bytes) != nil
          || MatchKey.heading(String(decoding: lead.bytes, as: UTF8.self)) != key
      else { return nil }
      records.append(row)
    }
    return records
  }
}

/// A row of a plain sheet.
struct PlainRow: RecordRow {
  let sheet: PlainSheet
  let number: Int

  var table: Table { sheet.table }
  var source: Source { sheet.source.at(CellAddress(row: number, column: nil)) }
  /// A sheet with other headings is not plain.
  var extras: [ExtraValue] { [] }

  /// The cell of a column, if it says anything.
  func cell(_ column: Column) -> UnsafeBufferPointer<UInt8>? {
    let place = sheet.place(column)
    guard place >= 0 else { return nil }
    let cell = sheet.cells[number, place]
    return sheet.isUnknown(cell, column) ? nil : cell
  }

  func text(_ column: Column) -> String? {
    guard let cell = cell(column) else { return nil }
    switch column {
    // These hardly come again.
    case .id, .name, .note: return String(decoding: cell, as: UTF8.self).trimmed
    default: return sheet.lexicon.text(cell)
    }
  }

  func texts(_ column: Column) -> [String] {
    guard let cell = cell(column) else { return [] }
    var texts: [String] = []
    forEachPart(of: cell, column) { texts.append(sheet.lexicon.text($0)) }
    if texts.count > 1 {
      var seen = SeenKeys()
      texts.removeAll { !seen.insert(NameKey($0)) }
    }
    return texts
  }

  /// Calls with the values of a cell that say anything, as they stand there.
  func forEachPart(
    of cell: UnsafeBufferPointer<UInt8>, _ column: Column,
    _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    guard cell.hasPlainParts else { return sheet.doubt() }
    cell.forEachPlainPart { if !sheet.isUnknown($0, column) { body($0) } }
  }

  func number(_ column: Column) -> Double? {
    guard let cell = cell(column) else { return nil }
    if let number = Numerals.plain(cell) { return number }
    let text = Cell.text(String(decoding: cell, as: UTF8.self))
    if Numerals.percent(text) == nil, let number = Numerals.number(text) { return number }
    sheet.doubt()
    return nil
  }

  func number(_ column: Column, shareOf whole: Column, _ amount: Double?) -> Double? {
    number(column)
  }

  func date(_ column: Column) -> PlanDate? {
    guard let cell = cell(column) else { return nil }
    if let date = PlanDate(plainYear: cell) ?? PlanDate(String(decoding: cell, as: UTF8.self)) {
      return date
    }
    sheet.doubt()
    return nil
  }

  func choice<Value: Choice>(_ column: Column, _: Value.Type) -> Value? {
    cell(column).flatMap { choice($0) }
  }

  func choices<Value: Choice>(_ column: Column, _: Value.Type) -> [Value] {
    guard let cell = cell(column) else { return [] }
    var values: [Value] = []
    forEachPart(of: cell, column) { part in
      guard let value: Value = choice(part) else { return }
      if values.contains(where: { $0.rawValue == value.rawValue }) { sheet.doubt() }
      values.append(value)
    }
    return values
  }

  private func choice<Value: Choice>(_ cell: UnsafeBufferPointer<UInt8>) -> Value? {
    if let value = Value(thai: cell) ?? Value(word: sheet.lexicon.text(cell)) { return value }
    sheet.doubt()
    return nil
  }

  func flag(_ column: Column) -> Bool? { choice(column, Answer.self).map { $0 == .yes } }

  func report(_ problem: Diagnostic.Problem, at column: Column) { sheet.doubt() }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether other bytes are the same.
  func isSame(as other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count, let left = baseAddress, let right = other.baseAddress else {
      return count == other.count
    }
    return memcmp(left, right, count) == 0
  }
}
