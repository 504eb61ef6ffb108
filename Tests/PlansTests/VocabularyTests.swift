import Testing

@testable import Plans

@Suite struct VocabularyTests {
  @Test("Words of one issue share its key, without regard to case and blanks")
  func aliases() {
    let vocabulary = Vocabulary.standard
    #expect(vocabulary.issueKey("ที่ดินทำกิน") == "land")
    #expect(vocabulary.issueKey(" LAND ") == "land")
    #expect(vocabulary.issueKey("น้\u{0E4D}า") == vocabulary.issueKey("แหล่งน้ำ"))
    #expect(vocabulary.issueKey("organic  Farming") == vocabulary.issueKey("เกษตรยั่งยืน"))
  }

  @Test("Nothing is matched in part, and other names are their own keys")
  func others() {
    let vocabulary = Vocabulary.standard
    #expect(vocabulary.issueKey("ที่ดิน วัด") == "ที่ดิน วัด")
    #expect(vocabulary.issueKey("เรื่อง  อื่น ") == "เรื่อง อื่น")
  }

  @Test("No word of the standard vocabulary stands under two issues")
  func unique() throws {
    let text = String(decoding: PackageResources.vocabulary_yaml, as: UTF8.self)
    let words = text.split(separator: "\n").filter { $0.hasPrefix("  ") }.flatMap { line in
      line.split(separator: "[").last?.dropLast().split(separator: ",").map {
        MatchKey.name(String($0))
      } ?? []
    }
    #expect(words.count > 40)
    #expect(Set(words).count == words.count)
  }

  @Test("A vocabulary that is no YAML knows nothing")
  func broken() {
    #expect(Vocabulary(yaml: Array("issues: [".utf8)).issueKey("Land") == "land")
    #expect(Vocabulary(yaml: []).issueKey("ที่ดิน") == "ที่ดิน")
  }
}
