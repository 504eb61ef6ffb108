import Sheets

/// One record's cells: one row, or several that a mapping reads as one.
struct TableRow: RecordRow {
  /// A cell's content with its place.
  struct Found {
    let cell: Cell
    let address: CellAddress
    /// Whether several values may stand in it.
    let isWhole: Bool
  }

  let view: TableView
  let rows: [Int]
  let log: DiagnosticLog

  var table: Table { view.table }

  /// Where the record begins.
  var source: Source { view.source.at(CellAddress(row: rows[0], column: nil)) }

  /// A column's cell where the record is one row of plain cells.
  private enum PlainCell {
    case unknown
    case text(String, CellAddress)
    /// Not such a record, or no text: to be read in full.
    case other
  }

  private func plainCell(_ column: Column) -> PlainCell {
    guard view.isPlain, rows.count == 1, let place = view.layout.place(of: column) else {
      return .other
    }
    guard place >= 0, !view.sheet.isBlank(row: rows[0], column: place) else { return .unknown }
    guard let text = view.sheet.text(row: rows[0], column: place) else { return .other }
    if column.takesWordsForUnknown && MatchKey.saysUnknown(text) { return .unknown }
    return .text(text, CellAddress(row: rows[0], column: place))
  }

  /// The known cells of a column, row by row, as typed.
  private func known(_ column: Column) -> [Found] {
    guard let source = view.columns[column] else { return [] }
    if rows.count == 1 { return known(column, source, rows[0]).map { [$0] } ?? [] }
    return rows.compactMap { known(column, source, $0) }
  }

  /// The cell of a column in one row, if it says anything.
  private func known(_ column: Column, _ source: ColumnSource, _ row: Int) -> Found? {
    switch source {
    case .cells(let index):
      if view.sheet.layout.merges.isEmpty, view.sheet.isBlank(row: row, column: index) {
        return nil
      }
      // An amount merged over several rows counts once, at the first of them.
      let cell = column.holdsNumbers ? view.sheet[row, index] : view.cell(row, index)
      let text = mapped(column, cell.text)
      if MatchKey.isUnknown(text) || MatchKey.isUnknown(cell.text)
        || column.takesWordsForUnknown && MatchKey.saysUnknown(text)
      {
        return nil
      }
      return Found(cell: cell, address: CellAddress(row: row, column: index), isWhole: false)
    case .template(let pieces, let first):
      guard let text = fill(pieces, row) else { return nil }
      return Found(
        cell: .text(text), address: CellAddress(row: row, column: first), isWhole: true)
    }
  }

  /// The template's text; nil where none of its cells says anything.
  private func fill(_ pieces: [TemplatePiece], _ row: Int) -> String? {
    var isKnown = false
    var text = ""
    for piece in pieces {
      switch piece {
      case .text(let literal): text += literal
      case .cell(let column):
        let content = view.cell(row, column).text
        isKnown = isKnown || !MatchKey.isUnknown(content)
        text += content
      }
    }
    return isKnown ? text : nil
  }

  /// The one cell of a column that has room for one value; those that disagree are reported.
  private func single(_ column: Column) -> Found? {
    guard let source = view.columns[column] else { return nil }
    if rows.count == 1 {
      guard let found = known(column, source, rows[0]) else { return nil }
      return reportsError(column, found) ? nil : found
    }
    let all = known(column)
    guard let first = all.first else { return nil }
    // Rows that the mapping calls the same, or that a series made one, differ in their names.
    if !(column == .name || column == .id) || !view.isJoined(rows) {
      let key = MatchKey.name(first.cell.text)
      for other in all.dropFirst() where MatchKey.name(other.cell.text) != key {
        report(.conflictingCells(table, column, kept: first.cell.text), other)
      }
    }
    return reportsError(column, first) ? nil : first
  }

  /// Whether a cell is a formula without a sound value, which is reported.
  private func reportsError(_ column: Column, _ found: Found) -> Bool {
    guard case .error(let code) = found.cell else { return false }
    report(
      found.cell.isUncomputed
        ? .uncomputedFormula(table, column) : .formulaError(table, column, code: code), found)
    return true
  }

  /// All that stands in a column, also where there is room for one value.
  func all(_ column: Column) -> [String] {
    known(column).map { mapped(column, $0.cell.text.trimmed) }
  }

  /// The cell of a column in the row that begins the record; the whole row where there is none.
  func source(_ column: Column) -> Source {
    guard case .cells(let index)? = view.columns[column],
      let row = rows.first(where: { !MatchKey.isUnknown(view.cell($0, index).text) })
    else { return source }
    return view.source.at(CellAddress(row: row, column: index))
  }

  func report(_ problem: Diagnostic.Problem, at column: Column) {
    log.add(problem, source(column))
  }

  func report(_ problem: Diagnostic.Problem, _ found: Found) {
    log.add(problem, view.source.at(found.address))
  }

  /// The text of a column, trimmed of white space at its ends.
  func text(_ column: Column) -> String? {
    switch plainCell(column) {
    case .unknown: nil
    case .text(let text, _): text.trimmed
    case .other: single(column).map { mapped(column, $0.cell.text.trimmed) }
    }
  }

  /// The values of a column that holds several, each once.
  func values(_ column: Column) -> [(text: String, found: Found)] {
    var seen = SeenKeys()
    var values: [(String, Found)] = []
    for found in known(column) {
      if reportsError(column, found) { continue }
      for part in found.isWhole ? [found.cell.text.trimmed] : found.cell.text.parts
      where !MatchKey.isUnknown(part) {
        let ours = mapped(column, part)
        if column.takesWordsForUnknown && MatchKey.saysUnknown(ours) { continue }
        if !MatchKey.isUnknown(ours), seen.insert(NameKey(ours)) { values.append((ours, found)) }
      }
    }
    return values
  }

  /// The one row that a column refers to; more than one are reported, and the first is kept.
  func reference(_ column: Column) -> (text: String, found: Found)? {
    let values = values(column)
    for other in values.dropFirst() {
      report(.conflictingCells(table, column, kept: values[0].text), other.found)
    }
    return values.first
  }

  /// The values of a column as texts.
  func texts(_ column: Column) -> [String] {
    if case .unknown = plainCell(column) { return [] }
    return values(column).map(\.text)
  }

  /// The ids that a plain cell refers by, as codes, each once; none where it says nothing.
  ///
  /// - Returns: Nil where the cell is to be read in full.
  func codes(_ column: Column) -> (codes: [TextCode], place: Int)? {
    guard view.isPlain, rows.count == 1, let place = view.layout.place(of: column) else {
      return nil
    }
    var codes: [TextCode] = []
    if place < 0 || view.sheet.isBlank(row: rows[0], column: place) { return (codes, place) }
    guard view.sheet.addCodes(row: rows[0], column: place, to: &codes) else { return nil }
    let isTwice = codes.indices.contains { codes[..<$0].contains(codes[$0]) }
    return isTwice ? nil : (codes, place)
  }

  /// Calls with each of the values that a column refers by, its key, and the cell.
  func forEachReference(
    _ column: Column, _ body: (_ text: String, NameKey, CellAddress) -> Void
  ) {
    switch plainCell(column) {
    case .unknown: return
    case .text(let text, let address):
      var seen = SeenKeys()
      for part in text.parts where !MatchKey.isUnknown(part) {
        if column.takesWordsForUnknown && MatchKey.saysUnknown(part) { continue }
        let key = NameKey(part)
        if seen.insert(key) { body(part, key, address) }
      }
    case .other:
      for (text, found) in values(column) { body(text, NameKey(text), found.address) }
    }
  }

  /// The number of a column; anything else is reported and unknown.
  func number(_ column: Column) -> Double? {
    switch plainCell(column) {
    case .unknown: return nil
    case .text(let text, _): if let number = Numerals.plain(text) { return number }
    case .other: break
    }
    guard let found = single(column) else { return nil }
    return number(column, found)
  }

  private func number(_ column: Column, _ found: Found) -> Double? {
    let cell = mappedCell(column, found.cell)
    if case .text(let text) = cell, let number = Numerals.plain(text) { return number }
    let isShare = Numerals.percent(cell) != nil && column.holdsMoney
    if !isShare, let number = Numerals.number(cell) { return number }
    let text = found.cell.text
    report(
      Numerals.percent(cell) == nil
        ? .notANumber(table, column, text: text) : .percentage(table, column, text: text), found)
    return nil
  }

  /// The amount of a column, which may be written as a percentage of another's; that is reported.
  func number(_ column: Column, shareOf whole: Column, _ amount: Double?) -> Double? {
    switch plainCell(column) {
    case .unknown: return nil
    case .text(let text, _): if let number = Numerals.plain(text) { return number }
    case .other: break
    }
    guard let found = single(column) else { return nil }
    guard let amount, let percent = Numerals.percent(mappedCell(column, found.cell)) else {
      return number(column, found)
    }
    let share = amount * percent / 100
    report(
      .shareOfAmount(table, column, text: found.cell.text, whole: whole, amount: share), found)
    return share
  }

  /// The year or date of a column; anything else is reported and unknown.
  func date(_ column: Column) -> PlanDate? {
    switch plainCell(column) {
    case .unknown: return nil
    case .text(let text, _): if let date = PlanDate(text) { return date }
    case .other: break
    }
    guard let found = single(column) else { return nil }
    let cell = mappedCell(column, found.cell)
    if let date = PlanDate(cell) { return date }
    let text = found.cell.text
    if let year = PlanDate.twoDigitYear(cell) {
      report(
        .twoDigitYear(
          table, column, text: text, buddhist: 2_500 + year, common: 2_000 + year), found)
    } else {
      report(.notADate(table, column, text: text), found)
    }
    return nil
  }

  /// One of a few words, in English or Thai; any other is reported and unknown.
  func choice<Value: Choice>(_ column: Column, _: Value.Type) -> Value? {
    switch plainCell(column) {
    case .unknown: return nil
    case .text(let text, _): if let value = Value(word: text.trimmed) { return value }
    case .other: break
    }
    guard let found = single(column) else { return nil }
    return choice(column, mapped(column, found.cell.text.trimmed), found)
  }

  /// Several of a few words.
  func choices<Value: Choice>(_ column: Column, _: Value.Type) -> [Value] {
    values(column).compactMap { choice(column, $0.text, $0.found) }
  }

  private func choice<Value: Choice>(_ column: Column, _ word: String, _ found: Found) -> Value? {
    if let value = Value(word: word) { return value }
    report(
      .unknownWord(table, column, text: found.cell.text, allowed: Value.allCases.map(\.thai)),
      found)
    return nil
  }

  /// Yes or no.
  func flag(_ column: Column) -> Bool? {
    if case .boolean(let flag)? = single(column)?.cell { return flag }
    return choice(column, Answer.self).map { $0 == .yes }
  }

  /// The cells under headings that FORMAT does not know.
  var extras: [ExtraValue] {
    if view.extras.isEmpty { return [] }
    return view.extras.compactMap { heading, column in
      let texts = rows.lazy.map { view.cell($0, column).text }
      guard let text = texts.first(where: { !MatchKey.isUnknown($0) }) else { return nil }
      return ExtraValue(heading: heading, text: text)
    }
  }

  private func mapped(_ column: Column, _ text: String) -> String {
    view.values.isEmpty ? text : view.values[column]?[MatchKey.name(text)] ?? text
  }

  private func mappedCell(_ column: Column, _ cell: Cell) -> Cell {
    guard !view.values.isEmpty, let word = view.values[column]?[MatchKey.name(cell.text)] else {
      return cell
    }
    return .text(word)
  }
}
