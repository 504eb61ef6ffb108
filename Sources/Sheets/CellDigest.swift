/// What the cells of a workbook say, as one number.
///
/// It is the same whoever saved the workbook, and in whatever order a sheet's rows were sorted; anything
/// typed, taken away or moved to another column makes it another. FNV-1a (Fowler, Noll & Vo, 1991).
struct CellDigest {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The number in hexadecimal.
  var text: String { String(state, radix: 16) }

  /// The digest of sheets to be written.
  init(_ sheets: [SheetDraft]) {
    for sheet in sheets {
      let headings = sheet.hasHeadings ? [sheet.columns.map { Cell($0.heading) }] : []
      add(headings + sheet.rows)
    }
  }

  /// The digest of sheets that were read.
  init(_ sheets: [Sheet]) {
    for sheet in sheets {
      add((0..<sheet.rowCount).map { row in (0..<sheet.columnCount).map { sheet[row, $0] } })
    }
  }

  /// Adds a sheet; one without cells is as none.
  private mutating func add(_ rows: [[Cell]]) {
    let sums = rows.compactMap(Self.sum)
    guard !sums.isEmpty else { return }
    Self.mix(sums.reduce(0, &+), into: &state)
  }

  /// The sum of a row; nil where it is empty.
  private static func sum(_ row: [Cell]) -> UInt64? {
    var sum: UInt64 = 0xCBF2_9CE4_8422_2325
    var isEmpty = true
    for (column, cell) in row.enumerated() {
      let text = text(of: cell)
      // Blanks and ends of lines are not kept alike by every program.
      if !text.utf8.contains(where: { $0 > 0x20 }) { continue }
      isEmpty = false
      mix(UInt64(column), into: &sum)
      for byte in text.utf8 where byte > 0x20 { step(byte, &sum) }
    }
    return isEmpty ? nil : sum
  }

  /// A cell as every program keeps it: the last digits of a number aside.
  private static func text(of cell: Cell) -> String {
    guard case .number(let number) = cell, abs(number) < 1e9 else { return cell.text }
    return Cell.text(of: (number * 1e6).rounded() / 1e6)
  }

  private static func mix(_ number: UInt64, into sum: inout UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      step(UInt8(truncatingIfNeeded: number >> shift), &sum)
    }
  }

  private static func step(_ byte: UInt8, _ sum: inout UInt64) {
    sum = (sum ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }
}
