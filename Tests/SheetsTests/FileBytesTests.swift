import Sheets
import TestSupport
import Testing

@Suite struct FileBytesTests {
  @Test("Bytes that are written are read back, in place of what was there")
  func roundTrip() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("f")
    try FileBytes.write([1, 2, 3], to: path)
    try FileBytes.write([0, 255], to: path)
    #expect(try FileBytes.read(path) == [0, 255])
    let left = folder.everything()
    #expect(left == ["f"])
  }

  @Test("A file that is not there, or lies under a file, is not found")
  func notFound() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("f", "x")
    for path in [folder.file("none"), file + "/inside"] {
      #expect(throws: SheetError.notFound(path: path)) { try FileBytes.read(path) }
      #expect(!FileBytes.exists(path))
    }
  }

  @Test("A folder is no file to read")
  func folderRead() throws {
    let folder = try TemporaryFolder()
    let path = folder.path
    #expect(throws: SheetError.notAWorkbook(path: path)) { try FileBytes.read(path) }
  }

  @Test("Where a folder stands no file is written, and nothing stays beside")
  func folderInTheWay() throws {
    let folder = try TemporaryFolder()
    try folder.write("taken/f", "x")
    let path = folder.file("taken")
    #expect(throws: SheetError.self) { try FileBytes.write([1], to: path) }
    let left = folder.everything()
    #expect(left == ["taken", "taken/f"])
  }

  @Test(
    "Where the folder cannot be written to, the error names the path asked for",
    arguments: ["/proc/sanphaen.csv", "/no-such-folder/sanphaen.csv"])
  func unwritable(_ path: String) {
    #expect {
      try FileBytes.write([1], to: path)
    } throws: { error in
      guard case SheetError.unwritable(path, let reason)? = error as? SheetError else {
        return false
      }
      return !reason.isEmpty
    }
  }

  @Test("A writer that fails leaves nothing, and its own error is the one that is thrown")
  func failingWriter() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("f", "before")
    #expect(throws: SheetError.tooLarge(path: "x")) {
      try FileBytes.writeBeside(path) { (beside) throws(SheetError) in
        try FileBytes.write([1, 2], to: beside)
        throw SheetError.tooLarge(path: "x")
      }
    }
    let left = folder.everything()
    #expect(left == ["f"])
    #expect(try folder.text("f") == "before")
  }

  @Test("A file is moved over another")
  func move() throws {
    let folder = try TemporaryFolder()
    let from = try folder.write("a", "new")
    let target = try folder.write("b", "old")
    try FileBytes.move(from, to: target)
    let left = folder.everything()
    #expect(left == ["b"])
    #expect(try folder.text("b") == "new")
  }
}
