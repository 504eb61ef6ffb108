import Glibc
import Sheets
import TestSupport
import Testing

@testable import Plans

/// The sample plan, spoiled at random in its three kinds of file.
///
/// `SANPHAEN_MUTATIONS` says how often; `script/test --long` sets it to ten times as many.
@Suite struct MutationTests {
  private static let batches = 20
  private static let perBatch =
    (getenv("SANPHAEN_MUTATIONS").flatMap { Int(String(cString: $0)) } ?? 1_000) / (2 * batches)

  private static func sample() throws -> [Sheet] {
    try Workbook(folder: Repository.plan("khok-charoen")).sheets
  }

  @Test("Spoiled cells are kept or named, in every kind of file", arguments: 0..<batches)
  func cells(_ batch: Int) throws {
    let sheets = try Self.sample()
    let folder = try TemporaryFolder()
    for number in 0..<Self.perBatch {
      let seed = UInt64(batch * 1_000_000 + number)
      var generator = SeededGenerator(seed: seed)
      let kind = SheetFiles.allCases.randomElement(using: &generator) ?? .xlsx
      let spoiled = CellMutation.spoil(sheets, &generator)
      let path = try kind.write(spoiled, to: "m", in: folder)
      try read(path, kind, "seed \(seed)")
      if kind == .csv { Folder.remove(path) }
    }
  }

  @Test("Spoiled bytes are refused or accounted for, in every kind of file", arguments: 0..<batches)
  func bytes(_ batch: Int) throws {
    let sheets = try Self.sample()
    let folder = try TemporaryFolder()
    for kind in SheetFiles.allCases { _ = try kind.write(sheets, to: "whole", in: folder) }
    let whole = Dictionary(
      uniqueKeysWithValues: try ["whole.xlsx", "whole.ods"].map { name in
        (name, Self.content(try Workbook(contentsOf: folder.file(name)).sheets))
      })
    for number in 0..<Self.perBatch {
      let seed = UInt64(batch * 1_000_000 + number)
      var generator = SeededGenerator(seed: seed)
      let kind = SheetFiles.allCases.randomElement(using: &generator) ?? .xlsx
      if kind == .csv {
        let names = try Folder.names(in: folder.file("whole"))
        let name = "whole/" + (names.randomElement(using: &generator) ?? "")
        let bytes = try folder.bytes(name)
        try folder.write(name, bytes: ByteMutation.spoil(bytes, &generator))
        try read(folder.file("whole"), kind, "seed \(seed) \(name)")
        try folder.write(name, bytes: bytes)
      } else {
        let name = "whole.\(kind.rawValue)"
        let spoiled = ByteMutation.spoil(try folder.bytes(name), &generator)
        let path = try folder.write("m.\(kind.rawValue)", bytes: spoiled)
        // Its parts have checksums: what is read at all is what was written.
        if let found = try? Workbook(contentsOf: path).sheets {
          #expect(Self.content(found) == whole[name], "seed \(seed)")
        }
        try read(path, kind, "seed \(seed)")
      }
    }
  }

  private static func content(_ sheets: [Sheet]) -> [[[Cell]]] {
    sheets.map { sheet in (0..<sheet.rowCount).map { Array(sheet.row($0)) } }
  }

  /// Reads a plan within two seconds; what is not refused must be accounted for.
  private func read(_ path: String, _ kind: SheetFiles, _ label: String) throws {
    let clock = ContinuousClock()
    let start = clock.now
    let reading: PlanReading
    do throws(PlanError) { reading = try PlanReading([path]) } catch { return }
    #expect(clock.now - start < .seconds(2), "\(label)")
    let sheets =
      kind == .csv
      ? try readable(path, reading, label) : try Workbook(contentsOf: path).sheets
    if kind == .csv { try expectEveryLetter(of: path, in: sheets, label) }
    var accounting = Accounting(reading)
    let lost = accounting.lost(of: sheets)
    #expect(lost.isEmpty, "\(label) \(kind) \(accounting.codes)")
  }

  /// The sheets of a folder; a file that cannot be read must be named as such.
  private func readable(
    _ folder: String, _ reading: PlanReading, _ label: String
  ) throws -> [Sheet] {
    let refused = Set(
      reading.diagnostics.filter { $0.code.hasPrefix("unreadable") }.map(\.file))
    var sheets: [Sheet] = []
    for name in try Folder.names(in: folder) {
      do {
        sheets += try Workbook(contentsOf: Folder.join(folder, name)).sheets
      } catch { #expect(refused.contains(name), "\(label) \(name)") }
    }
    return sheets
  }

  /// Every letter of a text file stands in a cell: no line, end or letter was dropped or changed.
  private func expectEveryLetter(of folder: String, in sheets: [Sheet], _ label: String) throws {
    // An apostrophe may be one that only keeps `=1+1` a text.
    let marks: Set<Unicode.Scalar> = ["'", "\"", "\r", "\n", ",", ";", "\t", "|", "\u{FEFF}"]
    for sheet in sheets where sheet.textForm?.encoding == .utf8 {
      let text = String(
        decoding: try FileBytes.read(Folder.join(folder, sheet.file)), as: UTF8.self)
      let cells = (0..<sheet.rowCount).flatMap { sheet.row($0).map(\.text) }.joined()
      let typed = text.unicodeScalars.filter { !marks.contains($0) }
      let found = cells.unicodeScalars.filter { !marks.contains($0) }
      #expect(Array(typed) == Array(found), "\(label) \(sheet.file)")
    }
  }
}

/// One to three faults in the bytes of a file.
private enum ByteMutation {
  static func spoil(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...3, using: &generator) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      let end = min(bytes.count, place + Int.random(in: 1...40, using: &generator))
      switch Int.random(in: 0..<7, using: &generator) {
      case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      case 1: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      case 2: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
      case 3: bytes.removeSubrange(place..<end)
      case 4: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 5:
        let marks: [UInt8] = [0x22, 0x2C, 0x0A, 0x0D, 0x3B, 0x09]
        bytes[place] = marks.randomElement(using: &generator) ?? 0x22
      default: if place % 4 == 0 { bytes.removeSubrange(place...) }
      }
    }
    return bytes
  }
}

/// One to four faults in the cells of sheets, such as people make.
private enum CellMutation {
  static func spoil(_ sheets: [Sheet], _ generator: inout SeededGenerator) -> [Sheet] {
    var sheets = sheets
    for number in 0..<Int.random(in: 1...4, using: &generator) {
      let index = Int.random(in: 0..<sheets.count, using: &generator)
      var rows = (0..<sheets[index].rowCount).map { Array(sheets[index].row($0)) }
      var merges = sheets[index].layout.merges
      spoil(
        &rows, &merges, "ก๊อก\(number)x\(UInt16.random(in: 0...999, using: &generator))", &generator)
      var name = sheets[index].name
      if Int.random(in: 0..<40, using: &generator) == 0 { name += "ใหม่" }
      sheets[index] = Sheet(
        file: name + ".csv", name: name, isInWorkbook: false, layout: SheetLayout(merges: merges),
        rows: rows)
    }
    return sheets
  }

  private static func spoil(
    _ rows: inout [[Cell]], _ merges: inout [CellRange], _ word: String,
    _ generator: inout SeededGenerator
  ) {
    guard !rows.isEmpty else { return }
    let row = Int.random(in: 0..<rows.count, using: &generator)
    let width = rows.map(\.count).max() ?? 1
    let column = Int.random(in: 0..<max(1, width), using: &generator)
    switch Int.random(in: 0..<14, using: &generator) {
    case 0...3: put(value(word, &generator), row, column, &rows)
    case 4:
      put(value(word, &generator), row + Int.random(in: 0..<4, using: &generator), width + 1, &rows)
    case 5: put(.empty, row, column, &rows)
    case 6: rows.insert(rows[row], at: row)
    case 7: rows.remove(at: row)
    case 8: put(.text(word), 0, column, &rows)
    case 9: rows[row].shuffle(using: &generator)
    case 10: rows.insert([.text("แผนตำบล " + word)], at: 0)
    case 11: rows.insert([], at: row)
    case 12: for index in rows.indices { rows[index].insert(.empty, at: 0) }
    default:
      // Only in a workbook; a merge that covers other cells hides none of them from the reader.
      let last = min(rows.count - 1, row + 2)
      merges = [CellRange(rows: row...last, columns: column...column + (row % 2))]
    }
  }

  private static func value(_ word: String, _ generator: inout SeededGenerator) -> Cell {
    let year = Int.random(in: 1_900...2_700, using: &generator)
    let values: [Cell] = [
      .text(word), .text("\(word); \(word)ข\n\(word)ค"), .number(Double(year) * 37.5),
      .text("\(year)"),
      .error("#REF!"), .boolean(year % 2 == 0),
      .day(Day(year: 2_024, month: 2, day: 1 + year % 28)),
      .text("(\(year))"), .text("๑,๒๓๔ บาท"), .text("\u{200B}\(word)\u{200B}"), .text("=\(word)"),
      .text("5%"), .text(String(repeating: word, count: 300)), .text("31 ก.พ. 66"), .text("รวม"),
    ]
    return values.randomElement(using: &generator) ?? .empty
  }

  private static func put(_ cell: Cell, _ row: Int, _ column: Int, _ rows: inout [[Cell]]) {
    while rows.count <= row { rows.append([]) }
    while rows[row].count <= column { rows[row].append(.empty) }
    rows[row][column] = cell
  }
}
