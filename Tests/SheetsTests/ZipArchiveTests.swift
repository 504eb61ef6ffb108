import TestSupport
import Testing

@testable import Sheets

@Suite struct ZipArchiveTests {
  private func text(_ part: String, of bytes: [UInt8]) throws -> String {
    var archive = try ZipArchive(bytes, path: "a.zip")
    var found: [UInt8] = []
    try archive.read(part) { (chunk) throws(SheetError) in found += Array(chunk) }
    return String(decoding: found, as: UTF8.self)
  }

  @Test("Parts are found by name and read whole, also those longer than one chunk")
  func parts() throws {
    let long = String(repeating: "ข้อความ ", count: 20_000)
    let bytes = StoredZip.bytes([("a.xml", "สั้น"), ("โฟลเดอร์/b.xml", long)])
    #expect(try text("a.xml", of: bytes) == "สั้น")
    #expect(try text("โฟลเดอร์/b.xml", of: bytes) == long)
    let archive = try ZipArchive(bytes, path: "a.zip")
    let (has, hasNot) = (archive.contains("a.xml"), archive.contains("A.xml"))
    #expect(has && !hasNot)
  }

  @Test("A part that is not there is damaged, with its name")
  func missing() {
    #expect(throws: SheetError.damaged(path: "a.zip", part: "none")) {
      try text("none", of: StoredZip.bytes([("a", "x")]))
    }
  }

  @Test("A part whose content does not fit its checksum is damaged")
  func checksum() throws {
    var bytes = StoredZip.bytes([("a", "content")])
    let start = try #require(
      bytes.indices.first { bytes[$0...].starts(with: Array("content".utf8)) })
    bytes[start] ^= 1
    let changed = bytes
    #expect(throws: SheetError.damaged(path: "a.zip", part: "a")) { try text("a", of: changed) }
  }

  @Test("An error of the receiver ends the reading and is passed on")
  func receiver() throws {
    var archive = try ZipArchive(StoredZip.bytes([("a", "x")]), path: "a.zip")
    var thrown: SheetError?
    do throws(SheetError) {
      try archive.read("a") { (_) throws(SheetError) in throw .tooLarge(path: "a.zip") }
    } catch { thrown = error }
    #expect(thrown == .tooLarge(path: "a.zip"))
  }

  @Test("Bytes that are no archive are damaged")
  func noArchive() {
    #expect(throws: SheetError.damaged(path: "a.zip", part: nil)) {
      try text("a", of: [0x50, 0x4B, 3, 4, 1, 2, 3])
    }
  }
}
