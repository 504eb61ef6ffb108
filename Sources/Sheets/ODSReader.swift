/// Workbooks of OpenDocument (ISO/IEC 26300), read without a document tree.
enum ODSReader {
  /// The sheets of a workbook in its order.
  ///
  /// Formula cells give the value that was last computed.
  ///
  /// - Complexity: O(inflated bytes + filled cells).
  static func read(_ archive: inout ZipArchive, path: String) throws(SheetError) -> [Sheet] {
    if archive.contains("META-INF/manifest.xml") {
      let manifest = EncryptionMark()
      try XMLScanner.scan("META-INF/manifest.xml", of: &archive, path: path, with: manifest)
      if manifest.isEncrypted { throw .oldOrProtectedWorkbook(path: path) }
    }
    let content = ODSContent(path: path)
    try XMLScanner.scan("content.xml", of: &archive, path: path, with: content)
    guard content.isSpreadsheet else { throw .notAWorkbook(path: path) }
    return content.tables.map { table in
      Sheet(
        file: Folder.lastName(of: path), name: table.name, isInWorkbook: true,
        layout: SheetLayout(
          merges: table.merges, isHidden: content.hiddenStyles.contains(table.style),
          hiddenRows: table.hiddenRows, hiddenColumns: table.hiddenColumns),
        table.grid, content.texts)
    }
  }
}

/// `META-INF/manifest.xml`: whether a password locks the parts.
private final class EncryptionMark: XMLHandler {
  private(set) var isEncrypted = false

  override func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    if isNamed(name, "encryption-data") { isEncrypted = true }
  }
}

/// `content.xml`: the tables, and the styles that hide some.
private final class ODSContent: XMLHandler {
  struct Table {
    let name: String
    let style: String
    var grid = CellGrid()
    var merges: [CellRange] = []
    var hiddenRows: [ClosedRange<Int>] = []
    var hiddenColumns: [ClosedRange<Int>] = []
  }

  private(set) var tables: [Table] = []
  private(set) var texts = TextArena()
  private(set) var hiddenStyles: Set<String> = []
  private(set) var isSpreadsheet = false
  private let path: String
  private var style = ""
  private var row = 0
  private var column = 0
  private var rowRepeats = 1
  private var rowIsHidden = false
  private var rowCells: [(column: Int, cell: PackedCell)] = []
  private var cell: ODSCell?
  private var filled = 0
  /// Elements open below one that is left out: notes, pictures, tables within cells.
  private var skipped = 0

  init(path: String) { self.path = path }

  override func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    if skipped > 0 {
      skipped += 1
    } else if cell != nil {
      startInCell(name, attributes)
    } else if isNamed(name, "table-cell") || isNamed(name, "covered-table-cell") {
      cell = ODSCell(attributes)
    } else if isNamed(name, "table-row") {
      startRow(attributes)
    } else if isNamed(name, "table-column") {
      addColumns(attributes)
    } else if isNamed(name, "table"), isSpreadsheet {
      tables.append(
        Table(name: attributes["table:name"] ?? "", style: attributes["table:style-name"] ?? ""))
      (row, column) = (0, 0)
    } else if isNamed(name, "spreadsheet") {
      isSpreadsheet = true
    } else if isNamed(name, "style") {
      style = attributes["style:name"] ?? ""
    } else if isNamed(name, "table-properties") {
      if attributes["table:display"] == "false" { hiddenStyles.insert(style) }
    } else if isNamed(name, "shapes") || isNamed(name, "tracked-changes") {
      skipped = 1
    }
  }

  private func startInCell(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    guard cell?.isInParagraph == true else {
      if isNamed(name, "p") { cell?.startParagraph() } else { skipped = 1 }
      return
    }
    if isNamed(name, "s") {
      let count = min(attributes.integer("text:c") ?? 1, TextArena.textLimit)
      cell?.append(repeatElement(0x20, count: count))
    } else if isNamed(name, "tab") {
      cell?.append(CollectionOfOne(0x09))
    } else if isNamed(name, "line-break") {
      cell?.append(CollectionOfOne(0x0A))
    } else if !isNamed(name, "span"), !isNamed(name, "a"), !isNamed(name, "ruby"),
      !isNamed(name, "ruby-base")
    {
      skipped = 1
      return
    }
    cell?.depth += 1
  }

  override func end(_ name: UnsafePointer<CChar>) {
    if skipped > 0 {
      skipped -= 1
    } else if cell?.isInParagraph == true {
      cell?.depth -= 1
    } else if cell != nil {
      endCell()
    } else if isNamed(name, "table-row") {
      endRow()
    }
  }

  override func text(_ piece: UnsafeRawBufferPointer) {
    guard skipped == 0, cell?.isInParagraph == true else { return }
    cell?.append(piece)
    if let count = cell?.bytes.count, count > TextArena.textLimit {
      failure = .cellTooLong(
        path: path, sheet: tables.last?.name, cell: CellAddress(row: row, column: column))
    }
  }

  private func addColumns(_ attributes: XMLAttributes) {
    let count = Self.repeats(attributes, "table:number-columns-repeated")
    let isHidden = attributes["table:visibility"].map { $0 != "visible" } ?? false
    if isHidden, !tables.isEmpty, column < CellGrid.columnLimit {
      tables[tables.count - 1].hiddenColumns.append(column...column + count - 1)
    }
    column += count
  }

  private func startRow(_ attributes: XMLAttributes) {
    rowRepeats = Self.repeats(attributes, "table:number-rows-repeated")
    rowIsHidden = attributes["table:visibility"].map { $0 != "visible" } ?? false
    rowCells.removeAll(keepingCapacity: true)
    column = 0
  }

  private func endCell() {
    guard let done = cell else { return }
    cell = nil
    let count = Self.atLeastOne(done.repeats)
    defer { column += count }
    if done.rows > 1 || done.columns > 1, !tables.isEmpty {
      tables[tables.count - 1].merges.append(
        CellRange(rows: row...row + done.rows - 1, columns: column...column + done.columns - 1))
    }
    guard let packed = done.packed(&texts) else { return }
    filled += count * rowRepeats
    guard filled <= CellGrid.cellLimit, texts.count <= TextArena.limit else {
      failure = .tooLarge(path: path)
      return
    }
    for offset in 0..<count { rowCells.append((column + offset, packed)) }
  }

  private func endRow() {
    defer { row += rowRepeats }
    guard !tables.isEmpty else { return }
    if rowIsHidden {
      tables[tables.count - 1].hiddenRows.append(row...row + rowRepeats - 1)
    }
    guard !rowCells.isEmpty else { return }
    for offset in 0..<rowRepeats {
      for (column, cell) in rowCells
      where !tables[tables.count - 1].grid.place(cell, row: row + offset, column: column) {
        failure = .damaged(path: path, part: "content.xml")
        return
      }
    }
  }

  private static func repeats(_ attributes: XMLAttributes, _ name: String) -> Int {
    atLeastOne(attributes.integer(name))
  }

  /// No count goes beyond a sheet, whatever the file says.
  private static func atLeastOne(_ count: Int?) -> Int {
    min(max(count ?? 1, 1), CellGrid.rowLimit)
  }
}
