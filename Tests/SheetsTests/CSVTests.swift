import TestSupport
import Testing

@testable import Sheets

@Suite struct CSVTests {
  private func rows(_ bytes: [UInt8]) throws -> [[String]] {
    let sheet = try CSV.read(bytes, path: "folder/กิจกรรม.csv")
    return (0..<sheet.rowCount).map { row in sheet.row(row).map(\.text) }
  }

  private func rows(_ text: String) throws -> [[String]] { try rows(Array(text.utf8)) }

  @Test("Quotation marks are taken off, and two of them within stand for one")
  func quotes() throws {
    #expect(
      try rows("a,\"b\"\n\"say \"\"no\"\"\",\"\"\"\"\n") == [["a", "b"], ["say \"no\"", "\""]])
  }

  @Test("Separators and new lines within quotation marks belong to the cell")
  func quotedSeparators() throws {
    #expect(try rows("a,\"b,c\"\n\"d\ne\",\"f\r\ng\"\n") == [["a", "b,c"], ["d\ne", "f\r\ng"]])
  }

  @Test(
    "Quotation marks that do not stand around a whole cell are read as libcsv reads them",
    arguments: [
      ("a\"b,c\nd,e\n", [["a\"b", "c"], ["d", "e"]]),
      ("x,\"a\" b\"\nd,\"e\"\n", [["x", "a\" b"], ["d", "e"]]),
      ("\"a;b\",\"c,d\"\n\"1\n2\",\n", [["a;b", "c,d"], ["1\n2"]]),
    ])
  func oddQuotes(_ text: String, _ wanted: [[String]]) throws { #expect(try rows(text) == wanted) }

  @Test("LF, CR LF and CR end a row alike", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(_ end: String) throws {
    #expect(try rows("a,b\(end)c,d\(end)e") == [["a", "b"], ["c", "d"], ["e"]])
  }

  @Test(
    "Blank lines stay rows, so that row numbers are those a spreadsheet shows",
    arguments: ["\n", "\r\n"])
  func blankLines(_ end: String) throws {
    let text = ["", "a,b", "", "", "c,d"].joined(separator: end)
    #expect(try rows(text) == [[], ["a", "b"], [], [], ["c", "d"]])
  }

  @Test(
    "The separator is the one that the first filled line holds most often",
    arguments: [",", ";", "\t"])
  func separators(_ separator: String) throws {
    let cells = [["ก", "ข", "ค"], ["1", "2", "3"]]
    let text = cells.map { $0.joined(separator: separator) }.joined(separator: "\n")
    #expect(try rows("\n" + text) == [[]] + cells)
  }

  @Test("Separators within quotation marks do not decide the separator")
  func separatorsInQuotes() throws {
    #expect(try rows("\"a,b,c\";d\ne;f,g") == [["a,b,c", "d"], ["e", "f,g"]])
  }

  @Test("Blanks around a cell stay; telling them apart is not the reader's task")
  func blanks() throws {
    #expect(try rows("  a , b\t,c \n") == [["  a ", " b\t", "c "]])
  }

  @Test("A byte order mark of UTF-8 is no part of the first cell")
  func mark() throws {
    #expect(try rows("\u{FEFF}รหัส,ชื่อ\n") == [["รหัส", "ชื่อ"]])
  }

  @Test(
    "UTF-16 with its mark is read, low byte first or high byte first", arguments: [true, false])
  func utf16(_ isLittleEndian: Bool) throws {
    let bytes = "\u{FEFF}รหัส\tชื่อ\r\n1\tก้าว\r\n".utf16.flatMap { unit in
      let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return isLittleEndian ? pair : pair.reversed()
    }
    #expect(try rows(bytes) == [["รหัส", "ชื่อ"], ["1", "ก้าว"]])
  }

  @Test("Bytes of Windows-874 are read as Thai")
  func windows874() throws {
    // กลุ่ม,น้ำ
    let bytes: [UInt8] = [0xA1, 0xC5, 0xD8, 0xE8, 0xC1, 0x2C, 0xB9, 0xE9, 0xD3, 0x0A]
    #expect(try rows(bytes) == [["กลุ่ม", "น้ำ"]])
  }

  @Test("A quotation mark that is never closed is an error with the row that it opens in")
  func openQuote() {
    let text = "a,b\n\n\"c\nd\",e\nf,\"g\nh,i\n"
    #expect(throws: SheetError.openQuote(path: "folder/กิจกรรม.csv", row: 4)) { try rows(text) }
  }

  @Test("A quotation mark within a cell that none opens is a sign like any other")
  func strayQuote() throws {
    #expect(try rows("ชื่อ,ขนาด\nท่อ 4\",2\n") == [["ชื่อ", "ขนาด"], ["ท่อ 4\"", "2"]])
  }

  @Test("Cells at the end of a row that hold nothing are left out, those between are kept")
  func emptyCells() throws {
    let sheet = try CSV.read(Array("a,,\"\",b,,\n,,\n".utf8), path: "t.csv")
    #expect(Array(sheet.row(0)) == [.text("a"), .empty, .empty, .text("b")])
    #expect(Array(sheet.row(1)) == [])
    #expect(sheet.columnCount == 4)
  }

  @Test("The sheet bears the file's name without folder and ending, and is in no workbook")
  func name() throws {
    let sheet = try CSV.read(Array("a".utf8), path: "folder/กิจกรรม.csv")
    #expect(sheet.file == "กิจกรรม.csv")
    #expect(sheet.name == "กิจกรรม")
    #expect(!sheet.isInWorkbook)
  }

  @Test("What is written is read back cell by cell, and begins with a mark for Excel")
  func writing() throws {
    let cells = [["ก", "a,b", "say \"no\""], ["", "two\nlines", " blanks "], ["x;y", "-", "1"]]
    let bytes = CSV.bytes(of: cells)
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(try rows(bytes) == cells)
  }

  @Test("Numbers stay the text that was typed")
  func numbers() throws {
    let sheet = try CSV.read(Array("007,\"1,200\",1e3".utf8), path: "t.csv")
    #expect(Array(sheet.row(0)) == [.text("007"), .text("1,200"), .text("1e3")])
  }

  @Test("Lines with and without quotation marks are read as one parser reads them all")
  func mixed() throws {
    var generator = SeededGenerator(seed: 11)
    let pieces = ["a", "กข", ",", ",", "\n", "\r\n", "\r", "\"", "\"b,c\"", ",\"x\"\"y\ny\",", " "]
    for _ in 0..<2_000 {
      let text = (0..<12).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      #expect((try? rows(text)) == (try? reference(text)), "\(text.debugDescription)")
    }
  }

  /// RFC 4180 sign by sign, with libcsv's leniency towards marks where none may stand.
  private func reference(_ text: String) throws -> [[String]] {
    enum State { case start, plain, quoted, closed }
    var rows: [[String]] = []
    var row: [String] = []
    var field = ""
    var state = State.start
    var rowHasBegun = false
    var last: Unicode.Scalar = " "
    func trimmed(_ row: [String]) -> [String] {
      Array(row.reversed().drop { $0.isEmpty }.reversed())
    }
    for scalar in text.unicodeScalars {
      defer { last = scalar }
      if state == .quoted, scalar != "\"" {
        field.unicodeScalars.append(scalar)
        continue
      }
      switch scalar {
      case "\"" where state == .start: (state, rowHasBegun) = (.quoted, true)
      case "\"" where state == .quoted: state = .closed
      case "\"" where state == .closed:
        field += "\""
        state = .quoted
      case ",":
        row.append(field)
        (field, state, rowHasBegun) = ("", .start, true)
      case "\n" where last == "\r": break
      case "\n", "\r":
        if rowHasBegun { row.append(field) }
        rows.append(trimmed(row))
        (row, field, state, rowHasBegun) = ([], "", .start, false)
      default:
        if state == .closed {
          field += "\""
          state = .quoted
        } else {
          state = .plain
        }
        field.unicodeScalars.append(scalar)
        rowHasBegun = true
      }
    }
    if state == .quoted { throw SheetError.openQuote(path: "", row: 0) }
    if rowHasBegun { rows.append(trimmed(row + [field])) }
    return rows
  }
}
