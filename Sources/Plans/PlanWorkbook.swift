public import Sheets

/// A plan's sheets as one workbook, or as a folder of text sheets.
public enum PlanWorkbook {
  /// All sheets at a path as they stand: a workbook's, a folder of text sheets, or one text sheet.
  ///
  /// - Throws: `PlanError` where something cannot be read; text longer than a cell of Excel holds too.
  public static func sheets(at path: String) throws(PlanError) -> [Sheet] {
    try PlanInput.sheets(at: path)
  }

  /// The first cell whose text is longer than a cell of Excel holds, which would be cut there.
  public static func longCell(in sheets: [Sheet]) -> (sheet: Sheet, cell: CellAddress)? {
    for sheet in sheets {
      for row in 0..<sheet.rowCount {
        let column = sheet.row(row).firstIndex { $0.text.utf16.count > XLSXWriter.cellLimit }
        if let column { return (sheet, CellAddress(row: row, column: column)) }
      }
    }
    return nil
  }

  /// A sheet's rows as text, for a text sheet, which knows no merges: those down a column are filled.
  public static func textRows(of sheet: Sheet) -> [[String]] {
    let down = sheet.layout.merges.filter { $0.rows.count > 1 }
    var rows = (0..<sheet.rowCount).map { row in sheet.row(row).map(\.text) }
    for merge in down {
      let text = sheet[merge.rows.lowerBound, merge.columns.lowerBound].text
      for row in merge.rows.dropFirst() where row < rows.count && !text.isEmpty {
        let column = merge.columns.lowerBound
        while rows[row].count <= column { rows[row].append("") }
        if rows[row][column].isEmpty { rows[row][column] = text }
      }
    }
    return rows
  }

  /// Sheets to be written, in the order of FORMAT's tables, others last.
  ///
  /// Cells of number columns that are plain numbers become numbers, so that Excel can add them up;
  /// every other cell stays the text that was typed.
  public static func drafts(of sheets: [Sheet]) -> [SheetDraft] {
    let order = Table.allCases
    func place(_ sheet: Sheet) -> Int {
      Table(sheetNamed: sheet.name).flatMap { order.firstIndex(of: $0) } ?? order.count
    }
    return sheets.enumerated()
      .sorted { (place($0.element), $0.offset) < (place($1.element), $1.offset) }
      .map { draft(of: $0.element) }
  }

  private static func draft(of sheet: Sheet) -> SheetDraft {
    let table = Table(sheetNamed: sheet.name)
    let headings = (0..<sheet.columnCount).map { sheet[0, $0].text }
    let columns = headings.map { heading in table.flatMap { $0.column(headed: heading) } }
    let rows = (1..<max(1, sheet.rowCount)).map { row in
      sheet.row(row).enumerated().map { index, cell in
        columns[index]?.holdsNumbers == true ? number(cell) : cell
      }
    }
    let widths = headings.indices.map { column in
      rows.reduce(headings[column].count) { widest, row in
        max(widest, column < row.count ? row[column].text.count : 0)
      }
    }
    return SheetDraft(
      name: sheet.name,
      columns: zip(zip(headings, columns), widths).map { named, width in
        SheetDraft.Column(
          named.0, width: Double(min(max(width, 6), 40)) + 2,
          choices: table.flatMap { table in named.1.map { table.choices(for: $0).map(\.thai) } }
            ?? [])
      },
      rows: rows, layout: sheet.layout)
  }

  /// A number typed plainly, or with thousands separators; all else, also leading zeros, as it is.
  private static func number(_ cell: Cell) -> Cell {
    guard case .text(let text) = cell,
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2C || $0 == 0x2E }),
      let number = Numerals.number(cell),
      !(text.hasPrefix("0") && text.dropFirst().first?.isNumber == true)
    else { return cell }
    return .number(number)
  }
}

extension Table {
  /// The words that a column of few words takes, in Thai and as FORMAT has them; none for any other.
  public func choices(for column: Column) -> [(thai: String, word: String)] {
    switch (self, column) {
    case (.activities, .mode): words(Activity.Mode.self)
    case (.activities, .status): words(Activity.Status.self)
    case (.leaders, .consent), (.funds, .accountsCurrent): words(Answer.self)
    case (.mechanisms, .level): words(Mechanism.Level.self)
    case (.offers, .type): words(Offer.Direction.self)
    case (.decisions, .status): words(Decision.Status.self)
    default: []
    }
  }

  private func words<Value: Choice>(_: Value.Type) -> [(thai: String, word: String)] {
    Value.allCases.map { ($0.thai, $0.rawValue) }
  }
}
