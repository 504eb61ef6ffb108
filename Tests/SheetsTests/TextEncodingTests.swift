import Testing

@testable import Sheets

@Suite struct TextEncodingTests {
  private func text(_ bytes: [UInt8]) -> String? {
    (try? TextEncoding.detect(bytes).utf8(bytes, path: "f")).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  @Test("Each mark names its encoding and is left out of the text")
  func marks() {
    #expect(text([0xEF, 0xBB, 0xBF, 0x61]) == "a")
    #expect(text([0xFF, 0xFE, 0x01, 0x0E]) == "ก")
    #expect(text([0xFE, 0xFF, 0x0E, 0x01]) == "ก")
  }

  @Test("Without a mark, sound UTF-8 is UTF-8 and all else Windows-874")
  func withoutMark() {
    #expect(TextEncoding.detect(Array("ก".utf8)) == .utf8)
    #expect(TextEncoding.detect([0xA1, 0xD3]) == .windows874)
  }

  @Test(
    "The signs that Windows-874 has beside Thai are read",
    arguments: [
      (0x80, "€"), (0x85, "…"), (0x91, "‘"), (0x92, "’"), (0x93, "“"), (0x94, "”"), (0x95, "•"),
      (0x96, "–"), (0x97, "—"), (0xA0, "\u{A0}"), (0xDF, "฿"), (0xF0, "๐"), (0xF9, "๙"),
    ] as [(UInt8, String)])
  func windows874(_ byte: UInt8, _ sign: String) {
    #expect(text([0xA1, byte]) == "ก" + sign)
  }

  @Test("A byte without meaning in Windows-874 makes the text undecodable")
  func undefined() { #expect(text([0xA1, 0xFC]) == nil) }

  @Test("UTF-16 that ends within a character is undecodable")
  func cutUTF16() {
    #expect(text([0xFF, 0xFE, 0x01, 0x0E, 0x02]) == nil)
    #expect(text([0xFF, 0xFE, 0x3D, 0xD8]) == nil)
  }

  @Test("UTF-8 with a mark that is broken behind it is undecodable")
  func brokenUTF8() { #expect(text([0xEF, 0xBB, 0xBF, 0xE0, 0xB8]) == nil) }

  @Test("Zero bytes are no text but in UTF-16")
  func zeros() {
    #expect(!TextEncoding.looksLikeText([0x61, 0x00, 0x62, 0x63, 0x64, 0x65]))
    #expect(TextEncoding.looksLikeText([0xFF, 0xFE, 0x61, 0x00]))
    #expect(TextEncoding.looksLikeText(Array("ก".utf8)))
  }

  @Test("UTF-16 without a mark is known by its bytes, low byte first or high byte first")
  func utf16WithoutMark() {
    let units = Array("รหัส,name\r\n1,ก้าว\r\n".utf16)
    let low = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let high = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    #expect(TextEncoding.detect(low) == .utf16LittleEndian)
    #expect(TextEncoding.detect(high) == .utf16BigEndian)
    #expect(text(low) == "รหัส,name\r\n1,ก้าว\r\n")
    #expect(text(high) == text(low))
  }

  @Test("Windows-874 is known also where the heading line is pure ASCII")
  func headingInASCII() {
    #expect(text(Array("id,name\n1,".utf8) + [0xA1, 0xC5, 0xD8, 0xE8, 0xC1]) == "id,name\n1,กลุ่ม")
  }

  @Test("One broken sign in UTF-8 is an error with its row, not a page of other letters")
  func brokenSign() {
    var bytes = Array("ชื่อ,งบ\r\nกลุ่มออมทรัพย์,1\r\nเครือข่าย,2\r\n".utf8)
    bytes[bytes.count - 12] = 0xFF
    #expect(throws: SheetError.undecodable(path: "f", encoding: .utf8, row: 3)) {
      try TextEncoding.detect(bytes).utf8(bytes, path: "f")
    }
  }

  @Test("A byte without meaning is named with its row in every encoding")
  func rows() {
    let bytes: [UInt8] = [0x61, 0x0A, 0xA1, 0x0A, 0xA1, 0xFC]
    #expect(throws: SheetError.undecodable(path: "f", encoding: .windows874, row: 3)) {
      try TextEncoding.windows874.utf8(bytes, path: "f")
    }
    let half: [UInt8] = [0x61, 0, 0x0A, 0, 0x3D, 0xD8, 0x61, 0]
    #expect(throws: SheetError.undecodable(path: "f", encoding: .utf16LittleEndian, row: 2)) {
      try TextEncoding.utf16LittleEndian.utf8(half, path: "f")
    }
  }

  @Test(
    "Names of encodings are known as people write them",
    arguments: [
      ("utf-8", .utf8), ("UTF8", .utf8), ("tis-620", .windows874), ("Windows-874", .windows874),
      ("cp874", .windows874), ("UTF-16", .utf16LittleEndian), ("utf-16be", .utf16BigEndian),
    ] as [(String, TextEncoding)])
  func names(_ name: String, _ encoding: TextEncoding) {
    #expect(TextEncoding(named: name) == encoding)
  }

  @Test("A name of no encoding is none")
  func noName() { #expect(TextEncoding(named: "latin-1") == nil) }
}
