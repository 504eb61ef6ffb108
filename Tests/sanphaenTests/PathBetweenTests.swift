import TestSupport
import Testing

@Suite struct PathBetweenTests {
  private let plan = Repository.plan("khok-charoen")

  private func paths(_ arguments: [String]) throws -> [JSON] {
    let run = try Program.sanphaen(["path", plan] + arguments + ["--format", "json"], in: "/tmp")
    #expect(run.code == 0)
    #expect(run.errors.isEmpty)
    return try JSON(text: run.output).items
  }

  @Test("Paths are one JSON document: shortest first, each from one end to the other")
  func json() throws {
    let found = try paths(["F01", "khok-charoen/A03", "--count", "5"])
    #expect(found.count == 5)
    for item in found {
      let path = item["path"]?.items ?? []
      #expect(item["length"]?.number == Double(path.count - 1))
      #expect(path.first?["id"]?.string == "khok-charoen/F01")
      #expect(path.last?["id"]?.string == "khok-charoen/A03")
      #expect(path.allSatisfy { $0.keys.isSuperset(of: ["id", "kind", "name"]) })
      #expect(path.dropFirst().allSatisfy { $0["relation"]?.string != nil })
    }
    let lengths = found.compactMap { $0["length"]?.number }
    #expect(lengths == lengths.sorted())
    #expect(Set(found.map { "\($0)" }).count == 5)
  }

  @Test("Names serve as well as ids")
  func names() throws {
    #expect(try paths(["บ้านหนองแวง", "F03"]) == paths(["V02", "F03"]))
  }

  @Test("Two things that nothing holds together have no path")
  func none() throws {
    let folder = try TemporaryFolder()
    try folder.write("p/funds.csv", "id,name\nF1,a\nF2,b\n")
    let run = try Program.sanphaen(["path", "p", "F1", "F2", "--format", "json"], in: folder.path)
    #expect(run.code == 0)
    #expect(try JSON(text: run.output) == .array([]))
  }

  @Test("A word that fits nothing, several or is empty is wrong use", arguments: ["Z99", "a", ""])
  func wrongWords(_ word: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("p/funds.csv", "id,name\nF1,a\nF2,a\n")
    try expectComplaint(["path", "p", "F1", word], in: folder, code: 2, naming: ["“\(word)”"])
  }

  @Test("A path without two ends is wrong use, with an example")
  func missingEnds() throws {
    let folder = try TemporaryFolder()
    try expectComplaint(["path", plan, "F01"], in: folder, code: 2, naming: ["F01 A03"])
  }
}
