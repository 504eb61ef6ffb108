public import Plans
public import Sheets
public import Words

/// A copy of what was read with the faulty cells coloured, and what is wrong as a note on each.
public enum CheckedCopy {
  /// Cells of one problem that bear a note; further ones are coloured only.
  private static let noteLimit = 200

  /// The sheets of the copy: what was found first, then every sheet cell by cell.
  ///
  /// - Parameter contents: The sheets of the reading.
  public static func drafts(
    of reading: PlanReading, _ contents: [PlanReading.Content], _ language: Language
  ) -> [SheetDraft] {
    [list(of: reading, language)] + contents.map { draft(of: $0, reading, language) }
  }

  /// Whether a workbook is such a copy, which a newer one may replace.
  public static func isCopy(_ sheets: [Sheet]) -> Bool {
    Language.allCases.contains { sheets.first?.name == listName($0) }
  }

  private static func listName(_ language: Language) -> String {
    language.pick("ผลตรวจ", "Check result")
  }

  private static func list(of reading: PlanReading, _ language: Language) -> SheetDraft {
    let head = [
      language.pick(
        "สำเนานี้ไว้ดูว่าช่องไหนต้องแก้ โปรดแก้ในไฟล์ของท่านเอง แล้วตรวจใหม่",
        "This copy is for reading: mend the cells in your own file, and check again."),
      language.pick(
        "ช่องที่ระบายสีมีหมายเหตุบอกว่าผิดอย่างไร สีเข้ม = ต้องแก้ สีกลาง = ควรดู สีอ่อน = แจ้งให้ทราบ",
        "Coloured cells bear a note: dark must be mended, medium is worth a look, light is to know."
      ),
    ]
    let headings = [
      language.pick("ระดับ", "Severity"), language.pick("ที่", "Place"),
      language.pick("พบอะไร", "What was found"), language.pick("ทำอย่างไร", "What to do"),
    ]
    let rows = reading.diagnostics.map { diagnostic in
      [
        language.name(of: diagnostic.severity),
        language.place(of: diagnostic) + language.times(diagnostic),
        language.message(of: diagnostic), language.suggestion(for: diagnostic),
      ]
    }
    return SheetDraft(
      name: listName(language),
      columns: zip(headings, [12.0, 34, 70, 60]).map { SheetDraft.Column($0, width: $1) },
      rows: rows.map { $0.map { Cell($0) } } + [[]] + head.map { [.empty, .empty, Cell($0)] })
  }

  private static func draft(
    of content: PlanReading.Content, _ reading: PlanReading, _ language: Language
  ) -> SheetDraft {
    let sheet = content.sheet
    let found = reading.diagnostics.filter {
      $0.file == content.source.file && $0.sheet == content.source.sheet
    }
    let rows = withoutIdentityNumbers((0..<sheet.rowCount).map { Array(sheet.row($0)) }, found)
    let columns = (0..<sheet.columnCount).map { column in
      let widest =
        rows.lazy.map { $0.count > column ? min($0[column].text.count, 40) : 0 }.max() ?? 0
      return SheetDraft.Column("", width: Double(max(widest, 6) + 2))
    }
    return SheetDraft(
      name: sheet.name, columns: columns, rows: rows, hasHeadings: false, layout: sheet.layout,
      marks: marks(found, on: sheet, language))
  }

  /// The rows without what stands below the headings of identity cards' numbers.
  private static func withoutIdentityNumbers(
    _ rows: [[Cell]], _ diagnostics: [Diagnostic]
  ) -> [[Cell]] {
    let headings = diagnostics.flatMap { diagnostic -> [String] in
      if case .identityNumbers(_, let headings) = diagnostic.problem { headings } else { [] }
    }
    if headings.isEmpty { return rows }
    var unread: Set<Int> = []
    return rows.map { row in
      let shown = row.enumerated().map { unread.contains($0) ? Cell.empty : $1 }
      unread.formUnion(row.indices.filter { headings.contains(row[$0].text) })
      return shown
    }
  }

  /// One mark a cell: the gravest colour, and all that is said of it.
  private static func marks(
    _ diagnostics: [Diagnostic], on sheet: Sheet, _ language: Language
  ) -> [SheetDraft.Mark] {
    var shades: [CellAddress: SheetDraft.Mark.Shade] = [:]
    var notes: [CellAddress: [String]] = [:]
    for diagnostic in diagnostics {
      let shade = shade(of: diagnostic.severity)
      let note = [language.message(of: diagnostic), language.suggestion(for: diagnostic)]
        .filter { !$0.isEmpty }.joined(separator: " ")
      for (index, cell) in diagnostic.cells.enumerated() {
        let place = shown(cell, on: sheet)
        let graver = min(shades[place]?.rawValue ?? shade.rawValue, shade.rawValue)
        shades[place] = SheetDraft.Mark.Shade(rawValue: graver)
        if index < noteLimit, notes[place]?.contains(note) != true {
          notes[place, default: []].append(note)
        }
      }
    }
    return shades.keys.sorted().map { place in
      SheetDraft.Mark(
        place, shades[place] ?? .light, note: (notes[place] ?? []).joined(separator: "\n"))
    }
  }

  /// A whole row shows in its first filled cell.
  private static func shown(_ cell: CellAddress, on sheet: Sheet) -> CellAddress {
    if cell.column != nil { return cell }
    let first = sheet.row(cell.row).firstIndex { $0 != .empty }
    return CellAddress(row: cell.row, column: first ?? 0)
  }

  private static func shade(of severity: Diagnostic.Severity) -> SheetDraft.Mark.Shade {
    switch severity {
    case .error: .strong
    case .warning: .medium
    case .note: .light
    }
  }
}
