import Testing

@testable import Sheets

@Suite struct TextEncodingTests {
  private func text(_ bytes: [UInt8]) -> String? {
    TextEncoding.utf8(bytes).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test("Each mark names its encoding and is left out of the text")
  func marks() {
    #expect(text([0xEF, 0xBB, 0xBF, 0x61]) == "a")
    #expect(text([0xFF, 0xFE, 0x01, 0x0E]) == "ก")
    #expect(text([0xFE, 0xFF, 0x0E, 0x01]) == "ก")
  }

  @Test("Without a mark, sound UTF-8 is UTF-8 and all else Windows-874")
  func withoutMark() {
    #expect(TextEncoding.detect(Array("ก".utf8)).encoding == .utf8)
    #expect(TextEncoding.detect([0xA1, 0xD3]).encoding == .windows874)
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
    #expect(!TextEncoding.looksLikeText([0x61, 0x00]))
    #expect(TextEncoding.looksLikeText([0xFF, 0xFE, 0x61, 0x00]))
    #expect(TextEncoding.looksLikeText(Array("ก".utf8)))
  }
}
