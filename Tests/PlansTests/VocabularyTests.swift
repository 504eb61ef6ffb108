import TestSupport
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

  private func added(_ text: String) throws -> Vocabulary {
    let folder = try TemporaryFolder()
    return try Vocabulary.standard.adding(contentsOf: folder.write("vocabulary.yaml", text))
  }

  @Test("The program's own file is read whole, with Thai and English in every entry")
  func standard() throws {
    var vocabulary = Vocabulary()
    try vocabulary.add(
      String(decoding: PackageResources.vocabulary_yaml, as: UTF8.self), path: "vocabulary.yaml")
    for subject in Vocabulary.Subject.allCases {
      let entries = vocabulary.entries(subject)
      #expect(entries.count >= 10)
      #expect(entries == Vocabulary.standard.entries(subject))
      for entry in entries {
        #expect(entry.thai.unicodeScalars.contains { $0.value > 0xE00 }, "\(entry.key)")
        #expect(entry.english.unicodeScalars.allSatisfy { $0.value < 0xE00 }, "\(entry.key)")
      }
    }
  }

  @Test(
    "Agencies and kinds of funds are known in short, in full and in English",
    arguments: [
      ("อบต.", "องค์การบริหารส่วนตำบล", "TAO"), ("พอช.", "สถาบันพัฒนาองค์กรชุมชน", "codi"),
      ("ธ.ก.ส.", "ธนาคารเพื่อการเกษตรและสหกรณ์การเกษตร", "BAAC"),
    ])
  func agencies(_ short: String, _ full: String, _ english: String) throws {
    let entry = try #require(Vocabulary.standard.entry(short, .agencies))
    #expect(Vocabulary.standard.entry(full, .agencies) == entry)
    #expect(Vocabulary.standard.entry(english, .agencies) == entry)
    #expect(entry.thai == full)
    for kind in [
      "กองทุนสวัสดิการชุมชน", "กลุ่มออมทรัพย์เพื่อการผลิต", "กองทุนหมู่บ้าน", "สถาบันการเงินชุมชน",
      "สหกรณ์เครดิตยูเนี่ยน",
    ] {
      #expect(Vocabulary.standard.entry(kind, .fundKinds)?.thai == kind)
    }
  }

  @Test("A planner's file adds words to an entry, makes new ones, and goes before what was there")
  func own() throws {
    let vocabulary = try added(
      "issues:\n  land: [ที่นา]\n  bees: [ผึ้ง, เลี้ยงผึ้ง, bees]\n  our-water: [น้ำ]\n")
    #expect(vocabulary.issueKey("ที่นา") == "land" && vocabulary.issueKey("ที่ดิน") == "land")
    #expect(vocabulary.issueKey("Bees") == "bees")
    #expect(vocabulary.issueKey("น้ำ") == "our-water" && vocabulary.issueKey("แหล่งน้ำ") == "water")
    #expect(vocabulary.entry("เลี้ยงผึ้ง", .issues)?.thai == "ผึ้ง")
    #expect(Vocabulary.standard.issueKey("ที่นา") == "ที่นา")
  }

  @Test(
    "A mistake in a planner's file is named with its line",
    arguments: [
      ("issues: [\n", 2), ("isues:\n  a: [b]\n", 1), ("issues:\n  a: [b]\n  c: d\n", 3),
      ("issues:\n  a: [b]\n  c: [d,\n    B]\n", 4), ("issues:\n  a: []\n", 2), ("issues: x\n", 1),
      ("agencies:\n  a:\n    - [x]\n", 3),
    ])
  func broken(_ text: String, _ line: Int) throws {
    do {
      _ = try added(text)
      Issue.record("no error")
    } catch PlanError.mapping(let path, let found, _) {
      #expect(found == line)
      #expect(path.hasSuffix("vocabulary.yaml"))
    }
  }

  @Test("A file beside the plan is read, and one that the mapping names; its words are one issue")
  func besidePlan() throws {
    let words = "issues:\n  bees: [ผึ้ง, ชันโรง]\n"
    let table = "id,name,issues\nA1,ก,ผึ้ง\nA2,ข,ชันโรง\n"
    let plan = "id,name\np,แผน\n"
    let beside = try readPlans([
      "plan.csv": plan, "activities.csv": table, "vocabulary.yaml": words,
    ])
    #expect(beside.plans[0].issues.map(\.key) == ["bees"])
    #expect(beside.plans[0].vocabulary.issueKey("ชันโรง") == "bees")
    let named = try readPlans([
      "plan.csv": plan, "activities.csv": table, "mapping.yaml": "vocabulary: our.yaml\n",
      "our.yaml": words,
    ])
    #expect(named.plans[0].issues.map(\.key) == ["bees"])
  }

  @Test("A vocabulary that the mapping names and that is not there is an error with the line")
  func missing() throws {
    do {
      _ = try readPlans(["funds.csv": "name\nก\n", "mapping.yaml": "# x\nvocabulary: v.yaml\n"])
      Issue.record("no error")
    } catch PlanError.mapping(_, let line, let problem) {
      #expect(line == 2)
      #expect(
        problem == .unknownFile("v.yaml", found: ["funds.csv", "mapping.yaml"]))
    }
  }
}
