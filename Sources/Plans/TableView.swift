import Sheets

/// One sheet seen as a table: where each column stands, and which rows are one.
///
/// A class, since every row holds the one that it stands in.
final class TableView {
  let table: Table
  let sheet: Sheet
  /// The sheet as the place where something was read.
  let source: Source
  let layout: TableLayout
  let values: [Column: [String: String]]
  /// Whether every cell stands for itself: none is merged, and no mapping changes words.
  let isPlain: Bool
  /// Rows that are one record, each a list of row numbers from 0.
  private(set) var groups: [[Int]] = []
  /// The rows that begin a record of several names: by a mapping's `same`, or by a series.
  private var joined: Set<Int> = []

  var heading: Heading { layout.heading }
  var columns: ColumnMap { layout.columns }
  var extras: [(heading: String, column: Int)] { layout.extras }

  /// Sees a sheet as a table; nil, with a diagnostic, where a column is missing.
  ///
  /// - Parameter known: Layouts of sheets that were seen before.
  init?(
    _ sheet: Sheet, as table: Table, rule: Mapping.TableRule?, mapping: Mapping?,
    log: DiagnosticLog, known: KnownLayouts? = nil
  ) throws(PlanError) {
    self.table = table
    self.sheet = sheet
    source = Source(sheet)
    values = rule?.values ?? [:]
    isPlain = values.isEmpty && sheet.layout.merges.isEmpty
    if rule == nil, let layout = known?.layout(of: sheet, as: table) {
      self.layout = layout
      reportHidden(log)
    } else {
      layout = try TableLayout(sheet, as: table, rule: rule, mapping: mapping, log: log)
      heading.reportTitles(of: sheet, as: table, log)
      if let missing = layout.missing(in: table) {
        let likely = heading.texts.map(\.text).first { table.maySay(missing, heading: $0) }
        log.add(
          .missingColumn(table, missing, found: heading.texts.map(\.text), likely: likely), sheet)
        return nil
      }
      reportHeadings(hasRule: rule != nil, log)
      if rule == nil { known?.keep(layout, of: sheet, as: table) }
    }
    let rows = dataRows(log)
    if let onePer = rule?.onePer {
      guard let column = heading.column(onePer) else {
        throw heading.unknown(onePer, mapping: mapping, line: rule?.onePerLine)
      }
      groups = groups(of: rows, agreeingIn: column, log)
    } else {
      groups = mergedGroups(of: rows)
    }
    reportCells(of: rows, log)
  }

  /// The columns of identity cards' numbers, which are left unread.
  var unread: [(column: Int, text: String)] {
    let read = columns.all.flatMap(\.source.cells) + extras.map(\.column)
    return heading.texts.filter { !read.contains($0.column) && NationalID.isHeading($0.text) }
  }

  private func reportHeadings(hasRule: Bool, _ log: DiagnosticLog) {
    let unread = unread.map(\.text)
    if !unread.isEmpty { log.add(.identityNumbers(table, headings: unread), sheet) }
    if !extras.isEmpty {
      // A renamed column that makes ties would be missed in silence. Where a mapping says what stands
      // where, what it leaves out is meant to be left out.
      let absent =
        hasRule
        ? []
        : table.columns.filter { column, thai in
          // So would “งบประมาณ (พันบาท)”, which is no amount in baht.
          let isNamed = extras.contains {
            column.holdsNumbers && MatchKey.heading($0.heading).hasPrefix(MatchKey.heading(thai))
          }
          return columns[column] == nil && (column.makesTies || isNamed)
        }.map(\.column)
      log.add(.unknownColumns(table, headings: extras.map(\.heading), absent: absent), sheet)
    }
    reportHidden(log)
  }

  private func reportHidden(_ log: DiagnosticLog) {
    let layout = sheet.layout
    if layout.isHidden { log.add(.hiddenSheet(table), sheet) }
    for (column, text) in heading.texts where layout.hides(column: column) {
      let place = CellAddress(row: heading.rows.lowerBound, column: column)
      log.add(.hiddenColumn(table, heading: text), sheet, place)
    }
  }

  /// The filled rows below the heading, but for those that only divide or sum up the others.
  private func dataRows(_ log: DiagnosticLog) -> [Int] {
    let first = heading.firstDataRow
    var entries: [Int] = []
    var sums = AmountSums(sheet, columns: layout.amounts.map(\.index))
    for row in first..<max(first, sheet.rowCount) {
      guard let lead = sheet.firstFilled(row: row) else { continue }
      let cells = sheet.row(row)
      let place = CellAddress(row: row, column: lead)
      let source = place.wholeRow
      if sheet.layout.hides(row: row) { log.add(.hiddenRows(table), sheet, source) }
      let standing = standing(of: place, cells, entries, &sums)
      switch standing {
      case .entry: entries.append(row)
      case .doubtful:
        log.add(.maybeTotal(table, text: cells[lead].text), sheet, source)
        entries.append(row)
      case .headingAgain: log.add(.headingAgain(table), sheet, source)
      case .total:
        log.add(.totalsRow(table), sheet, source)
        sums.endPart(after: entries)
      case .section: log.add(.sectionRow(table, text: cells[lead].text), sheet, source)
      case .remark: log.add(.remarkRow(table, text: cells[lead].text), sheet, source)
      }
    }
    return entries
  }

  /// What a row below the heading is.
  private enum Standing {
    case entry
    /// An entry that looks like a sum of others.
    case doubtful
    case headingAgain
    case total
    case section
    case remark
  }

  private func standing(
    of lead: CellAddress, _ cells: some Collection<Cell>, _ entries: [Int], _ sums: inout AmountSums
  ) -> Standing {
    if heading.isRepeated(in: lead.row, of: sheet) { return .headingAgain }
    if isTotal(lead) { return .total }
    if isSection(lead, cells) { return .section }
    if isRemark(lead) { return .remark }
    return standing(ofSum: lead, cells, entries, &sums)
  }

  /// What a row is that bears no id and holds nothing but amounts behind its name: by its name and
  /// by whether the amounts add up, an entry or a sum.
  private func standing(
    ofSum lead: CellAddress, _ cells: some Collection<Cell>, _ entries: [Int],
    _ sums: inout AmountSums
  ) -> Standing {
    guard let text = sheet.text(row: lead.row, column: lead.column ?? 0),
      let beginning = TotalsRow.beginning(of: text)
    else { return .entry }
    let others = cells.dropFirst((lead.column ?? 0) + 1).filter { !MatchKey.isUnknown($0.text) }
    let holdsAmountsOnly = !others.isEmpty && others.allSatisfy { Numerals.number($0) != nil }
    let isBare =
      isOpen(.id, in: lead) && isOpen(.name, in: lead) && holdsAmountsOnly
    switch (beginning, isBare) {
    case (.part, true): return .total
    case (.other, true): return sums.agree(with: lead.row, over: entries) ? .total : .doubtful
    case (.part, false): return .doubtful
    case (.other, false): return .entry
    }
  }

  /// Whether a row says nothing in a column, unless it begins there.
  private func isOpen(_ column: Column, in lead: CellAddress) -> Bool {
    guard case .cells(let index)? = columns[column], index != lead.column else { return true }
    return sheet.isBlank(row: lead.row, column: index)
  }

  private func isRemark(_ lead: CellAddress) -> Bool {
    let column = lead.column ?? 0
    guard sheet.firstFilled(row: lead.row, from: column + 1) == nil else { return false }
    return sheet.text(row: lead.row, column: column).map(TotalsRow.isRemark) ?? false
  }

  /// Whether a row, by its first filled cell, sums up others: no id stands before the word.
  private func isTotal(_ lead: CellAddress) -> Bool {
    guard let text = sheet.text(row: lead.row, column: lead.column ?? 0), TotalsRow.isTotal(text)
    else { return false }
    guard case .cells(let name)? = columns[.name], name != lead.column else { return true }
    let other = sheet[lead.row, name].text
    return MatchKey.isUnknown(other) || TotalsRow.isTotal(other)
  }

  /// Whether a row holds nothing but one text merged over other columns: a title within the table.
  private func isSection(_ lead: CellAddress, _ cells: some Sequence<Cell>) -> Bool {
    guard let merge = sheet.layout.merge(at: lead), merge.columns.count > 1 else { return false }
    return merge.anchor == lead
      && cells.dropFirst((lead.column ?? 0) + 1).allSatisfy { MatchKey.isUnknown($0.text) }
      && heading.texts.filter { merge.columns.contains($0.column) }.count > 1
  }

  /// Rows by themselves, but for those that share one merged cell as their id, or as their name.
  private func mergedGroups(of rows: [Int]) -> [[Int]] {
    if sheet.layout.merges.isEmpty { return rows.map { [$0] } }
    var groups: [[Int]] = []
    for row in rows {
      if let last = groups.last?.first, belongs(row, to: last) {
        groups[groups.count - 1].append(row)
      } else {
        groups.append([row])
      }
    }
    return groups
  }

  private func belongs(_ row: Int, to first: Int) -> Bool {
    for key in [Column.id, .name] {
      guard case .cells(let column)? = columns[key] else { continue }
      let merge = sheet.layout.merge(at: CellAddress(row: row, column: column))
      if let merge, merge.rows.contains(first), merge.columns.lowerBound == column { return true }
      if !MatchKey.isUnknown(sheet[row, column].text) { return false }
    }
    return false
  }

  /// Rows together that agree in a column; a series there counts as its first text.
  private func groups(of rows: [Int], agreeingIn column: Int, _ log: DiagnosticLog)
    -> [[Int]]
  {
    let texts = rows.map { cell($0, column).text }
    var first: [Int: String] = [:]
    for run in Series.runs(in: texts, rows: rows) where run.isMistake {
      for row in run.rows { first[row] = run.first }
      let cells = run.rows.map { CellAddress(row: $0, column: column) }
      log.add(
        .series(
          table, heading: heading.text(column), first: run.first, last: run.last, isJoined: true),
        sheet,
        cells)
    }
    var order: [String] = []
    var groups: [String: [Int]] = [:]
    for (row, text) in zip(rows, texts) {
      let key = MatchKey.name(first[row] ?? text)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(row)
    }
    let found = order.compactMap { groups[$0] }
    if !first.isEmpty {
      joined.formUnion(found.compactMap { $0.contains { first[$0] != nil } ? $0[0] : nil })
    }
    return found
  }

  /// Whether rows are one record of several names.
  func isJoined(_ rows: [Int]) -> Bool { joined.contains(rows[0]) }

  private func reportCells(of rows: [Int], _ log: DiagnosticLog) {
    let headed = Set(heading.texts.map(\.column))
    let bare = (0..<sheet.columnCount).filter { !headed.contains($0) }
    if !bare.isEmpty {
      for row in rows {
        for column in bare where !sheet.isBlank(row: row, column: column) {
          log.add(.cellsWithoutHeading(table), sheet, CellAddress(row: row, column: column))
        }
      }
    }
    reportFilled(log)
    let amounts = layout.amounts
    for merge in sheet.layout.merges where merge.rows.count > 1 {
      guard let (column, _) = amounts.first(where: { $0.index == merge.columns.lowerBound }),
        merge.rows.lowerBound >= heading.firstDataRow,
        !MatchKey.isUnknown(sheet[merge.anchor.row, merge.columns.lowerBound].text)
      else { continue }
      log.add(.amountInMerge(table, column), sheet, merge.anchor)
    }
  }

  /// Texts that a merged cell puts into the rows below its first.
  private func reportFilled(_ log: DiagnosticLog) {
    if sheet.layout.merges.isEmpty { return }
    let texts = Set(
      columns.all.compactMap { column, source in
        if case .cells(let index) = source, !column.holdsNumbers, ![.id, .name].contains(column) {
          index
        } else {
          nil
        }
      })
    let cells = sheet.layout.merges.flatMap { merge -> [CellAddress] in
      let column = merge.columns.lowerBound
      let last = min(merge.rows.upperBound, sheet.rowCount - 1)
      guard texts.contains(column), merge.rows.lowerBound >= heading.firstDataRow,
        last > merge.rows.lowerBound,
        !MatchKey.isUnknown(sheet[merge.rows.lowerBound, column].text)
      else { return [] }
      return (merge.rows.lowerBound + 1...last).map { CellAddress(row: $0, column: column) }
    }
    if !cells.isEmpty { log.add(.filledFromMerge(table), sheet, cells.sorted()) }
  }

  /// What shows at a place: its own cell, or the one merged over it from a row above.
  ///
  /// Ranges that span columns show at their first column only: a title over a whole row fills none.
  func cell(_ row: Int, _ column: Int) -> Cell {
    let own = sheet[row, column]
    guard !sheet.layout.merges.isEmpty, own == .empty,
      let merge = sheet.layout.merge(at: CellAddress(row: row, column: column)),
      merge.columns.lowerBound == column, merge.rows.lowerBound >= heading.firstDataRow
    else { return own }
    return sheet[merge.rows.lowerBound, column]
  }

  /// Puts records together that a mapping calls the same; the one of the name that counts leads.
  ///
  /// - Parameter names: By the key of a name, the key of the one that counts.
  func join(_ names: [String: String]) {
    guard !names.isEmpty, columns[.plan] == nil, table.nodeKind != nil else { return }
    let silent = DiagnosticLog()
    var order: [String] = []
    var together: [String: [[Int]]] = [:]
    for group in groups {
      let row = TableRow(view: self, rows: group, log: silent)
      let own = MatchKey.name(row.text(.name) ?? row.text(.id) ?? "\(group[0])")
      let key = names[own] ?? own
      // Rows of one name with ids of their own stay apart, as without a mapping.
      let place = names[own] != nil || names.values.contains(own) ? key : "\(key)\u{0}\(group[0])"
      if together[place] == nil { order.append(place) }
      let leads = own == key
      together[place, default: []].insert(group, at: leads ? 0 : together[place]?.count ?? 0)
    }
    groups = order.compactMap { key in
      guard let parts = together[key] else { return nil }
      if parts.count > 1 { joined.insert(parts[0][0]) }
      return parts.flatMap { $0 }
    }
  }
}

extension CellAddress {
  /// The row that the cell stands in.
  fileprivate var wholeRow: CellAddress { CellAddress(row: row, column: nil) }
}

extension Heading {
  /// Names the filled rows above the heading, and a heading of two rows.
  fileprivate func reportTitles(of sheet: Sheet, as table: Table, _ log: DiagnosticLog) {
    let titles = (0..<rows.lowerBound).filter { row in
      sheet.row(row).contains { !MatchKey.isUnknown($0.text) }
    }
    if !titles.isEmpty {
      log.add(
        .titleLines(table, headingRow: rows.lowerBound + 1), sheet,
        titles.map { CellAddress(row: $0, column: nil) })
    }
    if rows.count > 1 {
      log.add(
        .headingOfTwoRows(table, headings: texts.map(\.text)), sheet,
        rows.map { CellAddress(row: $0, column: nil) })
    }
  }

  /// Whether a row says the heading once more, as where sheets were put together.
  fileprivate func isRepeated(in row: Int, of sheet: Sheet) -> Bool {
    guard texts.count > 1 else { return false }
    return zip(texts, keys).allSatisfy { heading, key in
      MatchKey.heading(sheet[row, heading.column].text) == key
    }
  }
}
