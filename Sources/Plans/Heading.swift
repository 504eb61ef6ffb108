import Sheets

/// The heading of a sheet: one row, or two where headings stand in groups.
struct Heading: Sendable {
  /// The rows, from 0.
  let rows: ClosedRange<Int>
  /// The headings as they are shown, by column.
  let texts: [(column: Int, text: String)]
  /// Their keys, in the same order.
  let keys: [String]
  /// All that a column may be called, the nearest first.
  private let names: [(column: Int, keys: [String])]
  /// What columns are called without a unit in brackets: งบประมาณ of `งบประมาณ (บาท)`.
  private let bareNames: [Int: [String]]

  /// The first row that may hold data.
  var firstDataRow: Int { rows.upperBound + 1 }

  /// The given rows (from 0); else the row or two that hold the most headings that are known, else
  /// the first that is filled.
  ///
  /// - Parameter isKnown: Whether a heading, by its key, is one of the table or its mapping.
  init(_ sheet: Sheet, rows given: ClosedRange<Int>?, isKnown: (String) -> Bool) {
    if let given {
      self.init(sheet, rows: given)
      return
    }
    let filled = (0..<sheet.rowCount).lazy
      .filter { sheet.row($0).contains { $0 != .empty } }.prefix(Self.depth)
    var best = Heading(sheet, rows: (filled.first ?? 0)...(filled.first ?? 0))
    var count = best.count(isKnown)
    // No row bears more known headings than it has cells.
    for row in filled where sheet.row(row).count > count {
      let candidate = Heading(sheet, rows: row...row)
      let known = candidate.count(isKnown)
      if known > count { (best, count) = (candidate, known) }
    }
    // A second row counts only for what it adds: a group's name above, or its parts below.
    let row = best.rows.lowerBound
    for rows in [row...row + 1, max(0, row - 1)...row]
    where rows.count == 2 && rows.contains(where: { sheet.row($0).count > count }) {
      let candidate = Heading(sheet, rows: rows)
      let known = candidate.count(isKnown)
      if known > count { (best, count) = (candidate, known) }
    }
    self = best
  }

  /// Title lines are few; a heading stands within the first filled rows.
  private static let depth = 30

  private init(_ sheet: Sheet, rows: ClosedRange<Int>) {
    self.rows = rows
    var texts: [(column: Int, text: String)] = []
    var names: [(column: Int, keys: [String])] = []
    var group = ""
    let width = rows.reduce(0) { max($0, sheet.row($1).count) }
    for column in 0..<width {
      let own = sheet[rows.lowerBound, column].text
      let part = rows.count == 2 ? sheet[rows.upperBound, column].text : ""
      if !MatchKey.name(own).isEmpty { group = own }
      let above = MatchKey.name(part).isEmpty ? own : Self.group(sheet, rows, column, group)
      let text = [above, part].filter { !MatchKey.name($0).isEmpty }.joined(separator: " ")
      guard !text.isEmpty else { continue }
      texts.append((column, text))
      var keys = [part, text].map(MatchKey.heading).filter { !$0.isEmpty }
      // “งบประมาณ” over “รวม” and its parts: the sum is what the group is called.
      if TotalsRow.words.contains(MatchKey.heading(part)) { keys.append(MatchKey.heading(above)) }
      names.append((column, keys))
    }
    self.texts = texts
    self.keys = texts.map { MatchKey.heading($0.text) }
    self.names = names
    bareNames = Dictionary(
      uniqueKeysWithValues: names.map { ($0.column, $0.keys.compactMap(Self.withoutUnit)) })
  }

  /// A heading's key without its unit; nil where it has none that leaves the numbers as they are.
  private static func withoutUnit(_ key: String) -> String? {
    guard let open = key.lastIndex(where: { "([".contains($0) }), open != key.startIndex,
      let close = key[open...].firstIndex(where: { ")]".contains($0) }),
      key[close...].dropFirst().isEmpty
    else { return nil }
    var unit = key[open..<close].dropFirst()
    if unit.hasPrefix("หน่วย") { unit = unit.dropFirst("หน่วย".count).drop { $0 == ":" } }
    return units.contains(String(unit)) ? String(key[..<open]) : nil
  }

  /// Not thousands of baht: what is read would be a thousandth of what is meant.
  private static let units: Set<String> = [
    "บาท", "คน", "ราย", "ไร่", "ปี", "พ.ศ.", "พศ", "ปีพ.ศ.", "ปีพศ", "ครัวเรือน", "หลังคาเรือน", "baht",
    "thb", "฿", "people", "be", "ce", "b.e.", "ถ้ามี",
  ]

  /// The group heading over a column: of the merged range there, else the last to its left.
  private static func group(
    _ sheet: Sheet, _ rows: ClosedRange<Int>, _ column: Int, _ last: String
  ) -> String {
    let place = CellAddress(row: rows.lowerBound, column: column)
    if let merge = sheet.layout.merge(at: place) {
      return sheet[merge.anchor.row, merge.anchor.column ?? column].text
    }
    return sheet.isInWorkbook ? sheet[rows.lowerBound, column].text : last
  }

  /// How many columns bear a known heading, each heading counted once.
  func count(_ isKnown: (String) -> Bool) -> Int {
    Set(names.compactMap { ($0.keys + bareKeys($0.column)).first(where: isKnown) }).count
  }

  private func bareKeys(_ column: Int) -> [String] { bareNames[column] ?? [] }

  /// What a column is called that a table knows; nil where it knows none of its names.
  func meaning<Value>(_ column: Int, _ find: (String) -> Value?) -> Value? {
    let keys = names.first { $0.column == column }?.keys ?? []
    return (keys + bareKeys(column)).lazy.compactMap(find).first
  }

  /// The heading over a column, as it is shown.
  func text(_ column: Int) -> String { texts.first { $0.column == column }?.text ?? "" }

  /// The column of a heading.
  func column(_ heading: String) -> Int? {
    let key = MatchKey.heading(heading)
    return names.first { $0.keys.contains(key) }?.column
      ?? names.first { bareKeys($0.column).contains(key) }?.column
  }

  /// The headings that a text of a mapping names: itself, or those in its `{}`.
  static func headings(in text: String) -> [String] {
    guard text.contains("{") else { return [text] }
    return text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().map {
      String($0.prefix { $0 != "}" })
    }
  }

  /// What a mapping's text stands for: a heading, or a text with `{headings}` in it.
  func source(
    _ text: String, mapping: Mapping?, line: Int?, used: inout Set<Int>
  ) throws(PlanError) -> ColumnSource {
    guard text.contains("{") else {
      guard let column = column(text) else { throw unknown(text, mapping: mapping, line: line) }
      used.insert(column)
      return .cells(column)
    }
    var pieces: [TemplatePiece] = []
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
