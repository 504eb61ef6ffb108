import Sheets

@testable import Plans

/// What became of every filled cell of a plan's sheets: kept in the plan, or named by the check.
struct Accounting {
  private let reading: PlanReading
  private var texts: Set<String> = []
  private var numbers: Set<Double> = []
  private var dates: Set<PlanDate> = []
  /// Cells that were joined with others of which one counts: what they say elsewhere means that one.
  private var joined: [String: Set<CellAddress>] = [:]
  private var reported: [String: Set<CellAddress>] = [:]
  private var unreadSheets: Set<String> = []
  private var headings: Set<String> = []
  /// The words of ties; FORMAT's are known in any case, with or without blanks.
  private var relations: Set<String> = []
  /// Rows whose tie was not made, because an end of it is named as wrong.
  private var brokenTies: [String: Set<Int>] = [:]

  init(_ reading: PlanReading) {
    self.reading = reading
    for plan in reading.plans { collect(plan) }
    for diagnostic in reading.diagnostics {
      let sheet = Self.name(file: diagnostic.file, sheet: diagnostic.sheet)
      reported[sheet, default: []].formUnion(diagnostic.cells)
      switch diagnostic.problem {
      case .danglingReference(.links, _, _, _), .ambiguousReference(.links, _, _, _),
        .absentTable(.links, _, _):
        brokenTies[sheet, default: []].formUnion(diagnostic.cells.map(\.row))
      case .conflictingCells: joined[sheet, default: []].formUnion(diagnostic.cells)
      case .unknownSheet, .missingColumn: unreadSheets.insert(sheet)
      case .unknownColumns(_, let found, _): headings.formUnion(found.map(MatchKey.heading))
      case .headingOfTwoRows(_, let found): headings.formUnion(found.map(MatchKey.heading))
      default: break
      }
    }
  }

  /// The filled cells of which nothing says what became of them.
  mutating func lost(of sheets: [Sheet]) -> [String] {
    for sheet in sheets {
      let name = Self.name(file: sheet.file, sheet: sheet.isInWorkbook ? sheet.name : nil)
      for cell in joined[name] ?? [] {
        texts.insert(MatchKey.name(sheet[cell.row, cell.column ?? 0].text))
      }
    }
    return sheets.flatMap { lost(of: $0) }
  }

  private func lost(of sheet: Sheet) -> [String] {
    let name = Self.name(file: sheet.file, sheet: sheet.isInWorkbook ? sheet.name : nil)
    if unreadSheets.contains(name) { return [] }
    let table = Table(sheetNamed: sheet.name)
    let cells = reported[name] ?? []
    let broken = brokenTies[name] ?? []
    // Phone numbers are left out of a plan on purpose; unknown headings are named with their column.
    let told = Self.columns(of: sheet) { heading in
      table?.column(headed: heading) == .phone || headings.contains(MatchKey.heading(heading))
    }
    return (0..<sheet.rowCount).filter { !broken.contains($0) }.flatMap { row in
      sheet.row(row).enumerated().compactMap { column, cell in
        let place = CellAddress(row: row, column: column)
        if told.contains(column) || isKept(cell, in: table) || cells.contains(place)
          || cells.contains(CellAddress(row: row, column: nil))
        {
          return nil
        }
        return "\(name)!\(place) \(cell)"
      }
    }
  }

  /// The columns whose heading is such, wherever that stands among the first rows.
  private static func columns(of sheet: Sheet, where isSuch: (String) -> Bool) -> Set<Int> {
    Set(
      (0..<min(6, sheet.rowCount)).flatMap { row in
        sheet.row(row).enumerated().compactMap { index, cell in
          cell != .empty && isSuch(cell.text) ? index : nil
        }
      })
  }

  private static func name(file: String, sheet: String?) -> String { file + "/" + (sheet ?? "") }

  private func isKept(_ cell: Cell, in table: Table?) -> Bool {
    let text = cell.text
    if MatchKey.isUnknown(text) || MatchKey.saysUnknown(text) || texts.contains(MatchKey.name(text))
    {
      return true
    }
    if let table, table.column(headed: text) != nil { return true }
    if headings.contains(MatchKey.heading(text)) { return true }
    if table == .links, relations.contains(MatchKey.heading(text)) { return true }
    if let number = Numerals.number(cell), numbers.contains(number) { return true }
    if let date = PlanDate(cell), dates.contains(date) { return true }
    return text.split { $0 == ";" || $0 == "；" || $0.isNewline }.allSatisfy { part in
      let key = MatchKey.name(String(part))
      return MatchKey.isUnknown(String(part)) || texts.contains(key)
    }
  }

  /// What the check says of a sheet, for a test that fails.
  var codes: [String] {
    reading.diagnostics.map { diagnostic in
      "\(diagnostic.file)/\(diagnostic.sheet ?? "") \(diagnostic.code) "
        + diagnostic.cells.prefix(5).map(\.description).joined(separator: ",")
    }
  }

  private mutating func collect(_ value: Any) {
    switch value {
    case let text as String: texts.insert(MatchKey.name(text))
    case let number as Double: numbers.insert(number)
    case let number as Int: numbers.insert(Double(number))
    case let date as PlanDate: dates.insert(date)
    case is Source: return
    case let flag as Bool: add(words: flag ? Answer.yes : Answer.no)
    case let choice as any Choice: add(words: choice)
    case let tie as Tie:
      relations.insert(MatchKey.heading(tie.relation.word))
      if let since = tie.since { dates.insert(since) }
      if let note = tie.note { texts.insert(MatchKey.name(note)) }
    default: for part in Mirror(reflecting: value).children { collect(part.value) }
    }
  }

  private mutating func add(words choice: some Choice) {
    for word in [choice.rawValue, choice.thai] + choice.aliases {
      texts.insert(MatchKey.name(word))
    }
  }
}
