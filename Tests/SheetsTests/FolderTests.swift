import Sheets
import TestSupport
import Testing

@Suite struct FolderTests {
  @Test("The parts of a path are found with and without a slash at its end")
  func parts() {
    #expect(Folder.parent(of: "a/b.csv") == "a")
    #expect(Folder.parent(of: "a/b/") == "a")
    #expect(Folder.parent(of: "/a") == "/")
    #expect(Folder.parent(of: "a") == ".")
    #expect(Folder.lastName(of: "a/แผน.csv") == "แผน.csv")
    #expect(Folder.lastName(of: "a/b//") == "b")
    #expect(Folder.stem(of: "a.b/แผน.ปี.csv") == "แผน.ปี")
    #expect(Folder.stem(of: "a/.hidden") == ".hidden")
    #expect(Folder.join("a", "b") == "a/b")
    #expect(Folder.join("a/", "b") == "a/b")
  }

  @Test("Names are sorted by their bytes, without hidden files and Excel's lock files")
  func names() throws {
    let folder = try TemporaryFolder()
    for name in ["ข.csv", "b.csv", "ก.csv", ".hidden", "~$b.xlsx", "a/inside"] {
      try folder.write(name, "x")
    }
    #expect(try Folder.names(in: folder.path) == ["a", "b.csv", "ก.csv", "ข.csv"])
  }

  @Test("The names of a folder that is not there are an error that says so")
  func missing() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("none")
    #expect(throws: SheetError.notFound(path: path)) { try Folder.names(in: path) }
    #expect(!Folder.exists(path))
  }

  @Test("Endings are known in any case")
  func endings() {
    #expect(Folder.isWorkbook("A.XLSX"))
    #expect(Folder.isWorkbook("a.xls"))
    #expect(Folder.isTextSheet("A.Csv"))
    #expect(Folder.isTextSheet("a.tsv"))
    #expect(!Folder.isTextSheet("a.xlsx"))
  }

  @Test("A folder is made with those above it, and removed with all that is in it")
  func createAndRemove() throws {
    let folder = try TemporaryFolder()
    let deep = folder.file("a/b/c")
    try Folder.create(deep)
    try Folder.create(deep)
    try folder.write("a/b/c/f.txt", "x")
    #expect(Folder.exists(deep))
    Folder.remove(folder.file("a"))
    let left = folder.everything()
    #expect(left == [])
  }

  @Test("A folder cannot be made where a file stands")
  func createOverFile() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("f", "x")
    #expect(throws: SheetError.self) { try Folder.create(file + "/inside") }
  }
}
